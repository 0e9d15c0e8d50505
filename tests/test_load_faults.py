"""Whatever goes wrong, the ledger is the old one or the new one, and one line says what."""

import errno
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from metroledger.load import batch, faults, writer
from metroledger.load.errors import Busy, CannotWrite, DiskFull, LedgerError, NoLedger, OtherSchema
from metroledger.load.lock import only_one
from metroledger.load.store import open_ledger, target
from metroledger.pipeline import ingest

REPORTS = Path(__file__).parent / "reports"
FIRST, SECOND = REPORTS / "2019-04--2019-06.txt", REPORTS / "2019-10--2019-12.txt"


@pytest.fixture
def db(tmp_path):
    """Return a ledger of one report."""
    path = tmp_path / "ledger.db"
    ingest([FIRST], path)
    return path


def litter(db):
    """Return what lies beside the ledger, but for the log."""
    return sorted({p.name for p in db.parent.iterdir()} - {db.name, f"{db.name}.runs.jsonl"})


@pytest.mark.parametrize(
    "fault",
    [
        KeyboardInterrupt(),
        MemoryError(),
        OSError(errno.ENOSPC, "No space left on device"),
        sqlite3.OperationalError("disk I/O error"),
    ],
    ids=lambda fault: type(fault).__name__,
)
@pytest.mark.parametrize("place", ["counts_of", "_fix_header", "_put_in_place"])
def test_fault_in_the_middle_leaves_the_old_file(db, monkeypatch, fault, place):
    before = db.read_bytes()

    def fail(*_):
        raise fault

    monkeypatch.setattr(batch if place == "counts_of" else writer, place, fail)
    with pytest.raises((type(fault), LedgerError)):
        ingest([SECOND], db)
    assert db.read_bytes() == before
    assert litter(db) == []


def test_fault_on_a_new_ledger_leaves_none(tmp_path, monkeypatch):
    monkeypatch.setattr(writer, "_fix_header", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ingest([FIRST], tmp_path / "ledger.db")
    assert list(tmp_path.iterdir()) == []


def test_full_disk_is_told_in_one_line(db):
    with pytest.raises(DiskFull, match=r"disk is full: make room"), faults.told(db):
        raise OSError(errno.ENOSPC, "No space left on device")


KILLED = """
import os, signal, sys
from pathlib import Path
from metroledger.load import batch
from metroledger.pipeline import ingest
batch.counts_of = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
ingest([Path(sys.argv[1])], sys.argv[2])
"""


def test_killed_ingest_leaves_the_old_file_and_stops_nobody(db, tmp_path):
    before = db.read_bytes()
    done = subprocess.run([sys.executable, "-c", KILLED, str(SECOND), str(db)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert db.read_bytes() == before
    assert litter(db) == ["ledger.db.lock", "ledger.db.part"]
    ingest([SECOND], db)
    assert litter(db) == []
    ingest([FIRST, SECOND], tmp_path / "fresh.db")
    assert db.read_bytes() == (tmp_path / "fresh.db").read_bytes()


STOPPED = """
import os, signal, sys
from metroledger import cli
from metroledger.load import batch
batch.counts_of = lambda *_: os.kill(os.getpid(), getattr(signal, sys.argv.pop()))
cli.main()
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_ingest_that_is_stopped_says_so_and_leaves_the_old_file(db, name):
    before = db.read_bytes()
    arguments = ["ingest", str(SECOND), "--db", str(db), name]
    done = subprocess.run(
        [sys.executable, "-c", STOPPED, *arguments],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr == ("metroledger: stopped; the database is whole: the old one, or the new\n")
    assert db.read_bytes() == before
    assert litter(db) == []


SWALLOWED = """
import os, signal
from metroledger import cli
from metroledger.load import batch

class Destroyed:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)

counts = batch.counts_of

def slow(*told):
    import time
    Destroyed()
    time.sleep(1)
    return counts(*told)

batch.counts_of = slow
cli.main()
"""

FORKED = """
import os, signal
from metroledger import cli
stops = [signal.SIGTERM]
os.register_at_fork(before=lambda: stops and os.kill(os.getpid(), stops.pop()))
cli.main()
"""


@pytest.mark.parametrize("script", ["SWALLOWED", "FORKED"])
def test_stop_where_nothing_can_be_raised_is_told_once(db, script):
    if script == "FORKED" and not sys.platform.startswith("linux"):
        pytest.skip("workers are not forked here")
    before = db.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", globals()[script], "ingest", str(SECOND), "--db", str(db)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr == ("metroledger: stopped; the database is whole: the old one, or the new\n")
    assert db.read_bytes() == before


def test_second_ingest_at_once_is_refused(db):
    code = f"from metroledger.load.store import open_ledger\nwith open_ledger({str(db)!r}): pass"
    with open_ledger(db):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )
    assert "Busy" in done.stderr
    assert "another ingest" in done.stderr
    assert litter(db) == []


def test_lock_file_that_another_removes_is_made_anew(tmp_path, monkeypatch):
    ledger, opened = tmp_path / "ledger.db", []
    real = os.open

    def open_and_lose(path, *rest):
        handle = real(path, *rest)
        if not opened:
            os.unlink(path)  # noqa: PTH108
        opened.append(path)
        return handle

    monkeypatch.setattr(os, "open", open_and_lose)
    with only_one(ledger):
        assert len(opened) == 2
        assert litter(ledger) == ["ledger.db.lock"]


@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_ledger_locked_by_another_program_is_refused(db, begin):
    before = db.read_bytes()
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute(begin)
        with pytest.raises(Busy, match="locked by another program"):
            ingest([SECOND], db)
    assert db.read_bytes() == before


def test_reader_does_not_stop_an_ingest(db):
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM report").fetchone() == (1,)
        ingest([SECOND], db)


def test_nobody_writes_to_the_ledger_meanwhile(db):
    with (
        open_ledger(db),
        closing(sqlite3.connect(db, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("DELETE FROM line")


def test_ledger_in_wal_mode_loses_its_log(db, tmp_path):
    with closing(sqlite3.connect(db)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    ingest([SECOND], db)
    ingest([FIRST, SECOND], tmp_path / "fresh.db")
    assert db.read_bytes() == (tmp_path / "fresh.db").read_bytes()


def test_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "letters.db"
    path.write_text("Dear reader, this is no database at all.")
    with pytest.raises(NoLedger, match="no SQLite file"):
        ingest([FIRST], path)
    assert path.read_text().startswith("Dear reader")


def test_torn_file_is_refused(db):
    db.write_bytes(db.read_bytes()[:20_000])
    with pytest.raises(NoLedger, match="no sound SQLite file"):
        ingest([SECOND], db)
    assert db.stat().st_size == 20_000


@pytest.mark.parametrize(
    ("sql", "kind", "told"),
    [
        ("CREATE TABLE bird (name TEXT)", NoLedger, "would lose .table bird."),
        ("CREATE VIEW mine AS SELECT * FROM report", NoLedger, "would lose .view mine."),
        ("DROP TABLE meta", NoLedger, "another program's database"),
        ("UPDATE meta SET value = 'old' WHERE key = 'schema'", OtherSchema, "other tables"),
    ],
)
def test_database_that_is_not_as_we_write_it_is_refused(db, sql, kind, told):
    with closing(sqlite3.connect(db)) as other, other:
        other.execute(sql)
    before = db.read_bytes()
    with pytest.raises(kind, match=told):
        ingest([SECOND], db)
    assert db.read_bytes() == before


def test_foreign_database_is_refused(tmp_path):
    path = tmp_path / "birds.db"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE bird (name TEXT)")
    with pytest.raises(NoLedger, match=r"another program's database \(bird\)"):
        ingest([FIRST], path)


def test_empty_file_begins_a_ledger(tmp_path):
    path = tmp_path / "ledger.db"
    path.touch()
    assert ingest([FIRST], path).totals == {"loaded": 1}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("folder", "is a folder"),
        ("pipe", "is a device or a pipe"),
        ("sqlite:///", "names no file"),
        ("nowhere/ledger.db", "make the folder"),
        ("postgresql://host/db", "only those can be written"),
    ],
)
def test_target_that_cannot_be_written_is_refused(tmp_path, name, told):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    path = name if "://" in name else tmp_path / name
    with pytest.raises(CannotWrite, match=told):
        ingest([FIRST], path)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_ledger_that_may_not_be_written_is_refused(db, monkeypatch):
    # Root may write whatever the rights say.
    monkeypatch.setattr(os, "access", lambda path, mode: (Path(path), mode) != (db, os.W_OK))
    before = db.read_bytes()
    with pytest.raises(CannotWrite, match="may not be written"):
        ingest([SECOND], db)
    assert db.read_bytes() == before


def test_log_that_cannot_be_written_is_named(tmp_path):
    log = tmp_path / "ledger.db.runs.jsonl"
    log.mkdir()
    with pytest.raises(CannotWrite, match=f"^{log} cannot be written"):
        ingest([FIRST], tmp_path / "ledger.db")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is a folder of Linux")
def test_folder_that_cannot_be_written_is_refused():
    with pytest.raises(CannotWrite):
        ingest([FIRST], Path("/proc/metroledger.db"))


def test_link_to_a_ledger_stays_a_link(db, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(db)
    ingest([SECOND], link)
    assert link.is_symlink()
    assert litter(db) == ["link.db"]


def test_rights_of_the_ledger_stay(db):
    db.chmod(0o640)
    ingest([SECOND], db)
    assert db.stat().st_mode & 0o777 == 0o640


def test_url_of_sqlite_names_a_file(tmp_path):
    assert target(f"sqlite:///{tmp_path}/a.db") == tmp_path.resolve() / "a.db"
    assert target("sqlite:///a.db") == Path("a.db").resolve()
