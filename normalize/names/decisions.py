"""What people have decided about names: an append-only file of judgements, replayed in order.

One JSON object a line: kind, raw, context, judgement, member, who, when, why. A later line about
the same name in the same context undoes the earlier one. Two lines that judge one name differently
at the same moment, or against the order of the file, come from two people (or from two branches
joined): they are refused by name, and a person strikes one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from os import SEEK_END
from pathlib import Path

from .errors import ContradictoryDecisions, DecisionsError
from .fold import fold
from .model import MEMBER, PARTNER, PERSON, Context

SAME, DIFFERENT, UNSURE, NOT_A_MEMBER = "same", "different", "unsure", "not-a-member"
TAKEN_BACK = "taken-back"
JUDGEMENTS = (SAME, DIFFERENT, UNSURE, NOT_A_MEMBER, TAKEN_BACK)
KINDS = (MEMBER, PARTNER, PERSON)


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement: `raw` is, or is not, `member` (an id of the decision's kind).

    same: it is that one. different: it is not that one, whatever it is. unsure: a person has
    looked and leaves it open. not-a-member: it is none of them. taken-back: the judgement before
    was a slip, and what was in force before it is in force again. `context` holds a region or a
    country, or nothing for a name anywhere.
    """

    kind: str
    raw: str
    judgement: str
    member: str | None = None
    context: Mapping[str, str] = field(default_factory=dict)
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What the judgement is about: kind, folded name, region, country."""
        region, country = self.context.get("region", ""), self.context.get("country", "")
        return self.kind, fold(self.raw), fold(region), country.upper()

    def as_line(self) -> str:
        """The decision as it stands in the file."""
        return json.dumps(asdict(self), ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is in force for one name: the last judgement, and the ids that it is not."""

    decision: Decision | None
    excluded: frozenset[str]


NO_VERDICT = Verdict(None, frozenset())


class Decisions:
    """The judgements in force, after all lines were replayed."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        """Raises ContradictoryDecisions."""
        self.all = tuple(decisions)
        self._verdicts: dict[tuple[str, str, str, str], Verdict] = {}
        self._before: dict[tuple[str, str, str, str], list[Verdict]] = defaultdict(list)
        for decision in self.all:
            self._replay(decision)

    @classmethod
    def empty(cls) -> Decisions:
        """No decisions: every name is left to the rules."""
        return cls(())

    @classmethod
    def load(cls, path: Path) -> Decisions:
        """The decisions of a file; none when there is no such file. Raises DecisionsError."""
        if not path.exists():
            return cls.empty()
        try:
            # Names and reasons may hold other ends of lines than that of the file.
            lines = path.read_text(encoding="utf-8").split("\n")
        except UnicodeDecodeError as error:
            raise DecisionsError(f"{path}: this is no UTF-8: save the file as UTF-8") from error
        told = [(n, line) for n, line in enumerate(lines, 1) if line.strip()]
        made = [read_decision(line, f"{path}:{n}") for n, line in told if not _of_finding(line)]
        try:
            return cls(made)
        except ContradictoryDecisions as error:
            raise ContradictoryDecisions(error.raw, f"{path}: {error}") from error

    def __len__(self) -> int:
        return len(self.all)

    def about(self, raw: str, context: Context) -> Verdict:
        """The verdict of the nearest context: region and country, one of them, or none."""
        if not self._verdicts:
            return NO_VERDICT
        key, region = fold(raw), fold(context.region or "")
        country = (context.country or "").upper()
        places = ((region, country), (region, ""), ("", country), ("", ""))
        found = [self._verdicts.get((context.kind, key, *place)) for place in places]
        in_force = [verdict for verdict in found if verdict is not None]
        judged = [verdict.decision for verdict in in_force if verdict.decision is not None]
        excluded = frozenset[str]().union(*(verdict.excluded for verdict in in_force))
        return Verdict(judged[0] if judged else None, excluded)

    def _replay(self, decision: Decision) -> None:
        before = self._before[decision.place]
        if decision.judgement == TAKEN_BACK:
            self._verdicts[decision.place] = before.pop() if before else NO_VERDICT
            return
        earlier = self._verdicts.get(decision.place, NO_VERDICT)
        _refuse_contradiction(earlier.decision, decision)
        before.append(earlier)
        if decision.judgement == DIFFERENT:
            standing = earlier.decision
            if standing is not None and standing.member == decision.member:
                standing = None
            excluded = earlier.excluded | {decision.member or ""}
            self._verdicts[decision.place] = Verdict(standing, excluded)
        elif decision.judgement == SAME:
            excluded = earlier.excluded - {decision.member or ""}
            self._verdicts[decision.place] = Verdict(decision, excluded)
        elif decision.judgement == UNSURE:
            self._verdicts[decision.place] = Verdict(decision, frozenset())
        else:
            self._verdicts[decision.place] = Verdict(decision, earlier.excluded)


def _of_finding(line: str) -> bool:
    """Tell whether a line is a judgement on a finding, which are kept in the same file."""
    try:
        told = json.loads(line)
    except json.JSONDecodeError:
        return False
    return isinstance(told, dict) and told.get("kind") == "finding"


def read_decision(line: str, where: str) -> Decision:
    """Raises DecisionsError, with the place of the line, for anything but a whole judgement."""
    try:
        found = json.loads(line)
        decision = Decision(**found)
    except (json.JSONDecodeError, TypeError) as error:
        raise DecisionsError(
            f"{where}: not a decision ({error}); correct or strike the line"
        ) from error
    if decision.kind not in KINDS or decision.judgement not in JUDGEMENTS:
        raise DecisionsError(
            f"{where}: kind '{decision.kind}' and judgement '{decision.judgement}' must be one of"
            f" {', '.join(KINDS)} and {', '.join(JUDGEMENTS)}"
        )
    if decision.judgement in (SAME, DIFFERENT) and not decision.member:
        raise DecisionsError(f"{where}: '{decision.judgement}' needs the member that it is about")
    return decision


def append(path: Path, decision: Decision) -> None:
    """Write one more judgement. Raises DecisionsError when the file cannot be written."""
    try:
        append_line(path, decision.as_line())
    except OSError as error:
        raise DecisionsError(
            f"{path}: the judgement on '{decision.raw}' cannot be written ({error.strerror});"
            " free the file or give another with --decisions"
        ) from error


def append_line(path: Path, line: str) -> None:
    """Write one more line; what stands there already is never touched.

    A last line without its end, as editors leave it, gets one.
    """
    with path.open("a+b") as file:
        file.seek(max(file.seek(0, SEEK_END) - 1, 0))
        torn = file.read(1) not in (b"", b"\n")
        file.write(("\n" * torn + line).encode())


def _refuse_contradiction(earlier: Decision | None, later: Decision) -> None:
    if earlier is None or later.when > earlier.when:
        return
    if (earlier.judgement, earlier.member) == (later.judgement, later.member):
        return
    if later.judgement == DIFFERENT and later.member != earlier.member:
        return
    raise ContradictoryDecisions(
        later.raw,
        f"'{later.raw}' is judged {_judgement(earlier)} by {earlier.who or 'someone'} and"
        f" {_judgement(later)} by {later.who or 'someone'}, neither later than the other;"
        " strike one of the two lines",
    )


def _judgement(decision: Decision) -> str:
    return f"{decision.judgement} ({decision.member})" if decision.member else decision.judgement
