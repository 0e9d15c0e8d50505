"""Programs whose translators gave cities their names in other languages, as sources of gold.

Each source yields an English name, where the city lies, and its name in that language. None of
them is a source of the register.
"""

from __future__ import annotations

import gettext
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

# Maps of KGeography whose places are capitals, and of countries with members among their divisions
KGEOGRAPHY_MAPS = frozenset(
    f"{name}.kgm"
    for name in (
        "world", "africa", "asia", "europe", "southamerica", "northamerica2004", "northamerica",
        "china", "brazil", "southafrica", "indonesia", "korea", "iran", "turkey",
    )
)  # fmt: skip


class Cities(Protocol):
    """A source of cities, each with its country."""

    source: str

    def translations(self, language: str) -> Iterator[tuple[str, str, str]]:
        """English name, country, name in that language, where the translators gave one."""


class Gweather:
    """City names of libgweather with the translations that its translators gave them."""

    source = "libgweather"

    def __init__(self, share: Path) -> None:
        self.cities: list[tuple[str, str, str | None]] = []
        for country in ET.parse(share / "libgweather-4" / "Locations.xml").iter("country"):
            code = country.findtext("iso-code") or ""
            for city in country.iter("city"):
                name = city.find("_name")
                if name is not None and name.text:
                    self.cities.append((name.text, code, name.get("msgctxt")))
        self._share = share

    def translations(self, language: str) -> Iterator[tuple[str, str, str]]:
        """English name, country, name in that language, where the translators gave one."""
        catalogue = gettext.translation(
            "libgweather-4.0-locations", self._share / "locale", [language]
        )
        for name, country, context in self.cities:
            told = catalogue.pgettext(context, name) if context else catalogue.gettext(name)
            if told and told != name:
                yield name, country, told


class Kgeography:
    """Capitals and divisions of KGeography's maps with the translations of KDE's translators."""

    source = "KGeography"

    def __init__(self, locale: Path) -> None:
        self._locale = locale

    def translations(self, language: str) -> Iterator[tuple[str, str, str]]:
        """English name, map, name in that language."""
        for key, told in sorted(_catalogue(self._locale, language, "kgeography").items(), key=str):
            if isinstance(key, str) and ".kgm\x04" in key and told:
                where, name = key.split("\x04")
                if where in KGEOGRAPHY_MAPS and told != name:
                    yield name, where, told


class Kstars:
    """The cities of KStars, from which people watch the sky, as KDE's translators write them."""

    source = "KStars"

    def __init__(self, locale: Path, code: Callable[[str], str | None]) -> None:
        self._locale = locale
        self._code = code

    def translations(self, language: str) -> Iterator[tuple[str, str, str]]:
        """English name, country, name in that language, where the translators gave one."""
        for key, told in sorted(_catalogue(self._locale, language, "kstars").items(), key=str):
            if isinstance(key, str) and key.startswith("City in ") and told:
                where, name = key.removeprefix("City in ").split("\x04")
                if told != name:
                    yield name, self._country(where), told

    def _country(self, where: str) -> str:
        """'Alabama USA' -> 'US'; empty for a country that has another name today."""
        words = where.split()
        tails = (" ".join(words[at:]) for at in range(len(words)))
        return next(filter(None, map(self._code, tails)), "")


def _catalogue(locale: Path, language: str, domain: str) -> Mapping[str, str]:
    """What a program says in a language: its English text, with its context, and the other."""
    with (locale / language / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        return dict(vars(gettext.GNUTranslations(file))["_catalog"])
