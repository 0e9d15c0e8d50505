"""People: one person is one folded name, and nothing less will do.

'Hélène Jourdan' and 'Helene Jourdan' are one person; 'Wang Fengchao' may be 'Fengchao Wang', and
a person says so. Nobody is merged over a misprint: two officials may differ by one letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .decisions import SAME, Decisions
from .fold import fold, tight
from .model import PERSON, Candidate, Context

# 'Dr Bonthu Rammohan'
HONORIFICS = frozenset(
    "dr dra mr mrs ms mx mme prof sir dame hon he hrh hm rev mag lic eng arq".split()
)
OTHER_ORDER = 95.0
ONE_LETTER = 90.0


def person_id(printed: str) -> str:
    """The id of the person of that name: its folded words without honorifics, hyphened."""
    words = fold(printed).split()
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    return "-".join(words)


def judged_id(printed: str, decisions: Decisions) -> str:
    """The id of a name, or of the person that it is judged to be, or that one in turn.

    Of names that are judged to be each other the first by alphabet stands for all.
    """
    keys = [person_id(printed) or printed]
    name = printed
    while (same := _judged_same(name, decisions)) and same not in keys:
        keys.append(same)
        name = same
    return min(keys[keys.index(same) :]) if same else keys[-1]


def _judged_same(name: str, decisions: Decisions) -> str | None:
    decision = decisions.about(name, Context(kind=PERSON)).decision
    if decision is None or decision.judgement != SAME:
        return None
    return person_id(decision.member or "") or None


class People:
    """The people known so far, by the names that reports print."""

    def __init__(self, printed: Iterable[str] = ()) -> None:
        spellings: dict[str, set[str]] = defaultdict(set)
        for name in printed:
            spellings[person_id(name)].add(" ".join(name.split()))
        self.by_id: Mapping[str, str] = {key: best(names) for key, names in spellings.items()}

    def near(self, printed: str) -> tuple[Candidate, ...]:
        """Known people of the same words in another order, or one letter away."""
        from rapidfuzz.distance import OSA

        key = person_id(printed)
        words = sorted(key.split("-"))
        found = []
        for other, name in self.by_id.items():
            if other == key:
                continue
            if sorted(other.split("-")) == words:
                found.append(Candidate(other, name, OTHER_ORDER))
            elif OSA.distance(tight(key), tight(other), score_cutoff=1) <= 1:
                found.append(Candidate(other, name, ONE_LETTER))
        return tuple(sorted(found, key=lambda candidate: (-candidate.score, candidate.id)))


def best(spellings: Iterable[str]) -> str:
    """The spelling with most accents, then the first by alphabet: accents get lost, not added."""
    return min(spellings, key=lambda name: (-sum(not letter.isascii() for letter in name), name))
