"""Bullets and icons that a recogniser took for letters: 'e Topic', 'O 30 September', 'À Outcomes'.

Only a recognised page has them as words. They are taken out before the page is laid out, for they
would hide labels and dates, and are given back to the lines that they stand before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ...chains import chains
from ..columns.clues import is_date, is_label
from ..page import Page, Token
from ..words.icons import is_icon
from ..words.runs import Segment

# What an ornament reads as, with white space for further signs: as long as what was recognised.
_BULLET = "●"
# So many words follow a bullet at least, if it is one.
_OFTEN = 2
# What follows an ornament is no further away, and what stands before it is further, in parts of
# the size.
_NEAR = 2.5
# Bullets of one list begin so near to one another, in points.
_EDGE = 1.5
# An icon is read as so many signs at most: '[OD'.
_SIGNS = 3


def without_ornaments(pages: Sequence[Page], bullets: Collection[str]) -> list[Page]:
    """Return pages without their ornaments, which they know by the word that each stands before.

    A sign that `bullets` are read as, or several of them, are one where such a sign often begins
    lines, and where it is glued to a
    capital at the edge where others stand on the page. Any other is an icon where it begins a line
    that is a date or a label without it.
    """
    lines = [list(chains(page.tokens, _goes_on)) for page in pages]
    words = Counter(line[0].text for page in lines for line in page if _is_listed(line))
    read_as = {word: n for word, n in words.items() if _are_signs(word, bullets)}
    signs = Counter(sign for word, n in read_as.items() for sign in n * word)
    often = {word for word in read_as if any(signs[sign] >= _OFTEN for sign in word)}
    return [_parted(page, found, often) for page, found in zip(pages, lines, strict=True)]


def adorned(run: Segment, ornaments: Mapping[Token, Token]) -> Segment:
    """Return a run with the ornaments before its words."""
    if not ornaments or ornaments.keys().isdisjoint(run.words):
        return run
    signs = ((ornaments.get(word), word) for word in run.words)
    return Segment.of([token for pair in signs for token in pair if token])


def reading(run: Segment, ornaments: Mapping[Token, Token]) -> str | None:
    """Return how a run with its ornaments reads, None where it has none, or icons as printed."""
    if not ornaments:
        return None
    signs = {s for s in run.words if s in ornaments.values() and not is_icon(s.text)}
    if not signs:
        return None
    return " ".join(_BULLET.ljust(len(w.text)) if w in signs else w.text for w in run.words)


def lost(runs: Iterable[Segment], ornaments: Mapping[Token, Token]) -> list[Segment]:
    """Return the ornaments whose words stand in no run, each alone."""
    words = {word for run in runs for word in run.words} if ornaments else set()
    return [Segment.of([sign]) for word, sign in ornaments.items() if word not in words]


def _parted(page: Page, lines: Sequence[list[Token]], bullets: Collection[str]) -> Page:
    edges = [line[0].x0 for line in lines if _has_bullet(line, bullets)]
    lines = [_unglued(line, bullets, edges) for line in lines]
    found = [line for line in lines if _has_bullet(line, bullets) or _has_icon(line)]
    ornaments = {line[1]: line[0] for line in found}
    taken = set(ornaments.values())
    rest = tuple(token for line in lines for token in line if token not in taken)
    return replace(page, tokens=rest, ornaments=ornaments)


def _unglued(line: list[Token], bullets: Collection[str], edges: Sequence[float]) -> list[Token]:
    """Return a line with a bullet parted from the word that it is glued to: 'eUCLG'."""
    first, text = line[0], line[0].text
    lengths = (n for n in range(1, _SIGNS + 1) if text[:n] in bullets and text[n:][:1].isupper())
    at = next(lengths, 0)
    if not at or not any(abs(first.x0 - edge) <= _EDGE for edge in edges):
        return line
    x = first.x0 + (first.x1 - first.x0) * at / len(text)
    return [first._replace(text=text[:at], x1=x), first._replace(text=text[at:], x0=x), *line[1:]]


def _has_bullet(line: Sequence[Token], bullets: Collection[str]) -> bool:
    return line[0].text in bullets and _is_listed(line)


def _is_listed(line: Sequence[Token]) -> bool:
    """Tell whether a line goes on after its first word with a capital or a figure."""
    return len(line) > 1 and (line[1].text[0].isupper() or line[1].text[0].isdigit())


def _are_signs(word: str, bullets: Collection[str]) -> bool:
    """Tell whether a word is made of what bullets are read as: 'e', 'e@'."""
    return len(word) <= _SIGNS and all(sign in bullets for sign in word)


def _has_icon(line: Sequence[Token]) -> bool:
    """Tell whether a line is a date or label but for what it begins with, which is no word."""
    if len(line) < 2 or not _may_be_icon(line[0].text):
        return False
    rest = Segment.of(line[1:])
    return is_label(rest) or is_date(rest)


def _may_be_icon(text: str) -> bool:
    """Tell whether signs are few and neither a word, as 'on' is, nor a day; 'CD' is an icon too."""
    if text.isdigit():
        return not text.strip("0")
    if text.isalpha():
        return len(text) == 1 or (len(text) < _SIGNS and text.isupper())
    return len(text) <= _SIGNS


def _goes_on(before: Token, token: Token) -> bool:
    """Tell whether a word stands on the same line as another, right of it and near."""
    size = max(token.style.size, before.style.size)
    return abs(token.base - before.base) < size / 2 and 0 <= token.x0 - before.x1 < _NEAR * size
