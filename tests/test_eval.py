"""The ledger made from every report with gold has every field right, in order, and nothing more."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import measure_reports as measure
import pytest
from metroledger import cli
from metroledger.pipeline import ingest
from metroledger.quality import eval as scoring
from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = Path(os.environ.get("METROLEDGER_ORIGINALS", ROOT.parent / "shared" / "corpus"))
CUT_OFF = {"2021-05--2021-08.txt"}  # breaks off in a list of members: refused
GOLDEN, REPORTS, BAD = (ROOT / "tests" / name for name in ("golden", "reports", "bad"))
# Where documents stand, their kind, and their gold. Shelves of the same periods are kept apart.
SHELVES = {
    "corpus": (ROOT / "corpus", ".txt", GOLDEN / "corpus"),
    "corpus-pdf": (ROOT / "corpus", ".pdf", GOLDEN / "corpus"),
    "reports": (REPORTS, ".txt", REPORTS),
    "bad": (BAD, ".txt", BAD),
    "originals": (ORIGINALS, ".txt", GOLDEN / "originals"),
    "originals-pdf": (ORIGINALS, ".pdf", GOLDEN / "originals"),
}
GOLD = [
    (shelf, path)
    for shelf, (_, _, folder) in SHELVES.items()
    for path in sorted(folder.glob("*.json"))
    if f"{path.stem}.txt" not in CUT_OFF
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """Return a function from shelf to connection; each shelf is ingested once."""
    made = {}

    def of(shelf):
        if shelf not in made:
            db = tmp_path_factory.mktemp(shelf) / "ledger.db"
            folder, suffix, _ = SHELVES[shelf]
            ingest(sorted(folder.glob(f"*{suffix}")), db)
            made[shelf] = sqlite3.connect(db)
        return made[shelf]

    yield of
    for connection in made.values():
        connection.close()


@pytest.mark.parametrize(
    ("shelf", "path"), GOLD, ids=[f"{shelf}/{path.stem}" for shelf, path in GOLD]
)
def test_every_field_is_right(ledger, shelf, path):
    folder, suffix, _ = SHELVES[shelf]
    document = folder / f"{path.stem}{suffix}"
    if not document.is_file():
        pytest.skip(f"the original {document.name} is not here: set METROLEDGER_ORIGINALS")
    (score,) = scoring.evaluate(ledger(shelf), [path])
    if path.stem == "terminal-escapes":  # values are kept without what no reader can see
        assert all(each.folded.perfect for each in score.fields), scoring.table(score)
        return
    wrong = {each.field for each in score.fields if not each.strict.perfect}
    assert (score.stored, wrong, score.misses) == (True, set(), ()), scoring.table(score)
    # A PDF has measures and deliverables of a plan in two columns, a text in turn.
    by_columns = {"plan"} if suffix == ".pdf" else set()
    assert {each.field for each in score.fields if not each.in_order} <= by_columns
    assert score.whole == score.activities


def test_the_table_of_the_originals_in_the_docs_is_true(ledger):
    if not all(list(ORIGINALS.glob(f"*{suffix}")) for suffix in (".txt", ".pdf")):
        pytest.skip("the originals are not here: set METROLEDGER_ORIGINALS")
    text, pdf = (
        scoring.total(scoring.evaluate(ledger(shelf), [GOLDEN / "originals"]))
        for shelf in ("originals", "originals-pdf")
    )
    assert measure.printed() == measure.table(text, pdf), "run: scripts/measure_reports.py --docs"


@pytest.mark.parametrize("name", sorted(CUT_OFF))
def test_report_that_is_cut_off_is_refused(tmp_path, name):
    result = ingest([REPORTS / name, *sorted((ROOT / "corpus").glob("*.txt"))], tmp_path / "l.db")
    (refused,) = [each for each in result.outcomes if each.status == "rejected"]
    assert refused.name == name
    assert refused.reason.startswith("the report is cut off")
    with closing(sqlite3.connect(tmp_path / "l.db")) as connection:
        (score,) = scoring.evaluate(connection, [REPORTS / f"{Path(name).stem}.json"])
    assert not score.stored
    assert sum(each.strict.right + each.strict.extra for each in score.fields) == 0


# Changes to a ledger of the corpus, and what the score of its 2020 report must then say: the
# fields that are no longer perfect strictly (right, missed, extra), those that are when folded.
FAULTS = {
    "a wrong member": (
        "UPDATE activity_member SET member_id = 'dakar' WHERE member_id = 'quito'"
        " AND activity_id LIKE '2020-07--2020-09/smart%'",
        {"membership": (1, 1, 1)},
        set(),
    ),
    "a name without its accent": (
        "UPDATE report_activated_member SET raw = 'Bogota' WHERE raw = 'Bogotá'",
        {"activated": (65, 1, 1)},
        {"activated"},
    ),
    "a code too many": (
        "INSERT INTO activity_outcome SELECT activity_id, 99, 'L3M1D1', 'L3M1D1' FROM activity"
        " WHERE activity_id LIKE '2020-07--2020-09/smart%'",
        {"outcomes": (1, 0, 1)},
        set(),
    ),
    "a list that must be empty": (
        "INSERT INTO activity_challenge SELECT activity_id, 1, '1.1', '1.1' FROM activity"
        " WHERE activity_id LIKE '2020-07--2020-09/smart%'",
        {"activity_challenges": (0, 0, 1)},
        set(),
    ),
    "a date misread": (
        "UPDATE activity SET date_start = '2021-08-19' WHERE activity_id LIKE '2020-07--%/smart%'",
        {"date_start": (0, 1, 1)},
        set(),
    ),
    "a title in another case": (
        "UPDATE activity SET title = upper(title) WHERE activity_id LIKE '2020-07--%/megaci%'",
        {"title": (0, 1, 1)},
        {"title"},
    ),
    "a word of prose lost": (
        "UPDATE activity SET narrative = substr(narrative, 6) WHERE activity_id"
        " LIKE '2020-07--2020-09/smart%'",
        {"narrative": (0, 1, 1)},
        set(),
    ),
    "white space in prose": (
        "UPDATE activity SET narrative = replace(narrative, ' ', '  ') WHERE activity_id"
        " LIKE '2020-07--2020-09/smart%'",
        {},
        set(),
    ),
    "an outlet's month": (
        "UPDATE media_mention SET month = NULL WHERE report_id LIKE '2020%' AND position = 1",
        {"media": (23, 1, 1)},
        set(),
    ),
    "a figure": (
        "UPDATE figure SET value = value * 100 WHERE report_id LIKE '2020%' AND position = 1",
        {"figures": (8, 1, 1)},
        set(),
    ),
    "a signatory": (
        "UPDATE note SET signatory = NULL WHERE report_id LIKE '2020%'",
        {"note": (2, 1, 0)},
        set(),
    ),
}
SMART = "2020-07--2020-09: Smart cities vs. Human cities"
MEGACITIES = "2020-07--2020-09: Megacities' Post-COVID Planning"
OF_ACTIVITY = {
    "title", "date_start", "outcomes", "activity_challenges", "membership", "narrative",
}  # fmt: skip


@pytest.fixture
def damaged(ledger):
    """Return a function that scores the corpus' 2020 report after a change that is undone."""
    connection = ledger("corpus")
    gold = json.loads((GOLDEN / "corpus" / "2020-07--2020-09.json").read_text("utf-8"))

    def score(change):
        assert connection.execute(change).rowcount > 0
        return scoring.score(connection, gold)

    yield score
    connection.rollback()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_shows_in_its_field_alone(damaged, fault):
    change, expected, when_folded = FAULTS[fault]
    score = damaged(change)
    imperfect = {each.field: each for each in score.fields if not each.strict.perfect}
    assert set(imperfect) == set(expected)
    for field, counts in expected.items():
        own = [m for m in score.misses if m.field == field]
        kinds = [miss.kind for miss in own]
        assert (kinds.count("missed"), kinds.count("extra")) == counts[1:]
        assert imperfect[field].folded.perfect == (field in when_folded)
        assert all(miss.folded == (field in when_folded) for miss in own)
        if field in OF_ACTIVITY:
            assert {miss.where for miss in own} <= {SMART, MEGACITIES}
            assert score.whole == score.activities - 1
        else:
            tally = imperfect[field].strict
            assert (tally.right, tally.missed, tally.extra) == counts
            assert score.whole == score.activities


def test_lists_in_another_order_are_right_but_not_in_order(damaged):
    score = damaged(
        "UPDATE activity_outcome SET position = 9 - position"
        " WHERE activity_id LIKE '2020-07--2020-09/marine%'"
    )
    assert score.misses == ()
    assert [each.field for each in score.fields if not each.in_order] == ["outcomes"]
    assert score.whole == score.activities - 1


def test_a_missing_activity_misses_all_its_entries(damaged):
    score = damaged(
        "UPDATE activity SET report_id = '2021-09--2021-12', position = 99"
        " WHERE activity_id LIKE '2020-07--2020-09/smart%'"
    )
    missed = {miss.field for miss in score.misses if miss.where == SMART}
    assert missed == {
        "title", "date_text", "date_start", "date_end", "action_line", "outcomes", "members",
        "membership", "narrative",
    }  # fmt: skip
    assert {miss.kind for miss in score.misses} == {"missed"}


def test_measures_of_nothing_are_perfect():
    tally = scoring.Tally()
    assert (tally.precision, tally.recall, tally.f1) == (1, 1, 1)
    assert (scoring.Tally(extra=1).precision, scoring.Tally(extra=1).recall) == (0, 1)
    assert scoring.Tally(right=2, missed=1, extra=1).f1 == pytest.approx(2 / 3)


BROKEN = {
    "no JSON": "{",
    "no object": "[1]",
    "no sections": "{}",
    "unknown cells": None,
}


@pytest.mark.parametrize("fault", BROKEN)
def test_what_is_no_gold_is_refused_by_name(ledger, tmp_path, fault):
    text = BROKEN[fault]
    if text is None:
        gold = json.loads((REPORTS / "2019-04--2019-06.json").read_text("utf-8"))
        text = json.dumps({**gold, "claims": [{"printed": "x"}]})
    path = tmp_path / "gold.json"
    path.write_text(text)
    with pytest.raises(scoring.NoGold, match=r"gold\.json"):
        scoring.evaluate(ledger("corpus"), [path])


def test_table_and_json_tell_the_same(damaged):
    score = damaged(FAULTS["a name without its accent"][0])
    table = scoring.table(score)
    (line,) = [line for line in table.splitlines() if line.startswith("activated")]
    assert line.split() == ["activated", "66", "0.985", "0.985", "0.985", "1.000", "kept"]
    assert "missed activated: Bogotá | Bogotá (right when folded) [2020-07--2020-09]" in table
    (told,) = scoring.as_json([score])
    assert told["fields"]["activated"]["strict"]["missed"] == 1
    assert told["misses"][0] == {
        "field": "activated",
        "where": "2020-07--2020-09",
        "kind": "missed",
        "entry": {"raw": "Bogotá", "member": "Bogotá"},
        "right_when_folded": True,
    }
    json.dumps(told)


def test_table_shows_no_control_character(ledger):
    (score,) = scoring.evaluate(ledger("bad"), [BAD / "terminal-escapes.json"])
    table = scoring.table(score)
    assert r"missed title: \x1b[31mRED ALERT\x1b[0m for the river (right when folded)" in table
    assert all(sign.isprintable() for sign in table.replace("\n", ""))


def test_total_adds_up(ledger):
    scores = scoring.evaluate(ledger("corpus"), [GOLDEN / "corpus"])
    both = scoring.total(scores)
    assert (both.report_id, both.activities, both.whole) == ("2 reports", 43, 43)
    assert both.perfect


NAMES = """raw,country,member_id,group,source
Bruxelles,BE,brussels,exonym,own
Torino,,turin,exonym,own
Springfield,,,negative,own
Cordova,,,negative,own
Bogota,,bogota,accent,own
"""


def test_names_are_scored_by_group(tmp_path):
    (tmp_path / "own.csv").write_text(NAMES, "utf-8")
    gold = scoring.load_names([tmp_path])
    answers = {"Bruxelles": "brussels", "Cordova": "cordoba", "Bogota": "dakar"}
    scores = scoring.score_names(gold, lambda asked: answers.get(asked.raw))
    told = [
        (each.group, each.right, len(each.wrong), len(each.missed), each.precision, each.recall)
        for each in scores
    ]
    assert told == [
        ("accent", 0, 1, 0, 0.0, 0.0),
        ("exonym", 1, 0, 1, 1.0, 0.5),
        ("negative", 1, 1, 0, 0.0, 1.0),
    ]
    assert "wrong 'Cordova' -> cordoba, right is None" in scoring.names_table(scores)
    json.dumps(scoring.names_as_json(scores))


def evaluated(*args):
    return CliRunner().invoke(cli.app, ["eval", *map(str, args)])


def test_folder_stands_for_reports_and_names(ledger, tmp_path):
    db = tmp_path / "l.db"
    with closing(sqlite3.connect(db)) as copy:
        ledger("corpus").backup(copy)
    gold = tmp_path / "gold"
    shutil.copytree(GOLDEN / "corpus", gold)
    (gold / "own.csv").write_text(NAMES, "utf-8")
    result = evaluated(gold, "--db", db, "--json")
    told = [each.get("report_id") or each["group"] for each in json.loads(result.stdout)]
    assert told == ["2020-07--2020-09", "2021-09--2021-12", "accent", "exonym", "negative"]
    assert result.exit_code == 0


def test_names_of_partners_are_scored_too(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("raw,member_id,group,kind\nUN Habitat,un-habitat,partner,partner\n", "utf-8")
    assert evaluated(path, "--db", tmp_path / "none.db").exit_code == 0


def test_folder_without_gold_is_refused(tmp_path):
    result = evaluated(tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "there is no gold in it" in result.stderr


def test_names_without_their_columns_are_refused(tmp_path):
    (tmp_path / "own.csv").write_text("name\nx\n", "utf-8")
    with pytest.raises(scoring.NoGold, match=r"own\.csv, line 2"):
        scoring.load_names([tmp_path])
