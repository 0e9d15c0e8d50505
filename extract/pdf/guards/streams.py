"""The streams of a PDF, found in its bytes and unpacked piece by piece, before an engine does it.

An engine unpacks a stream whole, whatever comes out: a few kilobytes may become gigabytes. And of
one that is spoiled it takes what it can, in silence. Here nothing is kept but the size.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .filters import FILTERS, Chunks, Spoiled, inflated, seems_deflated

# '12 0 obj', and the words around a stream: a stream stands in the file itself, never in others.
# What begins with letters is found ten times as quickly as what begins with a condition.
_OBJECT = re.compile(rb"obj\b")
_MARK = re.compile(rb"obj\b|endstream")
_NUMBER = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+$")
_BEGIN = re.compile(rb"stream[ \t]*(?:\r?\n|\r)")
_END = re.compile(rb"end(?:stream|obj)")
# 12 0 R
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,10}+)\s++\d{1,5}+\s++R\b")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
_DIGITS = re.compile(rb"\d+")
# /Filter /FlateDecode   /Filter [/ASCII85Decode /FlateDecode]
_FILTER = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|(/[^\s/<>\[\]()%]+))")
_NAME = re.compile(rb"/([^\s/<>\[\]()%]+)")
# /Fl#61teDecode: any character of a name may be written as its number
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
# What is between an object's number and a stream further on than this is no dictionary.
_HEAD = 1 << 16
_CHUNK = 1 << 16
# The number of an object stands in so many bytes before its 'obj'.
_NAMED = 32
# So many bytes come out of a stream that is no picture.
MOST = 64 << 20


class Swollen(Exception):
    """A stream of which more comes out than may."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: the number of its object, its dictionary as it stands there, its first byte."""

    number: int
    head: bytes
    at: int

    @property
    def is_picture(self) -> bool:
        """Tell whether it says that it is a picture."""
        return bool(_PICTURE.search(self.head))

    @property
    def holds_objects(self) -> bool:
        """Tell whether other objects are in it."""
        return bool(_OBJECTS.search(self.head))

    def pieces(self, data: bytes, most: int) -> Chunks:
        """Yield what comes out of it, through all its filters.

        A filter of pictures (JPEG and the like) ends the way: no text is behind it.
        Raises Spoiled, and Swollen when more than `most` has passed through them together.
        """
        passed = 0

        def counted(pieces: Chunks) -> Chunks:
            nonlocal passed
            for piece in pieces:
                passed += len(piece)
                if passed > most:
                    raise Swollen
                yield piece

        chunks = _stored(data, self.at)
        for unpack in self._filters(data):
            chunks = counted(unpack(chunks))
        try:
            yield from chunks
        except (zlib.error, ValueError) as error:
            raise Spoiled from error

    def content(self, data: bytes) -> bytes:
        """Return what comes out of it, nothing of one that is spoiled or too large."""
        try:
            return b"".join(self.pieces(data, MOST))
        except (Spoiled, Swollen):
            return b""

    def _filters(self, data: bytes) -> Iterator[Callable[[Chunks], Chunks]]:
        """Yield how it was packed; where its dictionary does not say it here, its bytes may."""
        told = _FILTER.search(self.head)
        if not told:
            if b"/Filter" in self.head and seems_deflated(data[self.at : self.at + 2]):
                yield inflated
            return
        for name in _NAME.findall(told[1] or told[2] or b""):
            if name not in FILTERS:
                return
            yield FILTERS[name]


@dataclass(slots=True)
class Survey:
    """What a PDF is made of: streams, the numbers of its objects, and those that it refers to.

    An object is `torn` when a stream ends in it that does not begin. What ends behind an object is
    a stream around it: a PDF that is attached as it is.
    """

    data: bytes
    streams: list[Stream]
    objects: set[int]
    references: set[int]
    torn: set[int]

    @classmethod
    def of(cls, data: bytes) -> Survey:
        """Return what stands in the bytes of a PDF; what is packed in streams is not looked at."""
        survey = cls(data, [], set(), set(), set())
        number = start = at = 0
        while at < len(data):
            begin = _begin(data, at)
            plain = data[at : begin.start() if begin else len(data)]
            survey.references |= _numbers(_REFERENCE, plain)
            for mark in (_MARK if b"endstream" in plain else _OBJECT).finditer(plain):
                if mark[0] == b"endstream":
                    survey.torn |= {number} if number else set()
                elif plain.endswith(b"end", 0, mark.start()):
                    number = 0
                elif told := _number(plain, mark.start()):
                    number, start = told, at + mark.end()
                    survey.objects.add(number)
            if not begin:
                break
            head = data[max(start, begin.start() - _HEAD) : begin.start()]
            survey.streams.append(Stream(number, _ESCAPE.sub(_unescaped, head), begin.end()))
            end = _END.search(data, begin.end())
            at = end.end() if end else len(data)
        return survey

    def unpacked(self, stream: Stream, most: int) -> int:
        """Return the size of what comes out of a stream, and take in the objects in it.

        Raises Spoiled and Swollen.
        """
        pieces = stream.pieces(self.data, most)
        if not stream.holds_objects:
            return sum(map(len, pieces))
        unpacked = b"".join(pieces)
        self._take_in(unpacked)
        return len(unpacked)

    def _take_in(self, unpacked: bytes) -> None:
        """Take in the objects in a stream: it begins with the number and place of each."""
        head = unpacked[: len(unpacked) - len(unpacked.lstrip(b"0123456789 \t\r\n\f\0"))]
        self.objects |= {int(number) for number in _DIGITS.findall(head)[::2]}
        self.references |= _numbers(_REFERENCE, unpacked)

    @property
    def missing(self) -> set[int]:
        """The objects that are referred to and are not there."""
        return self.references - self.objects


def _begin(data: bytes, at: int) -> re.Match[bytes] | None:
    """Return where the next stream begins; the word that ends one holds the same letters."""
    found = _BEGIN.finditer(data, at)
    return next((match for match in found if not data.endswith(b"end", 0, match.start())), None)


def _number(plain: bytes, at: int) -> int | None:
    """Return the number of the object that begins at its 'obj', None where none stands there."""
    if not plain[at - 1 : at].isspace():
        return None
    told = _NUMBER.search(plain, max(0, at - _NAMED), at)
    return int(told[1]) if told else None


def _numbers(pattern: re.Pattern[bytes], data: bytes) -> set[int]:
    return set(map(int, set(pattern.findall(data))))


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[1].decode("ascii"))


def _stored(data: bytes, at: int) -> Chunks:
    """Yield the bytes of a stream as they are stored, to its end."""
    found = _END.search(data, at)
    end = found.start() if found else len(data)
    for start in range(at, end, _CHUNK):
        yield data[start : min(end, start + _CHUNK)]
