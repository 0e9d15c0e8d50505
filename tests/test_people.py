"""Seats and posts in the forms in which they are set, and what is no person."""

from dataclasses import replace

import pytest
from metroledger.extract.document import Box, Line
from metroledger.extract.layout import layouts
from metroledger.extract.printed import Printed
from metroledger.extract.report import read_report, texts_of
from metroledger.extract.sections.people import read_board, read_focal, read_staff
from metroledger.extract.text.reader import read_text
from metroledger.extract.words import Account, Text

LAYOUT = {layout.id: layout for layout in layouts()}["metropolis-2021"]
EUROPE = Printed("EUROPE", ())
STAFF = ["Jane Roe", "Erasmus Brussel", "Aina Roig", "Pompeu Fabra"]


def texts(printed):
    """The lines, in a text that is not set with double spacing."""
    every = texts_of(read_text(f"{printed}\n\nend\nend".encode(), "x.txt"))[:-2]
    return [text for text in every if text.text]


def words(printed):
    return printed.text if printed else None


def placed(printed, *tops):
    """Lines of one column of a page, each apart from the one over it."""
    lines = texts("\n\n".join(printed.split("\n")))
    boxes = (Box(50, top, 150, top + 8) for top in tops)
    return [
        replace(text, line=replace(text.line, box=box))
        for text, box in zip(lines, boxes, strict=True)
    ]


def shown(found):
    words = [(a.role, a.name, a.title, a.tenure) for a in found]
    return [tuple(p.text if isinstance(p, Printed) else p for p in row) for row in words]


ROE = ("Co-Presidency", "Jane Roe", "Mayor of Berlin", None)
POE = ("Member", "John Poe", "Mayor of Rabat", None)
NOBODY = (None, *POE[1:])
BOARD = {
    "blocks": ("CO-PRESIDENCY\nJane Roe\nMayor of Berlin\n\nMEMBER\nJohn Poe\nMayor of Rabat", [ROE, POE]),
    "lines": ("Co-presidency\nJane Roe, Mayor of Berlin\n\nMembers\n- John Poe – Mayor of Rabat", [ROE, POE]),
    "one line": ("Co-presidency: Jane Roe, Mayor of Berlin\nMember: John Poe, Mayor of Rabat", [ROE, POE]),
    "no sign": ("Co-presidency: Jane Roe Mayor of Berlin\nMember\nJohn Poe | Mayor of Rabat", [ROE, POE]),
    "no sign, and an office": ("Member\nJohn Poe Governing Mayor of Rabat", [(*POE[:2], "Governing Mayor of Rabat", None)]),
    "no sign, two in a block": ("Members\nJohn Poe Mayor of Rabat\nIda Loe Mayor of Quito", [POE, ("Member", "Ida Loe", "Mayor of Quito", None)]),
    "a seat under a title": ("Member\nJohn Poe, Mayor\nUrban Policy Director of Rabat", [(*POE[:2], "Mayor Urban Policy Director of Rabat", None)]),
    "a name in two lines": ("Member\nJohn Poe\nLarreta\nMayor of Rabat", [("Member", "John Poe Larreta", "Mayor of Rabat", None)]),
    "a name in two lines up to a comma": ("Member: John Poe\nLarreta, Mayor of Rabat", [("Member", "John Poe Larreta", "Mayor of Rabat", None)]),
    "a title with a comma": ("Member\nJohn Poe\nDoctor, Mayor of Rabat", [("Member", "John Poe", "Doctor, Mayor of Rabat", None)]),
    "a name in two lines over a tenure": ("Member\nJohn Poe\nLarreta\n(until 3rd July)\nHead of the\nCouncil of Rabat", [("Member", "John Poe Larreta", "Head of the Council of Rabat", "(until 3rd July)")]),
    "a title in two lines": ("Member\nJohn Poe\nVice\nMayor of Rabat", [("Member", "John Poe", "Vice Mayor of Rabat", None)]),
    "dashes behind labels": ("Co-presidency – Jane Roe, Mayor of Berlin\nMember：John Poe (Mayor of Rabat)", [ROE, POE]),
    "brackets": ("Co-presidency\nJane Roe (Mayor of Berlin)\n\nMembers\n- John Poe (Mayor of\nRabat)", [ROE, POE]),
    "a tenure behind brackets": ("Member\nJohn Poe (Mayor of Rabat) (From 3rd July)", [(*POE[:3], "(From 3rd July)")]),
    "brackets and a tenure": ("Member\nJohn Poe (From 3rd July) (Mayor of Rabat)", [(*POE[:3], "(From 3rd July)")]),
    "title without a name": ("CO-PRESIDENCY\nJane Roe, Mayor of Berlin\n\nSecretary General", [ROE]),
    "unknown role over brackets": ("CO-PRESIDENCY\nJane Roe, Mayor of Berlin\n\nOMBUDSPERSON\nJohn Poe (Mayor of Rabat)", [ROE, NOBODY]),
    "counts": ("CO-PRESIDENCIES (1)\nJane Roe\nMayor of Berlin\n\nMEMBERS (1)\nJohn Poe\nMayor of Rabat", [ROE, POE]),
    "tenure of a label": ("CO-PRESIDENCY (until 3rd July)\nJane Roe\nMayor of Berlin", [(*ROE[:3], "(until 3rd July)")]),
    "table": ("| Role | Name | Title |\n|---|---|---|\n| Co-presidency | Jane Roe | Mayor of Berlin |\n| Member | John Poe | Mayor of Rabat |", [ROE, POE]),
    "page ends behind the name": ("CO-PRESIDENCY\nJane Roe\n\fMayor of Berlin\n\nMEMBER\nJohn Poe\nMayor of Rabat", [ROE, POE]),
    "page ends inside the title": ("CO-PRESIDENCY\nJane Roe\nMayor of\n\fBerlin\n\nMEMBER\nJohn Poe\nMayor of Rabat", [ROE, POE]),
    "seat shared over a page": ("MEMBER\nJane Roe\n(until 2nd July)\n\fJohn Poe\n(from 3rd July)\nMayor of Rabat", [("Member", "Jane Roe", "Mayor of Rabat", "(until 2nd July)"), (*POE[:3], "(from 3rd July)")]),
    "caption": ("CO-PRESIDENCY\nJane Roe\nMayor of Berlin\n\nPhoto: Jane Roe\n\nMEMBER\nJohn Poe\nMayor of Rabat", [ROE, POE]),
    "vacant": ("CO-PRESIDENCY\nVacant\n\nMEMBER\nJohn Poe\nMayor of Rabat", [POE]),
    "unknown role in capitals": ("CO-PRESIDENCY\nJane Roe\nMayor of Berlin\n\nOMBUDSPERSON\nJohn Poe\nMayor of Rabat", [ROE, NOBODY]),
    "unknown role over a line": ("CO-PRESIDENCY\nJane Roe, Mayor of Berlin\n\nOMBUDSPERSON\nJohn Poe, Mayor of Rabat", [ROE, NOBODY]),
    "unknown role of a word": ("CO-PRESIDENCY\nJane Roe\nMayor of Berlin\n\nVice-Chair\nJohn Poe\nMayor of Rabat", [ROE, NOBODY]),
    "the second holder has no tenure": ("MEMBER\nJane Roe\n(until 2nd July)\nJohn Poe\nMayor of Rabat", [("Member", "Jane Roe", "Mayor of Rabat", "(until 2nd July)"), POE]),
    "the second holder is acting": ("MEMBER\nJane Roe\n(until 2nd July)\nJohn Poe\n(acting)\nMayor of Rabat", [("Member", "Jane Roe", "Mayor of Rabat", "(until 2nd July)"), ("Member", "John Poe", "(acting) Mayor of Rabat", None)]),
    "pronouns": ("MEMBER\nJohn Poe (he/him)\nMayor of Rabat", [POE]),
    "pronouns in a line": ("MEMBERS\nJane Roe (she / her / hers), Mayor of Berlin\nJohn Poe (he/they) (Mayor of Rabat)", [("Member", *ROE[1:]), POE]),
    "honours": ("MEMBERS\nJane Roe, PhD, O.B.E., Mayor of Berlin\nJohn Poe, Jr. – Mayor of Rabat", [("Member", *ROE[1:]), POE]),
    "honours over the title": ("MEMBER\nProf. John Poe, OBE\nMayor of Rabat", [("Member", "Prof. John Poe", "Mayor of Rabat", None)]),
    "particles": ("MEMBERS\nH.E. Dr. Yusuf ben Ali al-Mansouri, Wali of Rabat", [("Member", "H.E. Dr. Yusuf ben Ali al-Mansouri", "Wali of Rabat", None)]),
    "two scripts": ("MEMBER\n王小明 (Wang Xiaoming)\nMayor of Xi’an", [("Member", "王小明 (Wang Xiaoming)", "Mayor of Xi’an", None)]),
    "two scripts in lines": ("MEMBERS\nWang Xiaoming (王小明), Mayor of Xi’an\n이순신 (Mayor of Seoul)", [("Member", "Wang Xiaoming (王小明)", "Mayor of Xi’an", None), ("Member", "이순신", "Mayor of Seoul", None)]),
    "unknown seat in small letters": ("CO-PRESIDENCY\nJane Roe\nMayor of Berlin\n\nVice President for Africa\nJohn Poe\nMayor of Rabat", [ROE, NOBODY]),
    "unknown seat of words that may be a name": ("VICE PRESIDENCY\nJohn Poe, OBE\nMayor of Rabat", [NOBODY]),
    "headings and lists among people": ("MEMBER\nJohn Poe\nMayor of Rabat\n\nMiddle East and West Asia\n\n- Rabat\n- Tunis", [POE]),
    "vacant in brackets": ("CO-PRESIDENCY\n(vacant)\n\nMEMBER\nJohn Poe\nMayor of Rabat", [POE]),
    "vacant in a line": ("MEMBERS\nTBC, Mayor of Berlin\nJohn Poe, Mayor of Rabat", [POE]),
    "two in a block": ("MEMBERS\nJane Roe\nAlcaldesa de Quito\nJohn Poe\nMayor of Rabat", [("Member", "Jane Roe", "Alcaldesa de Quito", None), POE]),
    "a title of two seats": ("MEMBER\nJane Roe\nMayor of Rabat and\nSocial Rights\nPresident of Women", [("Member", "Jane Roe", "Mayor of Rabat and Social Rights President of Women", None)]),
    "a title in another language apart": ("MEMBER\nJohn Poe\n\nMaire de Rabat", [("Member", "John Poe", "Maire de Rabat", None)]),
    "a remark behind the name": ("MEMBER\nJohn Poe (interim)\nMayor of Rabat", [("Member", "John Poe", "(interim) Mayor of Rabat", None)]),
    "a remark in a line": ("MEMBERS\nJohn Poe (a.i.), Mayor of Rabat", [("Member", "John Poe", "(a.i.) Mayor of Rabat", None)]),
    "brackets over a city": ("MEMBER\nJohn Poe (Oberbürgermeister)\nRabat", [("Member", "John Poe", "(Oberbürgermeister) Rabat", None)]),
    "two in a line": ("CO-PRESIDENCIES\nJane Roe, Mayor of Berlin; John Poe, Mayor of Rabat", [ROE, ("Co-Presidency", *POE[1:])]),
    "two names and a title": ("MEMBERS\nJane Roe & John Poe\nMayor of Rabat", [("Member", "Jane Roe", "Mayor of Rabat", None), POE]),
    "a title with an ampersand": ("MEMBER\nJohn Poe\nMayor of Rabat; Social Rights & Green Parks", [("Member", "John Poe", "Mayor of Rabat; Social Rights & Green Parks", None)]),
    "a short honour in a line": ("CO-PRESIDENCY\n\nHon. Jane Roe, Mayor of Berlin\n\nMEMBERS\n\nJohn Poe OBE, Mayor of Rabat", [(*ROE[:1], "Hon. Jane Roe", *ROE[2:]), POE]),
    "a number behind a name": ("MEMBERS\nJohn Poe III, Mayor of Rabat", [("Member", "John Poe III", *POE[2:])]),
    "a remark before a tenure": ("MEMBER\nJane Roe\n(outgoing, until 2nd July)\n\nJohn Poe\n(acting, 3 – 8 July)\nMayor of Rabat", [("Member", "Jane Roe", "Mayor of Rabat", "(outgoing, until 2nd July)"), (*POE[:3], "(acting, 3 – 8 July)")]),
    "a tenure from day to day": ("MEMBER\nJohn Poe\n(2nd July – 3 August)\nMayor of Rabat", [(*POE[:3], "(2nd July – 3 August)")]),
    "dashes in brackets": ("MEMBERS\nJohn Poe, Mayor (City of Rabat – East)", [("Member", "John Poe", "Mayor (City of Rabat – East)", None)]),
    "a seat that changes hands, apart": ("MEMBERS\n\nJane Roe (until 2nd July)\n\nJohn Poe, Mayor of Rabat", [("Member", "Jane Roe", "Mayor of Rabat", "(until 2nd July)"), POE]),
    "names in capitals": ("MEMBER\nJOHN POE\nMayor of Rabat", [("Member", "JOHN POE", "Mayor of Rabat", None)]),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), BOARD.values(), ids=BOARD)
def test_board(printed, expected):
    assert shown(read_board(texts(printed), EUROPE, LAYOUT, Account())) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "REGIONAL SECRETARY\nJane Roe\nBuenos Aires",
        "REGIONAL SECRETARY\nJane Roe\n\fBuenos Aires",
        "Regional Secretary: Jane Roe, Buenos Aires",
        "Regional Secretary\nJane Roe (Buenos Aires)",
        "Regional Secretariat\nQuito\n\nRegional Secretary\nJane Roe\nBuenos Aires",
    ],
)
def test_focal_point(printed):
    found = shown(read_focal(texts(printed), EUROPE, LAYOUT, Account()))
    assert found == [("Regional Secretary", "Jane Roe", "Buenos Aires", None)]


def test_focal_points_in_turn():
    lines = texts(
        "SECRETARIAT GENERAL\nJane Roe\n(until 15th March)\nJohn Poe\n(from 16th March)\nOfficer"
    )
    assert shown(read_focal(lines, EUROPE, LAYOUT, Account())) == [
        ("Secretariat General", "Jane Roe", "Officer", "(until 15th March)"),
        ("Secretariat General", "John Poe", "Officer", "(from 16th March)"),
    ]


@pytest.mark.parametrize(
    ("sizes", "people"), [((9.0, 7.0), 1), ((9.0, 9.0), 2)], ids=["less", "alike"]
)
def test_what_is_set_less_than_a_name_is_no_other_name(sizes, people):
    lines = texts("REGIONAL SECRETARY\n\nJane Roe\n\nBuenos Aires")
    name, seat = (
        replace(text, line=replace(text.line, size=size, bold=size == sizes[0] > sizes[1]))
        for text, size in zip(lines[1:], sizes, strict=True)
    )
    assert len(read_focal([lines[0], name, seat], EUROPE, LAYOUT, Account())) == people


@pytest.mark.parametrize(
    "printed",
    [
        "Jane Roe\nDirector\n\nJohn Poe\nIntern, UdG",
        "Jane Roe, Director\nJohn Poe, Intern, UdG",
        "Jane Roe\n\fDirector\n\nJohn Poe\nIntern, UdG",
        "Jane Roe\nDirector\n\fJohn Poe\nIntern, UdG",
        "| Name | Title |\n|---|---|\n| Jane Roe | Director |\n| John Poe | Intern, UdG |",
        "Jane Roe\nDirector\n\nJohn Poe\nIntern, UdG\n\nWe moved to a new house\nin the spring. It is big.",
    ],
)
def test_secretariat(printed):
    found = read_staff(texts(printed), LAYOUT, Account(), interns=False)
    assert [row[1:3] for row in shown(found)] == [("Jane Roe", "Director"), ("John Poe", "Intern, UdG")]  # fmt: skip
    assert [a.body for a in found] == ["secretariat", "intern"]


@pytest.mark.parametrize("name", ["李娜", "Suharto"])
def test_name_of_one_word_is_no_seat(name):
    found = read_staff(texts(f"{name}\nFudan University"), LAYOUT, Account(), interns=True)
    assert [row[1:3] for row in shown(found)] == [(name, "Fudan University")]


def test_a_school_with_its_acronym_is_no_person():
    printed = "Jane Roe\n\nInstitut Barcelona Estudis\n(IBEI)\n\nJohn Poe\n\nFudan University"
    found = read_staff(texts(printed), LAYOUT, Account(), interns=True)
    assert shown(found)[0][1:3] == ("Jane Roe", "Institut Barcelona Estudis (IBEI)")
    assert "Institut Barcelona Estudis" not in {name for _, name, *_ in shown(found)}


def test_title_over_a_page_is_no_role():
    printed = "Jane Roe\nDirector\nJohn Poe\n\fProject Officer\nAina Roig\nOfficer"
    names = ["Jane Roe", "John Poe", "Aina Roig"]
    lines = [
        replace(text, line=replace(text.line, bold=text.text in names)) for text in texts(printed)
    ]
    found = read_staff(lines, LAYOUT, Account(), interns=False)
    titles = ["Director", "Project Officer", "Officer"]
    assert [row[1:3] for row in shown(found)] == list(zip(names, titles, strict=True))


def test_name_over_a_page_that_begins_with_a_small_letter():
    found = read_staff(
        texts("Jane Roe\nDirector\n\fd’Arc Poe\nOfficer"), LAYOUT, Account(), interns=False
    )
    assert [row[1] for row in shown(found)] == ["Jane Roe", "d’Arc Poe"]


@pytest.mark.parametrize(
    ("tops", "people"),
    [((0, 14, 34, 48), ["Jane Roe", "Aina Roig"]), ((0, 14, 28, 48), STAFF), ((0, 14, 28, 42), STAFF)],
    ids=["pairs", "three near one another", "one distance"],
)  # fmt: skip
def test_what_stands_nearer_to_a_name_than_others_is_its_title(tops, people):
    lines = placed("Jane Roe\nErasmus Brussel\nAina Roig\nPompeu Fabra", *tops)
    found = read_staff(lines, LAYOUT, Account(), interns=True)
    assert [a.name.text for a in found] == people


@pytest.mark.parametrize(("tops", "people"), [((0, 14, 28), 1), ((0, 14, 34), 2)])
def test_a_seat_as_far_below_its_name_as_that_below_the_label(tops, people):
    lines = placed("REGIONAL SECRETARY\nJane Roe\nBuenos Aires", *tops)
    assert len(read_focal(lines, EUROPE, LAYOUT, Account())) == people


def cards(*lines):
    """Lines at places of pages: words, left edge, top, page; names are bold."""
    found = []
    for n, (text, x, top, page) in enumerate(lines, 1):
        box = Box(x, top, x + 80, top + 8)
        line = Line(n, page, text, gap=True, box=box, bold=text in ("Jane Roe", "John Poe"))
        found.append(Text.of(line, Printed.of(line)))
    return found


NAMES = [("Jane Roe", 50, 700, 1), ("John Poe", 200, 700, 1)]


@pytest.mark.parametrize(
    ("rest", "titles"),
    [
        ([("Director", 50, 40, 2), ("Intern, UdG", 200, 40, 2)], ["Director", "Intern, UdG"]),
        ([("Intern, UdG", 200, 40, 2)], [None, "Intern, UdG"]),
        ([("Director", 50, 40, 2), ("Intern, UdG", 90, 40, 2)], [None, "Director"]),
    ],
    ids=["each goes on", "one goes on", "other columns"],
)
def test_a_row_of_people_torn_by_the_end_of_a_page(rest, titles):
    found = read_staff(cards(*NAMES, *rest), LAYOUT, Account(), interns=False)
    assert [row[1:3] for row in shown(found)][:2] == [
        ("Jane Roe", titles[0]),
        ("John Poe", titles[1]),
    ]


def test_names_in_capitals_over_posts_that_look_like_names():
    staff = "JANE ROE\nHead of Office\n\nJOHN POE\nAdministration Officer\n\nJO DOE\nPost of Rabat"
    found = shown(read_staff(texts(staff), LAYOUT, Account(), interns=False))
    assert [name for _, name, *_ in found] == ["JANE ROE", "JOHN POE", "JO DOE"]


REPORT = """METROPOLIS PROGRESS REPORT

July 2020

PROGRESS

MEMBERSHIP ENGAGEMENT

Berlin
{activated}

WHO WE ARE

EUROPE

Berlin
Rabat
{region}

Members of the Board of Directors

CO-PRESIDENCY
Jane Roe
Mayor of Berlin
{board}

MEMBER
John Poe
Mayor of Rabat

SECRETARIAT GENERAL
{secretariat}
Jane Roe
Director

INTERNS (1)

Anna Moe
UdG

This report has been edited
"""


def test_a_second_board_is_of_a_region_that_is_not_known():
    board = "Members of the Board of Directors\n\nMEMBER\nJohn Poe\nMayor of Rabat"
    text = REPORT.replace("SECRETARIAT GENERAL", f"{{}}\n\n{board}\n\nSECRETARIAT GENERAL")
    for heading, region in [("Middle East and West Asia", None), ("AFRICA", "AFRICA")]:
        printed = text.replace("{}", heading).replace("{secretariat}", "")
        found = read_report(read_text(printed.encode(), "x.txt")).appointments
        assert [words(a.region) for a in found[:3]] == ["EUROPE", "EUROPE", region]


def test_capitals_under_a_label_are_no_heading():
    parts = dict.fromkeys(["activated", "region", "board", "secretariat"], "")
    printed = REPORT.format(**{**parts, "region": "\nHonorary member:\n\nCPAFFC\n\n"})
    report = read_report(read_text(printed.encode(), "x.txt"))
    found = [(row.status, name.text) for row in report.regions for name in row.members.items]
    assert found == [("member", "Berlin"), ("member", "Rabat"), ("honorary", "CPAFFC")]


@pytest.mark.parametrize("heading", ["OUR YOUTH COUNCIL", "## Our youth council"])
@pytest.mark.parametrize("section", ["activated", "region", "board", "secretariat"])
def test_heading_that_is_not_known_ends_a_list(section, heading):
    parts = dict.fromkeys(["activated", "region", "board", "secretariat"], "")
    unknown = f"{heading}\n\nOslo\nLyon"
    printed = REPORT.format(
        **{**parts, section: f"\n{unknown}\n\n" if section != "board" else f"\n{unknown}"}
    )
    report = read_report(read_text(printed.encode(), "x.txt"))
    lines = zip(report.document.lines, report.roles, strict=True)
    left = [line.text for line, role in lines if role.value == "unclaimed"]
    lost = ["Jane Roe", "Director"] if section == "secretariat" else []
    assert left == [*unknown.replace("\n\n", "\n").splitlines(), *lost]
    assert [n.text for column in report.activated for n in column.items] == ["Berlin"]
    assert [n.text for row in report.regions for n in row.members.items] == ["Berlin", "Rabat"]
    seats = [("Co-Presidency", "Jane Roe"), ("Member", "John Poe"), (None, "Jane Roe"), (None, "Anna Moe")]  # fmt: skip
    expected = [seat for seat in seats if not (lost and seat == (None, "Jane Roe"))]
    assert [(a.role, a.name.text) for a in report.appointments] == expected
