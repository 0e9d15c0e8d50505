"""Letters that a file does not name, or misnames: what is read there is not what is printed."""

from __future__ import annotations

import regex

# A letter of which its font, or whoever made the text, does not say which it is.
UNNAMED = "\ufffd"
# Control characters that no font means: codes of letters that it does not name; and a plane of
# characters for private use, of which nobody but the file knows what they are.
_CONTROL = regex.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\U000f0000-\U000fffff]")
# Ghostscript 10.00.0 adds up the two bytes of a character beyond Latin-1 in what some fonts say:
# '–' reads '3', '’' reads '9', '“' reads '<', 'fi' reads 'ü'. Which fonts cannot be told.
_MISNAMES = b"GPL Ghostscript 10.00.0"


def named(text: str) -> str:
    """Return characters with each that stands for no letter as an unnamed one."""
    return _CONTROL.sub(UNNAMED, text) if _CONTROL.search(text) else text


def tears_word(word: str) -> bool:
    """Tell whether a letter inside a word is unnamed; one by itself may be a bullet."""
    return UNNAMED in word and any(map(str.isalpha, word))


def may_be_misnamed(data: bytes) -> bool:
    """Tell whether a program made a PDF that misnames letters of some fonts."""
    return _MISNAMES in data
