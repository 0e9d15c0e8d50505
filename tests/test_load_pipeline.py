"""From files and folders to a ledger, and what the caller is told of each."""

import errno
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from metroledger import reading
from metroledger.load.offered import offered
from metroledger.pipeline import ingest
from metroledger.reading import read_bytes

TESTS = Path(__file__).parent
REPORTS, BAD = TESTS / "reports", TESTS / "bad"
FIRST, SECOND = REPORTS / "2019-04--2019-06.txt", REPORTS / "2019-10--2019-12.txt"


def query(db, sql):
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def shelf(tmp_path):
    """Return a folder with two reports, one of them twice, and what is none."""
    folder = tmp_path / "shelf"
    (folder / "b").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "a.TXT").write_bytes(FIRST.read_bytes())
    (folder / "b" / "c.txt").write_bytes(FIRST.read_bytes())
    (folder / "b" / "d.txt").write_bytes(SECOND.read_bytes())
    (folder / "b" / "notes.md").write_text("no report")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    (folder / ".hidden" / "e.txt").write_text("hidden")
    (folder / ".f.txt").write_text("hidden")
    (folder / "lost.txt").symlink_to(folder / "gone")
    return folder


def test_folder_gives_its_texts_and_pdfs_in_order(shelf):
    assert [(file.name, file.fault is None) for file in offered([shelf])] == [
        ("a.TXT", True),
        ("b/c.txt", True),
        ("b/d.txt", True),
        ("b/notes.md", False),
        ("empty.txt", True),
        ("lost.txt", False),
        ("scan.pdf", True),
    ]


def test_folder_that_is_closed_is_told(shelf, monkeypatch):
    scandir = os.scandir

    def closed(place):
        if Path(place).name == "b":
            raise PermissionError(errno.EACCES, "Permission denied", str(place))
        return scandir(place)

    monkeypatch.setattr(os, "scandir", closed)
    (told,) = (file for file in offered([shelf]) if file.name.startswith("b"))
    assert told.name == "b"
    assert told.fault == "it cannot be opened (Permission denied): look at its rights"
    (told,) = offered([shelf / "b"])
    assert told.name == "b"


def test_link_to_a_folder_is_told_where_it_leads_out(shelf, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "g.txt").write_bytes(SECOND.read_bytes())
    (shelf / "back").symlink_to(shelf)
    (shelf / "out").symlink_to(tmp_path / "other")
    links = {f.name: f.fault for f in offered([shelf]) if f.path.parent == shelf and f.fault}
    assert links.keys() == {"lost.txt", "out"}
    assert "name the folder" in links["out"]


def test_file_that_cannot_be_looked_at_is_told_and_the_rest_is_read(tmp_path):
    result = ingest([tmp_path / ("x" * 300), FIRST], tmp_path / "ledger.db")
    assert [outcome.status for outcome in result.outcomes] == ["unreadable", "loaded"]
    assert "File name too long" in result.outcomes[0].reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (file,) = offered([tmp_path])
    assert "no regular file" in file.fault


def test_outcome_of_each_file(shelf, tmp_path):
    result = ingest([shelf, FIRST], tmp_path / "ledger.db")
    told = [(o.name, o.status, o.report_id) for o in result.outcomes]
    assert told == [
        ("a.TXT", "duplicate", "2019-04--2019-06"),
        ("b/c.txt", "duplicate", "2019-04--2019-06"),
        ("b/d.txt", "loaded", "2019-10--2019-12"),
        ("b/notes.md", "passed", None),
        ("empty.txt", "rejected", None),
        ("lost.txt", "unreadable", None),
        ("scan.pdf", "rejected", None),
        (FIRST.name, "loaded", "2019-04--2019-06"),
    ]
    assert all(o.reason for o in result.outcomes if o.status != "loaded")
    assert result.totals == {
        "loaded": 2,
        "duplicate": 2,
        "rejected": 2,
        "unreadable": 1,
        "passed": 1,
    }
    counts = result.outcomes[-1].counts
    ((activities,),) = query(
        tmp_path / "ledger.db",
        "SELECT count(*) FROM activity WHERE report_id = '2019-04--2019-06'",
    )
    assert counts.activities == activities
    ((lines,),) = query(tmp_path / "ledger.db", "SELECT count(*) FROM line")
    assert sum(result.lines.values()) == lines


@pytest.mark.parametrize("name", ["nothing", "empty folder"])
def test_nothing_to_read_writes_nothing(tmp_path, name):
    (tmp_path / "empty folder").mkdir()
    result = ingest([tmp_path / name], tmp_path / "ledger.db")
    assert [outcome.status for outcome in result.outcomes] == ["unreadable"]
    assert result.digest is None
    assert not (tmp_path / "ledger.db").exists()


def test_bad_documents_are_rejected_and_leave_the_good_rows_alone(tmp_path):
    ingest([FIRST], tmp_path / "good.db")
    ingest([FIRST, *sorted(BAD.glob("*.txt"))], tmp_path / "ledger.db")
    sql = "SELECT * FROM activity WHERE report_id = '2019-04--2019-06'"
    assert query(tmp_path / "ledger.db", sql) == query(tmp_path / "good.db", sql)
    bad = "SELECT count(*) FROM document JOIN content USING (document_id) WHERE status = 'rejected'"
    assert query(tmp_path / "ledger.db", f"{bad} AND (lines > 0 OR reason IS NULL)") == [(0,)]


def test_fault_of_the_program_rejects_the_document_alone(tmp_path, monkeypatch):
    real = reading.read_report

    def fail_once(document):
        if document.path == FIRST.name:
            raise ValueError("of all things")
        return real(document)

    monkeypatch.setattr(reading, "read_report", fail_once)
    first, second = ingest([FIRST, SECOND], tmp_path / "ledger.db").outcomes
    assert first.status == "rejected"
    assert first.reason.startswith("the program fails on it (ValueError in test_load_pipeline.py)")
    assert second.status == "loaded"


def test_reading_follows_from_the_bytes_alone(report_text, reconciler):
    data = report_text.read_bytes()
    assert read_bytes(data, "a.txt", reconciler) == read_bytes(data, "b/c.txt", reconciler)


def test_run_is_logged_and_the_ledger_holds_no_path_of_ours(tmp_path):
    db = tmp_path / "ledger.db"
    ingest([REPORTS / "2019-04--2019-06.txt"], db)
    ingest([tmp_path / "gone.txt"], db)
    first, second = map(json.loads, (tmp_path / "ledger.db.runs.jsonl").read_text().splitlines())
    assert first["inputs"] == [str(FIRST)]
    assert [d["status"] for d in first["documents"]] == ["loaded"]
    assert [d["status"] for d in second["documents"]] == ["unreadable"]
    assert first["time"].endswith("+00:00")
    assert str(TESTS).encode() not in db.read_bytes()


INGEST = """
import sys
from pathlib import Path
from metroledger.pipeline import ingest
ingest([Path(path) for path in sys.argv[2:]], sys.argv[1])
"""


def test_whole_corpus_gives_the_same_bytes_in_any_order_and_process(tmp_path):
    paths = sorted(REPORTS.glob("2019*.txt"))
    ingest(paths, tmp_path / "once.db")
    for path in reversed(paths):
        ingest([path], tmp_path / "runs.db")
    subprocess.run(
        [sys.executable, "-c", INGEST, str(tmp_path / "process.db"), *map(str, paths)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "1", "MALLOC_PERTURB_": "77", "TZ": "Asia/Tokyo"},
    )
    once = (tmp_path / "once.db").read_bytes()
    assert (tmp_path / "runs.db").read_bytes() == once
    assert (tmp_path / "process.db").read_bytes() == once


def test_refusal_is_one_line(reconciler):
    for path in sorted(BAD.glob("*.txt")):
        reading = read_bytes(path.read_bytes(), path.name, reconciler)
        if reason := getattr(reading, "reason", None):
            assert "\n" not in reason
            assert "the program fails" not in reason, path


def test_where_workers_are_not_forked_the_ledger_is_the_same(tmp_path, monkeypatch):
    forked = ingest([FIRST, SECOND], tmp_path / "forked.db")
    monkeypatch.setattr(sys, "platform", "darwin")
    sent = ingest([FIRST, SECOND], tmp_path / "sent.db")
    assert sent.digest == forked.digest
    assert (tmp_path / "sent.db").read_bytes() == (tmp_path / "forked.db").read_bytes()
