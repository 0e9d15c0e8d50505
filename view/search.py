"""Words in the printed lines of a ledger, and the records that cite those lines."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that holds all the words, and the records that it is evidence for."""

    document: str
    page: int
    line_no: int
    text: str
    records: tuple[str, ...]


def search(connection: sqlite3.Connection, words: Sequence[str], limit: int = 50) -> list[Hit]:
    """Return the lines that hold every word, accents and case aside, in the order of the shelf.

    Only reports that are loaded are searched, not their other editions. At most `limit` lines.
    """
    connection.create_function("bare", 1, bare, deterministic=True)
    clause = " AND ".join("instr(bare(l.text), ?)" for _ in words) or "1"
    query = f"""SELECT d.path, l.page, l.line_no, l.text, l.document_id
        FROM line l JOIN report r USING (document_id)
        JOIN document d ON d.document_id = l.document_id AND d.status = 'loaded'
        WHERE {clause} ORDER BY r.report_id, l.line_no LIMIT ?"""  # noqa: S608 - marks only
    found = connection.execute(query, (*map(bare, words), limit)).fetchall()
    return [
        Hit(path, page, line_no, text, _records(connection, document_id, line_no))
        for path, page, line_no, text, document_id in found
    ]


def bare(text: str) -> str:
    """Return text without accents and case."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def _records(connection: sqlite3.Connection, document_id: str, line_no: int) -> tuple[str, ...]:
    rows = connection.execute(
        """SELECT DISTINCT table_name || ':' || row_id FROM evidence
           WHERE document_id = ? AND line_no = ? ORDER BY 1""",
        (document_id, line_no),
    )
    return tuple(key for (key,) in rows)
