"""Where doubtful names are judged: the ledger, the file of decisions, and who judges."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from ..normalize.names import (
    Decision,
    Decisions,
    NamesError,
    Reconciler,
    Register,
    person_id,
)
from ..normalize.names.decisions import append
from .ledger import NoLedger, decisions_beside, open_ledger
from .review import doubts
from .signature import Nobody, signature
from .walk import Ask, Say, Walk
from .worksheet import BadSheet, read_sheet, write_sheet

FAILURES = (NoLedger, NamesError, BadSheet, Nobody)


@dataclass(frozen=True, slots=True)
class Desk:
    """One person at work on one ledger and one file of decisions."""

    connection: sqlite3.Connection
    db: str
    path: Path
    who: str | None
    reconciler: Reconciler

    def walk(self, ask: Ask, say: Say) -> str:
        """Walk through the names on a terminal and say how many were judged."""
        found = doubts(self.connection, self.reconciler, self.reconciler.decisions)
        if not found:
            return "no doubtful name waits for a judgement"
        judged = Walk(found, ask, say, self.keep, self.knows).go()
        return self._done(judged)

    def export(self, sheet: Path) -> str:
        """Write the names as CSV and say how many there are. Raises BadSheet."""
        found = doubts(self.connection, self.reconciler, self.reconciler.decisions)
        write_sheet(sheet, found)
        return f"{len(found)} doubtful names are in {sheet}: fill judgement, member and why"

    def take(self, sheet: Path) -> str:
        """Take the judgements of a filled CSV and say how many there were.

        They are of one moment. Raises ContradictoryDecisions when they contradict each other; then
        none is taken.
        """
        signed = signature(self.who)
        made = [_signed(decision, *signed) for decision in read_sheet(sheet, self.knows)]
        Decisions([*self.reconciler.decisions.all, *made])
        for decision in made:
            append(self.path, decision)
        return self._done(len(made))

    def keep(self, decision: Decision) -> None:
        """Add a judgement to the file, with who and when."""
        append(self.path, _signed(decision, *signature(self.who)))

    def knows(self, kind: str, key: str) -> bool:
        """Tell whether an id is that of a member, a partner or a person of this ledger."""
        if kind == "person":
            query = "SELECT 1 FROM person WHERE person_id = ?"
            return self.connection.execute(query, (person_id(key),)).fetchone() is not None
        register = self.reconciler.register
        return key in (register.members if kind == "member" else register.partners.by_id)

    def _done(self, judged: int) -> str:
        names = "1 name" if judged == 1 else f"{judged} names"
        given = "" if self.path == decisions_beside(self.db) else f" with --decisions {self.path}"
        return f"{names} judged in {self.path}; ingest the shelf again{given} to use the judgements"


def _signed(decision: Decision, who: str, when: str) -> Decision:
    return replace(decision, who=who, when=when)


def open_desk(db: str, decisions: Path | None, who: str | None) -> Desk:
    """Return a desk; decisions stand beside the ledger unless a file is given.

    Raises NoLedger or NamesError.
    """
    connection = open_ledger(db)
    path = decisions or decisions_beside(db)
    reconciler = Reconciler(Register.load(), Decisions.load(path))
    return Desk(connection, db, path, who, reconciler)
