"""Words as layouts compare them: without case, white space and the dress of quotes."""

from functools import lru_cache

import regex

# ‘ ’ ʼ ` ´ -> '   “ ” „ « » -> "   ‐ ‑ ‒ – — -> -
_DRESS = str.maketrans("‘’ʼ`´“”„«»‐‑‒–—", "'''''\"\"\"\"\"-----")
# A N N E X: a heading set with space between its letters
_SPACED = regex.compile(r"^\w(?: \w)+$")


# A document compares each of its lines many times.
@lru_cache(maxsize=1 << 13)
def fold(words: str) -> str:
    """Return a heading or label as it is compared; a closing colon or full stop is dropped."""
    folded = " ".join(words.translate(_DRESS).split()).rstrip(":.").rstrip().casefold()
    return folded.replace(" ", "") if _SPACED.match(folded) else folded
