"""The printed lines behind a row or a value."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..finding import Place

_AROUND = 90  # characters that an excerpt keeps on either side
Span = tuple[int, int]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line; the words that a value was read from are marked."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed, where it stands, and the words in question."""

    document_id: str
    path: str
    page: int
    line_no: int
    text: str
    marks: tuple[Span, ...] = ()
    boxes: tuple[Box, ...] = ()

    @property
    def excerpt(self) -> list[Part]:
        """The pieces of a long line around its first mark; all pieces of a short one."""
        start, end = self.marks[0] if self.marks else (0, 0)
        first, last = max(0, start - _AROUND), min(len(self.text), end + _AROUND)
        if last - first >= len(self.text) - 2:
            return list(self.parts)
        marks = tuple((max(a, first) - first, min(b, last) - first) for a, b in self.marks[:1])
        cut = replace(self, text=self.text[first:last], marks=marks)
        before = [Part("…", marked=False)] if first else []
        after = [Part("…", marked=False)] if last < len(self.text) else []
        return [*before, *cut.parts, *after]

    @property
    def parts(self) -> Iterator[Part]:
        """Yield the pieces of the line in order."""
        at = 0
        for start, end in self.marks:
            if at < start:
                yield Part(self.text[at:start], marked=False)
            yield Part(self.text[max(at, start) : end], marked=True)
            at = max(at, end)
        if at < len(self.text):
            yield Part(self.text[at:], marked=False)


class Print:
    """The lines of a ledger, asked for row by row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._paths = dict(
            connection.execute("SELECT document_id, min(path) FROM document GROUP BY document_id")
        )

    def of(self, place: Place, limit: int) -> list[PrintedLine]:
        """Return the first lines behind a row, or behind one of its values if that has print."""
        rows = self._evidence(place)
        told = [row for row in rows if row[0] == place.field] or rows
        lines: dict[tuple[str, int], list[tuple[Span, Box | None]]] = {}
        for _, document_id, line_no, start, end, *box in told:
            where = lines.setdefault((document_id, line_no), [])
            where.append(((start, end), _box(box)))
        found = sorted(lines.items())[:limit]
        return [line for place, marks in found for line in self.line(*place, marks)]

    def line(
        self,
        document_id: str,
        line_no: int,
        marks: Sequence[tuple[Span, Box | None]] = (),
        word: str | None = None,
    ) -> list[PrintedLine]:
        """Return one line, none when the ledger has no such line; `word` is marked if there."""
        query = "SELECT page, text FROM line WHERE document_id = ? AND line_no = ?"
        row = self._connection.execute(query, (document_id, line_no)).fetchone()
        if row is None:
            return []
        if word and word in row[1]:
            at = row[1].index(word)
            marks = [*marks, ((at, at + len(word)), None)]
        return [
            PrintedLine(
                document_id=document_id,
                path=self._paths.get(document_id, document_id[:12]),
                page=row[0],
                line_no=line_no,
                text=row[1],
                marks=tuple(sorted({span for span, _ in marks})),
                boxes=tuple(sorted({box for _, box in marks if box})),
            )
        ]

    def _evidence(self, place: Place) -> list[tuple[str, str, int, int, int, float | None]]:
        query = (
            'SELECT field, document_id, line_no, start, "end", x0, y0, x1, y1 FROM evidence'
            " WHERE table_name = ? AND row_id = ?"
        )
        return self._connection.execute(query, (place.table_name, place.row_id)).fetchall()


def _box(values: Sequence[float | None]) -> Box | None:
    x0, y0, x1, y1 = values
    if x0 is None or y0 is None or x1 is None or y1 is None:
        return None
    return x0, y0, x1, y1
