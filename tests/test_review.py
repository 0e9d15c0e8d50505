"""Review: doubtful names are judged, the judgements remembered, and used at the next ingest."""

import csv
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from metroledger import cli
from metroledger.view.review import Doubt
from metroledger.view.worksheet import read_sheet, write_sheet
from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
TEXTS = sorted((ROOT / "corpus").glob("*.txt"))


HEAD = "kind,raw,region,mentions,candidates,printed,judgement,member,why\n"


def run(*args, **kwargs):
    return CliRunner().invoke(cli.app, [str(arg) for arg in args], **kwargs)


def rows(db, sql):
    with sqlite3.connect(db) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    db = tmp_path_factory.mktemp("made") / "x.db"
    assert run("ingest", *TEXTS, "--db", db).exit_code == 0
    return db


@pytest.fixture
def ledger(made, tmp_path):
    return Path(shutil.copy(made, tmp_path / "x.db"))


def decisions(db):
    lines = (db.parent / "decisions.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_names_come_with_candidates_reasons_and_their_line(ledger):
    walk = run("review", "--db", ledger, input="k\nk\nq\n").output
    assert "member 'Abdijan', 2 times" in walk
    assert "is one edit from 'abidjan'" in walk
    assert "2021-09--2021-12.txt, page 1, line" in walk
    assert "  2  Barcelona (metropolitan area) (100)" in walk


def test_a_judgement_is_used_at_the_next_ingest(ledger):
    keys = "k\nk\n2\nthe webinar was of the AMB\nq\n"
    assert run("review", "--db", ledger, "--who", "Ana", input=keys).exit_code == 0
    (made,) = decisions(ledger)
    assert (made["raw"], made["judgement"], made["member"], made["who"], made["why"]) == (
        "Barcelona", "same", "barcelona-metropolitan-area", "Ana", "the webinar was of the AMB",
    )  # fmt: skip
    assert run("ingest", *TEXTS, "--db", ledger).exit_code == 0
    found = rows(ledger, "SELECT member_id, method FROM resolution WHERE raw = 'Barcelona'")
    assert found == [("barcelona-metropolitan-area", "decision")]
    assert "'Barcelona'" not in run("review", "--db", ledger, input="q\n").output


def test_undo_appends_and_asks_again(ledger):
    run("review", "--db", ledger, "--who", "Ana", input="1\nyes\nz\nn\nno city\nq\n")
    assert [(d["raw"], d["judgement"]) for d in decisions(ledger)] == [
        ("Abdijan", "same"), ("Abdijan", "taken-back"), ("Abdijan", "not-a-member"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "keys",
    ["1\nyes\n", "d\nno\n", "n\nno city\n", "u\n\n", "m\nquito\nasked\n"],
    ids=["same", "different", "not a member", "unsure", "another"],
)
def test_what_is_undone_leaves_no_trace_in_names(ledger, keys):
    before = rows(ledger, "SELECT * FROM resolution ORDER BY resolution_id")
    run("review", "--db", ledger, input=f"{keys}z\nq\n")
    assert len(decisions(ledger)) == 2
    assert "[1/9] member 'Abdijan'" in run("review", "--db", ledger, input="q\n").output
    assert run("ingest", *TEXTS, "--db", ledger).exit_code == 0
    assert rows(ledger, "SELECT * FROM resolution ORDER BY resolution_id") == before


@pytest.mark.parametrize("keys", ["", "1\n", "m\n", "m\nquito\n", "\n"])
def test_end_of_input_keeps_no_half_judgement(ledger, keys):
    result = run("review", "--db", ledger, input=keys)
    assert result.exit_code == 0
    assert "0 names judged" in result.output
    assert not (ledger.parent / "decisions.jsonl").exists()


def test_a_last_line_without_its_end_is_not_torn(ledger):
    file = ledger.parent / "decisions.jsonl"
    told = {"kind": "member", "raw": "Gotham", "judgement": "not-a-member"}
    file.write_text(json.dumps(told), "utf-8")
    assert run("review", "--db", ledger, input="1\nyes\nq\n").exit_code == 0
    assert [d["raw"] for d in decisions(ledger)] == ["Gotham", "Abdijan"]


def test_a_file_that_cannot_be_written_is_told(ledger):
    folder = ledger.parent / "gone"
    result = run("review", "--db", ledger, "--decisions", folder / "d.jsonl", input="1\nyes\n")
    assert result.exit_code == 3
    assert "the judgement on 'Abdijan' cannot be written" in result.output


def test_the_name_is_seen_on_a_narrow_terminal(ledger, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    walk = run("review", "--db", ledger, input="k\nk\nq\n").output.splitlines()
    at = next(n for n, line in enumerate(walk) if "member 'Barcelona'" in line)
    assert "Barcelona" in walk[at + 1]
    assert len(walk[at + 1]) <= 40


@pytest.mark.parametrize("key", ["x", "0", "9", "12", "²", ""])
def test_a_key_that_is_none_is_told(ledger, key):
    assert f"'{key}' is no key here" in run("review", "--db", ledger, input=f"{key}\nq\n").output
    assert not (ledger.parent / "decisions.jsonl").exists()


def test_an_id_that_is_none_is_told(ledger):
    assert "there is no member 'y'" in run("review", "--db", ledger, input="m\ny\nq\n").output
    assert not (ledger.parent / "decisions.jsonl").exists()


def test_two_names_of_one_person(ledger):
    sheet = ledger.parent / "sheet.csv"
    assert run("review", "--db", ledger, "--export", sheet).exit_code == 0
    with sheet.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    wang = next(row for row in table if row["raw"] == "Fengchao Wang")
    assert wang["candidates"].startswith("wang-fengchao = Wang Fengchao")
    wang.update(judgement="same", member="wang-fengchao", why="mayor of Chengdu both times")
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, wang)
        writer.writeheader()
        writer.writerows(table)
    assert run("review", "--db", ledger, "--import", sheet).exit_code == 0
    assert run("ingest", *TEXTS, "--db", ledger).exit_code == 0
    query = "SELECT DISTINCT person_id FROM appointment WHERE raw LIKE '%Fengchao%'"
    assert rows(ledger, query) == [("wang-fengchao",)]


def test_two_people_are_asked_of_once(ledger):
    sheet = ledger.parent / "sheet.csv"
    assert run("review", "--db", ledger, "--export", sheet).exit_code == 0
    with sheet.open(encoding="utf-8", newline="") as file:
        asked = [row["raw"] for row in csv.DictReader(file) if row["kind"] == "person"]
    assert asked == ["El Wardini Soham", "Fengchao Wang", "Mohamed Sadiki"]


def _judge(ledger, *judged):
    sheet = ledger.parent / "judged.csv"
    lines = [f"person,{raw},,1,,,{judgement},{member},\n" for raw, judgement, member in judged]
    sheet.write_text(HEAD + "".join(lines), "utf-8")
    assert run("review", "--db", ledger, "--import", sheet).exit_code == 0


@pytest.mark.parametrize("judgement", ["same", "different"])
def test_what_is_said_of_the_other_of_two_people_is_not_asked_again(ledger, judgement):
    _judge(ledger, ("Wang Fengchao", judgement, "fengchao-wang"))
    walk = run("review", "--db", ledger, input="k\n" * 20).output
    assert "person 'Mohamed Sadiki'" in walk
    assert "Fengchao" not in walk


def test_two_people_that_are_judged_to_be_each_other_are_one(ledger):
    _judge(
        ledger,
        ("Mohamed Sadiki", "same", "mohammed-sadiki"),
        ("Mohammed Sadiki", "same", "mohamed-sadiki"),
        ("El Wardini Soham", "same", "mohammed-sadiki"),
    )
    assert run("ingest", *TEXTS, "--db", ledger).exit_code == 0
    query = (
        "SELECT DISTINCT person_id FROM appointment WHERE raw LIKE '%Sadiki' OR raw LIKE 'El W%'"
    )
    assert rows(ledger, query) == [("mohamed-sadiki",)]
    said = run("resolve", "El Wardini Soham", "--kind", "person", "--db", ledger, "--json").stdout
    assert json.loads(said)[0]["got"] == "Mohamed Sadiki"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("member,Barcelona,,1,,,perhaps,,", "must be one of"),
        ("member,Barcelona,,1,,,same,,", "need a member"),
        ("member,Barcelona,,1,,,same,atlantis,", "there is no member 'atlantis'"),
        ("dog,Rex,,1,,,same,rex,", "there is no dog 'rex'"),
    ],
)
def test_a_wrong_sheet_is_refused_whole(ledger, row, why):
    sheet = ledger.parent / "sheet.csv"
    sheet.write_text(f"{HEAD}member,CPAFFC,,1,,,not-a-member,,\n{row}\n", "utf-8")
    result = run("review", "--db", ledger, "--import", sheet)
    assert result.exit_code == 3
    assert why in result.output
    assert not (ledger.parent / "decisions.jsonl").exists()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            f"{HEAD}member,Barcelona,,1,,,unsure,,é\n".encode("cp1252"),
            "save the sheet as 'CSV UTF-8'",
        ),
        (f"{HEAD}member,Barcelona,,1,,,unsure\n".encode(), "line 2: the row has not as many cells"),
        (f"{HEAD}member,Barcelona,,1,,,unsure,,,\n".encode(), "line 2: the row has not as many"),
        (HEAD.replace(",", ";").encode(), "parted by commas"),
        (f"{HEAD}member,{'x' * 200_000}".encode(), "this is no CSV"),
    ],
    ids=["of Excel", "short", "long", "semicolons", "huge"],
)
def test_a_sheet_that_cannot_be_read_is_one_line(ledger, data, why):
    sheet = ledger.parent / "sheet.csv"
    sheet.write_bytes(data)
    result = run("review", "--db", ledger, "--import", sheet)
    assert result.exit_code == 3
    assert why in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_sheet_that_is_there_is_not_written_over(ledger):
    sheet = ledger.parent / "sheet.csv"
    sheet.write_text("hours of work", "utf-8")
    result = run("review", "--db", ledger, "--export", sheet)
    assert (result.exit_code, sheet.read_text("utf-8")) == (3, "hours of work")
    assert "name another" in result.stderr


def test_a_name_that_looks_like_a_formula_comes_back_as_it_was(tmp_path):
    names = ["=1+1", "@x", "'s-Hertogenbosch", "Bonn"]
    doubts = [Doubt("member", name, None, 1, (), (), "") for name in names]
    write_sheet(tmp_path / "sheet.csv", doubts)
    with (tmp_path / "sheet.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["raw"] for row in table] == ["'=1+1", "'@x", "'s-Hertogenbosch", "Bonn"]
    with (tmp_path / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0])
        writer.writeheader()
        writer.writerows({**row, "judgement": "unsure"} for row in table)
    made = read_sheet(tmp_path / "sheet.csv", lambda *_: True)
    assert [decision.raw for decision in made] == names


def test_a_sheet_that_contradicts_itself_is_refused_by_name(ledger):
    sheet = ledger.parent / "sheet.csv"
    row = "member,Barcelona,,1,,,same,barcelona-{},\n"
    sheet.write_text(HEAD + row.format("city") + row.format("metropolitan-area"), "utf-8")
    result = run("review", "--db", ledger, "--import", sheet)
    assert result.exit_code == 3
    assert "'Barcelona' is judged same (barcelona-city)" in result.output
    assert not (ledger.parent / "decisions.jsonl").exists()


def test_contradictory_decisions_are_refused_by_name(ledger):
    line = {"kind": "member", "raw": "Barcelona", "judgement": "same", "when": "2026-01-01"}
    lines = [{**line, "member": f"barcelona-{which}"} for which in ("city", "metropolitan-area")]
    file = ledger.parent / "decisions.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in lines), "utf-8")
    result = run("ingest", *TEXTS, "--db", ledger)
    assert result.exit_code == 3
    assert f"{file}: 'Barcelona' is judged" in result.output
