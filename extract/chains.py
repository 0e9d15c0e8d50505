"""Things that follow one another -> chains of those that go on with the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
# So many page numbers in a row must count up by one where no form feed parts the pages.
_CHAIN = 3


def chains(items: Iterable[T], goes_on: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """Yield the items in chains: one begins where an item does not go on with that before it."""
    chain: list[T] = []
    for item in items:
        if chain and not goes_on(chain[-1], item):
            yield chain
            chain = []
        chain.append(item)
    if chain:
        yield chain


def counting_up(numbered: Iterable[tuple[str, int, T]]) -> list[T]:
    """Return the longest run of things whose numbers of one form count up by one; few are none."""
    runs: dict[tuple[str, int], list[T]] = {}
    for form, number, item in numbered:
        runs[form, number] = [*runs.get((form, number - 1), []), item]
    best = max(runs.values(), key=len, default=[])
    return best if len(best) >= _CHAIN else []
