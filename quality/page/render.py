"""A ledger and its findings -> one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..check import checks
from ..diff import Summary, summary_html
from ..finding import SEVERITIES, Finding
from ..printable import visible
from ..run import prepared
from ..state import Judgement
from . import series
from .groups import Draw, Group, Teller, pictures
from .names import names
from .plots import plot
from .printed import Print
from .reports import ROLES, Report, report_ids, reports
from .rows import Rows, limit_for
from .tables import shown
from .verdict import verdict

if TYPE_CHECKING:
    from jinja2 import Template

_DETAILED = 20  # reports told row by row; of the others the numbers alone
_PANELS = 36  # of one report, about
_BUDGET, _MOST = 9_000, 250  # rows in all panels, and in one
_FINDINGS = 600  # told one by one
_NAMES = 600  # in one table
_PLOTTED = 40  # reports in one plot
_UNSHOWN = re.compile(r"[^\n\t]+")


@dataclass(frozen=True, slots=True)
class Plot:
    """Numbers as a picture, None without a plotting library, and as a table."""

    series: series.Series
    svg: str | None


def render(
    connection: sqlite3.Connection,
    findings: Sequence[Finding],
    *,
    baseline: Summary | None = None,
    draw: Draw | None = None,
    fixed: Sequence[Judgement] = (),
    abouts: Mapping[str, str] | None = None,
) -> str:
    """Return the page on a ledger: verdict, findings, reports, names, differences from a baseline.

    `draw` gives the parts of pages that show some lines as PNG, None where there is none.
    `fixed` are judgements of findings that are no more. `abouts` tells of checks that are not
    ours. The same ledger and findings give the same page.
    """
    prepared(connection)
    prints = Print(connection)
    told = _told(connection, findings, prints)
    groups = list(_groups(findings, abouts or {}, Teller(prints)))
    return _template().render(
        style=_file("style.css"),
        script=_file("script.js"),
        policy=_policy(),
        severities=SEVERITIES,
        roles=ROLES,
        verdict=verdict(connection, findings, list(shown(connection))),
        groups=groups,
        pictures=pictures(groups, draw) if draw else {},
        findings=findings,
        fixed=fixed,
        names=names(connection, prints),
        most_names=_NAMES,
        differences=None if baseline is None else summary_html(baseline),
        plots=_plots(connection, told.reports),
        **told.values(),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """All reports with their numbers; those that are told in detail, and what numbers open."""

    reports: list[Report]
    detailed: list[Report]
    rows: Rows

    def values(self) -> dict[str, object]:
        return {"reports": self.reports, "detailed": self.detailed, "panels": self.rows.panels}


def _told(connection: sqlite3.Connection, findings: Sequence[Finding], prints: Print) -> _Told:
    """Tell all reports; of many only those with most findings in detail."""
    ids = report_ids(connection)
    counts = Counter(each.report_id for each in findings)
    detailed = set(sorted(ids, key=lambda report_id: (-counts[report_id], report_id))[:_DETAILED])
    rows = Rows(connection, prints, limit_for(len(detailed), _PANELS, _BUDGET, _MOST))
    bare = Rows(connection, prints, 0)
    told = list(
        reports(connection, findings, lambda report_id: rows if report_id in detailed else bare)
    )
    return _Told(told, [each for each in told if each.report_id in detailed], rows)


def _groups(
    findings: Sequence[Finding], abouts: Mapping[str, str], teller: Teller
) -> Iterator[Group]:
    known = {check.name: check.about for check in checks()} | dict(abouts)
    groups = len({each.check for each in findings}) or 1
    return teller.groups(findings, known, max(10, _FINDINGS // groups))


def _plots(connection: sqlite3.Connection, told: Sequence[Report]) -> list[Plot]:
    worst = sorted(told, key=lambda each: (-sum(each.findings.values()), each.report_id))
    plotted = sorted(worst[:_PLOTTED], key=lambda each: each.report_id)
    shown_series = (
        series.activities_over_time(connection),
        series.members_by_region(connection),
        series.outcomes_by_line(connection),
        series.lines_by_role(plotted),
        series.findings_by_report(plotted),
    )
    return [Plot(each, plot(each)) for each in shown_series]


def _policy() -> str:
    """Return a policy that lets in no network and no script but ours."""
    digest = base64.b64encode(hashlib.sha256(_file("script.js").encode()).digest()).decode()
    return (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline';"
        f" script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


@cache
def _file(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    return environment.from_string(_file("page.html.j2"))


def _shown(value: object) -> object:
    """Return what is written for a value: text that was printed obeys nothing, null is a dash."""
    from markupsafe import Markup

    if value is None:
        return "–"
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSHOWN.sub(lambda match: visible(match[0]), value)
    return value
