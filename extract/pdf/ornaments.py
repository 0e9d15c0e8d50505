"""Bullets and icons that a recogniser took for letters: 'e Members' under a drawn dot.

Only a recognised page has them as words. They are taken out before the page is laid out, for they
would hide labels, and stand as lines of their own at the end of their page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from .page import Page, Token
from .runs import Segment, runs

# So many words follow such a sign at least, if it is one.
_OFTEN = 2
# What follows it is no further away, what stands before it is further, in parts of the size.
_NEAR = 2.5


def without_ornaments(
    pages: Sequence[Page], signs: Collection[str]
) -> list[tuple[Page, tuple[Segment, ...]]]:
    """Return pages without the signs that begin lines in place of bullets, and those signs."""
    if not signs:
        return [(page, ()) for page in pages]
    found = [list(_ornaments(page.tokens, signs)) for page in pages]
    count = Counter(token.text for tokens in found for token in tokens)
    parted = []
    for page, tokens in zip(pages, found, strict=True):
        taken = {token for token in tokens if count[token.text] >= _OFTEN}
        rest = tuple(token for token in page.tokens if token not in taken)
        alone = tuple(run for token in tokens if token in taken for run in runs([token]))
        parted.append((replace(page, tokens=rest), alone))
    return parted


def _ornaments(tokens: Sequence[Token], signs: Collection[str]) -> Iterator[Token]:
    """Yield the signs with nothing near before them and a capital or a figure after them."""
    befores: list[Token | None] = [None, *tokens]
    for before, sign, after in zip(befores, tokens, tokens[1:], strict=False):
        if sign.text not in signs or not (after.text[0].isupper() or after.text[0].isdigit()):
            continue
        if _follows(after, sign) and not (before and _follows(sign, before)):
            yield sign


def _follows(token: Token, before: Token) -> bool:
    """Tell whether a word stands on the same line as another, right of it and near."""
    size = max(token.style.size, before.style.size)
    return abs(token.base - before.base) < size / 2 and 0 <= token.x0 - before.x1 < _NEAR * size
