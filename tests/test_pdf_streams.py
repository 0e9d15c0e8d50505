"""Streams of a PDF: found in its bytes, unpacked as they were packed, and told when they are not."""

import base64
import zlib

import pytest
from metroledger.extract.pdf.guards.filters import Spoiled
from metroledger.extract.pdf.guards.streams import Survey, Swollen

TEXT = b"Abidjan, Berlin, Bogota; " * 40
FLATE = zlib.compress(TEXT)
# -----A---B of ISO 32000-1:2008, 7.4.4.2, example 1
LZW = bytes((0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01))


def survey(entries, stored, before=b"1 0 obj\n"):
    return Survey.of(before + b"<< %b >>\nstream\n%b\nendstream\nendobj\n" % (entries, stored))


def unpacked(entries, stored, most=1 << 20):
    found = survey(entries, stored)
    (stream,) = found.streams
    return b"".join(stream.pieces(found.data, most))


PACKED = {
    b"/Filter /FlateDecode": (FLATE, TEXT),
    b"/Filter [/ASCII85Decode /FlateDecode]": (base64.a85encode(FLATE) + b"~>", TEXT),
    b"/Filter [ /AHx/Fl ]": (FLATE.hex().encode() + b">", TEXT),
    b"/Filter /Fl#61teDecode": (FLATE, TEXT),
    b"/Filter 7 0 R": (FLATE, TEXT),
    b"/Filter /LZWDecode": (LZW, b"-----A---B"),
    b"/Filter /RunLengthDecode": (b"\x02abc\xfex\x80rest", b"abcxxx"),
    b"/Filter [/FlateDecode /DCTDecode]": (FLATE, TEXT),
    b"/Filter /FlateDecode /Length 0": (b"", b""),
}


@pytest.mark.parametrize("entries", PACKED)
def test_unpacked_as_it_was_packed(entries):
    stored, expected = PACKED[entries]
    assert unpacked(entries, stored) == expected


SPOILED = {
    "cut off": FLATE[:-9],
    "another byte": FLATE[:20] + b"x" + FLATE[21:],
    "no Flate": b"Abidjan",
}


@pytest.mark.parametrize("name", SPOILED)
def test_spoiled(name):
    with pytest.raises(Spoiled):
        unpacked(b"/Filter /FlateDecode", SPOILED[name])


def test_what_passes_is_counted_at_every_stage():
    twice = zlib.compress(FLATE)
    entries = b"/Filter [/FlateDecode /FlateDecode]"
    assert unpacked(entries, twice, len(FLATE) + len(TEXT)) == TEXT
    with pytest.raises(Swollen):
        unpacked(entries, twice, len(FLATE) + len(TEXT) - 1)


def test_objects_that_are_missing_or_torn():
    packed = zlib.compress(b"5 0 6 14 << /A 4 0 R >> << /B 9 0 R >>")
    found = survey(
        b"/Type /ObjStm /N 2 /Filter /Fl", packed, b"4 0 obj 1 endobj 1 0 obj << 5 0 R >>"
    )
    (stream,) = found.streams
    assert found.missing == {5}
    found.unpacked(stream, 1 << 20)
    assert found.missing == {9}
    assert Survey.of(b"3 0 obj\n<<  \0\0\0\0 garbage\nendstream\nendobj").torn == {3}


def test_white_space_behind_the_word_that_begins_a_stream():
    found = Survey.of(b"1 0 obj\n<< >>\nstream \nAbidjan\nendstream\nendobj\n")
    assert [b"".join(each.pieces(found.data, 1 << 20)) for each in found.streams] == [b"Abidjan\n"]
    assert not found.torn


def test_attached_pdf_tears_no_object():
    attached = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n2 0 obj\n<< >>\nendobj\n%%EOF"
    assert not survey(b"/Type /EmbeddedFile", attached, before=b"9 0 obj\n").torn
