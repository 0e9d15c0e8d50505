"""Printed numbers -> numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from ..extract.numerals import IN_WORDS, spelled
from ..extract.shapes import AMOUNT, KINDS
from ..languages import languages

_CURRENCIES = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "US$": "USD",
    "EUR": "EUR",
    "USD": "USD",
    "GBP": "GBP",
}
_QUALIFIERS = {"+": "at least", ">": "at least", "≥": "at least", "~": "about", "≈": "about"}
_AT_MOST = {"<", "≤"}
_GROUPING = regex.compile(r"['’\u00a0\u202f ]")
# 346,021.63   346.021,63   1,412   1.412   55
_LAST_MARK = regex.compile(r"^(?P<whole>[\d.,]*?)(?:(?P<mark>[.,])(?P<part>\d+))?$")
# 1.234   1,2   55
_ONE_MARK = regex.compile(r"^\d+(?:[.,]\d+)?$")
_GROUP = 3


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure: its value, the ISO 4217 code of an amount of money, and how exact it is."""

    value: float
    unit: str | None
    qualifier: str


def amount(printed: str) -> Amount | None:
    """Return the figure that a text prints, None when it prints none.

    A plus before or after means at least ('1,200+', '+1,412'), as 'more than' does before it; '<'
    and 'up to' at most; '~' and 'nearly' about. What is printed in thousands or millions has a
    decimal mark and no other ('1.234 million'). Words may tell it: 'nine hundred'.
    """
    match = AMOUNT.match(printed.strip())
    if not match:
        return _in_words(printed.strip())
    before, after = match["before"] or "", match["after"] or ""
    unit = _CURRENCIES.get(before) or _CURRENCIES.get(after) or ("%" if after == "%" else None)
    qualifier = "at most" if before in _AT_MOST else _QUALIFIERS.get(before, _told(match))
    value = number(match["number"])
    if match["times"]:
        value = round(_decimal(match["number"]) * _multiples()[match["times"].casefold()], 2)
    value = -value if match["minus"] else value
    return Amount(value, unit, "at least" if match["more"] else qualifier)


def _in_words(printed: str) -> Amount | None:
    match = IN_WORDS.match(printed)
    return Amount(spelled(match["number"]), None, _told(match)) if match else None


def _told(match: regex.Match[str]) -> str:
    return next((kind for kind in KINDS if match[kind]), "exact").replace("_", " ")


def _decimal(digits: str) -> float:
    """Return the number that digits print which one mark parts at most."""
    return (
        float(_GROUPING.sub("", digits).replace(",", "."))
        if _ONE_MARK.match(digits)
        else number(digits)
    )


@cache
def _multiples() -> Mapping[str, int]:
    """Return how many times its figure each word or sign says, folded."""
    words = (language.multiples for language in languages().values())
    return {"k": 1_000, "m": 1_000_000} | {word: n for each in words for word, n in each.items()}


def number(digits: str) -> float:
    """Return the number that digits with dots and commas print.

    The last mark is the decimal mark, unless exactly three digits follow it and it is the only
    kind of mark: then it groups thousands ('1,412', '1.412', '1,234,567').
    """
    plain = _GROUPING.sub("", digits)
    match = _LAST_MARK.match(plain)
    if not match or not match["mark"]:
        return float(plain.replace(".", "").replace(",", ""))
    other = "," if match["mark"] == "." else "."
    groups = len(match["part"]) == _GROUP and other not in match["whole"]
    whole = match["whole"].replace(".", "").replace(",", "") or "0"
    return float(whole + match["part"]) if groups else float(f"{whole}.{match['part']}")
