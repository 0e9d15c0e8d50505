"""Counts that prose states: '141 governments', '22 of our 28 Board members'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from ..extract.printed import Printed
from . import rows as table
from .desk import Desk
from .numbers import WORDS, number
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
    found = [*_shares(prose), *_counts(prose)]
    found.sort(key=lambda claim: (claim.printed.spans[0], len(claim.printed)))
    if is_board:
        found = [_of_board(claim) for claim in found]
    return found


def _of_board(claim: Claim) -> Claim:
    counted = "board members" if claim.counted == "members" else claim.counted
    return Claim(claim.printed, claim.number, counted)


def _counts(prose: Printed) -> Iterator[Claim]:
    for match in _count_shape().finditer(prose.text):
        counted = _counted(match)
        yield Claim(prose.group(match), _number(match["number"]), counted)


def _shares(prose: Printed) -> Iterator[Claim]:
    """Yield 22 of '22 of our 28 Board members', and 32 of '26 members out of 32'."""
    before, after = _share_shapes()
    for match in before.finditer(prose.text):
        counted = _counted(match)
        yield Claim(prose.group(match), _number(match["part"]), counted)
    for match in after.finditer(prose.text):
        counted = _counted(match)
        yield Claim(prose.group(match), _number(match["whole"]), counted)


def _counted(match: regex.Match[str]) -> str:
    return vocabulary().counted[" ".join(match["noun"].casefold().split())]


@cache
def _number_shape() -> str:
    words = "|".join(sorted(WORDS, key=len, reverse=True))
    return rf"(?<![\w.,#-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{words})"


@cache
def _noun_shape() -> str:
    nouns = sorted(vocabulary().counted, key=len, reverse=True)
    return "(?P<noun>" + "|".join(noun.replace(" ", r"\s+") for noun in nouns) + r")(?![\w-])"


@cache
def _count_shape() -> regex.Pattern[str]:
    # 141 governments   five new members   8 of the selected cities   five Winning Cities
    between = r"(?:of\s+(?:the|our)\s+)?(?:(?!of\b|and\b|or\b|in\b|from\b)\p{L}[\p{L}-]*\s+)??"
    return regex.compile(rf"(?P<number>{_number_shape()})\s+{between}{_noun_shape()}", regex.I)


@cache
def _share_shapes() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    # 22 of our 28 Board members   26 members out of the 32
    one, noun = _number_shape(), _noun_shape()
    of = r"\s+(?:out\s+)?of\s+(?:the\s+|our\s+)?"
    return (
        regex.compile(rf"(?P<part>{one}){of}(?P<whole>{one})\s+{noun}", regex.I),
        regex.compile(rf"(?P<part>{one})\s+{noun}{of}(?P<whole>{one})(?![\w-])", regex.I),
    )


def _number(printed: str) -> int:
    folded = printed.casefold()
    return WORDS[folded] if folded in WORDS else int(number(printed))


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
