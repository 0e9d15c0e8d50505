"""A ledger that holds what a case says and no more."""

import sqlite3
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = (ROOT / "schema.sql").read_text("utf-8")
Q3, Q4 = "2020-07--2020-09", "2020-10--2020-12"
DOC = "d" * 64
# Values of columns that must be there and that a case does not give.
DEFAULTS = {
    "report": {"language": "en", "document_id": DOC, "plan_id": "2018-2020"},
    "line": {"document_id": DOC, "page": 1, "role": "record"},
    "evidence": {"document_id": DOC, "page": 1, "start": 0, "end": 9, "method": "printed"},
    "member": {"country": "XX", "region": "Africa", "kind": "city"},
    "resolution": {"kind": "member", "status": "resolved", "method": "exact", "candidates": "[]"},
    "report_member": {"region": "Africa", "status": "member"},
    "figure": {"section": "Fees", "qualifier": "exact"},
    "appointment": {"body": "board", "region": "Africa", "role": "Member"},
    "plan_item": {"kind": "deliverable"},
    "document": {"media_type": "text/plain", "pages": 1, "bytes": 1},
}


class Ledger:
    """A ledger that holds what a case says and no more; foreign keys are not asked for."""

    def __init__(self):
        self.connection = sqlite3.connect(":memory:")
        self.connection.executescript(SCHEMA)
        self.connection.execute("PRAGMA foreign_keys = OFF")

    def put(self, table, **values):
        given = {**DEFAULTS.get(table, {}), **values}
        for name, kind, required in self.connection.execute(
            'SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,)
        ):
            if required and name not in given:
                given[name] = "?" if kind == "TEXT" else 1
        names = ", ".join(f'"{name}"' for name in given)
        marks = ", ".join("?" * len(given))
        self.connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(given.values())
        )
        return self

    def report(self, report_id=Q3, **values):
        start, _, end = report_id.partition("--")
        days = {"03": "31", "06": "30", "09": "30", "12": "31"}[end[5:]]
        period = {"period_start": f"{start}-01", "period_end": f"{end}-{days}"}
        return self.put("report", report_id=report_id, **{**period, **values})

    def activity(self, slug="a", days="2020-08-01", *, report=Q3, lists=(), outcomes=(), **values):
        """Put an activity. `days` is one day, or the first and the last joined by two dots."""
        start, _, end = days.partition("..")
        key = f"{report}/{slug}"
        position = len(self.connection.execute("SELECT 1 FROM activity").fetchall()) + 1
        dates = {"date_text": days, "date_start": start or None, "date_end": end or start or None}
        given = {"position": position, "title": slug, **dates, **values}
        self.put("activity", activity_id=key, report_id=report, **given)
        for n, name in enumerate(lists, 1):
            self.named("activity_member", name, report, activity_id=key, position=n)
        for n, code in enumerate(outcomes, 1):
            self.put("activity_outcome", activity_id=key, position=n, code=code, raw=code)
        return self

    def members(self, *names, **values):
        """Put members into the register, known by their names."""
        for name in names:
            self.put("member", member_id=key(name), name=name, **values)
        return self

    def named(self, table, raw, report=Q3, **values):
        """Put a name into a list. 'Bruxelles=Brussels' is read as another, 'Ruritania?' as none."""
        raw, _, name = raw.partition("=")
        unknown, raw = raw.endswith("?"), raw.rstrip("?")
        method = "unresolved" if unknown else "exact"
        given = {"raw": raw, "report_id": report, "resolution_id": f"{report}/member/{raw}"}
        member_id = None if unknown else key(name or raw)
        self.connection.execute(
            "INSERT OR IGNORE INTO resolution (resolution_id, report_id, kind, raw, status, method,"
            " member_id, candidates) VALUES (?, ?, 'member', ?, ?, ?, ?, '[]')",
            (given["resolution_id"], report, raw, "unresolved" if unknown else "resolved",
             method, member_id),
        )  # fmt: skip
        if table == "activity_member":
            del given["report_id"]
        return self.put(table, **given, member_id=member_id, **values)

    def regions(self, *names, report=Q3, **values):
        for n, name in enumerate(names, 1):
            self.named("report_member", name, report, position=n, **values)
        return self

    def summary(self, *names, report=Q3):
        for n, name in enumerate(names, 1):
            self.named("report_activated_member", name, report, position=n)
        return self

    def challenges(self, *entries):
        """Put the report's own list of challenges."""
        for entry in entries:
            code, _, title = entry.partition(" ")
            self.put("report_challenge", report_id=Q3, plan_id="p", code=code, title=title)
        return self

    def challenge(self, raw):
        """Put a challenge into the first activity."""
        code = raw.partition(" ")[0]
        return self.put("activity_challenge", activity_id=f"{Q3}/a", position=1, code=code, raw=raw)

    def claim(self, printed, counted, *, activity="a", report=Q3, position=1):
        number = int(printed.split()[0])
        where = f"{report}/{activity}" if activity else None
        return self.put(
            "claim", report_id=report, position=position, activity_id=where, printed=printed,
            number=number, counted=counted,
        )  # fmt: skip

    def figures(self, **amounts):
        """Put figures: `total=30.0` an amount of money, `paid=3` a count."""
        for n, (label, value) in enumerate(amounts.items(), 1):
            unit = "EUR" if isinstance(value, float) else None
            label = LABELS.get(label, label)
            self.put(
                "figure", report_id=Q3, position=n, label=label, printed=str(value),
                value=float(value), unit=unit,
            )  # fmt: skip
        return self

    def seat(self, raw, title, position, *, report=Q3, person=None, **values):
        return self.put(
            "appointment", report_id=report, position=position, raw=raw, title=title,
            person_id=person or key(raw), **values,
        )  # fmt: skip

    def block(self, slug, first, last, *texts, **values):
        """Put the lines of an activity, and lines after them as captions."""
        for n in (first, last):
            self.put("line", line_no=n, text="its own")
        for field, n in (("title", first), ("narrative", last)):
            self.put(
                "evidence", table_name="activity", row_id=f"{Q3}/{slug}", field=field, line_no=n
            )
        for n, text in enumerate(texts, last + 1):
            self.put("line", line_no=n, text=text, **{"role": "caption", **values})
        return self


LABELS = {
    "y2019": "2019 fees", "y2020": "2020 fees",
    "paid": "Members who have paid", "twice": "Member has paid 2 fees",
}  # fmt: skip


def key(name):
    return name.casefold().replace(" ", "-")


def one():
    return Ledger().report()


LIST = "The lake was walked round by nobody in particular while rain fell on the empty boats."
TOWNS = ("Ava", "Bor", "Cap", "Dun", "Eze", "Fes", "Gao", "Hay", "Ica", "Joz")
