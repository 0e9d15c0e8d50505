"""Set the corpus: corpus/source/*.toml -> corpus/*.txt and tests/golden/corpus/*.json.

`python corpus/build.py` writes them, `python corpus/build.py --check` writes nothing and exits 1
when a file differs from what it would write. Same source, same bytes.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import expected
import house_2020
import house_2021
import shape

CORPUS = Path(__file__).resolve().parent
GOLDEN = CORPUS.parent / "tests" / "golden" / "corpus"
HOUSES = {"metropolis-2020": house_2020.text, "metropolis-2021": house_2021.text}


def as_json(rows: dict[str, Any]) -> str:
    """Expected rows as they stand in a golden file."""
    return json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def outputs() -> Iterator[tuple[Path, bytes]]:
    """Every file that the sources make, with its bytes."""
    for path in sorted((CORPUS / "source").glob("*.toml")):
        report = shape.read(path)
        text = HOUSES[report["report"]["layout"]](report)
        yield CORPUS / f"{path.stem}.txt", text.encode()
        yield GOLDEN / f"{path.stem}.json", as_json(expected.rows(report)).encode()


def main() -> int:
    """Write or check; the number returned is the exit code."""
    parser = argparse.ArgumentParser(description="Set the corpus from its source.")
    parser.add_argument("--check", action="store_true", help="only say which files differ")
    check = parser.parse_args().check
    stale = [(path, data) for path, data in outputs() if not _holds(path, data)]
    for path, data in stale:
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        print(f"{'differs' if check else 'written'}: {path.relative_to(CORPUS.parent)}")
    return 1 if stale and check else 0


def _holds(path: Path, data: bytes) -> bool:
    return path.exists() and path.read_bytes() == data


if __name__ == "__main__":
    sys.exit(main())
