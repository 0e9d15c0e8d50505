"""What is wrong with a register: names that could send a mention to the wrong member.

A name that two members bear, or another city, a country or a partner, is refused unless a person
has written why in aliases-by-hand.csv. Canonical names are the network's own and stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .fold import fold
from .register import BY_HAND, CANONICAL, DIRECTORY, Name, Register
from .table import rows_of


def problems(directory: Path | None = None) -> list[str]:
    """One line for each name that is refused, saying what to do; none for a sound register."""
    home = directory or DIRECTORY
    register = Register.load(home)
    reasons = {
        (row["member_id"], fold(row["name"])): row["why"].strip()
        for row in rows_of(home / "aliases-by-hand.csv")
    }
    return [
        *_without_reason(home),
        *_shared(register, reasons),
        *_of_others(register, reasons),
    ]


def _without_reason(home: Path) -> Iterator[str]:
    for row in rows_of(home / "aliases-by-hand.csv"):
        if not row["why"].strip():
            yield f"'{row['name']}' of {row['member_id']} has no reason: write it in the column why"
        if row["needs_context"] not in ("", "yes"):
            yield f"'{row['name']}': needs_context is yes or empty, not '{row['needs_context']}'"


def _shared(register: Register, reasons: dict[tuple[str, str], str]) -> Iterator[str]:
    for key, names in register.names.items():
        silent = [name for name in names if not _is_explained(name, key, reasons)]
        if len({_core(register, name) for name in names}) > 1 and silent:
            bearers = " and ".join(name.member_id for name in names)
            yield f"'{names[0].name}' is a name of {bearers}: strike it, or write why by hand"


def _core(register: Register, name: Name) -> str:
    """The two Barcelonas share their bare names by right."""
    canonical = register.members[name.member_id].name
    return register.affixes.forms(fold(canonical))[-1].core


def _of_others(register: Register, reasons: dict[tuple[str, str], str]) -> Iterator[str]:
    for key, names in register.names.items():
        other = _other_bearer(register, key)
        for name in names:
            if other and name.source != CANONICAL and not _is_explained(name, key, reasons):
                yield (
                    f"'{name.name}' of {name.member_id} is {other} too:"
                    " strike it, or write why by hand"
                )


def _other_bearer(register: Register, key: str) -> str | None:
    place = register.place(key)
    if place is not None:
        return f"the city {place.name} ({', '.join(place.countries)})"
    country = register.countries.codes.get(key)
    if country is not None:
        return f"the country {country}"
    partner = register.partners.find(key)
    return None if partner is None else f"the partner {partner.name}"


def _is_explained(name: Name, key: str, reasons: dict[tuple[str, str], str]) -> bool:
    return name.source == BY_HAND and bool(reasons.get((name.member_id, key)))
