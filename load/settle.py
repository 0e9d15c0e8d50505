"""Tables that reports share: plans, their items and challenges, and people.

An item is titled as in the earliest report that gives it a title; a report that titles it
otherwise gets a note. A person's name is the fullest spelling that any report prints.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..normalize.rows import ChallengeRow, FindingRow, PersonRow, PlanItemRow, PlanRow
from .sheet import Record, Sheet, first_lines, record


@dataclass(frozen=True, slots=True)
class Title:
    """A code and its title as one report prints it, and the line where."""

    table: str
    plan_id: str
    code: str
    title: str
    kind: str
    parent: str | None
    line_no: int | None

    @property
    def place(self) -> tuple[str, str, str]:
        """What is titled."""
        return self.table, self.plan_id, self.code

    @property
    def given(self) -> bool:
        """Tell whether there is a title; a bare code stands for itself."""
        return self.title != self.code


@dataclass(frozen=True, slots=True)
class Shared:
    """What one report says of the things that reports share."""

    report_id: str
    document_id: str
    plans: frozenset[str]
    titles: tuple[Title, ...]
    spellings: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Settled:
    """Rows of the shared tables, and the notes on reports that differ."""

    rows: Mapping[str, list[Record]]
    findings: Mapping[str, list[FindingRow]]


def shared_of(sheet: Sheet) -> Shared:
    """Return what a sheet says of shared things, read from the tables that are its own."""
    plans = {str(row["plan_id"]) for row in sheet.named("report") if row["plan_id"]}
    titles = tuple(_titles(sheet))
    return Shared(
        report_id=sheet.report_id,
        document_id=sheet.document_id,
        plans=frozenset(plans | {title.plan_id for title in titles}),
        titles=titles,
        spellings=frozenset(_spellings(sheet)),
    )


def settle(reports: Iterable[Shared]) -> Settled:
    """Return the rows that hold between reports, whatever order they come in."""
    known = sorted(reports, key=lambda report: report.report_id)
    chosen: dict[tuple[str, str, str], Title] = {}
    findings: dict[str, list[FindingRow]] = defaultdict(list)
    for report in known:
        for title in report.titles:
            first = chosen.get(title.place)
            if first is None or (title.given and not first.given):
                chosen[title.place] = title
            elif title.given and title.title != first.title:
                findings[report.report_id].append(_differs(report, title, first))
    rows: dict[str, list[Record]] = {
        "plan": [record(PlanRow(plan)) for plan in {p for report in known for p in report.plans}],
        "plan_item": [record(_item(t)) for t in chosen.values() if t.table == "plan_item"],
        "challenge": [
            record(ChallengeRow(t.plan_id, t.code, t.title))
            for t in chosen.values()
            if t.table == "challenge"
        ],
        "person": [record(person) for person in _people(known)],
    }
    return Settled(rows, findings)


def fullest(spellings: Iterable[str]) -> str:
    """Return the spelling with most letters beyond ASCII, then the longest, then the first."""
    return min(
        (" ".join(name.split()) for name in spellings),
        key=lambda name: (-sum(not letter.isascii() for letter in name), -len(name), name),
    )


def _titles(sheet: Sheet) -> Iterator[Title]:
    lines = first_lines(sheet)
    levels = {(row["plan_id"], row["code"]): row for row in sheet.named("plan_item")}
    for listing, table in (("report_plan_item", "plan_item"), ("report_challenge", "challenge")):
        for row in sheet.named(listing):
            plan_id, code = str(row["plan_id"]), str(row["code"])
            level = levels[plan_id, code] if table == "plan_item" else {}
            row_id = f"{sheet.report_id}/{plan_id}/{code}"
            yield Title(
                table=table,
                plan_id=plan_id,
                code=code,
                title=str(row["title"]),
                kind=str(level.get("kind")),
                parent=_text(level.get("parent_code")),
                line_no=lines.get((listing, row_id, "title")),
            )


def _spellings(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for row in sheet.named("appointment"):
        yield str(row["person_id"]), str(row["raw"])
    for row in sheet.named("note"):
        if row["person_id"] is not None and row["signatory"] is not None:
            yield str(row["person_id"]), str(row["signatory"])


def _people(reports: Iterable[Shared]) -> Iterator[PersonRow]:
    spellings: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for person_id, name in report.spellings:
            spellings[person_id].add(name)
    for person_id, names in spellings.items():
        yield PersonRow(person_id, fullest(names))


def _item(title: Title) -> PlanItemRow:
    return PlanItemRow(title.plan_id, title.code, title.kind, title.title, title.parent)


def _differs(report: Shared, title: Title, first: Title) -> FindingRow:
    row_id = f"{report.report_id}/{title.plan_id}/{title.code}"
    what = "an item of the plan" if title.table == "plan_item" else "a challenge"
    return FindingRow(
        finding_id=f"{report.report_id}/plan-title-differs/{title.table}/{title.plan_id}/{title.code}",
        report_id=report.report_id,
        check="plan-title-differs",
        severity="note",
        message=f"{title.code}, {what}, has another title in an earlier report",
        expected=first.title,
        found=title.title,
        table_name=f"report_{title.table}",
        row_id=row_id,
        document_id=report.document_id,
        line_no=title.line_no,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
