"""Ligatures -> their letters, as fonts name them and as one program misnames them."""

from __future__ import annotations

import unicodedata

import regex

# ﬁ ﬂ ﬀ ﬃ ﬄ ﬅ ﬆ
_SIGN = regex.compile(r"[\ufb00-\ufb06]")
# ac琀椀vity  o昀昀er  Mar琀\ued00nez: Ghostscript 10.00 swaps the bytes of each letter where fonts
# say which letters a ligature has, and of three it adds up the last two: o昀케cer.
_FIRST = {letter << 8: chr(letter) for letter in range(ord("a"), ord("z") + 1)}
_ANY = {
    **_FIRST,
    **{letter << 8: chr(letter) for letter in range(ord("ß"), ord("ÿ") + 1)},
    **{(ord("f") + ord(letter)) << 8: f"f{letter}" for letter in "il"},
}
_SWAPPED = regex.compile(f"[{''.join(map(chr, _FIRST))}][{''.join(map(chr, _ANY))}]+")
_LATIN = regex.compile("[A-Za-z]")


def apart(word: str) -> str:
    """Return a word with its ligatures taken apart.

    Letters with swapped bytes are signs of Chinese: a word without a Latin letter may be that.
    """
    word = _SIGN.sub(lambda match: unicodedata.normalize("NFKC", match[0]), word)
    if not _LATIN.search(word):
        return word
    return _SWAPPED.sub(lambda match: match[0].translate(_ANY), word)
