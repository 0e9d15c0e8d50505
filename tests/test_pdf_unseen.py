"""Words that a PDF holds and nobody sees: told, and in no line, whichever engine reads it."""

from pathlib import Path

import make
import pytest
from metroledger.extract.pdf import ENGINES, read_pdf
from metroledger.reading import read_bytes

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "corpus" / "2020-07--2020-09.pdf"
FONT = b"/Resources << /Font << /F1 5 0 R >> /Properties << /L1 6 0 R /L2 7 0 R /L3 8 0 R >> >>"
LAYERS = b"/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] %b >> >>"
GROUP = b"<< /Type /OCG /Name (Layer) %b >>"


def text(words, height, size=b"12"):
    return b" BT /F1 %b Tf 72 %d Td (%b) Tj ET " % (size, height, words)


def on_layer(number, content):
    return b" /OC /L%d BDC %b EMC " % (number, content)


def layered(content, *more, default=b"", usage=b""):
    """A page over two layers of one name, of which the first is off; 8 is what comes after them."""
    names = b"/Properties << /L1 6 0 R /L2 7 0 R /L3 8 0 R >> /XObject << /X 8 0 R >>"
    objects = make.one_page(make.stream(make.LINE + content), more=names)
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %b >>" % (LAYERS % default)
    return make.document([*objects, GROUP % b"", GROUP % usage, *more])


def pack(data, *, locked=False):
    """The same with its objects in streams, encrypted or not; no password is needed to open it."""
    out = make.io.BytesIO()
    how = make.pikepdf.Encryption(owner="owner") if locked else False
    with make.pikepdf.open(make.io.BytesIO(data)) as pdf:
        packed = make.pikepdf.ObjectStreamMode.generate
        pdf.save(out, object_stream_mode=packed, encryption=how)
    assert b"/Page " not in out.getvalue()
    return out.getvalue()


PACKED = {
    "as it is": lambda data: data,
    "packed": pack,
    "packed and encrypted": lambda data: pack(data, locked=True),
}


def plain(content, *more, names=b""):
    return make.document([*make.one_page(make.stream(make.LINE + content), more=names), *more])


def image(entries=b""):
    """A grey picture of one dot."""
    return make.stream(
        b"\xee",
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 " + entries,
    )


FORM = make.form(text(b"other words", 620), FONT)
OFF_FORM = make.form(text(b"hidden words", 620), FONT + b" /OC 6 0 R")
HALF_FORM = make.form(text(b"other words", 640) + on_layer(1, text(b"hidden words", 620)), FONT)
MASK = make.form(b"0 g 0 0 600 842 re f", b"/Group << /S /Transparency /CS /DeviceGray >>")
HIDDEN, OTHER = text(b"hidden words", 660), text(b"other words", 640)

# What of "hidden words" and "other words" is read under the heading, and what is told as unseen.
CASES = {
    "a layer that is off": (
        layered(on_layer(1, HIDDEN) + on_layer(2, OTHER)),
        ["other words"],
        "hidden words",
    ),
    "a layer in one that is off": (
        layered(on_layer(1, on_layer(2, HIDDEN)) + OTHER),
        ["other words"],
        "hidden words",
    ),
    "layers that are off unless they are said to be on": (
        layered(on_layer(1, HIDDEN) + on_layer(2, OTHER), default=b"/BaseState /OFF /ON [7 0 R]"),
        ["other words"],
        "hidden words",
    ),
    "a layer that is seen on paper only": (
        layered(
            on_layer(2, HIDDEN) + OTHER,
            default=b"/AS [<< /Event /View /Category [/View] /OCGs [7 0 R] >>]",
            usage=b"/Usage << /View << /ViewState /OFF >> /Print << /PrintState /ON >> >>",
        ),
        ["other words"],
        "hidden words",
    ),
    "a membership of layers": (
        layered(
            on_layer(3, HIDDEN) + OTHER,
            b"<< /Type /OCMD /OCGs [6 0 R] /P /AnyOn >>",
        ),
        ["other words"],
        "hidden words",
    ),
    "a membership of layers that are off": (
        layered(on_layer(3, OTHER), b"<< /Type /OCMD /OCGs [6 0 R] /P /AllOff >>"),
        ["other words"],
        "",
    ),
    "an expression of layers": (
        layered(on_layer(3, HIDDEN) + OTHER, b"<< /Type /OCMD /VE [/Not 7 0 R] >>"),
        ["other words"],
        "hidden words",
    ),
    "a form on a layer that is off": (
        layered(b" /X Do " + OTHER, OFF_FORM),
        ["other words"],
        "hidden words",
    ),
    "a form around a layer that is off": (
        layered(b" /X Do ", HALF_FORM),
        ["other words"],
        "hidden words",
    ),
    "a layer that is off around a form": (
        layered(on_layer(1, b" /X Do "), FORM),
        [],
        "other words",
    ),
    "two languages in one place": (
        layered(
            on_layer(1, text(b"verborgene Worte", 660)) + on_layer(2, text(b"other words", 660))
        ),
        ["other words"],
        "verborgene Worte",
    ),
    "the same on two layers": (
        layered(on_layer(1, HIDDEN) + on_layer(2, HIDDEN)),
        ["hidden words"],
        "",
    ),
    "a rectangle over a word": (
        plain(text(b"other words hidden", 660) + b" 0 g 136 650 90 30 re f "),
        ["other words"],
        "hidden",
    ),
    "words over a rectangle over words": (
        plain(HIDDEN + b" 0 g 60 650 200 30 re f 1 g " + text(b"other words", 660)),
        ["other words"],
        "hidden words",
    ),
    "a picture over words": (
        plain(
            HIDDEN + b" q 200 0 0 30 60 650 cm /X Do Q ", image(), names=b"/XObject << /X 6 0 R >>"
        ),
        [],
        "hidden words",
    ),
    "an outline around words": (plain(OTHER + b" 60 630 200 30 re S "), ["other words"], ""),
    "a line through words": (plain(OTHER + b" 60 643 200 1 re f "), ["other words"], ""),
    "white on white": (plain(b" 1 g " + HIDDEN), [], "hidden words"),
    "white on blue": (plain(b" 0 0 1 rg 60 630 200 30 re f 1 g " + OTHER), ["other words"], ""),
    "blue on blue": (
        plain(b" 0 0 1 rg 60 650 200 30 re f " + HIDDEN + b" 0 g " + OTHER),
        ["other words"],
        "hidden words",
    ),
    "a tenth of a point": (plain(text(b"hidden words", 660, b".1")), [], "hidden words"),
    "four points": (plain(text(b"other words", 660, b"4")), ["other words"], ""),
    "out of a clip": (plain(b" q 300 600 90 90 re W n " + HIDDEN + b"Q"), [], "hidden words"),
    "half out of a clip": (
        plain(b" q 60 600 72 90 re W n " + text(b"other words hidden", 660) + b"Q"),
        ["other words"],
        "hidden",
    ),
    "in two clips": (
        plain(b" q 60 600 300 90 re W n 50 600 300 200 re W n " + OTHER + b"Q"),
        ["other words"],
        "",
    ),
    "a clip of letters": (
        plain(b" q BT 1 g /F1 12 Tf 7 Tr 72 660 Td (other words) Tj ET 0 g 0 0 600 800 re f Q "),
        ["other words"],
        "",
    ),
    "not drawn": (plain(b" 3 Tr " + HIDDEN), [], "hidden words"),
    "not drawn over a picture that is small": (
        plain(
            b" q 200 0 0 30 60 630 cm /X Do Q 3 Tr " + OTHER,
            image(),
            names=b"/XObject << /X 6 0 R >>",
        ),
        ["other words"],
        "",
    ),
    "without colour": (
        plain(b"/G gs" + HIDDEN, names=b"/ExtGState << /G << /ca 0 >> >>"),
        [],
        "hidden words",
    ),
    "a clip around a form": (
        plain(b" q 300 600 90 90 re W n /X Do Q ", FORM, names=b"/XObject << /X 6 0 R >>"),
        [],
        "other words",
    ),
    "a form in its clip": (
        plain(b" q 60 600 300 90 re W n /X Do Q ", FORM, names=b"/XObject << /X 6 0 R >>"),
        ["other words"],
        "",
    ),
    "a form behind a mask": (
        plain(
            b" /G gs /X Do ",
            MASK,
            FORM,
            names=b"/ExtGState << /G << /SMask << /S /Luminosity /G 6 0 R >> >> >>"
            b" /XObject << /X 7 0 R >>",
        ),
        [],
        "other words",
    ),
    "behind a mask": (
        plain(
            b"/G gs" + HIDDEN,
            MASK,
            names=b"/ExtGState << /G << /SMask << /S /Luminosity /G 6 0 R >> >> >>",
        ),
        [],
        "hidden words",
    ),
}


NOTE = make.form(b"BT /F1 12 Tf 2 10 Td (other words) Tj ET", FONT).replace(b"595 842", b"228 40")
FIELD = b"/FT /Tx /T (name) /V (other words) /DA (/F1 12 Tf 0 g) "
FIELDS = b"/AcroForm << /Fields [6 0 R] /DR << /Font << /F1 5 0 R >> >> %b >>"
DRAWN = b"/AP << /N 7 0 R >>"
# Kind, flags and entries of an annotation, and of the form that it is a field of, if any.
OVERLAYS = {
    "a note in type": ((b"FreeText", 4, DRAWN), b"", ["other words"]),
    "a note that is hidden": ((b"FreeText", 2, DRAWN), b"", []),
    "a stamp": ((b"Stamp", 4, DRAWN), b"", ["other words"]),
    "a field": ((b"Widget", 4, FIELD + DRAWN), FIELDS % b"", ["other words"]),
    "a field to be drawn": (
        (b"Widget", 4, FIELD),
        FIELDS % b"/NeedAppearances true",
        ["other words"],
    ),
}


@pytest.mark.parametrize("how", PACKED)
@pytest.mark.parametrize("kind", OVERLAYS)
@pytest.mark.parametrize("engine", ENGINES)
def test_what_lies_on_a_page_is_read_where_it_is_seen(kind, engine, how):
    entries, form, read = OVERLAYS[kind]
    objects = make.one_page(make.stream(make.LINE))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %b >>" % form
    objects[2] = objects[2].replace(b"/MediaBox", b"/Annots [6 0 R] /MediaBox")
    annotation = b"<< /Type /Annot /Subtype /%b /Rect [72 600 300 640] /F %d %b >>" % entries
    data = make.document([*objects, annotation, NOTE])
    document = read_pdf(PACKED[how](data), kind, engine=engine)
    assert [line.text for line in document.lines[1:]] == read
    for line in document.lines[1:]:
        assert 72 <= line.box.x0 < line.box.x1 <= 300
        assert 842 - 640 <= line.box.y0 < line.box.y1 <= 842 - 600


@pytest.mark.parametrize("how", [b" 3 Tr ", b" /G gs "])
@pytest.mark.parametrize("engine", ENGINES)
def test_words_laid_undrawn_on_a_picture_of_them_are_recognised(how, engine):
    """Some recognisers set them without drawing, some in a colour that is clear."""
    names = b"/XObject << /X 6 0 R >> /ExtGState << /G << /ca 0 >> >>"
    content = make.stream(b" q 300 0 0 30 60 630 cm /X Do Q " + how + OTHER)
    document = read_pdf(
        make.document([*make.one_page(content, more=names), image()]), "x", engine=engine
    )
    assert [line.text for line in document.lines] == ["other words"]
    assert (document.recognised, document.unseen) == ({1}, ())


@pytest.mark.parametrize("kind", CASES)
@pytest.mark.parametrize("engine", ENGINES)
def test_only_what_is_seen_is_read(kind, engine):
    data, read, unseen = CASES[kind]
    document = read_pdf(data, kind, engine=engine)
    heading, *lines = (line.text for line in document.lines)
    assert heading == "METROPOLIS PROGRESS REPORT"
    assert lines == read
    assert document.unseen == (((1, unseen),) if unseen else ())


def whitened(before=lambda pdf, page: None):
    """A report with white words on every page, in the middle of a line of it."""

    def add(pdf, page):
        font = page.add_resource(
            pdf.make_indirect(make.pikepdf.Object.parse(make.HELVETICA)), make.pikepdf.Name.Font
        )
        words = b"q 1 g BT %b 12 Tf 40 300 Td (Berlin, Lima) Tj ET Q" % str(font).encode()
        page.contents_add(words, prepend=True)
        before(pdf, page)

    return make._changed(add)


@pytest.mark.parametrize("kind", ["_lay_down", "_add_margin", "_set_sideways"])
@pytest.mark.parametrize("engine", ENGINES)
def test_pages_are_looked_at_as_they_are_shown(kind, engine):
    read = read_pdf(whitened(getattr(make, kind)), kind, engine=engine)
    plain = read_pdf(REPORT.read_bytes(), "plain", engine=engine)
    assert [line.text for line in read.lines] == [line.text for line in plain.lines]
    assert {words for _, words in read.unseen} == {"Berlin, Lima"}


def test_a_finding_tells_what_is_left_out(reconciler):
    sheet = read_bytes(whitened(), "x.pdf", reconciler).sheet
    found = [row for row in sheet.named("finding") if row["check"] == "unseen-words"]
    assert len({row["finding_id"] for row in found}) == len(found) == 34
    assert {(row["severity"], row["found"]) for row in found} == {("warning", "Berlin, Lima")}
    assert not any("Berlin, Lima" in row["text"] for row in sheet.named("line"))


def test_words_over_one_another_are_taken_away_in_turns():
    """Each of two words is the same as without the other; only the upper one is seen."""
    twice = plain(
        text(b"MMMM", 660) + b" 1 0 0 rg 60 650 90 30 re f 1 g 0 0 1 rg " + text(b"HHHH", 660)
    )
    (_, line) = read_pdf(twice, "twice").lines
    assert line.text == "HHHH"


ODD = {
    "far away": plain(b" 1 g BT /F1 12 Tf 1e30 1e38 Td (hidden) Tj ET "),
    "without size": plain(b" 1 g BT /F1 12 Tf 0 0 0 0 72 660 Tm (hidden) Tj ET "),
    "larger than its page": plain(b" 1 g BT /F1 9e9 Tf 72 660 Td (hidden) Tj ET "),
    "in forms that stand deep": make.with_forms(
        *(make.drawing(7 + level) for level in range(31)), make.form(b" 1 g " + HIDDEN, FONT)
    ),
}


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("engine", ENGINES)
def test_words_that_stand_oddly_stop_nobody(kind, engine):
    heading = read_pdf(ODD[kind], kind, engine=engine).lines[0]
    assert heading.text == "METROPOLIS PROGRESS REPORT"


@pytest.mark.parametrize("how", PACKED)
def test_a_layer_is_found_wherever_the_catalogue_is(how):
    data, read, unseen = CASES["a layer that is off"]
    document = read_pdf(PACKED[how](data), how)
    assert [line.text for line in document.lines[1:]] == read
    assert document.unseen == ((1, unseen),)
