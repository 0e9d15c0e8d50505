"""Text for a terminal: nothing that it obeys, columns that stand under each other."""

from __future__ import annotations

from collections.abc import Sequence


def visible(text: str) -> str:
    """Return a text that no terminal obeys: what cannot be printed is escaped."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text
    )


def shorten(value: str | int | float | None, longest: int) -> str:
    """Return a value as text of at most so many characters, visible; a null is empty."""
    text = visible("" if value is None else str(value))
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines, the first column to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
