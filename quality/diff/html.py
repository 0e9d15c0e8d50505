"""Differences as a fragment of HTML for a page; everything that was printed is escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .change import Kind
from .reports import ReportChanges
from .summary import Summary
from .tables import COUNTED, DERIVED

if TYPE_CHECKING:
    from jinja2 import Template

_LONGEST = 200


def summary_html(summary: Summary) -> str:
    """Return what differs between two ledgers: one `section`, without style or script."""
    return _template("ledgers.html.j2").render(
        summary=summary, kinds=list(Kind), counted=COUNTED, derived=DERIVED, longest=_LONGEST
    )


def reports_html(changes: ReportChanges) -> str:
    """Return what changed between two reports: one `section`, without style or script."""
    return _template("reports.html.j2").render(changes=changes)


def whole_page(fragment: str, title: str) -> str:
    """Return a page of its own around a fragment: no script, no network."""
    return _template("page.html.j2").render(fragment=fragment, title=title)


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((files(__package__) / name).read_text("utf-8"))
