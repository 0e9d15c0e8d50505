"""What the runs of a page of text are, where type would tell it: heading, title, small print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from .grid import Grid, Run


class Kind(Enum):
    """What a run is by its type, would it have any."""

    TEXT = "text"
    SMALL = "small"
    BOLD = "bold"
    TITLE = "title"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Typed:
    """A page with the kinds of its runs; what is not named is text.

    `steps` tells how far under the row over it a row of a title stands, in rows.
    """

    grid: Grid
    kinds: Mapping[Run, Kind] = field(default_factory=dict)
    steps: Mapping[int, float] = field(default_factory=dict)

    def kind(self, run: Run) -> Kind:
        """Return the kind of a run."""
        return self.kinds.get(run, Kind.TEXT)

    def known(self, runs: Iterable[Run], kind: Kind) -> Typed:
        """Return it with some runs of a kind."""
        return replace(self, kinds={**self.kinds, **dict.fromkeys(runs, kind)})

    @property
    def body(self) -> list[tuple[Run, ...]]:
        """The rows that are not blank and not but small print."""
        rows = self.grid.printed
        return [row for row in rows if any(self.kind(run) is not Kind.SMALL for run in row)]
