"""Each check with the smallest ledger that shows it, and one in which it must stay silent."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from metroledger.quality.check import OWN, Check, checks
from metroledger.quality.errors import CheckError
from metroledger.quality.run import findings

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

# check -> {what: (ledger, messages)}; no messages: it must stay silent.
CASES = {
    "activity-outside-period": {
        "a month late": (
            one().activity(days="2020-11-02"),
            ["the activity took place outside the period of its report"],
        ),
        "the last day": (one().activity(days="2020-09-30"), []),
        "partly": (one().activity(days="2020-09-30..2020-10-02"), []),
    },
    "activity-partly-outside-period": {
        "over its end": (
            one().activity(days="2020-09-30..2020-10-02"),
            ["the activity lies partly outside the period of its report"],
        ),
        "longer than it": (
            one().activity(days="2020-06-01..2020-11-01"),
            ["the activity lies partly outside the period of its report"],
        ),
        "inside": (one().activity(days="2020-07-01..2020-09-30"), []),
        "wholly outside": (one().activity(days="2020-11-02"), []),
    },
    "activity-ends-before-start": {
        "backwards": (
            one().activity(days="2020-08-03..2020-08-01"),
            ["the activity ends before it starts"],
        ),
        "one day": (one().activity(days="2020-08-03"), []),
        "no dates": (one().activity(days=""), []),
    },
    "poster-date": {
        "another month": (
            one().activity(days="2020-08-09").block("a", 1, 2, "Sunday 9th September, 14:00"),
            ['a poster beside the activity "a" gives another date'],
        ),
        "a span around the day": (
            one().activity(days="2020-08-09").block("a", 1, 2, "8 / 13 AUG 2020 · TOWN"),
            [],
        ),
        "beyond the next heading": (
            one()
            .activity(days="2020-08-09")
            .block("a", 1, 2)
            .put("line", line_no=3, text="NEXT", role="heading")
            .put("line", line_no=4, text="9 September", role="caption"),
            [],
        ),
        "in the prose": (
            one().activity(days="2020-08-09").block("a", 1, 2, "9 September", role="record"),
            [],
        ),
    },
    "weekday": {
        "not its own": (
            one().activity(days="2020-08-09").block("a", 1, 2, "Tuesday 9th August"),
            ["that day is a Sunday, not a Tuesday"],
        ),
        "its own": (one().activity(days="2020-08-09").block("a", 1, 2, "SUNDAY 9 AUG 2020"), []),
        "no weekday": (one().activity(days="2020-08-09").block("a", 1, 2, "9 August"), []),
    },
    "month-outside-period": {
        "media": (
            one().put("media_mention", report_id=Q3, position=1, month="2020-10", outlet="Le Soir"),
            ["listed under a month outside the period of the report"],
        ),
        "a meeting": (
            one().named("bilateral_meeting", "Ava", position=1, month="2020-06", mode="online"),
            ["listed under a month outside the period of the report"],
        ),
        "the last month": (
            one().put("media_mention", report_id=Q3, position=1, month="2020-09", outlet="Le Soir"),
            [],
        ),
    },
    "figures-of-another-period": {
        "from January": (
            one()
            .figures(total=1.0)
            .put(
                "passage", report_id=Q3, position=1, section="Fees",
                text="From 1 January to 30 September, what came in:",
            ),
            [
                'the figures of "Fees" cover 2020-01-01 to 2020-09-30,'
                " the report 2020-07-01 to 2020-09-30"
            ],
        ),
        "the period": (
            one()
            .figures(total=1.0)
            .put(
                "passage", report_id=Q3, position=1, section="Fees",
                text="From 1st July to 30th September:",
            ),
            [],
        ),
        "a section without figures": (
            one().put(
                "passage", report_id=Q3, position=1, section="News", text="1 May to 3 May"
            ),
            [],
        ),
    },
    "outcome-not-in-plan": {
        "not listed": (
            one()
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1D1")
            .activity(outcomes=["L1M1D2"]),
            ["outcome L1M1D2 is not among the plan items that the report lists"],
        ),
        "listed": (
            one()
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1D1")
            .activity(outcomes=["L1M1D1"]),
            [],
        ),
        "no list at all": (one().activity(outcomes=["L1M1D2"]), []),
    },
    "plan-item-unused": {
        "a deliverable": (
            one()
            .put("plan_item", plan_id="2018-2020", code="L1M1D1")
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1D1")
            .activity(outcomes=["L1M2D1"]),
            ["deliverable L1M1D1 is listed as carried out, but no activity names it"],
        ),
        "a measure": (
            one()
            .put("plan_item", plan_id="2018-2020", code="L1M1", kind="measure")
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1")
            .activity(outcomes=["L1M2D1"]),
            [],
        ),
        "no activity has outcomes": (
            one()
            .put("plan_item", plan_id="2018-2020", code="L1M1D1")
            .put("report_plan_item", report_id=Q3, plan_id="2018-2020", code="L1M1D1")
            .activity(),
            [],
        ),
    },
    "challenge-not-in-list": {
        "not listed": (
            one()
            .challenges("1.1 Housing")
            .activity()
            .challenge("1.2 Air"),
            ["challenge 1.2 Air is not among those that the report lists"],
        ),
        "no list at all": (
            one()
            .activity()
            .challenge("1.2 Air"),
            [],
        ),
    },
    "challenge-unused": {
        "one of two": (
            one()
            .challenges("1.1 Housing")
            .challenges("1.2 Air")
            .activity()
            .challenge("1.2 Air"),
            ["challenge 1.1 Housing is listed as addressed, but no activity names it"],
        ),
        "no activity has challenges": (
            one().challenges("1.1 Housing"),
            [],
        ),
    },
    "challenge-title-differs": {
        "other words": (
            one()
            .challenges("1.1 Clean air")
            .activity()
            .challenge("1.1 Air"),
            ["challenge 1.1 is called Air here, Clean air in the list"],
        ),
        "another case": (
            one()
            .challenges("1.1 Clean air")
            .activity()
            .challenge("1.1 Clean Air"),
            [],
        ),
    },
    "code-twice": {
        "an outcome": (
            one().activity(outcomes=["L1M1D1", "L1M1D2", "L1M1D1"]),
            ["L1M1D1 stands 2 times in one list of the activity"],
        ),
        "in two activities": (
            one().activity(outcomes=["L1M1D1"]).activity("b", outcomes=["L1M1D1"]),
            [],
        ),
    },
    "action-line-against-codes": {
        "more of another": (
            one()
            .put("action_line", report_id=Q3, code="L1")
            .put("action_line", report_id=Q3, code="L2")
            .activity(action_line="L1", outcomes=["L1M1D1", "L2M1D1", "L2M1D2"]),
            ["the activity stands under L1, its outcomes are of L2"],
        ),
        "as many": (
            one()
            .put("action_line", report_id=Q3, code="L1")
            .put("action_line", report_id=Q3, code="L2")
            .activity(action_line="L1", outcomes=["L1M1D1", "L2M1D1"]),
            [],
        ),
        "L1 is not L10": (
            one()
            .put("action_line", report_id=Q3, code="L1")
            .put("action_line", report_id=Q3, code="L10")
            .activity(action_line="L10", outcomes=["L10M1D1"]),
            [],
        ),
    },
    "action-line-from-neighbours": {
        "undecided": (
            one().activity(
                action_line="L1", action_line_basis="neighbours", outcomes=["L1M1D1", "L2M1D1"]
            ),
            [
                "the outcomes (L1M1D1, L2M1D1) name no one action line;"
                " L1 is that of the activities beside it"
            ],
        ),
        "told by its codes": (
            one().activity(action_line="L1", action_line_basis="codes", outcomes=["L1M1D1"]),
            [],
        ),
    },
    "board-count": {
        "fewer seats": (
            one()
            .activity()
            .claim("4 board members", "board members")
            .seat("Ann", "Mayor of Ava", 1),
            ["the text says 4 board members; the board has 1 seats"],
        ),
        "fewer present than listed": (
            one()
            .activity(lists=TOWNS[:3])
            .claim("2 of the 3 board members", "board members")
            .claim("3 board members", "board members", position=2)
            .seat("Ann", "Mayor of Ava", 1)
            .seat("Ben", "Mayor of Bor", 2)
            .seat("Cay", "Mayor of Cap", 3),
            ["the text says 2 of the 3 board members; the activity lists 3"],
        ),
        "two share a seat": (
            one()
            .activity()
            .claim("1 board members", "board members")
            .seat("Ann", "Mayor of Ava", 1, date_until="2020-08-01")
            .seat("Ben", "Mayor of Ava", 2, date_from="2020-08-01"),
            [],
        ),
        "no board in the report": (
            one().activity().claim("4 board members", "board members"),
            [],
        ),
    },
    "member-count": {
        "of the network": (
            one().regions(*TOWNS[:3]).claim("4 governments", "members", activity=None),
            ["the text says 4 governments; the regions list 3"],
        ),
        "of an activity": (
            one().regions(*TOWNS).activity(lists=TOWNS[:3]).claim("2 members", "members"),
            ["the text says 2 members; the activity lists 3"],
        ),
        "an activity that tells of the network": (
            one().regions(*TOWNS).activity(lists=TOWNS[:3]).claim("10 governments", "members"),
            [],
        ),
        "a few, outside activities": (
            one().regions(*TOWNS).claim("3 members", "members", activity=None),
            [],
        ),
        "an honorary member is none": (
            one()
            .regions(*TOWNS[:3])
            .named("report_member", "Society?", position=9, status="honorary")
            .claim("3 governments", "members", activity=None),
            [],
        ),
    },
    "new-member-count": {
        "more than joined": (
            one()
            .report(Q4)
            .regions("Ava")
            .regions("Ava", "Bor", report=Q4)
            .claim("2 new members", "new members", activity=None, report=Q4),
            [f"the text says 2 new members; the regions list 1 that {Q3} did not"],
        ),
        "fewer than joined since the day before": (
            one()
            .report(Q4)
            .regions("Ava")
            .regions("Ava", "Bor", "Cap", report=Q4)
            .claim("1 new members", "new members", activity=None, report=Q4),
            [f"the text says 1 new members; the regions list 2 that {Q3} did not"],
        ),
        "fewer than joined in a longer time": (
            Ledger()
            .report("2020-01--2020-03")
            .report(Q4)
            .regions("Ava", report="2020-01--2020-03")
            .regions("Ava", "Bor", "Cap", report=Q4)
            .claim("1 new members", "new members", activity=None, report=Q4),
            [],
        ),
        "no report before": (
            one().regions("Ava").claim("9 new members", "new members", activity=None),
            [],
        ),
    },
    "new-member-list": {
        "five told, four listed": (
            one().activity(lists=TOWNS[:4]).claim("5 new members", "new members"),
            ["the text says 5 new members; the activity lists 4"],
        ),
        "a list of those who met": (
            one().activity(lists=TOWNS).claim("3 new members", "new members"),
            [],
        ),
    },
    "city-count": {
        "fewer than listed": (
            one().activity(lists=TOWNS[:4]).claim("3 cities", "cities"),
            ["the text says 3 cities; the activity lists 4 members"],
        ),
        "more than listed": (one().activity(lists=TOWNS[:4]).claim("33 cities", "cities"), []),
        "the larger of two": (
            one()
            .activity(lists=TOWNS[:4])
            .claim("8 cities", "cities")
            .claim("2 cities", "cities", position=2),
            [],
        ),
    },
    "country-count": {
        "fewer than those of the list": (
            one()
            .members("Ava", country="AA")
            .members("Bor", country="BB")
            .activity(lists=["Ava", "Bor"])
            .claim("1 countries", "countries"),
            ["the text says 1 countries; the members listed are of 2"],
        ),
        "more": (
            one()
            .members("Ava", country="AA")
            .activity(lists=["Ava"])
            .claim("3 countries", "countries"),
            [],
        ),
    },
    "counts-differ": {
        "new members": (
            one()
            .claim("5 new members", "new members", activity=None)
            .claim("4 new members", "new members", position=2),
            ["the text says 4 new members here and 5 new members elsewhere"],
        ),
        "the network": (
            one()
            .regions(*TOWNS)
            .claim("10 governments", "members", activity=None)
            .claim("11 governments", "members", position=2),
            ["the text says 11 governments here and 10 governments elsewhere"],
        ),
        "those who took part": (
            one()
            .regions(*TOWNS)
            .claim("2 members", "members")
            .claim("3 members", "members", position=2),
            [],
        ),
    },
    "activity-member-not-activated": {
        "missing": (
            one().activity(lists=["Ava", "Bor"]).summary("Ava"),
            ['Bor takes part in "a", but the summary lacks it'],
        ),
        "told once for two activities": (
            one().activity(lists=["Bor"]).activity("b", lists=["Bor"]).summary("Ava"),
            ['Bor takes part in "a", but the summary lacks it'],
        ),
        "under another spelling": (
            one().activity(lists=["Bruxelles=Brussels"]).summary("Brussels"),
            [],
        ),
        "perhaps an ambiguous name": (
            one()
            .activity(lists=["Bor"])
            .put(
                "resolution", resolution_id="r", report_id=Q3, raw="B", status="ambiguous",
                method="ambiguous", candidates=json.dumps([{"id": "bor"}, {"id": "bar"}]),
            )
            .put(
                "report_activated_member", report_id=Q3, position=1, raw="B", resolution_id="r"
            ),
            [],
        ),
        "no summary": (one().activity(lists=["Ava"]), []),
    },
    "activated-without-activity": {
        "one of ten": (
            one().activity(lists=TOWNS[:9]).summary(*TOWNS),
            ["Joz in the summary: in no activity and no meeting"],
        ),
        "most: the summary counts more": (
            one().activity(lists=["Ava"]).summary("Ava", "Bor", "Cap"),
            ["2 members (Bor, Cap) in the summary: in no activity and no meeting"],
        ),
        "met": (
            one()
            .activity(lists=["Ava"])
            .named("bilateral_meeting", "Bor", position=1, mode="online")
            .summary("Ava", "Bor"),
            [],
        ),
    },
    "member-not-in-region": {
        "in an activity": (
            one().members("Ava", "Bor").regions("Ava").activity(lists=["Bor"]),
            ["Bor (activity) stands in no list of members by region"],
        ),
        "a seat of the board": (
            one()
            .members("Ava", "Bor")
            .regions("Ava")
            .seat("Ann", "Mayor of Bor", 1, member_id="bor"),
            ["Mayor of Bor (seat) stands in no list of members by region"],
        ),
        "no lists by region": (one().members("Bor").activity(lists=["Bor"]), []),
        "no name of a member": (
            one().members("Ava").regions("Ava").activity(lists=["Ruritania?"]),
            [],
        ),
    },
    "listed-twice": {
        "in one activity": (
            one().members("Brussels").activity(lists=["Brussels", "Bruxelles=Brussels"]),
            ["Brussels, Bruxelles: Brussels stands twice in one list"],
        ),
        "under two regions": (
            one()
            .members("Ava")
            .named("report_member", "Ava", position=1, region="Africa")
            .named("report_member", "Ava", position=2, region="Europe"),
            ["Ava, Ava: Ava stands twice in one list"],
        ),
        "in two activities": (
            one().members("Ava").activity(lists=["Ava"]).activity("b", lists=["Ava"]),
            [],
        ),
        "in two months of meetings": (
            one()
            .members("Ava")
            .named("bilateral_meeting", "Ava", position=1, month="2020-07", mode="online")
            .named("bilateral_meeting", "Ava", position=2, month="2020-08", mode="online"),
            [],
        ),
    },
    "same-list": {
        "four, in another order": (
            one().activity(lists=TOWNS[:4]).activity("b", lists=reversed(TOWNS[:4])),
            ['"b" and "a" list the same 4 members'],
        ),
        "three": (one().activity(lists=TOWNS[:3]).activity("b", lists=TOWNS[:3]), []),
        "one more": (one().activity(lists=TOWNS[:4]).activity("b", lists=TOWNS[:5]), []),
        "in two reports": (
            one()
            .report(Q4)
            .activity(lists=TOWNS[:4])
            .activity("b", "2020-11-01", report=Q4, lists=TOWNS[:4]),
            [],
        ),
    },
    "told-twice": {
        "the same prose": (
            one()
            .activity(narrative=LIST)
            .activity("b", narrative=f"{LIST} Then it stopped."),
            ['"b" tells what "a" tells'],
        ),
        "the same title": (
            one().activity("a", title="The Lake").activity("b", title="THE LAKE"),
            ['"THE LAKE" tells what "The Lake" tells'],
        ),
        "on other days": (
            one().activity(narrative=LIST).activity("b", "2020-08-02", narrative=LIST),
            [],
        ),
        "a short text": (
            one().activity(narrative="It rained.").activity("b", narrative="It rained."),
            [],
        ),
    },
    "alphabet-gap": {
        "a region": (
            one().members(*TOWNS).regions(*TOWNS[:3], *TOWNS[7:]),
            [
                "in the list of Africa, no name stands between Cap and Hay:"
                " Dun, Eze, Fes, Gao are known members"
            ],
        ),
        "the end of the summary": (
            one().members(*TOWNS).activity(lists=TOWNS).summary(*TOWNS[:6]),
            [
                "in the summary, no name stands between Fes and the end:"
                " Gao, Hay, Ica, Joz are in activities"
            ],
        ),
        "here and there": (one().members(*TOWNS).regions(*TOWNS[::2]), []),
    },
    "payment-sum": {
        "a cent": (
            one().figures(total=30.01, first=10.0, second=20.0),
            ['the amounts of "Fees" add up to 30.00, not to 30.01'],
        ),
        "exact": (one().figures(total=0.3, first=0.1, second=0.2), []),
        "two amounts": (one().figures(first=10.0, second=20.0), []),
    },
    "payment-count": {
        "one missing": (
            one().figures(y2019=5, y2020=55, paid=57, twice=2),
            ["57 members who paid and 2 who paid twice make 59 fees, not 60"],
        ),
        "right": (one().figures(y2019=5, y2020=55, paid=57, twice=3), []),
        "not all told": (one().figures(y2020=55, paid=57), []),
    },
    "two-spellings": {
        "two": (
            one()
            .members("Brussels")
            .activity(lists=["Brussels"])
            .activity("b", lists=["Bruxelles=Brussels"])
            .activity("c", lists=["Bruxelles=Brussels"]),
            ["Brussels is spelled in 2 ways: Brussels (1), Bruxelles (2)"],
        ),
        "case, accents and apostrophes": (
            one()
            .members("Xi'an")
            .activity(lists=["Xi'an"])
            .activity("b", lists=["XI’AN=Xi'an"])
            .activity("c", lists=["Xí'an=Xi'an"]),
            [],
        ),
        "in two reports": (
            one()
            .report(Q4)
            .members("Brussels")
            .activity(lists=["Brussels"])
            .activity("b", "2020-11-01", report=Q4, lists=["Bruxelles=Brussels"]),
            [],
        ),
    },
    "unaccented-name": {
        "a member": (
            one().members("Bogotá").activity(lists=["Bogota=Bogotá"]),
            ["Bogotá is printed without its accents: Bogota (1)"],
        ),
        "a person": (
            one()
            .put("person", person_id="ana", name="Ána")
            .seat("Ana", "Mayor of Ava", 1, person="ana"),
            ["Ána is printed without its accents: Ana (1)"],
        ),
        "with accents": (one().members("Bogotá").activity(lists=["BOGOTÁ=Bogotá"]), []),
    },
    "name-in-other-case": {
        "a challenge": (
            one()
            .challenges("1.1 Clean air")
            .activity()
            .challenge("1.1 Clean Air"),
            ["1.1 Clean Air is elsewhere printed 1.1 Clean air"],
        ),
        "in capitals": (one().members("Ava").regions("AVA=Ava"), []),
    },
    "title-in-other-case": {
        "one in capitals": (
            one().activity().activity("b").activity("c").activity("d").activity("e", title="E"),
            ["this title is in capitals, the others are in small letters"],
        ),
        "all in capitals": (
            one()
            .activity("a", title="A")
            .activity("b", title="B")
            .activity("c", title="C")
            .activity("d", title="D")
            .activity("e", title="E"),
            [],
        ),
        "one of four": (one().activity().activity("b").activity("c").activity("d", title="D"), []),
    },
    "name-by-likeness": {
        "a misprint": (
            one()
            .members("Abidjan")
            .put(
                "resolution", resolution_id="r", report_id=Q3, raw="Abdijan", method="fuzzy",
                member_id="abidjan", score=85.7,
            ),
            ["Abdijan was taken for Abidjan by likeness (85.7 of 100)"],
        ),
        "a known spelling": (one().members("Abidjan").activity(lists=["Abidjan"]), []),
    },
    "ambiguous-name": {
        "of two": (
            one().put(
                "resolution", resolution_id="r", report_id=Q3, raw="B", status="ambiguous",
                method="ambiguous", candidates=json.dumps([{"name": "Bor"}, {"name": "Bar"}]),
            ),
            ["B may be Bor or Bar"],
        ),
        "resolved": (one().activity(lists=["Ava"]), []),
    },
    "unresolved-name": {
        "nobody": (one().activity(lists=["Ruritania?"]), ["Ruritania is no known member"]),
        "an honorary member": (
            one().named("report_member", "Society?", position=1, status="honorary"),
            [],
        ),
    },
    "place-no-member": {
        "a place": (
            one().put(
                "resolution", resolution_id="r", report_id=Q3, raw="Leeds", status="place",
                method="unresolved",
            ),
            ["Leeds is a place, but no member"],
        ),
        "a member": (one().activity(lists=["Ava"]), []),
    },
    "person-with-two-names": {
        "turned round": (
            one()
            .report(Q4)
            .seat("Wang Li", "Mayor of Ava", 1, member_id="ava")
            .seat("Li Wang", "Mayor of Ava", 1, report=Q4, member_id="ava"),
            ["Li Wang and Wang Li hold the same seat and may be one person"],
        ),
        "another person": (
            one()
            .report(Q4)
            .seat("Wang Li", "Mayor of Ava", 1, member_id="ava")
            .seat("Ann Bee", "Mayor of Ava", 1, report=Q4, member_id="ava"),
            [],
        ),
        "another seat": (
            one()
            .report(Q4)
            .seat("Wang Li", "Mayor of Ava", 1, member_id="ava")
            .seat("Li Wang", "Mayor of Bor", 1, report=Q4, member_id="bor"),
            [],
        ),
    },
    "seat-without-holder": {
        "two months": (
            one()
            .seat("Ann", "Mayor of Ava", 1, date_until="2020-07-10")
            .seat("Ben", "Mayor of Ava", 2, date_from="2020-09-10"),
            ['nobody holds "Mayor of Ava" from 2020-07-10 to 2020-09-10'],
        ),
        "nobody follows": (
            one().seat("Ann", "Mayor of Ava", 1, date_until="2020-07-10"),
            ['nobody holds "Mayor of Ava" from 2020-07-10'],
        ),
        "the next day": (
            one()
            .seat("Ann", "Mayor of Ava", 1, date_until="2020-07-10")
            .seat("Ben", "Mayor of Ava", 2, date_from="2020-07-11"),
            [],
        ),
    },
    "seat-with-two-holders": {
        "overlapping": (
            one()
            .seat("Ann", "Mayor of Ava", 1, date_until="2020-07-10")
            .seat("Ben", "Mayor of Ava", 2, date_from="2020-07-01"),
            ['Ben and Ann hold "Mayor of Ava" at once'],
        ),
        "one after the other": (
            one()
            .seat("Ann", "Mayor of Ava", 1, date_until="2020-07-10")
            .seat("Ben", "Mayor of Ava", 2, date_from="2020-07-10"),
            [],
        ),
    },
    "unclaimed-line": {
        "one": (
            one()
            .put("document", document_id=DOC, path="a.txt", status="loaded", report_id=Q3)
            .put("line", line_no=7, text="what?", role="unclaimed"),
            ["no record, heading, label, furniture or caption claims line 7"],
        ),
        "a record": (
            one()
            .put("document", document_id=DOC, path="a.txt", status="loaded", report_id=Q3)
            .put("line", line_no=7, text="that"),
            [],
        ),
    },
    "document-rejected": {
        "with its reason": (
            Ledger().put(
                "document", document_id=DOC, path="a.txt", status="rejected", reason="it is empty"
            ),
            ["a.txt: it is empty"],
        ),
        "a duplicate": (
            one().put(
                "document", document_id=DOC, path="a.txt", status="duplicate", reason="as b.txt",
                report_id=Q3,
            ),
            [],
        ),
    },
    "editing-mark": {
        "of a comment": (
            one()
            .activity(narrative="The policy [j1] was told.")
            .put("line", line_no=1, text="The policy [j1] was told.")
            .put(
                "evidence", table_name="activity", row_id=f"{Q3}/a", field="narrative", line_no=1
            ),
            ["a mark of editing is left in the text: [j1]"],
        ),
        "a footnote": (
            one()
            .activity(narrative="The policy [1] was told.")
            .put("line", line_no=1, text="The policy [1] was told.")
            .put(
                "evidence", table_name="activity", row_id=f"{Q3}/a", field="narrative", line_no=1
            ),
            [],
        ),
    },
}  # fmt: skip


def test_every_check_has_a_case_that_shows_it_and_one_that_does_not():
    assert sorted(CASES) == sorted(path.stem for path in OWN.glob("*.sql"))
    for check, cases in CASES.items():
        assert {bool(messages) for _, messages in cases.values()} == {True, False}, check


@pytest.mark.parametrize(
    ("check", "ledger", "messages"),
    [
        pytest.param(check, ledger, messages, id=f"{check}: {what}")
        for check, cases in CASES.items()
        for what, (ledger, messages) in cases.items()
    ],
)
def test_check(check, ledger, messages):
    found = [each for each in findings(ledger.connection) if each.check == check]
    assert [each.message for each in found] == messages
    assert all(each.finding_id.partition("/")[0] in (Q3, Q4, "ledger") for each in found)


CORPUS = {
    Q3: {
        "activity-partly-outside-period": 2,
        "board-count": 1,
        "figures-of-another-period": 1,
        "member-count": 2,
        "outcome-not-in-plan": 2,
        "plan-item-unused": 3,
        "unaccented-name": 6,
    },
    "2021-09--2021-12": {
        "action-line-from-neighbours": 4,
        "activated-without-activity": 1,
        "activity-member-not-activated": 13,
        "alphabet-gap": 1,
        "ambiguous-name": 2,
        "board-count": 1,
        "editing-mark": 1,
        "member-not-in-region": 6,
        "name-by-likeness": 3,
        "name-in-other-case": 6,
        "outcome-not-in-plan": 2,
        "person-with-two-names": 3,
        "poster-date": 1,
        "same-list": 1,
        "seat-without-holder": 1,
        "told-twice": 1,
        "two-spellings": 7,
        "unaccented-name": 5,
        "weekday": 1,
    },
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    from metroledger.pipeline import ingest

    db = tmp_path_factory.mktemp("quality") / "corpus.db"
    ingest(sorted((ROOT / "corpus").glob("*.txt")), db)
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
        yield connection


def test_findings_of_the_corpus(corpus):
    found = findings(corpus)
    assert found == findings(corpus)
    assert {
        report_id: {
            check: sum(each.check == check for each in found if each.report_id == report_id)
            for check in sorted({e.check for e in found if e.report_id == report_id})
        }
        for report_id in sorted({each.report_id for each in found})
    } == CORPUS


def test_a_finding_of_the_corpus_has_an_id_of_its_own_and_a_line(corpus):
    found = findings(corpus)
    assert len({each.finding_id for each in found}) == len(found)
    for each in found:
        query = "SELECT text FROM line WHERE document_id = ? AND line_no = ?"
        assert corpus.execute(query, (each.document_id, each.line_no)).fetchone(), each


def test_the_poster_of_the_policy_debate(corpus):
    (found,) = [each for each in findings(corpus) if each.check == "poster-date"]
    assert (found.expected, found.found) == ("9 November", "Tuesday 9th October")


def test_what_loading_found_is_told_too():
    ledger = one().put(
        "finding", finding_id="x", report_id=Q3, check="impossible-date", severity="error",
        message="no day", found="31 June", table_name="activity", row_id=f"{Q3}/a",
        document_id=DOC, line_no=3,
    )  # fmt: skip
    (found,) = findings(ledger.connection)
    assert (found.finding_id, found.severity, found.found) == ("x", "error", "31 June")


def write(folder, text, name="mine"):
    (folder / f"{name}.sql").write_text(text, "utf-8")
    return folder


HEADER = "-- check: mine\n-- severity: note\n-- message: {title} is short\n"
QUERY = (
    "SELECT report_id, 'activity' AS table_name, activity_id AS row_id, NULL AS expected,"
    " title AS found, title FROM activity"
)


def test_a_check_of_ones_own(tmp_path):
    ledger = one().activity("walk")
    (found,) = findings(ledger.connection, [write(tmp_path, HEADER + QUERY)])
    assert (found.finding_id, found.message) == (f"{Q3}/mine/walk", "walk is short")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("SELECT 1", "its header lacks check"),
        (HEADER.replace("mine", "yours") + QUERY, "name them alike"),
        (HEADER.replace("note", "grave") + QUERY, "severity must be one of"),
        (HEADER + "SELECT title FROM activity", "does not return report_id"),
        (HEADER + "SELECT colour FROM activity", "no such column: colour"),
        (HEADER + "DELETE FROM activity", "not authorized"),
        (HEADER + "ATTACH 'x.db' AS x", "not authorized"),
        (HEADER + QUERY + "; SELECT 1", "one statement at a time"),
        (HEADER.replace("{title}", "{name}") + QUERY, "no column 'name'"),
    ],
)
def test_a_check_that_cannot_be(tmp_path, text, fault):
    ledger = one().activity()
    with pytest.raises(CheckError, match=fault):
        findings(ledger.connection, [write(tmp_path, text)])
    assert ledger.connection.execute("SELECT count(*) FROM activity").fetchone() == (1,)


def test_a_folder_without_checks_is_refused(tmp_path):
    with pytest.raises(CheckError, match="there is no check in it"):
        checks([tmp_path])


def test_a_name_taken_is_refused(tmp_path):
    text = HEADER.replace("mine", "weekday") + QUERY
    with pytest.raises(CheckError, match="has that name"):
        checks([write(tmp_path, text, "weekday")])


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_a_check_tells_what_it_looks_for(check: Check):
    assert check.about.endswith(".")
    assert len(check.path.read_text("utf-8").splitlines()) < 90
