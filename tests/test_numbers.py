"""Figures and counts as printed -> numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metroledger.extract.document import Line
from metroledger.extract.printed import Printed
from metroledger.normalize.claims import claims
from metroledger.normalize.numbers import Amount, amount, number

AMOUNTS = [
    ("346,021.63 €", Amount(346021.63, "EUR", "exact")),
    ("346.021,63 €", Amount(346021.63, "EUR", "exact")),
    ("EUR 1,200.50", Amount(1200.5, "EUR", "exact")),
    ("1,200+", Amount(1200, None, "at least")),
    ("+1,412", Amount(1412, None, "at least")),
    ("55", Amount(55, None, "exact")),
    ("1.412", Amount(1412, None, "exact")),
    ("12.5 %", Amount(12.5, "%", "exact")),
    ("~ 300", Amount(300, None, "about")),
    ("<50", Amount(50, None, "at most")),
    ("1 200 000 €", Amount(1200000, "EUR", "exact")),
    ("more than 900", Amount(900, None, "at least")),
    ("Jusqu’à 40 %", Amount(40, "%", "at most")),
    ("casi 1.200 €", Amount(1200, "EUR", "about")),
    ("-1,500.00 €", Amount(-1500, "EUR", "exact")),
    ("−$40", Amount(-40, "USD", "exact")),
    ("US$ 12,345.60", Amount(12345.6, "USD", "exact")),
    ("1.2k", Amount(1200, None, "exact")),
    ("+2.3 M", Amount(2300000, None, "at least")),
    ("1,2 M€", Amount(1200000, "EUR", "exact")),
    ("EUR 1.234 million", Amount(1234000, "EUR", "exact")),
    ("casi 3 millones", Amount(3000000, None, "about")),
    ("12 Mio. €", Amount(12000000, "EUR", "exact")),
    ("forty-one", Amount(41, None, "exact")),
    ("One thousand two hundred and five", Amount(1205, None, "exact")),
    ("nearly nine hundred", Amount(900, None, "about")),
    ("two dozen", Amount(24, None, "exact")),
    ("three million", Amount(3000000, None, "exact")),
    ("12*", Amount(12, None, "exact")),
    ("300+²", Amount(300, None, "at least")),
    ("98.50 € [1]", Amount(98.5, "EUR", "exact")),
    ("12 (a)", Amount(12, None, "exact")),
    ("12 m²", None),
    ("ten mayors", None),
    ("once", None),
    ("12 mayors", None),
    ("3 miles", None),
    ("- 45", None),
    ("over-900", None),
    ("2019 fees", None),
    ("L1M1", None),
    ("", None),
]


@pytest.mark.parametrize(("printed", "expected"), AMOUNTS, ids=[a[0] or "empty" for a in AMOUNTS])
def test_amount(printed, expected):
    assert amount(printed) == expected


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_english_amounts_are_read_back(whole, cents):
    assert number(f"{whole:,}.{cents:02}") == pytest.approx(float(f"{whole}.{cents:02}"))


CLAIMS = [
    ("22 of our 28 Board members", [(22, "board members"), (28, "board members")]),
    ("we welcomed five new members: 141 governments", [(5, "new members"), (141, "members")]),
    ("8 of the selected cities and five Winning Cities", [(8, "cities"), (5, "cities")]),
    ("from 33 countries and over 100 cities", [(33, "countries"), (100, "cities")]),
    ("Over 1,300\nparticipants", [(1300, "participants")]),
    ("forty pages, of which the members", []),
    ("three pages and members", []),
    ("the 13th Congress of cities", []),
    ("COVID-19 people", []),
]


@pytest.mark.parametrize(("prose", "expected"), CLAIMS, ids=[c[0] for c in CLAIMS])
def test_claims(prose, expected):
    found = claims(Printed.of(Line(1, 1, prose, True)))
    assert [(claim.number, claim.counted) for claim in found] == expected


def test_members_in_an_activity_of_the_board_are_board_members():
    prose = Printed.of(Line(1, 1, "26 members out of the 32 took part", True))
    found = claims(prose, "BOARD OF DIRECTORS MEETING 2021")
    assert [(c.printed.text, c.number, c.counted) for c in found] == [
        ("26 members", 26, "board members"),
        ("26 members out of the 32", 32, "board members"),
    ]
