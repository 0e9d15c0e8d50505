"""Forms that draw themselves are told from those that only could."""

import zlib

import pytest
from metroledger.extract.errors import Damaged, TooBig
from metroledger.extract.pdf.guards.forms import DEEP, refuse_endless
from metroledger.extract.pdf.guards.streams import Survey

ITSELF = "object 6 of the PDF is a form that draws itself"


def form(number, content, resources, packed=b""):
    head = b"%d 0 obj << /Type /XObject /Subtype /Form %b %b >>\nstream\n"
    return head % (number, resources, packed) + content + b"\nendstream endobj\n"


def drawing(number, *others):
    named = b" ".join(b"/X%d %d 0 R" % (other, other) for other in others)
    content = b" ".join(b"/X%d Do" % other for other in others)
    return form(number, content, b"/Resources << /Font << /F 1 0 R >> /XObject << %b >> >>" % named)


def listed(text):
    """An object stream that holds object 9."""
    data = zlib.compress(b"9 0 " + text)
    head = b"8 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"
    return head + data + b"\nendstream endobj\n"


SHARED = b"<< /XObject << /X 6 0 R /Y 7 0 R >> >>"
ENDLESS = {
    "directly": drawing(6, 6),
    "by way of two others": drawing(7, 10) + drawing(10, 6) + drawing(6, 7),
    "packed": form(
        6, zlib.compress(b"q /X Do Q"), b"/Resources << /XObject << /X 6 0 R >> >>",
        b"/Filter /FlateDecode",
    ),
    "resources elsewhere": form(6, b"/X Do", b"/Resources 9 0 R") + b"9 0 obj" + SHARED + b"endobj",
    "drawings elsewhere": form(6, b"/X Do", b"/Resources << /XObject 9 0 R >>")
    + b"9 0 obj << /X 6 0 R >> endobj",
    "in a stream of objects": form(6, b"/X Do", b"/Resources 9 0 R") + listed(SHARED),
    "by the page's names": form(6, b"/X Do", b"")
    + b"3 0 obj << /Type /Page /Resources 9 0 R >> endobj 9 0 obj" + SHARED + b"endobj",
}  # fmt: skip
HARMLESS = {
    "no forms": b"1 0 obj << /Resources << /XObject << /X 1 0 R >> >> >> endobj\n",
    "one of all resources": form(6, b"/Y Do", b"/Resources 9 0 R")
    + form(7, b"BT (X Do) Tj ET", b"/Resources 9 0 R") + listed(SHARED),
    "two draw a third": drawing(6, 7, 10) + drawing(7, 10) + drawing(10),
    "a picture": form(6, b"/X Do", b"/Resources << /XObject << /X 7 0 R >> >>"),
    "a thousand times": form(6, b"/X Do " * 1000, b"/Resources << /XObject << /X 7 0 R >> >>")
    + drawing(7),
    "so deep and no deeper": b"".join(drawing(n, n + 1) for n in range(10, 9 + DEEP))
    + drawing(9 + DEEP),
    "a spoiled one": form(6, b"/X Do", b"/Resources << /XObject << /X 6 0 R >> >>",
                          b"/Filter /FlateDecode"),
    "a spoiled stream of objects": form(6, b"/X Do", b"/Resources 9 0 R")
    + listed(SHARED).replace(b"x\x9c", b"xx"),
}  # fmt: skip


@pytest.mark.parametrize("name", ENDLESS)
def test_form_that_draws_itself(name):
    with pytest.raises(Damaged, match=ITSELF):
        refuse_endless(Survey.of(b"%PDF-1.7\n" + ENDLESS[name]))


@pytest.mark.parametrize("name", HARMLESS)
def test_forms_that_come_to_an_end(name):
    refuse_endless(Survey.of(b"%PDF-1.7\n" + HARMLESS[name]))


def test_forms_too_deep_in_one_another():
    data = b"\n" + b"".join(drawing(n, n + 1) for n in range(1, 5_000)) + drawing(5_000)
    with pytest.raises(TooBig, match="with more than 32 in one another"):
        refuse_endless(Survey.of(data))


def test_forms_that_draw_too_many():
    data = b"\n" + b"".join(drawing(n, *[n + 1] * 10) for n in range(1, 10)) + drawing(10)
    with pytest.raises(TooBig, match="object 5 of the PDF is a form that draws more than 100,000"):
        refuse_endless(Survey.of(data))
