"""Set the corpus: corpus/source/*.toml -> corpus/*.txt and tests/golden/corpus/*.json.

`python corpus/build.py` writes them, `python corpus/build.py --check` writes nothing and exits 1
when a file differs from what it would write. Same source, same bytes.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import expected
import house_2020
import house_2021
import shape
from made import write_or_check

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


if __name__ == "__main__":
    sys.exit(write_or_check("Set the corpus from its source.", outputs()))
