"""Cases of the checks of dates and periods."""

from small_ledger import Q3, one

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
}  # fmt: skip
