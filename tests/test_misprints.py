"""Headings and labels that are misprinted are read, and told."""

import pytest
from metroledger.extract.layout import layouts
from metroledger.extract.misprints import meant
from metroledger.extract.report import read_report
from metroledger.extract.text.reader import read_text
from metroledger.normalize.lines import Evidence
from metroledger.reading import read_bytes

WORDS = {layout.id: layout for layout in layouts()}["metropolis-2021"].vocabulary
REPORT = """METROPOLIS PROGRESS REPORT

July 2021

ACTIVITIES

4 July

SUN

Members

Rabat

Outcomes

L1A1D1

PROGRESS

MEMBERSHIP ENGAGEMENT

Berlin

Rabat

WHO WE ARE

EUROPE

Members of the Board of Directors

MEMBER
Jane Roe
Mayor of Berlin
"""


def read(text):
    return read_report(read_text(text.encode(), "x.txt"))


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("activites", {"activities"}),
        ("progess", {"progress"}),
        ("memebrs", {"members"}),
        ("direct0rs", set()),
        ("members of the board of direct0rs", {"members of the board of directors"}),
        ("membership engagment", {"membership engagement"}),
        ("actived members", {"activated members"}),
        ("jember", set()),  # a member, one letter from 'member'
        ("members", set()),
        ("member's", set()),
        ("members,", set()),
    ],
)
def test_what_a_misprint_means(printed, words):
    assert meant(printed, WORDS) == words


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("ACTIVITIES", "ACTIVITES"),
        ("\nPROGRESS\n", "\nPROGERSS\n"),
        ("MEMBERSHIP ENGAGEMENT", "MEMBERSHIP ENGAGMENT"),
        ("WHO WE ARE", "WHO WE AER"),
        ("Members of the Board of Directors", "Members of the Bord of Direct0rs"),
        ("Members\n", "Membres\n"),
        ("Outcomes", "Outcoms"),
    ],
)
def test_misprinted_word_of_the_layout(right, wrong, reconciler):
    misprinted = REPORT.replace(right, wrong, 1)
    one, other = read(REPORT), read(misprinted)
    assert [role.value for role in other.roles] == [role.value for role in one.roles]
    assert (len(other.activities), len(other.appointments)) == (1, 1)
    found = read_bytes(misprinted.encode(), "x.txt", reconciler).sheet.named("finding")
    told = [(row["found"], row["check"]) for row in found if row["check"] == "misprinted-heading"]
    assert told == [(wrong.strip(), "misprinted-heading")]


def test_misprinted_label_before_its_value(reconciler):
    text = REPORT.replace("Outcomes\n\nL1A1D1", "Outcoms: L1A1D1")
    sheet = read_bytes(text.encode(), "x.txt", reconciler).sheet
    assert [row["code"] for row in sheet.named("activity_outcome")] == ["L1A1D1"]
    told = [(row["found"], row["check"]) for row in sheet.named("finding")]
    assert told == [("Outcoms: L1A1D1", "misprinted-heading")]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ("Members (1)\n\nRabat", []),
        ("Members (2): Rabat", ["(2)"]),
        ("Members\n(2): Rabat", ["(2)"]),
        ("Members (1)\n\nRabat, Tunis and Quito", ["(1)"]),
        ("Members (3): Rabat, Morocco, Tunis and Quito", []),
    ],
)
def test_list_that_is_not_as_long_as_its_label_says(members, told, reconciler):
    text = REPORT.replace("Members\n\nRabat", members)
    found = read_bytes(text.encode(), "x.txt", reconciler).sheet.named("finding")
    assert [(row["check"], row["found"]) for row in found] == [
        ("miscounted-members", count) for count in told
    ]


@pytest.mark.parametrize(
    ("plain", "dressed"),
    [
        ("ACTIVITIES", "1. ACTIVITIES"),
        ("ACTIVITIES", "II – ACTIVITIES"),
        ("\nPROGRESS\n", "\n2 | Progress!\n"),
        ("WHO WE ARE", "Who we are?"),
        ("MEMBERSHIP ENGAGEMENT", "3.2 MEMBERSHIP ENGAGEMENT"),
        ("EUROPE", "4.1.1. EUROPE"),
        ("EUROPE", "EUROPE (1)"),
    ],
)
def test_headings_in_dress(plain, dressed):
    one, other = read(REPORT), read(REPORT.replace(plain, dressed))
    assert [role.value for role in other.roles] == [role.value for role in one.roles]
    assert len(other.appointments) == len(other.activities) == 1


@pytest.mark.parametrize(
    ("tenure", "until"),
    [
        ("(until July)", "2021-07-31"),
        ("(until 31 June)", None),
        ("(until 3 July; from 5 July)", None),
    ],
)
def test_tenure_that_tells_no_day_is_found(tenure, until, reconciler):
    printed = REPORT.replace("Jane Roe\n", f"Jane Roe\n{tenure}\n")
    sheet = read_bytes(printed.encode(), "x.txt", reconciler).sheet
    assert [row["date_until"] for row in sheet.named("appointment")] == [until]
    found = [row["found"] for row in sheet.named("finding") if row["check"] == "impossible-date"]
    assert found == ([] if until else [tenure])


@pytest.mark.parametrize(("hashes", "mentions"), [("##", 1), ("###", 1), ("####", 2)])
def test_another_chapter_ends_a_list(hashes, mentions):
    media = (
        f"### METROPOLIS IN THE MEDIA\n\nJuly\n\nUNDP: Sun\n\n{hashes} Annex: Words\n\n## PROGRESS"
    )
    report = read(REPORT.replace("\nPROGRESS\n", f"\n{media}\n"))
    assert len(report.media) == mentions


def test_one_member_in_capitals_is_no_heading():
    report = read(REPORT.replace("EUROPE\n", "EUROPE\n\nBERLIN\n"))
    assert [name.text for found in report.regions for name in found.members.items] == ["BERLIN"]


@pytest.mark.parametrize("title", ["PROGRES", "Progreso"])
def test_no_heading_but_a_title(title):
    report = read(REPORT.replace("SUN", title))
    assert [activity.title.text for activity in report.activities] == [title]


def test_misprinted_codes_tell_of_no_action_line():
    assert Evidence(None, ("LlM1D3", "L1M1DO3", "L2A1D1")).votes == {"L2": 1.0}
