"""What both houses need to set a page with ReportLab: a sheet, its type, its columns, its boxes.

A sheet measures from the top left corner in points. ReportLab runs in its invariant mode (no date,
no random id), so the same source gives the same bytes. The type is Bitstream Vera, which ReportLab
ships and whose licence allows embedding; it has every accent that member names need.
"""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

T = TypeVar("T")

RED = "#d6003d"
GREY = "#6d6d6d"
BLACK = "#000000"

FACES = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf"}
# "**World Metropolitan**", "*Novel solutions*", "[report](#)"
INLINE = [
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<![\w*])\*([^*]+)\*(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"\[([^\]]+)\]\(#\)"), rf'<font color="{RED}">\1</font>'),
]
# Vera has neither; these two standard fonts do.
FOREIGN = {
    "→": '<font face="Symbol">→</font>',
    "●": '<font face="ZapfDingbats">●</font>',
}


def _register() -> None:
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily(
        "Vera", normal="Vera", bold="Vera-Bold", italic="Vera-Italic", boldItalic="Vera-Bold"
    )


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: size, leading as a multiple of it, weight, colour, space below, edge;
    whether an icon stands before them."""

    size: float
    bold: bool = False
    colour: str = BLACK
    leading: float = 1.32
    after: float = 0
    right: bool = False
    icon: bool = False

    def style(self) -> ParagraphStyle:
        """The same for ReportLab."""
        return ParagraphStyle(
            "",
            fontName="Vera-Bold" if self.bold else "Vera",
            fontSize=self.size,
            leading=self.size * self.leading,
            textColor=HexColor(self.colour),
            spaceAfter=self.after,
            alignment=TA_RIGHT if self.right else TA_LEFT,
            firstLineIndent=self.size if self.icon else 0,
        )


class Iconed(Paragraph):
    """A paragraph with a drawn icon, no letter, in the indent of its first line."""

    def draw(self) -> None:
        """Draw the icon, then the words."""
        size = self.style.fontSize
        self.canv.setFillColor(HexColor(RED))
        self.canv.circle(size * 0.35, self.height - size * 0.72, size * 0.27, stroke=0, fill=1)
        super().draw()


def words(text: str, kind: Type) -> Paragraph:
    """One paragraph; line breaks of the source are kept and its Markdown is set, not printed."""
    marked = escape(text)
    for pattern, tag in INLINE:
        marked = pattern.sub(tag, marked)
    for letter, tag in FOREIGN.items():
        marked = marked.replace(letter, tag)
    shape = Iconed if kind.icon else Paragraph
    return shape(marked.replace("\n", "<br/>"), kind.style())


def prose(paragraphs: Sequence[str], kind: Type) -> list[Paragraph]:
    """Paragraphs with space between them; those that begin with a dash are set solid."""
    out: list[Paragraph] = []
    for this, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        paragraph = words(this, kind)
        if this.startswith("- ") and following.startswith("- "):
            paragraph.style.spaceAfter = 0
        out.append(paragraph)
    return out


def height(paragraphs: Sequence[Paragraph], width: float) -> float:
    """How much of a column the paragraphs take."""
    return sum(p.wrap(width, 1e6)[1] + p.style.spaceAfter for p in paragraphs)


def fill(
    paragraphs: Sequence[Paragraph], width: float, room: float
) -> tuple[list[Paragraph], list[Paragraph]]:
    """What fits into a column of height `room`, and the rest; a paragraph may be torn."""
    for n, paragraph in enumerate(paragraphs):
        tall = paragraph.wrap(width, 1e6)[1]
        if tall > room:
            parts = [part for part in paragraph.split(width, room) if isinstance(part, Paragraph)]
            here, rest = (parts[:1], parts[1:]) if parts else ([], [paragraph])
            return [*paragraphs[:n], *here], [*rest, *paragraphs[n + 1 :]]
        room -= tall + paragraph.style.spaceAfter
    return list(paragraphs), []


def balance(paragraphs: Sequence[Paragraph], width: float, count: int) -> list[list[Paragraph]]:
    """The paragraphs in `count` columns, as low as they can be."""
    step = paragraphs[0].style.leading
    room = height(paragraphs, width) / count
    while True:
        columns, rest = [], list(paragraphs)
        for _ in range(count):
            column, rest = fill(rest, width, room)
            columns.append(column)
        if not rest:
            return columns
        room += step / 2


def deal(items: Sequence[T], count: int) -> list[Sequence[T]]:
    """`items` read down `count` columns, the first ones as long as the longest."""
    tall = -(-len(items) // count)
    return [items[n : n + tall] for n in range(0, len(items), tall)]


@dataclass(slots=True)
class Sheet:
    """The page that is being set; `furniture` draws what stands on every page but the first."""

    size: tuple[float, float]
    furniture: Callable[["Sheet"], None]
    number: int = 1
    running: str = ""  # the action line whose activities are being set
    _bytes: io.BytesIO = field(default_factory=io.BytesIO)
    _canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        _register()
        rl_config.useA85 = 0
        self._canvas = Canvas(self._bytes, pagesize=self.size, invariant=1, pageCompression=1)

    def put(self, paragraphs: Sequence[Paragraph], x: float, top: float, width: float) -> float:
        """Set paragraphs from `top` down; the height below the last one is returned."""
        for paragraph in paragraphs:
            _, tall = paragraph.wrap(width, 1e6)
            paragraph.drawOn(self._canvas, x, self.size[1] - top - tall)
            top += tall + paragraph.style.spaceAfter
        return top

    def say(self, text: str, kind: Type, place: tuple[float, float, float]) -> float:
        """Set one paragraph at x, top, width; the height below it is returned."""
        return self.put([words(text, kind)], *place)

    def columns(
        self,
        columns: Sequence[Sequence[Paragraph]],
        edges: Sequence[float],
        top: float,
        width: float,
    ) -> float:
        """Set columns side by side, left edges given; the height below the longest is returned."""
        return max(
            self.put(column, x, top, width) for column, x in zip(columns, edges, strict=False)
        )

    def box(self, x: float, top: float, width: float, tall: float, colour: str) -> float:
        """A picture or the ground of a poster; the height below it is returned."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.rect(x, self.size[1] - top - tall, width, tall, stroke=0, fill=1)
        return top + tall

    def turn(self) -> None:
        """End the page and begin the next one with its furniture."""
        self._canvas.showPage()
        self.number += 1
        self.furniture(self)

    def close(self, title: str) -> bytes:
        """The file."""
        self._canvas.setTitle(title)
        self._canvas.setProducer("ReportLab")
        self._canvas.save()
        return self._bytes.getvalue()
