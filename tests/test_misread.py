"""Recognised text: what is misread is mended where its shape leaves no doubt, and told so."""

import pytest
from metroledger.extract.document import Document, Line
from metroledger.extract.misread import bullets, mended
from metroledger.extract.pdf.ornaments import without_ornaments
from metroledger.extract.pdf.page import Page, Style, Token
from metroledger.extract.pdf.sizes import levelled

# as recognised, as read; None where it stays as it is
LINES = {
    "LIM8D2": "L1M8D2",
    "LLM2D2": "L1M2D2",
    "LIM1": "L1M1",
    "l1A1D3, L2AlD2": "L1A1D3, L2A1D2",
    "LIM5 That a strategy": "L1M5 That a strategy",
    "L2M8D1*": None,
    "L1iM2D1": None,  # one sign too many: nobody knows which
    "JILIN": None,
    "LIMA": None,
    "AL-LAS": None,
    "Bill 51A2": None,
    "September > December 2021": "September → December 2021",
    "> December": None,
    "e": "●",
    "e Members": None,  # the engine's words are parted before they are lines
}


@pytest.mark.parametrize("text", LINES)
def test_lines(text):
    document = Document("0" * 64, "x", "application/pdf", 1, 1, (Line(1, 1, text, True),))
    (line,) = mended(document).lines
    assert (line.text, line.mended) == (text, LINES[text])
    assert line.reading == (LINES[text] or text)


def token(text, x, base):
    return Token(text, x, base - 8, x + 5 * len(text), base, base, Style(10.0, False, "", 0))


def test_bullets_are_parted_from_the_words_that_follow():
    signs = token("e", 40, 100), token("e", 40, 200)
    words = (
        *(token("Members", 50, 100), token("Outcomes", 50, 200)),
        *(token("Región", 50, 300), token("e", 82, 300), token("Italia", 90, 300)),  # no bullet
        *(token("e", 40, 400), token("innovación", 50, 400)),  # a word
        *(token("o", 40, 500), token("Once", 50, 500)),  # not often enough
    )
    page = Page(1, 600, 800, (signs[0], words[0], signs[1], *words[1:]))
    ((rest, alone),) = without_ornaments([page], bullets())
    assert rest.tokens == words
    assert [(run.text, run.base) for run in alone] == [("e", 100), ("e", 200)]
    assert without_ornaments([page], ()) == [(page, ())]


def test_sizes_that_are_alike_are_one():
    sizes = [6.5, 8.1, 8.1, 8.9, 16.2]
    tokens = tuple(
        token("word", 40, 100 * n)._replace(style=Style(size, False, "", 0))
        for n, size in enumerate(sizes, 1)
    )
    (page,) = levelled([Page(1, 600, 800, tokens)])
    assert [each.style.size for each in page.tokens] == [10.0, 10.0, 10.0, 10.0, 20.0]
    assert [(each.y0, each.base, each.y1) for each in page.tokens[:1]] == [(92.2, 100, 102.2)]
