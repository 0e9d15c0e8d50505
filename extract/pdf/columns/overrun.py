"""Paragraphs that run over the end of a column or a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import regex

from ...shapes import BULLET, GOES_ON, RUNNING, SENTENCE_END
from ..words.runs import Segment
from ..words.vocabulary import begins_label_text
from .clues import Clues, is_date, is_label, is_section

# Lines of justified type end at one edge, up to so many points.
_EDGE = 1.0
# Lines from which it can be seen that type flows, where it is not justified.
_LINES = 3
# actions and a calendar   No name begins so, nor does elpais.com
_SMALL = regex.compile(r"\p{Ll}+,?(?!\S)")
# An ordinary space, in parts of the size.
_SPACE = 0.2


def runs_over(paragraphs: Sequence[Sequence[Segment]], following: Sequence[Segment]) -> bool:
    """Tell whether the last paragraph of a column goes on in the next column.

    It does when type flows there: the last line reaches the edge at which others end, or every
    line ends where the next word would not have fitted, as several lines of the column do and at
    least one inside a paragraph; of a list whose items commas part, two lines tell, and of words
    that break off, or that a small word follows, one. It ends no sentence, and what follows is
    of the same type and begins nothing. Of lists with a line for each item nothing can be told:
    the same words end at one edge however often they are printed. A list under a label does not go
    on with prose.
    """
    column = [line for paragraph in paragraphs for line in paragraph]
    last, below = column[-1], following[0]
    if last.style != below.style or SENTENCE_END.search(last.text):
        return False
    if BULLET.match(below.text) or is_label(below) or _is_day(below):
        return False
    if below.style.bold and begins_label_text(below.text):
        return False
    if _is_prose(_alike(following)) and _ends_with_list(column):
        return False
    alike = [line for line in column if line.style == last.style]
    right = max(line.x1 for line in alike)
    edge = {line.text for line in alike if line.x1 >= right - _EDGE}
    if last.x1 >= right - _EDGE and len(edge) > 1:
        return True
    full = [_is_full(line, after, right) for line, after in itertools.pairwise([*alike, below])]
    lines = _alike(reversed(paragraphs[-1]))
    if not all(full[-len(lines) :]):
        return False
    if GOES_ON.search(last.text) or _SMALL.match(below.text):
        return True
    running = len(lines) > 1 and all("," in run.text for run in (*lines, below))
    flowing = {line.text for line in itertools.compress(alike, full)}
    return running or (len(flowing) >= _LINES and _has_wrapped(paragraphs, last, right))


def _has_wrapped(paragraphs: Iterable[Sequence[Segment]], type_of: Segment, right: float) -> bool:
    """Tell whether a line inside a paragraph, of a certain type, ends where no word fits."""
    inner = (pair for paragraph in paragraphs for pair in itertools.pairwise(paragraph))
    return any(
        line.style == type_of.style and _is_full(line, below, right) for line, below in inner
    )


def _is_prose(lines: Sequence[Segment]) -> bool:
    return RUNNING.search(" ".join(line.text for line in lines)) is not None


def _ends_with_list(column: Sequence[Segment]) -> bool:
    """Tell whether a column ends with a label and, under it, what is no prose."""
    names = _alike(reversed(column))
    return len(names) < len(column) and is_label(column[-len(names) - 1]) and not _is_prose(names)


def _alike(lines: Iterable[Segment]) -> list[Segment]:
    """Return the first lines, as far as they are of one type and no labels."""
    first, *rest = lines
    more = itertools.takewhile(lambda line: line.style == first.style and not is_label(line), rest)
    return [first, *more]


def _is_day(run: Segment) -> bool:
    """Tell whether a run is a date, and not the last words of a sentence."""
    return is_date(run) and not SENTENCE_END.search(run.text)


def tears_title(last: Segment, below: Segment, clues: Clues) -> bool:
    """Tell whether a column ends inside a title, which goes on at the head of the next one."""
    if last.style != below.style or below.base > last.base - last.style.size:
        return False
    return all(clues.is_large(run) and clues.is_heading(run) for run in (last, below)) and not (
        is_section(last) or is_section(below)
    )


def _is_full(line: Segment, below: Segment, right: float) -> bool:
    word = below.words[0]
    return line.x1 + _SPACE * line.style.size + (word.x1 - word.x0) > right
