"""Times of whole processes, in turn with what they are compared with; medians and ratios.

Texts: ingest of two reports against the import of its three largest libraries. PDFs: a report read
to rows against pdfplumber's extract_text over the same pages. Run with nothing else running.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHELF = Path(os.environ.get("METROLEDGER_ORIGINALS", ROOT / "corpus"))
ROUNDS = 5
IMPORTS = "import sqlalchemy, typer, rapidfuzz"
PLUMBER = """
import pdfplumber, sys
for path in sys.argv[1:]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
"""


def timed(command: list[str]) -> float:
    """Return the seconds that a whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def compare(name: str, ours: list[str], theirs: list[str], fresh: Path) -> None:
    """Print the medians of both commands, run in turn, and the ratio pair by pair."""
    pairs = []
    for _ in range(ROUNDS + 1):
        fresh.unlink(missing_ok=True)
        pairs.append((timed(ours), timed(theirs)))
    ratios = [mine / other for mine, other in pairs[1:]]
    mine, other = (statistics.median(column) for column in zip(*pairs[1:], strict=True))
    middle = statistics.median(ratios)
    print(f"{name}: {mine:.2f} s against {other:.2f} s, ratio {middle:.2f} "
          f"({min(ratios):.2f} to {max(ratios):.2f})")  # fmt: skip


def main() -> None:
    """Run the comparisons on the reports of the shelf."""
    program = str(Path(sys.executable).with_name("metroledger"))
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        texts = sorted(map(str, SHELF.glob("*.txt")))
        pdfs = sorted(map(str, SHELF.glob("*.pdf")))
        ingest = [program, "ingest", "--db", str(db)]
        compare("texts to ledger / imports", [*ingest, *texts], [sys.executable, "-c", IMPORTS], db)
        plumber = [sys.executable, "-c", PLUMBER, *pdfs]
        compare("PDFs to ledger / pdfplumber extract_text", [*ingest, *pdfs], plumber, db)


if __name__ == "__main__":
    main()
