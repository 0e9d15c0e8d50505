"""Files that mean harm, offered with a good one: each gets one line, and the good one loads."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from metroledger.extract.document import Document, Line
from metroledger.extract.errors import TooBig
from metroledger.extract.guard import CHARACTERS, check_length
from metroledger.pipeline import Inputs, ingest
from metroledger.worker import Limits

ROOT = Path(__file__).resolve().parent.parent
GOOD = ROOT / "corpus" / "2021-09--2021-12.txt"
PROGRAM = [sys.executable, "-c", "from metroledger.cli import main; main()"]
SMALL = Limits(clock=20, processor=10, memory=512 << 20)


def _made():
    spec = importlib.util.spec_from_file_location("make", ROOT / "tests" / "pdf" / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


make = _made()
# Read as ever: the corpus report in other clothes; of several the first is loaded.
READ = {"cropped", "owner-only", "rotated"}
# Words of the reason. Files that cost too much die of one limit or another, as the machine has it.
COSTS = ("takes more than", "its reader died", "nothing is printed", "no layout fits")
REASONS = {
    "empty": ("nothing is printed",),
    "no-pdf": ("the PDF is damaged",),
    "truncated": ("the PDF is damaged",),
    "damaged": ("cut off", "cannot be read", "no layout fits", "prints no period"),
    "no-pages": ("has no pages",),
    "blank": ("nothing is printed",),
    "zero-page": ("no layout fits",),
    "huge-page": ("page 1 measures 1000000 × 1000000 points",),
    "circular-pages": ("page 2 of 2 cannot be read",),
    "circular-form": COSTS,
    "nested-forms": COSTS,
    "bomb": COSTS,
    "many-strings": COSTS,
    "many-pages": ("the PDF has 50,000 pages",),
    "encrypted": ("--password",),
    "no-unicode": ("needs OCR",),
    "scanned": ("needs OCR",),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile")
    for name, made in make.FILES.items():
        (place / f"{name}.pdf").write_bytes(made())
    (place / "good.txt").write_bytes(GOOD.read_bytes())
    return place


@pytest.fixture(scope="module")
def outcomes(folder, tmp_path_factory):
    db = tmp_path_factory.mktemp("ledger") / "x.db"
    result = ingest([folder], db, Inputs(limits=SMALL))
    return {Path(outcome.name).stem: outcome for outcome in result.outcomes}


def test_every_file_is_expected():
    assert set(make.FILES) == READ | set(REASONS)


def test_good_one_is_loaded(outcomes):
    assert outcomes["good"].status == "loaded"
    assert outcomes["good"].counts.activities == 29


@pytest.mark.parametrize("name", sorted(READ))
def test_odd_one_is_read_as_ever(outcomes, name):
    assert outcomes[name].status in {"loaded", "edition"}
    assert outcomes[name].counts.activities == 14


@pytest.mark.parametrize("name", REASONS)
def test_harmful_one_is_refused_in_one_line(outcomes, name):
    outcome = outcomes[name]
    assert outcome.status == "rejected", outcome
    assert "\n" not in outcome.reason
    assert "the program fails" not in outcome.reason
    assert any(words in outcome.reason for words in REASONS[name]), outcome.reason


def test_password_opens_an_encrypted_one(folder, tmp_path):
    path = folder / "encrypted.pdf"
    (loaded,) = ingest([path], tmp_path / "a.db", Inputs(password=make.PASSWORD)).outcomes
    assert (loaded.status, loaded.counts.activities) == ("loaded", 14)
    (refused,) = ingest([path], tmp_path / "b.db", Inputs(password="guessed")).outcomes
    assert "does not open it" in refused.reason


def test_command_tells_one_line_each(folder, tmp_path):
    quick = [folder / f"{name}.pdf" for name in ("encrypted", "huge-page", "no-pages", "no-pdf")]
    done = subprocess.run(
        [*PROGRAM, "ingest", *quick, folder / "good.txt", "--db", tmp_path / "x.db"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == ""
    told = [line.split(": ")[0].split() for line in done.stdout.splitlines()[:5]]
    assert told == [*(["rejected", path.name] for path in quick), ["loaded", "good.txt"]]


def test_text_that_is_too_long_is_refused():
    line = Line(1, 1, "x" * (CHARACTERS + 1), True)
    with pytest.raises(TooBig, match="5,000,001 characters"):
        check_length(Document("0" * 64, "x", "text/plain", 1, 1, (line,)))
