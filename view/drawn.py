"""What is drawn: the print behind a record, the lines of a file by role, the line of a finding."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..extract.document import Box, Role
from ..quality.page.printed import PrintedLine
from .inspect import Examined
from .original import original
from .picture import Job, Mark, NoPicture, Parts, draw, draw_parts
from .show import Cite, Record

_WORDS = "#d81b60"
# docs/archivist.md shows the same legend.
ROLE_COLOURS = {
    Role.RECORD: "#2e7d32",
    Role.HEADING: "#1565c0",
    Role.LABEL: "#6a1b9a",
    Role.FURNITURE: "#757575",
    Role.CAPTION: "#ef6c00",
    Role.UNCLAIMED: "#d50000",
}


def draw_records(
    records: Iterable[Record],
    find: Callable[[str], Path],
    out: Path,
    password: str | None = None,
) -> list[Path]:
    """Write the pages behind records with their words marked, and return the files.

    One page goes to `out`, several to out-1.png, out-2.png. Raises NoPicture or OSError.
    """
    marks: dict[tuple[str, int], dict[Box, Mark]] = defaultdict(dict)
    cited = False
    for cite in _cites(records):
        cited = True
        if cite.box:
            marks[cite.document_id, cite.page][cite.box] = Mark(cite.box, _WORDS, filled=True)
    if not marks:
        why = "a text has no pages to draw" if cited else "no print is behind this record"
        raise NoPicture(f"{why}; --image is for records that were read from a PDF")
    jobs = [
        Job(find(document_id), page, tuple(found.values()), password=password)
        for (document_id, page), found in sorted(marks.items())
    ]
    if len(jobs) == 1:
        names = [out]
    else:
        names = [out.with_stem(f"{out.stem}-{n}") for n in range(1, len(jobs) + 1)]
    return _written(names, jobs)


def draw_lines(
    file: Path, examined: Examined, folder: Path, password: str | None = None
) -> list[Path]:
    """Write every page of a file with its lines framed in the colour of their role.

    Raises NoPicture or OSError.
    """
    marks: dict[int, list[Mark]] = defaultdict(list)
    for line in examined.lines:
        if line.box:
            colour = ROLE_COLOURS[Role(line.role)] if line.role else _WORDS
            marks[line.page].append(Mark(line.box, colour))
    if not marks:
        raise NoPicture(f"{file}: no line has a place on a page; --image is for PDFs")
    folder.mkdir(parents=True, exist_ok=True)
    pages = range(1, examined.pages + 1)
    jobs = [Job(file, page, tuple(marks[page]), password=password) for page in pages]
    return _written([folder / f"page-{page:03}.png" for page in pages], jobs)


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Pictures of the lines of findings; none where the PDF is gone."""

    connection: sqlite3.Connection
    find: Callable[[str], Path]

    @classmethod
    def of(cls, connection: sqlite3.Connection, ledger: Path) -> Excerpts:
        """Return the excerpts of a ledger, whose files the log of runs tells."""
        return cls(connection, cache(lambda document_id: original(ledger, document_id)))

    def __call__(self, asked: Sequence[Sequence[PrintedLine]]) -> list[bytes | None]:
        """Return for each the part of a page with the first line and those beside it there.

        Each page is drawn once for all its parts.
        """
        wanted: dict[tuple[str, int], dict[tuple[Mark, ...], bytes | None]] = defaultdict(dict)
        told = [(_page_of(lines), self._marks(lines)) for lines in asked]
        for page, marks in told:
            if marks:
                wanted[page][marks] = None
        jobs = {page: job for page in wanted if (job := self._job(page, tuple(wanted[page])))}
        for page, drawn in zip(jobs, draw_parts(list(jobs.values())), strict=True):
            wanted[page].update(zip(wanted[page], drawn, strict=False))
        return [wanted[page][marks] if marks else None for page, marks in told]

    def _job(self, page: tuple[str, int], marks: tuple[tuple[Mark, ...], ...]) -> Parts | None:
        document_id, number = page
        try:
            return Parts(self.find(document_id), number, marks)
        except NoPicture:
            return None

    def _marks(self, lines: Sequence[PrintedLine]) -> tuple[Mark, ...]:
        together = [line for line in lines if _page_of([line]) == _page_of(lines)]
        boxes = [box for line in together for box in self._boxes(line)]
        return tuple(Mark(box, _WORDS, filled=True) for box in boxes)

    def _boxes(self, line: PrintedLine) -> list[Box]:
        """Return the boxes of the words in question, else that of the line."""
        if line.boxes:
            return [Box(*box) for box in line.boxes]
        query = "SELECT x0, y0, x1, y1 FROM line WHERE document_id = ? AND line_no = ?"
        row = self.connection.execute(query, (line.document_id, line.line_no)).fetchone()
        return [Box(*row)] if row and None not in tuple(row) else []


def _page_of(lines: Sequence[PrintedLine]) -> tuple[str, int]:
    return lines[0].document_id, lines[0].page


def _cites(records: Iterable[Record]) -> Iterator[Cite]:
    for record in records:
        for value in record.values:
            yield from value.cites
        yield from _cites(record.parts)


def _written(names: Sequence[Path], jobs: Sequence[Job]) -> list[Path]:
    for name, data in zip(names, draw(jobs), strict=True):
        name.write_bytes(data)
    return list(names)
