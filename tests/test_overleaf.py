"""Fields that run over the end of a page."""

import pytest
from metroledger.extract.document import Box, Line
from metroledger.extract.layout import layouts
from metroledger.extract.markup import plain
from metroledger.extract.overleaf import columns_overleaf, overleaf
from metroledger.extract.words import Text

LAYOUT = {layout.id: layout for layout in layouts()}["metropolis-2021"]


def text(page: int, x: float, words: str) -> Text:
    line = Line(1, page, words, words[:1].isupper(), box=Box(x, 10, x + 60, 20))
    return Text.of(line, plain(line))


@pytest.mark.parametrize(
    ("printed", "order"),
    [
        (
            [(1, 50, "Members"), (1, 50, "Rabat,"), (1, 200, "We met"), (2, 50, "Quito"), (2, 200, "again.")],
            ["Members", "Rabat,", "Quito", "We met", "again."],
        ),
        (
            [(1, 200, "We met."), (1, 50, "Members"), (1, 110, "Rabat,"), (2, 110, "Quito"), (2, 50, "Metropolitan"), (2, 50, "challenges")],
            ["We met.", "Members", "Rabat,", "Quito", "Metropolitan", "challenges"],
        ),
        (
            [(1, 200, "We met and"), (1, 50, "Members"), (1, 55, "Rabat,"), (2, 53, "Quito"), (2, 200, "met"), (2, 280, "again.")],
            ["We met and", "met", "again.", "Members", "Rabat,", "Quito"],
        ),
        (
            [(1, 200, "We met and"), (1, 200, "Members"), (1, 200, "Rabat,"), (2, 200, "Quito")],
            ["We met and", "Members", "Rabat,", "Quito"],
        ),
        (
            [(1, 50, "We met."), (1, 50, "Members"), (1, 50, "rabat,"), (1, 200, "Outcomes"), (1, 200, "L1A1D1"), (2, 50, "Quito")],
            ["We met.", "Members", "rabat,", "Quito", "Outcomes", "L1A1D1"],
        ),
        (
            [(1, 50, "We met."), (1, 50, "Members"), (1, 50, "rabat"), (1, 200, "Outcomes"), (1, 200, "L1A1D1"), (2, 50, "A caption")],
            ["We met.", "Members", "rabat", "Outcomes", "L1A1D1", "A caption"],
        ),
        (
            [(1, 200, "We met."), (1, 200, "Members"), (1, 200, "rabat,"), (2, 50, "Quito,"), (2, 200, "Lima")],
            ["We met.", "Members", "rabat,", "Quito,", "Lima"],
        ),
        (
            [(1, 50, "Members"), (1, 50, "Rabat"), (1, 200, "We met and"), (2, 50, "Alliances"), (2, 50, "UCLG"), (2, 200, "talked"), (2, 200, "again.")],
            ["Members", "Rabat", "We met and", "talked", "again.", "Alliances", "UCLG"],
        ),
        (
            [(1, 50, "Members"), (1, 50, "Rabat"), (1, 200, "We met."), (2, 50, "Alliances"), (2, 50, "UCLG"), (2, 200, "elpais.com")],
            ["Members", "Rabat", "We met.", "Alliances", "UCLG", "elpais.com"],
        ),
        (
            [(1, 50, "We met."), (1, 50, "Members"), (1, 200, "Outcomes"), (2, 50, "Rabat"), (2, 50, "and Quito"), (2, 50, "Night buses"), (2, 200, "L1A1D1")],
            ["We met.", "Members", "Rabat", "and Quito", "Outcomes", "L1A1D1", "Night buses"],
        ),
        (
            [(1, 50, "We met,"), (1, 150, "we saw,"), (1, 200, "Members"), (1, 200, "Rabat"), (2, 50, "we talked,"), (2, 200, "then slept. Next day")],
            ["We met,", "we saw,", "Members", "Rabat", "we talked,", "then slept. Next day"],
        ),
        (
            [(1, 50, "We met,"), (1, 150, "we saw,"), (1, 200, "Members"), (1, 200, "Rabat,"), (2, 50, "A title"), (2, 200, "Quito"), (2, 200, "We talked. Then we slept.")],
            ["We met,", "we saw,", "Members", "Rabat,", "Quito", "A title", "We talked. Then we slept."],
        ),
    ],
    ids=["a column goes on", "a label over two lines goes on with none", "prose beside fields goes on", "fields under prose go on", "a list goes on beside fields", "a list that has ended", "columns that flow", "a sentence goes on", "one that has ended", "labels alone go on with a block", "prose in the column of fields", "a list, and prose under it"],
)  # fmt: skip
def test_fields_over_the_end_of_a_page(printed, order):
    texts = [text(*each) for each in printed]
    assert [each.text for each in overleaf(texts, LAYOUT)] == order


@pytest.mark.parametrize(("edge", "parted"), [(200, True), (300, False)], ids=["prose", "a list"])
def test_what_stood_under_a_line_that_moved_begins_a_block_elsewhere(edge, parted):
    printed = [
        (1, 50, "Outcomes"), (1, 50, "L1A1D1"), (1, 300, "Members"), (1, 300, "Rabat, Lima"),
        (2, 50, "L1A1D2"), (2, 50, "We met in metropolitan"), (2, edge, "areas, cities"),
    ]  # fmt: skip
    ordered = overleaf([text(*each) for each in printed], LAYOUT)
    assert [each.text for each in ordered[-3:]] == ["Members", "Rabat, Lima", "areas, cities"]
    assert ordered[-1].gap is parted


def test_centred_values_over_the_end_of_a_page():
    def line(page: int, middle: float, words: str) -> Text:
        half = 3 * len(words)
        printed = Line(
            1, page, words, words[:1].isupper(), box=Box(middle - half, 10, middle + half, 20)
        )
        return Text.of(printed, plain(printed))

    before = [
        line(1, 100, "Members"),
        line(1, 100, "Rabat, Rio"),
        line(1, 250, "Outcomes"),
        line(1, 250, "L1A1"),
    ]
    after = [
        line(2, 100, "de Janeiro"),
        line(2, 250, "L1A2D3"),
        line(2, 120, "Night buses"),
        line(2, 100, "met"),
    ]
    assert [each.text for each in overleaf([*before, *after], LAYOUT)] == [
        *(
            "Members",
            "Rabat, Rio",
            "de Janeiro",
            "Outcomes",
            "L1A1",
            "L1A2D3",
            "Night buses",
            "met",
        ),
    ]


@pytest.mark.parametrize("headed", [True, False], ids=["side by side", "columns that flow"])
def test_items_of_columns_over_the_end_of_a_page(headed):
    left = [
        text(1, 50, "Measures" if headed else "L1M1"),
        text(1, 50, "L1M2"),
        text(1, 50, "That cities"),
    ]
    right = [
        text(1, 200, "Outcomes" if headed else "L1M3"),
        text(1, 200, "L1M1D1"),
        text(1, 200, "A plan"),
    ]
    rest, below = [text(2, 50, "are heard")], [text(2, 50, "L1M4")]
    found = columns_overleaf(
        [*left, *right, *rest, *below],
        heads=lambda line: line.text in {"Measures", "Outcomes"},
        begins=lambda line: line.text.startswith("L1"),
    )
    assert found == [*left, *(rest if headed else []), *right, *([] if headed else rest), *below]
