"""Functions that checks call in SQL."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metroledger.quality.dates import printed_dates
from metroledger.quality.functions import (
    alike,
    capitalised,
    dates_in,
    fold,
    likeness,
    misprint,
    unaccented,
)

NEAR = date(2021, 11, 9)
PROSE = "one two three four five six seven eight nine ten eleven twelve thirteen"


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        ("Tuesday 9th October, 14:00 – 15:30", "en", ["2021-10-09"]),
        ("WEDNESDAY 17th NOVEMBER 2021, 09:00 - 10:30", "en", ["2021-11-17"]),
        ("8 / 13 NOV 2021 · TOWN", "en", ["2021-11-08..2021-11-13"]),
        ("8–13 November", "en", ["2021-11-08..2021-11-13"]),
        ("from 1st to 12th October all over", "en", ["2021-10-01..2021-10-12"]),
        ("From 1 January to 30 September, in", "en", ["2021-01-01..2021-09-30"]),
        ("28 December – 3 January", "en", ["2021-12-28..2022-01-03"]),
        ("on October 7th, the adoption", "en", ["2021-10-07"]),
        ("scheduled for July 16).", "en", ["2021-07-16"]),
        ("on 1st October and 29th October", "en", ["2021-10-01", "2021-10-29"]),
        ("le 14 juillet 2020", "fr", ["2020-07-14"]),
        ("el 7 de octubre de 2021", "es", ["2021-10-07"]),
        ("del 7 hasta el 9 de octubre", "es", ["2021-10-07..2021-10-09"]),
        ("du 7 jusqu’au 9 octobre", "fr", ["2021-10-07..2021-10-09"]),
        ("dall'1 all'8 ottobre", "it", ["2021-10-01..2021-10-08"]),
        ("7 through 9 October", "en", ["2021-10-07..2021-10-09"]),
        ("31 June", "en", []),
        ("16th-18th century", "en", []),
        ("9 October 14:00", "en", ["2021-10-09"]),
        ("October 2021", "en", []),
        ("5G in 2021", "en", []),
        ("", "en", []),
    ],
    ids=str,
)
def test_dates_in_print(text, language, spans):
    found = printed_dates(text, language, NEAR)
    assert [
        each.start.isoformat() + ("" if each.start == each.end else f"..{each.end.isoformat()}")
        for each in sorted(found, key=lambda each: each.start)
    ] == spans


def test_a_weekday_and_that_of_the_day():
    (told,) = json.loads(dates_in("Tuesday 9th October", "en", "2021-11-09"))
    assert (told["weekday"], told["real"]) == ("Tuesday", "Saturday")


@given(st.text(alphabet="1 /–to9JulyOctober MonTuesday2021,.", max_size=300))
def test_any_text_has_dates_or_none(text):
    for each in printed_dates(text, "en", NEAR):
        assert each.printed in text
        assert each.start <= each.end


def test_no_line_makes_the_search_slow():
    for text in (
        "1 " * 20_000 + "July",
        "1" + " " * 50_000 + "July",
        "Monday " * 20_000 + "1 July",
    ):
        printed_dates(text, "en", NEAR)


@pytest.mark.parametrize(
    ("text", "folded", "bare"),
    [
        ("Barcelona (Metropolitan Area)", "barcelona metropolitan area", None),
        ("Xi’an", "xian", None),
        ("São Paulo", "sao paulo", "Sao Paulo"),
        ("New Delhi-NIUA", "new delhi niua", None),
        ("", "", None),
        (None, None, None),
    ],
)
def test_folding(text, folded, bare):
    assert fold(text) == folded
    assert unaccented(text) == (bare or text)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (PROSE, PROSE, 1.0),
        (PROSE, f"{PROSE} and more of it", 1.0),
        (PROSE, PROSE.replace("seven", "7"), 4 / 9),
        ("too short", "too short", 0.0),
        (None, PROSE, 0.0),
    ],
)
def test_likeness_of_prose(one, other, told):
    assert likeness(one, other) == pytest.approx(told)


def test_likeness_of_names():
    assert alike("Wang Fengchao", "Fengchao Wang") == 100
    assert alike("Mohamed Sadiki", "Mohammed Sadiki") > 90 > alike("Ann Bee", "Mohamed Sadiki")
    assert alike(None, "Ann") == 0


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("pelambang", True),  # two letters exchanged
        ("palenbang", True),
        ("palmbang", True),
        ("pallembang", True),
        ("palemban", True),
        ("palembangs", False),  # an ending
        ("palembang", False),
        ("pelambeng", False),
        ("penang", False),
    ],
)
def test_misprints_of_a_name(word, is_one):
    assert misprint(word, "palembang") is is_one


def test_capitalised_words():
    text = "Palembang, PALEMBANG and Rome: Córdoba-Semarang, Palembang; World2021"
    assert json.loads(capitalised(text)) == ["Palembang", "PALEMBANG", "Córdoba", "Semarang"]
