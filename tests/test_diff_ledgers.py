"""Two ledgers compared: what differs by key and cell, and what each change comes from."""

import json
import shutil
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from metroledger.normalize.names import Decision
from metroledger.normalize.names.register import DIRECTORY
from metroledger.pipeline import Inputs, ingest
from metroledger.quality import diff
from metroledger.quality.diff.tables import ABOUT, COUNTED, LISTED, POSITION, tables

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema.sql"
JSON_SCHEMA = json.loads((ROOT / "docs" / "diff.schema.json").read_text("utf-8"))
REPORT = "2020-07--2020-09"
SMART = f"{REPORT}/smart-cities-vs-human-cities"


@pytest.fixture
def changed(ledger):
    """Return a function that makes a changed copy of the ledger."""
    made = []

    def of(*statements):
        copy = sqlite3.connect(":memory:")
        made.append(copy)
        ledger.backup(copy)
        for statement in statements:
            assert copy.execute(statement).rowcount > 0, statement
        return copy

    yield of
    for each in made:
        each.close()


def told(old, new):
    """Return every change as (kind, table, row id, {column: (old, new)} or None) and its causes."""
    found = []
    summary = diff.summarise(diff.compare(old, new), watch=found.append)
    assert summary.differs == bool(
        found or any(t.differing for t in summary.tables if t.table in COUNTED)
    )
    changes = [
        (
            c.kind.value,
            c.table,
            c.row_id,
            {cell.column: (cell.old, cell.new) for cell in c.cells}
            if c.kind in (diff.Kind.CHANGED, diff.Kind.MOVED)
            else None,
        )
        for c in found
    ]
    return changes, [tuple(cause.value for cause in c.causes) for c in found]


CHANGES = {
    "a cell": (
        f"UPDATE activity SET date_end = '2020-08-20' WHERE activity_id = '{SMART}'",
        [("changed", "activity", SMART, {"date_end": ("2020-08-19", "2020-08-20")})],
    ),
    "a cell that becomes null": (
        f"UPDATE activity SET action_line = NULL WHERE activity_id = '{SMART}'",
        [("changed", "activity", SMART, {"action_line": ("L1", None)})],
    ),
    "a row at the end of a list": (
        f"INSERT INTO activity_outcome VALUES ('{SMART}', 2, 'L3', 'L3')",
        [("added", "activity_outcome", f"{SMART}/2", None)],
    ),
    "a row that is gone": (
        f"DELETE FROM activity_outcome WHERE activity_id = '{SMART}'",
        [("removed", "activity_outcome", f"{SMART}/1", None)],
    ),
    "the last row of a table": (
        "DELETE FROM resolution WHERE resolution_id = (SELECT max(resolution_id) FROM resolution)",
        1,
    ),
    "the first row of the first list": (
        "DELETE FROM report_member WHERE report_id = '2020-07--2020-09' AND position = 1",
        [("removed", "report_member", f"{REPORT}/1", None)],
    ),
    "an activity at another place": (
        f"UPDATE activity SET position = 99 WHERE activity_id = '{SMART}'",
        [("moved", "activity", SMART, {"position": (2, 99)})],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_told(ledger, changed, name):
    statement, expected = CHANGES[name]
    changes, _ = told(ledger, changed(statement))
    assert len(changes) == expected if isinstance(expected, int) else changes == expected


def test_the_same_ledger_does_not_differ(ledger, changed):
    summary = diff.summarise(diff.compare(ledger, changed()))
    assert not summary.differs
    assert (summary.inputs, summary.causes) == ((), {})
    assert list(diff.summary_lines(summary)) == ["the two ledgers hold the same rows"]
    assert "hold the same rows" in diff.summary_html(summary)


def test_a_row_put_in_at_the_head_is_one_change(ledger, changed):
    new = changed(
        f"UPDATE activity_member SET position = position + 100 WHERE activity_id = '{SMART}'",
        f"INSERT INTO activity_member SELECT activity_id, 1, 'Oslo', NULL, resolution_id"
        f" FROM activity_member WHERE activity_id = '{SMART}' AND position = 101",
        f"UPDATE activity_member SET position = position - 99"
        f" WHERE activity_id = '{SMART}' AND position > 100",
    )
    changes, _ = told(ledger, new)
    assert [change[:3] for change in changes] == [
        ("added", "activity_member", f"{SMART}/1"),
        ("moved", "activity_member", f"{SMART}/2"),
        ("moved", "activity_member", f"{SMART}/3"),
    ]
    summary = diff.summarise(diff.compare(ledger, new))
    (counts,) = [table for table in summary.tables if table.differing]
    assert (counts.table, counts.moved, len(counts.first), counts.hidden) == (
        "activity_member", 2, 1, 0,
    )  # fmt: skip


def test_a_row_of_a_list_is_the_same_where_it_is_about_the_same(ledger, changed):
    new = changed(
        f"DELETE FROM media_mention WHERE report_id = '{REPORT}' AND position = 1",
        f"UPDATE media_mention SET position = position - 1 WHERE report_id = '{REPORT}'",
        f"UPDATE media_mention SET topic = 'Other' WHERE report_id = '{REPORT}' AND position = 5",
    )
    changes, _ = told(ledger, new)
    kinds = [kind for kind, *_ in changes]
    assert (kinds.count("removed"), kinds.count("changed"), kinds.count("moved")) == (1, 1, 22)
    (change,) = [change for change in changes if change[0] == "changed"]
    assert (set(change[3]), change[3]["topic"][1]) == ({"position", "topic"}, "Other")


def test_rows_of_a_report_that_is_gone_are_counted_not_shown(ledger, changed):
    new = changed(
        "DELETE FROM activity_outcome WHERE activity_id LIKE '2021%'",
        "DELETE FROM activity WHERE activity_id LIKE '2021%'",
        "DELETE FROM report WHERE report_id LIKE '2021%'",
    )
    summary = diff.summarise(diff.compare(ledger, new))
    differing = {table.table: table for table in summary.tables if table.differing}
    assert {name: len(table.first) for name, table in differing.items()} == {
        "report": 1, "activity": 0, "activity_outcome": 0,
    }  # fmt: skip
    assert differing["activity"].followers == 29
    more = differing["activity"].followers + differing["activity_outcome"].followers
    assert f"{more} more rows came or went with their report or activity" in list(
        diff.summary_lines(summary)
    )


def test_lines_and_evidence_are_counted_alone(ledger, changed):
    new = changed(
        "UPDATE line SET role = 'caption' WHERE line_no = 5",
        "DELETE FROM evidence WHERE table_name = 'claim'",
    )
    changes, _ = told(ledger, new)
    assert changes == []
    summary = diff.summarise(diff.compare(ledger, new))
    counts = {t.table: dict(t.kinds) for t in summary.tables if t.differing}
    assert counts["line"] == {diff.Kind.CHANGED: 2}
    assert set(counts["evidence"]) == {diff.Kind.REMOVED}
    assert summary.differs


META = "UPDATE meta SET value = 'other' WHERE key = '{}'"
RECOGNISED = "INSERT INTO meta VALUES ('recognised/' || ({}), 'Tesseract 4')"
DATE = f"UPDATE activity SET date_end = '2099-01-01' WHERE activity_id = '{SMART}'"
MEMBER = f"UPDATE activity_member SET member_id = 'dakar' WHERE activity_id = '{SMART}'"
DECIDED = f"""UPDATE resolution SET method = 'decision' WHERE resolution_id IN
    (SELECT resolution_id FROM activity_member WHERE activity_id = '{SMART}')"""
DOCUMENT = f"""UPDATE report SET document_id =
    (SELECT document_id FROM report WHERE report_id <> '{REPORT}') WHERE report_id = '{REPORT}'"""
# What is done to the new ledger, the table to look at, and the causes told there.
CAUSES = {
    "nothing that differs": ((DATE,), "activity", ("none",)),
    "document": ((DATE, DOCUMENT), "activity", ("document",)),
    "document and program": (
        (DATE, DOCUMENT, META.format("program")), "activity", ("document", "program"),
    ),
    "program": ((DATE, META.format("program")), "activity", ("program",)),
    "a recogniser": (
        (DATE, RECOGNISED.format(f"SELECT document_id FROM report WHERE report_id = '{REPORT}'")),
        "activity", ("program",),
    ),
    "a recogniser of what the other was not offered": (
        (DATE, RECOGNISED.format("'none'")), "activity", ("none",),
    ),
    "layout": ((DATE, META.format("layout/metropolis-2020")), "activity", ("layout",)),
    "another layout": ((DATE, META.format("layout/metropolis-2021")), "activity", ("none",)),
    "register and a date": ((DATE, META.format("register")), "activity", ("none",)),
    "register and a member": ((MEMBER, META.format("register")), "activity_member", ("register",)),
    "decisions and a member": (
        (MEMBER, META.format("decisions")), "activity_member", ("decisions",),
    ),
    "both and a member": (
        (MEMBER, META.format("decisions"), META.format("register")),
        "activity_member", ("decisions", "register"),
    ),
    "both and a member that a person settled": (
        (MEMBER, DECIDED, META.format("decisions"), META.format("register")),
        "activity_member", ("decisions",),
    ),
    "layout and program": (
        (DATE, META.format("program"), META.format("layout/metropolis-2020")),
        "activity", ("layout", "program"),
    ),
    "register of members": (
        ("UPDATE member SET region = 'Europe' WHERE member_id = 'dakar'", META.format("register")),
        "member", ("register",),
    ),
    "a plan's title": (
        ("UPDATE plan_item SET title = 'x' WHERE code = 'L1' AND plan_id = '2018-2020'",
         META.format("layout/metropolis-2021")),
        "plan_item", ("layout",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CAUSES)
def test_cause_of_a_change(ledger, changed, name):
    statements, table, expected = CAUSES[name]
    changes, causes = told(ledger, changed(*statements))
    assert {c for (_, t, *_), c in zip(changes, causes, strict=True) if t == table} == {expected}


@pytest.fixture
def ingested(tmp_path):
    """Return a function that ingests one report as told and opens the ledger."""
    made = []

    def of(text, inputs=None):
        folder = tmp_path / str(len(made))
        folder.mkdir()
        (folder / "report.txt").write_text(text, "utf-8")
        ingest([folder / "report.txt"], folder / "ledger.db", inputs)
        made.append(sqlite3.connect(folder / "ledger.db"))
        return made[-1]

    yield of
    for each in made:
        each.close()


TEXT = (ROOT / "tests" / "reports" / "2019-10--2019-12.txt").read_text("utf-8")


def test_real_ledgers_of_another_document(ingested):
    changes, causes = told(
        ingested(TEXT), ingested(TEXT.replace("Johanesburg, Montevidio", "Johanesburg, Quito"))
    )
    assert {"document", "report", "activity_member"} <= {table for _, table, *_ in changes}
    assert set(causes) == {("document",)}


def test_real_ledgers_of_other_decisions(ingested, tmp_path):
    same = Decision(
        kind="member", raw="Barcelona", judgement="same", member="barcelona-city",
        who="Ana", when="2024-01-01", why="asked the city",
    )  # fmt: skip
    path = tmp_path / "decisions.jsonl"
    path.write_text(same.as_line(), "utf-8")
    changes, causes = told(ingested(TEXT), ingested(TEXT, Inputs(decisions=path)))
    assert ("changed", "activity_member") in {change[:2] for change in changes}
    assert set(causes) == {("decisions",)}


def test_real_ledgers_of_another_register(ingested, tmp_path):
    register = tmp_path / "register"
    shutil.copytree(DIRECTORY, register)
    members = register / "members.csv"
    members.write_text(
        members.read_text("utf-8").replace(
            "quito,Quito,EC,Latin America", "quito,Kito,EC,Latin America"
        ),
        "utf-8",
    )
    changes, causes = told(ingested(TEXT), ingested(TEXT, Inputs(register=register)))
    assert ("changed", "member") in {change[:2] for change in changes}
    assert set(causes) == {("register",)}


# The law: the changes, applied to the old rows, give the new ones. Words stand for rows of a list.
WORDS = st.lists(st.sampled_from("ABCD"), max_size=8)


def listed(connection, words):
    connection.execute("DELETE FROM activity_outcome")
    rows = [("a/b", n, word.lower(), word) for n, word in enumerate(words, 1)]
    connection.executemany("INSERT INTO activity_outcome VALUES (?, ?, ?, ?)", rows)
    return {row[1]: row for row in rows}


@pytest.fixture(scope="module")
def empty():
    """Two ledgers without rows."""
    with closing(sqlite3.connect(":memory:")) as old, closing(sqlite3.connect(":memory:")) as new:
        for connection in (old, new):
            connection.executescript(SCHEMA.read_text("utf-8"))
            connection.execute("PRAGMA foreign_keys = OFF")
        yield old, new


@given(before=WORDS, after=WORDS)
def test_changes_lead_from_old_to_new(empty, before, after):
    rows, expected = listed(empty[0], before), listed(empty[1], after)
    comparison = diff.compare(*empty)
    (table,) = [each for each in comparison.tables if each.name == "activity_outcome"]
    gone, come = set(), {}
    for change in comparison.walk(table):
        cells = {cell.column: cell for cell in change.cells}
        at = change.key[1]
        if change.kind is diff.Kind.ADDED:
            come[at] = tuple(cells[column].new for column in table.columns)
            continue
        old_at = cells[POSITION].old if POSITION in cells else at
        gone.add(old_at)
        if change.kind is not diff.Kind.REMOVED:
            row = dict(zip(table.columns, rows[old_at], strict=True))
            assert all(row[name] == cell.old for name, cell in cells.items())
            come[at] = tuple((row | {name: c.new for name, c in cells.items()}).values())
    result = {at: row for at, row in rows.items() if at not in gone}
    assert not result.keys() & come.keys()
    assert result | come == expected
    assert (gone or come) or before == after


def test_a_very_long_list_is_paired_by_its_order(empty):
    listed(empty[0], ["A"] * 3000)
    listed(empty[1], ["B"] + ["A"] * 2999)
    changes, _ = told(*empty)
    assert [change[:3] for change in changes] == [("changed", "activity_outcome", "a/b/1")]
    for connection in empty:
        listed(connection, [])


def test_tables_are_those_of_the_schema(empty):
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta'"
    assert {name for (name,) in empty[0].execute(query)} == {*LISTED, *COUNTED}
    known = {table.name: table for table in tables(empty[0], "old")}
    assert {name for name, table in known.items() if table.is_list} == set(ABOUT)
    for name, about in ABOUT.items():
        assert set(about) <= set(known[name].columns)


REFUSED = {
    "no ledger": ("CREATE TABLE x (y)", "the new database is no ledger of this version"),
    "a table is gone": ("DROP TABLE claim", "it has no table claim"),
    "another column": ("ALTER TABLE claim ADD COLUMN z TEXT", "table claim has other columns"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_compared(ledger, changed, name):
    statement, message = REFUSED[name]
    new = changed()
    if name == "no ledger":
        new = sqlite3.connect(":memory:")
    with closing(new):
        new.execute(statement)
        with pytest.raises(diff.CannotCompare, match=message):
            diff.compare(ledger, new)


def test_a_damaged_ledger_cannot_be_compared(ledger, tmp_path):
    path = tmp_path / "damaged.db"
    with closing(sqlite3.connect(path)) as copy:
        ledger.backup(copy)
    data = bytearray(path.read_bytes())
    data[4096 * 40 :] = b"\xff" * len(data[4096 * 40 :])
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as new, pytest.raises(diff.CannotCompare, match="ingest"):
        diff.summarise(diff.compare(ledger, new))


def as_json(old, new):
    parts = []
    summary = diff.write_json(diff.compare(old, new), parts.append)
    written = json.loads("".join(parts))
    jsonschema.validate(written, JSON_SCHEMA)
    assert written["differs"] == summary.differs
    return written


def test_json_of_the_same(ledger, changed):
    written = as_json(ledger, changed())
    assert (written["kind"], written["changes"], written["differs"]) == ("ledgers", [], False)


def test_json_of_changes(ledger, changed):
    gone = f"DELETE FROM activity_outcome WHERE activity_id = '{SMART}'"
    written = as_json(ledger, changed(DATE, gone, META.format("program")))
    assert written["changes"] == [
        {
            "table": "activity",
            "kind": "changed",
            "row_id": SMART,
            "report_id": REPORT,
            "causes": ["program"],
            "cells": {"date_end": {"old": "2020-08-19", "new": "2099-01-01"}},
        },
        {
            "table": "activity_outcome",
            "kind": "removed",
            "row_id": f"{SMART}/1",
            "report_id": REPORT,
            "causes": ["program"],
            "row": {"activity_id": SMART, "position": 1, "code": "L1M2D2", "raw": "L1M2D2"},
        },
    ]
    assert written["causes"] == [{"causes": ["program"], "changes": 2}]
    assert written["inputs"] == [
        {"cause": "program", "name": "program", "old": "0.1.0", "new": "other"}
    ]


HOSTILE = "<script>alert(1)</script>\"'></style><img src=x onerror=alert(1)>\x1b[31m\u202e=1+1"
ALLOWED = {
    "section", "p", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary",
    "ul", "li", "b", "code", "span", "dl", "dt", "dd", "del", "ins", "h3", "h4",
}  # fmt: skip


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes = [], set(), set()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def check_html(html):
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    assert tags.tags <= ALLOWED
    assert tags.attributes <= {"class", "scope", "open"}


def test_what_was_printed_does_no_harm(ledger, changed):
    new = changed(META.format("program"))
    new.execute("UPDATE activity SET title = ? WHERE activity_id = ?", (HOSTILE, SMART))
    new.execute("UPDATE meta SET value = ? WHERE key = 'register'", (HOSTILE,))
    new.execute("INSERT INTO partner VALUES (?, ?)", (HOSTILE, HOSTILE))
    summary = diff.summarise(diff.compare(ledger, new))
    check_html(diff.summary_html(summary))
    for line in diff.summary_lines(summary):
        assert line.isprintable()
    assert as_json(ledger, new)["differs"]


def test_lines_for_people(ledger, changed):
    new = changed(DATE, META.format("program"))
    assert list(diff.summary_lines(diff.summarise(diff.compare(ledger, new)))) == [
        "other program: program 0.1.0 -> other",
        "table     old  new  added  removed  changed  moved",
        "activity   43   43                        1",
        "1 changes come from the program",
        f"~ activity {SMART} (the program)",
        "    date_end: 2020-08-19 -> 2099-01-01",
    ]
