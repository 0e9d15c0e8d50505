"""Words around a name ('City of', 'Province', 'Ville de') and the kind of place they assert."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ANY = "any"
MOST_STEPS = 4  # 'The Metropolitan Municipality of Greater X City' loses four affixes


@dataclass(frozen=True, slots=True)
class Form:
    """A folded name with some affixes peeled off, and the kinds that they asserted."""

    core: str
    asserts: frozenset[str] = frozenset()


Words = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Affixes:
    """Folded affix -> the kinds that it may assert (none for an affix of any kind)."""

    before: Words
    after: Words
    longest: int
    first: frozenset[str]
    """the words with which an affix before a name begins"""
    last: frozenset[str]
    """the words with which an affix after a name ends"""

    @classmethod
    def load(cls, path: Path) -> Affixes:
        """Read affixes.toml: one table a kind, words before and after the name."""
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        before = {word: _kinds(kind) for kind, table in tables.items() for word in table["before"]}
        after = {word: _kinds(kind) for kind, table in tables.items() for word in table["after"]}
        longest = max(len(word.split()) for word in (*before, *after))
        first = frozenset(word.split()[0] for word in before)
        last = frozenset(word.split()[-1] for word in after)
        return cls(before, after, longest, first, last)

    def forms(self, key: str) -> tuple[Form, ...]:
        """The folded name itself, then shorter forms of it, the longest first, each once."""
        if not self._has_affix(key):
            return (Form(key),)
        found = {key: Form(key)}
        front = [Form(key)]
        for _ in range(MOST_STEPS):
            front = [step for form in front for step in self._peel(form) if step.core not in found]
            found.update((form.core, form) for form in front)
        return tuple(sorted(found.values(), key=lambda form: -len(form.core)))

    def asserted_by(self, key: str) -> frozenset[str] | None:
        """The kinds asserted by words that are an affix and nothing else; None for other words."""
        return self.after.get(key, self.before.get(key))

    def _has_affix(self, key: str) -> bool:
        """Whether words of the name may be an affix: a quick no for most names."""
        words = key.split()
        glued = not key.isascii()
        return glued or bool(words and (words[0] in self.first or words[-1] in self.last))

    def _peel(self, form: Form) -> Iterator[Form]:
        """One affix less: each that fits at the front, and the longest at the back.

        'Gobierno de la' and 'Gobierno de la Ciudad de' both stand before México.
        """
        words = form.core.split()
        for size in range(min(self.longest, len(words) - 1), 0, -1):
            kinds = self.before.get(" ".join(words[:size]))
            if kinds is not None:
                yield Form(" ".join(words[size:]), form.asserts | kinds)
        for size in range(min(self.longest, len(words) - 1), 0, -1):
            kinds = self.after.get(" ".join(words[-size:]))
            if kinds is not None:
                yield Form(" ".join(words[:-size]), form.asserts | kinds)
                break
        for suffix in () if form.core.isascii() else GLUED:
            kinds = self.after.get(suffix)
            if (
                kinds is not None
                and form.core.endswith(suffix)
                and len(form.core) > len(suffix) + 1
            ):
                yield Form(form.core.removesuffix(suffix).rstrip(), form.asserts | kinds)
                break


# 北京市, 서울특별시: scripts that glue the affix to the name, longest first
GLUED = (
    "특별시", "광역시", "广域市", "廣域市", "広域市", "特別市", "特别市", "直辖市", "直轄市",
    "시", "도", "市", "省",
)  # fmt: skip


def _kinds(kind: str) -> frozenset[str]:
    return frozenset() if kind == ANY else frozenset({kind})
