"""What ingest and inspect can be told about PDFs: password, engine, workers, a second reading."""

import json
import sqlite3
from pathlib import Path

import pytest
from metroledger import cli, reading
from metroledger.extract.document import Document, Line
from metroledger.extract.errors import Damaged
from metroledger.extract.verify import differences
from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "corpus" / "2020-07--2020-09.pdf"


def run(*args):
    return CliRunner().invoke(cli.app, [str(arg) for arg in args])


def document(*lines):
    made = (Line(n, page, text, True) for n, (page, text) in enumerate(lines, 1))
    return Document("0" * 64, "x.pdf", "application/pdf", 2, 1, tuple(made))


# print of one engine, print of the other, (near, one, other) of each difference
DIFFERENCES = {
    "the same": ([(1, "Outcomes")], [(1, "Outcomes")], []),
    "white space": ([(1, "Related  outcomes")], [(1, "Relatedoutcomes")], []),
    "another order": ([(1, "one"), (1, "two")], [(1, "two"), (1, "one")], []),
    "a letter": ([(1, "Berlin")], [(1, "Berlim")], [(1, "Berlin", "Berlim")]),
    "one missing": ([(1, "one"), (1, "two")], [(1, "one")], [(2, "two", None)]),
    "one more": ([(1, "one")], [(1, "one"), (1, "two")], [(1, None, "two")]),
    "once and twice": ([(1, "A"), (1, "A")], [(1, "A")], [(2, "A", None)]),
    "another page": ([(1, "A"), (2, "B")], [(1, "A"), (1, "B")], [(1, None, "B"), (2, "B", None)]),
    "an empty page": ([(1, "A")], [(1, "A"), (2, "B")], [(1, None, "B")]),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_differences(name):
    one, other, expected = DIFFERENCES[name]
    found = [
        (each.near.number, *(line.text if line else None for line in (each.one, each.other)))
        for each in differences(document(*one), document(*other))
    ]
    assert found == expected


def test_a_line_that_engines_read_differently_is_a_finding(tmp_path, monkeypatch, reconciler):
    real = reading._read_plain

    def misread(data, name, password, engine, **how):
        found = real(data, name, password, engine, **how)
        if engine == "pdfium":
            return found
        words = ("Members", "Mernbers")
        lines = tuple(
            Line(line.number, line.page, line.text.replace(*words), line.gap, line.box)
            for line in found.lines
        )
        return Document(found.document_id, name, found.media_type, found.pages, found.bytes, lines)

    monkeypatch.setattr(reading, "_read_plain", misread)
    manner = reading.Manner(verify=True)
    read = reading.read_bytes(REPORT.read_bytes(), "x.pdf", reconciler, manner)
    texts = {row["line_no"]: row["text"] for row in read.sheet.named("line")}
    found = [row for row in read.sheet.named("finding") if row["check"] == "engines-differ"]
    assert found
    for row in found:
        assert row["severity"] == "warning"
        assert row["found"] == texts[row["line_no"]]
        assert row["expected"] == row["found"].replace("Members", "Mernbers")


def test_a_report_that_one_engine_cannot_read_is_loaded_and_told(monkeypatch, reconciler):
    real = reading._read_plain

    def stumble(data, name, password, engine, **how):
        if engine == "pdfplumber":
            raise Damaged("the PDF is damaged")
        return real(data, name, password, engine, **how)

    monkeypatch.setattr(reading, "_read_plain", stumble)
    read = reading.read_bytes(REPORT.read_bytes(), "x.pdf", reconciler, reading.Manner(verify=True))
    told = [row["message"] for row in read.sheet.named("finding") if row["table_name"] == "report"]
    assert told == ["pdfplumber does not read it: the PDF is damaged"]


def test_options_of_ingest_reach_the_reader(tmp_path):
    db = tmp_path / "x.db"
    options = ("--engine", "pdfplumber", "--workers", 1, "--password", "any", "--verify")
    result = run("ingest", REPORT, "--db", db, "--json", *options)
    (outcome,) = json.loads(result.stdout)["outcomes"]
    assert (outcome["status"], outcome["counts"]["activities"]) == ("loaded", 14)
    with sqlite3.connect(db) as connection:
        checks = connection.execute('SELECT DISTINCT "check" FROM finding').fetchall()
    assert ("engines-differ",) not in checks


def test_engine_is_of_what_a_ledger_is_made_from(tmp_path):
    db, other = tmp_path / "x.db", tmp_path / "other.txt"
    other.write_bytes((ROOT / "corpus" / "2021-09--2021-12.txt").read_bytes())
    assert run("ingest", REPORT, other, "--db", db).exit_code == 0
    stale = run("ingest", REPORT, "--db", db, "--engine", "pdfplumber")
    assert stale.exit_code == 3
    assert "made with another engine: offer its other documents again too (other.txt)" in (
        stale.output.replace("\n", " ")
    )
    assert run("ingest", REPORT, other, "--db", db, "--engine", "pdfplumber").exit_code == 0
    with sqlite3.connect(db) as connection:
        (made,) = connection.execute("SELECT value FROM meta WHERE key = 'engine'").fetchall()
    assert made == ("pdfplumber",)


@pytest.mark.parametrize("command", ["ingest", "inspect"])
def test_unknown_engine(command):
    result = run(command, REPORT, "--engine", "eyes")
    assert result.exit_code == 2
    assert "pdfium, pdfplumber" in result.output


def test_inspect_with_the_second_engine():
    result = run("inspect", REPORT, "--engine", "pdfplumber", "--json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["lines"]) > 500
