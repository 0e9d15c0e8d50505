"""The plan, its challenges, figures, and the lists of members in the forms in which they are set."""

from dataclasses import replace

import pytest
from metroledger.extract.document import Box, Role
from metroledger.extract.layout import layouts
from metroledger.extract.printed import Printed
from metroledger.extract.report import texts_of
from metroledger.extract.sections.figures import read_figures
from metroledger.extract.sections.members import read_activated, read_region
from metroledger.extract.sections.plan import read_challenges, read_plan
from metroledger.extract.text.reader import read_text
from metroledger.extract.words import Account

LAYOUT = {layout.id: layout for layout in layouts()}["metropolis-2021"]
SECTION = Printed("", ())


def texts(printed):
    """The lines, in a text that is not set with double spacing."""
    every = texts_of(read_text(f"{printed}\n\nend\nend".encode(), "x.txt"))[:-2]
    return [text for text in every if text.text]


PLAN = {
    "code begins a wrapped line": ("L1A1D1 Advice on the\nL1 strategy\n\nL1A1D2 Debates", ["L1A1D1 Advice on the L1 strategy", "L1A1D2 Debates"]),
    "code before a small letter": ("L1A1D1 Advice after\nL1A1D2 and others\nL1A1D3 Debates", ["L1A1D1 Advice after L1A1D2 and others", "L1A1D3 Debates"]),
    "over a page": ("L1A1D1 Advice on\n\fwhat cannot wait\n\nL1A1D2 Debates", ["L1A1D1 Advice on what cannot wait", "L1A1D2 Debates"]),
    "table": ("| Code | Title |\n|---|---|\n| L1 | Strengthen |\n| L1A1D1 | Debates |", ["L1 Strengthen", "L1A1D1 Debates"]),
    "columns": ("L1      Strengthen\nL1A1D1  Debates", ["L1 Strengthen", "L1A1D1 Debates"]),
    "bullets": ("- L1A1D1: Debates\n- **L1A1D2** – Talks", ["L1A1D1 Debates", "L1A1D2 Talks"]),
    "code alone": ("L1A1D1*\n\nDebates\n\nL1A1D2\nTalks", ["L1A1D1 Debates", "L1A1D2 Talks"]),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), PLAN.values(), ids=PLAN)
def test_plan(printed, expected):
    items, passages = read_plan(texts(printed), SECTION, LAYOUT, frozenset(), Account())
    assert [f"{item.code.text} {item.title.text}" for item in items] == expected
    assert passages == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_parts_of_an_item_are_prose(gap):
    lines = texts(gap.join(["L1A1D1 Debates", "- L1A1D1.1 Talks", "L1A1D2 Advice"]))
    items, passages = read_plan(lines, SECTION, LAYOUT, frozenset(), Account())
    assert [f"{item.code.text} {item.title.text}" for item in items] == [
        "L1A1D1 Debates",
        "L1A1D2 Advice",
    ]
    assert [passage.text.text for passage in passages] == ["- L1A1D1.1 Talks"]


def test_words_on_another_page_are_no_part_of_a_title():
    items, passages = read_plan(
        texts("L1A1D1 Advice\n\fSee our website.\n\nL1A1D2 Debates"), SECTION, LAYOUT, frozenset(), Account()
    )  # fmt: skip
    assert [item.title.text for item in items] == ["Advice", "Debates"]
    assert [passage.text.text for passage in passages] == ["See our website."]


@pytest.mark.parametrize(
    "printed",
    [
        "1.1 Inequalities and\nmore\n2.3 Climate",
        "1.1 Inequalities and\n\fmore\n\n2.3 Climate",
        "- 1.1 Inequalities and more\n- 2.3 Climate",
    ],
)
def test_challenges(printed):
    entries, passages = read_challenges(texts(printed), SECTION, frozenset())
    assert [entry.text for entry in entries] == ["1.1 Inequalities and more", "2.3 Climate"]
    assert passages == []


@pytest.mark.parametrize(
    "printed",
    [
        "+1,412\n\npeople engaged\n\n61\n\nexperts",
        "people engaged: +1,412\nexperts: 61",
        "- +1,412 – people engaged\n- 61 – experts",
        "| people engaged | +1,412 |\n| experts | 61 |",
        "people engaged    +1,412\nexperts    61",
        "+1,412 people engaged\n\n61 experts",
    ],
)
def test_figures(printed):
    figures, passages = read_figures(texts(printed), SECTION, frozenset(), Account())
    assert [(f.label.text, f.amount.text) for f in figures] == [("people engaged", "+1,412"), ("experts", "61")]  # fmt: skip
    assert passages == []


@pytest.mark.parametrize(
    "printed",
    [
        "Sums received so far. They are no in-\ncome yet:\nFees\n80 €\nGrants\n5 €",
        "Sums received so far. They are no in-\ncome yet:\nFees\n\n80 €\n\nGrants\n\n5 €",
        "Sums received so far. They are no in-\ncome yet:\n80 €\nFees\n5 €\nGrants",
    ],
)
def test_prose_over_figures_ends_with_its_last_sentence(printed):
    figures, passages = read_figures(texts(printed), SECTION, frozenset(), Account())
    assert [(f.label.text, f.amount.text) for f in figures] == [("Fees", "80 €"), ("Grants", "5 €")]
    assert [p.text.text for p in passages] == ["Sums received so far. They are no income yet:"]


TABLES = {
    "years": (
        "| Fees | 2018 | 2019 |\n|---|---|---|\n| Members | 2 | 5 |\n| Amount | 40 € | – |",
        ["Members 2018: 2", "Members 2019: 5", "Amount 2018: 40 €"],
    ),
    "one column": ("Figure\tValue\nexperts\tforty-one\npeople\t300", ["experts: forty-one", "people: 300"]),
    "bars": ("Region | Paid | %\nAfrica | 11 | 55%", ["Africa Paid: 11", "Africa %: 55%"]),
    "no heads": ("experts\t61\npeople\t300", ["experts: 61", "people: 300"]),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), TABLES.values(), ids=TABLES)
def test_table_of_figures(printed, expected):
    figures, _ = read_figures(texts(printed), SECTION, frozenset(), Account())
    assert [f"{f.label.text}: {f.amount.text}" for f in figures] == expected


COUNTED = {
    "a line each": ("12 members paid\n- 1,200+ people came", ["12 members paid", "1,200+ people came"]),
    "in words": ("over 40 experts", ["over 40 experts"]),
    "all in words": ("nearly two hundred experts", ["nearly two hundred experts"]),
    "wrapped": ("95% of the fees are\npaid", ["95% of the fees are paid"]),
    "beside others": ("12 members paid\n\n61\nexperts", ["12 members paid", "61 experts"]),
    "may be a label": ("12 months ahead\n\n61\n\n30 days\n\n12", []),
    "two figures": ("3 of 5 members", []),
    "a year": ("2021 fees", []),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), COUNTED.values(), ids=COUNTED)
def test_line_that_is_a_figure_and_its_words(printed, expected):
    figures, passages = read_figures(texts(printed), SECTION, frozenset(), Account())
    assert [f"{f.amount.text} {f.label.text}" for f in figures] == expected
    assert passages == []


UNREAD = {
    "an amount in words": ("forty-odd\n\npeople engaged\n\n61\n\nexperts", ["61 experts"]),
    "a title over them": ("Highlights\n\n12\n\npeople\n\n61\n\nexperts", ["12 people", "61 experts"]),
    "words under them": ("Paid\n\n12\n\nCashed\n\n61\n\nThanks", ["12 Paid", "61 Cashed"]),
    "the first in words": ("Forty-odd\n\nPeople\n\n61\n\nExperts", ["61 Experts"]),
    "nothing tells": ("A\n\n12\n\nB\n\nC\n\n61\n\nD", []),
    "the last in words": ("Paid\n\n12\n\nCashed\n\nForty-odd", ["12 Paid"]),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), UNREAD.values(), ids=UNREAD)
def test_words_beside_what_is_no_figure(printed, expected):
    figures, _ = read_figures(texts(printed), SECTION, frozenset(), Account())
    assert [f"{f.amount.text} {f.label.text}" for f in figures] == expected


MEMBERS = [
    "Berlin\nRabat",
    "1. Berlin\n2. Rabat",
    "Berlin / Rabat",
    "Members (2)\n\nBerlin, Rabat",
    "Members: Berlin, Rabat",
    "Berlin\tRabat",
    "Photo: the sun\n\nBerlin\nRabat",
    "| Member | Country |\n|---|---|\n| Berlin | Germany |\n| Rabat | Morocco |",
    "Country\tMember\nGermany\tBerlin\nMorocco\tRabat",
    "Berlin\nRabat\n\n(none)",
]


@pytest.mark.parametrize("printed", MEMBERS)
def test_members_of_a_list(printed):
    account = Account()
    found = read_activated(texts(printed), LAYOUT, account)
    assert [name.text for column in found for name in column.items] == ["Berlin", "Rabat"]
    assert set(account.roles.values()) <= {Role.LABEL, Role.CAPTION}


@pytest.mark.parametrize(
    "printed",
    [
        "Europe: Berlin, Lisbon\nAfrica: Rabat, Tunis",
        "Europe: Berlin, Lisbon\n\nAfrica & Asia: Rabat,\nTunis",
        "Berlin, Lisbon\n\nRabat, Tunis",
        "Berlin, Lisbon,\n\nRabat, Tunis",
    ],
)
def test_groups_of_a_list(printed):
    found = read_activated(texts(printed), LAYOUT, Account())
    names = [name.text for column in found for name in column.items]
    assert names == ["Berlin", "Lisbon", "Rabat", "Tunis"]


@pytest.mark.parametrize(
    "honorary", ["Honorary member: Lyon", "Honorary members (1)\n\n- Lyon", "Honorary member\tLyon"]
)
def test_honorary_members(honorary):
    found = read_region(texts(f"Berlin\nRabat\n\n{honorary}"), SECTION, LAYOUT, Account())
    assert [(row.status, [name.text for name in row.members.items]) for row in found] == [
        ("member", ["Berlin", "Rabat"]), ("honorary", ["Lyon"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("places", "members"),
    [
        ({"Honorary member:": 30, "Lyon": 40}, ["Berlin"]),
        ({"Honorary member: Lyon": 30}, ["Berlin", "Rabat", "Seoul"]),
    ],
    ids=["left to be found", "of the list over it"],
)
def test_names_higher_than_honorary_members(places, members):
    places = {"Berlin": 10, **places, "Rabat": 10, "Seoul": 20}
    found = [
        replace(text, line=replace(text.line, box=Box(0, top, 50, top + 8)))
        for text, top in zip(texts("\n".join(places)), places.values(), strict=True)
    ]
    rows = read_region(found, SECTION, LAYOUT, Account())
    assert [(row.status, [name.text for name in row.members.items]) for row in rows] == [
        ("member", members), ("honorary", ["Lyon"]),
    ]  # fmt: skip
