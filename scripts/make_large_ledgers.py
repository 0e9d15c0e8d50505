"""Make two large ledgers that differ a little, from a small one: to measure `diff` by.

    python scripts/make_large_ledgers.py SMALL.db FOLDER --activities 100000

The reports of the small ledger are copied under new ids, with the documents that they were read
from, until there are so many activities: FOLDER/old.db. FOLDER/new.db is the same but for: the
first activity of every fifth copy has another date, the first of every seventh has a member put in
at the head of its list, and the last report is left out.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

SCHEMA = Path(__file__).resolve().parent.parent / "schema.sql"
# Columns that are the id of a report or document, or hold it.
IDS = {"report_id", "activity_id", "resolution_id", "finding_id", "row_id", "document_id"}
OF_ALL = {"meta", "member", "member_name", "partner", "person", "plan", "plan_item", "challenge"}
COPIES = """
    CREATE TEMP TABLE copy AS
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :copies)
    SELECT n, report_id, document_id,
        printf('%05d', n) || '-' || report_id AS new_report,
        printf('%08x', n) || substr(document_id, 9) AS new_document
    FROM numbers CROSS JOIN small.report
"""
CHANGES = """
    CREATE TEMP TABLE first AS SELECT activity_id AS id, CAST(report_id AS INTEGER) AS n
        FROM activity WHERE position = 1;
    UPDATE activity SET date_end = '2099-12-31'
        WHERE activity_id IN (SELECT id FROM first WHERE n % 5 = 0);
    UPDATE activity_member SET position = position + 1000
        WHERE activity_id IN (SELECT id FROM first WHERE n % 7 = 0);
    INSERT INTO activity_member SELECT activity_id, 1, 'New', NULL, min(resolution_id)
        FROM activity_member WHERE position > 1000 GROUP BY activity_id;
    UPDATE activity_member SET position = position - 999 WHERE position > 1000;
    CREATE TEMP TABLE gone AS SELECT max(report_id) AS report_id FROM report;
    CREATE TEMP TABLE gone_activity AS
        SELECT activity_id FROM activity WHERE report_id IN (SELECT report_id FROM gone);
    CREATE TEMP TABLE gone_document AS
        SELECT document_id FROM report WHERE report_id IN (SELECT report_id FROM gone);
"""


def main() -> None:
    """Read the arguments and make both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("small", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--activities", type=int, default=100_000)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    old, new = arguments.folder / "old.db", arguments.folder / "new.db"
    make_old(arguments.small, old, arguments.activities)
    shutil.copyfile(old, new)
    with closing(opened(new)) as connection:
        make_changes(connection)


def make_old(small: Path, path: Path, activities: int) -> None:
    """Write copies of all reports of a small ledger."""
    path.unlink(missing_ok=True)
    with closing(opened(path)) as connection:
        connection.executescript(SCHEMA.read_text("utf-8"))
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("ATTACH ? AS small", (str(small),))
        (each,) = connection.execute("SELECT count(*) FROM small.activity").fetchone()
        connection.execute(COPIES, {"copies": -(-activities // each)})
        for table, columns in tables(connection):
            connection.execute(copying(table, columns))
        connection.commit()


def make_changes(connection: sqlite3.Connection) -> None:
    """Change some rows and leave one report out."""
    connection.executescript(CHANGES)
    for table, columns in tables(connection):
        for key, gone in (
            ("report_id", "gone"),
            ("activity_id", "gone_activity"),
            ("document_id", "gone_document"),
        ):
            if key in columns and table not in OF_ALL:
                connection.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT {key} FROM {gone})")
                break
    connection.execute("UPDATE meta SET value = 'other' WHERE key = 'register'")
    connection.commit()


def opened(path: Path) -> sqlite3.Connection:
    """Open a file for fast writing: it can always be made again."""
    connection = sqlite3.connect(path)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -500000"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def tables(connection: sqlite3.Connection) -> list[tuple[str, list[str]]]:
    """Return every table with its columns."""
    names = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    query = "SELECT name FROM pragma_table_info(?)"
    return [(name, [c for (c,) in connection.execute(query, (name,))]) for (name,) in names]


def copying(table: str, columns: list[str]) -> str:
    """Return the statement that copies the rows of a table, in the order of its key."""
    if table in OF_ALL:
        return f"INSERT INTO {table} SELECT * FROM small.{table}"
    renamed = "replace(replace(t.{0}, c.report_id, c.new_report), c.document_id, c.new_document)"
    values = [renamed.format(f'"{c}"') if c in IDS else f't."{c}"' for c in columns]
    if table != "document" and "report_id" in columns:
        owner = "c.report_id = t.report_id"
    elif "activity_id" in columns:
        owner = "c.report_id = substr(t.activity_id, 1, instr(t.activity_id, '/') - 1)"
    else:
        owner = "c.document_id = t.document_id"
    order = ", ".join(str(n) for n in range(1, len(columns) + 1))
    return f"""INSERT INTO {table} SELECT {", ".join(values)}
        FROM small.{table} t JOIN copy c ON {owner} ORDER BY {order}"""


if __name__ == "__main__":
    main()
