"""What looks like the name of a person, and what stands about it that is none of it."""

from __future__ import annotations

from dataclasses import replace

import regex

from ...languages import every
from ..fold import fold
from ..layout import Layout
from ..printed import Printed
from ..shapes import BULLET, TENURE
from ..words import Text, unmarked

# Müller   Martínez-Almeida   Beugré   al-Mansouri   N’Guessan   d’Artagnan   小明
_WORD = r"(?:\p{Ll}{1,4}['’\-])?[\p{Lu}\p{Lo}][\p{L}\p{M}.'’‐‑·\-]*"
# David Makhura   Laura Pérez Castaño   Mohammad Reza Kalaei   Dr Bonthu Rammohan   Oh Se-Hoon
# Gaël d'Astorg   María de los Ángeles Ruiz y Soto   Abdelkader ben Youssef al-Mansouri
NAME = regex.compile(rf"^{_WORD}(?:\s+(?:{_WORD}|{every('particles')}(?!\S))){{0,8}}$")
# 王小明   이순신   a name whose parts no space parts
_UNPARTED = regex.compile(r"^[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}·・]{2,}$")
# 王小明 (Wang Xiaoming)   Wang Xiaoming (王小明): the same name in other letters
_LATIN = r"\((?:\p{Lu}[\p{L}'’\-]*\s?){1,4}\)"
_BYNAME = regex.compile(rf"(?<=\p{{Lo}})\s*{_LATIN}$|\s*\([\p{{Lo}}\s·・]+\)$")
# (she/her)   (they / them)
_PRONOUNS = regex.compile(r"\s*\(\p{L}{1,5}(?:\s?/\s?\p{L}{1,5}){1,2}\)")
# Jane Roe (interim)   Jane Roe (a.i.)
_REMARK = regex.compile(r"\s*\(\p{Ll}[^()]*\)$")
# Alcaldesa de Quito   Mairesse
_SEAT = regex.compile(rf"^{every('seats')}(?!\p{{L}})", regex.I)
# Jane Roe, PhD   Jane Roe, PhD, Mayor   Jane Roe, O.B.E. (since 3 July)
_HONOUR = rf",\s*(?i:{every('honours')})\.?(?=\s*(?:[,(]|[-–—]\s|$))"
_HONOURS = regex.compile(_HONOUR)
# Jane Roe OBE: without a comma those of several capitals, but for 'John Poe III'
_IN_CAPITALS = regex.compile(rf"\s(?!I)(?=\p{{Lu}}{{3,4}}$)(?i:{every('honours')})$")
_ABOUT = (BULLET, TENURE, _PRONOUNS, _HONOURS, _REMARK)
# Jane Roe, Mayor   Jane Roe – Mayor   Jane Roe (Mayor), the bracket perhaps closed on the next line
# or a tenure behind it
_TENURE = rf"(?ix:{TENURE.pattern})"
PARTING = regex.compile(
    rf"(?!{_HONOUR}),|\s[-–—](?=\s)|(?<!\p{{Lo}}(?=\s{_LATIN}))"
    rf"\s(?!{_TENURE})(?P<bracket>\()(?=\p{{Lu}}[^()]*(?:\)(?:\s*{_TENURE})?)?$)"
)
# Mayor of Berlin   Governing Mayor of   Head of the
_SEAT_OF = regex.compile(r"\p{Lu}\S*(?:\s\p{Lu}\S*)*\s\p{Ll}{1,3}(?!\S)")
# of Berlin   of the Council   de Quito
_TO_PLACE = regex.compile(r"\s\p{Ll}{1,3}\s(?:the\s)?\p{Lu}")
# Mayor of Berlin behind a name: Jane Roe Mayor of Berlin
_SEAT_BEHIND = regex.compile(
    rf"\s(?:[/|]\s)?(?=(?P<seat>\p{{Lu}}\S*))\p{{Lu}}\S*(?:\s\p{{Lu}}\S*)*{_TO_PLACE.pattern}"
)
# Jane Roe; John Poe   Jane Roe & John Poe   Jane Roe / John Poe
_SIGNS = (regex.compile(r"\s*;\s*"), regex.compile(r"\s+[&/]\s+"))

_SIGN = regex.compile(r"[;&/]")


def is_name(words: str) -> bool:
    """Tell whether words look like a person's name: two words or more, where spaces part them."""
    words = _BYNAME.sub("", words.strip())
    return bool((NAME if len(words.split()) > 1 else _UNPARTED).match(words))


def is_person(words: str, layout: Layout) -> bool:
    """Tell whether words are a person's name and none of them is of a seat."""
    words = bare_name(Printed(words, ())).text
    return is_name(words) and not is_seat(words, layout)


def is_seat(words: str, layout: Layout) -> bool:
    """Tell whether a word of a seat is among these, or they begin with one of any language."""
    return not layout.words["seats"].isdisjoint(fold(words).split()) or bool(_SEAT.match(words))


def seat_behind(words: str, layout: Layout) -> int:
    """Return where the seat of a place begins behind a person's name without a sign, else 0.

    Small words tell it from a name: 'Jane Roe Mayor of Berlin', 'Jane Roe | Alcaldesa de Quito'.
    """
    if not _TO_PLACE.search(words):
        return 0  # as in most names
    for match in _SEAT_BEHIND.finditer(words, overlapped=True):
        name, seat = words[: match.start()].rstrip(" /|"), match["seat"]
        if is_seat(seat, layout):
            return match.start("seat") if is_person(name, layout) else 0
    return 0


def is_seat_of_place(words: str, layout: Layout) -> bool:
    """Tell whether words begin with a seat and small words that lead to its place."""
    return bool(_SEAT_OF.match(words)) and is_seat(words.split()[0], layout)


def people_apart(text: Text, *, first: bool) -> list[Text]:
    """Return a line whole, or each of the people in it whom a sign parts.

    They are 'Jane Roe, Mayor; John Poe, Mayor' or, in the first line of a block, names alone: 'Jane
    Roe & John Poe'.
    """
    for sign in _SIGNS if _SIGN.search(text.text) else ():
        parts = text.words.split(sign) if sign.search(text.text) else []
        heads = [PARTING.split(part.text, maxsplit=1)[0] for part in parts]
        titled = all(len(head) < len(part) for head, part in zip(heads, parts, strict=True))
        alone = first and all(head == part.text for head, part in zip(heads, parts, strict=True))
        if len(parts) > 1 and (titled or alone) and all(map(is_name, heads)):
            return [replace(Text.of(text.line, part), gap=True) for part in parts]
    return [text]


def bare_name(words: Printed) -> Printed:
    """Return a name without the bullet, mark, tenure, pronouns, honours and remark about it."""
    words = unmarked(words)
    for about in _ABOUT if ")" in words.text else (BULLET, _HONOURS):
        words = words.remove(about)
    if words.text[-3:].isupper():
        words = words.remove(_IN_CAPITALS)
    return words.strip()


def remark(words: Printed) -> Printed | None:
    """Return the remark behind a name, '(interim)', None where there is none."""
    if not words.text.endswith(")"):
        return None
    words = words.remove(TENURE).remove(_PRONOUNS)
    match = _REMARK.search(words.text)
    return words.group(match).strip() if match else None


def bare_title(words: Printed) -> Printed | None:
    """Return a title without tenure and pronouns, None where nothing else is printed."""
    return words.remove(TENURE).remove(_PRONOUNS).strip(" ,") or None
