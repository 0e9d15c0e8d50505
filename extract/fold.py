"""Words as layouts compare them: without case, white space and the dress of quotes."""

import regex

_SPACE = regex.compile(r"\s+")
# ‘ ’ ʼ ` ´ -> '   “ ” „ « » -> "   ‐ ‑ ‒ – — -> -
_DRESS = str.maketrans("‘’ʼ`´“”„«»‐‑‒–—", "'''''\"\"\"\"\"-----")
# A N N E X: a heading set with space between its letters
_SPACED = regex.compile(r"^\w(?: \w)+$")


def fold(words: str) -> str:
    """Return a heading or label as it is compared; a closing colon or full stop is dropped."""
    folded = _SPACE.sub(" ", words.translate(_DRESS)).strip().rstrip(":.").rstrip().casefold()
    return folded.replace(" ", "") if _SPACED.match(folded) else folded
