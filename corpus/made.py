"""Files that are made from the sources: written where they differ, or only checked."""

import argparse
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_or_check(description: str, outputs: Iterable[tuple[Path, bytes]]) -> int:
    """Write every file that differs and name it; with --check only name it, and return 1."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true", help="only say which files differ")
    check = parser.parse_args().check
    stale = [(path, data) for path, data in outputs if not _holds(path, data)]
    for path, data in stale:
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        print(f"{'differs' if check else 'written'}: {path.relative_to(ROOT)}")
    return 1 if stale and check else 0


def _holds(path: Path, data: bytes) -> bool:
    return path.exists() and path.read_bytes() == data
