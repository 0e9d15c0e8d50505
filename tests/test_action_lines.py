"""Which activity an action line at the edge of a page speaks for."""

import pytest
from metroledger.extract.document import Box, Line
from metroledger.extract.layout import layouts
from metroledger.extract.markup import plain
from metroledger.extract.sections.actions import margin_markers
from metroledger.extract.sections.activities import read_activities
from metroledger.extract.words import Account, Text

LAYOUT = {layout.id: layout for layout in layouts()}["metropolis-2021"]
LEFT = ["3 July", "FIRST", "We met in Rabat and talked of it."]
RIGHT = ["5 July", "SECOND", "We met in Quito and talked of it."]
CODES = ["L1 Metropolitan diplomacy and advocacy", "L2 Capacities for metropolitan governance"]


def text(number: int, words: str, y: float, *, margin: bool = False) -> Text:
    box = Box(50, y, 150, y + 10)
    line = Line(number, 2, words, True, box=box, margin=margin)
    return Text.of(line, plain(line))


@pytest.mark.parametrize("at", [20, 800], ids=["over them", "under them"])
def test_two_pages_on_one_sheet_each_with_an_action_line_in_its_margin(at):
    pages = [[(words, 100 + 20 * n, False) for n, words in enumerate(p)] for p in (LEFT, RIGHT)]
    for page, code in zip(pages, CODES, strict=True):
        page.insert(0 if at < 100 else len(page), (code, at, True))
    lines = [line for page in pages for line in page]
    texts = [text(n, words, y, margin=margin) for n, (words, y, margin) in enumerate(lines, 1)]
    markers = margin_markers([each for each in texts if each.line.margin])
    body = [each for each in texts if not each.line.margin]
    found = read_activities(body, LAYOUT, frozenset(), Account(), markers)
    assert [each.title.text for each in found] == ["FIRST", "SECOND"]
    assert [each.printed_line.text for each in found] == ["L1", "L2"]
