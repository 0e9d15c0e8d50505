"""Members: a person's decision, then the name itself, then a misprint of it, else a doubt."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from . import model
from .answers import CERTAIN, elsewhere, resolved, unknown
from .byname import ByName
from .decisions import NOT_A_MEMBER, SAME, Decision, Decisions
from .errors import DecisionsError
from .fold import fold
from .misprints import Misprints
from .model import Candidate, Context, Resolution
from .question import Question, ask
from .register import Register
from .seats import members_in


class Members:
    """Resolves names as members of the network."""

    def __init__(self, register: Register, decisions: Decisions) -> None:
        self._register = register
        self._decisions = decisions
        self._by_name = ByName(register)
        self._misprints = Misprints(register)

    def resolve(self, raw: str, context: Context) -> Resolution:
        """The order of the whole room: decision > exact > alias > misprint > doubt."""
        verdict = self._decisions.about(raw, context)
        question = ask(self._register, raw, context, verdict.excluded)
        if verdict.decision is not None:
            return self._decided(question, verdict.decision)
        return self._by_rules(question)

    def named_in(self, title: str, region: str | None) -> tuple[str, ...]:
        """The members that a title names; misprints are not looked for in running words."""
        return members_in(title, lambda raw: _by_name(self._register, raw, region))

    def _by_rules(self, question: Question) -> Resolution:
        return (
            self._misprints.torn_qualifier(question)
            or self._by_name.answer(question)
            or self._misprints.answer(question)
            or self._misprints.none(question)
        )

    def _decided(self, question: Question, decision: Decision) -> Resolution:
        why = f"decided {decision.judgement} by {decision.who} on {decision.when}: {decision.why}"
        if decision.judgement == SAME:
            member = self._register.members.get(decision.member or "")
            if member is None:
                raise DecisionsError(
                    f"'{decision.raw}' is judged the same as '{decision.member}', which is no"
                    " member; correct the line in the decisions file"
                )
            return resolved(question, member, model.DECISION, (why,))
        if decision.judgement == NOT_A_MEMBER:
            is_place = self._register.place(fold(question.raw)) is not None
            answer = (elsewhere if is_place else unknown)(question, (why,))
            return replace(answer, method=model.DECISION)
        return _left_open(self._by_rules(question), why)


# 'Mayor', 'President': the words of titles come again and again.
@lru_cache(maxsize=1 << 12)
def _by_name(register: Register, raw: str, region: str | None) -> Resolution | None:
    return ByName(register).answer(ask(register, raw, Context(region=region)))


def _left_open(proposed: Resolution, why: str) -> Resolution:
    """Judged `unsure`: whatever the rules would say stays a proposal."""
    steps = (why, *proposed.why)
    if proposed.member_id is None or proposed.name is None:
        return replace(proposed, why=steps)
    candidate = Candidate(proposed.member_id, proposed.name, proposed.score or CERTAIN)
    return Resolution(
        raw=proposed.raw, kind=proposed.kind, method=model.AMBIGUOUS, status=model.AMBIGUOUS,
        candidates=(candidate,), why=steps,
    )  # fmt: skip
