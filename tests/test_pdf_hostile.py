"""Files that mean harm, offered with a good one: each gets one line, and the good one loads."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import make
import pytest
from metroledger.extract.document import Document, Line
from metroledger.extract.errors import DocumentError, NoPages, TooBig
from metroledger.extract.guard import CHARACTERS, check_length
from metroledger.extract.pdf.engines import pdfium
from metroledger.pipeline import Inputs, ingest
from metroledger.view.inspect import examine
from metroledger.worker import Limits

ROOT = Path(__file__).resolve().parent.parent
GOOD = ROOT / "corpus" / "2021-09--2021-12.txt"
PROGRAM = [sys.executable, "-c", "from metroledger.cli import main; main()"]
SMALL = Limits(clock=20, processor=10, memory=512 << 20)


# Read as ever: the corpus report in other clothes; of several the first is loaded.
READ = {
    *("cropped", "owner-only", "rotated", "unused-font"),
    *("sideways", "upside-down", "set-sideways", "one-sideways"),
    *("spreads", "searchable", "searchable-below", "illustrated"),
}
# Words of the reason. Files that cost too much die of one limit or another, as the machine has it.
COSTS = ("takes more than", "its reader died", "nothing is printed", "no layout fits")
SWOLLEN = ("unpacks to more than",)
SPOILED = ("cannot be read: a part of its print is damaged",)
REASONS = {
    "empty": ("nothing is printed",),
    "no-pdf": ("the PDF is damaged",),
    "truncated": ("the PDF is damaged",),
    "damaged": SPOILED,
    "spoiled-font": SPOILED,
    "lost-content": SPOILED,
    "no-pages": ("has no pages",),
    "blank": ("nothing is printed",),
    "zero-page": ("page 1 has no size",),
    "huge-page": ("page 1 measures 1000000 × 1000000 points",),
    "circular-pages": ("page 2 of 2 cannot be read", "2 pages, of which 1 can be read"),
    "circular-form": ("object 6 of the PDF is a form that draws itself",),
    "circular-forms": ("object 6 of the PDF is a form that draws itself",),
    "circular-form-of-page": ("object 6 of the PDF is a form that draws itself",),
    "nested-forms": ("object 8 of the PDF is a form that draws more than 100,000 others",),
    "deep-forms": ("is a form with more than 32 in one another",),
    "bomb": ("object 4 of the PDF unpacks to more than 64 MB",),
    "bomb-in-letters": SWOLLEN,
    "bomb-of-runs": SWOLLEN,
    "bomb-of-codes": SWOLLEN,
    "bomb-of-objects": SWOLLEN,
    "bomb-in-font": SWOLLEN,
    "bomb-in-picture": ("unpacks to more than 256 MB",),
    "bomb-locked": SWOLLEN,
    "bombs-together": ("the objects of the PDF unpack to more than 256 MB",),
    "many-strings": COSTS,
    "many-pages": ("the PDF has 50,000 pages",),
    "encrypted": ("--password",),
    "made-when-opened": ("a form whose pages Adobe Reader makes",),
    "folder-of-files": ("a folder of 2 attached files",),
    "set-apart": ("no layout fits",),
    "backwards": ("no layout fits",),
    "kerned": ("no layout fits",),
    "small-capitals": ("no layout fits",),
    "ligature-in-form": ("no layout fits",),
    "odd-type": ("no layout fits",),
    "widened": ("no layout fits",),
    "heavy-by-figure": ("no layout fits",),
    "no-unicode": ("needs OCR",),
    "accents": ("no layout fits",),
    "signs": ("no layout fits",),
    "unnamed-letters": ("in some words: try --ocr",),
    "unnamed-ligatures": ("in some words: try --ocr",),
    "numbered-ligatures": ("in some words: try --ocr",),
    "no-letters": ("needs OCR",),
    "scanned": ("needs OCR",),
}
# The limits of a worker are the same whoever reads; and what one engine cannot do, the other may.
ONLY_PDFIUM = {"many-strings", "no-unicode"}
ENGINES = {
    "pdfium": REASONS,
    "pdfplumber": {name: REASONS[name] for name in REASONS if name not in ONLY_PDFIUM},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile")
    for name, made in make.FILES.items():
        (place / f"{name}.pdf").write_bytes(made())
    (place / "good.txt").write_bytes(GOOD.read_bytes())
    return place


@pytest.fixture(scope="module", params=ENGINES)
def outcomes(request, folder, tmp_path_factory):
    db = tmp_path_factory.mktemp("ledger") / "x.db"
    reasons = ENGINES[request.param]
    paths = [path for path in folder.iterdir() if path.stem in {*reasons, *READ, "good"}]
    result = ingest(paths, db, Inputs(limits=SMALL, engine=request.param))
    return reasons, {Path(outcome.name).stem: outcome for outcome in result.outcomes}


def test_every_file_is_expected():
    assert set(make.FILES) == READ | set(REASONS)


def test_good_one_is_loaded(outcomes):
    _, found = outcomes
    assert found["good"].status == "loaded"
    assert found["good"].counts.activities == 29


@pytest.mark.parametrize("name", sorted(READ))
def test_odd_one_is_read_as_ever(outcomes, name):
    _, found = outcomes
    assert found[name].status in {"loaded", "edition"}
    assert found[name].counts.activities == 14


def test_harmful_ones_are_refused_in_one_line_each(outcomes):
    reasons, found = outcomes
    other = {}
    for name, words in reasons.items():
        reason = found[name].reason if found[name].status == "rejected" else None
        if not reason or "\n" in reason or not any(word in reason for word in words):
            other[name] = found[name]
    assert not other


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


def test_inspect_reads_under_the_same_limits(folder):
    lost = examine(folder / "many-strings.pdf", Inputs(limits=Limits(clock=0.1)))
    assert lost.lines == ()
    assert "takes more than" in lost.reason
    refused = examine(folder / "bomb.pdf", Inputs(limits=SMALL))
    assert SWOLLEN[0] in refused.reason
    with pytest.raises(OSError, match="No such file"):
        examine(folder / "gone.pdf")


def test_reason_does_not_hang_on_the_file_before(folder):
    for before in ("encrypted", "truncated", "blank"):
        with suppress(DocumentError), pdfium.opened((folder / f"{before}.pdf").read_bytes()):
            pass
        with pytest.raises(NoPages), pdfium.opened((folder / "no-pages.pdf").read_bytes()):
            pass


def test_text_that_is_too_long_is_refused():
    line = Line(1, 1, "x" * (CHARACTERS + 1), True)
    with pytest.raises(TooBig, match="5,000,001 characters"):
        check_length(Document("0" * 64, "x", "text/plain", 1, 1, (line,)))
