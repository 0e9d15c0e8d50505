"""The steps from words to lines, each alone: what stands where, and in which order it is read."""

from dataclasses import replace
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metroledger.extract.chains import chains
from metroledger.extract.document import Box
from metroledger.extract.hyphens import tear
from metroledger.extract.pdf.aside.frames import framed, unframed
from metroledger.extract.pdf.aside.margins import sheets
from metroledger.extract.pdf.aside.turned import in_margin, turned_runs
from metroledger.extract.pdf.assemble import lines_of
from metroledger.extract.pdf.columns.cards import by_cards
from metroledger.extract.pdf.columns.clues import Clues, row_head
from metroledger.extract.pdf.columns.flow import flow_of, through_gutters
from metroledger.extract.pdf.columns.gutters import Strip, bands, columns, gutters
from metroledger.extract.pdf.columns.kickers import with_kicker
from metroledger.extract.pdf.columns.lines import Leading, level, rows
from metroledger.extract.pdf.columns.order import reading_order
from metroledger.extract.pdf.columns.overrun import runs_over, tears_title
from metroledger.extract.pdf.columns.pills import on_pills
from metroledger.extract.pdf.columns.region import Region
from metroledger.extract.pdf.engines.view import View
from metroledger.extract.pdf.facing import parted
from metroledger.extract.pdf.page import ASCENT, DESCENT, Page, Style, Token
from metroledger.extract.pdf.words.dropped import undropped
from metroledger.extract.pdf.words.glyphs import readable, same_word, whole
from metroledger.extract.pdf.words.icons import without_icons
from metroledger.extract.pdf.words.runs import Segment, runs
from metroledger.extract.pdf.words.spaced import trackings, unspaced
from metroledger.extract.pdf.words.stretched import unstretched
from metroledger.extract.pdf.words.upright import lying

BODY = Style(10.0, False, "Sans", 0)
BOLD = Style(10.0, True, "Sans-Bold", 0)
TITLE = Style(18.0, True, "Sans-Bold", 0)
SMALL = Style(7.0, False, "Sans", 0)
CLUES = Clues(10.0)
# Every letter is this wide, in parts of the size, and every space.
LETTER, SPACE = 0.5, 0.3


def word(text: str, x: float, base: float, style: Style = BODY) -> Token:
    size = style.size
    width = len(text) * LETTER * size
    return Token(text, x, base - ASCENT * size, x + width, base + DESCENT * size, base, style)


def words(text: str, x: float, base: float, style: Style = BODY) -> list[Token]:
    found: list[Token] = []
    for part in text.split(" "):
        found.append(word(part, x, base, style))
        x = found[-1].x1 + SPACE * style.size
    return found


def line(text: str, x: float, base: float, style: Style = BODY) -> Segment:
    return Segment.of(words(text, x, base, style))


def read(*lines: Segment, clues: Clues = CLUES) -> list[list[str]]:
    return [[run.text for run in level(block)] for block in reading_order(lines, clues)]


def column(x: float, base: float, *texts: str, style: Style = BODY) -> list[Segment]:
    return [line(text, x, base + 12 * n, style) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("view", "point", "seen"),
    [
        (View(0, 0, 600, 800), (100, 700), (100, 100)),
        (View(10, 20, 610, 820), (110, 720), (100, 100)),
        (View(0, 0, 600, 800, 1), (100, 700), (700, 100)),
        (View(0, 0, 600, 800, 2), (100, 700), (500, 700)),
        (View(0, 0, 600, 800, 3), (100, 700), (100, 500)),
    ],
    ids=["as it is", "crop box", "quarter turn", "upside down", "three quarters"],
)
def test_where_a_point_is_seen(view, point, seen):
    assert view.point(*point) == seen


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("of\ufb01ce", "office"),
        ("gover\u00ad", "gover-"),
        ("non\u2010", "non-"),
        ("Me\u0301xico", "México"),
        ("plain", "plain"),
        ("en琀椀琀椀es", "entities"),
        ("re昀氀ec琀椀on", "reflection"),
        ("o昀케cer", "officer"),
        ("Mar琀\ued00nez", "Martínez"),
        ("琀椀", "琀椀"),
        ("北京Beijing", "北京Beijing"),
    ],
)
def test_characters_as_they_are_read(printed, read_as):
    assert readable(printed) == read_as


DROPPED, LARGE = (Style(size, False, "Sans", 0) for size in (28.0, 15.0))


@pytest.mark.parametrize(
    ("capital", "line", "read_as"),
    [
        (word("T", 0, 62, DROPPED), "he city", ["The", "city"]),
        (word("A", 0, 62, DROPPED), "city", ["A", "city"]),
        (word("“T", -14, 62, DROPPED), "he city", ["“The", "city"]),
        (word("T", 0, 50, DROPPED), "he city", ["T", "he", "city"]),
        (word("4", 0, 62, DROPPED), "he city", ["4", "he", "city"]),
        (word("T", 7, 54, LARGE), "he city", ["T", "he", "city"]),
    ],
    ids=["dropped", "a word", "quoted", "on the line", "a figure", "not so large"],
)
def test_a_drop_capital_begins_the_line_beside_it_whenever_it_is_drawn(capital, line, read_as):
    beside = [*words(line, 17, 50), word("below", 17, 62)]
    for drawn in ([capital, *beside], [*beside, capital]):
        found = sorted(undropped(drawn), key=lambda token: (token.text == "below", token.x0))
        assert [token.text for token in found] == [*read_as, "below"]
    joined = read_as[0] != capital.text
    assert ({token.style for token in found} == {BODY}) == (joined or read_as[1] == "city")


@pytest.mark.parametrize(("white", "words"), [(0.3, 2), (0.2, 1), (-0.5, 1)])
def test_a_printed_space_parts_words_that_kerning_draws_together(white, words):
    of = word("of", 0, 50)
    july = word("July", of.x1 + white, 50)
    assert len(list(whole([of, july], spaced={1}.__contains__))) == words
    assert len(list(whole([of, july]))) == 1


def test_kerning_and_a_change_of_weight():
    t, ehran = word("T", 0, 50), word("ehran", 4.2, 50)
    light, heavy = word("METROPOLIS", 0, 50), word("PROGRESS", 50.5, 50, BOLD)
    assert [token.text for token in whole([t, ehran])] == ["Tehran"]
    assert [token.text for token in whole([light, heavy])] == ["METROPOLIS", "PROGRESS"]
    hyphen = word("-", 21.5, 50)
    assert [token.text for token in whole([word("offi", 0, 50), hyphen])] == ["offi-"]
    assert len(list(whole([word("word", 0, 50), word("-", 23, 50)]))) == 2
    raised = Token("th", 10.2, 40, 15, 46, 46, SMALL)
    joined = same_word(word("13", 0, 50), raised)
    assert joined is not None
    assert (joined.text, joined.base, joined.style) == ("13th", 50, BODY)


def spaced(text: str, x: float, base: float, style: Style = BODY) -> list[Token]:
    return [word(letter, x + 9 * n, base, style) for n, letter in enumerate(text) if letter != " "]


@pytest.mark.parametrize(
    ("tokens", "read_as"),
    [
        (spaced("OUR PLAN", 0, 50), ["OUR", "PLAN"]),
        (words("a b or c", 0, 50), ["a", "b", "or", "c"]),
        (
            [*spaced("RESU", 0, 50), word("LT", 36, 50), word("S", 50, 50)],
            ["RESULTS"],
        ),
        ([*spaced("PLAN", 0, 50), *spaced("L1", 0, 90)], ["PLAN", "L1"]),
        ([*spaced("PLAN", 0, 50), *spaced("L1", 0, 90, BOLD)], ["PLAN", "L", "1"]),
        ([*spaced("PLAN", 0, 50), word("I", 0, 90), word("A", 12, 90)], ["PLAN", "I", "A"]),
    ],
    ids=["two words", "small words", "kerned", "two letters", "another type", "wider apart"],
)
def test_letter_spaced_words(tokens, read_as):
    known = trackings([Page(1, 600, 800, tuple(tokens))])
    assert [token.text for token in unspaced(tokens, known)] == read_as


@pytest.mark.parametrize("drawn", ["NUORLP AWOH", "AH ROWULPNO", "OUR PLAN WHO"])
def test_letters_drawn_in_whatever_order(drawn):
    letters = [*spaced("OUR PLAN", 0, 50, TITLE), *spaced("WH", 0, 90, TITLE)]
    letters.sort(key=lambda letter: drawn.index(letter.text))
    tokens = [*words("a text of I and a", 0, 120), *letters]
    whole_again = [
        token.text for token in unspaced(tokens, trackings([Page(1, 600, 800, tuple(tokens))]))
    ]
    assert whole_again[-3:] == ["OUR", "PLAN", "WH"]


def apart(gap: float, x: float, *texts: str) -> list[Token]:
    found: list[Token] = []
    for text in texts:
        found.append(word(text, x, 50))
        x = found[-1].x1 + gap * BODY.size
    return found


def test_a_little_letter_space_cuts_no_word():
    ordinary = words("Our plan WHO WE ARE", 0, 90)
    tokens = [*apart(0.12, 0, "Por", "trait"), *apart(0.45, 80, "of", "a", "city"), *ordinary]
    known = trackings([Page(1, 600, 800, tuple(tokens))])
    whole_again = [token.text for token in unspaced(tokens, known)]
    assert whole_again == ["Portrait", "of", "a", "city", "Our", "plan", "WHO", "WE", "ARE"]


def test_a_little_letter_space_is_not_told_where_edges_are_not_exact():
    tokens = tuple(apart(0.12, 0, "Por", "trait"))
    assert trackings([Page(1, 600, 800, tokens)])
    assert not trackings([Page(1, 600, 800, tokens, recognised=True)])


def test_a_tight_line_keeps_its_spaces():
    tokens = [*apart(0.165, 0, "one", "of", "a", "series"), *apart(0.2, 100, "its", "4")]
    known = trackings([Page(1, 600, 800, tuple(tokens))])
    assert [token.text for token in unspaced(tokens, known)] == [token.text for token in tokens]


def test_dots_of_a_leader_are_no_letters():
    tokens = [*words("Note . . . . . . . . 3", 0, 50), *words("to work at a distance", 0, 90)]
    known = trackings([Page(1, 600, 800, tuple(tokens))])
    assert unspaced(tokens, known) == tokens


def test_a_little_space_in_small_capitals():
    capital, small = Style(10.0, False, "Sans", 0), Style(7.0, False, "Sans", 0)
    drawn = [word("B", 0, 50, capital), word("er", 5.9, 50, small), word("lin", 13.8, 50, small)]
    tokens = [*drawn, word("and", 28, 50, small)]
    known = trackings([Page(1, 600, 800, tuple(tokens))])
    assert [token.text for token in unspaced(tokens, known)] == ["Berlin", "and"]


def test_words_of_type_that_is_spaced_elsewhere_stay_apart():
    tokens = [*apart(0.3, 0, *"PLAN"), *words("WHO WE ARE", 0, 90)]
    known = trackings([Page(1, 600, 800, tuple(tokens))])
    assert [token.text for token in unspaced(tokens, known)] == ["PLAN", "WHO", "WE", "ARE"]


@given(st.permutations(words("one two three", 0, 50) + words("four five", 0, 62)))
def test_runs_in_whatever_order_they_are_drawn(tokens):
    assert sorted(run.text for run in runs(tokens)) == ["four five", "one two three"]


@pytest.mark.parametrize(
    ("rest", "read_as"),
    [(word("rt", 15.1, 50), "Smart"), (word("rt", 15.1, 50)._replace(spaced=True), "Sma rt")],
    ids=["torn", "a space is printed"],
)
def test_a_word_is_whole_whatever_is_drawn_between_its_parts(rest, read_as):
    drawn = [word("Sma", 0, 50), *words("19 August", 200, 50, SMALL), rest]
    assert [run.text for run in runs(drawn)] == [read_as, "19 August"]


@pytest.mark.parametrize(
    ("end", "beside", "whole"),
    [("(me", "L1A1D2,", False), ("UCL", "L1A1D2", False), ("Cai", "- Rabat", False), ("me", "Rabat", False), ("RA", "BAT", True), ("L", "’eau", True)],
)  # fmt: skip
def test_words_of_columns_that_touch_are_two(end, beside, whole):
    first = word(end, 0, 50)
    drawn = [first, *words("under it", 0, 70), *words(beside, first.x1, 50)]
    assert runs(drawn)[0].text == (end + beside if whole else f"{end} {beside}")


def test_runs_part_at_wide_gaps_and_at_labels():
    cells = [word("AHVAZ", 0, 50), word("DALIAN", 40, 50)]
    assert [run.text for run in runs(cells)] == ["AHVAZ", "DALIAN"]
    field = [*words("Related outcomes", 0, 50, BOLD), word("L1M1D3", 85, 50)]
    assert [run.text for run in runs(field)] == ["Related outcomes", "L1M1D3"]
    assert [run.text for run in runs(cells[:1] * 2)] == ["AHVAZ"]


JUSTIFIED_LINES = column(0, 20, "a line as wide as all", "a text as wide as all")


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ([("2.1", 0), ("Social", 30), ("care", 75)], ["2.1 Social care"]),
        ([("2.1", 0), ("Social", 25), ("care", 75)], ["2.1", "Social", "care"]),
        ([("2.1", 0), ("Social", 28), ("care", 71)], ["2.1", "Social", "care"]),
    ],
    ids=["from edge to edge", "not equally far apart", "short of the edge"],
)
def test_words_of_a_stretched_line(printed, read_as):
    [found] = unstretched([[*JUSTIFIED_LINES, *(line(text, x, 80) for text, x in printed)]])
    assert [run.text for run in found if run.base == 80] == read_as


def test_stretched_lines_right_under_one_another():
    lines = [line(text, x, 80) for text, x in (("2.1", 0), ("Social", 30), ("care", 75))]
    below = [line(text, x, 92) for text, x in (("3.3", 0), ("Real", 30), ("shades", 65))]
    [found] = unstretched([[*JUSTIFIED_LINES, *lines, *below]])
    assert [run.text for run in found if run.base > 60] == ["2.1 Social care", "3.3 Real shades"]


@pytest.mark.parametrize(("base", "apart"), [(92, True), (180, False)])
def test_columns_are_no_stretched_lines(base, apart):
    cells = [line(text, x, 80) for text, x in (("Quito", 0), ("Rabat", 70))]
    other = [line(text, x, base) for text, x in (("Bogotá", 0), ("Xi'an x", 70))]
    [found] = unstretched([[*JUSTIFIED_LINES, *cells, *other]])
    assert (len(found) == len(JUSTIFIED_LINES) + 4) is apart


def test_white_space():
    left, right = column(0, 50, "one two", "three"), column(100, 50, "four", "five")
    assert gutters([*left, *right], 10) == [Strip(33, 100)]
    assert columns([*left, *right], [Strip(33, 100)]) == [left, right]
    assert [len(band) for band in bands([*left, *right])] == [2, 2]


def test_print_over_print_is_no_one_band():
    title, torn = line("Title", 0, 56), column(120, 38, "end of", "fields")
    over, staggered = line("Outcomes", 120, 56), column(200, 50, "one", "two")
    assert [len(band) for band in bands([title, *torn, over])] == [1, 1, 2]
    assert [len(band) for band in bands([title, *torn, over, *staggered])] == [1, 5]


NARROW = column(0, 50, "left one", "left two", "left three", "left four")
OTHER = column(120, 50, "right one", "right two", "right three")
LEFT_BOTTOM = ["left one", "left two", "left three", "left four"]
RIGHT = ["right one", "right two", "right three"]
ORDERS = {
    "two columns": ([*OTHER, *NARROW], [LEFT_BOTTOM, RIGHT]),
    "a title over columns": (
        [line("A title that is wide", 0, 30, TITLE), *NARROW, *OTHER],
        [["A title that is wide"], LEFT_BOTTOM, RIGHT],
    ),
    "a short title over columns": (
        [line("Title", 0, 30, TITLE), *NARROW, *OTHER],
        [["Title"], LEFT_BOTTOM, RIGHT],
    ),
    "fields left of their title": (
        [
            *column(0, 50, "Outcomes", style=BOLD),
            *column(0, 62, "L1A1D1"),
            line("Title", 120, 50, TITLE),
            *column(120, 75, "prose goes on", "and on here", "to its end."),
        ],
        [["Title", "prose goes on", "and on here", "to its end."], ["Outcomes", "L1A1D1"]],
    ),
    "one activity over the other, each with its fields": (
        [
            line("First", 0, 50, TITLE),
            *column(0, 75, "prose of one.", "more of it."),
            *column(120, 50, "Outcomes", style=BOLD),
            *column(120, 62, "L1A1D1"),
            line("Second", 0, 140, TITLE),
            *column(0, 165, "prose of two.", "more of it."),
            *column(120, 140, "Outcomes", style=BOLD),
            *column(120, 152, "L2A1D1"),
        ],
        [
            ["First", "prose of one.", "more of it."],
            ["Outcomes", "L1A1D1"],
            ["Second", "prose of two.", "more of it."],
            ["Outcomes", "L2A1D1"],
        ],
    ),
    "a table of labels and values": (
        [
            line("Outcomes", 0, 50, BOLD),
            line("L1A1D1, L1A1D2", 120, 50),
            line("Members", 0, 65, BOLD),
            line("Berlin, Cairo,", 120, 65),
            line("Rabat", 120, 77),
        ],
        [["Outcomes"], ["L1A1D1, L1A1D2"], ["Members"], ["Berlin, Cairo,", "Rabat"]],
    ),
    "a table of fields beside the prose, whose labels are wrapped": (
        [
            *column(0, 50, "Related", "outcomes", style=BOLD),
            line("L1A1D1", 60, 50),
            *column(0, 80, "Activated", "members", style=BOLD),
            *column(60, 80, "Berlin, Cairo,", "Rabat"),
            line("First", 200, 50, TITLE),
            *column(200, 75, "prose of one", "and more of it", "to its end."),
            *column(0, 150, "Related", "outcomes", style=BOLD),
            line("L2A1D1", 60, 150),
            line("Second", 200, 150, TITLE),
            *column(200, 175, "prose of two", "and more of it."),
        ],
        [
            ["First", "prose of one", "and more of it", "to its end."],
            ["Related", "outcomes"],
            ["L1A1D1"],
            ["Activated", "members"],
            ["Berlin, Cairo,", "Rabat"],
            ["Second", "prose of two", "and more of it."],
            ["Related", "outcomes"],
            ["L2A1D1"],
        ],
    ),
    "a table of fields that the end of a page has torn": (
        [*column(60, 50, "Quito,", "Rabat"), line("Outcomes", 0, 80, BOLD), line("L1A1D1", 60, 80)],
        [["Quito,", "Rabat"], ["Outcomes"], ["L1A1D1"]],
    ),
    "a row of fields over prose in other columns": (
        [
            line("Outcomes", 0, 50, BOLD),
            line("Members", 200, 50, BOLD),
            line("L1A1D1", 0, 62),
            *column(200, 62, "Berlin, Cairo,", "Rabat"),
            *column(0, 90, "prose that is as", "wide as this", "and no wider"),
            *column(100, 90, "and goes on in a", "column of its", "own, over an"),
            *column(205, 90, "edge of the", "fields over it."),
        ],
        [
            ["Outcomes", "L1A1D1"],
            ["Members", "Berlin, Cairo,", "Rabat"],
            ["prose that is as", "wide as this", "and no wider"],
            ["and goes on in a", "column of its", "own, over an"],
            ["edge of the", "fields over it."],
        ],
    ),
    "rows of labels, the last one torn by the end of a page": (
        [
            *column(0, 50, "Outcomes", style=BOLD),
            *column(90, 50, "L1A1D1"),
            *column(0, 70, "Members", style=BOLD),
            *column(90, 70, "Quito, Lima,", "Rabat"),
            *column(0, 102, "Metropolitan", style=BOLD),
            *column(90, 102, "3.1 Gender"),
        ],
        [
            *(["Outcomes"], ["L1A1D1"], ["Members"], ["Quito, Lima,", "Rabat"]),
            *(["Metropolitan"], ["3.1 Gender"]),
        ],
    ),
    "fields beside a picture's print, torn by the end of a page": (
        [
            line("Safety", 0, 62, Style(24.0, False, "Sans", 0)),
            *column(90, 50, "3.1 Gender", "mainstreaming"),
        ],
        [["Safety"], ["3.1 Gender", "mainstreaming"]],
    ),
    "a title under fields in two columns, over wider prose": (
        [
            line("prose of one that is as wide as both of its", 0, 36),
            line("Outcomes", 0, 60, BOLD),
            line("L1A1D1", 0, 72),
            *column(150, 60, "Rabat, Quito", "and Cairo"),
            line("Second", 0, 120, TITLE),
            line("3 July", 0, 135),
            line("prose of two that is as wide as both of its", 0, 150),
        ],
        [
            ["prose of one that is as wide as both of its"],
            ["Outcomes", "L1A1D1"],
            ["Rabat, Quito", "and Cairo"],
            ["Second", "3 July", "prose of two that is as wide as both of its"],
        ],
    ),
    "fields beside prose in two columns": (
        [
            line("Outcomes", 0, 50, BOLD),
            line("L1A1D1", 0, 62),
            line("A title that is wide", 100, 50, TITLE),
            *column(100, 75, "prose of one", "and more of it"),
            *column(200, 75, "in a column of", "its own."),
            line("Outcomes", 0, 150, BOLD),
            line("L2A1D1", 0, 162),
            line("Second", 100, 150, TITLE),
            *column(100, 175, "prose of two", "and more of it"),
            *column(200, 175, "in a column of", "its own."),
        ],
        [
            ["A title that is wide"],
            ["prose of one", "and more of it"],
            ["in a column of", "its own."],
            ["Outcomes", "L1A1D1"],
            ["Second", "prose of two", "and more of it"],
            ["in a column of", "its own."],
            ["Outcomes", "L2A1D1"],
        ],
    ),
    "a title and a list under a row of captions": (
        [
            *column(0, 20, "a line of prose that is as wide as all"),
            *(
                line(text, x, 50, SMALL)
                for text, x in (("Quito", 0), ("Rabat", 60), ("Seoul", 120))
            ),
            line("A title", 0, 90, TITLE),
            *column(0, 110, "Berlin,", "Cairo"),
            line("a line of prose that is as wide as all", 0, 140),
        ],
        [
            ["a line of prose that is as wide as all"],
            ["Quito"],
            ["Rabat"],
            ["Seoul"],
            ["A title", "Berlin,", "Cairo", "a line of prose that is as wide as all"],
        ],
    ),
    "fields left of titles that stand under a month, a labelled date or are a year": (
        [
            *(run for y in (50, 140, 230) for run in column(0, y, "Outcomes", "L1A1D1")),
            *(line("Date: 3 July", 120, 50), line("First", 120, 65, TITLE)),
            *column(120, 80, "prose of one", "and more of it."),
            *(line("October", 120, 140), line("Second", 120, 155, TITLE)),
            *column(120, 170, "prose of two", "and more of it."),
            *(line("2020", 120, 230, TITLE), line("3 May", 120, 245)),
            *column(120, 257, "prose of three", "and more of it."),
        ],
        [
            ["Date: 3 July", "First", "prose of one", "and more of it."],
            ["Outcomes", "L1A1D1"],
            ["October", "Second", "prose of two", "and more of it."],
            ["Outcomes", "L1A1D1"],
            ["2020", "3 May", "prose of three", "and more of it."],
            ["Outcomes", "L1A1D1"],
        ],
    ),
    "a table of fields left of a title": (
        [
            *(*column(0, 50, "Members", "Rabat", "Quito"), line("Outcomes", 0, 98)),
            *(*column(60, 50, "Country", "Morocco", "Ecuador"), line("L1A1D1", 60, 98)),
            line("First", 120, 50, TITLE),
            *column(120, 70, "prose of one", "and more of it."),
        ],
        [
            ["First", "prose of one", "and more of it."],
            ["Members\tCountry", "Rabat\tMorocco", "Quito\tEcuador"],
            ["Outcomes"],
            ["L1A1D1"],
        ],
    ),
    "fields beside their values under prose in two columns": (
        [
            line("one line of the prose", 0, 50),
            line("and its last line.", 160, 50),
            *(line(text, x, 80) for text, x in (("Members", 0), ("Rabat,", 80))),
            *(line(text, x, 80) for text, x in (("Outcomes", 160), ("L1A1D1", 240))),
            line("Quito", 80, 92),
        ],
        [
            ["one line of the prose"],
            ["and its last line."],
            ["Members"],
            ["Rabat,", "Quito"],
            ["Outcomes"],
            ["L1A1D1"],
        ],
    ),
    "one line of prose in each column": (
        [line("the last line of the first", 0, 50), line("the last line of all", 160, 50)],
        [["the last line of the first"], ["the last line of all"]],
    ),
    "sections that begin one after the other under columns": (
        [
            *column(0, 50, "Abidjan", "Accra", "Ahvaz"),
            *column(80, 50, "Berlin", "Bogor", "Busan"),
            *column(260, 50, "Quito", "Rabat", "Seoul"),
            line("Membership engagement", 0, 110, TITLE),
            line("Main results", 0, 134, TITLE),
            *column(0, 155, "text under", "the headings"),
        ],
        [
            ["Abidjan", "Accra", "Ahvaz"],
            ["Berlin", "Bogor", "Busan"],
            ["Quito", "Rabat", "Seoul"],
            ["Membership engagement", "Main results", "text under", "the headings"],
        ],
    ),
    "a label right under columns that end together": (
        [
            *column(0, 50, "Abidjan", "Accra", "Ahvaz"),
            *column(80, 50, "Berlin", "Bogor", "Busan"),
            *column(160, 50, "Quito", "Rabat"),
            *column(0, 86, "Honorary member:", "Seoul"),
        ],
        [
            ["Abidjan", "Accra", "Ahvaz"],
            ["Berlin", "Bogor", "Busan"],
            ["Quito", "Rabat"],
            ["Honorary member:", "Seoul"],
        ],
    ),
    "a heading that stands beside nothing": (
        [line("Title in the middle", 200, 30, TITLE), *column(0, 60, "text one", "text two")],
        [["Title in the middle", "text one", "text two"]],
    ),
    "fields on changing sides, beside a justified line": (
        [
            line("First", 100, 50, TITLE),
            *column(100, 75, "prose of one", "and more of it."),
            *column(300, 50, "Outcomes", style=BOLD),
            *column(300, 62, "L1A1D1"),
            line("Second", 100, 140, TITLE),
            line("prose", 100, 165),
            line("that", 150, 165),
            line("is wide", 195, 165),
            line("is full of words to the edge.", 100, 177),
            *column(0, 140, "Outcomes", style=BOLD),
            *column(0, 152, "L2A1D1"),
        ],
        [
            ["First", "prose of one", "and more of it."],
            ["Outcomes", "L1A1D1"],
            ["Second", "prose that is wide", "is full of words to the edge."],
            ["Outcomes", "L2A1D1"],
        ],
    ),
    "a bold label over a list, beside which prose begins lower": (
        [
            line("A title that is wide", 0, 20, TITLE),
            line("Members", 160, 50, BOLD),
            *column(160, 62, "Accra, Berlin,", "Quito, Rabat,", "Tunis"),
            *column(0, 86, "prose beside it", "goes on here"),
        ],
        [
            ["A title that is wide"],
            ["prose beside it", "goes on here"],
            ["Members", "Accra, Berlin,", "Quito, Rabat,", "Tunis"],
        ],
    ),
    "justified lines are no columns": (
        [
            line("a line that is full", 0, 50),
            *(line(text, x, 62) for text, x in (("wide", 0), ("gaps", 36), ("in", 72))),
            line("a line that is full", 0, 74),
        ],
        [["a line that is full", "wide gaps in", "a line that is full"]],
    ),
}


@pytest.mark.parametrize(("lines", "blocks"), ORDERS.values(), ids=ORDERS)
def test_reading_order(lines, blocks):
    assert read(*lines) == blocks


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 700)), max_size=30, unique=True))
def test_every_run_is_in_one_block(places):
    lines = [line(f"w{n}", x, y) for n, (x, y) in enumerate(places)]
    found = [run for block in reading_order(lines, CLUES) for run in block]
    assert sorted(run.text for run in found) == sorted(run.text for run in lines)


def test_lines_printed_over_one_another_stay_two():
    over = [line("shared economy", 300, 100), line("Outcomes", 300, 101.5, BOLD)]
    assert [run.text for run in level(over)] == ["shared economy", "Outcomes"]
    beside = [line("shared economy", 300, 100), line("Outcomes", 380, 101.5, BOLD)]
    assert [run.text for run in level(beside)] == ["shared economy Outcomes"]


def test_gaps():
    block = [*column(0, 50, "one", "two", "three"), line("after white space", 0, 90)]
    leading = Leading.of([block])
    assert [row.gap for row in rows([block], leading)[0]] == [True, False, False, True]


def test_columns_side_by_side_go_on_over_a_page():
    prose = column(0, 50, "prose that runs", "over the page", "and goes on at", "the head of one")
    fields = column(
        150, 50, "Members", "Abidjan, Quito", "Rabat, Rosario", "Shiraz, San", style=SMALL
    )
    title = [line("Title", 0, 120, TITLE)]
    leading = Leading.of([prose, fields])

    def gaps(*before: list[Segment]) -> list[bool]:
        after = [line("after another", 0, 20)], [line("Salvador, Seoul", 150, 20, SMALL)]
        return [block[0].gap for block in rows(after, leading, rows(before, leading))]

    assert gaps(prose, fields) == [False, False]
    assert gaps(prose, title, fields) == [True, False]
    assert gaps(prose, [line("which goes on", 75, 50)], fields) == [True, False]
    assert gaps([*prose, line("to an end.", 0, 98)], fields[:2]) == [True, True]


def test_gaps_where_most_lines_are_items():
    items = [line("item", 0, 50 + 15 * n) for n in range(9)]
    wrapped = [line("an item that", 0, 200), line("is wrapped", 0, 212), line("item", 0, 227)]
    leading = Leading.of([items, wrapped, wrapped])
    assert [row.gap for row in rows([wrapped], leading)[0]] == [True, False, True]


def test_gaps_where_nearly_every_line_is_a_paragraph():
    items = [line(f"Item {n}", 0, 22 * n) for n in range(80)]
    wrapped = [block for n in range(8) for block in [column(0, 50, "Words that", "go on")]]
    leading = Leading.of([items, *wrapped])
    ((_, *rest),) = rows([items], leading)
    assert all(row.gap for row in rest)
    assert [[row.gap for row in block] for block in rows(wrapped[:1], leading)] == [[True, False]]


@pytest.mark.parametrize("off", [-0.001, 0.001])
def test_gaps_are_the_same_whichever_way_a_distance_is_rounded(off):
    wrapped = [line("an item that", 0, 200), line("is wrapped", 0, 208.75 + off)]
    lines = [line("one", 0, 50), line("other", 0, 59.75)]
    leading = Leading.of([wrapped] * 2 + [lines] * 8)
    assert [row.gap for row in rows([lines], leading)[0]] == [True, False]


def test_small_print_under_or_over_text_is_parted_from_it():
    block = [*column(0, 50, "text", "text"), line("caption", 0, 74, SMALL)]
    leading = Leading.of([block])
    assert [row.gap for row in rows([block], leading)[0]] == [True, False, True]
    over = [line("caption", 0, 50, SMALL), *column(0, 60, "text", "text")]
    assert [row.gap for row in rows([over], leading)[0]] == [True, True, False]


def test_a_title_stands_apart_however_near():
    block = [
        line("text", 0, 50),
        line("A title over", 0, 64, TITLE),
        line("two lines", 0, 82, TITLE),
        line("3 July", 0, 94),
        line("A name", 0, 106, BOLD),
    ]
    leading = Leading.of([column(0, 50, *["text"] * 9)])
    assert [row.gap for row in rows([block], leading)[0]] == [True, True, False, True, True]


@pytest.mark.parametrize(
    "date", ["3 July", "Friday 3 July, 18:30", "Postponed to May 2021", "a name"]
)
def test_a_date_in_other_type_stands_apart_however_near(date):
    block = [line(date, 0, 50, SMALL), line("Prose under it", 0, 62)]
    leading = Leading({SMALL[:2]: 12.0, BODY[:2]: 12.0}, 9.0)
    assert rows([block], leading)[0][1].gap is (date[0] not in "(a")


TABLE = [line("Members", 0, 50), line("Country", 90, 50)]
FIRST_ROW = [line("Quito", 0, 70), line("Ecuador", 90, 70)]
SECOND_ROW = [line("Kuala", 0, 90), line("Malaysia", 90, 90), line("Lumpur", 0, 102)]
ROWS = ["Members\tCountry", "Quito\tEcuador", "Kuala Lumpur\tMalaysia"]


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        ([*TABLE, *FIRST_ROW, *SECOND_ROW], [ROWS]),
        (
            [line("Text", 0, 30), *TABLE, *FIRST_ROW, line("Text below", 0, 90)],
            [["Text"], ROWS[:2], ["Text below"]],
        ),
        ([*TABLE, *FIRST_ROW, line("A line over an edge", 0, 90)], [ROWS[:2], ["A line over an edge"]]),
        (
            [*TABLE, *FIRST_ROW, line("Outcomes", 0, 90), line("L1M1D3", 90, 90)],
            [ROWS[:2], ["Outcomes"], ["L1M1D3"]],
        ),
        (
            [line("Related", 0, 50), line("Country", 90, 50), line("outcomes", 0, 62),
             line("L1M1D3", 0, 82), line("Ecuador", 90, 82)],
            [["Related outcomes\tCountry", "L1M1D3\tEcuador"]],
        ),
        (
            [line("Month", 0, 50), line("Mode", 60, 50), line("Members", 120, 50),
             line("May", 0, 70), line("Quito", 120, 70)],
            [["Month\tMode\tMembers", "May\t\tQuito"]],
        ),
        (
            [line("Date", 0, 50), line("Activity", 60, 50), line("Description", 140, 50),
             line("3 July", 0, 70), line("Buses", 60, 70), line("We met.", 140, 70),
             line("It rained.", 140, 94), line("4 July", 0, 118), line("Trams", 60, 118)],
            [["Date\tActivity\tDescription", "3 July\tBuses\tWe met. It rained.",
              "4 July\tTrams\t"]],
        ),
        (
            [line("Members", 0, 50), line("Outcomes", 90, 50), *FIRST_ROW],
            [["Members", "Quito"], ["Outcomes", "Ecuador"]],
        ),
    ],
    ids=[
        "rows, one wrapped",
        "between texts",
        "over a line across",
        "over a label",
        "head of two lines",
        "empty cell",
        "paragraphs of a cell",
        "labels alone",
    ],
)  # fmt: skip
def test_tables(lines, blocks):
    assert read(*lines) == blocks


def test_rows_of_a_table_are_one_block_and_their_cells_have_their_place():
    tokens = tuple(word for run in [*TABLE, *FIRST_ROW, *SECOND_ROW] for word in run.words)
    lines = lines_of([Page(1, 600, 800, tokens)])
    assert [(each.text, each.gap) for each in lines] == list(
        zip(ROWS, [True, False, False], strict=True)
    )
    at = ROWS[2].index("Malaysia")
    assert lines[2].place(at, at + 8).x0 == 90


@pytest.mark.parametrize(
    ("before", "after", "tables"),
    [
        ([*TABLE, *FIRST_ROW], SECOND_ROW, [ROWS]),
        (TABLE, [*FIRST_ROW, *SECOND_ROW], [ROWS]),
        ([*TABLE, *FIRST_ROW], [*TABLE, *SECOND_ROW], [ROWS[:2], [ROWS[0], ROWS[2]]]),
        ([*TABLE, *FIRST_ROW], [line("Rabat", 0, 50), line("Morocco", 120, 50)], [ROWS[:2]]),
        ([*TABLE, *FIRST_ROW, line("Text below", 0, 90)], SECOND_ROW, [ROWS[:2]]),
    ],
    ids=["some rows", "all rows", "under a head again", "other edges", "text between"],
)
def test_a_table_over_the_end_of_a_page(before, after, tables):
    pages = [
        Page(n, 600, 800, tuple(word for run in page for word in run.words))
        for n, page in enumerate((before, after), 1)
    ]
    lines = [each for each in lines_of(pages) if "\t" in each.text]
    found = chains(lines, lambda _, below: not below.gap)
    assert [[each.text for each in table] for table in found] == tables


def centred(middle: float, base: float, *texts: str) -> list[Segment]:
    lines = column(0, base, *texts)
    return [line(run.text, middle - run.x1 / 2, run.base) for run in lines]


def test_fields_that_are_centred_under_their_labels():
    """Their middles tell the columns, though values reach further left than their labels."""
    outcomes = centred(100, 50, "Outcomes", "L1A1D1, L1A1D2, L1A1D3")
    members = centred(
        250, 50, "Members", "Abidjan, Bogotá, Casablanca,", "Durban and Guangzhou, Lima,"
    )
    found = read(*outcomes, *members, line("Text as wide as both of them, and more of it", 0, 110))
    assert found[:2] == [[run.text for run in field] for field in (outcomes, members)]


@pytest.mark.parametrize(("words", "whole"), [("3 July", True), ("is short", False)])
def test_a_date_near_the_first_line_of_a_title(words, whole):
    title = [line("A long title that is wrapped", 0, 50, TITLE), line("here", 0, 70, TITLE)]
    beside = line(words, title[0].x1 + 20, 50)
    found = list(chain(*read(*title, beside)))
    assert (found[:2] == [run.text for run in title]) is whole


def test_fields_under_labels_that_end_a_page():
    labels = [line("We met.", 0, 20), line("Members", 0, 50), line("Outcomes", 90, 50)]
    values = [
        *column(0, 50, "Cairo and Kolkata,", "and Quito"),
        *column(90, 50, "L1A1D1", "L1A1D2"),
    ]
    after = [*values, line("4 July", 0, 100), line("A title, and more of it", 0, 120, TITLE)]
    pages = [
        Page(n, 600, 800, tuple(word for run in page for word in run.words))
        for n, page in enumerate((labels, after), 1)
    ]
    assert values[2].x0 - 5 < values[0].x1 < values[2].x0
    assert [each.text for each in lines_of(pages)] == [run.text for run in (*labels, *after)]


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        ("2020 fees", "34", "2020 fees\t34"),
        ("Related outcomes", "L1M1D3", "Related outcomes\tL1M1D3"),
        ("a line that is", "torn apart", "a line that is torn apart"),
    ],
)
def test_words_and_their_figure_or_value_in_columns(left, right, text):
    first = line(left, 0, 50)
    assert [run.text for run in level([first, line(right, first.x1 + 15, 50)])] == [text]


@pytest.mark.parametrize("label", ["Members", "Metropolitan"], ids=["whole", "its first line"])
def test_a_bold_label_is_a_line_of_its_own(label):
    row = [line(label, 0, 50, BOLD), line("3.1 Gender", 90, 50)]
    assert level(row) == row


JUSTIFIED = [
    line("ends at the edge of", 0, 50),
    line("a line", 0, 62),
    line("as this one does so", 0, 74),
]
BOLD_LINES = [run._replace(style=BOLD) for run in JUSTIFIED]
PEOPLE = [
    line(text, 0, 50 + 30 * n) for n, text in enumerate(["Oh Se-Hoon", "Mayor", "Liu Xin", "Mayor"])
]
RAGGED = column(0, 50, "Abidjan, Rabat,", "Johannesburg,", "Barcelona")


@pytest.mark.parametrize(
    ("above", "below", "over"),
    [
        (JUSTIFIED, line("Goes on", 200, 50), True),
        (JUSTIFIED, line("Goes on", 200, 50, TITLE), False),
        (JUSTIFIED, line("Members", 200, 50), False),
        (BOLD_LINES, line("Goes on", 200, 50, BOLD), True),
        (BOLD_LINES, line("Metropolitan", 200, 50, BOLD), False),
        (JUSTIFIED, line("- A bullet", 200, 50), False),
        (JUSTIFIED[:2], line("Goes on", 200, 50), False),
        ([*JUSTIFIED, line("as this line ended.", 0, 86)], line("Goes on", 200, 50), False),
        (RAGGED, line("Guadalajara", 200, 50), True),
        ([*RAGGED, line("Belo Horizonte", 0, 98)], line("Guadalajara", 200, 50), True),
        (
            [line("L1A1D1", 0, 26), line("Members", 0, 38, BOLD), *RAGGED],
            line("Guadalajara", 200, 50),
            True,
        ),
        (RAGGED, line("an", 200, 50), False),
        (column(0, 50, "Abidjan", "Belo Horizonte", "Cairo"), line("Guadalajara", 200, 50), False),
        (
            column(0, 50, "Quito, Lima, Rabat,", "Dakar, East"),
            line("Kalimantan, Lomé", 200, 50),
            True,
        ),
        (column(0, 50, "Quito, Lima, Rabat,", "Dakar, East"), line("Kalimantan", 200, 50), False),
        (
            [line("Belo Horizonte", 0, 30 * n) for n in range(3)],
            line("Guadalajara", 200, 50),
            False,
        ),
        (PEOPLE, line("Franziska Giffey", 200, 50), False),
        ([*PEOPLE, line("Guangzhou", 0, 152)], line("Franziska Giffey", 200, 50), True),
        (PEOPLE[:1], line("and of it", 200, 50), True),
        (PEOPLE[:1], line("elpais.com", 200, 50), False),
    ],
    ids=[
        *(
            "justified",
            "another type",
            "a label",
            "bold",
            "a label's first line",
            "a bullet",
            "not full",
            "a sentence ends",
        ),
        *(
            "would not fit",
            "would not fit in a short paragraph",
            "would not fit under a label",
            "would fit",
            "a line for each item",
            "two lines of a running list",
            "two lines alone",
            "the same item again",
            "each line a paragraph",
            "a line inside a paragraph",
            "a small word",
            "a small name",
        ),
    ],
)
def test_what_runs_over_the_end_of_a_column(above, below, over):
    assert runs_over(_paragraphs(above), [below]) is over


def _paragraphs(lines: list[Segment]) -> list[list[Segment]]:
    return list(chains(lines, lambda above, run: run.base - above.base <= 20))


@pytest.mark.parametrize(
    ("label", "beside", "over"),
    [
        ("Members", ["Members of the Board met in the", "Old Town."], False),
        ("Members", ["metropolitan area", "of Santiago"], False),
        ("Members", ["metropolitan area", "Santiago"], True),
        ("Members", ["Guadalajara", "Metropolitan challenges", "Adapting to the shared"], True),
        ("Members", ["Guadalajara and the", "Metropolitan Area of the Valley of Aburrá"], True),
        ("The Board", ["Members of the Board met in the", "Old Town."], True),
    ],
    ids=[
        "prose",
        "prose that goes on",
        "a name that goes on",
        "a label follows",
        "names",
        "no label",
    ],
)
def test_a_list_does_not_run_over_into_prose(label, beside, over):
    above = [line(label, 0, 38, BOLD), *RAGGED]
    assert runs_over(_paragraphs(above), column(200, 38, *beside)) is over


def test_lines_that_do_not_stand_over_one_another_are_apart():
    block = [*column(200, 50, "Members", "Abidjan, Rabat"), line("The Board met in the", 0, 74)]
    assert [row.gap for row in rows([block], Leading({}, 10.0))[0]] == [True, False, True]


@pytest.mark.parametrize(
    ("last", "below", "torn"),
    [
        (line("Marine Ecological", 0, 700, TITLE), line("Conservation", 200, 50, TITLE), True),
        (line("Marine Ecological", 0, 700, TITLE), line("Conservation", 200, 700, TITLE), False),
        (line("WHO WE ARE", 0, 700, TITLE), line("AFRICA", 0, 50, TITLE), False),
        (line("141", 0, 700, TITLE), line("350+", 200, 50, TITLE), False),
        (line("text", 0, 700), line("text", 200, 50), False),
    ],
    ids=["torn", "side by side", "sections", "figures", "text"],
)
def test_titles_that_the_end_of_a_column_tears(last, below, torn):
    assert tears_title(last, below, CLUES) is torn


def title(x: float, base: float) -> Segment:
    return line("Title", x, base, TITLE)


@pytest.mark.parametrize(
    ("titles", "flow"),
    [
        ([title(0, 50), title(300, 90)], {18.0: {0, 300}}),
        ([title(0, 50), title(300, 50)], {}),
        ([title(0, 50), title(300, 50), title(300, 72)], {}),
        ([title(0, 50), title(0, 400)], {}),
    ],
    ids=["columns flow", "pairs", "pairs, one wrapped", "one column"],
)
def test_where_columns_flow(titles, flow):
    found = flow_of([[*titles, line("text", 600, 50)]], CLUES)
    assert {size: set(edges) for size, edges in found.items()} == flow


def test_titles_at_more_edges_than_there_are_columns_tell_nothing():
    pages = [[title(0, 50), title(40 * n, 90)] for n in range(1, 10)]
    assert flow_of(pages[:7], CLUES)
    assert not flow_of(pages, CLUES)


def bold_title(x, base, date_at, text="A title"):
    return [line(text, x, base, BOLD), line("22 July 2020", x, date_at)]


@pytest.mark.parametrize(
    ("runs", "flow"),
    [
        ([*bold_title(0, 50, 62), *bold_title(300, 90, 102)], {10.0: {0, 300}}),
        ([*bold_title(0, 50, 38), *bold_title(300, 90, 78)], {10.0: {0, 300}}),
        ([*bold_title(0, 50, 62), *bold_title(300, 50, 62)], {}),
        ([*bold_title(0, 50, 62), *bold_title(300, 90, 160)], {}),
        ([*bold_title(0, 50, 62), *bold_title(300, 90, 102, "Members")], {}),
        (
            [*bold_title(0, 50, 62), *bold_title(300, 90, 102), title(0, 200), title(300, 250)],
            {18.0: {0, 300}},
        ),
    ],
    ids=["date under", "date over", "pairs", "date far off", "a label", "larger titles tell"],
)
def test_bold_titles_with_dates_where_columns_flow(runs, flow):
    found = flow_of([runs], CLUES)
    assert {size: set(edges) for size, edges in found.items()} == flow


def test_a_column_without_a_title_where_columns_flow():
    page = [
        line("First title", 0, 50, TITLE),
        *column(0, 75, "prose of one.", "more of it."),
        line("Last title", 0, 150, TITLE),
        *column(0, 175, "prose of two", "goes on"),
        *column(300, 75, "in the next", "column."),
    ]
    flowing = Clues(10.0, {18.0: [0, 300]})
    assert [block[-1].text for block in reading_order(page, CLUES)][-1] != "column."
    assert [block[-1].text for block in reading_order(page, flowing)][-1] == "column."


@pytest.mark.parametrize("torn", [False, True])
def test_a_grid_of_people_or_columns_of_them_one_torn(torn):
    """A cell that begins in other type than the rest of its row is none: a column goes on there."""
    cells = [
        [line(label, x, base, BOLD), line(f"Person {x} {base}", x, base + 12)]
        for base in (50, 100)
        for x, label in ((0, "Treasury"), (200, "Oslo"), (400, "Seoul"))
    ]
    if torn:
        cells[2] = column(400, 50, "(until May)", "Mayor of Quito")
    by_column = [run for n in range(3) for run in (*cells[n], *cells[n + 3])]
    by_row = [run for cell in cells for run in cell]
    order = [run.text for run in (by_column if torn else by_row)]
    assert list(chain(*read(*chain(*cells)))) == order


NAMES = ["ACCRA", "BARCELONA", "(METROPOLITAN AREA)", "BERLIN", "BRUSSELS", "BUCHAREST"]


def names_in_cells(apart: float, *names: str, style: Style = BODY) -> list[Segment]:
    """Return names in two rows of three cells, two names in each, row by row."""
    return [
        line(name, 200 * (n // 2 % 3), 50 + 12 * (n % 2) + apart * (n // 6), style)
        for n, name in enumerate([*NAMES, *names])
    ]


ONE_ROW = [line(name, 200 * n, 90) for n, name in enumerate(("OSLO", "QUITO", "RABAT", "TUNIS"))]


@pytest.mark.parametrize(
    ("cells", "by_row"),
    [
        (names_in_cells(40, "KAZAN", "LISBON", "MADRID", "MOSCOW", "QUITO", "TURIN"), True),
        (names_in_cells(40, "KAZAN", "LISBON", "MADRID"), True),
        ([*names_in_cells(40), *ONE_ROW], True),
        ([*names_in_cells(40)[1:], *ONE_ROW], True),
        ([*names_in_cells(40)[:2], *names_in_cells(40)[4:], *ONE_ROW], False),
        (names_in_cells(40, "ALGIERS", "ATHENS", "(CITY)", "BEIJING", "CAIRO", "DAKAR"), False),
        (names_in_cells(24, "KAZAN", "LISBON", "MADRID", "MOSCOW", "QUITO", "TURIN"), False),
        (names_in_cells(40, "KAZAN", "LISBON goes on in prose", "MADRID", "MOSCOW"), False),
        (names_in_cells(40, "KAZAN", "LISBON", "Members", "MOSCOW", "QUITO", "TURIN"), False),
        ([*names_in_cells(40), *names_in_cells(40, "KAZAN", style=BOLD)[6:]], False),
    ],
    ids=[
        "grid",
        "last row",
        "longer row",
        "short cell",
        "hole",
        "columns",
        "no white space",
        "prose",
        "label",
        "other type",
    ],
)
def test_a_grid_of_names_or_columns_of_them(cells, by_row):
    """What goes on under a name in a cell of two lines may stand in the next cell."""
    found = list(chain(*read(*cells)))
    assert (found == [cell.text for cell in cells]) is by_row
    assert sorted(found) == sorted(cell.text for cell in cells)


@pytest.mark.parametrize("lines", [6, 1], ids=["many lines begin there", "one does"])
def test_a_short_line_at_the_edge_of_a_column(lines):
    page = [
        *column(0, 50, "prose of one that ends", "here, in its column,"),
        line("and there.", 120, 50),
        line("A title over both of the columns", 0, 90, TITLE),
        *column(0, 110, *["more prose than that"] * lines),
        *column(120, 110, *["and more of it too"] * lines),
    ]
    found = list(chain(*read(*page, clues=CLUES.on(page))))
    assert (found[:2] == ["prose of one that ends", "here, in its column,"]) is (lines > 1)


def test_a_word_that_overhangs_its_column():
    page = [
        line("A title", 0, 50, TITLE),
        *column(0, 75, "prose of one", "goes on", "and so on"),
        line("INTERNATIONALISATION", 0, 120, TITLE),
        *column(184, 52, "and on", "in the other", "column", "of it", "to its end", "of all."),
    ]
    assert page[4].x1 == 180
    texts = [run.text for run in page]
    assert list(chain(*read(*page))) != texts
    assert list(chain(*read(*page, clues=Clues(10.0, {18.0: [0, 184]})))) == texts


FLOWING = [
    line("First title", 0, 50, TITLE),
    *column(0, 75, "prose of one", "goes on here", "and here.", "More of it", "to the end"),
    line("of it.", 200, 50),
    line("Metropolis in the media", 200, 90, TITLE),
    *column(200, 115, "El País", "Global Health"),
    line("Second title", 200, 170, TITLE),
]


@pytest.mark.parametrize(
    ("other", "strips"),
    [
        (column(0, 50, "over the whole"), [Strip(95.4, 200)]),
        (column(0, 50, "a line that is wide and runs over both columns"), []),
    ],
    ids=["on all pages", "but on one page"],
)
def test_gutters_through_all_pages(other, strips):
    flow = flow_of([FLOWING], CLUES)
    assert list(through_gutters([FLOWING, other], flow, 10)) == strips


def test_no_gutter_goes_through_where_lines_run_over_another():
    three = [*FLOWING, line("Third title", 420, 75, TITLE), line("Fourth title", 420, 230, TITLE)]
    across = column(0, 50, "a line that is wide and runs over two columns")
    flow = flow_of([three], CLUES)
    assert [strip.x1 for strip in through_gutters([three], flow, 10)] == [200, 420]
    assert through_gutters([three, across], flow, 10) == ()


def test_titles_a_little_larger_than_the_columns_beside_them():
    rows = [
        [
            line(f"{number} title", 0, base, Style(11.5, True, "Sans-Bold", 0)),
            line("Members", 150, base, BOLD),
            *column(150, base + 12, "Abidjan, Rabat", "Cairo, Quito"),
            *column(300, base, "prose of it", "goes on", "until it ends"),
        ]
        for number, base in (("First", 50), ("Second", 150))
    ]
    assert list(chain(*read(*chain(*rows)))) == [run.text for run in chain(*rows)]


@pytest.mark.parametrize(
    ("dates", "own"),
    [
        ((["22 July"], ["23 July"]), True),
        ((["22 July-2", "August"], ["23 July-2", "August"]), True),
        ((["22 July"], ["23 July"]), False),
    ],
    ids=["a date", "of two lines", "of the title before"],
)
def test_titles_far_below_the_date_with_which_their_row_begins(dates, own):
    """They stand level with the middle of the fields; one with a date under it has its own."""
    rows = [
        [
            *column(0, base, *date),
            line("A title", 0, base + 55, Style(14.0, True, "Sans-Bold", 0)),
            *([] if own else [line("24 July", 0, base + 70)]),
            line("Members", 150, base, BOLD),
            *column(150, base + 12, "Abidjan, Rabat", "Cairo, Quito", "Lomé, Lagos", "Lima, Oslo"),
            *column(150, base + 60, "Malé, Kazan", "Dakar, Harare"),
            *column(300, base, *["prose of it", "goes on"] * 3, "until it ends"),
        ]
        for date, base in zip(dates, (50, 180), strict=True)
    ]
    texts = [run.text for run in chain(*rows)]
    assert (list(chain(*read(*chain(*rows)))) == texts) is own


@pytest.mark.parametrize(
    ("style", "title", "band"),
    [(BODY, "A title", 0), (TITLE, "A title", 1), (BODY, "Active listening", 1)],
    ids=["date", "heading", "section"],
)
def test_a_month_that_is_a_heading_is_no_date_of_a_title_far_below(style, title, band):
    page = [
        line("July", 0, 50, style),
        line(title, 0, 120, TITLE),
        line("Members", 150, 50, BOLD),
    ]
    assert with_kicker(Region.of(bands(page), CLUES), 1, page[1]) == band


PROSE = ["prose of a column", "goes on and on", "until it ends"]


def test_lines_over_columns_that_flow():
    across = line("a line that is wide and runs over one of the gutters", 0, 34)
    flowing = [
        [line("First title", 0, 58, TITLE), *column(0, 76, *PROSE), *column(0, 136, *PROSE)],
        [
            *column(200, 58, *PROSE),
            line("Second title", 200, 118, TITLE),
            *column(200, 136, *PROSE),
        ],
        [*column(400, 58, *PROSE, *PROSE, "more"), line("Third title", 400, 158, TITLE)],
    ]
    clues = Clues(10.0, flow={18.0: [0.0, 200.0, 400.0]})
    expected = [[run.text for run in each] for each in ([across], *flowing)]
    assert read(across, *chain(*flowing), clues=clues) == expected


def pairs(x: float, base: float, count: int) -> list[Segment]:
    return [run for n in range(count) for run in column(x, base + 40 * n, "Jane Roe", "Assistant")]


@pytest.mark.parametrize(
    ("others", "is_cut"),
    [
        (pairs(300, 80, 5), False),
        ([*pairs(300, 80, 2), *pairs(300, 170, 2)], True),
        ([*pairs(300, 80, 2), *column(300, 160, "MEMBERS", style=BOLD), *pairs(300, 172, 2)], True),
    ],
    ids=["goes on", "ends and begins", "a label begins"],
)
def test_a_column_that_goes_on_beside_a_heading_by_chance(others, is_cut):
    heading = line("Secretariat General", 0, 147, Style(13.0, True, "Sans-Bold", 0))
    left = [*pairs(0, 80, 2), heading, *pairs(0, 170, 2)]
    blocks = list(chain(*read(*left, *others)))
    columns_alone = [run.text for run in (*left, *others)]
    assert (blocks != columns_alone) is is_cut


SECTION = Style(13.0, True, "Sans-Bold", 0)
STAFF = pairs(0, 62, 1)
TORN = {
    "a section beside a seat's label a little higher": (
        [line("MEMBER", 0, 50, BOLD), *STAFF, line("MEMBER", 0, 122, BOLD), *pairs(0, 134, 1)],
        [line("Mayor", 200, 50), *pairs(200, 67, 1), line("Interns", 200, 126, SECTION)],
    ),
    "a section beside a name right under its label": (
        [line("MEMBER", 0, 50, BOLD), *pairs(0, 70, 1)],
        [line("Mayor", 200, 50), line("Interns", 200, 74, SECTION), *pairs(200, 92, 1)],
    ),
    "a section a little higher than one beside it": (
        [line("MEMBER", 0, 50, BOLD), *STAFF, line("Focal Points", 0, 110, SECTION)],
        [*pairs(200, 50, 1), line("Secretariat General", 200, 95, SECTION), *pairs(200, 112, 1)],
    ),
}


@pytest.mark.parametrize(("left", "right"), TORN.values(), ids=TORN)
def test_sections_in_one_of_columns_that_flow(left, right):
    flowing = Clues(10.0, flow={13.0: [0.0, 200.0]})
    below = pairs(200, right[-1].base + 17, 1)
    expected = [run.text for run in (*left, *right, *below)]
    assert list(chain(*read(*left, *right, *below, clues=flowing))) == expected


def test_columns_that_flow_over_a_section_in_one_column():
    first = [line("First title", 0, 50, TITLE), *column(0, 68, *PROSE)]
    first += column(0, 128, "Outcomes", "L1M1D3", "prose")
    second = [*column(200, 50, *PROSE), line("Second title", 200, 130, TITLE)]
    second += column(200, 148, *PROSE)
    below = [line("Metropolis in the media", 0, 210, TITLE)]
    below += column(0, 230, "a line that is wide and runs over one of the gutters")
    clues = Clues(10.0, flow={18.0: [0.0, 200.0]})
    expected = [run.text for run in (*first, *second, *below)]
    assert list(chain(*read(*first, *second, *below, clues=clues))) == expected


def test_a_row_of_names_equally_far_apart():
    names = ["Berlin", "Guadalajara (IMEPLAN)", "Monterrey", "Quito"]
    row = [line(name, 113 * n, 50) for n, name in enumerate(names)]
    assert row[2].x0 - row[1].x1 == 10
    assert read(*row) == [[name] for name in names]
    assert read(*row[:3], line("Quito", 330, 50)) != [[name] for name in names]


def test_fields_that_begin_the_first_of_columns_that_flow():
    fields = column(0, 50, "Related outcomes", "L1M1D3", "prose")
    title = [line("Title", 200, 55, TITLE), *column(200, 75, *PROSE)]
    assert read(*fields, *title) == [[run.text for run in each] for each in (title, fields)]
    elsewhere = Clues(10.0, flow={18.0: [200.0, 400.0]})
    assert read(*fields, *title, clues=elsewhere) == read(*fields, *title)
    flowing = Clues(10.0, flow={18.0: [0.0, 200.0]})
    expected = [[run.text for run in each] for each in (fields, title)]
    assert read(*fields, *title, clues=flowing) == expected


@pytest.mark.parametrize("month", ["April", "April 2022"])
def test_a_month_right_under_its_section(month):
    head = Style(13.0, True, "Sans-Bold", 0)
    over = [*column(0, 50, *PROSE), *column(200, 50, *PROSE)]
    heads = [line("Metropolis in the media", 0, 100, head), line(month, 0, 115, head)]
    below = [*column(0, 135, "El País", "Streets"), *column(200, 135, "Mreža", "Bridges")]
    clues = Clues(10.0, flow={13.0: [0.0, 200.0]})
    expected = [run.text for run in (*over, *heads, *below)]
    assert list(chain(*read(*over, *heads, *below, clues=clues))) == expected


def test_members_of_activities_are_no_seats():
    def fields(base: float) -> list[Segment]:
        labels = [line("Members", 50, base, BOLD), line("Outcomes", 50, base + 24, BOLD)]
        return [*labels, line("Berlin, Rabat", 50, base + 12), line("L1A1D1", 50, base + 36)]

    left = [*fields(100), *column(50, 160, "Prose under it", "and more"), *fields(184)]
    right = [line(f"prose of another {n}", 300, 112 + 12 * n) for n in range(5)]
    assert [block[0] for block in read(*left, *right)] == ["Members", "prose of another 0"]


def test_seats_whose_people_stand_side_by_side():
    first = [*column(0, 72, "Jane Roe", "Mayor"), *column(200, 72, "John Doe", "Mayor", "of Rabat")]
    labels = [line("MEMBERS", 0, 50, BOLD), line("TREASURY", 0, 118, BOLD)]
    second = column(0, 140, "Ada Lovelace", "Mayor")
    assert list(chain(*read(*labels, *first, *second))) == [
        run.text for run in (labels[0], *first, labels[1], *second)
    ]


def test_sections_in_columns_that_flow_through_all_pages():
    tokens = tuple(token for run in FLOWING for token in run.words)
    read_as = [each.text for each in lines_of([Page(1, 600, 800, tokens)])]
    assert read_as == [run.text for run in FLOWING]


def test_print_on_a_picture_is_read_apart():
    poster = column(10, 60, "13th Congress", "Rethinking", style=SMALL)
    text = column(0, 90, "text", "text")
    items, frames = framed([Box(0, 50, 200, 76)], [*poster, *text], 10.0)
    assert [(run.x0, run.x1) for run in items if run.words[0] in frames] == [(0, 200)]
    parts = list(unframed(sorted(items, key=lambda run: run.base), frames, CLUES))
    assert [[run.text for run in part] for part in parts] == [
        ["13th Congress", "Rethinking"],
        ["text"] * 2,
    ]
    assert framed([Box(0, 80, 200, 110)], text, 10.0)[1] == {}


def test_headers_and_page_numbers_are_margin():
    pages = [
        (
            800.0,
            [
                line("Report", 0, 30, SMALL),
                line(f"Of {'abcdef'[n]}", 0, 60),
                line(str(n), 500, 780),
            ],
        )
        for n in range(1, 6)
    ]
    found = sheets(pages, CLUES)
    assert [[run.text for run in sheet.head] for sheet in found] == [["Report"]] * 5
    assert [run.text for sheet in found for run in sheet.foot] == list("12345")
    assert [run.text for run in found[0].body] == ["Of b"]


@pytest.mark.parametrize(
    ("tops", "margin"),
    [
        (["7 October", "Outcomes", "L1A2D1", "26 to 28 October", "9 October 2021"], False),
        (["Annual report"] * 5, True),
        (["30 September 2021"] * 5, True),
    ],
    ids=["what records begin with", "a header", "the day of printing"],
)
def test_what_stands_where_a_header_does(tops, margin):
    header = [line("Of October", 300, 30), line("Report", 0, 30)]
    pages = [(800.0, [line(top, 100, 30), *header]) for top in tops]
    assert [
        line(top, 100, 30) in s.head for top, s in zip(tops, sheets(pages, CLUES), strict=True)
    ] == [margin] * 5


@pytest.mark.parametrize(
    ("feet", "margin"),
    [
        ([f"14/03/2022 11:4{n}" for n in range(5)], True),
        (["14/03/2022, 11:45:02"] * 5, True),
        ([f"1{n}/03/2022" for n in range(5)], False),
    ],
    ids=["minute by minute", "alone", "days of activities"],
)
def test_the_hour_at_which_pages_were_made(feet, margin):
    pages = [(800.0, [line("text", 0, 200), line(foot, 300, 780)]) for foot in feet]
    assert [bool(sheet.foot) for sheet in sheets(pages, CLUES)] == [margin] * 5


def test_what_some_pages_begin_with_alike_makes_no_header_of_what_others_begin_with():
    heads = ["Measures done"] * 3 + ["Rosa Puig", "Abidjan", "the city", "Berlin", "Cairo"]
    pages = [(800.0, [line(head, 0, 30), line("text", 0, 200)]) for head in heads]
    assert not any(sheet.head for sheet in sheets(pages, CLUES))
    found = [[run.text for run in sheet.head] for sheet in sheets(pages[:6], CLUES)]
    assert found == [[head] for head in heads[:6]]


def test_names_of_columns_that_pages_begin_with_are_no_header():
    head = [line("Date", 100, 30, SMALL), line("Title", 200, 30, SMALL)]
    pages = [(800.0, [*head, line(f"Text {n}", 100, 400)]) for n in range(4)]
    assert not any(sheet.head for sheet in sheets(pages, CLUES))


def test_action_lines_that_pages_end_in_are_margin_each_chapter_its_own():
    feet = ["", "", "L1 Urban diplomacy", "L2 Capacities", "L2 Capacities", "L3 Governance", "", ""]
    pages = [
        (800.0, [line(f"text {n}", 0, 200), *([line(foot, 0, 780, SMALL)] if foot else [])])
        for n, foot in enumerate(feet)
    ]
    found = [[run.text for run in sheet.foot] for sheet in sheets(pages, CLUES)]
    assert found == [[foot] if foot else [] for foot in feet]


def test_headers_of_small_pages_on_large_sheets():
    pages = [
        (2000.0, [line("Report", 0, 700, SMALL), line(f"Of {name}", 0, 730), line("text", 0, 1300)])
        for name in "abcde"
    ]
    assert [[run.text for run in sheet.head] for sheet in sheets(pages, CLUES)] == [["Report"]] * 5


def sheet_of_two(number: int, left: str, right: str, wide: str = "text") -> Page:
    drawn = [word(left, 50, 790), word(right, 650, 790), *words(wide, 560, 300)]
    return Page(number, 1200, 800, tuple(drawn), (Box(500, 100, 700, 200),))


@pytest.mark.parametrize(
    ("sheets", "parts"),
    [
        ([("2", "3"), ("4", "5"), ("6", "7", "words over both pages")], [1, 1, 2, 2, 3]),
        ([("2", "3"), ("12", "29"), ("3", "2")], [1, 2, 3]),
        ([("2", "3")], [1]),
    ],
    ids=["spreads", "figures", "one sheet"],
)
def test_sheets_of_two_pages(sheets, parts):
    found = parted([sheet_of_two(n, *each) for n, each in enumerate(sheets, 1)])
    assert [page.number for page in found] == parts
    assert sum(len(page.tokens) for page in found) == sum(
        len(sheet_of_two(1, *each).tokens) for each in sheets
    )
    if parts.count(1) > 1:
        assert [page.pictures[0] for page in found[:2]] == [
            Box(500, 100, 600, 200),
            Box(600, 100, 700, 200),
        ]


def test_pages_that_take_but_a_part_of_their_sheets():
    drawn = (sheet_of_two(n, str(2 * n), str(2 * n + 1)) for n in (1, 2))
    large = [replace(sheet, height=1600.0) for sheet in drawn]
    assert [page.number for page in parted(large)] == [1, 1, 2, 2]


def test_what_overlaps_is_no_leading():
    block = [line("TITLE", 10, base, TITLE) for base in (100, 123, 145.5, 155)]
    leading = Leading.of([block])
    assert [row.gap for row in rows([block], leading)[0]] == [True, False, False, False]


def test_words_of_a_small_header_are_margin_wherever_a_scan_lies():
    ends = "on cities", "an cit", "on ities", "on"
    heads = [line(f"L1 Urban diplomacy and advocacy {end}", 10, 30, SMALL) for end in ends]
    askew = line("L1 Urban diplomacy and advocacy on cities", 10, 34)
    others = [line("Urban diplomacy", 10, 34), line(askew.text, 10, 34, TITLE)]
    body = line("text", 10, 200)
    pages = [(800.0, [head, body]) for head in (*heads, askew, *others)]
    assert [bool(sheet.head) for sheet in sheets(pages, CLUES)] == [True] * 5 + [False] * 2


def test_a_large_header_that_changes_corners_is_margin():
    header = [
        line("4 Report", 0, 30, TITLE),
        line("Report 5", 400, 30, TITLE),
        line("6 Report", 0, 30, TITLE),
    ]
    title = [line("Action line", 0, 60, TITLE)]
    pages = [(800.0, [run, line("text", 0, 200)]) for run in header]
    others = [(800.0, [*title, line("text", 0, 200)]) for _ in range(3)]
    assert [bool(sheet.head) for sheet in sheets(pages + others, CLUES)] == [True] * 3 + [True] * 3
    others += [(800.0, [line("text", 0, 200)]) for _ in range(4)]
    assert not any(sheet.head for sheet in sheets(pages + others, CLUES))


@pytest.mark.parametrize(
    ("runner", "heading", "margin"),
    [
        ("ACTIVITIES", TITLE, True),
        ("ACTIVITIES", BODY, False),
        ("METROPOLITAN CHALLENGES", TITLE, False),
    ],
    ids=["headed", "headed by it alone", "a label too"],
)
def test_a_header_that_says_the_name_of_its_section(runner, heading, margin):
    runners = [line(runner, x, 30) for x in (0, 400, 0, 400)]
    first = [line(runner.capitalize(), 0, 60, heading), line("text", 0, 200)]
    pages = [(800.0, first), *((800.0, [run, line("text", 0, 200)]) for run in runners)]
    assert [bool(sheet.head) for sheet in sheets(pages, CLUES)] == [False, *[margin] * 4]


@pytest.mark.parametrize(
    ("label", "at", "margin"),
    [
        ("Members", (100, 768), False),
        ("Members", (0, 780), False),
        ("Office", (100, 768), True),
        ("Members", (300, 768), True),
    ],
    ids=["under a label", "beside a label", "under no label", "under nothing"],
)
def test_values_of_fields_at_the_foot_of_every_page_are_no_margin(label, at, margin):
    names = ["Berlin, Rabat", "Quito", "Lima, Dakar", "Hanoi", "Seoul"]
    pages = [
        (800.0, [line(f"We met {n}", 0, 200), line(label, *at, SMALL), line(n, 100, 780, SMALL)])
        for n in names
    ]
    found = [
        [run.text for run in sheet.foot if run.text in names] for sheet in sheets(pages, CLUES)
    ]
    assert found == [[name] if margin else [] for name in names]


def test_labels_at_the_top_of_every_page_are_no_margin():
    pages = [(800.0, [line("Related outcomes", 0, 40, SMALL)]) for _ in range(5)]
    assert not any(sheet.head for sheet in sheets(pages, CLUES))


def test_turned_text():
    up = [
        Token("SIDE", 20, 100, 28, 140, 26, SMALL, 3),
        Token("WAYS", 20, 55, 28, 97, 26, SMALL, 3),
    ]
    run = turned_runs(up)[0]
    assert (run.text, run.x0, run.y0, run.x1, run.y1) == ("SIDE WAYS", 20, 55, 28, 140)
    assert in_margin(run, [line("text", 50, 60)])
    assert not in_margin(run, [line("text", 10, 60)])
    assert in_margin(run, [line("text", 10, 160)])


def aside(*texts: str, turn: int = 1) -> list[Token]:
    """Lines beside one another that read downwards from height 100, or upwards from 200."""
    found: list[Token] = []
    for n, text in enumerate(texts):
        long = 9 * len(text)
        x, top = (40 - 20 * n, 100) if turn == 1 else (20 + 20 * n, 200 - long)
        found.append(Token(text, x, top, x + 18, top + long, x, TITLE, turn))
    return found


TURNED = {
    "downwards": (aside("Main", "results"), ["over it", "Main", "results", "under it"]),
    "upwards": (aside("Main", "results", turn=3), ["over it", "Main", "results", "under it"]),
    "no section": (aside("Quite", "another"), ["Quite", "another", "over it", "under it"]),
}


@pytest.mark.parametrize(("tokens", "read_as"), TURNED.values(), ids=TURNED)
def test_turned_headings(tokens, read_as):
    body = [*words("over it", 70, 50), *words("under it", 70, 150)]
    lines = lines_of([Page(1, 600, 800, (*body, *tokens))])
    assert [each.text for each in lines] == read_as
    assert not any(above.text == "Main" and below.gap for above, below in pairwise(lines))


@pytest.mark.parametrize(
    "others",
    [aside("Main", "results"), words("Main results", 70, 50, TITLE)],
    ids=["on two pages", "upright too"],
)
def test_turned_headings_that_run_beside_their_section(others):
    pages = [
        Page(1, 600, 800, (*words("text", 70, 150), *others)),
        Page(2, 600, 800, (*words("over it", 70, 50), *words("text", 70, 150), *aside("Main", "results"))),
    ]  # fmt: skip
    assert [each.text for each in lines_of(pages) if each.page == 2][:2] == ["Main", "results"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L1M1D3", "code"),
        ("2.3", "code"),
        ("page 12", "page"),
        ("346,021.63 €", "amount"),
        ("Activated members", "label"),
        ("26–28 October", "date"),
        ("Barcelona", None),
    ],
)
def test_heads_of_rows(text, kind):
    assert row_head(text) == kind


@pytest.mark.parametrize(
    ("above", "below", "what"),
    [
        ("the govern-", "ance of", "drop"),
        ("the gender-", "sensitive form", "keep"),
        ("a co-", "led one", "keep"),
        ("a non-", "profit body", "keep"),
        ("on-", "line and", "drop"),
        ("a trade-", "off", "keep"),
        ("it be-", "gan", "drop"),
        ("day-to-", "day work", "keep"),
        ("from day to-", "day on", "drop"),
        ("a non-", "discriminatory way", "keep"),
        ("forward-", "looking", "keep"),
        ("a Gaze-", "ta", "drop"),
        ("the Vice-", "president", "keep"),
        ("José Martínez-", "Almeida", "keep"),
        ("after COV-", "ID-19", "drop"),
        ("in 2018-", "2020", "keep"),
        ("a dash -", "so", None),
        ("no hyphen", "here", None),
        ("UCLG CCRE/", "CEMR", "keep"),
        ("City centre/", "suburbs", None),
        ("UCLG /", "CEMR", None),
    ],
)
def test_words_torn_by_hyphens(above, below, what):
    known = frozenset({"governance", "gender", "sensitive", "existing", "covid"})
    assert tear(above, below, known) == what


def under_columns(title: str, right: str, y: float = 190) -> list[Segment]:
    """Two columns that flow, a title under the left one, and what stands under the right one."""
    return [
        *column(50, 100, "Emergency Governance", "Initiative for cities"),
        *column(300, 100, "El País", "World Metropolitan Day"),
        line(title, 50, 190, TITLE),
        *column(50, 210, "On July 2, the session", "took place in Valencia", "and elsewhere."),
        *column(300, y, right, "L2M7D1", "and more of these"),
        line("City Managers", 300, y + 60, TITLE),
        *column(300, y + 80, "The survey was sent", "to all contacts"),
    ]


@pytest.mark.parametrize(
    ("right", "y", "cut"), [("L2M4D3", 190, True), ("Members", 190, False), ("L2M4D3", 124, False)]
)
def test_a_title_over_which_the_next_column_stops_begins_a_part(right, y, cut):
    page = under_columns("Live Learning", right, y)
    flowing = Clues(10.0, {18.0: [50.0, 300.0]})
    found = [text for block in read(*page, clues=flowing) for text in block]
    assert (found.index("Live Learning") > found.index("El País")) is cut
    assert found.index("Live Learning") < found.index("L2M7D1") or not cut


def test_no_column_stops_after_its_title():
    page = [each for each in under_columns("Live Learning", "L2M4D3") if each.text != "El País"]
    page = [each._replace(style=TITLE) if each.text.startswith("World") else each for each in page]
    found = [
        text for block in read(*page, clues=Clues(10.0, {18.0: [50.0, 300.0]})) for text in block
    ]
    assert found.index("Live Learning") < found.index("World Metropolitan Day")


@pytest.mark.parametrize(("x", "first"), [(300, "Prose of one"), (50, "ACTIVITIES")])
def test_a_section_over_a_later_column_heads_that_column_alone(x, first):
    """Titles of its size stand in both columns, so one goes on where the other ends."""
    section = line("ACTIVITIES", x, 100, TITLE)
    left = [*column(50, 130, "Prose of one", "and more"), line("Campaign", 50, 190, TITLE)]
    right = [*column(300, 130, "Prose of both", "and more"), line("Award", 300, 240, TITLE)]
    below = [*column(50, 220, "Prose under it", "to the end"), *column(300, 270, "Prose", "to it")]
    assert read(section, *left, *right, *below)[0][0] == first


@pytest.mark.parametrize(("below", "ends"), [("space. The research", True), ("Members", False)])
def test_fields_side_by_side_end_over_a_title(below, ends):
    fields = [*column(50, 100, "Outcomes", "L1A3D1"), *column(300, 100, "Members", "Antananarivo")]
    title = [line("25 November", 50, 160), line("Campaign", 50, 176, TITLE)]
    text = [*column(50, 196, "In the framework of", "the day"), *column(300, 196, below, "of it")]
    found = [each for block in read(*fields, *title, *text) for each in block]
    assert (found.index("Antananarivo") < found.index("25 November")) is ends


def test_a_date_at_the_foot_of_a_column_is_that_of_the_title_over_the_next():
    left = [
        *column(50, 100, "Some prose of", "an activity that ends"),
        line("29 December", 50, 160),
    ]
    right = [line("Indicators", 300, 100, TITLE), *column(300, 120, "Prose of them", "as well")]
    assert read(*left, *right) == [
        ["Some prose of", "an activity that ends", "29 December"],
        ["Indicators", "Prose of them", "as well"],
    ]


def test_print_on_a_picture_takes_no_line_beside_it_along():
    on_it, beside = line("new", 45, 100, SMALL), line("Rabat", 62, 100)
    items, frames = framed([Box(40, 80, 60, 104)], [on_it, beside], 10.0)
    (block,) = reading_order(items, CLUES)
    assert [run.text for part in unframed(block, frames, CLUES) for run in part] == ["new", "Rabat"]


FULL, FEW = words("one two three " * 9, 40, 50), words("Photo: a member", 40, 50)


def laid(number: int, *tokens: Token, turn: int) -> Page:
    return Page(number, 600, 800, tuple(token._replace(turn=turn) for token in tokens))


@pytest.mark.parametrize(
    ("pages", "turns"),
    [
        ([laid(1, *FULL, turn=0), laid(2, *FULL, turn=1)], {2: 1}),
        ([laid(1, *FULL, turn=0), laid(2, *FEW, turn=1)], {}),
        (
            [laid(1, *FULL, turn=1), laid(2, *FULL, turn=1), laid(3, *FEW, turn=1)],
            {1: 1, 2: 1, 3: 1},
        ),
        ([Page(1, 600, 800, (*laid(1, *FULL, turn=3).tokens, *FEW))], {1: 3}),
        ([Page(1, 600, 800, (*laid(1, *FULL, turn=3).tokens, *FULL))], {}),
        ([Page(1, 600, 800, ())], {}),
    ],
    ids=["one page", "a credit", "a short page", "an upright header", "half of it", "nothing"],
)
def test_pages_that_lie(pages, turns):
    assert lying(pages) == turns


def test_a_heading_at_the_foot_of_columns_is_read_behind_all_of_them():
    page = [
        line("September", 0, 50, TITLE),
        *column(0, 80, *(f"Left outlet {n}" for n in range(12))),
        *column(250, 75, *(f"Right outlet {n}" for n in range(12))),
        line("October", 0, 250, TITLE),
    ]
    read_in_order = list(chain(*read(*page)))
    assert read_in_order[0] == "September"
    assert read_in_order[1:13] == [f"Left outlet {n}" for n in range(12)]
    assert read_in_order[-1] == "October"


def test_seats_with_nobody_under_them_stand_over_all_columns():
    page = [
        *(line("CO-PRESIDENCY", 0, 50, BOLD), *column(250, 62, "David Makhura", "Premier")),
        *(line("MEMBER", 0, 90, BOLD), *column(250, 102, "Soham El Wardini", "Mayor of Dakar")),
        line("MEMBER", 0, 130, BOLD),
        *(*column(0, 148, "Jolidee Matongo"), *column(250, 142, "Mpho Phalatse", "Mayor")),
    ]
    assert list(chain(*read(*page))) == [
        *("CO-PRESIDENCY", "David Makhura", "Premier"),
        *("MEMBER", "Soham El Wardini", "Mayor of Dakar"),
        *("MEMBER", "Jolidee Matongo", "Mpho Phalatse", "Mayor"),
    ]


SIDE = [line("John Doe, Mayor of Rabat", 200, y) for y in (63, 91, 119, 147)]


@pytest.mark.parametrize(
    ("right", "flows"),
    [
        (SIDE, True),
        ([SIDE[0], SIDE[3]], False),
        ([line("PRESIDENCY", 200, 75, BOLD), line("John Doe", 200, 87)], True),
    ],
    ids=["goes on past labels", "in rows", "a label of its own"],
)
def test_people_who_stand_beside_others_by_chance(right, flows):
    left = [line("MEMBERS", 0, 50, BOLD), line("Jane Roe", 0, 72)]
    below = [line("TREASURY", 0, 108, BOLD), line("Mary Major", 0, 140)]
    first = [run for run in right if flows or run.base < 100]
    expected = [*left, *below, *first] if flows else [*left, *first, *below, right[-1]]
    assert list(chain(*read(*left, *right, *below))) == [run.text for run in expected]


@pytest.mark.parametrize(("seat", "flows"), [("TREASURY", True), ("SECRETARIAT GENERAL", False)])
def test_a_section_beside_its_own_seats_stands_in_its_column(seat, flows):
    """The board's treasury is no focal point: the column goes on where the board's heading ends."""
    heading = Style(13.0, True, "Sans-Bold", 0)
    left = [line("REGIONAL SECRETARY", 0, 50, BOLD), *column(0, 62, "Jane Roe", "Oslo")]
    right = [line(seat, 300, 50, BOLD), *column(300, 62, "John Doe, Mayor", "of Rabat")]
    board = [line("Members of the Board of Directors", 0, 110, heading)]
    board += [line("PRESIDENCY", 0, 130, BOLD), *column(0, 142, "Ada Lovelace", "Mary Major")]
    rest = [line("MEMBERS", 300, 130, BOLD), *column(300, 142, "Richard Roe", "Mayor of Quito")]
    expected = [*left, *board, *right, *rest] if flows else [*left, *right, *board, *rest]
    assert list(chain(*read(*left, *right, *board, *rest))) == [run.text for run in expected]


def test_a_title_that_reaches_over_fields_begins_its_row():
    """What a long word is printed over stands beside its title, and not above it."""
    rows = [
        [
            *(*column(0, y, "A title", style=TITLE), line("3 July", 0, y + 14)),
            *column(120, y - 2, "Members", "Rabat, Quito"),
            *column(300, y - 2, *PROSE),
        ]
        for y in (50, 150)
    ]
    rows[1][0] = line("#ATitleOfOneWord", 0, 150, TITLE)
    assert rows[1][0].x1 > rows[1][2].x0
    found = list(chain(*read(*chain(*rows))))
    first = [run.text for run in rows[0]]
    assert found[: len(first)] == first
    assert sorted(found[len(first) :]) == sorted(run.text for run in rows[1])


@pytest.mark.parametrize(
    ("base", "taken"), [(56, True), (51, False), (90, False)], ids=["between", "on the line", "far"]
)
def test_an_icon_between_the_heights_of_two_lines_is_that_of_the_upper_one(base, taken):
    icon = word("✔", 0, base, LARGE)
    label, value = words("Related outcomes", 20, 50), words("L1M1D3", 20, 62)
    page = without_icons(Page(1, 600, 800, (*label, *value, icon)))
    assert page.ornaments == ({label[0]: icon} if taken else {})
    assert (icon in page.tokens) != taken
    if taken:
        found = [line.text for line in lines_of([Page(1, 600, 800, (*label, *value, icon))])]
        assert found == ["✔ Related outcomes", "L1M1D3"]


def pill(run: Segment, white: float = 4.0) -> Box:
    return Box(run.x0 - white, run.y0 - 1, run.x1 + white, run.y1 + 1)


def test_names_on_pills_are_cells_of_their_line():
    names = [line("Buenos Aires", 0, 50), line("Quito", 72, 50), line("Rabat", 120, 50)]
    below = line("We met", 0, 90)
    pills = [pill(name) for name in names]
    assert [run.text for run in on_pills([*names, below], pills)] == [
        "We met",
        "Buenos Aires\tQuito\tRabat",
    ]
    near = Segment.of([word for name in names[1:] for word in name.words])
    assert [run.text for run in on_pills([near], pills)] == ["Quito\tRabat"]
    cells = [Box(-4, 40, 68, 54), Box(68, 40, 116, 54), Box(116, 40, 200, 54)]
    assert on_pills([*names, below], cells) == [*names, below]


def card(x: float, y: float, name: str) -> tuple[Box, list[Segment]]:
    title, date = line(f"Title {name}", x, y, TITLE), line("3 July", x, y + 14)
    return Box(x - 5, y - 20, x + 145, y + 80), [title, date, *column(x, y + 28, *["text"] * 3)]


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ({"a": (0, 50), "b": (160, 50), "c": (0, 160), "d": (160, 160)}, "abcd"),
        ({"a": (0, 50), "b": (160, 90), "c": (0, 160), "d": (160, 200)}, "acbd"),
        ({"a": (0, 50), "b": (160, 80)}, "ab"),
    ],
    ids=["rows", "columns", "side by side"],
)
def test_cards_are_read_one_by_one(places, order):
    cards = [card(*place, name) for name, place in places.items()]
    runs = [run for _, inside in cards for run in inside]
    parts = list(by_cards([*runs, line("foot", 0, 400)], [box for box, _ in cards]))
    assert [part[0].text[-1] for part in parts] == [*order, "t"]
    assert [len(part) for part in parts] == [5] * len(order) + [1]
    assert list(by_cards(runs, [cards[0][0]])) == [runs]


TIMELINE = [
    [
        line("Title a", 200, 50, TITLE),
        line("3 July", 150, 48),
        *column(200, 64, "text a", "more a"),
    ],
    [
        line("Title b", 60, 100, TITLE),
        line("9 July", 150, 98),
        *column(0, 114, "text b", "more b b"),
    ],
]


def test_dates_between_titles_left_and_right_of_them():
    assert read(*TIMELINE[0], *TIMELINE[1]) == [
        ["3 July"],
        ["Title a"],
        ["text a", "more a"],
        ["Title b"],
        ["9 July"],
        ["text b", "more b b"],
    ]


@pytest.mark.parametrize(
    ("second", "third"),
    [(["30 June –", "2 July"], ["9 July"]), (["Summer", "2020"], ["Ongoing"])],
    ids=["dates in two lines", "words in their place"],
)
def test_what_may_stand_between_titles(second, third):
    title, _, *text = TIMELINE[1]
    last = [line("Title c", 200, 150, TITLE), *column(200, 164, "text c", "more c")]
    dates = [*column(150, 98, *second), *column(150, 148, *third)]
    found = read(*TIMELINE[0], title, *text, *last, *dates)
    assert (found[3:5], found[6:8]) == ([["Title b"], second], [third, ["Title c"]])


def test_a_title_whose_date_stands_beside_its_first_line():
    title = [line("A title of two", 0, 50, TITLE), line("lines", 0, 69, TITLE)]
    prose = column(0, 84, "text that is as wide as the page is wide", "and text that goes on")
    found = read(*title, line("3 July", 180, 50), *prose)
    assert found[:2] == [["A title of two", "lines"], ["3 July"]]


@pytest.mark.parametrize(("lines", "body"), [(12, 12.0), (3, 10.0)], ids=["a list", "a title"])
def test_a_page_of_larger_text_has_a_body_of_its_own(lines, body):
    larger = Style(12.0, False, "Sans", 0)
    page = [line(f"Name {n}", 0, 50 + 16 * n, larger) for n in range(lines)]
    assert CLUES.on(page).body == body
    assert Clues(20.0).on(page).body == 20.0


@pytest.mark.parametrize("size", [10.0, 12.0])
def test_a_date_right_under_a_title_beside_fields_is_the_titles(size):
    date = Style(size, False, "Sans", 0)
    fields = column(0, 10, "Outcomes", "L1M1D1", "Members", "Lima")
    title = [line("A title of two", 200, 16, TITLE), line("lines", 200, 38, TITLE)]
    prose = column(200, 90, "Prose about it", "and more prose", "and its end")
    assert read(*fields, *title, line("19 August", 200, 58, date), *prose) == [
        ["A title of two", "lines", "19 August", "Prose about it", "and more prose", "and its end"],
        ["Outcomes", "L1M1D1", "Members", "Lima"],
    ]


@pytest.mark.parametrize("pages", [1, 2, 3])
@pytest.mark.parametrize("base", [20, 400, 790])
def test_a_page_that_prints_its_number_alone_prints_it_once(base, pages):
    lines = lines_of([Page(n, 600, 800, (word(str(n), 300, base),)) for n in range(1, pages + 1)])
    assert [(line.page, line.text) for line in lines] == [(n, str(n)) for n in range(1, pages + 1)]
