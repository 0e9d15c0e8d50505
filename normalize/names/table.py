"""Tables of the register: CSV in UTF-8 with a heading."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        columns = next(rows)
        for row in rows:
            yield dict(zip(columns, row, strict=False))
