"""Texts that keep the columns of their pages, as 'pdftotext -layout' writes them."""

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metroledger.extract.claimed import printed_values
from metroledger.extract.errors import Flattened, UnknownLayout
from metroledger.extract.layout import layouts
from metroledger.extract.pdf import read_pdf
from metroledger.extract.pdf.assemble import lines_of
from metroledger.extract.report import read_report
from metroledger.extract.text.columns.grid import Grid, Run
from metroledger.extract.text.columns.heights import heights
from metroledger.extract.text.columns.kinds import Kind, Typed
from metroledger.extract.text.columns.laid import Measure, laid, small_print
from metroledger.extract.text.columns.listed import listed
from metroledger.extract.text.columns.running import with_margins
from metroledger.extract.text.columns.titled import headed, titled
from metroledger.extract.text.reader import read_text
from metroledger.normalize.names import Reconciler, Register
from metroledger.reading import read_bytes

ROOT = Path(__file__).resolve().parent.parent
LAYOUT = {layout.id: layout for layout in layouts()}
OLD, NEW = LAYOUT["metropolis-2020"], LAYOUT["metropolis-2021"]


def page(printed):
    return Typed(Grid.of(printed.split("\n")))


def of_kind(typed, kind):
    return [run.text for run in typed.grid.runs if typed.kind(run) is kind]


def beside(left, right, column):
    """Return two columns of rows as one."""
    rows = zip_longest(left.split("\n"), right.split("\n"), fillvalue="")
    return "\n".join(f"{a:{column}}{b}".rstrip() for a, b in rows)


# grids


def test_two_spaces_part_runs():
    assert Grid.of(["", "  Two words  a\tb", "", ""]).rows == (
        (),
        (Run(1, 2, "Two words"), Run(1, 13, "a"), Run(1, 16, "b")),
    )


def test_headers_footers_and_numbers_are_small_print():
    pages = [
        f"PROGRESS OF CITIES      May 2021\n\n07 July\n\nProse {n}\n\n{n} and\nSeoul\n\n\n{n}"
        for n in range(1, 5)
    ]
    grids = [Grid.of(each.split("\n")) for each in pages]
    assert [of_kind(each, Kind.SMALL) for each in with_margins(grids, OLD)] == [
        ["1"],
        *(["PROGRESS OF CITIES", "May 2021", str(n)] for n in range(2, 5)),
    ]


def test_headings_and_labels_are_bold():
    typed = headed(page("Execution of the Action Plan     L1\nMembers\nOfficer for\nEurope\nText"))
    assert of_kind(typed, Kind.SECTION) == ["Execution of the Action Plan", "L1"]
    assert of_kind(typed, Kind.BOLD) == ["Members"]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Shade for the\nlong street\n\n07 July\n\nText", ["Shade for the", "long street"]),
        ("Shade for the long\n\nstreet\n07 July", ["Shade for the long", "street"]),
        ("It ends.\n\nShade\n07 July", ["Shade"]),
        ("Seoul, Lima\n\nShade\n07 July", ["Shade"]),
        ("Members\nBerlin, Rabat\n07 July", []),
        ("A\nlist\nof\nfive\nlines\n07 July", []),
        ("Shade\n07 July 2020 was hot", []),
    ],
    ids=["two lines", "torn", "under prose", "under names", "values", "too long", "prose"],
)
def test_titles_over_a_date(printed, title):
    assert of_kind(titled(headed(page(printed)), OLD), Kind.TITLE) == title


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("    7 July\n\nSHADE FOR ALL\nIN 2021\nText", ["SHADE FOR ALL", "IN 2021"]),
        ("    7 July\n\nText", []),
        ("7 July\n\n          SHADE FOR ALL", []),
    ],
    ids=["capitals", "none", "another column"],
)
def test_titles_under_a_date(printed, title):
    assert of_kind(titled(headed(page(printed)), NEW), Kind.TITLE) == title


MEDIA = "Metropolis in the media\n\nJULY\n"


@pytest.mark.parametrize(
    ("printed", "outlets"),
    [
        ("Daily\n  Shade\nand sun\nWeekly\n  Rain", ["Daily", "Weekly"]),
        (" Daily\nShade\n Weekly of\nBogor\nRain", ["Daily", "Weekly of", "Bogor"]),
        ("Daily\nShade\nWeekly\nRain", []),
    ],
    ids=["topics indented", "outlets indented", "no indent"],
)
def test_outlets(printed, outlets):
    (typed,) = listed([headed(page(MEDIA + printed))], OLD)
    assert of_kind(typed, Kind.BOLD) == ["JULY", *outlets]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        (
            "Jane Roe      Max Moe\nOfficer for   Cook\nrain\n\nJohn Doe",
            "Jane Roe, Max Moe, John Doe",
        ),
        ("Jane Roe\nOfficer for a very long list of matters\nJohn Doe\nCook", "Jane Roe, John Doe"),
        ("Jane Roe\nOfficer for a very long list of matters that is\nlonger", "Jane Roe"),
    ],
    ids=["blocks", "room on the line", "no room"],
)
def test_names_of_staff(printed, names):
    wide = "Interns\n\n" + printed + "\n\n" + 50 * " " + "and a line of small print"
    typed = headed(page(wide))
    small = next(run for run in typed.grid.runs if run.start == len(50 * " "))
    (typed,) = listed([typed.known([small], Kind.SMALL)], NEW)
    assert ", ".join(of_kind(typed, Kind.BOLD)) == names


def test_amounts():
    (typed,) = listed([headed(page("Main results\n\nBuses        Doors\n12           350+"))], OLD)
    assert of_kind(typed, Kind.BOLD) == ["12", "350+"]


def test_rows_between_those_of_another_column_take_no_room():
    apart = heights(page(beside("a\n\nb\n\nc", "\nA\n\nB", 9)))
    assert apart == pytest.approx([1.0, 1.1, 2.0, 2.1, 3.0])
    assert heights(page("a\n\nb")) == [1.0, 2.0, 3.0]


def test_lines_of_a_title_stand_close_whatever_is_beside():
    typed = titled(headed(page(beside("Shade for the\n\n\nstreet\n07 July", "A\nB\n\nC", 20))), OLD)
    first, *_, last, _ = heights(typed)
    assert last - first == pytest.approx(1.6)


def test_a_sentence_ends_over_a_paragraph():
    assert heights(page(beside("It rains.\n\nRain", "\nA\n\nB", 15)))[2] == pytest.approx(2.0)
    assert heights(page(beside("It rains.\n\nRain", "a\nA", 15)))[2] > 2 + 1 / 3


@given(
    st.lists(
        st.lists(st.text("ab1,→é", min_size=1, max_size=5), max_size=6),
        min_size=1,
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_every_word_is_in_one_line(rows, random):
    printed = ["".join(" " * random.randint(1, 9) + word for word in row) for row in rows]
    lines = lines_of(laid([Typed(Grid.of(printed))], Measure()), small_print)
    read = [word for line in lines for word in line.text.split()]
    assert sorted(read) == sorted(word for row in rows for word in row)


# reports

COVER = "METROPOLIS PROGRESS REPORT\n\nJuly – September 2020\n"
CHAPTER = "ACTIVITIES\n\nAction Line 1 (L1)\nConducting urban diplomacy\n"
LEFT = "Rain falls in {0} on those\nwho wait in {0} for a bus.\nThey told {0} so, and"
RIGHT = "a roof was built in {0}.\nIt is made of {0}’s doors,\nand nobody is wet."
FIELDS = "Related outcomes\nL1M1D{}\n\nActivated members\nBogor, Harare,\n{}"
CITIES = ("Berlin", "Dakar", "Quito", "Lima", "Rabat", "Seoul")


def activity(n, *, last="Rabat"):
    title = f"A roof for the bus stop in {CITIES[n]}\n\n0{n + 1} July\n\n"
    prose = beside(LEFT.format(CITIES[n]), RIGHT.format(CITIES[n]), 34)
    return beside(title + prose, FIELDS.format(n + 1, last), 70)


def report(*pages):
    return "\f".join([COVER, CHAPTER, *pages]).encode()


WHOLE = report(*map(activity, range(6)))


def read(data):
    return read_report(read_text(data, "x.txt"))


def test_columns_are_read_one_after_the_other():
    found = read(WHOLE)
    assert [each.title.text for each in found.activities] == [
        f"A roof for the bus stop in {city}" for city in CITIES
    ]
    assert [[item.text for item in each.members.items] for each in found.activities] == [
        ["Bogor", "Harare", "Rabat"]
    ] * len(CITIES)
    assert [item.text for each in found.activities for item in each.outcomes] == [
        f"L1M1D{n}" for n in range(1, 7)
    ]
    assert " ".join(each.text for each in found.activities[0].narrative) == (
        "Rain falls in Berlin on those who wait in Berlin for a bus. They told Berlin so, and a "
        "roof was built in Berlin. It is made of Berlin’s doors, and nobody is wet."
    )
    assert "unclaimed" not in found.roles


def test_its_lines_have_pages_and_numbers_and_no_boxes():
    document = read_text(WHOLE, "x.txt")
    assert document.in_columns
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert {line.page for line in document.lines} == set(range(1, 9))
    assert not any(line.seen or line.place(0, 3) for line in document.lines)


def test_a_finding_tells_that_columns_tell_the_order():
    sheet = read_bytes(WHOLE, "x.txt", Reconciler(Register.load())).sheet
    found = {row["check"]: row for row in sheet.named("finding")}
    assert found["text-in-columns"]["severity"] == "warning"
    assert {row["x0"] for row in sheet.named("evidence")} == {None}


INDEX = """
METROPOLIS PROGRESS REPORT                        July – September 2020



INDEX
page 3          Note from the Secretary General
page 4          Activities
                Action Line 1
                Action Line 2
                Action Line 3
page 17         Progress
                Activated members
                Membership payment status
                Main results
                Execution of the Action Plan
page 20         Who we are
                Africa
                Asia-Pacific
                Europe
                North America
                Secretariat General
"""


def test_an_order_that_depends_on_the_measure_is_not_sure():
    pages = WHOLE.decode().split("\f")
    document = read_text("\f".join([f"{COVER}\n{INDEX}", *pages[1:]]).encode(), "x.txt")
    unsure = {document.line(number).text for number in document.unsure}
    assert "page 20" in unsure
    assert not read_text(WHOLE, "x.txt").unsure


def test_the_order_of_what_is_read_must_be_sure():
    document = read_text(WHOLE, "x.txt")
    title = read(WHOLE).activities[2].title.lines[0]
    with pytest.raises(Flattened, match="page 5 nothing tells surely what is read before 'A roof"):
        read_report(replace(document, unsure=frozenset({title})))
    pages = [f"{each}\n\n\n\n{n}" for n, each in enumerate(WHOLE.decode().split("\f"), 1)]
    numbered = read_text("\f".join(pages).encode(), "x.txt")
    number = next(line.number for line in numbered.lines if line.text == "4")
    assert read_report(replace(numbered, unsure=frozenset({number}))).activities


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (report(f"{activity(0)}\n\n\n{activity(1)}", *map(activity, range(2, 6))), "page 3 prints"),
        (report(activity(0, last="Rabat,"), *map(activity, range(1, 6))), "page 3 a list breaks"),
        (report(*map(activity, range(6)), "WHO    WE    ARE"), "page 9 the words of 'WHO WE ARE'"),
        (report(*map(activity, range(6)), "Related outcomes\nL1M1D9"), "nothing tells to what"),
        (WHOLE.replace(b"\f", b"\n"), "labels and values stand apart"),
    ],
    ids=["two on a page", "a torn list", "large type", "lines left", "no form feeds"],
)
def test_what_columns_do_not_tell_is_refused(data, words):
    with pytest.raises(Flattened, match=words):
        read(data)


NUMBERED = [f"{each}\n\n\n{n}\n" for n, each in enumerate([CHAPTER, *map(activity, range(6))], 2)]


def test_pages_without_form_feeds_end_with_their_numbers():
    found = read("\n".join([COVER, *NUMBERED]).encode())
    assert [found.document.line(min(each.title.lines)).page for each in found.activities] == [
        *range(2, 8)
    ]
    assert [each.date.text for each in found.activities] == [f"0{n} July" for n in range(1, 7)]


def test_action_lines_under_the_numbers_of_pages_part_none():
    footers = [f"{each}L1 Conducting urban diplomacy\n" for each in NUMBERED[1:]]
    with pytest.raises(Flattened):
        read("\n".join([COVER, NUMBERED[0], *footers]).encode())


def test_columns_of_no_known_report_are_refused():
    with pytest.raises(UnknownLayout):
        read_text(WHOLE.replace(b"METROPOLIS", b"TOWN"), "x.txt")


# texts that pdftotext makes

HOUSE_OF_2020, HOUSE_OF_2021 = "2020-07--2020-09", "2021-09--2021-12"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")
@pytest.mark.parametrize(
    ("name", "options"),
    [(HOUSE_OF_2020, []), (HOUSE_OF_2020, ["-nopgbrk"]), (HOUSE_OF_2021, [])],
    ids=["2020", "2020, no form feeds", "2021"],
)
def test_a_text_in_columns_says_what_its_pdf_says(name, options):
    path = ROOT / f"corpus/{name}.pdf"
    found = read(drawn(path, *options))
    assert told(found) == told(read_report(read_pdf(path.read_bytes(), path.name)))
    assert "unclaimed" not in found.roles


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")
def test_footers_of_pages_without_form_feeds():
    with pytest.raises(Flattened, match="nothing tells where pages end"):
        read(drawn(ROOT / f"corpus/{HOUSE_OF_2021}.pdf", "-nopgbrk"))


def drawn(path, *options):
    program = ["pdftotext", "-layout", *options, path, "-"]
    return subprocess.run(program, capture_output=True, check=True).stdout


def told(report):
    """Return what a report prints, but for its prose: posters are told from it by their type.

    What stands in rows of cells comes in the order of its columns.
    """
    activities = tuple(replace(each, narrative=()) for each in report.activities)
    report = replace(report, activities=activities, passages=(), note=None)
    return Counter(value.text for value in printed_values(report))
