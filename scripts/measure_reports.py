"""Measure what is read from the two original reports, field by field, as a Markdown table.

    python scripts/measure_reports.py ORIGINALS          # prints the table
    python scripts/measure_reports.py ORIGINALS --docs   # writes it into docs/measured.md

ORIGINALS is the folder of the reports, as text and as PDF; they are not part of this repository.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from metroledger.pipeline import ingest
from metroledger.quality import eval as scoring

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "golden" / "originals"
PAGE = ROOT / "docs" / "measured.md"
BEGIN, END = "<!-- originals: begin -->", "<!-- originals: end -->"
HEAD = (
    "| field | gold | precision | recall | F1 | F1 folded | F1 from PDF |\n"
    "|---|---:|---:|---:|---:|---:|---:|\n"
)


def scored(originals: Path, suffix: str) -> scoring.Score:
    """The scores of both reports, added up."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "originals.db"
        ingest(sorted(originals.glob(f"*{suffix}")), db)
        with closing(sqlite3.connect(db)) as connection:
            return scoring.total(scoring.evaluate(connection, [GOLD]))


def table(text: scoring.Score, pdf: scoring.Score) -> str:
    """A row a field, and the activities that are right in all their fields."""
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in _rows(text, pdf))


def _rows(text: scoring.Score, pdf: scoring.Score) -> Iterator[tuple[str, ...]]:
    of_pdf = {each.field: each.strict.f1 for each in pdf.fields}
    for each in text.fields:
        strict = each.strict
        shares = (strict.precision, strict.recall, strict.f1, each.folded.f1, of_pdf[each.field])
        yield (
            each.field,
            str(strict.right + strict.missed),
            *(f"{share:.3f}" for share in shares),
        )
    whole = f"{text.whole / text.activities:.3f}", f"{pdf.whole / pdf.activities:.3f}"
    yield ("whole activities", str(text.activities), whole[0], "", "", "", whole[1])


def printed(page: Path = PAGE) -> str:
    """The table as the page has it."""
    return page.read_text("utf-8").split(f"{BEGIN}\n")[1].split(END)[0]


def main() -> None:
    """Print the table, or write it into the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("originals", type=Path)
    parser.add_argument("--docs", action="store_true", help="write the table into the page")
    options = parser.parse_args()
    made = table(scored(options.originals, ".txt"), scored(options.originals, ".pdf"))
    if options.docs:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(page.replace(f"{BEGIN}\n{printed()}", f"{BEGIN}\n{made}"), "utf-8")
    print(made, end="")


if __name__ == "__main__":
    main()
