"""Things that follow one another -> chains of those that go on with the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


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
