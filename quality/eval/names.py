"""Names gold: printed names and what they mean, held against any resolver."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import NoGold

_MUST = ("raw", "member_id", "group")


@dataclass(frozen=True, slots=True)
class NamesGold:
    """A printed name, what is known of where it stands, and the member that it means, if any."""

    group: str
    raw: str
    member_id: str | None
    kind: str | None = None
    region: str | None = None
    country: str | None = None


# Returns the id of the member that the resolver is sure of, None otherwise.
Resolve = Callable[[NamesGold], str | None]
Answer = tuple[NamesGold, str | None]


@dataclass(frozen=True, slots=True)
class NamesScore:
    """Answers to the names of one group.

    Wrong is a name sent to another member than its own, or to any while it means none; missed
    is a name that was not resolved while it means one.
    """

    group: str
    gold: tuple[NamesGold, ...]
    wrong: tuple[Answer, ...]
    missed: tuple[Answer, ...]

    @property
    def right(self) -> int:
        """How many answers are right, also those that rightly name none."""
        return len(self.gold) - len(self.wrong) - len(self.missed)

    @property
    def precision(self) -> float:
        """Share of the resolved names that are resolved rightly; 1 when none is resolved."""
        found = self._found()
        return found / (found + len(self.wrong)) if found or self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the names of members that are resolved rightly; 1 when there are none."""
        meant = sum(each.member_id is not None for each in self.gold)
        return self._found() / meant if meant else 1.0

    def _found(self) -> int:
        meant = sum(each.member_id is not None for each in self.gold)
        strayed = sum(gold.member_id is not None for gold, _ in self.wrong)
        return meant - strayed - len(self.missed)


def load_names(paths: Sequence[Path]) -> list[NamesGold]:
    """Return the names in CSV files; a folder stands for every `.csv` in it. Raises NoGold.

    Columns: raw, member_id (empty when it means none), group; kind, region and country where they
    are known.
    """
    files = [
        f for path in paths for f in (sorted(path.rglob("*.csv")) if path.is_dir() else [path])
    ]
    return [name for file in files for name in _read(file)]


def score_names(gold: Iterable[NamesGold], resolve: Resolve) -> list[NamesScore]:
    """Return one score per group, in the order of the groups' names."""
    groups: dict[str, list[Answer]] = {}
    for each in gold:
        groups.setdefault(each.group, []).append((each, resolve(each)))
    return [_score(group, groups[group]) for group in sorted(groups)]


def _score(group: str, answers: Sequence[Answer]) -> NamesScore:
    return NamesScore(
        group=group,
        gold=tuple(gold for gold, _ in answers),
        wrong=tuple((gold, got) for gold, got in answers if got not in (None, gold.member_id)),
        missed=tuple(
            (gold, got) for gold, got in answers if got is None and gold.member_id is not None
        ),
    )


def _read(path: Path) -> Iterator[NamesGold]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, ValueError) as error:
        raise NoGold(f"{path}: no names can be read from it ({error})") from error
    for number, row in enumerate(rows, 2):
        if any(row.get(column) is None for column in _MUST) or not row["raw"]:
            raise NoGold(f"{path}, line {number}: names gold has the columns {', '.join(_MUST)}")
        yield NamesGold(
            group=row["group"],
            raw=row["raw"],
            member_id=row["member_id"] or None,
            kind=row.get("kind") or None,
            region=row.get("region") or None,
            country=row.get("country") or None,
        )
