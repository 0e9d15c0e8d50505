"""Shapes of dates, and the days they mean in a period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metroledger.extract.dates import date_shape, months_shape, period_shape
from metroledger.extract.shapes import GOES_ON, TENURE
from metroledger.languages import languages, month_names, weekday_names, words_of
from metroledger.normalize.dates import Period, days, period

QUARTER = Period(date(2020, 7, 1), date(2020, 9, 30))
OVER_THE_YEAR = Period(date(2021, 12, 1), date(2022, 3, 31))

DEVELOPED_ON = [
    ("03 July", "2020-07-03", "2020-07-03"),
    ("31 August – 02 September", "2020-08-31", "2020-09-02"),
    ("11 June – 06 July", "2020-06-11", "2020-07-06"),
    ("26–28 October", "2020-10-26", "2020-10-28"),
    ("1 October–9 December", "2020-10-01", "2020-12-09"),
    ("3 July 2020", "2020-07-03", "2020-07-03"),
    ("2-4 September", "2020-09-02", "2020-09-04"),
    ("1st–3rd February 2021", "2021-02-01", "2021-02-03"),
    ("28 February–2 March 2022", "2022-02-28", "2022-03-02"),
    ("2, 3 and 5 July", "2020-07-02", "2020-07-05"),
    ("July 3, 2020", "2020-07-03", "2020-07-03"),
    ("15th of May, 2021", "2021-05-15", "2021-05-15"),
    ("May 2021", "2021-05-01", "2021-05-31"),
    ("30 SEPT", "2020-09-30", "2020-09-30"),
    ("(3 July)", "2020-07-03", "2020-07-03"),
    ("From 2 to 4 September", "2020-09-02", "2020-09-04"),
    ("from 30 June to 2 July", "2020-06-30", "2020-07-02"),
    ("Friday 3 July", "2020-07-03", "2020-07-03"),
    ("3 July, 15:00 CET", "2020-07-03", "2020-07-03"),
    ("2–4 September & 9 October", "2020-09-02", "2020-10-09"),
    ("2-4, 9 and 12-13 September 2020", "2020-09-02", "2020-09-13"),
    ("30 August; 2 and 9 September", "2020-08-30", "2020-09-09"),
    ("July 3, 5 & 8", "2020-07-03", "2020-07-08"),
    ("July 3-5 and August 2, 2020", "2020-07-03", "2020-08-02"),
    ("2020-07-03", "2020-07-03", "2020-07-03"),
    ("2020-07-03 – 2020-08-05", "2020-07-03", "2020-08-05"),
    ("2020-07-03/2020-07-05", "2020-07-03", "2020-07-05"),
    ("the 3rd of July", "2020-07-03", "2020-07-03"),
    ("3. July 2020", "2020-07-03", "2020-07-03"),
    ("Fri., 3 July 2020", "2020-07-03", "2020-07-03"),
    ("3 July (Friday)", "2020-07-03", "2020-07-03"),
    ("3–5 July 2020 (on-site)", "2020-07-03", "2020-07-05"),
    ("Thursday 2 – Saturday 4 July", "2020-07-02", "2020-07-04"),
    ("between 2 and 4 July", "2020-07-02", "2020-07-04"),
    ("28 December 2020 – 3 January", "2020-12-28", "2021-01-03"),
    ("3 July – September", "2020-07-03", "2020-09-30"),
    ("July, August and September 2020", "2020-07-01", "2020-09-30"),
    ("3 July at 3 pm", "2020-07-03", "2020-07-03"),
    ("3 July, at 3 pm", "2020-07-03", "2020-07-03"),
    ("3 July | 15h00 – 16h30", "2020-07-03", "2020-07-03"),
    ("13/07/2020", "2020-07-13", "2020-07-13"),
    ("07/13/2020", "2020-07-13", "2020-07-13"),
    ("07/07/2020", "2020-07-07", "2020-07-07"),
    ("03.07.2020 – 5.7.2020", "2020-07-03", "2020-07-05"),
    ("3. 7. 2020", "2020-07-03", "2020-07-03"),
    ("2020/07/03", "2020-07-03", "2020-07-03"),
    ("July 3rd–5th, 2020", "2020-07-03", "2020-07-05"),
    ("July, 3rd", "2020-07-03", "2020-07-03"),
    ("July, 3 August", "2020-07-01", "2020-08-03"),
    ("10 & 11 March ’20", "2020-03-10", "2020-03-11"),
    ("2 − 4 July", "2020-07-02", "2020-07-04"),
    ("Q3 2020", "2020-07-01", "2020-09-30"),
    ("Q1–Q2 2020", "2020-01-01", "2020-06-30"),
    ("H2, 2020", "2020-07-01", "2020-12-31"),
    ("mid-July 2020", "2020-07-01", "2020-07-31"),
    ("Third quarter of 2020", "2020-07-01", "2020-09-30"),
    ("1st half, 2020", "2020-01-01", "2020-06-30"),
    ("5 & 6 September (Lisbon), 12 September (Kazan)", "2020-09-05", "2020-09-12"),
    ("03.07.–05.08.2020", "2020-07-03", "2020-08-05"),
    ("28/06–30/07/2020", "2020-06-28", "2020-07-30"),
    ("1-3/07/2020", "2020-07-01", "2020-07-03"),
    ("2020-07-03/05", "2020-07-03", "2020-07-05"),
    ("Every Tuesday in August 2020", "2020-08-01", "2020-08-31"),
    ("End of July 2020", "2020-07-01", "2020-07-31"),
]
IN_OTHER_LANGUAGES = [
    ("es", "3 de julio de 2020", "2020-07-03", "2020-07-03"),
    ("es", "del 2 al 4 de septiembre", "2020-09-02", "2020-09-04"),
    ("es", "desde el 30 de junio hasta el 2 de julio", "2020-06-30", "2020-07-02"),
    ("es", "el viernes 3 de julio de 2020", "2020-07-03", "2020-07-03"),
    ("es", "2 y 4 de julio", "2020-07-02", "2020-07-04"),
    ("es", "1º de julio a las 15:00", "2020-07-01", "2020-07-01"),
    ("es", "julio a septiembre de 2020", "2020-07-01", "2020-09-30"),
    ("fr", "1er juillet 2020", "2020-07-01", "2020-07-01"),
    ("fr", "du 2 au 4 septembre 2020", "2020-09-02", "2020-09-04"),
    ("fr", "Entre le 2 et le 4 juillet", "2020-07-02", "2020-07-04"),
    ("fr", "le vendredi 3 juillet", "2020-07-03", "2020-07-03"),
    ("fr", "3 juillet à 15h30", "2020-07-03", "2020-07-03"),
    ("fr", "du 2 jusqu’au 4 juillet", "2020-07-02", "2020-07-04"),
    ("pt", "de 2 a 4 de setembro de 2020", "2020-09-02", "2020-09-04"),
    ("pt", "2 e 4 de julho", "2020-07-02", "2020-07-04"),
    ("pt", "30 de junho até 2 de julho", "2020-06-30", "2020-07-02"),
    ("pt", "3 de julho às 15h", "2020-07-03", "2020-07-03"),
    ("pt", "sexta-feira, 3 de julho de 2020", "2020-07-03", "2020-07-03"),
    ("pt", "sexta, 3 de julho", "2020-07-03", "2020-07-03"),
    ("pt", "1.º de julho", "2020-07-01", "2020-07-01"),
    ("de", "vom 2. bis zum 4. September 2020", "2020-09-02", "2020-09-04"),
    ("de", "2.–4. Juli", "2020-07-02", "2020-07-04"),
    ("de", "2. und 4. Juli", "2020-07-02", "2020-07-04"),
    ("de", "am Freitag, dem 3. Juli 2020", "2020-07-03", "2020-07-03"),
    ("de", "3. Juli um 15 Uhr", "2020-07-03", "2020-07-03"),
    ("de", "Sonnabend, 4. Juli 2020", "2020-07-04", "2020-07-04"),
    ("de", "3. Jänner 2021", "2021-01-03", "2021-01-03"),
    ("it", "dal 2 al 4 settembre 2020", "2020-09-02", "2020-09-04"),
    ("it", "dall’1 all'8 luglio", "2020-07-01", "2020-07-08"),
    ("it", "tra il 2 e il 4 luglio", "2020-07-02", "2020-07-04"),
    ("it", "3 luglio, alle ore 15:00", "2020-07-03", "2020-07-03"),
    ("it", "1° luglio 2020", "2020-07-01", "2020-07-01"),
    ("it", "3 luglio, alle ore 15", "2020-07-03", "2020-07-03"),
    ("fr", "T3 2020", "2020-07-01", "2020-09-30"),
    ("ca", "del 2 al 4 d’agost de 2020", "2020-08-02", "2020-08-04"),
    ("ca", "1r de juliol a les 15 hores", "2020-07-01", "2020-07-01"),
    ("es", "2.º trimestre de 2020", "2020-04-01", "2020-06-30"),
    ("de", "zweites Halbjahr 2020", "2020-07-01", "2020-12-31"),
]
NO_DAY = [
    "05/06–28/07/2020",
    "31 February",
    "35 May",
    "3 Jully",
    "0 September 2020",
    "5 July 2021 – 3 July 2020",
    "9 October – 2 September",
    "03/07/2020",
    "03/07/2020 – 15/07/2020",
    "third half of 2020",
]
NO_DATE = [
    "Tuesday 9th October, 14:00 – 15:30 (Central European Time)",
    "8 / 13 NOV 2021 · GUANGZHOU CHINA",
    "September",
    "12 Members",
    "12 cities",
    "2020",
    "2–4",
    "3 July Rabat",
    "8 of 13",
    "9 October 2020 2021",
    "2 July, 3 August 2020 and 4 May",
    "3 July, " * 20,
    "On 3 July 2020 we met",
    "3 July at 20 schools",
    "Q3",
    "3 July (2)",
    "July (3)",
    "Q5 2020",
    "third quarter",
    "the second quarter of July",
    "3 out",
    "mayo 2020",
    "",
]


@pytest.mark.parametrize(("printed", "start", "end"), DEVELOPED_ON)
def test_date(printed, start, end):
    found = days(date_shape(printed, "en"), QUARTER)
    assert [day.isoformat() for day in found] == [start, end]


@pytest.mark.parametrize(
    ("language", "printed", "start", "end"), IN_OTHER_LANGUAGES, ids=lambda part: part
)
def test_date_in_another_language(language, printed, start, end):
    found = days(date_shape(printed, language), QUARTER)
    assert [day.isoformat() for day in found] == [start, end]


def test_a_language_joins_days_with_its_own_words():
    assert date_shape("2 bis 4 July", "en") is None
    assert date_shape("2 – 4 listopad", "pl") is not None


@pytest.mark.parametrize(
    ("printed", "start"),
    [
        ("1er juin", "2020-06-01"),
        ("14 Septembre", "2020-09-14"),
        ("3 mai", "2020-05-03"),
        ("del 3 al 5 de julio de 2020", "2020-07-03"),
        ("vom 3. bis 5. Juli", "2020-07-03"),
        ("3 luglio 2020, alle ore 15", "2020-07-03"),
        ("3 July / 3 juillet", "2020-07-03"),
    ],
)
def test_day_in_another_language_than_that_of_the_report(printed, start):
    assert days(date_shape(printed, "en"), QUARTER)[0].isoformat() == start


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("3 July, Quito", (3, 3)),
        ("3 July, Quito; 5 July, Lima", (3, 5)),
        ("3 July (Quito) and 5 July (Lima)", None),  # as any date
        ("3–5 July 2020, Santiago de Chile (Chile)", (3, 5)),
        ("3 July – online", (3, 3)),
        ("Rio de Janeiro, 3 July", (3, 3)),
        ("3 July, 2020, Quito", (3, 3)),
        ("3 July – Night buses", None),
        ("3 July, when it rained", None),
        ("July, Quito", None),
        ("3 members, Quito", None),
    ],
)
def test_days_with_their_places(printed, days):
    shape = date_shape(printed, "en", of_poster=True)
    found = (shape.first[0], shape.last[0]) if shape and shape.placed else None
    assert found == days
    assert shape is None or (date_shape(printed, "en") is None) == shape.placed


@pytest.mark.parametrize("language", languages())
def test_small_words_name_no_month(language):
    words = words_of(language)
    small = {*words.joints, *words.ands, *words.inside, *words.opening}
    assert not small & {*month_names(language), *weekday_names(language)}


@pytest.mark.parametrize(
    "line",
    ["Bogotá,", "Rabat and", "THE CITY OF", "Área Metropolitana de", "Berlin und", "Lisboa e",
     "ville et", "Comune di", "(and", "cities &"],
)  # fmt: skip
def test_line_goes_on(line):
    assert GOES_ON.search(line)


@pytest.mark.parametrize(
    "line", ["Xi'an", "Xi’an", "what we do", "Brand", "Madrid.", "and Rabat", "News.com"]
)
def test_line_does_not_go_on(line):
    assert not GOES_ON.search(line)


@pytest.mark.parametrize(
    ("printed", "until", "date"),
    [
        ("(until 18th September)", "until", "18th September"),
        ("(as of 3 July)", None, "3 July"),
        ("(bis zum 3. Juli)", "bis zum", "3. Juli"),
        ("(dall'8 luglio)", None, "8 luglio"),
    ],
)
def test_tenure(printed, until, date):
    match = TENURE.fullmatch(printed)
    assert (match["until"], match["date"]) == (until, date)


@pytest.mark.parametrize("printed", NO_DAY)
def test_misprinted_date_has_the_shape_but_no_days(printed):
    assert days(date_shape(printed, "en"), QUARTER) is None


@pytest.mark.parametrize("printed", NO_DATE)
def test_no_date(printed):
    assert date_shape(printed, "en") is None


def test_month_alone_is_a_date_where_a_date_must_stand():
    assert date_shape("September", "en") is None
    found = days(date_shape("September", "en", bare_month=True), QUARTER)
    assert found == (date(2020, 9, 1), date(2020, 9, 30))


def test_range_over_the_end_of_the_year():
    found = days(date_shape("15 December – 10 January", "en"), OVER_THE_YEAR)
    assert found == (date(2021, 12, 15), date(2022, 1, 10))


@pytest.mark.parametrize(
    ("printed", "report_id"),
    [
        ("July – September 2020", "2020-07--2020-09"),
        ("September → December 2021", "2021-09--2021-12"),
        ("December 2021 – March 2022", "2021-12--2022-03"),
        ("November - February 2022", "2021-11--2022-02"),
        ("May 2021", "2021-05--2021-05"),
        ("Q1–Q2 2015", "2015-01--2015-06"),
        ("1 January – 29 February 2020", "2020-01--2020-02"),
        ("01.01.2015 – 30.06.2015", "2015-01--2015-06"),
        ("from 1st December 2020 to 31st March 2021", "2020-12--2021-03"),
        ("First semester 2018", "2018-01--2018-06"),
        ("Septiembre – diciembre 2021", "2021-09--2021-12"),
        ("Del 1 de julio al 30 de septiembre de 2020", "2020-07--2020-09"),
        ("3e trimestre 2020", "2020-07--2020-09"),
    ],
)
def test_period(printed, report_id):
    assert period(period_shape(printed, "en")).report_id == report_id


@pytest.mark.parametrize("printed", ["July 0000", "September 2020 – July 2020"])
def test_period_of_no_calendar(printed):
    assert period(period_shape(printed, "en")) is None


@pytest.mark.parametrize(
    "printed",
    ["July – September", "1 July 2020", "1 July – 30 July 2020", "2 July – 31 July 2020",
     "1.13.2015 – 31.12.2015", "1 Jully – 31 July 2020"],
)  # fmt: skip
def test_no_period(printed):
    assert period_shape(printed, "en") is None


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("Septiembre", "2020-09-01", "2020-09-30"),
        ("juillet 2019", "2019-07-01", "2019-07-31"),
        ("Julho e agosto", "2020-07-01", "2020-08-31"),
        ("AUGUST", "2020-08-01", "2020-08-31"),
        ("AUGUST / AGOSTO", "2020-08-01", "2020-08-31"),
        ("August/September", "2020-08-01", "2020-09-30"),
    ],
)
def test_months_of_any_language_head_a_list(printed, start, end):
    found = days(months_shape(printed, "en"), QUARTER)
    assert [day.isoformat() for day in found] == [start, end]


@pytest.mark.parametrize("printed", ["Set", "El Diario", "Le Monde", "septiembre fresco"])
def test_no_month_heads_a_list(printed):
    assert months_shape(printed, "en") is None


def test_month_headings_lie_in_the_period():
    found = [
        days(date_shape(name, "en", bare_month=True), OVER_THE_YEAR)
        for name in ("November", "December", "January", "April")
    ]
    assert [f"{start:%Y-%m}" for start, _ in found] == ["2021-11", "2021-12", "2022-01", "2022-04"]


@given(
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.integers(0, 200),
    st.sampled_from(["en", "es", "fr"]),
)
def test_what_is_printed_is_read_back(start, length, language):
    end = date.fromordinal(start.toordinal() + length)
    names = {number: name for name, number in month_names(language).items() if len(name) > 2}
    printed = " – ".join(f"{day.day} {names[day.month]} {day.year}" for day in (start, end))
    assert days(date_shape(printed, language), QUARTER) == (start, end)
