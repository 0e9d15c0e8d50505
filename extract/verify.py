"""Two readings of one document, line against line: where engines disagree, one of them errs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .document import Document, Line

# Lines that differ are two readings of one print when they are so much alike, from 0 to 1.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Difference:
    """Print that two readings give differently: the line of each, None where it has none.

    `near` is the line of the first reading that stands where the print is.
    """

    near: Line
    one: Line | None
    other: Line | None


def differences(one: Document, other: Document) -> Iterator[Difference]:
    """Yield what two readings disagree on, page by page.

    A page is a multiset of lines without their white space, so order makes no difference; of lines
    left over, like ones are two readings of the same print. The first reading has a line at least.
    """
    ours, theirs = _by_page(one), _by_page(other)
    for page in sorted(ours.keys() | theirs.keys()):
        mine, its = ours.get(page, []), theirs.get(page, [])
        for left, right in _paired(_without(mine, its), _without(its, mine)):
            near = left or _nearest(right, mine or one.lines)
            yield Difference(near, left, right)


def _by_page(document: Document) -> dict[int, list[Line]]:
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in document.lines:
        pages[line.page].append(line)
    return pages


def _without(lines: Sequence[Line], others: Iterable[Line]) -> list[Line]:
    """Return the lines that the others do not have, each as often as it is missing there."""
    left = Counter(_squeezed(line) for line in others)
    kept = []
    for line in lines:
        left[_squeezed(line)] -= 1
        if left[_squeezed(line)] < 0:
            kept.append(line)
    return kept


def _paired(
    ones: Sequence[Line], others: Sequence[Line]
) -> Iterator[tuple[Line | None, Line | None]]:
    """Yield each line beside the one most like it, and alone what is like none."""
    rest = list(others)
    for one in ones:
        best = max(rest, key=lambda other: _likeness(one, other), default=None)
        if best is not None and _likeness(one, best) >= _ALIKE:
            rest.remove(best)
            yield one, best
        else:
            yield one, None
    yield from ((None, other) for other in rest)


def _likeness(one: Line, other: Line) -> float:
    return SequenceMatcher(None, _squeezed(one), _squeezed(other), autojunk=False).ratio()


def _nearest(line: Line | None, lines: Sequence[Line]) -> Line:
    """Return the line that stands nearest to one, the first where nothing has a place."""
    if line is None or line.box is None:
        return lines[0]
    x, y = line.box.x0, line.box.y0
    boxed = [each for each in lines if each.box]
    return min(
        boxed or lines,
        key=lambda each: abs(each.box.x0 - x) + abs(each.box.y0 - y) if each.box else 0,
    )


def _squeezed(line: Line) -> str:
    return "".join(line.text.split())
