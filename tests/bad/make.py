"""Make the bad inputs that no editor would keep as they are.

Run ``python tests/bad/make.py`` to write them anew; the same bytes come each time.
"""

from __future__ import annotations

import random
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent
GOOD = HERE.parent / "reports" / "2019-04--2019-06.txt"
SEED = 20210930
RANDOM_BYTES = 4096
LONG_LINE_BYTES = 1_000_000


def blanks() -> bytes:
    """Lines that hold nothing but spaces, tabs, form feeds and no-break spaces."""
    return (" \n\t\n\f\n \t \r\n\u00a0\n" * 40).encode()


def noise() -> bytes:
    """Bytes of no format, from a fixed seed."""
    return random.Random(SEED).randbytes(RANDOM_BYTES)


def picture() -> bytes:
    """A PNG of one red pixel, whatever its name says."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\x00\xff\x00\x00", 9)
    chunks = ((b"IHDR", header), (b"IDAT", pixel), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def utf16() -> bytes:
    """The smallest good report in UTF-16 with its byte order mark."""
    return b"\xff\xfe" + GOOD.read_text(encoding="utf-8").encode("utf-16-le")


def nul() -> bytes:
    """The smallest good report with NUL bytes in a title, in a list and at its end."""
    text = GOOD.read_bytes()
    torn = text.replace(b"A bench", b"A\x00bench").replace(b"Gwangju", b"Gwang\x00ju")
    return torn + b"\x00" * 64


def long_line() -> bytes:
    """The smallest good report whose narrative is one line of a megabyte.

    Made when a test asks for it and never kept.
    """
    text = GOOD.read_bytes()
    return text.replace(b"Whoever gets", b"again and " * (LONG_LINE_BYTES // 10) + b"whoever gets")


FILES = {
    "empty.txt": bytes,
    "blanks.txt": blanks,
    "noise.txt": noise,
    "picture.txt": picture,
    "utf16.txt": utf16,
    "nul.txt": nul,
}


def main() -> None:
    """Write every file of FILES beside this script."""
    for name, make in FILES.items():
        (HERE / name).write_bytes(make())


if __name__ == "__main__":
    main()
