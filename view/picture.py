"""Pages as pictures with boxes marked on them. A page is drawn in a worker: it is a stranger's."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..extract.document import Box
from ..extract.errors import DocumentError
from ..worker import Limits, Lost, read_all

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI, _PART_DPI = 150, 110
_INCH = 72  # points
# A page larger than this is drawn smaller: some 5000 by 5000 dots.
_PIXELS = 25_000_000
_LIMITS = Limits(clock=60.0, processor=60)
# Around the marks of a part this much of the page is shown, in points.
_AROUND = 14.0
_PART_COLOURS = 64
_FRAME = 2  # dots
_VEIL = 70  # of 255: print under a mark can be read


class NoPicture(Exception):
    """There is nothing to draw, or it cannot be drawn; its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to mark: framed in a colour, and veiled in it where it is filled."""

    box: Box
    colour: str
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A page of a file, counted from 1, and its marks."""

    path: Path
    page: int
    marks: tuple[Mark, ...]
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of a page of a file; each is what is around some marks, which must not be none."""

    path: Path
    page: int
    marks: tuple[tuple[Mark, ...], ...]
    password: str | None = None


def draw(jobs: Sequence[Job]) -> Iterator[bytes]:
    """Yield each page as PNG. Raises NoPicture for one that cannot be drawn."""
    for job, answer in read_all(jobs, _draw, _LIMITS):
        if isinstance(answer, Lost | str):
            reason = answer.reason if isinstance(answer, Lost) else answer
            raise NoPicture(f"{job.path}, page {job.page}: {reason}")
        yield answer


def draw_parts(jobs: Sequence[Parts]) -> Iterator[Sequence[bytes]]:
    """Yield the parts of each page as PNG; none of a page that cannot be drawn."""
    for _, answer in read_all(jobs, _draw_parts, _LIMITS):
        yield () if isinstance(answer, Lost) else answer


def _draw(job: Job) -> bytes | str:
    """Return a page as PNG, or why it cannot be drawn."""
    try:
        image, scale = _page(job, _DPI)
    except (DocumentError, OSError) as error:
        return str(error)
    for mark in job.marks:
        _mark(image, mark, scale)
    return _png(image)


def _draw_parts(job: Parts) -> list[bytes]:
    """Return parts of a page, which is rendered once."""
    try:
        image, scale = _page(job, _PART_DPI)
    except (DocumentError, OSError):
        return []
    return [_png(_part(image, marks, scale)) for marks in job.marks]


def _part(image: Image, marks: Sequence[Mark], scale: float) -> Image:
    """Return the part of a page around some marks, with them, in few colours."""
    from PIL import Image

    top, bottom = _around(image, marks, scale)
    part = image.crop((0, top, image.width, bottom))
    for mark in marks:
        _mark(part, replace(mark, box=mark.box.moved(0, -top / scale)), scale)
    return part.quantize(_PART_COLOURS, Image.Quantize.FASTOCTREE)


def _png(image: Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _page(job: Job | Parts, dpi: int) -> tuple[Image, float]:
    """Return a page as it is seen, and how many dots a point has."""
    from pypdfium2 import PdfiumError

    from ..extract.errors import Damaged
    from ..extract.pdf.engines import pdfium

    with pdfium.opened(job.path.read_bytes(), job.password) as document:
        if job.page > len(document):
            raise Damaged(f"the PDF has {len(document)} pages; give the file that was read")
        try:
            page = document[job.page - 1]
        except PdfiumError as error:
            raise Damaged("it cannot be read; give a whole copy") from error
        width, height = page.get_size()
        most = (_PIXELS / max(1.0, width * height)) ** 0.5
        scale = min(dpi / _INCH, most)
        image: Image = page.render(scale=scale).to_pil().convert("RGB")
        return image, image.width / width


def _mark(image: Image, mark: Mark, scale: float) -> None:
    from PIL import Image, ImageDraw

    box = _dots(mark.box, scale, _FRAME)
    if mark.filled:
        inside = tuple(round(edge) for edge in box)
        left, top = max(0, inside[0]), max(0, inside[1])
        right, bottom = min(image.width, inside[2]), min(image.height, inside[3])
        if left < right and top < bottom:
            veil = Image.new("RGB", (right - left, bottom - top), mark.colour)
            under = image.crop((left, top, right, bottom))
            image.paste(Image.blend(under, veil, _VEIL / 255), (left, top))
    ImageDraw.Draw(image).rectangle(box, outline=mark.colour, width=_FRAME)


def _around(image: Image, marks: Sequence[Mark], scale: float) -> tuple[int, int]:
    """Return the first row of dots of an image that shows all marks, and the one after the last.

    Marks beyond the page are shown at its edge.
    """
    _, top, _, bottom = _dots(Box.around(mark.box for mark in marks), scale, _AROUND * scale)
    first = min(max(0, round(top)), image.height - 1)
    return first, max(first + 1, min(image.height, round(bottom)))


def _dots(box: Box, scale: float, more: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (edge * scale for edge in box)
    return x0 - more, y0 - more, x1 + more, y1 + more
