"""What records claim: every value that they print, and so a role for every line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from .document import Document, Role
from .layout import Layout
from .printed import Printed
from .records import Report
from .words import Account


def with_roles(report: Report, account: Account) -> Report:
    """Return the report with a role for every line: what a record claims is a record's.

    Headings and labels stay what they are, though records cite them.
    """
    kept = {Role.HEADING, Role.LABEL}
    claimed = {number for printed in printed_values(report) for number in printed.lines}
    roles = []
    for line in report.document.lines:
        role = account.roles.get(line.number, Role.UNCLAIMED)
        roles.append(Role.RECORD if line.number in claimed and role not in kept else role)
    return replace(report, roles=tuple(roles))


def printed_values(record: object) -> Iterator[Printed]:
    """Yield every printed value in a record and the records inside it."""
    if isinstance(record, Printed):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from printed_values(item)
    elif is_dataclass(record) and not isinstance(record, Document | Layout):
        for entry in fields(record):
            yield from printed_values(getattr(record, entry.name))
