"""A check: one SQL file whose query returns the offending rows, and a header that names it.

    -- check: activity-ends-before-start
    -- severity: error
    -- message: the activity ends before it starts: {found}
    SELECT ...

`check` is the name of the file without `.sql`. `message` may name columns of the query in braces.
The query must return report_id, table_name, row_id, expected and found. It may return field (the
value that is cited), key (what makes the finding's id stable when row_id holds a position),
document_id and line_no (the line to cite, when evidence does not tell), and against_table,
against_row and against_field (the other row of a contradiction). Other columns serve the message.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .errors import CheckError
from .finding import SEVERITIES

Value = str | int | float | None
Offence = Mapping[str, Value]

OWN = Path(__file__).resolve().parent / "checks"
REQUIRED = ("report_id", "table_name", "row_id", "expected", "found")
# -- severity: warning
_HEADER = re.compile(r"^--\s*(check|severity|message):\s*(.*\S)\s*$", re.MULTILINE)
# -- message: ...   followed by lines of comment
_ABOUT = re.compile(r"^--\s*message:.*\n((?:--.*\n)+)", re.MULTILINE)
# the activity ends before it starts: {found}
_COLUMN = re.compile(r"\{(\w+)\}")
_READING = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
)


@dataclass(frozen=True, slots=True)
class Check:
    """A check that was read, not yet run."""

    name: str
    severity: str
    message: str
    query: str
    path: Path

    @classmethod
    def read(cls, path: Path) -> Check:
        """Raises CheckError for a file that is no check."""
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CheckError(f"{path}: cannot be read ({error})") from error
        header = dict(_HEADER.findall(text))
        missing = [key for key in ("check", "severity", "message") if key not in header]
        if missing:
            raise CheckError(
                f"{path}: its header lacks {', '.join(missing)}; add '-- {missing[0]}:'"
            )
        if header["check"] != path.stem:
            raise CheckError(f"{path}: the check is called '{header['check']}'; name them alike")
        if header["severity"] not in SEVERITIES:
            raise CheckError(f"{path}: severity must be one of {', '.join(SEVERITIES)}")
        return cls(header["check"], header["severity"], header["message"], text, path)

    @property
    def about(self) -> str:
        """What the comment under the header says, for people."""
        comment = _ABOUT.search(self.query)
        return " ".join(line.lstrip("- ") for line in comment[1].splitlines()) if comment else ""

    def offences(self, connection: sqlite3.Connection) -> list[Offence]:
        """Return the rows of the query. Raises CheckError when it fails, or tries to write."""
        with _only_reading(connection):
            try:
                cursor = connection.execute(self.query)
                rows = cursor.fetchall()
            except (sqlite3.Error, sqlite3.Warning) as error:
                raise CheckError(f"{self.path}: the query fails ({error}); correct it") from error
        names = [column[0] for column in cursor.description or ()]
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            raise CheckError(f"{self.path}: the query does not return {', '.join(missing)}")
        return [dict(zip(names, tuple(row), strict=True)) for row in rows]

    def say(self, offence: Offence) -> str:
        """Return the message with the values of the columns that it names.

        Raises CheckError for a column that the query does not return.
        """

        def value(match: re.Match[str]) -> str:
            if match[1] not in offence:
                raise CheckError(f"{self.path}: no column '{match[1]}' for the message")
            told = offence[match[1]]
            return "nothing" if told is None else str(told)

        return _COLUMN.sub(value, self.message)


def checks(directories: Sequence[Path] = ()) -> list[Check]:
    """Return our checks and those of other directories, by name.

    Raises CheckError for a directory without checks, and for two checks of one name.
    """
    found: dict[str, Check] = {}
    for directory in (OWN, *directories):
        paths = sorted(directory.glob("*.sql"))
        if not paths:
            raise CheckError(f"{directory}: there is no check in it; a check is a file NAME.sql")
        for check in map(Check.read, paths):
            if check.name in found:
                raise CheckError(f"{check.path}: {found[check.name].path} has that name; rename it")
            found[check.name] = check
    return [found[name] for name in sorted(found)]


@contextmanager
def _only_reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Refuse every statement that does more than read."""
    connection.set_authorizer(_may)
    try:
        yield
    finally:
        connection.set_authorizer(None)


def _may(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY
