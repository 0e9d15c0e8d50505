"""Findings as the page tells them: by severity and check, each with its printed lines."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..finding import SEVERITIES, Finding, Place, State
from .printed import Print, PrintedLine

Picture = Callable[[Sequence[PrintedLine]], bytes | None]
_LINES = 6  # of one place
_PICTURES = 3_000_000  # bytes, all together


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, its lines, those of the row that it is held against, and a picture as data."""

    finding: Finding
    anchor: str
    lines: tuple[PrintedLine, ...]
    against: tuple[PrintedLine, ...]
    picture: str | None

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


@dataclass(slots=True)
class Teller:
    """Finds lines and pictures of findings; pictures until their bytes are used up."""

    prints: Print
    picture: Picture | None
    _left: int = _PICTURES

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
            picture=self._picture(lines),
        )

    def _lines(self, place: Place | None) -> list[PrintedLine]:
        return self.prints.of(place, _LINES) if place else []

    def _picture(self, lines: Sequence[PrintedLine]) -> str | None:
        if self.picture is None or not lines:
            return None
        data = self.picture(lines)
        if data is None or len(data) > self._left:
            return None
        self._left -= len(data)
        return base64.b64encode(data).decode()


def _by_check(finding: Finding) -> tuple[str, tuple[str, int, str, int, str]]:
    return finding.check, finding.order


def _by_size(group: tuple[str, list[Finding]]) -> tuple[int, str]:
    check, found = group
    return len(found), check
