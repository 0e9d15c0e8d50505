"""Countries: their codes, their names in the languages of the reports, and their region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .fold import fold, fold_all
from .table import rows_of


@dataclass(frozen=True, slots=True)
class Countries:
    """Which country a printed word is, and in which region of the network it lies."""

    codes: Mapping[str, str]
    """folded name -> ISO 3166-1 alpha-2 code"""
    regions: Mapping[str, str]
    """ISO code -> region of the network"""
    subdivisions: Mapping[str, frozenset[str]]
    """folded name of a state or province -> the countries that have one of that name"""

    @classmethod
    def load(cls, home: Path) -> Countries:
        """Read countries.csv (code, region, names parted by semicolons) and subdivisions.csv.

        Official names that Unicode does not list stand in countries-by-hand.csv.
        """
        rows = list(rows_of(home / "countries.csv"))
        names = [(name, row["country"]) for row in rows for name in row["names"].split(";")]
        names += [(row["name"], row["country"]) for row in rows_of(home / "countries-by-hand.csv")]
        keys = fold_all([name for name, _ in names])
        codes = {key: country for key, (_, country) in zip(keys, names, strict=True)}
        regions = {row["country"]: row["region"] for row in rows}
        return cls(codes, regions, _read_subdivisions(home / "subdivisions.csv"))

    def code(self, printed: str) -> str | None:
        """The code of a country that is given by code or by name; None when it is neither."""
        upper = printed.strip().upper()
        return upper if upper in self.regions else self.codes.get(fold(printed))

    def where(self, printed: str) -> frozenset[str]:
        """The countries that a qualifier may mean: 'Georgia' is one, and is in the United States.

        Empty for words that are neither a country nor a state or province that is known.
        """
        code = self.code(printed)
        countries = self.subdivisions.get(fold(printed), frozenset())
        return countries if code is None else countries | {code}


def _read_subdivisions(path: Path) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows_of(path):
        key = fold(row["name"])
        found[key] = found.get(key, frozenset()) | {row["country"]}
    return found
