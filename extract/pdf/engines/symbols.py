"""Signs of the two standard symbol fonts, which are read as if they were letters.

pdfminer takes their codes for letters, and so do programs that put a like font in their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# Codes of Symbol and ZapfDingbats, ISO 32000-1:2008, annex D.5 and D.6: arrows, bullets, marks.
_SIGNS = {
    "Symbol": {
        0xAB: "↔",
        0xAC: "←",
        0xAD: "↑",
        0xAE: "→",
        0xAF: "↓",
        0xB7: "•",
        0xB3: "≥",
        0xA3: "≤",
    },
    "ZapfDingbats": {0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xD4: "➔"},
}
# The fonts that stand in for them where they are embedded: URW's, old and new.
_LIKE = {
    "StandardSymbolsPS": "Symbol",
    "StandardSymL": "Symbol",
    "D050000L": "ZapfDingbats",
    "Dingbats": "ZapfDingbats",
}
_FONTS = {**_SIGNS, **{name: _SIGNS[font] for name, font in _LIKE.items()}}


def holds_signs(font: str) -> bool:
    """Tell whether a font is one of signs."""
    return font in _FONTS


def sign(font: str, text: str) -> str:
    """Return what a character of a font stands for, itself where the font is of letters."""
    signs = _FONTS.get(font)
    return signs.get(_codes().get(text, 0), text) if signs else text


@cache
def _codes() -> Mapping[str, int]:
    """Return the code of each character as standard fonts have it, else as it is in Latin-1."""
    from pdfminer.encodingdb import EncodingDB  # a long table, and seldom wanted

    latin = {chr(code): code for code in range(256)}
    return latin | {char: code for code, char in EncodingDB.std2unicode.items()}
