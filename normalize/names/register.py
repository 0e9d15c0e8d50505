"""The register: members with all their names, and the other places of the world.

Read once from the tables of normalize/register/; what each column means stands in its README.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from .affix import Affixes
from .countries import Countries
from .errors import RegisterError
from .fold import fold, fold_all, tight
from .partners import Partners
from .places import Places
from .table import rows_of

CANONICAL, BY_HAND, CLDR, GEONAMES = "canonical", "by hand", "cldr", "geonames"
DIRECTORY = Path(__file__).resolve().parent.parent / "register"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the network, as members.csv has it."""

    member_id: str
    name: str
    country: str
    region: str
    kind: str
    latitude: float
    longitude: float
    geonames_id: str | None


class Name(NamedTuple):
    """One name of a member: as printed, where it comes from, and whether it needs context."""

    member_id: str
    name: str
    source: str
    needs_context: bool = False


class Place(NamedTuple):
    """A name that other places bear: its usual spelling, their countries, whether one is large."""

    name: str
    countries: tuple[str, ...]
    is_large: bool


@dataclass(frozen=True, eq=False)
class Register:
    """Every name that the program knows, folded, and what bears it. One equals itself alone."""

    members: Mapping[str, Member]
    names: Mapping[str, tuple[Name, ...]]
    """folded name -> the members that bear it (two for 'barcelona')"""
    cores: Mapping[str, tuple[str, ...]]
    """folded name without affixes -> members: 'lyon' -> grand-lyon"""
    affixes: Affixes
    countries: Countries
    partners: Partners
    words: frozenset[str]
    """ordinary words that are no misprint of a member's name"""
    _places: Places

    @classmethod
    def load(cls, directory: Path | None = None) -> Register:
        """Read the tables of a directory; RegisterError when one names an unknown member."""
        home = directory or DIRECTORY
        members = {member.member_id: member for member in _read_members(home / "members.csv")}
        affixes = Affixes.load(home / "affixes.toml")
        return cls(
            members=members,
            names=_by_key(home, members),
            cores=_by_core(members, affixes),
            affixes=affixes,
            countries=Countries.load(home),
            partners=Partners.load(home / "partners.toml"),
            words=_read_words(home / "words.csv"),
            _places=Places.load(home / "places.csv"),
        )

    def place(self, key: str) -> Place | None:
        """The other places of that folded name; None when no list knows one."""
        row = self._places.find(key)
        return None if row is None else Place(row[0], tuple(row[1].split()), row[2] == "x")

    def region(self, printed: str) -> str | None:
        """The region of the network of that name, or the only one whose name begins so.

        'ASIA PACIFIC' and 'Asia' are Asia-Pacific; None for other words.
        """
        words = _region_words(printed)
        found = [name for key, name in self.regions.items() if key[: len(words)] == words]
        return found[0] if len(found) == 1 else None

    def siblings(self, member_id: str) -> tuple[str, ...]:
        """Other members that are called the same but for an affix: the two Barcelonas."""
        return self._siblings[member_id]

    def names_of(self, member_id: str) -> tuple[Name, ...]:
        """Every name of a member, the canonical one first."""
        return self._names_by_member[member_id]

    @cached_property
    def regions(self) -> Mapping[tuple[str, ...], str]:
        """Words of the name -> the region as members.csv writes it."""
        return {_region_words(m.region): m.region for m in self.members.values()}

    @cached_property
    def large_places(self) -> tuple[str, ...]:
        """Folded names of the cities that a misprint could mean as well."""
        return self._places.large

    @cached_property
    def tight_names(self) -> Mapping[str, tuple[Name, ...]]:
        """The names that people keep by their folded form without spaces: 'saopaulo'.

        In other scripts every name: translators part words as they like (ブエノス・アイレス).
        """
        return {
            tight(key): names
            for key, names in self.names.items()
            if names[0].source in (CANONICAL, BY_HAND) or not key.isascii()
        }

    @cached_property
    def _siblings(self) -> Mapping[str, tuple[str, ...]]:
        return {
            member_id: tuple(other for other in alike if other != member_id)
            for alike in self.cores.values()
            for member_id in alike
        }

    @cached_property
    def _names_by_member(self) -> Mapping[str, tuple[Name, ...]]:
        found: dict[str, list[Name]] = defaultdict(list)
        for names in self.names.values():
            for name in names:
                found[name.member_id].append(name)
        return {member_id: tuple(names) for member_id, names in found.items()}


def _read_members(path: Path) -> Iterator[Member]:
    for row in rows_of(path):
        yield Member(
            member_id=row["member_id"],
            name=row["name"],
            country=row["country"],
            region=row["region"],
            kind=row["kind"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            geonames_id=row["geonames_id"] or None,
        )


def _read_words(path: Path) -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of(path))


def _by_key(home: Path, members: Mapping[str, Member]) -> Mapping[str, tuple[Name, ...]]:
    """Canonical names first, then what people wrote, then what was generated."""
    found: dict[str, list[Name]] = defaultdict(list)
    every = list(_all_names(home, members))
    keys = fold_all([name.name for name in every])
    for key, name in zip(keys, every, strict=True):
        if name.member_id not in members:
            raise RegisterError(
                f"the alias '{name.name}' belongs to '{name.member_id}', which is no member;"
                f" correct it in {home} or add the member to members.csv"
            )
        bearers = found[key]
        if all(name.member_id != bearer.member_id for bearer in bearers):
            bearers.append(name)
    return {key: tuple(names) for key, names in found.items()}


def _all_names(home: Path, members: Mapping[str, Member]) -> Iterator[Name]:
    for member in members.values():
        yield Name(member.member_id, member.name, CANONICAL)
    for row in rows_of(home / "aliases-by-hand.csv"):
        yield Name(row["member_id"], row["name"], BY_HAND, row["needs_context"] == "yes")
    for row in rows_of(home / "aliases.csv"):
        yield Name(row["member_id"], row["name"], row["source"])


def _by_core(members: Mapping[str, Member], affixes: Affixes) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for member in members.values():
        core = affixes.forms(fold(member.name))[-1].core
        found[core] += (member.member_id,)
    return dict(found)


def _region_words(printed: str) -> tuple[str, ...]:
    """The folded words of a region's name: '& the Caribbean' is 'and Caribbean'."""
    return tuple(word for word in fold(printed).split() if word not in {"and", "the"})
