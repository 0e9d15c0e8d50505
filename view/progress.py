"""How far an ingest is, on a terminal: one line of standard error that is gone at its end."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from .terminal import safe, short

if TYPE_CHECKING:
    from ..load.offered import Offered

_CLEAR = "\r\x1b[K"  # back to the start of the line, and erase it


@contextmanager
def progress() -> Iterator[Callable[[Offered], None]]:
    """Return what is to be told of each file that was read; nothing is shown but on a terminal."""
    if not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        yield lambda _: None
        return
    numbers = count(1)
    width = shutil.get_terminal_size().columns - 1

    def show(file: Offered) -> None:
        line = short(safe(f"{next(numbers)} read: {file.name}"), width)
        print(f"{_CLEAR}{line}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print(_CLEAR, end="", file=sys.stderr, flush=True)
