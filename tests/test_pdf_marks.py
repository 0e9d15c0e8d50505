"""Print that is no part of a text: marks across pages, and numbers of lines."""

import pytest
from metroledger.extract.pdf.assemble import lines_of
from metroledger.extract.pdf.page import ASCENT, DESCENT, Page, Style, Token
from metroledger.extract.pdf.words.glyphs import same_word

BODY = Style(10.0, False, "Sans", 0)
MARK = Style(60.0, True, "Sans-Bold", 0)


def word(text: str, x: float, base: float, style: Style = BODY) -> Token:
    y0, y1 = base - ASCENT * style.size, base + DESCENT * style.size
    return Token(text, x, y0, x + 0.5 * len(text) * style.size, y1, base, style)


def page(number: int, *more: Token) -> Page:
    """Ten lines, all different, and one far below them."""
    own = "zkmnpqr"[number] * 3
    text = [word(f"{letter}{own}", 100, 100 + 12 * n) for n, letter in enumerate("abcdefghij")]
    return Page(number, 595.0, 842.0, (*text, word(f"end{own}", 100, 700), *more))


def read(pages: list[Page]) -> list[tuple[str, bool]]:
    return [(line.text, line.margin) for line in lines_of(pages)]


@pytest.mark.parametrize("base", [150, 154])
def test_a_word_printed_across_pages(base):
    pages = [page(n, word("DRAFT", 105, base, MARK)) for n in range(1, 5)]
    found = read(pages)
    assert found.count(("DRAFT", True)) == 4
    assert [text for text, margin in found if not margin] == [
        token.text for each in pages for token in each.tokens[:-1]
    ]


@pytest.mark.parametrize(
    ("marked", "base"),
    [([1], 150), ([1, 2, 3, 4], 400), ([1, 2], 150)],
    ids=["of one page", "beside the text", "of some pages"],
)
def test_large_words_that_mark_no_page(marked, base):
    marks = {n: (word("DRAFT", 105, base, MARK),) for n in marked}
    found = read([page(n, *marks.get(n, ())) for n in range(1, 7)])
    assert [margin for text, margin in found if "DRAFT" in text] == [False] * len(marked)


@pytest.mark.parametrize(
    ("numbers", "x", "margin"),
    [
        (range(1, 11), 80, True),
        (range(5, 51, 5), 500, True),
        ([3, 1, 4, 1, 5, 9, 2, 6, 5, 3], 80, False),
        (range(1, 11), 120, False),
    ],
    ids=["left", "every fifth", "figures", "in the text"],
)
def test_numbers_of_lines(numbers, x, margin):
    column = [word(str(number), x, 106 + 12 * n) for n, number in enumerate(numbers)]
    (found,) = {
        m
        for text, m in read([page(1, *column, word("7", 470, 800))])
        if text.isdigit() and text != "7"
    }
    assert found is margin


def test_no_letter_is_thrice_as_large_as_the_word_before_it():
    assert same_word(word("Members", 0, 50), word("D", 35, 60, MARK)) is None
