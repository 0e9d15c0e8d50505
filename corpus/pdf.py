"""Set the corpus as PDF: corpus/source/*.toml -> corpus/*.pdf, with ReportLab.

`python corpus/pdf.py` writes them, `python corpus/pdf.py --check` writes nothing and exits 1 when a
file differs from what it would write. Same source and same ReportLab, same bytes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pdf_2020
import pdf_2021
import shape
from made import write_or_check

CORPUS = Path(__file__).resolve().parent
HOUSES = {"metropolis-2020": pdf_2020.pdf, "metropolis-2021": pdf_2021.pdf}


def outputs() -> Iterator[tuple[Path, bytes]]:
    """Every PDF that the sources make, with its bytes."""
    for path in sorted((CORPUS / "source").glob("*.toml")):
        report = shape.read(path)
        yield CORPUS / f"{path.stem}.pdf", HOUSES[report["report"]["layout"]](report)


if __name__ == "__main__":
    sys.exit(write_or_check("Set the corpus as PDF from its source.", outputs()))
