"""Tables with a row for each activity: rows that fit are read, and others are left to be found."""

from collections.abc import Iterable
from typing import NamedTuple

import pytest
from metroledger.extract.celled import cells_under, head_of
from metroledger.extract.claimed import printed_values
from metroledger.extract.document import Box, Line
from metroledger.extract.markup import plain
from metroledger.extract.records import Activity
from metroledger.extract.report import read_report
from metroledger.extract.text.reader import read_text
from metroledger.extract.words import Text
from test_anchors import LAYOUT as LAYOUTS
from test_anchors import REPORT as REPORTS

LAYOUT, REPORT = LAYOUTS["metropolis-2020"], REPORTS[2020]
TABS = """Activity\tDate\tPlace\tOutcomes\tMembers
Night buses\t3 July 2020\tonline\tL1A1D1\tBerlin, Rabat
Day trams\tOngoing\t\t\tQuito"""
MARKDOWN = """| Date | Title | Members involved | Metropolitan challenges | Description |
|---|:--|---|---|---|
| 3 July 2020 | **Night buses** | Berlin<br>Rabat | 1.1 Combating inequalities | We met. |
| We talked about shade. It was hot. | | | | |
| L2 Capacities for governance | | | | |
| 4 July | Day trams | - | | |"""
ALIGNED = """Activity           Date           Members

Night buses for    3 July 2020    Berlin, Madrid,
all the city                      Rabat
Day trams          14–16          Quito
                   July 2020
We met in the sun and talked about
shade. It was hot.

Trees              20 July        Lima

A sentence of the whole chapter."""
ASCIIDOC = """|===
|Actividad |Fecha |Miembros

|Night buses |3 July |Berlin
|Trees |4 July |Lima, Quito
|==="""
GRID = """+-------------+---------+---------+
| Activity    | Date    | Members |
+=============+=========+=========+
| Night buses | 3 July  | Berlin  |
| for all     | 2020    | Rabat   |
+-------------+---------+---------+
| Trees       | 4 July  | Lima    |
+-------------+---------+---------+"""
BARS = """Event | When | Action line | Participants
Night buses | 3 July | L2 | 120"""
TURNS = """Night trains
1 July 2020

Members
Lima

Activity\tDate\tMembers
Night buses\t3 July\tBerlin

Day trams
4 July 2020

Members
Quito"""


def read(table: str) -> tuple[list[str], list[str]]:
    """Return the activities of a report, and its lines that nobody claims."""
    report = read_report(read_text(REPORT.format(table).encode(), "x.txt"))
    left = zip(report.document.lines, report.roles, strict=True)
    return list(map(told, report.activities)), [
        line.text for line, role in left if role == "unclaimed"
    ]


def told(activity: Activity) -> str:
    """Return all that an activity tells, in one line."""
    lists = activity.outcomes, activity.challenges, activity.members.items, activity.narrative
    line = [activity.printed_line] if activity.printed_line else []
    parts = ([activity.date], [activity.title], *lists, line)
    return " | ".join("; ".join(words.text for words in part) for part in parts if part)


@pytest.mark.parametrize(
    ("table", "activities", "left"),
    [
        (
            TABS,
            [
                "3 July 2020 | Night buses | L1A1D1 | Berlin; Rabat | Place: online",
                "Ongoing | Day trams | Quito",
            ],
            [],
        ),
        (
            MARKDOWN,
            [
                "3 July 2020 | Night buses | 1.1 Combating inequalities | Berlin; Rabat"
                " | We met.; We talked about shade. It was hot.",
                "4 July | Day trams | L2",
            ],
            [],
        ),
        (
            ALIGNED,
            [
                "3 July 2020 | Night buses for all the city | Berlin; Madrid; Rabat",
                "14–16 July 2020 | Day trams | Quito"
                " | We met in the sun and talked about shade. It was hot.",
                "20 July | Trees | Lima",
            ],
            ["A sentence of the whole chapter."],
        ),
        (ASCIIDOC, ["3 July | Night buses | Berlin", "4 July | Trees | Lima; Quito"], []),
        (GRID, ["3 July 2020 | Night buses for all | Berlin; Rabat", "4 July | Trees | Lima"], []),
        (BARS, ["3 July | Night buses | Participants: 120 | L2"], []),
        (
            TURNS,
            [
                "1 July 2020 | Night trains | Lima",
                "3 July | Night buses | Berlin",
                "4 July 2020 | Day trams | Quito",
            ],
            [],
        ),
    ],
    ids=["tabs", "markdown", "aligned", "asciidoc", "grid", "bars", "turns"],
)
def test_each_row_is_an_activity(table: str, activities: list[str], left: list[str]) -> None:
    assert read(table) == (activities, left)


@pytest.mark.parametrize(
    ("lost", "kept"),
    [
        ("Night buses\tnever\tBerlin", "4 July | Day trams | Quito"),
        (
            "Night buses\t3 July\tWe met in the sun and had a very long talk",
            "4 July | Day trams | Quito",
        ),
        ("\t3 July\tBerlin", "4 July | Day trams | Quito"),
        ("Night buses\t3 July\tBerlin\tRabat", "4 July | Day trams | Quito"),
        ("Night buses\t3 July\tBerlin\nfor all\t\tRabat", "4 July | Day trams | Quito"),
    ],
)
def test_a_row_that_does_not_fit_is_left(lost: str, kept: str) -> None:
    found = read(f"Activity\tDate\tMembers\n{lost}\nDay trams\t4 July\tQuito")
    assert found == ([kept], lost.split("\n"))


def test_a_torn_row_is_left_with_the_one_that_may_be_its_rest() -> None:
    torn = "Night buses for    30 September – 2 October 2020   Berlin\nall the city       2 July   Rabat"
    activities, left = read(
        f"Activity           Date      Members\n{torn}\n\nTrees              20 July   Lima"
    )
    assert (activities, left) == (["20 July | Trees | Lima"], torn.split("\n"))


def test_every_cell_cites_its_own_characters() -> None:
    report = read_report(read_text(REPORT.format(TABS).encode(), "x.txt"))
    for printed in printed_values(report.activities):
        for piece in printed.pieces:
            line = report.document.line(piece.line)
            cited = line.text[piece.start : piece.start + piece.length]
            assert cited == printed.text[piece.at : piece.at + piece.length]


def lines(*printed: str) -> Iterable[Text]:
    for number, words in enumerate(printed, 1):
        line = Line(number, 1, words, True)
        yield Text.of(line, plain(line))


@pytest.mark.parametrize(
    "words",
    ["Activity\tMembers", "Date\tOutlet", "Activity\tTitle\tDate", "Night buses\t3 July", "Date"],
)
def test_a_head_names_one_title_and_one_date(words: str) -> None:
    (text,) = lines(words)
    assert head_of(text, LAYOUT) is None


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Buses     3 July   Berlin", ["Buses", "3 July", "Berlin"]),
        ("          3 July", ["", "3 July", ""]),
        ("Buses that 3 July  Berlin", []),
        ("Night buses run on", []),
        ("Night and 3 July", []),
    ],
)
def test_cells_stand_under_the_names_of_their_columns(row: str, cells: list[str]) -> None:
    top, text = lines("Activity  Date     Members", row)
    head = head_of(top, LAYOUT)
    assert head is not None
    assert [" ".join(line.text for line in cell) for cell in cells_under(head, text)] == cells


class Placed(NamedTuple):
    """A word of a PDF line."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


def test_cells_of_a_pdf_are_read_in_their_own_lines() -> None:
    head, _ = lines("Activity\tDate\tMembers", "")
    printed = [
        ("Buses", 0, 0),
        ("for", 0, 10),
        ("all", 20, 10),
        ("3 July", 50, 0),
        ("Rabat", 90, 0),
        ("Quito", 90, 10),
    ]
    words = tuple(Placed(text, x, y, x + 15, y + 8) for text, x, y in printed)
    row = Line(2, 1, "Buses for all\t3 July\tRabat Quito", True, Box(0, 0, 105, 18), words)
    found = head_of(head, LAYOUT)
    assert found is not None
    cells = cells_under(found, Text.of(row, plain(row, markdown=False)))
    assert [[line.text for line in cell] for cell in cells] == [
        ["Buses", "for all"],
        ["3 July"],
        ["Rabat", "Quito"],
    ]
