"""PDFs as documents: the laws of their lines, and rows like those of the text."""

import itertools
import os
from functools import cache
from pathlib import Path

import make
import pytest
from metroledger.extract.errors import (
    Damaged,
    DocumentError,
    EmptyDocument,
    Encrypted,
    NeedsOcr,
    TooBig,
)
from metroledger.extract.pdf import ENGINES, read_pdf
from metroledger.extract.report import read_report
from metroledger.extract.text.reader import read_text
from metroledger.normalize.report import normalize

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = Path(os.environ.get("METROLEDGER_ORIGINALS", ROOT.parent / "shared" / "corpus"))
PDFS = sorted([*(ROOT / "corpus").glob("*.pdf"), *ORIGINALS.glob("*.pdf")])
OTHERS = sorted((ROOT / "tests" / "pdf").glob("*.pdf"))


def name(path):
    return f"{path.parent.name}/{path.stem}"


def odd(kind):
    return getattr(make, kind)()


@cache
def document(path, engine="pdfium"):
    return read_pdf(path.read_bytes(), path.name, engine=engine)


# What the two printings themselves do differently: the order of columns read one by one, the
# line that only the text prints, the action line that only the page's margin names, capitals.
ELSEWHERE = {"position", "document_id", "action_line_basis"}


def facts(path, reconciler):
    """The rows of a report, without what the two printings do differently."""
    read = read_text(path.read_bytes(), path.name) if path.suffix == ".txt" else document(path)
    rows = normalize(read_report(read), reconciler)
    found = {}
    for cited in rows.cited:
        row = cited.row
        if row.TABLE == "passage":
            continue
        values = [_plain(row, field) for field in row.__dataclass_fields__]
        found.setdefault(row.TABLE, []).append(values)
    return {table: sorted(values, key=str) for table, values in found.items()}


def _plain(row, field):
    value = getattr(row, field)
    if field in ELSEWHERE:
        return None
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


@pytest.mark.parametrize("path", [*PDFS, *OTHERS], ids=name)
def test_every_word_stands_in_one_line_and_every_line_on_its_page(path):
    data = path.read_bytes()
    pages = {page.number: page for page in ENGINES["pdfium"](data, None, None)}
    lines = document(path).lines
    drawn = sorted(token.text for page in pages.values() for token in page.tokens)
    read = sorted(word.text for line in lines for word in line.words)
    assert sorted("".join(drawn)) == sorted("".join(read))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    for line in lines:
        page = pages[line.page]
        assert line.text == " ".join(word.text for word in line.words)
        for box in (line.box, *line.words):
            assert 0 <= box.x0 <= box.x1 <= page.width
            assert 0 <= box.y0 <= box.y1 <= page.height
        assert line.place(0, len(line.text)) == line.box


@pytest.mark.parametrize("path", [*PDFS, *OTHERS], ids=name)
def test_both_engines_read_the_same_lines(path):
    seen = ("page", "text", "gap", "margin", "size", "bold")
    one, other = (
        [tuple(getattr(line, field) for field in seen) for line in document(path, engine).lines]
        for engine in ENGINES
    )
    assert one == other


@pytest.mark.parametrize("path", PDFS, ids=name)
def test_rows_from_pdf_are_those_from_text(path, reconciler):
    assert facts(path, reconciler) == facts(path.with_suffix(".txt"), reconciler)


# What a typesetting does not tell, by how many rows differ: whether the hyphen at a line's end
# belongs to the word ('UF-NBS' where the title prints 'UFNBS').
UNTOLD = {"2021-09--2021-12.under.chromium": 2}


@pytest.mark.parametrize("path", OTHERS, ids=name)
def test_rows_from_other_hands_are_those_from_text(path, reconciler):
    text = ROOT / "corpus" / f"{path.name.split('.')[0]}.txt"
    read, wanted = facts(path, reconciler), facts(text, reconciler)
    assert read.keys() == wanted.keys()
    differing = [
        row
        for table in wanted
        for rows, others in itertools.permutations((read[table], wanted[table]))
        for row in _without(rows, others)
    ]
    assert len(differing) == UNTOLD.get(path.stem, 0), differing


def _without(rows, others):
    """The rows that are not among the others, as often as they are too many."""
    left = list(others)
    return [row for row in rows if row not in left or left.remove(row)]


def unclaimed(path):
    report = read_report(document(path))
    lines = zip(report.document.lines, report.roles, strict=True)
    return [line.text for line, role in lines if role == "unclaimed"]


@pytest.mark.parametrize("path", PDFS, ids=name)
def test_no_line_is_left_over(path):
    assert unclaimed(path) == []


@pytest.mark.parametrize("path", OTHERS, ids=name)
def test_other_hands_leave_no_line_over(path):
    assert unclaimed(path) == []


def test_a_font_without_a_name_has_its_weight():
    path = ROOT / "tests" / "pdf" / "2020-07--2020-09.above.chromium.pdf"
    lines = document(path).lines
    labels = {line.bold for line in lines if line.text == "Activated members" and line.page > 2}
    assert labels == {True}
    assert {line.bold for line in lines if line.text.startswith("Metropolis ")} == {False}


@pytest.mark.parametrize("engine", ENGINES)
def test_spreads_are_read_page_by_page(engine):
    plain = document(ROOT / "corpus" / "2020-07--2020-09.pdf")
    read = read_pdf(odd("spreads"), "spreads", engine=engine)
    assert read.pages == (plain.pages + 1) // 2
    assert [line.text for line in read.lines] == [line.text for line in plain.lines]
    assert [line.page for line in read.lines] == [(line.page + 1) // 2 for line in plain.lines]
    assert len({line.box.x0 // 421 for line in read.lines}) > 1


@pytest.mark.parametrize(
    ("kind", "hidden"), [("searchable", True), ("searchable_below", True), ("illustrated", False)]
)
@pytest.mark.parametrize("engine", ENGINES)
def test_words_that_nobody_sees_were_recognised(kind, hidden, engine):
    plain = document(ROOT / "corpus" / "2020-07--2020-09.pdf")
    read = read_pdf(odd(kind), kind, engine=engine)
    assert read.recognised == (set(range(1, plain.pages + 1)) if hidden else set())
    assert [line.text for line in read.lines] == [line.text for line in plain.lines]


@pytest.mark.parametrize("engine", ENGINES)
def test_words_of_one_object_that_are_drawn_backwards_stand_apart(engine):
    lines = read_pdf(odd("backwards"), "backwards", engine=engine).lines
    assert [line.text for line in lines[1:]] == ["METROPOLIS REPORT", "Main results", "12"]
    assert all(word.x0 < word.x1 for line in lines for word in line.words)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_space_that_is_printed_parts_words_however_narrow(engine):
    (line,) = read_pdf(odd("kerned"), "kerned", engine=engine).lines
    assert line.text == "Governor of Jakarta, Tehran"


@pytest.mark.parametrize(("engine", "text"), [("pdfium", "Skiing"), ("pdfplumber", "SKIING")])
def test_small_capitals_are_no_words_of_their_own(engine, text):
    (line,) = read_pdf(odd("small_capitals"), "small", engine=engine).lines
    assert line.text == text


def test_type_turned_twice_slanted_and_outlined():
    turned, slanted, outlined = read_pdf(odd("odd_type"), "type").lines
    assert turned.text == "Octavi de la Varga"
    assert turned.size == 12.0
    assert round(turned.box.x0) == 72
    assert slanted.text == "the city of Lima"
    assert round(slanted.box.x0) == 72
    assert outlined.bold
    assert not slanted.bold


def test_a_ligature_that_says_its_letters_stands_in_its_form():
    (line,) = read_pdf(odd("ligature_in_form"), "form").lines
    assert line.text == "hit the first"
    assert [round(word.x0) for word in line.words] == [136, 149, 166]


@pytest.mark.parametrize("engine", ENGINES)
def test_letters_set_apart_in_a_word_are_two_words(engine):
    (line,) = read_pdf(odd("widened"), "widened", engine=engine).lines
    assert line.text == "The two banks of TRACKS"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_light_face_is_not_bold_whatever_its_figure_says(engine):
    (line,) = read_pdf(odd("heavy_by_figure"), "heavy", engine=engine).lines
    assert not line.bold


@pytest.mark.parametrize("kind", ["rotated", "cropped", "owner_only"])
@pytest.mark.parametrize("engine", ENGINES)
def test_pages_that_lie_on_their_side_or_are_cut_read_as_ever(kind, engine):
    path = ROOT / "corpus" / "2020-07--2020-09.pdf"
    read = read_pdf(odd(kind), kind, engine=engine)
    assert [line.text for line in read.lines] == [line.text for line in document(path).lines]


@pytest.mark.parametrize(
    ("kind", "turn", "pages"),
    [
        ("sideways", 1, range(1, 35)),
        ("upside_down", 2, range(1, 35)),
        ("set_sideways", 3, range(1, 35)),
        ("one_sideways", 1, [4]),
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_pages_whose_print_lies_are_read_upright_and_cited_where_it_is_seen(
    kind, turn, pages, engine
):
    path = ROOT / "corpus" / "2020-07--2020-09.pdf"
    data = path.read_bytes()
    sizes = {page.number: (page.width, page.height) for page in ENGINES[engine](data, None, None)}
    read = read_pdf(odd(kind), kind, engine=engine)
    for line, plain in zip(read.lines, document(path, engine).lines, strict=True):
        assert (line.text, line.gap, line.size) == (plain.text, plain.gap, plain.size)
        place = plain.place(2, 9)
        if line.page in pages:
            place = place.turned(turn, *sizes[line.page])
        assert tuple(line.place(2, 9)) == pytest.approx(tuple(place), abs=0.1)


def test_type_that_is_set_apart_or_turned_is_the_same_to_both_engines():
    one, other = (read_pdf(odd("set_apart"), "set_apart", engine=engine) for engine in ENGINES)
    seen = [[(line.text, line.size) for line in read.lines] for read in (one, other)]
    assert seen[0] == seen[1]
    assert ("REGIONAL OFFICES", 18.0) in seen[0]
    assert seen[0].count(("Octavi de la Varga, Kartal", 12.0)) == 7


@pytest.mark.parametrize(
    ("kind", "error", "words"),
    [
        ("empty", Damaged, "the PDF is damaged"),
        ("truncated", Damaged, "the PDF is damaged"),
        ("no_pages", DocumentError, "the PDF"),
        ("blank", EmptyDocument, "nothing is printed in it"),
        ("huge_page", TooBig, "page 1 is larger"),
        ("encrypted", Encrypted, "give its password with --password"),
        ("no_unicode", NeedsOcr, "needs OCR"),
        ("scanned", NeedsOcr, "2 of 2 pages are pictures without text"),
    ],
)
def test_what_is_refused_and_why(kind, error, words):
    with pytest.raises(error, match=words) as raised:
        read_pdf(odd(kind), kind)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("engine", "other"), list(itertools.permutations(ENGINES)))
def test_where_fonts_name_no_letters_the_other_engine_may(engine, other):
    with pytest.raises(NeedsOcr, match=f"or try --engine {other}$"):
        read_pdf(odd("no_letters"), "no_letters", engine=engine)


def test_a_password_opens():
    data = odd("encrypted")
    assert read_pdf(data, "x", password="avinyo").pages > 1
    with pytest.raises(Encrypted, match="does not open it"):
        read_pdf(data, "x", password="wrong")


def test_a_value_has_the_box_of_its_words():
    path = ROOT / "corpus" / "2020-07--2020-09.pdf"
    line = next(line for line in document(path).lines if line.text.startswith("Bandar, Fuzhou"))
    start = line.text.index("Fuzhou")
    box = line.place(start, start + len("Fuzhou"))
    assert line.box.x0 < box.x0 < box.x1 < line.box.x1
    assert (box.y0, box.y1) == (line.box.y0, line.box.y1)
