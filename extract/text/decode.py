"""Bytes of a text file -> characters, or a refusal."""

import codecs
import unicodedata

import regex

from ..errors import EmptyDocument, NotText

# Each mark is tried in this order, since UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that no text holds. Tabs, line ends and form feeds are print; bells,
# backspaces and escapes come with text from terminals, and the reader drops them.
_BINARY = regex.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
# Of UTF-16 without a mark so many of the bytes at every other place are zero, in most languages.
_ZEROS = 0.5
_SAMPLE = 1 << 12
# What the wrong one of two encodings gives: 'Bogot‡ is', 'Bogotˆ', 'caf‡s', 'cafÈs', 'July Ð May'
_ODD = regex.compile(
    r"(?<=\p{L})[^\p{L}\p{M}\s!-~’”»…®™\xad\xa0–—·](?=\p{L})"
    r"|(?<=\p{Ll})[À-ÞŒŠŽŸ†‡ˆ˜]|(?<=\s)[Ð-Õñó](?=\s)"
)
# A UTF-8 character that the end of the file cuts in two: up to three bytes.
_TORN_TAIL = 3


def decode(data: bytes) -> str:
    """Return the text of a file, accents composed with their letters.

    A byte order mark wins, then zeros at every other place, which tell UTF-16; else UTF-8 when all
    bytes are valid, a character cut in two by the end of the file excepted; else Windows-1252, the
    superset of Latin-1, or Mac Roman where that gives fewer signs inside words.
    Raises EmptyDocument when nothing but white space is in it, NotText when it holds control
    characters or bytes that no encoding gives a character.
    """
    text = unicodedata.normalize("NFC", _decode(data))
    if not text.strip():
        raise EmptyDocument("the file is empty: nothing is printed in it")
    binary = _BINARY.search(text)
    if binary:
        raise NotText(
            f"the bytes are no text: control character {ord(binary[0]):#04x} at character "
            f"{binary.start()}; offer the report as PDF or plain text"
        )
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    wide = _unmarked(data[:_SAMPLE])
    if wide:
        return _decode_as(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(data) - _TORN_TAIL:
            return data[: error.start].decode("utf-8")
    mac = data.decode("mac_roman")
    western = data.decode("cp1252", "replace")
    if len(_ODD.findall(mac)) < len(_ODD.findall(western)) + western.count("\ufffd"):
        return mac
    return _decode_as(data, "cp1252")


def _unmarked(data: bytes) -> str | None:
    """Return how UTF-16 without a mark begins, None for other bytes."""
    least = max(1, _ZEROS * (len(data) // 2))
    found = [
        (name, data[zeros::2].count(0), data[1 - zeros :: 2].count(0))
        for name, zeros in (("utf-16-le", 1), ("utf-16-be", 0))
    ]
    return next((name for name, here, other in found if here >= least and not other), None)


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(
            f"the bytes are no text: byte {error.start} is no {encoding}; "
            "save the report as UTF-8 text or PDF"
        ) from error
