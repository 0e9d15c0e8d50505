"""A file that holds more than one report is refused; chapters in another order are read."""

from pathlib import Path

import pytest
from metroledger.extract.errors import OutOfOrder, SeveralReports
from metroledger.extract.report import read_report
from metroledger.extract.text.reader import read_text

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
COVER = "METROPOLIS PROGRESS REPORT\n\nJuly – September 2021\n\n"
ACTIVITIES = "ACTIVITIES\n\n4 July\n\nSUN\n\nMembers\n\nRabat\n\nOutcomes\n\nL1A1D1\n\n"
WHO = "WHO WE ARE\n\nEUROPE\n\nMembers of the Board of Directors\n\nMEMBER\nJane Roe\nMayor of Berlin\n\n"
IMPRINT = "This report has been edited\n\nby us.\n\n"
WHOLE = COVER + ACTIVITIES + WHO


def read(text):
    return read_report(read_text(text.encode(), "x.txt"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (WHOLE + WHOLE.replace("2021", "2022"), 18),
        (WHOLE + IMPRINT + WHOLE, 20),
        (WHOLE + ACTIVITIES, 16),
    ],
    ids=["of two periods", "behind the imprint", "without a cover"],
)
def test_two_reports(text, line):
    with pytest.raises(SeveralReports, match=rf"printed again in line {line}: .* offer each by"):
        read(text)


@pytest.mark.parametrize("name", ["2020-07--2020-09", "2021-09--2021-12"])
def test_report_of_the_corpus_twice(name):
    text = (CORPUS / f"{name}.txt").read_text("utf-8")
    with pytest.raises(SeveralReports):
        read(f"{text}\f{text}")


@pytest.mark.parametrize(
    "text",
    [COVER + WHO + ACTIVITIES, COVER + ACTIVITIES + ACTIVITIES + WHO],
    ids=["activities last", "activities in two parts"],
)
def test_one_report(text):
    report = read(text)
    assert report.activities
    assert [person.name.text for person in report.appointments] == ["Jane Roe"]


def test_a_report_behind_its_imprint():
    """Pages of a booklet that is to be folded: the last stands beside the first."""
    with pytest.raises(OutOfOrder, match=r"imprint in line 3 stands before most of the report"):
        read(COVER + IMPRINT + "Members\n\nRabat\n\nOutcomes\n\nL1A1D1\n\n4 July\n\nSUN\n\n")


@pytest.mark.parametrize("contents", ["", "Index\n\nActivities 4\n\nWho we are 5\n\n"])
def test_a_report_whose_imprint_stands_behind_its_cover(contents):
    report = read(COVER + contents + IMPRINT + ACTIVITIES + WHO)
    assert report.activities
    assert [person.name.text for person in report.appointments] == ["Jane Roe"]


def test_a_report_whose_cover_stands_behind_its_imprint():
    """Pages of a booklet as they lie on the sheet."""
    with pytest.raises(OutOfOrder, match=r"imprint in line 1 stands before most of the report"):
        read(IMPRINT + COVER + ACTIVITIES + WHO)
