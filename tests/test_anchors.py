"""Where activities begin: the dates and titles that are read, and those that are left to be found."""

import pytest
from metroledger.extract.anchors import find_anchors
from metroledger.extract.document import Box, Line, Role
from metroledger.extract.layout import layouts
from metroledger.extract.markup import plain
from metroledger.extract.report import read_report
from metroledger.extract.text.reader import read_text
from metroledger.extract.words import Text

LAYOUT = {layout.id: layout for layout in layouts()}
REPORT = {
    2020: """METROPOLIS PROGRESS REPORT

July – September 2020

Activities

{}

Membership activation

Who we are

Europe

Members of the Board of Directors

Co-presidencies
Jane Roe, Mayor of Berlin
""",
    2021: """METROPOLIS PROGRESS REPORT

July – September 2020

ACTIVITIES

{}

ACTIVE LISTENING

WHO WE ARE

EUROPE

Members of the Board of Directors

CO-PRESIDENCY
Jane Roe
Mayor of Berlin
""",
}
REST = """

We met in the sun and talked about
shade. It was hot.

Members

Berlin, Rabat

Outcomes

L1A1D1"""


def read(style, activities):
    report = read_report(read_text(REPORT[style].format(activities).encode(), "x.txt"))
    assert report.layout.id == f"metropolis-{style}"
    lines = zip(report.document.lines, report.roles, strict=True)
    found = [(a.date.text, a.title.text) for a in report.activities]
    return report, found, [line.text for line, role in lines if role is Role.UNCLAIMED]


FIRST = {2020: f"First\n\n1 July{REST}\n\n", 2021: f"1 July\n\nFIRST{REST}\n\n"}
# a title in a column that is narrow
NARROW = "Sun\nand shade\nfor people\nin the\nmetropolitan\nspaces of\nour time"
READ = [
    (2021, "Date: 3 July 2020\n\nSUN", ("3 July 2020", "SUN")),
    (2021, "Date\n\n3 July 2020\n\nSUN", ("3 July 2020", "SUN")),
    (2021, "SUN\n\nDate: 3 July 2020", ("3 July 2020", "SUN")),
    (2020, "Sun\n\nDates: 3 and\n4 July", ("3 and 4 July", "Sun")),
    (2020, "Sun\n\n3 May, 4 and 5\nJuly", ("3 May, 4 and 5 July", "Sun")),
    (2021, "Date: 3 July\nPlace: Turin\nTime: 15:00\n\nSUN", ("3 July", "SUN")),
    (2021, "3 July\nWhere: Mexico City\n\nSUN", ("3 July", "SUN")),
    (2021, "3 July\n\nTIME: A HISTORY", ("3 July", "TIME: A HISTORY")),
    (2020, "Sun\n\nPlace: Turin\nDate: 3 July", ("3 July", "Sun")),
    (2020, "Sun\n\nDate: two sessions in May", ("two sessions in May", "Sun")),
    (2021, "When\nas often as it rains\n\nSUN", ("as often as it rains", "SUN")),
    (2020, "Sun\n\n30 June\n– 2 July", ("30 June – 2 July", "Sun")),
    (2021, "2 July–\n16 August\n\nSUN", ("2 July–16 August", "SUN")),
    (2021, "1–2 July\n2020\n\nSUN", ("1–2 July 2020", "SUN")),
    (2021, "3–5 de julio\nde 2020\n\nSUN", ("3–5 de julio de 2020", "SUN")),
    (2021, "30 June\n2020–2 July\n2020\n\nSUN", ("30 June 2020–2 July 2020", "SUN")),
    (2021, "Friday, 3\nJuly 2020,\n18:30\n\nSUN", ("Friday, 3 July 2020, 18:30", "SUN")),
    (2020, "Sun\n\n3 cities and\n4 July", None),
    (2020, "Sun\n\nDates: 3–4 July", ("3–4 July", "Sun")),
    (2020, "Sun\nDate\n3 July", ("3 July", "Sun")),
    (2021, "| Date | 3 July |\n\nSUN", ("3 July", "SUN")),
    (2021, "September\n\nSUN", ("September", "SUN")),
    (2020, "Sun\n\nSeptember", ("September", "Sun")),
    (2021, "3 July\n\nThe sun is for all.", ("3 July", "The sun is for all.")),
    (2020, "The sun is for all.\n\n3 July", ("3 July", "The sun is for all.")),
    (2021, "3 July\n\nL1 URBAN DIPLOMACY DAYS", ("3 July", "L1 URBAN DIPLOMACY DAYS")),
    (2020, "L1 Urban diplomacy days\n\n3 July", ("3 July", "L1 Urban diplomacy days")),
    (2021, "3 July\n\n2030", ("3 July", "2030")),
    (2020, "2030\n\n3 July", ("3 July", "2030")),
    (2021, "3 July\n\nPROGRESS", ("3 July", "PROGRESS")),
    (2020, "Progress\n\n3 July", ("3 July", "Progress")),
    (2021, "03/07/2020\n\nSUN", ("03/07/2020", "SUN")),
    (2021, "3 July: The sun", ("3 July", "The sun")),
    (2020, "2–4 July – The sun and\nthe shade", ("2–4 July", "The sun and the shade")),
    (2020, "Friday 3 July | Sun", ("Friday 3 July", "Sun")),
    (2021, "3 July – September: Sun", ("3 July – September", "Sun")),
    (2021, f"3 July\n\n{NARROW.upper()}", ("3 July", NARROW.upper().replace("\n", " "))),
    (2020, f"{NARROW}\n\n3 July", ("3 July", NARROW.replace("\n", " "))),
    (2021, "Ongoing\n\nSUN", ("Ongoing", "SUN")),
    (2021, "Summer 2020\n\nSUN", ("Summer 2020", "SUN")),
    (2021, "Winter 2020/21\n\nSUN", ("Winter 2020/21", "SUN")),
    (2021, "Aplazado\n\nSUN", ("Aplazado", "SUN")),
    (2020, "Sun\n\nPostponed to May 2021", ("Postponed to May 2021", "Sun")),
    (2021, "Postponed to May\n2021\n\nSUN", ("Postponed to May 2021", "SUN")),
    (
        2020,
        "The sun\nand the shade\n\nCANCELLED (rain)",
        ("CANCELLED (rain)", "The sun and the shade"),
    ),
    (2020, "Sun\n\n3 July, Rome; 5 July, Bonn", ("3 July, Rome; 5 July, Bonn", "Sun")),
    (2021, "3 July, San José / 5 July, Lima\n\nSUN", ("3 July, San José / 5 July, Lima", "SUN")),
    (2020, "Sun\n\nRome, 3 July 2020", ("Rome, 3 July 2020", "Sun")),
    (2021, "3–5 July, online\n\nSUN", ("3–5 July, online", "SUN")),
    (2021, "3 July | 5 July\n\nSUN", ("3 July | 5 July", "SUN")),
    (2020, "Nobody slept on:\n\n3 July\n\nwas too short a day.", None),
    (2020, "Summer\n\n3 July", ("3 July", "Summer")),
    (2021, "3 July\n\nSUMMER", ("3 July", "SUMMER")),
    (2021, "3 July: The council met.", None),
    (2021, "3 July\n\nMEMBERS", None),
    (2021, "3 July\n\nThe sun set. We met and talked about shade.", None),
]


@pytest.mark.parametrize(("style", "printed", "expected"), READ)
@pytest.mark.parametrize("first", [True, False], ids=["first", "second"])
def test_activity(style, printed, expected, first):
    report, found, left = read(style, ("" if first else FIRST[style]) + printed + REST)
    if expected is None:  # not read: then nothing of it belongs to the activity before
        assert len(found) == 1 - first
        assert {"Berlin, Rabat", "L1A1D1", "shade. It was hot."} <= set(left)
        assert all(len(a.narrative) == 1 for a in report.activities)
        return
    assert (found[-1], len(found), left) == (expected, 2 - first, [])
    last = report.activities[-1]
    assert [name.text for name in last.members.items] == ["Berlin", "Rabat"]
    assert last.narrative[-1].text == "We met in the sun and talked about shade. It was hot."


@pytest.mark.parametrize("date", ["06/05/2020", "June"])
def test_a_date_right_over_a_label_stands_alone(date):
    _, found, left = read(2020, f"The sun is for all.\n\n{date}\nMembers: Rabat\n\nWe met.")
    assert (found, left) == ([(date, "The sun is for all.")], [])


POSTER = "Tuesday 4 July, 14:00 – 15:30 CET"


@pytest.mark.parametrize(
    ("printed", "titles"),
    [
        (f"3 July\n\nSUN{REST}\n\n{POSTER}\n\nSHADE{REST}", ["SUN", "SHADE"]),
        (f"{POSTER}\n\nSHADE{REST}", ["SHADE"]),
        (f"3 July\n\nSUN\n\nWe met.\n\n{POSTER}\n\nTHE HALL{REST}", ["SUN"]),
        (f"3 July\n\nSUN{REST}\n\n{POSTER}\n\nTHE HALL\n\nAlliances\n\nUCLG", ["SUN"]),
    ],
    ids=["fields come again", "first", "a poster in the prose", "a poster among fields"],
)
def test_weekday_with_a_time_of_day(printed, titles):
    _, found, _ = read(2021, printed)
    assert [title for _, title in found] == titles


@pytest.mark.parametrize("words", ["CANCELLED", "Winter sale", "Ongoing debates"])
def test_words_of_a_poster_are_no_date(words):
    _, found, left = read(2021, f"3 July\n\nSUN\n\nWe met.\n\n{words}\n\nSHADE{REST}")
    assert (found, left) == ([("3 July", "SUN")], [])


def test_month_of_a_poster_is_no_date():
    _, found, left = read(
        2021, f"3 July\n\nSUN{REST}\n\nSEPTEMBER\n\nA poster\n\n5 July\n\nSHADE{REST}"
    )
    assert (found, left) == ([("3 July", "SUN"), ("5 July", "SHADE")], [])


@pytest.mark.parametrize("style", REPORT)
def test_days_told_before_the_fields_are_no_activities(style):
    told = "3 July: Opening\n\n4 July: The sun\n\nMembers\n\nBerlin"
    _, found, left = read(style, FIRST[style].replace("Members\n\nBerlin", told))
    assert len(found) == 1
    assert left == ["3 July: Opening", "4 July: The sun"]


BETWEEN = "The sun\n\nOutcomes\n\nL1A1D2\n\nMembers\n\n{}\n\n3 July\n\nWe met there."


@pytest.mark.parametrize("names", ["Berlin, Rabat", "Berlin", "Berlin\nRabat"])
@pytest.mark.parametrize("first", ["", FIRST[2020], "First\n\n1 July\n\nWe met in the sun.\n\n"])
def test_names_over_a_date_are_no_title(names, first):
    report, found, left = read(2020, first + BETWEEN.format(names))
    assert found == ([("1 July", "First")] if first else [])
    assert {"Members", *names.split("\n"), "L1A1D2", "3 July", "We met there."} <= set(left)
    assert all("We met there." not in p.text for a in report.activities for p in a.narrative)
    assert not [a for a in report.activities if any(c.text == "L1A1D2" for c in a.outcomes)]


def test_title_under_an_empty_field():
    _, found, left = read(2020, f"First\n\n1 July\n\nWe met.\n\nOutcomes\n\nSun\n\n3 July{REST}")
    assert (found, left) == ([("1 July", "First"), ("3 July", "Sun")], [])


def printed_at(x: float, y: float, size: float, words: str, *, gap: bool = True) -> Text:
    box = Box(x, y, x + 90, y + size)
    line = Line(1, 1, words, gap, box=box, size=size, bold=size > 10)
    return Text.of(line, plain(line))


@pytest.mark.parametrize("style", [2020, 2021])
@pytest.mark.parametrize(
    ("at", "titles"),
    [((150, 100), ["Second half"]), ((150, 130), []), ((30, 112), [])],
    ids=["beside the date", "lower", "under it"],
)
def test_a_large_line_right_of_a_date_is_its_title(style, at, titles):
    texts = [
        printed_at(300, 60, 8, "Members"),
        printed_at(300, 70, 8, "Quito, Rabat and Tehran.", gap=False),
        printed_at(30, 100, 8, "3 July"),
        printed_at(*at, 12, "Second"),
        printed_at(at[0], at[1] + 14, 12, "half", gap=False),
        printed_at(at[0], at[1] + 28, 9, "We met to talk.", gap=False),
    ]
    found = find_anchors(texts, LAYOUT[f"metropolis-{style}"])
    assert [anchor.title.text for anchor in found] == titles


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (2021, "Date: 3 July\nPlace: Turin\nTime: 15:00\n\nSUN"),
        (2020, "Sun\n\nPlace: Turin\nTime: 15:00\nDate: 3 July"),
        (2020, "Sun\n\nDate: 3 July\nPlace: Turin\nTime: 15:00"),
    ],
)
def test_what_is_told_beside_a_date_begins_the_narrative(style, printed):
    report, _, left = read(style, printed + REST)
    (activity,) = report.activities
    assert activity.narrative[0].text == "Place: Turin Time: 15:00"
    assert len(activity.narrative) > 1
    assert left == []


@pytest.mark.parametrize(
    ("size", "title"), [(12, "Smart cities vs. human cities"), (9, "human cities")]
)
def test_a_bold_title_goes_on_over_a_full_stop(size, title):
    texts = [
        printed_at(30, 60, 9, "We met."),
        printed_at(30, 80, size, "Smart cities vs."),
        printed_at(30, 94, size, "human cities", gap=False),
        printed_at(30, 110, 8, "19 August"),
        printed_at(30, 124, 9, "We met to talk."),
    ]
    assert [each.title.text for each in find_anchors(texts, LAYOUT["metropolis-2020"])] == [title]


def test_a_title_of_many_lines_in_a_narrow_column():
    texts = [
        printed_at(30, 100, 8, "3 July"),
        *(printed_at(30, 112 + 14 * n, 12, f"WORD{n}", gap=not n) for n in range(12)),
        printed_at(30, 400, 9, "We met to talk."),
    ]
    (found,) = find_anchors(texts, LAYOUT["metropolis-2021"])
    assert len(found.title.text.split()) == 12


@pytest.mark.parametrize("style", [2020, 2021])
@pytest.mark.parametrize(
    ("date", "titles"), [((200, 100), ["Second half"]), ((200, 140), [])], ids=["beside", "lower"]
)
def test_a_large_line_left_of_a_date_is_its_title(style, date, titles):
    texts = [
        printed_at(30, 60, 8, "Members"),
        printed_at(30, 70, 8, "Quito, Rabat and Tehran.", gap=False),
        printed_at(30, 98, 12, "Second"),
        printed_at(30, 112, 12, "half", gap=False),
        printed_at(*date, 8, "3 July"),
        printed_at(30, 128, 9, "We met to talk."),
    ]
    found = find_anchors(texts, LAYOUT[f"metropolis-{style}"])
    beside = [anchor.title.text for anchor in found if anchor.first < anchor.date]
    assert beside == (titles or ["Second half"] * (style == 2020))


@pytest.mark.parametrize(("size", "found"), [(12.0, ["Sun"]), (9.0, [])])
def test_a_date_under_a_large_title_runs_on_in_nothing(size, found):
    texts = [
        printed_at(50, 100, size, "Sun"),
        printed_at(50, 120, 9, "3 July"),
        printed_at(50, 140, 9, "fter noon nobody slept.", gap=False),
    ]
    assert [anchor.title.text for anchor in find_anchors(texts, LAYOUT["metropolis-2020"])] == found
