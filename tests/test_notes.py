"""Notes under lists are kept apart from their entries."""

import pytest
from metroledger.extract.notes import part_notes
from metroledger.extract.report import read_report, texts_of
from metroledger.extract.text.reader import read_text

REPORT = """METROPOLIS PROGRESS REPORT

July 2021

ACTIVITIES

4 July

SUN

Members

Rabat¹, Tunis*
¹ Online

* To be confirmed

Outcomes

L1A1D1

METROPOLIS IN THE MEDIA

July

Gazette¹
Sun

¹ On paper

WHO WE ARE

EUROPE

- Berlin
- Lisbon*

* Host in 2022
"""


def texts(printed):
    return texts_of(read_text(printed.encode(), "x.txt"))


MARKED = """METROPOLIS PROGRESS REPORT

July 2021

ACTIVITIES

4 July*

SUN

Members¹

Rabat

Outcomes

L1A1D1

PROGRESS

MAIN RESULTS†

300+²

people who came¹

12 [3]

guests

WHO WE ARE

EUROPE*

Berlin

Members of the Board of Directors

MEMBERS
Jane Roe¹, Mayor of Oslo
"""


def test_marks_are_no_part_of_what_they_stand_at():
    report = read_report(read_text(MARKED.encode(), "x.txt"))
    (activity,) = report.activities
    assert (activity.date.text, activity.members.items[0].text) == ("4 July*", "Rabat")
    told = [(f.section.text, f.label.text, f.amount.text) for f in report.figures]
    assert told == [
        ("MAIN RESULTS", "people who came", "300+²"),
        ("MAIN RESULTS", "guests", "12 [3]"),
    ]
    assert [region.region.text for region in report.regions] == ["EUROPE"]
    assert [(a.name.text, a.title.text) for a in report.appointments] == [
        ("Jane Roe", "Mayor of Oslo")
    ]


def test_a_report_with_notes():
    report = read_report(read_text(REPORT.encode(), "x.txt"))
    (activity,) = report.activities
    assert [m.text for m in activity.members.items] == ["Rabat¹", "Tunis*"]
    assert [p.text for p in activity.narrative] == ["¹ Online", "- To be confirmed"]
    assert [(m.outlet.text, m.topic.text) for m in report.media] == [("Gazette¹", "Sun")]
    assert [m.text for r in report.regions for m in r.members.items] == ["Berlin", "Lisbon*"]
    told = [(p.section.text, p.text.text) for p in report.passages]
    assert told == [("METROPOLIS IN THE MEDIA", "¹ On paper"), ("EUROPE", "* Host in 2022")]


NOTES = {
    "Rabat¹\n\n¹ Until May": ["¹ Until May"],
    "Rabat²³\n³ Until May": ["³ Until May"],
    "Rabat [1], Tunis\n\n[1] Until May\nor June": ["[1] Until May or June"],
    "Rabat (a)\nTunis (b)\n(a) Online\n(b) By post": ["(a) Online", "(b) By post"],
    "12*\n* Provisional": ["* Provisional"],
    "Rabat*\nTunis†\n* Old\n† New": ["* Old", "† New"],
    "* Rabat*\n* Tunis": [],  # a bullet
    "Rabat\n* Tunis": [],  # nothing bears the mark
    "Rabat\n(a) Tunis\n(b) Berlin": [],
    "Rabat¹\n¹": [],
}


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Total: 12 members", True),
        ("TOTAL (12)", True),
        ("Total members: 12", True),
        ("12 members", True),
        ("Gesamt 12", True),
        ("12", False),
        ("1. Rabat", False),
        ("25 de Mayo", False),
        ("Totalán 2", False),
        ("Malé 1", False),
    ],
)
def test_counts_of_names(line, counts):
    _, notes = part_notes(texts(f"Rabat\n\n{line}"), of_names=True)
    assert bool(notes) is counts
    assert part_notes(texts(f"Rabat\n\n{line}"))[1] == []


@pytest.mark.parametrize("printed", NOTES)
def test_notes(printed):
    lines = texts(printed)
    left, notes = part_notes(lines)
    assert [" ".join(text.text for text in note) for note in notes] == NOTES[printed]
    assert (
        sorted([*left, *(t for note in notes for t in note)], key=lambda t: t.line.number) == lines
    )
