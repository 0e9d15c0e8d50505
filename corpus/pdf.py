"""Set the corpus as PDF: corpus/source/*.toml -> corpus/*.pdf, with ReportLab.

`python corpus/pdf.py` writes them, `python corpus/pdf.py --check` writes nothing and exits 1 when a
file differs from what it would write. Same source and same ReportLab, same bytes.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pdf_2020
import pdf_2021
import shape

CORPUS = Path(__file__).resolve().parent
HOUSES = {"metropolis-2020": pdf_2020.pdf, "metropolis-2021": pdf_2021.pdf}


def outputs() -> Iterator[tuple[Path, bytes]]:
    """Every PDF that the sources make, with its bytes."""
    for path in sorted((CORPUS / "source").glob("*.toml")):
        report = shape.read(path)
        yield CORPUS / f"{path.stem}.pdf", HOUSES[report["report"]["layout"]](report)


def main() -> int:
    """Write or check; the number returned is the exit code."""
    parser = argparse.ArgumentParser(description="Set the corpus as PDF from its source.")
    parser.add_argument("--check", action="store_true", help="only say which files differ")
    check = parser.parse_args().check
    stale = [(path, data) for path, data in outputs() if not _holds(path, data)]
    for path, data in stale:
        if not check:
            path.write_bytes(data)
        print(f"{'differs' if check else 'written'}: {path.relative_to(CORPUS.parent)}")
    return 1 if stale and check else 0


def _holds(path: Path, data: bytes) -> bool:
    return path.exists() and path.read_bytes() == data


if __name__ == "__main__":
    sys.exit(main())
