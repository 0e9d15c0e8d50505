"""Make PDFs that mean harm, that are broken, or that are only odd.

Nothing here is kept: a test asks for what it needs. `python tests/pdf/make.py FOLDER` writes them
all, to try by hand. Sizes are as small as still shows the harm.
"""

import io
import re
import sys
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
REPORT = CORPUS / "2020-07--2020-09.pdf"
PRINTED = HERE / "2020-07--2020-09.beside.chromium.pdf"

PASSWORD = "avinyo"
MEGABYTE = 1 << 20
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
LINE = b"BT /F1 12 Tf 72 700 Td (METROPOLIS PROGRESS REPORT) Tj ET"


def document(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Root 1 0 R /Size %d >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data)


def one_page(content: bytes, box: bytes = b"[0 0 595 842]", more: bytes = b"") -> list[bytes]:
    """The objects of a file of one page: 3 is the page, 4 its content stream, 5 the font."""
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox %b /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> %b >> >>" % (box, more),
        content,
        HELVETICA,
    ]


def empty() -> bytes:
    """No byte at all."""
    return b""


def no_pdf() -> bytes:
    """The first line of a PDF and then something else."""
    return b"%PDF-1.7\n" + b"PK\x03\x04 this is a picture of a report\n" * 40


def truncated() -> bytes:
    """The first half of a report, as a broken download leaves it."""
    return REPORT.read_bytes()[: REPORT.stat().st_size // 2]


def damaged() -> bytes:
    """A report with every seventh stream spoiled, its structure sound: pages lose their words."""
    data = bytearray(REPORT.read_bytes())
    at, count = data.find(b"stream\n"), 0
    while at >= 0:
        end = data.find(b"endstream", at)
        if count % 7 == 0:
            data[at + 20 : end : 50] = bytes(len(range(at + 20, end, 50)))
        at, count = data.find(b"stream\n", end + len(b"endstream")), count + 1
    return bytes(data)


def spoiled_font() -> bytes:
    """A report with one byte in the drawings of a font changed."""
    data = bytearray(REPORT.read_bytes())
    data[data.index(b"stream\n", data.index(b"/Length1")) + 4_000] ^= 1
    return bytes(data)


def lost_content() -> bytes:
    """A report with the content of one page gone: its object has another number."""
    data = REPORT.read_bytes()
    found = re.search(rb"/Contents (\d+) 0 R", data)
    return re.sub(rb"\n%b 0 obj" % found[1], b"\n9%b 0 obj" % found[1][1:], data)


def unused_font() -> bytes:
    """A report whose pages list a font that is not there, and set nothing in it."""
    data = _changed(lambda pdf, page: None, of_file=_list_a_font)
    return re.sub(rb"\n\d(\d* 0 obj\s+<< /BaseFont /Nowhere)", rb"\n9\1", data)


def _list_a_font(pdf: pikepdf.Pdf) -> None:
    name = pikepdf.Name
    font = pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Nowhere)
    found = pdf.make_indirect(font)
    for page in pdf.pages:
        page.add_resource(found, name.Font, name.Unused)


def no_pages() -> bytes:
    """A page tree without a page."""
    return document([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def blank() -> bytes:
    """A page on which nothing stands."""
    return document(one_page(stream(b"")))


def zero_page() -> bytes:
    """A page of no width and no height."""
    return document(one_page(stream(LINE), b"[0 0 0 0]"))


def huge_page() -> bytes:
    """A page of 350 metres: a picture of it would take terabytes."""
    return document(one_page(stream(LINE), b"[0 0 1000000 1000000]"))


def circular_pages() -> bytes:
    """A page tree that is its own child."""
    objects = one_page(stream(LINE))
    objects[1] = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"
    return document(objects)


def form(content: bytes, resources: bytes) -> bytes:
    """A form; `resources` is its entry of that name, or nothing."""
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + resources)


def with_forms(*forms: bytes) -> bytes:
    """A file of one page that draws the first of these forms, object 6, by the name X."""
    page = one_page(stream(LINE + b" /X Do"), more=b"/XObject << /X 6 0 R >>")
    return document([*page, *forms])


def drawing(number: int, times: int = 1) -> bytes:
    """A form that draws another so many times."""
    return form(b"/X Do " * times, b"/Resources << /XObject << /X %d 0 R >> >>" % number)


def leaf() -> bytes:
    """A form that prints a line."""
    return form(LINE, b"/Resources << /Font << /F1 5 0 R >> >>")


def circular_form() -> bytes:
    """A form that draws itself, twice."""
    return with_forms(drawing(6, 2))


def circular_forms() -> bytes:
    """Two forms that draw each other, twice."""
    return with_forms(drawing(7, 2), drawing(6, 2))


def circular_form_of_page() -> bytes:
    """A form that draws itself by the name that the page has for it."""
    return with_forms(form(b"/X Do /X Do", b""))


def deep_forms(depth: int = 2_000) -> bytes:
    """So many forms, each in the one before."""
    return with_forms(*(drawing(7 + level) for level in range(depth)), leaf())


def nested_forms(depth: int = 7, width: int = 10) -> bytes:
    """Forms in forms: `width` to the power of `depth` lines of text from a few kilobytes."""
    return with_forms(*(drawing(7 + level, width) for level in range(depth)), leaf())


@cache
def packed(megabytes: int, rounds: int = 1) -> bytes:
    """So many megabytes of spaces; each round of Flate makes them a thousand times smaller."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * MEGABYTE) for _ in range(megabytes)) + packer.flush()
    for _ in range(rounds - 1):
        data = zlib.compress(data, 9)
    return data


def bomb(megabytes: int = 65) -> bytes:
    """A content stream of spaces, packed twice."""
    return document(
        one_page(stream(packed(megabytes, 2), b"/Filter [/FlateDecode /Fl#61teDecode]"))
    )


def bomb_in_letters() -> bytes:
    """A content stream packed in Flate and then written in letters."""
    letters = packed(65).hex().encode() + b">"
    objects = one_page(stream(letters, b"/Filter [/ASCIIHexDecode /FlateDecode]"))
    return document(objects)


def bomb_of_runs() -> bytes:
    """A content stream of runs of spaces, which Flate packs once more."""
    runs = zlib.compress(bytes((129, 32)) * 600_000 + bytes((128,)), 9)
    return document(one_page(stream(runs, b"/Filter [/FlateDecode /RunLengthDecode]")))


def bomb_of_codes(rounds: int = 10) -> bytes:
    """A content stream of LZW: each code stands for one space more than the one before."""
    codes = [32, *range(258, 4096), 256]
    widths = (max(9, min(12, number.bit_length())) for number in range(258, 258 + len(codes)))
    bits = "".join(f"{code:0{width}b}" for code, width in zip(codes, widths, strict=True)) * rounds
    bits += "0" * (-len(bits) % 8)
    packed = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return document(one_page(stream(packed, b"/Filter /LZWDecode")))


def bombs_together() -> bytes:
    """A page of five content streams, none of them too large alone."""
    objects = one_page(stream(packed(60, 2), b"/Filter [/FlateDecode /FlateDecode]"))
    objects[2] = objects[2].replace(b"4 0 R", b"[4 0 R 6 0 R 7 0 R 8 0 R 9 0 R]")
    return document([*objects, *(objects[3] for _ in range(4))])


def bomb_of_objects() -> bytes:
    """A stream of objects, among them nothing."""
    entries = b"/Type /ObjStm /N 0 /First 0 /Filter /FlateDecode"
    return document([*one_page(stream(LINE)), stream(packed(65), entries)])


def bomb_in_font() -> bytes:
    """A map of characters that is all spaces."""
    objects = one_page(stream(LINE))
    objects[4] = HELVETICA.replace(b">>", b"/ToUnicode 6 0 R >>")
    return document([*objects, stream(packed(65), b"/Filter /FlateDecode")])


def bomb_in_picture() -> bytes:
    """A picture of one dot that unpacks to more than a page at the finest resolution."""
    objects = one_page(stream(LINE + b" /X Do"), more=b"/XObject << /X 6 0 R >>")
    entries = (
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode]"
    )
    return document([*objects, stream(packed(257, 2), entries)])


def bomb_locked() -> bytes:
    """A bomb that is encrypted, and opens without a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(bomb())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="", owner="owner", R=4, aes=True))
    return out.getvalue()


def many_strings(count: int = 300_000) -> bytes:
    """One page that sets one letter so many times."""
    packed = zlib.compress(b"BT /F1 1 Tf " + b"1 0 Td (a) Tj " * count + b"ET", 9)
    return document(one_page(stream(packed, b"/Filter /FlateDecode")))


def many_pages(count: int = 50_000) -> bytes:
    """So many pages with one content stream between them."""
    objects = one_page(stream(LINE))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b"3 0 R " * count, count)
    return document(objects)


def encrypted() -> bytes:
    """A report that asks for PASSWORD before it opens."""
    return _locked(pikepdf.Encryption(user=PASSWORD, owner="owner", R=6))


def owner_only() -> bytes:
    """A report that opens without a password, though its owner set one."""
    return _locked(pikepdf.Encryption(user="", owner="owner", R=4, aes=True))


def _locked(how: pikepdf.Encryption) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(REPORT) as pdf:
        pdf.save(out, encryption=how)
    return out.getvalue()


def rotated() -> bytes:
    """A report that looks as ever, its pages lying on their side under /Rotate 90."""
    return _changed(_lay_down)


def _lay_down(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    _, _, width, height = page.mediabox
    page.contents_add(b"q 0 1 -1 0 %b 0 cm" % str(height).encode(), prepend=True)
    page.contents_add(b"Q", prepend=False)
    page.mediabox = pikepdf.Array([0, 0, height, width])
    page.Rotate = 90


def sideways() -> bytes:
    """A report whose pages are said to be turned, and are not: their print runs downwards."""
    return _changed(lambda pdf, page: page.rotate(90, relative=False))


def upside_down() -> bytes:
    """A report scanned the wrong way round."""
    return _changed(lambda pdf, page: page.rotate(180, relative=False))


def set_sideways() -> bytes:
    """A report whose pages are set sideways on sheets of the other shape: print runs upwards."""
    return _changed(_set_sideways)


def _set_sideways(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    _lay_down(pdf, page)
    del page.Rotate


def one_sideways() -> bytes:
    """A report of which one page lies on its side."""
    return _changed(
        lambda pdf, page: None, of_file=lambda pdf: pdf.pages[3].rotate(90, relative=False)
    )


def cropped() -> bytes:
    """A report with printer's marks around its crop box, and words there that nobody sees."""
    return _changed(_add_margin)


def _add_margin(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.cropbox = page.mediabox
    _, _, width, height = (int(edge) for edge in page.mediabox)
    page.mediabox = pikepdf.Array([-90, -70, width + 60, height + 80])
    font = page.add_resource(pdf.make_indirect(pikepdf.Object.parse(HELVETICA)), pikepdf.Name.Font)
    marks = b"q BT %b 9 Tf 40 %d Td (PRINTER'S MARKS 12 May L1M1D1) Tj ET Q"
    page.contents_add(marks % (str(font).encode(), height + 30), prepend=False)


def set_apart() -> bytes:
    """Letters set apart by a tenth to a third of their size, and large type turned to the side."""
    line = b"BT %.1f Tc /F1 12 Tf 72 %d Td (Octavi de la Varga, Kartal) Tj ET "
    lines = b"".join(line % (0.6 * n, 700 - 40 * n) for n in range(7))
    aside = b"BT 0 Tc /F1 18 Tf 0 1 -1 0 60 300 Tm (REGIONAL OFFICES) Tj ET"
    return document(one_page(stream(lines + aside)))


def backwards() -> bytes:
    """A footer of one text object that draws the page's number first, then what stands left."""
    line = b"BT /F1 6 Tf 500 40 Td [(12) 76000 (METROPOLIS REPORT) -20000 (Main results)] TJ ET"
    return document(one_page(stream(LINE + b" " + line)))


def kerned() -> bytes:
    """A space that kerning has made narrow, and a letter kerned so far that it may seem to be one."""
    words = b"BT /F1 12 Tf 72 660 Td [(Governor of ) 200 (Jakarta, ) (T) -90 (ehran)] TJ ET"
    return document(one_page(stream(words)))


def small_capitals() -> bytes:
    """Small capitals as Skia writes them: a lesser size, and small letters for what they say."""
    small = b"/F1 8.4 Tf %.1f 0 Td /Span<</ActualText (%c)>> BDC (%c) Tj EMC "
    steps = zip((8.0, 5.6, 2.3, 2.3, 6.1), b"kiing", b"KIING", strict=True)
    word = b"BT /F1 12 Tf 72 660 Td (S) Tj " + b"".join(small % each for each in steps) + b"ET"
    return document(one_page(stream(word)))


def odd_type() -> bytes:
    """Type of a size below nothing, type that leans without a face for it, and outlined type."""
    words = (
        b"BT /F1 -12 Tf -1 0 0 -1 72 700 Tm (Octavi de la Varga) Tj ET"
        b" BT /F1 12 Tf 1 0 .3 1 72 660 Tm -.15 Tw (the city of Lima) Tj 0 Tw ET"
        b" 2 Tr .3 w BT 1 0 0 1 72 620 Tm (Members) Tj ET"
    )
    return document(one_page(stream(words)))


def ligature_in_form() -> bytes:
    """Words in a form at half its size: a ligature, as Skia writes it, says its letters."""
    ligature = b"/Span<</ActualText (fi)>> BDC (f) Tj EMC"
    words = b"BT /F1 20 Tf 72 660 Td (hit the ) Tj %b 65.4 0 Td (rst) Tj ET" % ligature
    page = one_page(stream(b".5 0 0 .5 100 200 cm /X Do"), more=b"/XObject << /X 6 0 R >>")
    return document([*page, form(words, b"/Resources << /Font << /F1 5 0 R >> >>")])


def widened() -> bytes:
    """Spaces that are letters set apart, as Ghostscript writes what a formatter has justified."""
    words = (
        b"BT /F1 12 Tf 72 660 Td (The) Tj 24.5 0 Td (tw) Tj 11.9 0 Td 3.6 Tc (ob) Tj 0 Tc 16.9 0 Td"
        b" (anks of) Tj 47 0 Td 4 Tc (TRACKS) Tj 0 Tc ET"
    )
    return document(one_page(stream(words)))


def described(name: bytes, number: int, stems: int = 80) -> list[bytes]:
    """The objects of a font with a descriptor, the first with that number; no file is embedded."""
    return [
        b"<< /Type /Font /Subtype /TrueType /BaseFont /%b /FirstChar 32 /LastChar 32 /Widths [250]"
        b" /Encoding /WinAnsiEncoding /FontDescriptor %d 0 R >>" % (name, number + 1),
        b"<< /Type /FontDescriptor /FontName /%b /Flags 32 /ItalicAngle 0 /StemV %d /Ascent 800"
        b" /Descent -200 /CapHeight 700 /FontBBox [-200 -200 1000 900] >>" % (name, stems),
    ]


def heavy_by_figure() -> bytes:
    """A light face of which its font says that its stems are thick, as Ghostscript has it."""
    objects = one_page(stream(LINE))
    objects[2] = objects[2].replace(b"/F1 5 0 R", b"/F1 6 0 R")
    return document([*objects, *described(b"Lato-Light", 6, stems=201)])


def accents() -> bytes:
    """Accents drawn by themselves, before or behind their letters, as TeX does; and one alone."""
    before = b"[(Bogot) (\264) 445 (a, Z) (\250) 445 (urich)] TJ"
    behind = b"0 -20 Td [(Zagreb: Simic) 417 (\264) -200 ( end)] TJ 0 -20 Td (5\264 long) Tj"
    return document(one_page(stream(b"BT /F1 12 Tf 72 660 Td " + before + b" " + behind + b" ET")))


def signs() -> bytes:
    """An arrow and a bullet in fonts that stand in for Symbol and ZapfDingbats, named as letters."""
    objects = one_page(
        stream(LINE + b" BT /F2 12 Tf 72 660 Td (\256) Tj /F3 12 Tf 14 0 Td (l) Tj ET")
    )
    objects[2] = objects[2].replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R /F3 8 0 R")
    return document([*objects, *described(b"StandardSymbolsPS", 6), *described(b"D050000L", 8)])


def made_when_opened() -> bytes:
    """A form whose pages Adobe Reader makes (XFA): its only page asks to wait for them."""
    objects = one_page(stream(LINE))
    objects[0] = (
        b"<< /Type /Catalog /Pages 2 0 R /NeedsRendering true"
        b" /AcroForm << /Fields [] /XFA [(template) 6 0 R] >> >>"
    )
    return document([*objects, stream(b"<template/>")])


def folder_of_files() -> bytes:
    """A PDF that only holds others (a portfolio): its page is the cover of the folder."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(document(one_page(stream(LINE))))) as pdf:
        for name in ("first.pdf", "second.pdf"):
            pdf.attachments[name] = blank()
        pdf.Root.Collection = pikepdf.Dictionary(View=pikepdf.Name.D)
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def spreads() -> bytes:
    """A report exported in spreads: two pages on a sheet, each drawn as a form."""
    out = io.BytesIO()
    with pikepdf.open(REPORT) as pdf, pikepdf.new() as sheets:
        for n in range(0, len(pdf.pages), 2):
            _, _, width, height = (float(side) for side in pdf.pages[n].mediabox)
            sheets.add_blank_page(page_size=(2 * width, height))
            for side, page in enumerate(pdf.pages[n : n + 2]):
                place = pikepdf.Rectangle(side * width, 0, (side + 1) * width, height)
                sheets.pages[-1].add_overlay(page, place)
        sheets.save(out, deterministic_id=True)
    return out.getvalue()


def searchable() -> bytes:
    """A report as pictures over which a recogniser has set its words, without drawing them."""
    return _changed(lambda pdf, page: _cover(pdf, page, b"%b 3 Tr"))


def searchable_below() -> bytes:
    """A report as pictures under which a recogniser has drawn its words."""
    return _changed(lambda pdf, page: _cover(pdf, page, after=b"%b"))


def illustrated() -> bytes:
    """A report whose pages have a picture as their background: its words are seen."""
    return _changed(lambda pdf, page: _cover(pdf, page, b"%b"))


def _cover(pdf: pikepdf.Pdf, page: pikepdf.Page, before: bytes = b"", after: bytes = b"") -> None:
    """Draw a grey picture over a page, before or after what is on it."""
    grey = pikepdf.Stream(pdf, b"\xee", Subtype=pikepdf.Name.Image, Width=1, Height=1)
    grey.ColorSpace, grey.BitsPerComponent = pikepdf.Name.DeviceGray, 8
    name = page.add_resource(grey, pikepdf.Name.XObject)
    draw = b"q %f 0 0 %f 0 0 cm %b Do Q" % (*page.mediabox[2:], str(name).encode())
    page.contents_add(b"q " + before.replace(b"%b", draw), prepend=True)
    page.contents_add(b"Q " + after.replace(b"%b", draw))


def no_unicode() -> bytes:
    """A report as printed by Chromium whose fonts no longer say which characters they set."""
    return _changed(lambda pdf, page: None, PRINTED, _forget_characters)


def _forget_characters(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
            del thing["/ToUnicode"]


def unnamed_letters() -> bytes:
    """Words of which the font names all letters but one, and a bullet that it does not name."""
    words = b"BT /F1 12 Tf 72 660 Td (\001) Tj 20 0 Td (Medell\001n, Bogot\003, Lima) Tj ET"
    return document(one_page(stream(LINE + b" " + words)))


def unnamed_ligatures() -> bytes:
    """Words with ligatures that the font does not name, two of one width, and one in a name only."""
    words = (
        b"BT /F1 12 Tf 72 660 Td (Execu\001on of the Ac\001on Plan) Tj 0 -20 Td"
        b" (Ci\001es: San\001ago, the le\002er a\003er a newsle\002er) Tj 0 -20 Td"
        b" (Medell\004n, Ju\002a, ac\001ve and perspec) Tj 0 -20 Td (\001ve) Tj ET"
    )
    widths = b"600 700 700 500" + b" 556" * 122
    objects = one_page(stream(LINE + b" " + words))
    objects[4] = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Plain /Encoding /WinAnsiEncoding"
        b" /FirstChar 1 /LastChar 126 /Widths [%b] /FontDescriptor 6 0 R >>" % widths
    )
    return document([*objects, described(b"Plain", 5)[1]])


def numbered_ligatures() -> bytes:
    """Words with ligatures that one font numbers for private use; in another that is an icon."""
    words = (
        b"BT /F1 12 Tf 72 660 Td (Execu\001on of the Ac\001on Plan) Tj 0 -20 Td"
        b" (Ci\001es: San\001ago, \001tles, le\002er, newsle\002er) Tj 0 -20 Td"
        b" /F2 12 Tf (A) Tj /F1 12 Tf 7.2 0 Td (Members: Mar\003nez) Tj ET"
    )
    objects = one_page(stream(LINE + b" " + words))
    objects[2] = objects[2].replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R")
    objects[4] = HELVETICA.replace(b">>", b"/ToUnicode 7 0 R >>")
    icons = HELVETICA.replace(b"Helvetica", b"Courier").replace(b">>", b"/ToUnicode 8 0 R >>")
    names = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange %b endcmap"
    letters = b"2 beginbfrange <01> <03> <E000> <20> <7E> <0020> endbfrange"
    signs = b"1 beginbfchar <41> <E000> endbfchar"
    return document([*objects, icons, stream(names % letters), stream(names % signs)])


def no_letters() -> bytes:
    """A page in a font that numbers its glyphs and says of none which letter it is."""
    objects = one_page(stream(b"BT /F1 12 Tf 72 700 Td <0001000200030004> Tj ET"))
    objects[4] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Glyphs /Encoding /Identity-H"
        b" /DescendantFonts [6 0 R] >>"
    )
    system = b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Glyphs /CIDSystemInfo %b >>"
    return document([*objects, below % system])


def _changed(
    of_page: Callable[[pikepdf.Pdf, pikepdf.Page], None],
    source: Path = REPORT,
    of_file: Callable[[pikepdf.Pdf], None] = lambda pdf: None,
) -> bytes:
    """A report with each page changed, then the whole."""
    out = io.BytesIO()
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            of_page(pdf, page)
        of_file(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def scanned(pages: Sequence[int] = (0, 4), dpi: int = 100) -> bytes:
    """Pages of a report as pictures, without a letter of text."""
    source = pypdfium2.PdfDocument(REPORT)
    pictures = [source[number].render(scale=dpi / 72).to_pil() for number in pages]
    source.close()
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi)
    return out.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    make.__name__.replace("_", "-"): make
    for make in (
        *(empty, no_pdf, truncated, damaged, spoiled_font, lost_content, unused_font),
        *(no_pages, blank),
        *(zero_page, huge_page, circular_pages, circular_form, nested_forms),
        *(circular_forms, circular_form_of_page, deep_forms),
        *(bomb, bomb_in_letters, bomb_of_runs, bomb_of_codes, bombs_together, bomb_of_objects),
        *(bomb_in_font, bomb_in_picture, bomb_locked, many_strings, many_pages),
        *(encrypted, owner_only, rotated, cropped, set_apart, backwards, heavy_by_figure),
        *(sideways, upside_down, set_sideways, one_sideways),
        *(kerned, widened, small_capitals, ligature_in_form, odd_type),
        *(spreads, searchable, searchable_below, illustrated),
        *(made_when_opened, folder_of_files),
        *(no_unicode, accents, signs, unnamed_letters, unnamed_ligatures),
        *(numbered_ligatures, no_letters, scanned),
    )
}


def main() -> None:
    """Write every file into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        data = make()
        (folder / f"{name}.pdf").write_bytes(data)
        print(f"{name}.pdf: {len(data)} bytes")


if __name__ == "__main__":
    main()
