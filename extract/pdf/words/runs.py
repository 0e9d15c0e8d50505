"""Words -> runs: words that stand side by side on one baseline, closer than columns do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from ...chains import chains
from ...shapes import CODE
from ..page import Style, Token
from .glyphs import gaps, same_word
from .vocabulary import is_label_text, is_section_text

# White space so wide, in parts of the size, ends a run. Justified lines open wider gaps now and
# then; their pieces come together again where no gutter runs between them.
WIDE = 0.9
# Words that were not drawn one after the other join over an ordinary space only.
_SPACE = 0.45
# Words overlap by so much at most: kerning, slanted type.
_OVERLAP = 0.3
# Baselines of one line differ by so much: turned scans, raised letters of smaller size.
_LEVEL = 0.15
_RAISED = 0.5
# Sizes that differ by more are of different rank, as a heading and the code beside it are.
_RANK = 1.15
# A short line that is justified all the same has more words than this, and the spaces between them
# differ by no more points.
_STRETCHED = 3
_EQUAL = 0.3
# L ’eau: what stands before the letters with which a word may go on
_APOSTROPHES = "'’"
# The same word drawn twice, a little apart, to look bold.
_TWICE = 0.15


class Segment(NamedTuple):
    """A run of words: their box, baseline, the type of most letters, and the words as text."""

    words: tuple[Token, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    style: Style
    text: str

    @classmethod
    def of(cls, words: Sequence[Token]) -> Segment:
        """Return the run of words that stand from left to right."""
        first = words[0]
        if len(words) == 1:
            return cls((first,), *first[1:7], first.text)
        texts, _, tops, rights, bottoms, bases, styles, *_ = zip(*words, strict=True)
        style, base = first.style, first.base
        if styles.count(style) < len(words):
            style = most_letters(words)
            base = bases[styles.index(style)]
        box = first.x0, min(tops), max(rights), max(bottoms)
        return cls(tuple(words), *box, base, style, " ".join(texts))


def most_letters(words: Iterable[Token]) -> Style:
    """Return the type in which most letters of the words are set; of equals the first."""
    letters: dict[Style, int] = {}
    for word in words:
        letters[word.style] = letters.get(word.style, 0) + len(word.text)
    return max(letters, key=letters.__getitem__)


def runs(tokens: Sequence[Token]) -> list[Segment]:
    """Return the runs of upright words, whatever the order in which they were drawn."""
    return _joined([Segment.of(words) for words in _drawn(_once(tokens))])


def _once(tokens: Sequence[Token]) -> list[Token]:
    """Return the words without those that repeat one at the same place."""
    seen: dict[str, list[tuple[float, float]]] = {}
    kept: list[Token] = []
    for token in tokens:
        place = token.base, token.x0
        if (places := seen.get(token.text)) is None:
            seen[token.text] = [place]
        elif _stands_among(token, places):
            continue
        else:
            insort(places, place)
        kept.append(token)
    return kept


def _stands_among(one: Token, places: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a word stands at one of some places, from above."""
    near = _TWICE * one.style.size
    start = bisect_left(places, (one.base - near, -inf))
    end = bisect_right(places, (one.base + near, inf))
    return any(abs(one.x0 - x0) <= near for _, x0 in places[start:end])


def _drawn(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield words that were drawn one after the other and stand side by side."""
    run: list[Token] = []
    for token in tokens:
        beside = run and _beside(run[-1], token)
        if run and (not beside or _ends_label(run, token) or ends_heading(run, token)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _ends_label(run: Sequence[Token], token: Token) -> bool:
    """Tell whether a run is a bold label and the next word its value, in whatever weight.

    A bold value stands further off than words do, and begins with a capital or a figure.
    """
    last = run[-1]
    if not last.style.bold:
        return False
    near = token.x0 - last.x1 <= _SPACE * last.style.size
    if token.style.bold and (near or token.text[0].islower()):
        return False
    return is_label_text(" ".join(word.text for word in run))


def ends_heading(run: Sequence[Token], token: Token) -> bool:
    """Tell whether a run is the heading of a section and the next word the code that it is of."""
    if not token.text.startswith("L") or not CODE.fullmatch(token.text):
        return False  # most words are no code by their first letter
    return is_section_text(" ".join(word.text for word in run))


def _beside(left: Token, right: Token) -> bool:
    is_one = left.style is right.style
    size = left.style.size if is_one else max(left.style.size, right.style.size)
    gap = right.x0 - left.x1
    if not -_OVERLAP * size <= gap <= WIDE * size:
        return False
    if is_one and left.base == right.base:
        return True
    near = gap <= _SPACE * size or one_rank(left.style, right.style)
    return near and _level(left, right)


def one_rank(one: Style, other: Style) -> bool:
    """Tell whether two types are nearly of one size."""
    small, large = sorted((one.size, other.size))
    return large <= _RANK * small


def _level(left: Token, right: Token) -> bool:
    """Tell whether two words stand on one baseline; small ones may be raised or lowered."""
    off = abs(left.base - right.base)
    one, other = left.style.size, right.style.size
    return off <= _LEVEL * max(one, other) or (one != other and off <= _RAISED * min(one, other))


def _joined(segments: list[Segment]) -> list[Segment]:
    """Return the runs with those made one that touch or stand a space apart."""
    done: list[Segment] = []
    for row in by_line(segments):
        if len(row) > _STRETCHED and _is_stretched(row):
            done.append(Segment.of([word for segment in row for word in segment.words]))
            continue
        whole = row[0]
        for segment in row[1:]:
            size = max(whole.style.size, segment.style.size)
            near = -_OVERLAP * size <= segment.x0 - whole.x1 <= _SPACE * size
            if near and not ends_heading(whole.words, segment.words[0]):
                whole = Segment.of(_glued(whole.words, segment.words))
            else:
                done.append(whole)
                whole = segment
        done.append(whole)
    return done


def _glued(left: Sequence[Token], right: Sequence[Token]) -> list[Token]:
    """Return the words of two runs, a word whole of which each draws a part.

    An engine gives what stands beside a word between its parts, now and then. What begins with a
    figure, a sign, a code, or a capital behind a small letter is a word of the next column, which
    touches.
    """
    last, first = left[-1], right[0]
    letters = first.text.lstrip(_APOSTROPHES)
    goes_on = letters[:1].islower() or (last.text.isupper() and letters.isupper())
    if not goes_on or first.spaced or CODE.match(first.text):
        return [*left, *right]
    torn = same_word(last, first)
    return [*left[:-1], torn, *right[1:]] if torn else [*left, *right]


def _is_stretched(row: Sequence[Segment]) -> bool:
    """Tell whether the words of a line stand equally far apart, as cells of columns do not."""
    words = [word for segment in row for word in segment.words]
    alike = all(segment.style == row[0].style for segment in row)
    return alike and equally_apart(words, _EQUAL)


def equally_apart(words: Sequence[Token], points: float) -> bool:
    """Tell whether the spaces between words of a line differ by no more than so many points."""
    spaces = gaps(words)
    return max(spaces) - min(spaces) <= points


def by_line(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    """Yield the runs whose baselines lie close together, from above, each line from the left."""
    for line in chains(sorted(segments, key=lambda segment: segment.base), _on_one_line):
        yield sorted(line, key=lambda segment: segment.x0)


def _on_one_line(above: Segment, segment: Segment) -> bool:
    """Tell whether the baselines of two runs, the upper one first, lie close together."""
    return segment.base - above.base <= _LEVEL * segment.style.size
