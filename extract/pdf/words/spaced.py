"""Letter-spaced words: 'A C T I V I T I E S' -> 'ACTIVITIES', 'Por trait' -> 'Portrait'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from ...chains import chains
from ..page import Page, Style, Token
from .glyphs import gaps

# So many letters in a row, each a word by itself, are a word that was set with space.
_LETTERS = 4
# Kerning brings some of them so near that an engine takes them for a word: 'R E S U LT S'. No more
# than so many, and most stand alone.
_KERNED = 3
_ALONE = 0.5
# Their spaces are no wider than this, in parts of the size, and a space between two words is
# wider than those between their letters by so much.
_TRACKING = 0.9
_WORD_SPACE = 1.6
# No space between two words is so narrow, in parts of the size: a type that has such ones is set
# with a little space, and an engine cuts its words here and there.
_SLIGHT = 0.17
_NARROW = 0.2
# Of pieces without a space beside them none that are further apart are one word.
_ONE_WORD = 0.15
_LEVEL = 0.1
# Small capitals that a program makes of a type are so large at least, in parts of its size.
_SMALL_CAPITALS = 0.65

# How far apart the letters of a type stand, in points.
Trackings = Mapping[Style, float]


def trackings(pages: Sequence[Page]) -> Trackings:
    """Return how far apart letters stand in each type in which some word is set with space.

    A little space cannot be told on recognised pages.
    """
    found: dict[Style, list[float]] = {}
    for tokens in (page.tokens for page in pages if _alone(page.tokens) >= _LETTERS):
        for letters in chains(_in_order(tokens), _letters_go_on):
            if _are_letters(letters):
                found.setdefault(letters[0].style, []).append(median(gaps(letters)))
    slight = _slight_trackings(page.tokens for page in pages if not page.recognised)
    return slight | {style: median(each) for style, each in found.items()}


def _slight_trackings(pages: Iterable[Sequence[Token]]) -> dict[Style, float]:
    found: dict[Style, list[float]] = {}
    for tokens in pages:
        for left, right in pairwise(tokens):
            gap = right.x0 - left.x1
            if 0 < gap < _SLIGHT * left.style.size and not right.spaced and _level(left, right):
                found.setdefault(left.style, []).append(gap)
    known = {style: median(each) for style, each in found.items()}
    return {style: gap for style, gap in known.items() if _is_slight(style, gap)}


def unspaced(tokens: Sequence[Token], known: Trackings) -> list[Token]:
    """Return the words with those made whole that are set letter by letter.

    Two letters are enough in a type which is known to be set so. A space between two such words
    is a space as it stands out from those between the letters. The last letter keeps its tracking,
    so that the words do not seem far apart.
    """
    if not known:
        return list(tokens)
    slight = {style: gap for style, gap in known.items() if _is_slight(style, gap)}
    if not slight and not any(len(t.text) == 1 and t.style in known for t in tokens):
        return list(tokens)
    found: list[Token] = []
    for letters in chains(_in_order(tokens), _letters_go_on):
        tracking = known.get(letters[0].style) if len(letters) > 1 else None
        if tracking is None or not (_are_letters(letters) or _fits(letters, tracking)):
            found += letters
        else:
            found += _words(letters, median(gaps(letters)))
    if not slight:
        return found
    whole: list[Token] = []
    for pieces in chains(found, _goes_on):
        tracking = next((slight[each.style] for each in pieces if each.style in slight), None)
        whole += pieces if tracking is None else _pieced(pieces, tracking)
    return whole


def _in_order(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words, letters from line to line where they were drawn in no order.

    Letters of one line that are drawn from the right to the left tell of it. Then types of which no
    whole word was drawn are put in order.
    """
    letters = [token for token in tokens if len(token.text) == 1]
    if not any(_level(one, other) and other.x0 < one.x0 for one, other in pairwise(letters)):
        return tokens
    whole = {token.style for token in tokens if token.turn or len(token.text) > _KERNED}
    pieces = [token for token in tokens if token.style not in whole]
    pieces.sort(key=lambda token: (token.style, token.base))
    found = [token for token in tokens if token.style in whole]
    for line in chains(pieces, _level):
        found += sorted(line, key=lambda token: token.x0)
    return found


def _is_slight(style: Style, tracking: float) -> bool:
    return tracking * _WORD_SPACE <= _NARROW * style.size


def _are_letters(run: Sequence[Token]) -> bool:
    return len(run) >= _LETTERS and _alone(run) >= max(_LETTERS, _ALONE * len(run))


def _fits(run: Sequence[Token], tracking: float) -> bool:
    alone = _alone(run) >= _ALONE * len(run)
    return len(run) > 1 and alone and all(gap <= _WORD_SPACE * tracking for gap in gaps(run))


def _alone(run: Sequence[Token]) -> int:
    """Return how many of the words are single letters or digits: dots of a leader are none."""
    return len([token for token in run if len(token.text) == 1 and token.text.isalnum()])


def _letters_go_on(left: Token, right: Token) -> bool:
    if len(left.text) > _KERNED or len(right.text) > _KERNED:
        return False
    return _goes_on(left, right)


def _goes_on(left: Token, right: Token) -> bool:
    near = 0 <= right.x0 - left.x1 <= _TRACKING * 2 * left.style.size
    return near and not right.spaced and _level(left, right)


def _level(left: Token, right: Token) -> bool:
    """Tell whether two pieces stand on one line in one type, small capitals of it included."""
    one, other = left.style, right.style
    return (
        (one is other or (one[1:] == other[1:] and other.size >= _SMALL_CAPITALS * one.size))
        and left.turn == right.turn == 0
        and abs(left.base - right.base) <= _LEVEL * one.size
    )


def _pieced(pieces: Sequence[Token], tracking: float) -> Iterable[Token]:
    """Return the words of type that is set with a little space.

    Justified lines may be set tight: a gap in which letters stand is far less than a space there.
    """
    between = gaps(pieces)
    spaces = [gap for gap in between if gap > _WORD_SPACE * tracking]
    least = min(spaces, default=_ONE_WORD * pieces[0].style.size * _WORD_SPACE)
    if not all(gap in spaces or gap * _WORD_SPACE <= least for gap in between):
        return pieces
    return _words(pieces, tracking)


def _words(letters: Sequence[Token], tracking: float) -> Iterator[Token]:
    word = [letters[0]]
    for gap, letter in zip(gaps(letters), letters[1:], strict=True):
        if gap > _WORD_SPACE * tracking:
            yield _whole(word, tracking)
            word = []
        word.append(letter)
    yield _whole(word, 0)


def _whole(letters: list[Token], tracking: float) -> Token:
    text = "".join(letter.text for letter in letters)
    return letters[0]._replace(text=text, x1=letters[-1].x1 + tracking)
