"""Texts that a converter drew from a PDF without its order of reading are refused."""

import shutil
import subprocess
from pathlib import Path

import pytest
from metroledger.extract.errors import DocumentError, Flattened, UnknownLayout
from metroledger.extract.pdf import read_pdf
from metroledger.extract.report import read_report
from metroledger.extract.text.reader import read_text

ROOT = Path(__file__).resolve().parent.parent
# those that were written anew print what others do
PRINTED = sorted(
    path
    for path in [*ROOT.glob("corpus/*.pdf"), *ROOT.glob("tests/pdf/*.pdf")]
    if ".again." not in path.name
)
# set in one column: its text is drawn in order, but for lists in columns
IN_ORDER = [path for path in PRINTED if ".justified." in path.name]
IN_COLUMNS = [path for path in PRINTED if path not in IN_ORDER]
# What keeps the columns of one activity a page is read: see test_columns.py.
DRAWN = [
    pytest.param(path, how, id="".join([path.stem, *how]))
    for path in IN_COLUMNS
    for how in ([], ["-raw"], ["-layout"])
    if how != ["-layout"] or path.parent.name != "corpus"
]
# An outlet and its topic take so many lines at most.
LONG = 6

PROSE = "\n".join(f"The city met neighbour {n}     and they agreed on {n} plans." for n in range(9))
TURNS = "\n".join(f"The city met town {n}\n{'':30}and they made plan {n}" for n in range(9))
HEADER = "Metropolis progress report     July and its months\n\n"
PAGES = "Title\nProse goes on\nto its end.\f" * 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PAGES, "no blank line parts its paragraphs"),
        ("Title\nProse goes on\nto its end.\n" * 20, "no blank line parts its paragraphs"),
    ],
    ids=["pdftotext -raw", "pdftotext -raw -nopgbrk"],
)
def test_refused(text, words):
    with pytest.raises(Flattened, match=words):
        read_text(text.encode(), "x.txt")


@pytest.mark.parametrize(
    "text",
    [f"Title\n\n{PROSE}\n", PROSE.replace("     ", "\t\t"), TURNS],
    ids=["spaces", "tabs", "in turns"],
)
def test_columns_side_by_side(text):
    with pytest.raises(UnknownLayout):
        read_text(text.encode(), "x.txt")


@pytest.mark.parametrize(
    "text",
    [
        PAGES.replace("Title\n", "Title\n\n"),
        "Title\nProse goes on\nto its end.\n",
        "Abidjan     Rabat     Cairo\nBerlin     Madrid     Rome\n",
        f"{PROSE}\n\n" + "A line of prose.\n" * 200,
        f"{HEADER}text" * 12,
    ],
    ids=["blank lines", "one page", "a table of names", "few such lines", "a running header"],
)
def test_read(text):
    assert read_text(text.encode(), "x.txt").lines


HEAD = (
    "METROPOLIS PROGRESS REPORT\n\nMarch → May 2021\n\nACTIVITIES\n\nL1 Metropolitan diplomacy\n\n"
)
ACTIVITY = "{} May\n\nA ROOF FOR THE BUS STOP\n\nRain falls on those who wait.\n\n"
FIELDS = "Members\n\nBogor, Harare\n\nOutcomes\n\nL1A1D1\n\n"
# The labels of one column, then the prose beside them, then their values.
PARTED = (
    "Outcomes\n\nMembers\n\nRain falls on those who wait for the bus.\n\n"
    "L1A1D1\n\nBogor, Harare\n\nOutcomes\n\nIt falls on others too.\n\n"
)
BOARD = (
    "EUROPE\n\nFocal Points\n\nMembers of the Board of Directors\n\nREGIONAL SECRETARY\n\n"
    "CO-PRESIDENCY\n\nJane Roe\n\nJohn Doe\n\nMayor of Berlin\n\n"
)


def report(*parts):
    return read_report(read_text("".join(parts).encode(), "x.txt"))


@pytest.mark.parametrize(
    "parts",
    [
        [*(ACTIVITY.format(day) + PARTED + "L1A1D2\n\n" for day in (4, 5, 6))],
        [ACTIVITY.format(4), FIELDS, "WHO WE ARE\n\n", BOARD * 3],
    ],
    ids=["fields", "people"],
)
def test_labels_apart_from_their_values(parts):
    with pytest.raises(Flattened, match=r"labels and values stand apart in [3-6] places"):
        report(HEAD, *parts)


@pytest.mark.parametrize(
    "parts",
    [
        [ACTIVITY.format(4), FIELDS, "WHO WE ARE\n\n", BOARD],
        [*(ACTIVITY.format(day) + FIELDS + "Alliances\n\nRain.\n\n" for day in (4, 5, 6, 7))],
        [*(ACTIVITY.format(day) + "Members\n\nOutcomes\n\n" for day in (4, 5, 6, 7))],
    ],
    ids=["one seat", "labels before prose", "empty fields"],
)
def test_labels_with_their_values(parts):
    assert report(HEAD, *parts).activities


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")
@pytest.mark.parametrize("pages", [[], ["-nopgbrk"]], ids=["form feeds", "none"])
@pytest.mark.parametrize(("path", "how"), DRAWN)
def test_drawn_from_a_pdf(path, pages, how):
    with pytest.raises(DocumentError):
        read_report(read_text(drawn(path, *how, *pages), "x.txt"))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")
@pytest.mark.parametrize("path", IN_ORDER, ids=lambda path: path.stem)
def test_drawn_from_one_column(path):
    found = read_report(read_text(drawn(path), "x.txt"))
    printed = read_report(read_pdf(path.read_bytes(), path.name))
    assert [each.amount.text for each in found.figures] == [
        each.amount.text for each in printed.figures
    ]
    assert [each.label.text for each in found.figures] == [
        each.label.text for each in printed.figures
    ]
    dates = [each.date.text for each in printed.activities]
    assert [each.date.text for each in found.activities] == dates
    assert max(len(each.topic.lines) for each in found.media if each.topic) < LONG


def drawn(path, *options):
    program = ["pdftotext", *options, path, "-"]
    return subprocess.run(program, capture_output=True, check=True).stdout


@pytest.mark.parametrize("spoiled", [3, 5])
def test_dates_that_are_not_read_part_no_labels(spoiled):
    soon = [ACTIVITY.replace("{} May", "soon") + FIELDS for _ in range(spoiled)]
    others = [ACTIVITY.format(day) + FIELDS for day in range(4, 14)]
    assert len(report(HEAD, *others, *soon).activities) == len(others)
