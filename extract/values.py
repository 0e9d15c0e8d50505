"""What may stand under the label of a field, and the entries of a list of challenges."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ..languages import every
from . import tables
from .edges import is_at
from .layout import Field
from .lists import DASH, has_dashes, has_title, is_code_line, is_entry
from .printed import Printed
from .shapes import CHALLENGE, COMMAS, GOES_ON, SENTENCE_END
from .words import Text, is_page_end, without_bullet

# A line of a list of names has items of at most so many words; organisations have longer names.
_NAME_WORDS = 6
_ALLIANCE_WORDS = 10
# 1.1, 2.3 and 4.1
_AND = rf"(?:\s*[,;/|·•&]\s*|\s+{every('ands')}\s+|\s+)"
_CODE = regex.compile(_AND)
_CHALLENGE_CODES = regex.compile(rf"^\d\.\d{{1,2}}(?:{_AND}\d\.\d{{1,2}})*\.?$")
# Gobierno de la Ciudad Autónoma de Buenos Aires
_SMALL = regex.compile(f"{every('particles')}|{every('ands')}")
_WORD = regex.compile(r"\p{L}[\p{L}'’\-]*")
_PARTING = regex.compile(rf"[{COMMAS}]|\s[/|·•+]\s")
# 1.1 Combating inequalities; 2.1 Social resilience
_NEXT_CHALLENGE = regex.compile(r"\s*[,;/|·•]\s*(?=\d\.\d{1,2}\.?\s+\p{L})")
# What is left of a challenge for the next line of a narrow column: '3.3 Engaged' / 'Citizenship'.
_CHALLENGE_WORDS = 2


def lists_names(which: Field) -> bool:
    """Tell whether a field's value is a list of names."""
    return which in {"members", "alliances"}


def goes_on_over_gap(taken: Sequence[Text], text: Text, which: Field) -> bool:
    """Codes, challenges and bullets go on over a gap; names after a comma or 'and'.

    So does a running list that a page's end tears inside a name: 'Rabat, Rio' / 'de Janeiro, Lima'.
    """
    if which == "outcomes":
        return is_code_line(text)
    if which == "challenges":
        return _is_challenge(text, taken)
    if (is_entry(taken[-1]) and is_entry(text)) or GOES_ON.search(taken[-1].text):
        return True
    ended = SENTENCE_END.search(taken[-1].text) or not is_page_end(taken[-1], text)
    running = is_running(taken[-1].text) and is_running(text.text)
    return running and not ended and _is_titled(_WORD.findall(text.text))


def has_shape(text: Text, which: Field, taken: Sequence[Text]) -> bool:
    """Tell whether a line may be of a field's value, below those that are taken."""
    if which == "outcomes":
        wraps = taken and not text.gap and has_title(taken[-1]) and text.text[:1].islower()
        return wraps or is_code_line(text)
    if which == "challenges":
        return _is_challenge(text, taken)
    ended = taken and taken[-1].text.endswith(".") and not text.gap
    return not ended and _is_names(text.text, which)


def _is_challenge(text: Text, taken: Sequence[Text]) -> bool:
    words = without_bullet(text).text
    if CHALLENGE.match(words) or _CHALLENGE_CODES.match(words):
        return True
    if not taken or text.gap:
        return bool(taken) and _is_rest(taken[-1], text)
    wraps = words[:1].islower() or bool(GOES_ON.search(taken[-1].text))
    return wraps or (words[:1].isalpha() and len(words.split()) <= _CHALLENGE_WORDS)


def _is_rest(above: Text, text: Text) -> bool:
    """Tell whether a line is the rest of a challenge that the end of its page or column tears.

    Few words go on in small letters, after a small word that does, or at the edge of the line over
    them: '3.1 Gender' / 'mainstreaming'.
    """
    few = len(text.text.split()) <= _CHALLENGE_WORDS and not SENTENCE_END.search(text.text)
    if not (few and text.text[:1].islower()):
        return False
    box, other = above.line.box, text.line.box
    at_edge = box is not None and other is not None and is_at((box.x0,), other.x0)
    return bool(GOES_ON.search(above.text)) or (at_edge and is_page_end(above, text))


def _is_names(words: str, which: Field) -> bool:
    longest = _ALLIANCE_WORDS if which == "alliances" else _NAME_WORDS
    signs = DASH if has_dashes(words) else _PARTING
    cells = words.split("\t")
    items = [item for cell in cells for item in signs.split(cell) if item.strip()]
    return bool(items) and all(
        len(item.split()) <= longest or _is_long_name(item.split(), longest) for item in items
    )


def _is_long_name(words: Sequence[str], longest: int) -> bool:
    """Tell whether words are of a name that is not too long but for its small words."""
    return _is_titled(words) and sum(word[:1].isupper() for word in words) <= longest


def _is_titled(words: Sequence[str]) -> bool:
    """Tell whether words begin with capitals, but for small ones of names, and for figures."""
    return all(not word[:1].islower() or _SMALL.fullmatch(word) for word in words)


def is_one_name(text: Text) -> bool:
    """Tell whether a line holds one name: few words, the first with a capital, and no list."""
    words = text.text
    short = len(words.split()) <= _NAME_WORDS and words[0].isupper()
    return short and not is_running(words) and not SENTENCE_END.search(words)


def is_running(words: str) -> bool:
    """Tell whether a sign parts words into the names of a running list."""
    return bool(_PARTING.search(words))


def challenge_items(texts: Sequence[Text]) -> tuple[Printed, ...]:
    """Return the entries of a list of challenges: lines that begin no entry go on with one."""
    items: list[list[Printed]] = []
    for text in texts:
        cells = tables.cells(without_bullet(text))
        words = Printed.join(cells)
        if all(CHALLENGE.match(cell.text) for cell in cells[1:]) and len(cells) > 1:
            items += [[cell] for cell in cells]
        elif _CHALLENGE_CODES.match(words.text):
            items += [[code.strip(".")] for code in words.split(_CODE)]
        elif CHALLENGE.match(words.text) or not items:
            items += [[words] for words in words.split(_NEXT_CHALLENGE)]
        else:
            items[-1].append(words)
    return tuple(Printed.join(item).strip(" ,;") for item in items)
