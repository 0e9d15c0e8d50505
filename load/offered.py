"""What is offered: files and folders -> files, each with the name that the ledger keeps."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = frozenset({".txt", ".pdf"})


@dataclass(frozen=True, slots=True)
class Offered:
    """A file to be read. `name` is its path inside the folder that was given, or its own name.

    `fault` tells why there is nothing to be read, None where there is.
    """

    path: Path
    name: str
    fault: str | None = None


def offered(paths: Iterable[Path]) -> Iterator[Offered]:
    """Yield the files in the order of the paths; a folder's are sorted, hidden ones skipped."""
    for path in paths:
        if not path.is_dir():
            yield _file(path, path.name)
            continue
        found = sorted(_inside(path), key=lambda file: file.relative_to(path).as_posix())
        if not found:
            yield Offered(path, _name(path.name), "no .txt or .pdf in this folder: name another")
        for file in found:
            yield _file(file, file.relative_to(path).as_posix())


def _inside(folder: Path) -> Iterator[Path]:
    """Yield texts and PDFs at any depth. Links to folders are not followed: they may turn back."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(place, name)


def _file(path: Path, name: str) -> Offered:
    """A pipe or a device never ends, so only a regular file is read."""
    if not path.exists():
        return Offered(path, _name(name), "there is no such file: look at the name")
    if not path.is_file():
        return Offered(path, _name(name), "this is no regular file: offer a text or a PDF")
    return Offered(path, _name(name))


def _name(name: str) -> str:
    """Return a name that the ledger can keep: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
