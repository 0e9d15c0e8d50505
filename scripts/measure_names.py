"""Measure the reconciler on tests/gold/names/, beside plain rapidfuzz, as a Markdown table.

    python scripts/measure_names.py             # the reconciler alone
    python scripts/measure_names.py --docs      # with ratio and WRatio, into docs/names.md
    python scripts/measure_names.py --misses    # every line that is not right

The plain measures choose the best of all the register's names, both sides folded: the same
knowledge, without order, margin, reach and veto.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from metroledger.normalize.names import Context, Reconciler, Register, fold
from rapidfuzz import fuzz, process

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold" / "names"
PAGE = ROOT / "docs" / "names.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
Method = Callable[[str, str], str | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of gold: `member_id` is empty for a name that means no member."""

    raw: str
    country: str
    member_id: str
    group: str
    source: str


@dataclass(frozen=True, slots=True)
class Score:
    """How a method did on one group: right, sent to a wrong member, left open."""

    lines: int
    right: int
    wrong: int

    @property
    def share(self) -> float:
        """Recall where the lines mean members, the share kept apart where they mean none."""
        return self.right / self.lines


def read_gold(directory: Path = GOLD) -> list[Line]:
    """Every line of every table."""
    lines = []
    for path in sorted(directory.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                lines.append(Line(**row))
    return lines


def group_of(line: Line) -> str:
    """The group without its language, by source: 'exonym fr' counts as 'exonym (libgweather)'."""
    kind = line.group.split()[0]
    return f"{kind} ({line.source})" if kind in ("exonym", "script") else line.group


def score(lines: Iterable[Line], method: Method) -> dict[str, Score]:
    """How often the method gives the member that is meant, by group."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in lines:
        got = method(line.raw, line.country) or ""
        count = counts[group_of(line)]
        count[0] += 1
        count[1] += got == line.member_id
        count[2] += got not in ("", line.member_id)
    return {group: Score(*count) for group, count in counts.items()}


def reconciler(register: Register) -> Method:
    """This project's own way."""
    own = Reconciler(register)
    return lambda raw, country: own.resolve(raw, Context(country=country or None)).member_id


def plain(register: Register, scorer: Callable[..., float], cutoff: float) -> Method:
    """The best name above a cut-off, and nothing else."""
    names = {key: bearers[0].member_id for key, bearers in register.names.items()}
    keys = list(names)

    def best(raw: str, _: str) -> str | None:
        found = process.extractOne(fold(raw), keys, scorer=scorer, score_cutoff=cutoff)
        return names[found[0]] if found else None

    return best


def table(columns: dict[str, dict[str, Score]]) -> str:
    """Groups down, methods across: share right, and how many went to a wrong member."""
    groups = sorted(next(iter(columns.values())), key=lambda group: (is_negative(group), group))
    lines = [
        "| names | lines | " + " | ".join(columns) + " |",
        "|---|---:|" + "---:|" * len(columns),
    ]
    for group in groups:
        cells = [cell(scores[group]) for scores in columns.values()]
        size = next(iter(columns.values()))[group].lines
        lines.append(f"| {group} | {size} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def is_negative(group: str) -> bool:
    """Whether the names of the group mean no member."""
    return group.split()[0] not in ("affix", "exonym", "misprint", "script", "spelling")


def cell(result: Score) -> str:
    """'0.981, 0 wrong'"""
    return f"{result.share:.3f}, {result.wrong} wrong"


def misses(lines: Iterable[Line], method: Method) -> Iterator[str]:
    """What is not right, a line each."""
    for line in lines:
        got = method(line.raw, line.country) or ""
        if got != line.member_id:
            meant = line.member_id or "no member"
            yield f"{line.group}: {line.raw} {line.country} -> {got or 'nobody'}, not {meant}"


def put(text: str, page: Path = PAGE) -> None:
    """Set the table between its two marks on the page."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table and the speed; on demand the misses, or the table with the plain measures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--docs", action="store_true", help="write the table, in a minute or two")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    options = parser.parse_args(arguments)
    lines, register = read_gold(), Register.load()
    own = reconciler(register)
    own("Abdijann", "")
    start = time.perf_counter()
    columns = {"metroledger": score(lines, own)}
    speed = len(lines) / (time.perf_counter() - start)
    if options.docs:
        for name, scorer in (("ratio", fuzz.ratio), ("WRatio", fuzz.WRatio)):
            for cutoff in (85, 90):
                columns[f"{name} {cutoff}"] = score(lines, plain(register, scorer, cutoff))
        put(table(columns))
    print(table(columns))
    print(f"{len(lines)} distinct names, {speed:,.0f} a second once loaded")
    if options.misses:
        print(*misses(lines, own), sep="\n")


if __name__ == "__main__":
    main()
