"""The members that a title names: 'Mayor of Montevideo', 'Governor of Abidjan'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .model import AMBIGUOUS, RESOLVED, Resolution

# a word with its inner hyphens and apostrophes: 'Brussels-Capital', "Xi'an", "Male'"
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*['’]?")
# words that are printed small inside a name: 'Rio de Janeiro', 'Autonomous City of Buenos Aires'
SMALL = frozenset({"of", "de", "del", "do", "da", "di", "the", "la", "el", "las", "los"})
LONGEST = 7  # words of a name with its affixes


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the title that may be one name: where they begin and end, and their text."""

    first: int
    past: int
    text: str

    def overlaps(self, other: Run) -> bool:
        """Whether a word belongs to both."""
        return self.first < other.past and other.first < self.past


def members_in(text: str, look_up: Callable[[str], Resolution | None]) -> tuple[str, ...]:
    """The distinct members that the title names, in its order.

    The longest name wins ('San Salvador de Jujuy' is not San Salvador). Empty when a name in it
    fits two members: half an answer would be a guess.
    """
    taken: list[tuple[Run, str | None]] = []
    for run in runs(text):
        if any(run.overlaps(other) for other, _ in taken):
            continue
        found = look_up(run.text)
        if found is None:
            continue
        if found.status == AMBIGUOUS:
            return ()
        taken.append((run, found.member_id if found.status == RESOLVED else None))
    named = [member_id for _, member_id in sorted(taken, key=lambda pair: pair[0].first)]
    return tuple(dict.fromkeys(member_id for member_id in named if member_id))


def runs(text: str) -> Iterator[Run]:
    """Runs of words that may be a name, longest first.

    A run begins and ends with a capital, has only small words in lower case, and nothing but
    blanks between its words ('Egypt (Cairo)' is two runs).
    """
    words = list(WORD.finditer(text))
    for size in range(min(LONGEST, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            if _is_name(run, text):
                yield Run(first, first + size, text[run[0].start() : run[-1].end()])


def _is_name(run: list[re.Match[str]], text: str) -> bool:
    if run[0][0][0].islower() or run[-1][0][0].islower():
        return False
    if any(word[0][0].islower() and word[0] not in SMALL for word in run):
        return False
    return all(text[left.end() : right.start()].isspace() for left, right in pairwise(run))
