"""Activities and sections in rows that go on over the end of a page."""

from dataclasses import replace

import pytest
from metroledger.extract.abreast import activities_in_order, sections_in_order
from metroledger.extract.document import Box, Line
from metroledger.extract.layout import layouts
from metroledger.extract.markup import plain
from metroledger.extract.words import Text

LAYOUT = {layout.id: layout for layout in layouts()}["metropolis-2021"]
LEFT, RIGHT = 50, 300

Place = tuple[int, float, float, str]


def text(page: int, x: float, y: float, words: str) -> Text:
    starts = words[0].isdigit() or words in {"Members", "On the left.", "Left."}
    line = Line(1, page, words, starts, box=Box(x, y, x + 150, y + 10))
    return Text.of(line, plain(line))


def activity(page: int, x: float, y: float, day: int, title: str) -> list[Place]:
    return [(page, x, y, f"{day} November"), (page, x, y + 12, title), (page, x, y + 24, "Members")]


ROWS = [*activity(1, LEFT, 50, 1, "ONE"), *activity(1, RIGHT, 50, 2, "TWO")]
LAST = [*activity(1, LEFT, 300, 3, "THREE"), *activity(1, RIGHT, 300, 4, "FOUR")]
BY_COLUMN = [*ROWS[:3], *LAST[:3], *ROWS[3:], *LAST[3:]]
REST = [(2, LEFT, 50.0, "Quito"), (2, RIGHT, 50.0, "Rabat")]
NEXT = activity(2, LEFT, 100, 5, "FIVE")
FLOW = [*activity(1, LEFT, 50, 1, "ONE"), *activity(1, RIGHT, 90, 2, "TWO")]


@pytest.mark.parametrize(
    ("printed", "follow"),
    [
        ([*ROWS, *LAST, *REST, *NEXT], {"Quito": "THREE", "Rabat": "FOUR"}),
        ([*BY_COLUMN, *REST, *NEXT], {"Quito": "THREE", "Rabat": "FOUR"}),
        ([*ROWS, *LAST, REST[0], *NEXT, REST[1]], {"Quito": "THREE", "Rabat": "FOUR"}),
        ([*ROWS, *LAST, *REST], {"Quito": "THREE", "Rabat": "FOUR"}),
        ([*ROWS, *REST, *NEXT], {"Quito": "TWO", "Rabat": "TWO"}),
        ([*ROWS, *FLOW, *REST, *NEXT], {"Quito": "TWO", "Rabat": "TWO"}),
        ([*ROWS, *LAST, (2, 200, 40, "over both"), *REST, *NEXT], {"Quito": "FOUR"}),
    ],
    ids=[
        "read by rows",
        "read by columns",
        "the next page read by columns",
        "the last page",
        "one row is chance",
        "columns that flow",
        "what runs over the edge of a column",
    ],
)
def test_what_goes_on_with_an_activity_of_a_row(printed, follow):
    ordered, anchors = activities_in_order([text(*each) for each in printed], LAYOUT)
    assert sorted(each.text for each in ordered) == sorted(words for *_, words in printed)
    ends = [*(anchor.start for anchor in anchors[1:]), len(ordered)]
    for words, title in follow.items():
        owner = [
            anchor.title.text
            for anchor, end in zip(anchors, ends, strict=True)
            if words in [each.text for each in ordered[anchor.start : end]]
        ]
        assert owner == [title]


def heading(page: int, x: float, y: float, words: str, size: float = 12) -> Text:
    line = Line(1, page, words, True, box=Box(x, y, x + 150, y + 10), size=size, bold=True)
    return Text.of(line, plain(line))


def region(page: int, y: float, name: str, rest: int) -> list[Text]:
    return [
        heading(page, LEFT, y, name, 20),
        heading(page, LEFT, y + 20, "Focal Points"),
        text(page, LEFT, y + 40, f"focal {name}"),
        heading(page, RIGHT, y + 20, "Board of Directors"),
        text(page, RIGHT, y + 40, f"board {name}"),
        heading(page + 1, LEFT, 20, "Secretariat", 8),
        text(page + 1, LEFT, 40, f"focal {rest}"),
        text(page + 1, RIGHT, 20, f"board {rest}"),
    ]


@pytest.mark.parametrize(
    ("printed", "moved"),
    [
        ([*region(1, 50, "Africa", 2), *region(2, 100, "Asia", 3)], True),
        (region(1, 50, "Africa", 2), False),
        ([*region(1, 50, "Africa", 2), heading(1, LEFT, 300, "Asia", 20), *region(3, 50, "Europe", 4)], False),
    ],
    ids=["two regions", "one row is chance", "another section ends the page"],
)  # fmt: skip
def test_what_goes_on_with_a_section_of_a_row(printed, moved):
    words = [each.text for each in sections_in_order(printed, LAYOUT)]
    assert sorted(words) == sorted(each.text for each in printed)
    assert (words.index("focal 2") < words.index("board Africa")) is moved
    assert words.index("board 2") > words.index("board Africa")


@pytest.mark.parametrize(("size", "moved"), [(9.0, False), (14.0, True)], ids=["label", "heading"])
def test_what_labels_a_field_is_no_section_of_a_row(size, moved):
    """'Activated members' is a field of each activity and a section of the report of 2020."""
    layout = {layout.id: layout for layout in layouts()}["metropolis-2020"]
    rows = [(1, x, y, "Activated members") for y in (50, 150) for x in (LEFT, RIGHT)]
    names = [(page, x, y + 12, "Rabat") for page, x, y, _ in rows]
    printed = [text(*each) for pair in zip(rows, names, strict=True) for each in pair]
    printed += [text(2, LEFT, 40, "Next title"), text(2, LEFT, 60, "Activated members")]
    printed = [
        replace(each, line=replace(each.line, size=size if each.text[0] == "A" else 9.0))
        for each in printed
    ]
    found = sections_in_order(printed, layout)
    assert ([each.text for each in found] != [each.text for each in printed]) is moved
