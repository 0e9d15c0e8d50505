"""Findings as the page tells them: by severity and check, each with its printed lines."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..finding import SEVERITIES, Finding, Place, State
from .printed import Print, PrintedLine

# Gives for each of several runs of lines a picture of that part of the page, None without one.
Draw = Callable[[Sequence[Sequence[PrintedLine]]], Sequence[bytes | None]]
_LINES = 6  # of one place
_PICTURES = 3_000_000  # bytes, all together


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, its lines, and those of the row that it is held against."""

    finding: Finding
    anchor: str
    lines: tuple[PrintedLine, ...]
    against: tuple[PrintedLine, ...]

    @property
    def accepted(self) -> bool:
        """Whether a person has accepted it."""
        return self.finding.state is State.ACCEPTED


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one check. `told` are the first of `count`."""

    check: str
    severity: str
    about: str
    told: tuple[Told, ...]
    count: int

    @property
    def anchor(self) -> str:
        """The id of the group in the page."""
        return f"check-{self.check}"


@dataclass(frozen=True, slots=True)
class Teller:
    """Finds the lines of findings."""

    prints: Print

    def groups(
        self, findings: Sequence[Finding], abouts: Mapping[str, str], limit: int
    ) -> Iterator[Group]:
        """Yield the groups, the gravest first, of those the smallest: what happens once says most.

        Each group shows its first findings up to the limit.
        """
        for severity in SEVERITIES:
            ours = [each for each in findings if each.severity == severity]
            grouped = groupby(sorted(ours, key=_by_check), key=lambda each: each.check)
            sized = sorted(((check, list(group)) for check, group in grouped), key=_by_size)
            for check, found in sized:
                told = tuple(self.tell(each) for each in found[:limit])
                yield Group(check, severity, abouts.get(check, ""), told, len(found))

    def tell(self, finding: Finding) -> Told:
        """Return a finding with its print."""
        lines = self._lines(finding.place)
        if finding.document_id and finding.line_no:
            named = finding.document_id, finding.line_no
            if named not in {(line.document_id, line.line_no) for line in lines}:
                lines = self.prints.line(*named, word=finding.found)
        return Told(
            finding=finding,
            anchor=f"f-{hashlib.sha256(finding.finding_id.encode()).hexdigest()[:12]}",
            lines=tuple(lines),
            against=tuple(self._lines(finding.against)),
        )

    def _lines(self, place: Place | None) -> list[PrintedLine]:
        return self.prints.of(place, _LINES) if place else []


def pictures(groups: Iterable[Group], draw: Draw) -> dict[str, str]:
    """Return the pictures of findings as data, by their anchor, until their bytes are enough."""
    asked = {told.anchor: told.lines for group in groups for told in group.told if told.lines}
    found: dict[str, str] = {}
    left = _PICTURES
    for anchor, data in zip(asked, draw(list(asked.values())), strict=True):
        if data and len(data) <= left:
            left -= len(data)
            found[anchor] = base64.b64encode(data).decode()
    return found


def _by_check(finding: Finding) -> tuple[str, tuple[str, int, str, int, str]]:
    return finding.check, finding.order


def _by_size(group: tuple[str, list[Finding]]) -> tuple[int, str]:
    check, found = group
    return len(found), check
