"""Set many text reports that differ in period, names and words, to measure a large shelf by.

    python scripts/make_many_reports.py FOLDER --reports 1000

Each is a report of corpus/source/ in another year: one activity in ten is left out, the names in
each list of an activity are drawn anew from those that the report prints, and every paragraph of an
activity ends in words of its own. The same number of reports gives the same bytes.
"""

from __future__ import annotations

import argparse
import copy
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
sys.path.insert(0, str(CORPUS))

import build  # noqa: E402 - the corpus is a folder of scripts, not a package
import shape  # noqa: E402

if TYPE_CHECKING:
    from shape import Report

_LEFT_OUT = 0.1
_WORDS = "harbour tram garden budget archive river market bridge school clinic".split()
_YEAR = re.compile(r"\b(19|20)\d\d\b")


def main() -> None:
    """Read the arguments and write the reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=1000)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, text in reports(arguments.reports):
        (arguments.folder / f"{name}.txt").write_text(text, "utf-8")


def reports(count: int) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each report, the sources in turn and ever earlier."""
    sources = [shape.read(path) for path in sorted((CORPUS / "source").glob("*.toml"))]
    for number in range(count):
        years, which = divmod(number, len(sources))
        report = varied(sources[which], years, random.Random(number))
        text = build.HOUSES[report["report"]["layout"]](report)
        yield f"{number:05}-{report['report']['report_id']}", text


def varied(source: Report, years: int, chance: random.Random) -> Report:
    """Return a report so many years earlier, with other names in its activities."""
    report = copy.deepcopy(source)
    report["report"]["report_id"] = _earlier(report["report"]["report_id"], years)
    report["cover"] = [_earlier(line, years) for line in report["cover"]]
    kept = [each for each in report["activities"] if chance.random() > _LEFT_OUT]
    report["activities"] = kept
    names = sorted({name for each in kept for name in each.get("members", [])})
    for activity in kept:
        if "members" in activity:
            activity["members"] = chance.sample(names, len(activity["members"]))
        activity["narrative"] = [
            f"{paragraph} {' '.join(chance.choices(_WORDS, k=8)).capitalize()}."
            for paragraph in activity["narrative"]
        ]
    return report


def _earlier(text: str, years: int) -> str:
    return _YEAR.sub(lambda match: str(int(match[0]) - years), text)


if __name__ == "__main__":
    main()
