"""The words of `vocabulary.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is counted, by its words; titles that are about the board; small words."""

    counted: Mapping[str, str]
    board_titles: tuple[str, ...]
    small: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the package."""
    data = tomllib.loads(
        files("metroledger.normalize").joinpath("vocabulary.toml").read_text("utf-8")
    )
    return Vocabulary(
        counted={word: kind for kind, words in data["counted"].items() for word in words},
        board_titles=tuple(data["board"]["titles"]),
        small=frozenset(data["small"]["words"]),
    )
