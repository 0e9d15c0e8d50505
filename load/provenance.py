"""What a ledger is made from, beside its documents: program, engine, register and the like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import schema

_LAYOUT = "layout/"
_RECOGNISED = "recognised/"


@dataclass(frozen=True, slots=True)
class Provenance:
    """The version of the program, the engine that read PDFs, and the hashes of its inputs."""

    program: str
    register: str
    decisions: str
    layouts: tuple[tuple[str, str], ...]
    engine: str = "pdfium"

    def facts(self) -> dict[str, str]:
        """Return the rows of `meta` that tell it."""
        layouts = {f"{_LAYOUT}{name}": value for name, value in self.layouts}
        return {
            "schema": schema.version(),
            "program": self.program,
            "engine": self.engine,
            "register": self.register,
            "decisions": self.decisions,
            **layouts,
        }

    def changes(self, meta: Mapping[str, str]) -> list[str]:
        """Return which facts differ from those of a ledger."""
        told = {key: meta[key] for key in meta if key in _FACTS or key.startswith(_LAYOUT)}
        facts = self.facts()
        return [key for key in sorted(facts | told) if facts.get(key) != told.get(key)]


_FACTS = frozenset({"schema", "program", "engine", "register", "decisions"})


def recognised_facts(recognisers: Mapping[str, str]) -> dict[str, str]:
    """Return the rows of `meta` that tell what recognised the pictures of which document."""
    return {f"{_RECOGNISED}{document_id}": name for document_id, name in recognisers.items()}


def recognisers(meta: Mapping[str, str]) -> dict[str, str]:
    """Return what the rows of `meta` tell of it."""
    found = meta.items()
    return {k.removeprefix(_RECOGNISED): name for k, name in found if k.startswith(_RECOGNISED)}
