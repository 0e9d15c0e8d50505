"""How many letters may be wrong before a printed name is no longer taken for a misprint."""

from __future__ import annotations

SHORTEST = 4
SHORTEST_WITH_ONE = 5
SHORTEST_ALIAS = 7
SHORTEST_WITH_SWAP = 9
SHORTEST_WITH_TWO = 12
# what a scanner takes for what: Niarney, Hyclerabad, Gvvangju, Cair0, 1stanbul
LOOKALIKES = (("m", "rn"), ("d", "cl"), ("w", "vv"), ("0", "o"), ("1", "l"), ("5", "s"))


def reach(length: int) -> int:
    """The most edits (a letter more, less, other, or two neighbours swapped) to look for."""
    if length < SHORTEST:
        return 0
    return 2 if length >= SHORTEST_WITH_SWAP else 1


def is_misprint(printed: str, name: str, edits: int, is_canonical: bool) -> bool:
    """Whether so many edits may be a slip of the hand, both names folded.

    One edit is a slip in any name of five letters and more. Two edits are a slip in a long name,
    or where two letters changed places ('Pelambang'). The reports print canonical names; a short
    word one letter from a name that they seldom print (Aman, Meshed, Tunes) is an ordinary word
    ('adman').
    """
    if not is_canonical:
        return len(name) >= SHORTEST_ALIAS and edits <= 1
    if len(name) < SHORTEST_WITH_ONE:
        return _is_slip_of_four(printed, name)
    if edits < 2:
        return True
    return len(name) >= SHORTEST_WITH_TWO or sorted(printed) == sorted(name)


def drawn(key: str) -> str:
    """The folded name as it looks: alike for two names that a scanner cannot tell apart."""
    for letter, other in LOOKALIKES:
        key = key.replace(letter, other)
    return key


def doubles_a_letter(printed: str, name: str) -> bool:
    """Whether the printed name is the other with one letter struck twice: 'Hhangzhou'."""
    return any(name[:at] + letter + name[at:] == printed for at, letter in enumerate(name))


def _is_slip_of_four(printed: str, name: str) -> bool:
    """Names of four letters have many neighbours, so few slips count.

    Two letters swapped ('Uwxi'), one doubled ('Wuuxi'), one more inside ('Wuoxi'), or another than
    the first hit beside ('Wuxu'); no letter lost, for 'Uxi' and 'Mal' may be anything.
    """
    if sorted(printed) == sorted(name):
        return True
    if len(printed) == len(name) + 1:
        is_inside = (printed[0], printed[-1]) == (name[0], name[-1])
        return is_inside or doubles_a_letter(printed, name)
    return len(printed) == len(name) and printed[0] == name[0]
