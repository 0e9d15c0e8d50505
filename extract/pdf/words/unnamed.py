"""Ligatures that their fonts do not name -> their letters, told by the words they stand in.

Programs that print web pages or documents in type with many ligatures (Lato, Carlito) name 'fi' in
their fonts, for which there is a character, but not 'ti' or 'tt': 'Execu\ufffdon', 'le\ufffder'.
Others number them among the characters for private use: 'Execu\ue000on'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import regex

from ...letters import UNNAMED
from ...lexicon import is_word
from ..page import Page, Token

# What type has ligatures of, in small letters and at the beginning of words.
_LIGATURES = "ti tt ft fi fl ff tti fti ffi ffl fft fj fb fh fk tf ct st sp th ch ck".split()
# One glyph is told by so many words, or by one of so many letters.
_WORDS = 2
_LETTERS = 6
# Such a share of the words it stands in must be known with the letters.
_SHARE = 0.5
# Shorter words may be the ends of torn ones: 'perspec-' and '\ufffdve', which is no 'five'.
_WHOLE = 5
# A sign that so many of its known words tell to be one ligature is that one in names, too.
_SURE = 0.9
# Signs that stand for one glyph each, while a PDF is read: no font means them.
_FIRST, _MOST = 0xF0000, 0xFFF0
_NUMBERS = 0x100000
_SIGN = regex.compile("[\U000f0000-\U000fffef\U00100000-\U0010ffff]")
# A word, or the beginning of a torn one with its hyphen: con- of 'continents', which is no 'conch'
_WORD = regex.compile("[\\p{L}\U000f0000-\U000fffef\U00100000-\U0010ffff]+(?:-$)?", regex.M)
# A character for private use is an icon unless its font sets it inside words, too; and what a word
# with a capital begins with may be one of another font.
_PRIVATE = regex.compile("[\ue000-\uf8ff]")
_INSIDE = regex.compile("[\ue000-\uf8ff](?<=\\p{Latin}.)(?=\\p{Latin})")
_NUMBERED = regex.compile("[\ue000-\uf8ff](?:(?<=\\p{Latin}.)|(?=\\p{Ll}))")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The glyphs without a name that were met in a document, each with a sign of its own."""

    _signs: dict[tuple[str, float], str] = field(default_factory=dict)

    def sign(self, font: str, width: float) -> str:
        """Return the sign of a glyph by its font and width, in parts of the size."""
        key = font, round(width, 2)
        if key not in self._signs and len(self._signs) == _MOST:
            return UNNAMED
        return self._signs.setdefault(key, chr(_FIRST + len(self._signs)))


def unnamed_in(text: str) -> int:
    """Return how many letters of a text are unnamed, or may be as they are for private use."""
    return text.count(UNNAMED) + len(_SIGN.findall(text)) + len(_PRIVATE.findall(text))


def lettered(pages: Sequence[Page]) -> tuple[list[Page], Mapping[str, int]]:
    """Return pages with signs as letters, and how often each ligature was read so.

    A glyph is the ligature that makes most of its words known, in the list of English words or by
    the document itself. Glyphs of one width share a sign, so that it is another one in words that
    only this other makes known; where words tell of several, it stays unnamed in those they do not.
    """
    if not any(page.unnamed for page in pages):
        return list(pages), {}
    pages = _signed(pages)
    spelling = _spelling(_printed(pages))
    counted: Counter[str] = Counter()

    def spelled(match: regex.Match[str]) -> str:
        letters = spelling.get(match[0], [])
        counted.update(letters)
        each = iter(letters)
        return _SIGN.sub(lambda _: next(each), match[0])

    read = [_read(page, spelled) for page in pages]
    del counted[UNNAMED]
    return read, counted


def _read(page: Page, spelled: Callable[[regex.Match[str]], str]) -> Page:
    if not any(_SIGN.search(token.text) for token in page.tokens):
        return page
    tokens = tuple(
        token._replace(text=_WORD.sub(spelled, token.text)) if _SIGN.search(token.text) else token
        for token in page.tokens
    )
    signs = sum(unnamed_in(token.text) for token in page.tokens)
    left = sum(unnamed_in(token.text) for token in tokens)
    return replace(page, tokens=tokens, unnamed=page.unnamed - signs + left)


def _signed(pages: Sequence[Page]) -> list[Page]:
    """Return pages with characters for private use that stand inside words as signs of glyphs.

    The same character of another font is another glyph; icons are left as they are.
    """
    private = [t for page in pages for t in page.tokens if _PRIVATE.search(t.text)]
    found = sorted({(t.style.font, char) for t in private for char in _INSIDE.findall(t.text)})
    signs = {each: chr(_NUMBERS + number) for number, each in enumerate(found)}
    if not signs:
        return list(pages)

    def signed(token: Token) -> Token:
        font, text = token.style.font, token.text
        return token._replace(text=_NUMBERED.sub(lambda m: signs.get((font, m[0]), m[0]), text))

    changed = {token: signed(token) for token in private}
    return [page.changed(changed) for page in pages]


def _printed(pages: Sequence[Page]) -> frozenset[str]:
    text = "\n".join(token.text for page in pages for token in page.tokens)
    return frozenset(_WORD.findall(text))


def _spelling(printed: frozenset[str]) -> dict[str, list[str]]:
    """Return the letters of each sign in the words that hold any, unnamed where none are told."""
    known = frozenset(word.casefold() for word in printed if not _SIGN.search(word))
    torn = [word for word in printed if _SIGN.search(word)]
    told: dict[str, _Told] = {}
    while (
        found := _found({_filled(word, told).casefold() for word in torn}, known)
    ) | told != told:
        told |= found
    return {word: _letters(word, told, known) for word in torn}


@dataclass(frozen=True, slots=True)
class _Told:
    """The ligatures of a sign, that of most words first, and whether it is of nearly all."""

    ligatures: tuple[str, ...]
    sure: bool

    @property
    def letters(self) -> str:
        """The ligature where no word tells another one."""
        return self.ligatures[0] if self.sure else UNNAMED


def _found(words: Iterable[str], known: frozenset[str]) -> dict[str, _Told]:
    """Return what words tell of the signs that they hold no other with."""
    by_sign: dict[str, set[str]] = {}
    for word in words:
        whole = len(word) > 1 and not word.endswith("-")
        if whole and len(signs := set(_SIGN.findall(word))) == 1:
            by_sign.setdefault(signs.pop(), set()).add(word)
    told = {sign: _ligatures(own, sign, known) for sign, own in by_sign.items()}
    return {sign: each for sign, each in told.items() if each}


def _ligatures(words: Collection[str], sign: str, known: frozenset[str]) -> _Told | None:
    """Return the fewest ligatures that make these words known; None where too few words are."""
    made = {each: _known(words, sign, each, known) for each in _LIGATURES}
    rest = every = frozenset[str]().union(*made.values())
    found: list[str] = []
    while rest:
        found.append(max(made, key=lambda each: len(made[each] & rest)))
        rest -= made[found[-1]]
    most = made[found[0]] if found else set()
    enough = len(most) >= _WORDS or max(map(len, most), default=0) >= _LETTERS
    if not enough or len(every) < _SHARE * len(words):
        return None
    return _Told(tuple(found), len(most) >= _SURE * len(every))


def _known(words: Iterable[str], sign: str, letters: str, known: frozenset[str]) -> set[str]:
    """Return the words that letters make known, and that are no end of a torn one."""
    made = ((word, word.replace(sign, letters)) for word in words)
    return {word for word, whole in made if len(whole) >= _WHOLE and is_word(whole, known)}


def _letters(word: str, told: Mapping[str, _Told], known: frozenset[str]) -> list[str]:
    """Return the letters of each sign in a word, which may tell one by itself."""
    letters = {
        sign: told[sign].letters if sign in told else UNNAMED for sign in _SIGN.findall(word)
    }
    signs = [sign for sign in letters if letters[sign] == UNNAMED] or list(letters)
    if len(signs) == 1 and signs[0] in told:
        (sign,) = signs
        left = _SIGN.sub(lambda m: m[0] if m[0] == sign else letters[m[0]], word.casefold())
        own = [each for each in told[sign].ligatures if is_word(left.replace(sign, each), known)]
        whole = own and (not told[sign].sure or len(left.replace(sign, own[0])) >= _WHOLE)
        letters[sign] = own[0] if whole and (word.islower() or len(own) == 1) else letters[sign]
    return [letters[sign] for sign in _SIGN.findall(word)]


def _filled(word: str, told: Mapping[str, _Told]) -> str:
    """Return a word with the letters of the signs that are sure."""
    return _SIGN.sub(
        lambda m: told[m[0]].letters if m[0] in told and told[m[0]].sure else m[0], word
    )
