"""Partners of the network: one organisation under all the names that reports print."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import RegisterError
from .fold import fold, tight

# 'United Cities and Local Governments (UCLG)'
TWICE = re.compile(r"\s*([^()]+?)\s*\(([^()]+)\)\s*$")


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation, its name as it writes it, and what else is printed for it."""

    partner_id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partners:
    """The organisations that the network works with, by id and by every name."""

    by_id: Mapping[str, Partner]
    by_key: Mapping[str, str]
    """folded name or alias, with and without spaces -> partner id"""

    @classmethod
    def load(cls, path: Path) -> Partners:
        """Read partners.toml; RegisterError when one name is given to two partners."""
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        by_id = {
            key: Partner(key, table["name"], tuple(table.get("aliases", ())))
            for key, table in tables.items()
        }
        by_key: dict[str, str] = {}
        for partner in by_id.values():
            for name in (partner.name, *partner.aliases):
                for key in (fold(name), tight(fold(name))):
                    if by_key.setdefault(key, partner.partner_id) != partner.partner_id:
                        raise RegisterError(
                            f"{path.name}: '{name}' names both {by_key[key]} and"
                            f" {partner.partner_id}; leave it with one of them"
                        )
        return cls(by_id, by_key)

    def find(self, printed: str) -> Partner | None:
        """The partner of that name or alias, whatever its case, accents and hyphens.

        A name with another in brackets is the partner's when both are.
        """
        return self._named(printed) or self._named_twice(printed)

    def _named_twice(self, printed: str) -> Partner | None:
        parts = TWICE.match(printed)
        if parts is None:
            return None
        one, other = map(self._named, parts.groups())
        return one if one is other else None

    def _named(self, printed: str) -> Partner | None:
        key = fold(printed)
        found = self.by_key.get(key) or self.by_key.get(tight(key))
        return self.by_id[found] if found else None
