"""The ledger as it stands before an ingest: checked, locked against others, and read back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, Table, create_engine, select
from sqlalchemy.pool import NullPool

from . import schema
from .canonical import canonical, hash_of
from .editions import Edition, restored
from .errors import AlteredLedger, CannotWrite, NoLedger, OtherSchema
from .faults import told
from .provenance import recognisers
from .schema import Tables
from .sheet import OUTSIDE, Record, Sheet
from .shelf import File, Holding, Shelf

_MAGIC = b"SQLite format 3\x00"
# Readings of what reports share, found through the listing that each report has of its own.
_LISTED = {"plan_item": "report_plan_item"}


@dataclass(frozen=True, slots=True)
class Previous:
    """A ledger that is read back; nobody else writes to it meanwhile."""

    path: Path
    connection: Connection
    tables: Tables
    meta: Mapping[str, str]

    def shelf(self) -> Shelf:
        """Return its documents."""
        document, content = self.tables["document"], self.tables["content"]
        query = select(document, content.c.lines).join(content).order_by(*document.primary_key)
        recognised = recognisers(self.meta)
        holdings: dict[str, Holding] = {}
        for row in self.connection.execute(query):
            document_id, path, media_type, pages, size, _, reason, report_id, lines = row
            old = holdings.get(document_id)
            holdings[document_id] = Holding(
                file=File(document_id, media_type, pages, size, recognised.get(document_id)),
                lines=lines,
                report_id=report_id,
                reason=None if report_id else reason,
                paths=frozenset({path}) | (old.paths if old else frozenset()),
            )
        return Shelf(holdings)

    def loaded(self) -> dict[str, str]:
        """Return the report that each loaded document holds."""
        table = self.tables["report"]
        query = select(table.c.document_id, table.c.report_id)
        return {row.document_id: row.report_id for row in self.connection.execute(query)}

    def sheet(self, report_id: str) -> Sheet:
        """Return the rows of a report.

        Raises AlteredLedger when they are not those that were loaded.
        """
        report = self.tables["report"]
        document_id = self.connection.execute(
            select(report.c.document_id).where(report.c.report_id == report_id)
        ).scalar_one()
        rows = {
            table.name: self._records(self._of(table, report_id, document_id))
            for table in self.tables.of_report
        }
        finding = self.tables["finding"]
        rows["finding"] = self._records(
            select(finding).where(finding.c.report_id == report_id, finding.c.check.not_in(OUTSIDE))
        )
        sheet = canonical(self.tables, Sheet(report_id, document_id, rows))
        if hash_of(self.tables, sheet) != self.meta.get(f"report/{report_id}"):
            raise AlteredLedger(
                f"{self.path} was changed by hand: rows of {report_id} are not those that were"
                " loaded; move the file away and ingest again"
            )
        shared = {
            name: self._records(self._listed(name, listing, report_id))
            for name, listing in _LISTED.items()
        }
        return replace(sheet, rows={**sheet.rows, **shared})

    def edition(self, document_id: str) -> Edition:
        """Return what is kept of a document that is not loaded."""
        line, value = self.tables["line"], self.tables["edition_value"]
        return restored(
            document_id,
            self._records(select(line).where(line.c.document_id == document_id)),
            self._records(select(value).where(value.c.document_id == document_id)),
        )

    def _of(self, table: Table, report_id: str, document_id: str) -> Select[Any]:
        if "report_id" in table.columns:
            return select(table).where(table.c.report_id == report_id)
        if "document_id" in table.columns:
            return select(table).where(table.c.document_id == document_id)
        activity = self.tables["activity"]
        own = select(activity.c.activity_id).where(activity.c.report_id == report_id)
        return select(table).where(table.c.activity_id.in_(own))

    def _listed(self, name: str, listing: str, report_id: str) -> Select[Any]:
        table, listed = self.tables[name], self.tables[listing]
        return select(table).join(listed).where(listed.c.report_id == report_id)

    def _records(self, query: Select[Any]) -> list[Record]:
        return [tuple(row) for row in self.connection.execute(query)]


@contextmanager
def previous(path: Path) -> Iterator[Previous | None]:
    """Open the ledger at `path` and keep others from writing; None where there is none yet.

    Raises NoLedger, OtherSchema, Busy or CannotWrite.
    """
    with ExitStack() as stack:
        with told(path):
            found = _opened(path, stack) if _is_ledger(path) else None
        yield found


def _is_ledger(path: Path) -> bool:
    """Tell whether there is a file to be read back; an empty one is none.

    The new file takes the place of the old one, so that must be a file, and one that may be
    written.
    """
    if not path.exists():
        return False
    if not path.is_file():
        kind = "folder" if path.is_dir() else "device or a pipe"
        raise CannotWrite(f"{path} is a {kind}: name a file")
    if not os.access(path, os.W_OK):
        raise CannotWrite(f"{path} may not be written: change its rights or give --db another name")
    if path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NoLedger(f"{path} is no SQLite file: give --db another name or move it away")
    return True


def _opened(path: Path, stack: ExitStack) -> Previous:
    engine = create_engine("sqlite://", creator=lambda: _connection(path), poolclass=NullPool)
    connection = stack.enter_context(engine.connect())
    connection = connection.execution_options(isolation_level="AUTOCOMMIT")
    # A log of later writes beside the file would outlive it: let SQLite put them into the file.
    connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    stack.callback(connection.exec_driver_sql, "ROLLBACK")
    return Previous(path, connection, schema.tables(), _checked_meta(connection, path))


def _connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=0)


def _checked_meta(connection: Connection, path: Path) -> dict[str, str]:
    """Return the rows of `meta`, when the file holds our tables and nothing else."""
    query = "SELECT name, type FROM sqlite_master WHERE sql IS NOT NULL"
    found: dict[str, str] = {row.name: row.type for row in connection.exec_driver_sql(query)}
    ours = {statement.name for statement in schema.statements()}
    meta: dict[str, str] = {}
    if "meta" in found:
        rows = connection.exec_driver_sql("SELECT * FROM meta")
        meta = {str(row[0]): str(row[1]) for row in rows}
    if "schema" not in meta:
        raise NoLedger(
            f"{path} is another program's database"
            f" ({', '.join(sorted(found)) or 'empty'}): give --db another name"
        )
    if meta["schema"] != schema.version():
        raise OtherSchema(
            f"{path} was made with other tables (metroledger {meta.get('program', 'unknown')}):"
            " move it away and ingest again"
        )
    foreign = sorted(f"{found[name]} {name}" for name in found.keys() - ours)
    if foreign:
        raise NoLedger(
            f"{path} holds what an ingest would lose ({', '.join(foreign)}): keep that in a file"
            " of its own"
        )
    return meta
