"""Small print on pictures: posters, maps and screens are read apart from the text around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...document import Box
from ..columns.clues import Clues
from ..columns.lines import level
from ..columns.order import reading_order
from ..page import Token
from ..words.runs import Segment

# Print on a picture is smaller than the body by this factor.
SMALLER = 1.25

Frames = Mapping[Token, list[Segment]]


def framed(
    pictures: Sequence[Box], runs: Sequence[Segment], body: float
) -> tuple[list[Segment], Frames]:
    """Return the runs with all print on one picture as a single run of the picture's size.

    A picture counts when all that stands on it is small print. Also return what each such run
    stands for.
    """
    found: dict[Token, list[Segment]] = {}
    left = list(runs)
    if not any(run.style.size * SMALLER <= body for run in runs):
        return left, found
    for picture in pictures:
        inside = [run for run in left if _stands_on(run, picture)]
        if not inside or any(run.style.size * SMALLER > body for run in inside):
            continue
        first = min(inside, key=lambda run: run.base)
        text = " ".join(run.text for run in inside)
        found[Token(text, *picture, first.base, first.style)] = inside
        left = [run for run in left if not any(run is other for other in inside)]
    return [*left, *(Segment.of([token]) for token in found)], found


def unframed(block: Sequence[Segment], frames: Frames, clues: Clues) -> Iterator[list[Segment]]:
    """Yield the lines of a block between pictures, and the blocks of what stands on those."""
    part: list[Segment] = []
    for run in sorted(block, key=lambda run: (run.base, run.x0)):
        inside = frames.get(run.words[0])
        if inside is None:
            part.append(run)
            continue
        if part:
            yield level(part)
        yield from (level(found) for found in reading_order(inside, clues))
        part = []
    if part:
        yield level(part)


def _stands_on(run: Segment, picture: Box) -> bool:
    return picture.holds((run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2)
