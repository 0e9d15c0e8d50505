"""Signs of the two standard symbol fonts, which pdfminer reads as if they were letters."""

from __future__ import annotations

from pdfminer.encodingdb import EncodingDB

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
_CODES = {char: code for code, char in EncodingDB.std2unicode.items()}


def sign(font: str, text: str) -> str:
    """Return what a character of a font stands for, itself where the font is of letters."""
    signs = _SIGNS.get(font)
    return signs.get(_CODES.get(text, 0), text) if signs else text
