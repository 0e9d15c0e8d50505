"""Blocks of body lines -> paragraphs, with captions and picture descriptions told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from .fold import fold
from .hyphens import tear
from .layout import Layout
from .markup import unstarred
from .notes import begins_note
from .printed import Printed
from .shapes import BULLET, COMMAS, GOES_ON, RUNNING, SENTENCE_END, SENTENCE_INSIDE
from .words import Text, blocks, is_capitals, is_smaller

# Prose that does not end a sentence has so many words, and at least half of its longer words
# begin with a small letter; a poster's words do not.
_PROSE_WORDS = 8
# The beginning of a sentence that a picture tears off has so many words at least.
_TORN_WORDS = 4
_SMALL_SHARE = 0.5
# Captions are set smaller than prose, by this factor, where they are.
_SMALLER = 1.25
_WORD = regex.compile(r"\p{L}[\p{L}'’\-]{3,}")
# Berlin, Rabat
_COMMA = regex.compile(rf"[{COMMAS}]\s")
# expressed through drawings– to: the second of two dashes that cling to the words between them
_CLOSING_DASH = regex.compile(r"[^–.]+\p{L}–\s")


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs in reading order, and the lines that are captions."""

    paragraphs: tuple[Printed, ...]
    captions: tuple[Text, ...]


def read_prose(texts: Sequence[Text], layout: Layout, known: frozenset[str]) -> Prose:
    """Return the paragraphs among body lines, and the captions.

    A block is prose when it ends a sentence or holds the end of one, when it is a bullet, a note or
    a list behind a colon, when it goes on from a block that broke off, when a block that goes on
    from it follows, or when it is long and mostly in small letters. Everything else is a caption,
    as is a description of a picture ('The poster features ...') and, but for notes, what is set
    smaller than most of it. A paragraph that breaks off without the end of a sentence is joined
    with the next one. `known` are the words of the document, for undoing hyphens.
    """
    found: list[tuple[Printed, bool]] = []
    captions: list[Text] = []
    size = _most(texts)
    units = [unit for block in blocks(texts) for unit in _units(block)]
    for i, unit in enumerate(units):
        words = join_lines([text.words for text in unit], known)
        before = found[-1][0].text if found else ""
        after = units[i + 1] if i + 1 < len(units) else []
        behind_colon = before.endswith(":") and _is_list(words.text)
        is_note = begins_note(unit[0])
        is_prose = is_note or behind_colon or _is_prose(words.text, before, after)
        is_small = is_smaller(unit[0], size, _SMALLER) and not is_note
        if is_small or is_description(words.text, layout) or not is_prose:
            captions += unit
        elif BULLET.match(words.text) or behind_colon:
            found.append((words, True))
        elif found and _broken_off(*found[-1]):
            found[-1] = (join_lines([found[-1][0], words], known), found[-1][1])
        else:
            found.append((words, False))
    return Prose(tuple(_dash(unstarred(words)) for words, _ in found), tuple(captions))


def join_lines(parts: Sequence[Printed], known: frozenset[str]) -> Printed:
    """Return lines as one text; a word torn by a hyphen at a line's end is made whole.

    `known` are the words of the document. A dash at a line's end that clings to the words after
    it, as its counterpart does to the words before, has no space after it.
    """
    whole = parts[0]
    for n, part in enumerate(parts[1:], 1):
        if whole.text.endswith(" –") and _CLOSING_DASH.match(" ".join(p.text for p in parts[n:])):
            whole = Printed.join([whole, part], "")
            continue
        match tear(whole.text, part.text, known):
            case "drop":
                whole = Printed.join([whole.cut(0, len(whole) - 1), part], "")
            case "keep":
                whole = Printed.join([whole, part], "")
            case None:
                whole = Printed.join([whole, part])
    return whole


def _units(block: list[Text]) -> Iterator[list[Text]]:
    """Yield the bullets of a block one by one, other blocks whole, without lines of small print."""
    unit: list[Text] = []
    for text in block:
        other = unit and (
            is_smaller(text, unit[-1].line.size, _SMALLER)
            or is_smaller(unit[-1], text.line.size, _SMALLER)
        )
        if unit and (other or BULLET.match(text.text)):
            yield unit
            unit = []
        unit.append(text)
    yield unit


def _most(texts: Sequence[Text]) -> float | None:
    """Return the size of type in which most letters of the lines of a PDF are set."""
    letters: dict[float, int] = {}
    for text in texts:
        if text.line.size:
            letters[text.line.size] = letters.get(text.line.size, 0) + len(text.text)
    return max(letters, key=letters.__getitem__, default=None)


def _is_prose(words: str, before: str, after: Sequence[Text]) -> bool:
    if BULLET.match(words) or SENTENCE_INSIDE.search(words):
        return True
    if before and not _is_ended(before) and words[:1].islower():
        return True
    if SENTENCE_END.search(words):
        return len(words.split()) > 1
    if not after:
        return _is_long(words)
    if words.endswith(":"):
        goes_on = BULLET.match(after[0].text) or after[0].text[:1].islower()
        runs = len(words.split()) >= _PROSE_WORDS and RUNNING.search(words)
        return bool(goes_on or runs) or _is_long(words)
    # A sentence that breaks off begins where the one before has ended; between its two halves
    # such words are a caption.
    may_break_off = len(words.split()) >= _TORN_WORDS and (not before or _is_ended(before))
    return _is_long(words) or (may_break_off and (_goes_on(after) or bool(GOES_ON.search(words))))


def _is_list(words: str) -> bool:
    return bool(_COMMA.search(words)) and not is_capitals(words) and not SENTENCE_END.search(words)


def _goes_on(after: Sequence[Text]) -> bool:
    """Tell whether a block is the rest of a sentence: in small letters, to a full stop."""
    words = " ".join(text.text for text in after)
    return words[:1].islower() and bool(SENTENCE_END.search(words) or SENTENCE_INSIDE.search(words))


def _is_long(words: str) -> bool:
    longer = _WORD.findall(words)
    small = sum(word[0].islower() for word in longer)
    return len(words.split()) >= _PROSE_WORDS and small >= _SMALL_SHARE * len(longer)


def _is_ended(words: str) -> bool:
    return bool(SENTENCE_END.search(words)) or words.endswith(":")


def _broken_off(words: Printed, bullet: bool) -> bool:
    return not bullet and not _is_ended(words.text)


def is_description(words: str, layout: Layout) -> bool:
    """Tell whether words describe a picture: 'The banner features', 'Photo: ...'."""
    opening = fold(words).split()[:8]
    if opening and opening[0] in {"the", "a", "an", "this"}:
        opening = opening[1:]
    if not opening:
        return False
    if opening[0].rstrip(":") in layout.words["pictures"]:
        return opening[0].endswith(":") or any(
            word in layout.words["picture_verbs"] for word in opening[1:]
        )
    return False


def _dash(words: Printed) -> Printed:
    """Return a bullet with a plain dash as its mark, whatever the mark was."""
    match = BULLET.match(words.text)
    return Printed.join([Printed("-", ()), words.cut(match.end())]) if match else words
