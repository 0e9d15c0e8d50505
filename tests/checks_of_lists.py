"""Cases of the checks of lists and seats: against each other, twice, with gaps."""

import json

from small_ledger import LIST, Q3, Q4, TOWNS, one

CASES = {
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
}  # fmt: skip
