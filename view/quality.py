"""Findings of a ledger for a person: as lines, as a page, accepted and reopened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..normalize.names.decisions import append_line
from ..quality.check import checks
from ..quality.diff import CannotCompare, Summary, compare, summarise
from ..quality.errors import QualityError
from ..quality.finding import Finding
from ..quality.run import findings
from ..quality.state import Standing, accept, judgements, reopen, standing
from .ledger import NoLedger, decisions_beside, ledger_path, open_ledger
from .signature import Nobody, signature
from .terminal import safe


class NoFinding(Exception):
    """No finding has that id."""


FAILURES = (NoLedger, NoFinding, Nobody, QualityError, CannotCompare)


@dataclass(frozen=True, slots=True)
class Quality:
    """The findings of one ledger with the judgements on them."""

    connection: sqlite3.Connection
    standing: Standing
    decisions: Path
    path: Path
    folders: Sequence[Path]

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings, the accepted ones among them."""
        return self.standing.findings

    def lines(self) -> Iterator[str]:
        """Yield the open findings as they are ordered, each with its line, then the sums."""
        for each in self.standing.open:
            yield safe(f"{each.severity:<8} {each.check}: {each.message}")
            yield safe(f"         {each.finding_id}{_place(each)}")
        accepted = len(self.findings) - len(self.standing.open)
        fixed = len(self.standing.fixed)
        yield f"findings: {len(self.standing.open)} open, {accepted} accepted, {fixed} fixed"

    def write_page(self, path: Path, against: str | None) -> str:
        """Write the page and say where it is. Raises CannotCompare for another kind of file."""
        from ..quality.page import render
        from .drawn import Excerpts

        baseline = _baseline(self.connection, against) if against else None
        page = render(
            self.connection,
            self.standing.findings,
            baseline=baseline,
            fixed=self.standing.fixed,
            abouts={check.name: check.about for check in checks(self.folders)},
            draw=Excerpts.of(self.connection, self.path),
        )
        path.write_text(page, "utf-8")
        return f"{path} is written; findings open: {len(self.standing.open)}"

    def judge(self, accepted: str | None, reopened: str | None, why: str, who: str | None) -> str:
        """Add a judgement on a finding to the decisions and say so. Raises NoFinding or Nobody."""
        wanted = accepted or reopened or ""
        found = next((each for each in self.findings if each.finding_id == wanted), None)
        if found is None:
            raise NoFinding(f"{wanted}: no finding has this id; 'metroledger quality' lists them")
        if accepted and not why.strip():
            raise NoFinding(f"{wanted}: an acceptance needs a reason; give --why")
        signed = *signature(who), why
        append_line(self.decisions, accept(found, *signed) if accepted else reopen(found, *signed))
        return f"{wanted} is {'accepted' if accepted else 'reopened'} in {self.decisions}"


def open_quality(db: str, folders: Sequence[Path], decisions: Path | None) -> Quality:
    """Return the findings of a ledger by our checks and those of other folders.

    Raises NoLedger, CheckError or JudgementError.
    """
    connection = open_ledger(db)
    path = decisions or decisions_beside(db)
    found = standing(findings(connection, folders), judgements(path))
    return Quality(connection, found, path, ledger_path(db), folders)


def _baseline(connection: sqlite3.Connection, against: str) -> Summary:
    return summarise(compare(open_ledger(against), connection))


def _place(finding: Finding) -> str:
    return f", line {finding.line_no}" if finding.line_no else ""
