"""The plan and its challenges -> rows."""

from __future__ import annotations

import regex

from ..extract.printed import Printed
from ..extract.shapes import CHALLENGE
from . import rows as table
from .desk import Desk

# Strategic Action Plan 2021-2023   Action Plan for the 2018-2020 period
_PLAN_YEARS = regex.compile(r"\b(?P<first>(?:19|20)\d\d)\s*[-–/]\s*(?P<last>(?:19|20)\d\d)\b")
_PLAN = regex.compile(r"\bplan\b", regex.I)


def plan_id(desk: Desk) -> str | None:
    """Return the years of the plan, as printed beside the word 'plan'.

    The passages of the plan's section speak first, then the note, then the narratives; years
    that hold the period win over others, and the plan of the house style over years that do not.
    Codes of a plan without years belong to a plan of
    the report's own. None when there is neither.
    """
    note = desk.report.note.paragraphs if desk.report.note else ()
    prose = [passage.text for passage in desk.report.passages]
    prose += [*note, *(p for a in desk.report.activities for p in a.narrative)]
    found = [
        (int(match["first"]), int(match["last"]))
        for paragraph in prose
        if _PLAN.search(paragraph.text)
        for match in _PLAN_YEARS.finditer(paragraph.text)
    ]
    holding = [years for years in found if years[0] <= desk.covered.start.year <= years[1]]
    styled = _PLAN_YEARS.match(desk.report.layout.plan)
    own = [(int(styled["first"]), int(styled["last"]))] if styled else []
    own = [years for years in own if years[0] <= desk.covered.start.year <= years[1]]
    listed = bool(desk.report.plan or desk.report.challenges)
    for first, last in [*holding, *(own if listed else []), *found]:
        return f"{first}-{last}"
    return f"plan of {desk.id}" if listed else None


def add_plan(desk: Desk, plan_id: str) -> None:
    """Add the items of the plan; a line printed by its code alone is titled as its
    action line.
    """
    desk.add(table.PlanRow(plan_id))
    titles = {line.code.text: line.title for line in desk.report.action_lines}
    position = 0
    for item in desk.report.plan:
        code = bare_code(item.code)
        title = item.title or titles.get(code) or item.code
        if ("report_plan_item", f"{desk.id}/{plan_id}/{code}") not in desk.cited:
            position += 1
        desk.add(
            table.PlanItemRow(plan_id, code, _kind(code), title.text, _parent(code)),
            code=item.code,
            title=title,
        )
        desk.add(
            table.ReportPlanItemRow(desk.id, plan_id, code, position, title.text),
            code=item.code,
            title=title,
        )


def add_challenges(desk: Desk, plan_id: str) -> None:
    """Add the challenges that the report lists."""
    desk.add(table.PlanRow(plan_id))
    for position, entry in enumerate(desk.report.challenges, 1):
        match = CHALLENGE.match(entry.text)
        if not match:
            continue
        code, title = entry.group(match, "code"), entry.group(match, "title")
        desk.add(table.ChallengeRow(plan_id, code.text, title.text), code=code, title=title)
        desk.add(
            table.ReportChallengeRow(desk.id, plan_id, code.text, position, title.text),
            code=code,
            title=title,
        )


def bare_code(printed: Printed) -> str:
    """Return a code without the star that may follow it."""
    return printed.text.rstrip("*")


def _kind(code: str) -> str:
    if "D" in code:
        return "deliverable"
    return {"M": "measure", "A": "action"}.get(code.lstrip("L").lstrip("0123456789")[:1], "line")


def _parent(code: str) -> str | None:
    match = regex.match(r"^(?P<parent>L\d+(?:[A-Z]\d+(?=D))?)[A-Z]\d+", code)
    return match["parent"] if match else None
