"""The filters of a PDF's streams: each unpacks pieces into pieces.

Those of zlib, runs and LZW hold one piece at a time; those of printed characters gather all first.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice

_CHUNK = 1 << 16
_RUNS_END = 128
_LZW_ANEW, _LZW_END, _LZW_CODES = 256, 257, 4096
_SINGLE = [bytes((n,)) for n in range(256)] + [b""] * 2

Chunks = Iterator[bytes]


class Spoiled(Exception):
    """A stream that does not unpack to its end."""


def seems_deflated(head: bytes) -> bool:
    """Tell whether two bytes are the first of zlib's format."""
    return len(head) == 2 and head[0] & 0x0F == 8 and int.from_bytes(head, "big") % 31 == 0


def inflated(chunks: Chunks) -> Chunks:
    """Unpack what zlib has packed, after the blanks before it. Raises Spoiled."""
    unpacker = zlib.decompressobj()
    begun = False
    for chunk in chunks:
        begun = begun or not chunk.isspace()  # of an empty stream only the line's end is there
        rest = chunk
        while begun and (piece := unpacker.decompress(rest, _CHUNK)):
            yield piece
            rest = unpacker.unconsumed_tail
    if begun and not unpacker.eof:
        raise Spoiled


def _run_lengths(chunks: Chunks) -> Chunks:
    """Unpack runs: a length under 128 is followed by one byte more than it, one over by one."""
    stored = chain.from_iterable(chunks)
    for length in stored:
        if length == _RUNS_END:
            return
        if length < _RUNS_END:
            yield bytes(islice(stored, length + 1))
        else:
            yield bytes(islice(stored, 1)) * (257 - length)


def _lzw(chunks: Chunks) -> Chunks:
    """Unpack codes of 9 to 12 bits; each stands for bytes that were before, or begins anew."""
    table, last, width = list(_SINGLE), b"", 9
    held = bits = 0
    for byte in chain.from_iterable(chunks):
        held, bits = held << 8 | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & ((1 << bits) - 1)
        if code == _LZW_END:
            return
        if code == _LZW_ANEW:
            table, last, width = list(_SINGLE), b"", 9
            continue
        if code > len(table) or (code == len(table) and not last):
            raise Spoiled
        piece = table[code] if code < len(table) else last + last[:1]
        if last and len(table) < _LZW_CODES:
            table.append(last + piece[:1])
        yield piece
        last, width = piece, min(12, (len(table) + 1).bit_length())


def _ascii85(chunks: Chunks) -> Chunks:
    from pdfminer.ascii85 import ascii85decode

    yield ascii85decode(b"".join(chunks))


def _hexadecimal(chunks: Chunks) -> Chunks:
    from pdfminer.ascii85 import asciihexdecode

    yield asciihexdecode(b"".join(chunks))


FILTERS: Mapping[bytes, Callable[[Chunks], Chunks]] = {
    b"FlateDecode": inflated,
    b"Fl": inflated,
    b"LZWDecode": _lzw,
    b"LZW": _lzw,
    b"RunLengthDecode": _run_lengths,
    b"RL": _run_lengths,
    b"ASCII85Decode": _ascii85,
    b"A85": _ascii85,
    b"ASCIIHexDecode": _hexadecimal,
    b"AHx": _hexadecimal,
}
