"""Countries: their codes, their names in the languages of the reports, and their region."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .fold import fold


@dataclass(frozen=True, slots=True)
class Countries:
    """Which country a printed word is, and in which region of the network it lies."""

    codes: Mapping[str, str]
    """folded name -> ISO 3166-1 alpha-2 code"""
    regions: Mapping[str, str]
    """ISO code -> region of the network"""

    @classmethod
    def load(cls, path: Path) -> Countries:
        """Read countries.csv: code, region, names parted by semicolons."""
        codes: dict[str, str] = {}
        regions: dict[str, str] = {}
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                regions[row["country"]] = row["region"]
                codes.update((fold(name), row["country"]) for name in row["names"].split(";"))
        return cls(codes, regions)

    def code(self, printed: str) -> str | None:
        """The code of a country that is given by code or by name; None when it is neither."""
        upper = printed.strip().upper()
        return upper if upper in self.regions else self.codes.get(fold(printed))
