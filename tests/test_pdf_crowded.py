"""Pages of very many words: what looks at words beside words takes no square of their number."""

import time
from collections import Counter

import pytest
from metroledger.extract.pdf.assemble import lines_of
from metroledger.extract.pdf.page import ASCENT, DESCENT, Page, Style, Token

WORDS = 12_000
# A slow machine needs a fifth of it; what looks at all pairs of words needs many times as much.
SECONDS = 15.0
BODY, TITLE, CAPITAL = (
    Style(size, bold, "F", 0) for size, bold in ((9, False), (14, True), (30, True))
)


def word(text, x, base, style=BODY):
    size = style.size
    return Token(text, x, base - ASCENT * size, x + 30, base + DESCENT * size, base, style)


def icon(n):
    return [word("★", 20, 30 + n * 11), word(f"Word{n}", 52, 33 + n * 11)]


def capital(n):
    return [word("A", 20, 50 + n * 33, CAPITAL), word(f"word{n}", 52, 38 + n * 33)]


def field(n):
    return [word(f"Members{n}:", 20, 30 + n * 11), word(f"Name{n}", 100, 30 + n * 11)]


def title(n):
    return [word(f"Title{n}", 20, 30 + n * 11, Style(14 + n / 1000, True, "F", 0))]


def dated(n):
    return [word(f"Title{n}", 20, 30 + n * 40, TITLE), word("July", 312, 30 + n * 40)]


@pytest.mark.parametrize("of", [icon, capital, field, title, dated])
def test_page_of_many_words_is_laid_out_in_seconds(of):
    tokens = tuple(token for n in range(WORDS // 2) for token in of(n))
    page = Page(1, 600, max(token.y1 for token in tokens) + 20, tokens)
    begun = time.process_time()
    lines = lines_of([page])
    assert time.process_time() - begun < SECONDS
    assert _letters(line.text for line in lines) == _letters(token.text for token in tokens)


def _letters(words):
    return Counter("".join(words).replace(" ", "").replace("\t", ""))
