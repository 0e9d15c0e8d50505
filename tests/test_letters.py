"""Letters that a file does not name, or misnames, are told."""

import pytest
from metroledger.extract.errors import NeedsOcr
from metroledger.extract.letters import named, tears_word
from metroledger.extract.pdf import ENGINES, read_pdf
from metroledger.extract.pdf.page import Page, Style, Token
from metroledger.extract.pdf.words.unnamed import lettered
from metroledger.load.shelf import Rejected
from metroledger.reading import read_bytes
from test_pdf import ROOT, odd

TEXT = ROOT / "corpus" / "2021-09--2021-12.txt"
PDF = ROOT / "corpus" / "2020-07--2020-09.pdf"


def findings(data, reconciler, check):
    read = read_bytes(data, "x", reconciler)
    return [row for row in read.sheet.named("finding") if row["check"] == check]


def test_control_characters_are_letters_that_nobody_names():
    assert named("Medell\x01n\r\nLima\x9f") == "Medell\ufffdn\r\nLima\ufffd"
    assert tears_word("Medell\ufffdn")
    assert not tears_word("\ufffd")


@pytest.mark.parametrize("engine", ENGINES)
def test_pages_with_unnamed_letters_are_known(engine):
    read = read_pdf(odd("unnamed_letters"), "x", engine=engine)
    assert read.unnamed == (1,)
    assert read.lines[1].text.endswith("Medell\ufffdn, Bogot\ufffd, Lima")


@pytest.mark.parametrize("engine", ENGINES)
def test_words_tell_which_ligatures_no_font_names(engine):
    read = read_pdf(odd("unnamed_ligatures"), "x", engine=engine)
    assert [line.text for line in read.lines[1:]] == [
        "Execution of the Action Plan",
        "Cities: Santiago, the letter after a newsletter",
        "Medell\ufffdn, Ju\ufffda, active and perspec",
        "tive",
    ]
    assert read.ligatures == (("ft", 1), ("ti", 6), ("tt", 2))


def test_what_a_hyphen_tears_is_no_word_that_tells_a_ligature():
    style, glyph = Style(10.0, False, "Plain", 0), "\U000f0000"
    words = [f"ac{glyph}ve", f"na{glyph}on", f"con{glyph}-", "nents"]
    tokens = tuple(Token(word, 50, 90, 90, 100, 98, style) for word in words)
    ((page,), ligatures) = lettered([Page(1, 595, 842, tokens, unnamed=3)])
    assert [token.text for token in page.tokens] == ["active", "nation", "conti-", "nents"]
    assert ligatures == {"ti": 3}


@pytest.mark.parametrize("engine", ENGINES)
def test_ligatures_that_a_font_numbers_for_private_use(engine):
    read = read_pdf(odd("numbered_ligatures"), "x", engine=engine)
    assert [line.text.replace("\ue000 ", "\ue000") for line in read.lines[1:]] == [
        "Execution of the Action Plan",
        "Cities: Santiago, titles, letter, newsletter",
        "\ue000Members: Mar\ufffdnez",
    ]
    assert read.ligatures == (("ti", 5), ("tt", 2))


@pytest.mark.parametrize("engine", ENGINES)
def test_accents_that_are_drawn_by_themselves(engine):
    read = read_pdf(odd("accents"), "x", engine=engine)
    assert [line.text for line in read.lines] == [
        "Bogotá, Zürich",
        "Zagreb: Simić end",
        "5´ long",
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_fonts_of_signs_under_other_names(engine):
    read = read_pdf(odd("signs"), "x", engine=engine)
    # One is printed over the other, so that they may be two lines.
    assert "".join(word.text for line in read.lines[1:] for word in line.words) == "→●"


def test_a_refusal_names_the_letters_that_may_be_behind_it(reconciler):
    read = read_bytes(odd("unnamed_letters"), "x", reconciler)
    assert isinstance(read, Rejected)
    assert read.reason.endswith(
        "; its fonts do not say which letters they print in some words: try --ocr"
    )


def test_a_lost_letter_is_a_finding_on_its_line(reconciler):
    text = TEXT.read_text("utf-8")
    (found,) = findings(
        text.replace("Medellín", "Medell\ufffdn", 1).encode(), reconciler, "unnamed-letter"
    )
    assert "Medell\ufffdn" in found["found"]
    assert found["line_no"] == int(found["row_id"].rpartition("/")[2])
    assert not findings(text.encode(), reconciler, "unnamed-letter")


def test_what_a_program_made_that_misnames_letters_is_told(reconciler):
    assert not findings(PDF.read_bytes(), reconciler, "misnamed-letters")
    again = ROOT / "tests" / "pdf" / "2020-07--2020-09.again.ghostscript.pdf"
    assert len(findings(again.read_bytes(), reconciler, "misnamed-letters")) == 1


def test_signs_instead_of_letters_need_ocr(monkeypatch):
    style = Style(10.0, False, "Plain", 0)
    words = ["✂✄☎", "✁", "\ue001\ue002", "–", "§§"]
    tokens = tuple(
        Token(w, 50, 20 * n, 90, 20 * n + 10, 20 * n + 8, style) for n, w in enumerate(words)
    )
    monkeypatch.setitem(ENGINES, "pdfium", lambda *_: [Page(1, 595, 842, tokens)])
    with pytest.raises(NeedsOcr, match="which letters they print"):
        read_pdf(b"", "x")


def test_only_pages_that_need_it_are_recognised(monkeypatch):
    style = Style(10.0, False, "Plain", 0)
    pages = [
        Page(n, 595, 842, (Token(text, 50, 90, 90, 100, 98, style),), unnamed=text.count("\ufffd"))
        for n, text in enumerate(["plain", "\ufffd\ufffd\ufffd", "✂✄☎"], 1)
    ]
    monkeypatch.setitem(ENGINES, "pdfium", lambda *_: pages)
    with pytest.raises(NeedsOcr) as raised:
        read_pdf(b"", "x")
    assert list(raised.value.pages) == [2, 3]
