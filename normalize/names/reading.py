"""A printed name taken apart: the name itself, and what brackets and commas say of its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...languages import written_in
from .affix import Form
from .fold import fold
from .register import Register
from .seats import SMALL

# 'Hyderabad (India)', 'Barcelona (Metropolitan Area)'
BRACKETS = re.compile(r"^(?P<head>.+?)\s*[(\[（](?P<said>[^()\[\]（）]+)[)\]）]\s*$")
# 'Hyderabad, Pakistan', 'Victoria - Seychelles', 'Victoria / Seychelles'
# but not within brackets: 'Brazzaville (Congo - Brazzaville)'
PARTS = re.compile(r"(?:\s*[,，、;]\s*|\s+[-–—/|]\s+)(?![^(\[（]*[)\]）])")
# 'Malé1', 'Malé²', 'Malé [1]', 'Malé (a)', '12. Malé': the mark of a note, the number of a line
MARKS = re.compile(
    r"^\s*\d{1,3}[.)]\s+|(?<=[^\W\d])(?:\^?[1-9]\d?|\s?[¹²³⁰-⁹]+)\s*$"
    r"|\s*[(\[](?:\d{1,2}|[a-z])[)\]]\s*$"
)
# "Ville d'Abidjan", 'Communauté urbaine de l’Agglomération': an elided word is a word
ELIDED = re.compile(r"\b([dl])['’](?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """The forms that the name may have in the register, the longest first.

    `countries` and `region` are what the qualifiers assert (each qualifier by a set of countries,
    of which one is meant); `unknown` are qualifiers that this
    program has no word for, so that the name cannot be trusted to mean the member.
    """

    forms: tuple[Form, ...]
    countries: frozenset[frozenset[str]] = frozenset()
    region: str | None = None
    unknown: tuple[str, ...] = ()


# Reports name the same members again and again.
@lru_cache(maxsize=1 << 12)
def read(printed: str, register: Register) -> Reading:
    """The reading of one printed name. A name that is known whole is never taken apart."""
    key = fold(printed)
    if key in register.names or register.place(key):
        return Reading(register.affixes.forms(key))
    head, qualifiers = _split(MARKS.sub("", printed))
    if not qualifiers:
        return Reading(_forms(head, register))
    asserts: set[str] = set()
    countries: set[frozenset[str]] = set()
    region = None
    unknown = []
    for said in qualifiers:
        kinds = register.affixes.asserted_by(fold(said))
        if kinds is not None:
            asserts |= kinds
        elif where := register.countries.where(said):
            countries.add(where)
        elif (home := register.region(said)) is not None:
            region = home
        elif not (_is_day(said) or _are_initials(said, head) or _same_member(head, said, register)):
            unknown.append(said)
    forms = (*register.affixes.forms(key)[:1], *_forms(head, register))
    return Reading(
        forms=tuple(Form(form.core, form.asserts | asserts) for form in forms),
        countries=frozenset(countries),
        region=region,
        unknown=tuple(unknown),
    )


def _forms(name: str, register: Register) -> tuple[Form, ...]:
    """The forms of a name; the elided word before it may belong to an affix ("Ville d'Abidjan")."""
    forms = register.affixes.forms(fold(name))
    if ELIDED.search(name) is None:
        return forms
    return (*forms, *register.affixes.forms(fold(ELIDED.sub(r"\1 ", name)))[1:])


def _split(printed: str) -> tuple[str, list[str]]:
    """'Cairo (capital), Egypt' -> 'Cairo', ['Egypt', 'capital']"""
    qualifiers: list[str] = []
    head, *rest = PARTS.split(printed.strip())
    qualifiers.extend(part for part in rest if part)
    bracket = BRACKETS.match(head)
    if bracket:
        qualifiers.append(bracket["said"].strip())
        head = bracket["head"]
    return head, qualifiers


def _is_day(said: str) -> bool:
    """'Quito (5 January)': when somebody met says nothing of whom."""
    words = re.findall(r"\w+", said.casefold())
    months = [word for word in words if word in written_in()]
    return bool(months) and all(word[0].isdigit() for word in words if word not in months)


def _are_initials(said: str, head: str) -> bool:
    """'Seoul Metropolitan Government (SMG)': initials in any order say nothing new.

    Another language orders the words otherwise: 'Metropolitan Area of Barcelona (AMB)'.
    """
    initials = [word[0] for word in fold(head).split() if word not in SMALL]
    return said.isupper() and len(said) > 1 and sorted(said.lower()) == sorted(initials)


def _same_member(head: str, said: str, register: Register) -> bool:
    """'Kolkata (Calcutta)': a second name of the same member says nothing new."""
    mine = {name.member_id for name in register.names.get(fold(head), ())}
    return any(name.member_id in mine for name in register.names.get(fold(said), ()))
