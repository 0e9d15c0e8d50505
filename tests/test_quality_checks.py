"""Each check with the smallest ledger that shows it, and one in which it must stay silent."""

import checks_of_codes
import checks_of_counts
import checks_of_dates
import checks_of_lists
import checks_of_names
import checks_of_print
import pytest
from metroledger.quality.check import OWN, Check, checks
from metroledger.quality.errors import CheckError
from metroledger.quality.run import findings
from small_ledger import DOC, Q3, Q4, one

THEMES = (
    checks_of_dates, checks_of_codes, checks_of_counts,
    checks_of_lists, checks_of_names, checks_of_print,
)  # fmt: skip
# check -> {what: (ledger, messages)}; no messages: it must stay silent.
CASES = {check: cases for theme in THEMES for check, cases in theme.CASES.items()}


def test_every_check_has_a_case_that_shows_it_and_one_that_does_not():
    assert sorted(CASES) == sorted(path.stem for path in OWN.glob("*.sql"))
    for check, cases in CASES.items():
        assert {bool(messages) for _, messages in cases.values()} == {True, False}, check


@pytest.mark.parametrize(
    ("check", "ledger", "messages"),
    [
        pytest.param(check, ledger, messages, id=f"{check}: {what}")
        for check, cases in CASES.items()
        for what, (ledger, messages) in cases.items()
    ],
)
def test_check(check, ledger, messages):
    found = [each for each in findings(ledger.connection) if each.check == check]
    assert [each.message for each in found] == messages
    assert all(each.finding_id.partition("/")[0] in (Q3, Q4, "ledger") for each in found)


def test_what_loading_found_is_told_too():
    ledger = one().put(
        "finding", finding_id="x", report_id=Q3, check="impossible-date", severity="error",
        message="no day", found="31 June", table_name="activity", row_id=f"{Q3}/a",
        document_id=DOC, line_no=3,
    )  # fmt: skip
    (found,) = findings(ledger.connection)
    assert (found.finding_id, found.severity, found.found) == ("x", "error", "31 June")


def write(folder, text, name="mine"):
    (folder / f"{name}.sql").write_text(text, "utf-8")
    return folder


HEADER = "-- check: mine\n-- severity: note\n-- message: {title} is short\n"
QUERY = (
    "SELECT report_id, 'activity' AS table_name, activity_id AS row_id, NULL AS expected,"
    " title AS found, title FROM activity"
)


def test_a_check_of_ones_own(tmp_path):
    ledger = one().activity("walk")
    (found,) = findings(ledger.connection, [write(tmp_path, HEADER + QUERY)])
    assert (found.finding_id, found.message) == (f"{Q3}/mine/walk", "walk is short")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("SELECT 1", "its header lacks check"),
        (HEADER.replace("mine", "yours") + QUERY, "name them alike"),
        (HEADER.replace("note", "grave") + QUERY, "severity must be one of"),
        (HEADER + "SELECT title FROM activity", "does not return report_id"),
        (HEADER + "SELECT colour FROM activity", "no such column: colour"),
        (HEADER + "DELETE FROM activity", "not authorized"),
        (HEADER + "ATTACH 'x.db' AS x", "not authorized"),
        (HEADER + QUERY + "; SELECT 1", "one statement at a time"),
        (HEADER.replace("{title}", "{name}") + QUERY, "no column 'name'"),
    ],
)
def test_a_check_that_cannot_be(tmp_path, text, fault):
    ledger = one().activity()
    with pytest.raises(CheckError, match=fault):
        findings(ledger.connection, [write(tmp_path, text)])
    assert ledger.connection.execute("SELECT count(*) FROM activity").fetchone() == (1,)


def test_a_folder_without_checks_is_refused(tmp_path):
    with pytest.raises(CheckError, match="there is no check in it"):
        checks([tmp_path])


def test_a_name_taken_is_refused(tmp_path):
    text = HEADER.replace("mine", "weekday") + QUERY
    with pytest.raises(CheckError, match="has that name"):
        checks([write(tmp_path, text, "weekday")])


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_a_check_tells_what_it_looks_for(check: Check):
    assert check.about.endswith(".")
    assert len(check.path.read_text("utf-8").splitlines()) < 90
