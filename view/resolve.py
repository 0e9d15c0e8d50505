"""Names resolved from the command line: one by one, or as JSON Lines in a pipe."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from ..normalize.names import (
    Context,
    Decisions,
    NamesError,
    People,
    Reconciler,
    Register,
    Resolution,
)
from .ledger import NoLedger, decisions_to_read, ledger_path, open_ledger

KINDS = ("member", "partner", "person")
FAILURES = (NamesError, NoLedger)


class BadLine(Exception):
    """A line of a pipe that is no question; its text says which line and why."""


def open_reconciler(db: str, decisions: Path | None) -> Reconciler:
    """Return a resolver that knows what was decided and, where there is a ledger, its people.

    Raises NamesError, also when a file of decisions is named and is not there, or NoLedger.
    """
    made = Decisions.load(decisions_to_read(db, decisions))
    return Reconciler(Register.load(), made, _people(db))


def _people(db: str) -> People:
    if not ledger_path(db).is_file():
        return People()
    with closing(open_ledger(db)) as connection:
        return People(name for (name,) in connection.execute("SELECT raw FROM appointment"))


def answer(found: Resolution, *, explain: bool = False) -> dict[str, Any]:
    """Return what a name was taken for: `got` is the canonical name, null unless resolved.

    With `explain` also `why`, every step that led to it.
    """
    steps = {"why": list(found.why)} if explain else {}
    return {
        "got": found.name,
        "status": found.status,
        "method": found.method,
        "score": found.score,
        "candidates": [{"id": c.id, "name": c.name, "score": c.score} for c in found.candidates],
        **steps,
    }


def answer_lines(
    lines: Iterable[str], reconciler: Reconciler, *, explain: bool = False
) -> Iterator[str | BadLine]:
    """Yield for each JSON object with `raw` the same object with its answer, as a line of JSON.

    `region`, `country` and `kind` are context. Blank lines are passed over; a line that is no
    such object is yielded as BadLine, and the next ones are answered all the same.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = _question(line)
        except ValueError as error:
            yield BadLine(f"line {number}: {error}")
            continue
        kind = asked.get("kind") or KINDS[0]
        context = Context(region=asked.get("region"), country=asked.get("country"), kind=kind)
        found = reconciler.resolve(asked["raw"], context)
        yield json.dumps({**asked, **answer(found, explain=explain)}, ensure_ascii=False)


def _question(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"this is no JSON ({error.msg})") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("raw"), str):
        raise ValueError('this is no object with "raw", such as {"raw": "Bruxelles"}')
    for name in ("region", "country", "kind"):
        if not isinstance(asked.get(name), str | None):
            raise ValueError(f'"{name}" must be text')
    if asked.get("kind") not in (None, *KINDS):
        raise ValueError(f'"kind" must be one of {", ".join(KINDS)}')
    return asked


def answer_text(found: Resolution, *, explain: bool) -> Iterator[str]:
    """Yield the answer to one name for a person, with `explain` every step that led to it."""
    candidates = ", ".join(f"{c.name} ({c.score:.0f})" for c in found.candidates)
    got = found.name or (f"? {candidates}" if candidates else "?")
    yield f"{found.raw} -> {got}  [{found.status}, {found.method}]"
    if explain:
        yield from (f"    {step}" for step in found.why)
