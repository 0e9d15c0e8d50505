"""How many letters may be wrong before a printed name is no longer taken for a misprint."""

from __future__ import annotations

SHORTEST = 4
SHORTEST_WITH_ONE = 5
SHORTEST_WITH_TWO = 9
SHORTEST_ALIAS = 7
FURTHEST = 2


def reach(length: int) -> int:
    """Edits (a letter more, less, other, or two swapped) that a canonical name survives.

    From nine letters on a second slip still leaves one name only ('Pelambang').
    """
    if length < SHORTEST:
        return 0
    return FURTHEST if length >= SHORTEST_WITH_TWO else 1


def is_misprint(printed: str, name: str, edits: int, is_canonical: bool) -> bool:
    """Whether so many edits may be a slip of the hand, both names folded.

    Names of four letters have many neighbours: the slip must keep the first letter and lose
    none ('Wuxy', not 'Uxi' or 'Taxi'). The reports print canonical names; a short word one letter
    from a name that they seldom print (Aman, Meshed, Tunes) is an ordinary word ('adman').
    """
    if not is_canonical:
        return len(name) >= SHORTEST_ALIAS and edits <= 1
    if len(name) < SHORTEST_WITH_ONE and (len(printed) < SHORTEST or printed[0] != name[0]):
        return False
    return edits <= reach(len(name))
