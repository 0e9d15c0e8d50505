"""Words with their place: text that remembers which characters of which lines it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from .document import Line


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive, from 0) of the text of line `line`."""

    line: int
    start: int
    end: int


class Piece(NamedTuple):
    """A run of characters: at `at` in the joined text, from `start` on in line `line`."""

    at: int
    line: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Text joined from pieces of lines. Characters outside every piece are joints, not print.

    Law: for every piece, text[at:at+length] is the print at line.reading[start:start+length].
    """

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, line: Line, start: int = 0, end: int | None = None) -> Printed:
        """Return the characters start to end of a line, as they are."""
        text = line.reading[start:end]
        return cls(text, (Piece(0, line.number, start, len(text)),) if text else ())

    @classmethod
    def join(cls, parts: Iterable[Printed], joint: str = " ") -> Printed:
        """Return the parts one after the other with `joint` between them."""
        texts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for part in parts:
            if texts:
                texts.append(joint)
                at += len(joint)
            texts.append(part.text)
            pieces.extend(Piece(at + p.at, p.line, p.start, p.length) for p in part.pieces)
            at += len(part.text)
        return cls("".join(texts), tuple(pieces))

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> Printed:
        """Return the characters start to end with their places."""
        end = len(self.text) if end is None else end
        if start <= 0 and end >= len(self.text):
            return self
        return Printed(self.text[start:end], tuple(_clip(self.pieces, start, end)))

    def strip(self, characters: str | None = None) -> Printed:
        """Return it without those characters (white space by default) at both ends."""
        stripped = self.text.strip(characters)
        if len(stripped) == len(self.text):
            return self
        left = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(left, left + len(stripped))

    def group(self, match: regex.Match[str], name: str | int = 0) -> Printed:
        """Return what a group of a match on `text` took; it must have taken part."""
        return self.cut(*match.span(name))

    def split(self, pattern: regex.Pattern[str]) -> list[Printed]:
        """Return the non-empty parts between the matches of a pattern, stripped."""
        cuts = [match.span() for match in pattern.finditer(self.text)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(self.text)]
        parts = (self.cut(start, end).strip() for start, end in zip(starts, ends, strict=True))
        return [part for part in parts if part]

    def remove(self, pattern: regex.Pattern[str]) -> Printed:
        """Return it without the matches of a pattern."""
        kept: list[Printed] = []
        last = 0
        for match in pattern.finditer(self.text):
            kept.append(self.cut(last, match.start()))
            last = match.end()
        return Printed.join([*kept, self.cut(last)], "") if kept else self

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of the lines that it stands on, in order."""
        return tuple(dict.fromkeys(piece.line for piece in self.pieces))

    @property
    def spans(self) -> tuple[Span, ...]:
        """One span per line: from the first to the last of its characters there."""
        if len(self.pieces) == 1:
            _, line, first, length = self.pieces[0]
            return (Span(line, first, first + length),)
        found: dict[int, Span] = {}
        for piece in self.pieces:
            end = piece.start + piece.length
            old = found.get(piece.line)
            start = piece.start if old is None else min(old.start, piece.start)
            found[piece.line] = Span(piece.line, start, end if old is None else max(old.end, end))
        return tuple(found.values())


def _clip(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    for piece in pieces:
        left = max(piece.at, start)
        right = min(piece.at + piece.length, end)
        if left < right:
            yield Piece(left - start, piece.line, piece.start + left - piece.at, right - left)
