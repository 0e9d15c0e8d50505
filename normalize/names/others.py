"""Partners and people: stricter than members, for nobody is merged over a misprint."""

from __future__ import annotations

from . import model
from .answers import CERTAIN
from .byname import is_exact
from .decisions import SAME, Decisions
from .errors import DecisionsError
from .model import Context, Resolution
from .partners import Partners
from .persons import People, judged_id, person_id


def resolve_partner(
    raw: str, context: Context, partners: Partners, decisions: Decisions
) -> Resolution:
    """The partner of that name or alias; unresolved for any other name, however near."""
    verdict = decisions.about(raw, context)
    decision = verdict.decision
    if decision is not None and decision.judgement == SAME:
        decided = partners.by_id.get(decision.member or "")
        if decided is None:
            raise _stranger(raw, decision.member)
        return _partner(raw, model.DECISION, decided.partner_id, decided.name)
    found = partners.find(raw)
    if found is None or decision is not None or found.partner_id in verdict.excluded:
        why = "no partner of that name" if decision is None else f"decided {decision.judgement}"
        return _nobody(raw, model.PARTNER, model.UNRESOLVED, why)
    method = model.EXACT if is_exact(raw, found.name) else model.ALIAS
    return _partner(raw, method, found.partner_id, found.name)


def resolve_person(raw: str, context: Context, people: People, decisions: Decisions) -> Resolution:
    """The known person of that folded name; another word order or one letter is a candidate."""
    verdict = decisions.about(raw, context)
    decision = verdict.decision
    if decision is not None and decision.judgement == SAME:
        key = judged_id(raw, decisions)
        if key not in people.by_id:
            raise _stranger(raw, decision.member)
        return _person(raw, model.DECISION, key, people.by_id[key])
    key = person_id(raw)
    if key in people.by_id and key not in verdict.excluded and decision is None:
        name = people.by_id[key]
        return _person(raw, model.EXACT if is_exact(raw, name) else model.ALIAS, key, name)
    near = tuple(c for c in people.near(raw) if c.id not in verdict.excluded)
    status = model.AMBIGUOUS if near and decision is None else model.UNRESOLVED
    why = "near to a known person, which is not enough" if near else "nobody of that name is known"
    return Resolution(raw, model.PERSON, status, status, candidates=near, why=(why,))


def _partner(raw: str, method: str, partner_id: str, name: str) -> Resolution:
    return Resolution(
        raw, model.PARTNER, method, model.RESOLVED, partner_id=partner_id, name=name,
        score=CERTAIN, why=(f"a name of {name}",),
    )  # fmt: skip


def _person(raw: str, method: str, person: str, name: str) -> Resolution:
    return Resolution(
        raw, model.PERSON, method, model.RESOLVED, person_id=person, name=name,
        score=CERTAIN, why=(f"a name of {name}",),
    )  # fmt: skip


def _nobody(raw: str, kind: str, status: str, why: str) -> Resolution:
    return Resolution(raw, kind, status, status, why=(why,))


def _stranger(raw: str, decided: str | None) -> DecisionsError:
    return DecisionsError(
        f"'{raw}' is judged the same as '{decided}', who is not known; correct the decisions file"
    )
