"""What is offered: files and folders -> files, each with the name that the ledger keeps."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = frozenset({".txt", ".pdf"})


@dataclass(frozen=True, slots=True)
class Offered:
    """A file to be read. `name` is its path inside the folder that was given, or its own name.

    `fault` tells why there is nothing to be read, None where there is. What is `passed` over was
    found in a folder, and nobody asked for it by name.
    """

    path: Path
    name: str
    fault: str | None = None
    passed: bool = False


def offered(paths: Iterable[Path]) -> Iterator[Offered]:
    """Yield the files in the order of the paths; a folder's are sorted, hidden ones skipped.

    Whatever else a folder holds is told: other files are passed over, what cannot be looked into
    has a fault.
    """
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder is closed
            yield _file(path, path.name)
            continue
        found = sorted(_inside(path), key=lambda file: file.path.relative_to(path).as_posix())
        if all(file.passed for file in found):
            yield _without(path, path, "no .txt or .pdf in this folder: name another")
        yield from found


def _inside(folder: Path) -> Iterator[Offered]:
    """Yield what a folder holds at any depth. Links to folders are not followed: they may turn
    back; one that leads out of the folder has a fault.
    """
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(place, name) for name in folders):
            if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
                yield _without(folder, path, "links to folders are not followed: name the folder")
        for path in (Path(place, name) for name in files if not name.startswith(".")):
            if path.suffix.lower() in SUFFIXES:
                yield _file(path, path.relative_to(folder).as_posix())
            else:
                yield _without(folder, path, "neither .txt nor .pdf", passed=True)
    for error in closed:
        yield _without(folder, Path(error.filename), f"{_shut(error)}: look at its rights")


def _without(folder: Path, path: Path, fault: str, *, passed: bool = False) -> Offered:
    """What a folder holds, or the folder itself, and nothing in it to be read."""
    name = path.resolve().name if path == folder else path.relative_to(folder).as_posix()
    return Offered(path, _name(name), fault, passed)


def _file(path: Path, name: str) -> Offered:
    """A pipe or a device never ends, so only a regular file is read."""
    fault = None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            fault = "this is no regular file: offer a text or a PDF"
    except FileNotFoundError:
        fault = "there is no such file: look at the name"
    except OSError as error:
        fault = f"{_shut(error)}: look at its name and rights"
    return Offered(path, _name(name), fault)


def _shut(error: OSError) -> str:
    return f"it cannot be opened ({error.strerror})"


def _name(name: str) -> str:
    """Return a name that the ledger can keep: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
