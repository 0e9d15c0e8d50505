"""Counts that prose states: '141 governments', '22 of our 28 Board members'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from ..extract.printed import Printed
from ..languages import words_of
from . import rows as table
from .desk import Desk
from .numbers import number
from .vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Claim:
    """A count: what is printed, the number, what is counted."""

    printed: Printed
    number: int
    counted: str


def claims(prose: Printed, title: str = "") -> list[Claim]:
    """Return the counts that prose states of members, cities, countries and people, in order.

    One or two words may stand between number and noun ('five winning cities', '8 of the selected
    cities'). In an activity about the board 'members' are members of the board.
    """
    is_board = any(words in title.casefold() for words in vocabulary().board_titles)
    found = list(_found(prose))
    found.sort(key=lambda claim: (claim.printed.spans[0], len(claim.printed)))
    if is_board:
        found = [_of_board(claim) for claim in found]
    return found


def _of_board(claim: Claim) -> Claim:
    counted = "board members" if claim.counted == "members" else claim.counted
    return Claim(claim.printed, claim.number, counted)


def _found(prose: Printed) -> Iterator[Claim]:
    """Yield what each number in prose counts, by every shape that begins there.

    Shapes tell 22 of '22 of our 28 Board members', 32 of '26 members out of 32', and 5 of
    'five winning cities'.
    """
    past = dict.fromkeys(_shapes(), 0)
    for number_at in _number_shape().finditer(prose.text):
        for shape, told in _shapes().items():
            match = shape.match(prose.text, number_at.start())
            if match and match.start() >= past[shape]:
                past[shape] = match.end()
                yield Claim(prose.group(match), _number(match[told]), _counted(match))


def _counted(match: regex.Match[str]) -> str:
    return vocabulary().counted[" ".join(match["noun"].casefold().split())]


_NUMBER = r"(?<![\w.,#-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{words})"


def _number_words() -> str:
    return "|".join(sorted(words_of("en").numbers, key=len, reverse=True))


@cache
def _number_shape() -> regex.Pattern[str]:
    return regex.compile(_NUMBER.format(words=_number_words()), regex.I)


@cache
def _noun_shape() -> str:
    nouns = sorted(vocabulary().counted, key=len, reverse=True)
    return "(?P<noun>" + "|".join(noun.replace(" ", r"\s+") for noun in nouns) + r")(?![\w-])"


@cache
def _shapes() -> Mapping[regex.Pattern[str], str]:
    """Return the shapes of counts, each with the name of its group that holds the number told."""
    one, noun = _NUMBER.format(words=_number_words()), _noun_shape()
    of = r"\s+(?:out\s+)?of\s+(?:the\s+|our\s+)?"
    between = r"(?:of\s+(?:the|our)\s+)?(?:(?!of\b|and\b|or\b|in\b|from\b)\p{L}[\p{L}-]*\s+)??"
    shapes = {
        # 22 of our 28 Board members
        rf"(?P<part>{one}){of}(?P<whole>{one})\s+{noun}": "part",
        # 26 members out of the 32
        rf"(?P<part>{one})\s+{noun}{of}(?P<whole>{one})(?![\w-])": "whole",
        # 141 governments   five new members   8 of the selected cities   five Winning Cities
        rf"(?P<number>{one})\s+{between}{noun}": "number",
    }
    return {regex.compile(shape, regex.I): told for shape, told in shapes.items()}


def _number(printed: str) -> int:
    folded = printed.casefold()
    words = words_of("en").numbers
    return words[folded] if folded in words else int(number(printed))


def add_claims(desk: Desk) -> None:
    """Add the counts that the note, the narratives and the passages state."""
    note = desk.report.note.paragraphs if desk.report.note else ()
    prose: list[tuple[str | None, str, Printed]] = [(None, "", p) for p in note]
    for activity_id, found in zip(desk.activity_ids, desk.report.activities, strict=True):
        prose += [(activity_id, found.title.text, paragraph) for paragraph in found.narrative]
    prose += [(None, "", passage.text) for passage in desk.report.passages]
    told = [(where, claim) for where, title, text in prose for claim in claims(text, title)]
    for position, (where, claim) in enumerate(told, 1):
        row = table.ClaimRow(
            desk.id, position, where, claim.printed.text, claim.number, claim.counted
        )
        desk.add(row, printed=claim.printed, number=claim.printed, counted=claim.printed)
