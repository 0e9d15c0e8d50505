"""Text that is turned to the side or upside down -> lines of their own, or headings of a part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...chains import chains
from ...document import Box
from ...fold import fold
from ..columns.clues import Clues
from ..page import Token
from ..words.glyphs import gap, whole
from ..words.runs import WIDE, Segment
from ..words.vocabulary import is_section_text

# Turned text this far into the text beside it, in points, still belongs to the margin.
_INTO = 2.0
# Words on one baseline stand so near to it, in parts of the size.
_LEVEL = 0.15
# The lines of one heading begin at one height, in points, and stand so near, in parts of the size.
_BEGIN = 1.0
_NEAR = 0.9

# The lines of a heading that is turned to the side, in the order of reading.
Heading = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """The turned lines of a page: in its margin, headings of its parts, and others in its body."""

    margin: tuple[Segment, ...]
    headings: tuple[Heading, ...]
    inside: tuple[Segment, ...]


def turned(
    pages: Iterable[Sequence[Token]], bodies: Sequence[Sequence[Segment]], clues: Clues
) -> list[Turned]:
    """Return the turned lines of a document, page by page.

    Beside the text they are margin, but for headings of sections that are set larger than it. One
    that comes again, or that a large line of the text says too, runs beside its section.
    """
    lines = [turned_runs(tokens) for tokens in pages]
    found = [[each for each in _joined(runs) if _is_section(each, clues)] for runs in lines]
    headings = _without_runners(found, bodies, clues)
    return [_page(*each) for each in zip(lines, headings, bodies, strict=True)]


def under_headings(
    items: Sequence[Segment], headings: Sequence[Heading]
) -> Iterator[tuple[Heading, list[Segment]]]:
    """Yield the parts of a page: what stands over all its headings, and what begins with each."""
    if not headings:
        yield (), list(items)
        return
    tops = [heading[0].base for heading in headings]
    parts: list[list[Segment]] = [[] for _ in range(len(tops) + 1)]
    for item in items:
        parts[sum(top < item.base for top in tops)].append(item)
    yield from zip([(), *headings], parts, strict=True)


def turned_runs(tokens: Sequence[Token]) -> list[Segment]:
    """Return the runs of turned words in the order of drawing; each is a line by itself.

    The box of a run is as seen, and its bottom stands for its baseline.
    """
    words = whole(token for token in tokens if token.turn)  # upright words may stand between
    return [_run(line) for line in chains(words, _goes_on)]


def in_margin(run: Segment, body: Sequence[Segment]) -> bool:
    """Tell whether a turned run stands beside, over or under all text in the body of its page."""
    if not body:
        return True
    left, right = min(other.x0 for other in body), max(other.x1 for other in body)
    if run.x1 <= left + _INTO or run.x0 >= right - _INTO:
        return True
    return run.y1 <= min(other.y0 for other in body) or run.y0 >= max(other.y1 for other in body)


def _page(runs: Sequence[Segment], headings: Sequence[Heading], body: Sequence[Segment]) -> Turned:
    heads = [line.words for heading in headings for line in heading]
    rest = [run for run in runs if run.words not in heads]
    margin = tuple(run for run in rest if in_margin(run, body))
    return Turned(margin, tuple(headings), tuple(run for run in rest if run not in margin))


def _without_runners(
    found: Sequence[Sequence[Heading]], bodies: Iterable[Sequence[Segment]], clues: Clues
) -> list[list[Heading]]:
    """Return the headings that come once, and that no large line of the text says too."""
    said = Counter(_words(heading) for page in found for heading in page)
    if said:
        said.update(fold(run.text) for body in bodies for run in body if clues.is_large(run))
    return [[heading for heading in page if said[_words(heading)] == 1] for page in found]


def _joined(runs: Sequence[Segment]) -> list[Heading]:
    """Return the headings that turned runs may be, from above; lines side by side are one."""
    sideways = [run for run in runs if run.words[0].turn % 2]
    sideways.sort(key=lambda run: (run.words[0].turn, _start(run)))
    found = [
        _heading(lines)
        for beside in chains(sideways, _begin_together)
        for lines in chains(sorted(beside, key=_along), _wraps)
    ]
    return sorted(found, key=lambda heading: heading[0].base)


def _heading(lines: Sequence[Segment]) -> Heading:
    """Return lines as a heading; its top is the baseline of all, so that nothing parts them."""
    top = min(line.y0 for line in lines)
    return tuple(line._replace(base=top) for line in lines)


def _start(run: Segment) -> float:
    return run.y0 if run.words[0].turn == 1 else -run.y1


def _along(run: Segment) -> float:
    """Return where a line stands in its text: lines that read downwards follow to the left."""
    return -run.x1 if run.words[0].turn == 1 else run.x0


def _begin_together(run: Segment, other: Segment) -> bool:
    alike = (run.style, run.words[0].turn) == (other.style, other.words[0].turn)
    return alike and abs(_start(run) - _start(other)) <= _BEGIN


def _wraps(above: Segment, below: Segment) -> bool:
    white = max(above.x0, below.x0) - min(above.x1, below.x1)
    return white <= _NEAR * above.style.size


def _is_section(heading: Heading, clues: Clues) -> bool:
    return clues.is_large(heading[0]) and is_section_text(_words(heading))


def _words(heading: Heading) -> str:
    return fold(" ".join(line.text for line in heading).replace("- ", "-"))


def _goes_on(left: Token, right: Token) -> bool:
    size = max(left.style.size, right.style.size)
    if left.turn != right.turn or abs(left.base - right.base) > _LEVEL * size:
        return False
    return abs(gap(left, right)) <= WIDE * size


def _run(words: list[Token]) -> Segment:
    box = Box.around(Box(*word[1:5]) for word in words)
    text = " ".join(word.text for word in words)
    return Segment(tuple(words), *box, box.y1, words[0].style, text)
