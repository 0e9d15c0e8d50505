"""Where reports to test on stand: the corpus always, the originals where they are."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = Path(os.environ.get("METROLEDGER_ORIGINALS", ROOT.parent / "shared" / "corpus"))
CUT_OFF = {"2021-05--2021-08.txt"}  # breaks off in a list of members: refused


def report_texts() -> list[Path]:
    """Every whole report in text: the corpus, our own others, the originals where present."""
    own = [path for path in (ROOT / "tests" / "reports").glob("*.txt") if path.name not in CUT_OFF]
    return sorted([*(ROOT / "corpus").glob("*.txt"), *own, *ORIGINALS.glob("*.txt")])


def pytest_generate_tests(metafunc):
    if "report_text" in metafunc.fixturenames:
        paths = report_texts()
        metafunc.parametrize("report_text", paths, ids=[f"{p.parent.name}/{p.stem}" for p in paths])


@pytest.fixture(scope="session")
def reconciler():
    from metroledger.normalize.names import Reconciler, Register

    return Reconciler(Register.load())


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """An open ledger of the texts of the corpus."""
    from metroledger.pipeline import ingest

    db = tmp_path_factory.mktemp("corpus") / "ledger.db"
    ingest(sorted((ROOT / "corpus").glob("*.txt")), db)
    with closing(sqlite3.connect(db)) as connection:
        yield connection
