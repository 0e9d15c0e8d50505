"""Which action line an activity belongs to, where no icon tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from ..extract.shapes import CODE

# L2A2D3 and L2A2D4 in 'L2A2D3 to L2A2D4'
_END = regex.compile(rf"(?<!\w){CODE.pattern}(?!\w)")
# What it costs to pass on to the next action line, and to go back to an earlier one, in votes:
# reports tell the activities of a line together, in the order of the lines.
_ONWARD = 0.25
_BACK = 0.75


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells the action line of an activity: a heading over it, or its outcome codes."""

    printed: str | None
    codes: tuple[str, ...]

    @property
    def votes(self) -> dict[str, float]:
        """Return the share of the codes that each line has; misprinted codes tell of none."""
        lines = [line for line in map(_line, self.codes) if line]
        return {line: count / len(lines) for line, count in Counter(lines).items()}


# The same codes stand under many activities.
@lru_cache(maxsize=1 << 12)
def _line(code: str) -> str | None:
    """Return the line of a code, or that of a range within one line: 'L2A2D3 to L2A2D4'."""
    match = CODE.fullmatch(code)
    if match:
        return match["line"]
    lines = {end["line"] for end in _END.finditer(code)}
    return lines.pop() if len(lines) == 1 else None


def action_lines(found: Sequence[Evidence]) -> list[tuple[str | None, str | None]]:
    """Return the action line of each activity of a report, in order, and what tells it.

    A printed line wins; then codes that all name one line. Activities whose codes name several
    lines, or that have none, take the course with the most votes of their codes, where a change
    of line costs something and a change back more: they go with their neighbours unless most
    codes speak against it. Without any evidence in the report: None.
    """
    lines = sorted({e.printed for e in found if e.printed} | {v for e in found for v in e.votes})
    if not lines:
        return [(None, None)] * len(found)
    course = _best_course(found, lines)
    return [(line, _basis(evidence, line)) for evidence, line in zip(found, course, strict=True)]


def _best_course(found: Sequence[Evidence], lines: Sequence[str]) -> list[str]:
    """Viterbi: the course of lines with the greatest sum of votes less the cost of changes."""
    gain = {line: _vote(found[0], line) for line in lines}
    back: list[dict[str, str]] = []
    for evidence in found[1:]:
        came = {line: max(lines, key=lambda p, to=line: gain[p] - _cost(p, to)) for line in lines}  # type: ignore[misc]
        gain = {
            line: gain[came[line]] - _cost(came[line], line) + _vote(evidence, line)
            for line in lines
        }
        back.append(came)
    course = [max(lines, key=lambda line: gain[line])]
    for came in reversed(back):
        course.append(came[course[-1]])
    return course[::-1]


def _vote(evidence: Evidence, line: str) -> float:
    certain = evidence.printed or (next(iter(evidence.votes)) if len(evidence.votes) == 1 else None)
    if certain:
        return 0.0 if line == certain else float("-inf")
    return evidence.votes.get(line, 0.0)


def _cost(before: str, after: str) -> float:
    if before == after:
        return 0.0
    return _ONWARD if after > before else _BACK


def _basis(evidence: Evidence, line: str) -> str:
    if evidence.printed:
        return "printed"
    best = max(evidence.votes.values(), default=0.0)
    others = [v for name, v in evidence.votes.items() if name != line]
    is_clear = evidence.votes.get(line, -1.0) == best and max(others, default=0.0) < best
    return "codes" if is_clear else "neighbours"
