"""Names of a running list that a line's end has joined, or a comma parted from their country."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..extract.printed import Printed
from .names import Resolution
from .torn import whole_names

_Resolve = Callable[[str], Resolution]


def running_names(items: Sequence[Printed], resolve: _Resolve) -> tuple[Printed, ...]:
    """Return the names of a list whose items signs have parted.

    An item over a line's end that nobody knows is the names on its lines, where all of those are
    known: 'Shiraz' / 'Isfahan'. One that nobody knows belongs to the name before it where the two
    are known together: 'Toronto', 'Canada'.
    """
    found: list[Printed] = []
    for item in items:
        for name in _apart(item, resolve):
            if found and not _is_known(name, resolve):
                both = Printed.join([found[-1], name], ", ")
                if _is_known(both, resolve):
                    found[-1] = both
                    continue
            found.append(name)
    return tuple(found)


def _apart(item: Printed, resolve: _Resolve) -> Sequence[Printed]:
    if len(item.pieces) == 1 or len(item.lines) == 1 or _is_known(item, resolve):
        return (item,)
    names = whole_names(list(_by_line(item)), resolve)
    return names if all(_is_known(name, resolve) for name in names) else (item,)


def _by_line(item: Printed) -> Iterator[Printed]:
    """Yield what of an item stands on each of its lines."""
    for line in item.lines:
        pieces = [piece for piece in item.pieces if piece.line == line]
        yield item.cut(pieces[0].at, pieces[-1].at + pieces[-1].length).strip()


def _is_known(name: Printed, resolve: _Resolve) -> bool:
    """Tell whether a name, and no misprint of it, is that of a member or of another place."""
    found = resolve(name.text)
    return found.status == "place" or (found.status == "resolved" and found.method != "fuzzy")
