"""Recognised type has the weight that its strokes have in the picture of its page."""

import io

import pytest
from metroledger.extract.pdf import ENGINES, read_pdf
from metroledger.extract.pdf.engines.greys import greys
from metroledger.extract.pdf.page import Page
from metroledger.extract.pdf.scans.weight import Picture, weighed
from PIL import ImageFilter
from reportlab.lib.colors import grey, navy, white
from reportlab.pdfgen.canvas import Canvas

PROSE = (
    "The harbour council met in the old customs house and heard from",
    "nine ports how they keep their cranes in order. A list of spare",
    "parts went round, and by evening each port had promised three.",
)
# font, size, left, words
LINES = (
    ("Helvetica-Bold", 13, 60, "Harbours of the second row"),
    *(("Helvetica", 9, 60, words) for words in PROSE),
    ("Helvetica-Bold", 9, 60, "Related outcomes"),
    ("Helvetica", 9, 60, "L1M1D3, L2M4D1"),
    ("Helvetica-Bold", 9, 60, "Members"),
    ("Helvetica", 9, 60, "Accra, Guayaquil, Xi'an"),
    ("Helvetica", 6, 60, "L1 urban diplomacy and metropolitan advocacy"),
)


def drawn(lines, colour=None, ground=None):
    """A page with such lines from above, in a colour on a ground."""
    out = io.BytesIO()
    canvas = Canvas(out, (420, 300))
    if ground:
        canvas.setFillColor(ground)
        canvas.rect(0, 0, 420, 300, stroke=0, fill=1)
    for n, (font, size, left, words) in enumerate(lines):
        canvas.setFillColor(colour or (0, 0, 0))
        canvas.setFont(font, size)
        canvas.drawString(left, 270 - 22 * n, words)
    canvas.save()
    return out.getvalue()


def measured(data, sizes=lambda token: token.style.size, blur=0.0):
    """Its words as they are, and as weighed, read by one who does not know their weight."""
    (page,) = ENGINES["pdfium"](data, None, None, ())
    known = {
        token: token._replace(style=token.style._replace(bold=False, size=sizes(token)))
        for token in page.tokens
    }
    plain = page.changed(known)
    ((image, scale),) = greys(data, None, [plain])
    picture = Picture(image.filter(ImageFilter.GaussianBlur(blur)), scale)
    return page.tokens, weighed([plain], [picture])[0].tokens


def bold(tokens):
    return [token.text for token in tokens if token.style.bold]


@pytest.mark.parametrize("blur", [0, 0.7, 1.0])
@pytest.mark.parametrize(("colour", "ground"), [(None, None), (grey, None), (white, navy)])
def test_weight_is_told_by_the_strokes(blur, colour, ground):
    printed, found = measured(drawn(LINES, colour, ground), blur=blur)
    assert bold(found) == bold(printed)


def test_label_is_told_from_its_value_on_the_same_line():
    out = io.BytesIO()
    canvas = Canvas(out, (420, 300))
    for n, words in enumerate(PROSE):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 270 - 12 * n, words)
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(60, 200, "Activated members")
    canvas.setFont("Helvetica", 9)
    canvas.drawString(146, 200, "Ahvaz, Hyderabad, Niamey, Shiraz, Tabriz")
    canvas.save()
    _, found = measured(out.getvalue())
    assert bold(found) == ["Activated", "members"]


def too_large(token):
    return 11.0 if token.text.startswith("L1M1D3") else token.style.size


def test_short_line_measured_too_large_is_as_large_as_the_rest():
    titles = [("Helvetica-Bold", 13, 60, words) for words in ("Small docks", "A day of tides")]
    _, found = measured(drawn([*LINES, *titles]), too_large)
    code = next(token for token in found if token.text.startswith("L1M1D3"))
    assert code.style.size == 9
    assert (code.y0, code.y1) == pytest.approx((code.base - 0.78 * 9, code.base + 0.22 * 9))
    assert {token.style.size for token in found} == {13, 9, 6}


def test_where_titles_are_not_bold_what_is_larger_stays_so():
    lines = [("Helvetica", *rest) for _, *rest in LINES]
    _, found = measured(drawn(lines), too_large)
    assert {token.style.size for token in found} == {13, 11, 9, 6}


def test_page_without_words_stays_as_it_is():
    page = Page(1, 420, 300, ())
    ((image, scale),) = greys(drawn(LINES), None, [page])
    assert weighed([page], [Picture(image, scale)]) == [page]


def test_no_page_is_drawn_for_its_weight_that_was_not_recognised(monkeypatch):
    monkeypatch.setattr("metroledger.extract.pdf.greys", None)
    assert read_pdf(drawn(LINES), "x.pdf").lines
