"""Cases of the checks that count: what prose states, fees, sums."""

from small_ledger import Q3, Q4, TOWNS, Ledger, one

CASES = {
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
}  # fmt: skip
