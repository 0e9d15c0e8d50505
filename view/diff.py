"""Differences told on the terminal, as JSON, or as a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..quality import diff
from .ledger import NoLedger, open_ledger
from .terminal import safe

FAILURES = (NoLedger, diff.CannotCompare)
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Form:
    """How differences are told: as a page in a file, as JSON, else as lines."""

    html: Path | None
    as_json: bool


def diff_ledgers(old: str, new: str, form: Form, say: Say) -> bool:
    """Tell what differs between two ledgers; return whether anything does.

    Raises NoLedger or CannotCompare.
    """
    with closing(open_ledger(old)) as before, closing(open_ledger(new)) as after:
        comparison = diff.compare(before, after)
        if form.as_json:
            parts: list[str] = []
            told = diff.write_json(comparison, parts.append)
            say("".join(parts))
            return told.differs
        summary = diff.summarise(comparison)
        if form.html:
            title = safe(f"{old} and {new}")
            form.html.write_text(diff.whole_page(diff.summary_html(summary), title), "utf-8")
            say(f"{form.html} is written")
        else:
            for line in diff.summary_lines(summary):
                say(safe(line))
        return summary.differs


def diff_reports(db: str, pair: tuple[str, str], form: Form, say: Say) -> bool:
    """Tell what differs between two reports of a ledger; return whether anything does.

    Raises NoLedger or CannotCompare.
    """
    with closing(open_ledger(db)) as connection:
        changes = diff.compare_reports(connection, *pair)
        if form.as_json:
            say(json.dumps(diff.reports_json(changes), ensure_ascii=False, indent=1))
        elif form.html:
            title = " and ".join(pair)
            form.html.write_text(diff.whole_page(diff.reports_html(changes), title), "utf-8")
            say(f"{form.html} is written")
        else:
            for line in diff.report_lines(changes):
                say(safe(line))
        return changes.differs
