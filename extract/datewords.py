"""The words of a printed date, each of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from ..languages import either, languages, month_names, weekday_names, words_of, written_in
from .months import month_number
from .shapes import COUNT, MARK, MARK_ENDS

# '(3 July)'   '3 July (Friday)'   '3 July (Quito), 5 July (Lima)': what stands in brackets behind a
# date is none
_BRACKETS = regex.compile(r"(?<=\S)\s*\([^()\d]{2,30}\)(?=$|[,;\s])|[()]")
# '3 July, Quito; 5 July, Lima (Peru)'   '3 July, online'   '3–5 July – online': so are words behind
# a sign, but behind a dash those in capitals are a title
_NAME = r"[\p{L}\p{M}'’.-]+(?:\s[\p{L}\p{M}'’.-]+){0,4}(?:\s\([^()\d]+\))?"
_PLACE = regex.compile(
    rf"(?<=\w)(?:,\s+(?=\p{{Lu}}){_NAME}|(?:,|\s[-–—|])\s+\p{{Ll}}[\p{{Ll}}-]+)(?=\s*(?:[;/|·&]|$))"
)
# 'Santiago de Chile, 3 July': and those before one
_PLACE_BEFORE = regex.compile(rf"^(?=\p{{Lu}}){_NAME},\s+(?=\d)")
_BEFORE_PLACES = regex.compile(r",\s|\s[-–—|]\s")
# Signs between two days; a range is torn behind them.
_SIGNS = "-‐‑‒–—−~〜～→/&+"
_TORN = ("-", "–", "—", "−", "→", "/", "&")
# A word ends before what is no letter, or at its apostrophe or hyphen: 'l'8', 'd'abril', 'mid-July'
_END = r"(?:(?<=['’-])|(?!\p{L}))"

_LETTERS = regex.compile(r"\p{L}+")
_FIGURE_OR_WORD = regex.compile(r"\d|\p{L}+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a date and the letter of its kind.

    W is a day of the week, D that of the month, M a month, Y a year, I figures of all three, N
    figures of the first two before those of all three, Q a part of a year, J a joint, C a comma, O
    an opening, S a small word inside, U one that is not known.
    """

    kind: str
    text: str


def date_words(text: str, language: str) -> list[Word]:
    """Return the words of a text, none when one is of no kind.

    One word may be unknown, since it may be a month that is misprinted.
    """
    pattern = _Print.of(language).word
    text = text.strip()
    if text[-1:] in MARK_ENDS:
        text = MARK.sub("", text)
    if COUNT.search(text):
        return []
    if ")" in text:
        text = _BRACKETS.sub(" ", text).strip()
    words: list[Word] = []
    at = unknown = 0
    while at < len(text):
        match = pattern.match(text, at)
        if not match:
            return []
        kind = str(match.lastgroup)
        word = match[kind].casefold()
        if kind == "U":
            kind = _kind(word, language)
            unknown += kind == "U"
        if unknown > 1:
            return []
        words.append(Word(kind, word))
        at = match.end()
    return words


def may_be_date(text: str, language: str) -> bool:
    """Tell whether a figure, a month or a day comes before two other words: a quick no for prose.

    So it may behind the name of a place. One word may be misprinted; small ones do not count.
    """
    known = _Print.of(language)
    others = 0
    for match in _FIGURE_OR_WORD.finditer(text):
        word = match[0].casefold()
        if word in known.names or word.isdigit():
            return True
        others += word not in known.small
        if others > 1:
            return "," in text and _begins_with_place(text)
    return False


def _begins_with_place(text: str) -> bool:
    comma = text.find(",")
    return text[comma + 2 : comma + 3].isdigit() and bool(_PLACE_BEFORE.match(text))


def before_time(text: str, language: str) -> str | None:
    """Return what stands before a time of day that ends a text, None where none does."""
    time = _Print.of(language).time.search(text)
    return text[: time.start()] if time else None


def without_places(text: str) -> str:
    """Return a text without the words that stand behind its dates, or before the first."""
    if not _BEFORE_PLACES.search(text) or not names_months(text):
        return text
    return _PLACE_BEFORE.sub("", _PLACE.sub("", text))


def foreign(text: str, language: str) -> list[str]:
    """Return the other languages in which a word of a text is a month in full."""
    known = written_in()
    found = (code for word in _LETTERS.findall(text.casefold()) for code in known.get(word, ()))
    return [code for code in dict.fromkeys(found) if code != language]


def names_months(text: str) -> bool:
    """Tell whether a word of a text is a month in full, or a part of a year, in any language."""
    return not _month_words().isdisjoint(_LETTERS.findall(text.casefold()))


@cache
def _month_words() -> frozenset[str]:
    parts = (word for each in languages().values() for word in (*each.spans, *each.parts))
    return frozenset((*written_in(), *parts))


def torn_ends(language: str) -> tuple[str, ...]:
    """Return what the first line of a range ends with that is torn over two lines."""
    return _Print.of(language).torn_ends


@dataclass(frozen=True, slots=True)
class _Print:
    """How a language prints dates: one word of them, a time of day, the end of a torn range.

    Each word is in a group that is named by the letter of its kind. `names` are the words in the
    names of months and days, `small` those in whatever else stands in a date.
    """

    word: regex.Pattern[str]
    time: regex.Pattern[str]
    torn_ends: tuple[str, ...]
    names: frozenset[str]
    small: frozenset[str]

    @classmethod
    @cache
    def of(cls, language: str) -> _Print:
        """Return how this language prints dates."""
        words = words_of(language)
        known = (*month_names(language), *weekday_names(language))
        several = [name for name in known if name[0].isalpha() and not name.isalpha()]
        joints = (*words.joints, *words.ands)
        small = (*words.opening, *words.inside, *words.nth, *words.spans)
        # 3   3rd   1º   1.º   3. before a word, a dash or a comma
        sign = r"\.?\s?[ºª°](?!\p{L})"
        ordinal = rf"\s?{either(words.ordinals)}\b|{sign}|\.(?=\s*[{_SIGNS},;\p{{L}}])"
        # Q3   first quarter   1st half   2.º trimestre
        nth = rf"(?:{either(words.nth)}|[1-4](?:{ordinal})?)"
        part = rf"{either(words.parts)}[1-4](?!\w)|{nth}\s+{either(words.spans)}(?!\p{{L}})"
        # 2020-07-03   2020/07/03   3.7.2020   3. 7. 2020
        figures = r"\d{4}(?:-\d\d-|/\d\d/)\d\d|(?:\d\d?(?:[./-]|\.\s)){2}\d{4}(?!\d)"
        # 28/06 in 28/06–30/07/2019   28.6. in 28.6. – 30.7.2019
        until = rf"\s*[{_SIGNS}]\s*\d\d?"
        most = (
            rf"\d\d?/\d\d?(?={until}/\d\d?/\d{{4}})"
            rf"|\d\d?\.\s?\d\d?\.?(?={until}\.\s?\d\d?\.\s?\d{{4}})"
        )
        word = rf"""\s*(?:
          (?P<U>{either(several)}(?!\p{{L}}))         # segunda-feira
        | (?P<I>{figures})
        | (?P<N>{most})
        | (?P<Y>(?:\d{{2}}|['’‘])\d{{2}}(?!\d))       # 2020   ’20
        | (?P<Q>{part})
        | (?P<D>\d{{1,2}}(?!\d))(?:{ordinal})?
        | (?P<J>[{_SIGNS}]|{either(joints)}{_END})
        | (?P<C>[,;|·])
        | (?P<O>{either(words.opening)}{_END})
        | (?P<S>{either(words.inside)}{_END})
        | (?P<U>\p{{L}}+)\.?
        )"""
        # '3 July, 15:00 CET'   '3 July at 3 pm'   '3 July | 15h00 – 16h30'   '3. Juli um 15 Uhr'
        # '3 luglio, alle ore 15'
        hour = rf"[:.h]\d{{2}}\b|\s?h\b|\s?[ap]\.?m\b|\s?{either(words.hours)}\b"
        clock = rf"\s*[,|·]?(?:\s*\b{either(words.clock)}\b(?P<clock>))?\s+\d{{1,2}}"
        time = rf"{clock}(?:(?:{hour}).*|(?(clock)|(?!)))$"
        return cls(
            word=regex.compile(word, regex.X | regex.I),
            time=regex.compile(time, regex.I),
            torn_ends=(*_TORN, *(f" {joint}" for joint in joints)),
            names=frozenset(_LETTERS.findall(" ".join((*known, *words.parts)))),
            small=frozenset(_LETTERS.findall(" ".join((*joints, *small)))),
        )


def _kind(word: str, language: str) -> str:
    if month_number(word, language):
        return "M"
    return "W" if word in weekday_names(language) else "U"
