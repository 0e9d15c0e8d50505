"""Recognised text: what is misread is mended where its shape leaves no doubt, and told so."""

import pytest
from metroledger.extract.document import Document, Line
from metroledger.extract.misread import bullets, mended
from metroledger.extract.pdf.assemble import lines_of
from metroledger.extract.pdf.page import Page, Style, Token
from metroledger.extract.pdf.scans.emphasis import emphasised
from metroledger.extract.pdf.scans.ornaments import without_ornaments
from metroledger.extract.pdf.scans.sizes import levelled

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
    "| hope that | see": "I hope that I see",
    "and | thank": "and I thank",
    "Berlin | online": None,  # a bar between two
    "a | B": None,
    "e": "●",
    "e Members": None,  # the engine's words are parted before they are lines
}


@pytest.mark.parametrize("text", LINES)
def test_lines(text):
    lines = Line(1, 1, text, True), Line(2, 2, text, True)
    document = Document("0" * 64, "x", "application/pdf", 2, 1, lines, recognised=frozenset({1}))
    line, printed = mended(document).lines
    assert (line.text, line.mended) == (text, LINES[text])
    assert line.reading == (LINES[text] or text)
    assert printed.mended is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("LI urban diplomacy", "L1 urban diplomacy"),
        ("LI Wei", "LI Wei"),
        ("L2 urban diplomacy", "L2 urban diplomacy"),
    ],
)
def test_code_of_an_action_line_that_is_printed_elsewhere(text, read):
    lines = (Line(1, 1, "L1 urban diplomacy", True), Line(2, 2, text, True))
    document = Document("0" * 64, "x", "application/pdf", 2, 1, lines, recognised=frozenset({1, 2}))
    assert [line.reading for line in mended(document).lines] == ["L1 urban diplomacy", read]


def token(text, x, base):
    return Token(text, x, base - 8, x + 5 * len(text), base, base, Style(10.0, False, "", 0))


def line(words, base, x=40):
    """Words side by side, a space apart."""
    tokens = []
    for word in words.split():
        tokens.append(token(word, x, base))
        x = tokens[-1].x1 + 3
    return tokens


def parted(words):
    """The page of such words without its ornaments."""
    (page,) = without_ornaments([Page(1, 600, 800, tuple(words))], bullets())
    return page


def test_signs_that_often_begin_lines_are_bullets():
    region = token("Región", 40, 300), token("e", 72, 300), token("Italia", 80, 300)
    words = (
        *(*line("e Topic", 100), *line("e Topic", 200)),
        *(*region, *line("e innovación", 400), *line("o Once", 500)),
    )
    page = parted(words)
    assert list(page.ornaments.values()) == [words[0], words[2]]
    assert page.tokens == tuple(word for word in words if word not in (words[0], words[2]))
    (page,) = without_ornaments([Page(1, 600, 800, words)], ())
    assert (page.tokens, page.ornaments) == (words, {})


def test_bullets_are_parted_from_capitals_where_others_stand():
    listed = *line("e Topic", 100), *line("e Topic", 200)
    page = parted([*listed, *line("eUCLG", 300), *line("eThekwini", 400, 200), *line("eco", 500)])
    assert [token.text for token in page.tokens] == ["Topic", "Topic", "UCLG", "eThekwini", "eco"]
    boxes = [(word.text, sign.x1, word.x0) for word, sign in page.ornaments.items()]
    assert boxes[2] == ("UCLG", 45, 45)
    assert "eUCLG" in [token.text for token in parted(line("eUCLG", 300)).tokens]


def test_several_signs_are_one_bullet():
    listed = *line("@ Topic", 100), *line("@ Topic", 200), *line("e@ Topic", 300)
    page = parted([*listed, *line("e@UCLG", 400), *line("[] Topic", 500)])
    assert [sign.text for sign in page.ornaments.values()] == ["@", "@", "e@", "e@"]
    (read,) = lines_of([parted([*listed[:4], *line("e@ Topic", 300)])])[2:]
    assert (read.text, read.mended) == ("e@ Topic", "●  Topic")


# what is printed after an icon -> how the icon was read; None where it is no icon
ICONS = {
    "O 30 September": "O",
    "[OD 9 and 10 November 2021": "[OD",
    "0 8 November": "0",
    "CD 8-13 November": "CD",
    "EU 8-13 elections": None,
    "À Outcomes": "À",
    "@ Metropolitan challenges": "@",
    "A Members: Berlin": "A",
    "on 30 September": None,
    "8 13 November": None,  # perhaps a range
    "By 30 September": None,
    "A member": None,
    "A Members of the board": None,
    "O Reilly": None,
}


@pytest.mark.parametrize("words", ICONS)
def test_what_begins_a_date_or_label_is_an_icon(words):
    page = parted(line(words, 100))
    assert [sign.text for sign in page.ornaments.values()] == (
        [ICONS[words]] if ICONS[words] else []
    )
    (read,) = mended(
        Document("0" * 64, "x", "application/pdf", 1, 1, tuple(lines_of([page])))
    ).lines
    assert read.text == words
    first, rest = words.split(" ", 1)
    assert read.reading == (f"{'●'.ljust(len(first))} {rest}" if ICONS[words] else words)


def test_headings_are_bold():
    words = [*line("Focal Points", 100), *line("@ Members", 200), *line("July with us", 300)]
    words += [*line("Focal Point for", 320), *line("North America", 332)]
    words += [*line("e Africa", 400), *line("e Europe", 500), *line("Action Line 1 (L1)", 600)]
    (page,) = emphasised([parted(words)])
    assert [each.text for each in page.tokens if each.style.bold] == [
        *("Focal", "Points", "Africa", "Europe", "Action", "Line", "1", "(L1)"),
    ]
    assert {each.style.size for each in page.tokens if each.style.bold} == {10.5}
    assert {word.text for word in page.ornaments} == {"Members", "Africa", "Europe"}
    assert set(page.ornaments) <= set(page.tokens)


def of_size(size, base, text="word", wide=1.0):
    """A word whose letters are as wide as those of Helvetica in its size."""
    width = wide * size * (0.722 + 0.556 + 0.333 + 0.556)
    return Token(text, 40, base - 8, 40 + width, base, base, Style(size, False, "", 0))


def test_sizes_that_are_alike_are_one():
    sizes = [6.5, 8.1, 8.1, 8.9, 16.2]
    tokens = tuple(of_size(size, 100 * n) for n, size in enumerate(sizes, 1))
    (page,) = levelled([Page(1, 600, 800, tokens)])
    assert [each.style.size for each in page.tokens] == [6.5, 8.1, 8.1, 8.1, 16.2]
    found = [round(edge, 2) for edge in page.tokens[4][1:6]]
    assert found == [40, 487.36, 75.11, 503.56, 500]


@pytest.mark.parametrize("wide", [0.8, 1.0, 1.2])
@pytest.mark.parametrize(
    ("measured", "size"), [(12.0, 8.0), (9.5, 8.0), (8.0, 8.0), (7.0, 8.0)], ids=str
)
def test_a_line_is_no_larger_than_its_letters_are_wide(wide, measured, size):
    tokens = [of_size(8.0, 100 * n, wide=wide) for n in range(1, 8)]
    tokens[3] = tokens[3]._replace(style=Style(measured, False, "", 0))
    (page,) = levelled([Page(1, 600, 900, tuple(tokens))])
    assert [round(each.style.size, 1) for each in page.tokens] == [8.0] * 3 + [size] + [8.0] * 3
    assert page.tokens[3].y0 == pytest.approx(400 - 0.78 * size)


@pytest.mark.parametrize(("apart", "end"), [(3.0, 60.0), (8.0, 65.0)])
def test_words_are_whole_where_their_spaces_are_wider_than_letters(apart, end):
    words = [token("word", 40 + n * (20 + apart), 100) for n in range(5)]
    (page,) = levelled([Page(1, 600, 800, tuple(words))])
    assert page.tokens[0].x1 == end
