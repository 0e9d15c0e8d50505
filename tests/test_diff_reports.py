"""Two reports of one ledger compared: members, seats, plan, activity, figures."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import jsonschema
import pytest
from metroledger.quality import diff

ROOT = Path(__file__).resolve().parent.parent
JSON_SCHEMA = json.loads((ROOT / "docs" / "diff.schema.json").read_text("utf-8"))
OLD, NEW = "2020-07--2020-09", "2021-09--2021-12"


@pytest.fixture
def series(ledger):
    """The corpus, with a next report that tells the same as the first until it is changed."""
    with closing(sqlite3.connect(":memory:")) as copy:
        ledger.backup(copy)
        copy.execute("PRAGMA foreign_keys = OFF")
        for table in (
            "report", "activity", "activity_member", "report_member", "report_plan_item",
            "report_challenge", "figure", "appointment",
        ):  # fmt: skip
            names = [c for (c,) in copy.execute("SELECT name FROM pragma_table_info(?)", (table,))]
            ids = {"report_id", "activity_id"}
            values = (f"replace({c}, '{OLD}', 'next')" if c in ids else c for c in names)
            key = "report_id" if "report_id" in names else "activity_id"
            copy.execute(
                f"INSERT INTO {table} SELECT {', '.join(values)} FROM {table}"
                f" WHERE {key} LIKE '{OLD}%'"
            )
        yield copy


def test_the_corpus(ledger):
    changes = diff.compare_reports(ledger, OLD, NEW)
    members = changes.members
    assert (members.count_old, members.count_new) == (141, 144)
    assert [each.name for each in members.joined] == [
        "Nanning", "Palembang", "Semarang", "Guadalajara (IMEPLAN)",
    ]  # fmt: skip
    assert [each.name for each in members.left] == ["Greater Manchester"]
    assert ("Turin", "TURIN", "Torino") in {move[1:] for move in members.renamed}
    assert ("Dakar", "DAKAR", "Dakar") not in {move[1:] for move in members.renamed}
    assert (members.moved_region, members.standing) == ((), ())
    successions = {
        (each.old.name, each.new.name, each.same_words)
        for each in changes.seats.changed
        if each.old.person_id != each.new.person_id
    }
    assert ("Christian Di Candia", "Carolina Cosse", False) in successions
    assert ("Fengchao Wang", "Wang Fengchao", True) in successions
    assert (changes.old.plan_id, changes.new.plan_id) == ("2018-2020", "2021-2023")
    assert (len(changes.plan_items.listed), len(changes.plan_items.dropped)) == (36, 38)
    assert (len(changes.challenges.listed), changes.challenges.dropped) == (11, ())
    assert (changes.activity.activities_old, changes.activity.activities_new) == (14, 29)
    assert diff.Count("Guangzhou", 4, 13) in changes.activity.by_member
    figures = {each.label: (each.old, each.new, each.change) for each in changes.figures}
    assert figures["2020 fees"] == ("55", None, None)
    assert figures["experts with whom we have collaborated"] == ("350+", "+148", -202.0)
    assert changes.differs


WHERE = "WHERE report_id = 'next' AND raw = "
# What the next report changes, and the one line that tells it.
CHANGES = {
    "joined": (
        "INSERT INTO report_member SELECT report_id, 999, 'Asia-Pacific', 'Nanning', 'nanning',"
        " 'member', resolution_id FROM report_member WHERE report_id = 'next' AND position = 1",
        ["members: 141 -> 142", "joined: Nanning (Asia-Pacific, member)"],
    ),
    "left": (
        f"DELETE FROM report_member {WHERE}'DAKAR'",
        ["members: 141 -> 140", "left: Dakar (Africa, member)"],
    ),
    "renamed": (
        f"UPDATE report_member SET raw = 'Torino' {WHERE}'TURIN'",
        ["printed otherwise: Turin: TURIN -> Torino"],
    ),
    "in another case": (f"UPDATE report_member SET raw = 'Turin' {WHERE}'TURIN'", []),
    "moved region": (
        f"UPDATE report_member SET region = 'Europe' {WHERE}'DAKAR'",
        ["moved region: Dakar: Africa -> Europe"],
    ),
    "standing": (
        f"UPDATE report_member SET status = 'honorary' {WHERE}'DAKAR'",
        ["other standing: Dakar: member -> honorary"],
    ),
    "not resolved any more": (
        f"UPDATE report_member SET member_id = NULL {WHERE}'DAKAR'",
        [
            "joined: DAKAR (Africa, member, not resolved)",
            "left: Dakar (Africa, member)",
        ],
    ),
    "title of a post": (
        f"UPDATE appointment SET title = 'Director' {WHERE}'Xavier Borrell'",
        [
            "changed: Xavier Borrell (secretariat, Administration Officer);"
            " title: Administration Officer -> Director"
        ],
    ),
    "went": (
        f"DELETE FROM appointment {WHERE}'Xavier Borrell'",
        ["went: Xavier Borrell (secretariat, Administration Officer)"],
    ),
    "succeeded": (
        "UPDATE appointment SET person_id = 'carolina-cosse', raw = 'Carolina Cosse'"
        " WHERE report_id = 'next' AND raw = 'Christian Di Candia'",
        [
            "changed: Christian Di Candia (board, Latin America and the Caribbean, Co-Presidency,"
            " Mayor of Montevideo) -> Carolina Cosse"
        ],
    ),
    "retitled": (
        "UPDATE report_plan_item SET title = 'x' WHERE report_id = 'next' AND code = 'L2M2D4'",
        ["plan item titled otherwise: 2018-2020 L2M2D4 Metropolis website -> x"],
    ),
    "no longer listed": (
        "DELETE FROM report_plan_item WHERE report_id = 'next' AND code = 'L2M2D4'",
        ["plan item no longer listed: 2018-2020 L2M2D4 Metropolis website"],
    ),
    "a figure": (
        "UPDATE figure SET printed = '60', value = 60 WHERE report_id = 'next'"
        " AND label = '2020 fees'",
        ["Membership Payment Status, 2020 fees: 55 -> 60 (+5)"],
    ),
    "a member less active": (
        "DELETE FROM activity_member WHERE activity_id LIKE 'next%' AND raw = 'Sofia'",
        [
            "members active by region: Europe 10 -> 9",
            "activities by member: Sofia 1 -> 0",
        ],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_told_alone(series, name):
    statement, expected = CHANGES[name]
    assert series.execute(statement).rowcount > 0
    changes = diff.compare_reports(series, OLD, "next")
    lines = list(diff.report_lines(changes))
    same = [] if expected else ["the two reports tell the same"]
    assert lines == [f"{OLD} -> next", *same, *expected]
    assert changes.differs == bool(expected)


def test_a_name_in_doubt_that_stays_is_no_change(series):
    series.execute("UPDATE report_member SET member_id = NULL WHERE member_id = 'dakar'")
    assert not diff.compare_reports(series, OLD, "next").differs


def test_json(ledger, series):
    for connection, new in ((ledger, NEW), (series, "next")):
        written = diff.reports_json(diff.compare_reports(connection, OLD, new))
        jsonschema.validate(written, JSON_SCHEMA)
        assert json.loads(json.dumps(written)) == written
        assert written["differs"] == (new == NEW)


def test_html_is_escaped_and_whole(series):
    hostile = "<script>alert(1)</script>"
    for statement in (
        "UPDATE report_member SET raw = ?, member_id = NULL WHERE report_id = 'next'",
        "UPDATE appointment SET title = ? WHERE report_id = 'next'",
        "UPDATE report_plan_item SET title = ? WHERE report_id = 'next'",
        "UPDATE figure SET printed = ? WHERE report_id = 'next'",
        "UPDATE member SET name = ? WHERE member_id = 'quito'",
    ):
        assert series.execute(statement, (hostile,)).rowcount > 0
    changes = diff.compare_reports(series, OLD, "next")
    html = diff.reports_html(changes)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") > 100
    for heading in ("Members that joined", "Seats that changed", "Plan items titled otherwise"):
        assert heading in html


def test_a_report_that_is_not_there(ledger):
    with pytest.raises(diff.CannotCompare, match=f"2019: no such report; there is {OLD}, {NEW}"):
        diff.compare_reports(ledger, OLD, "2019")
