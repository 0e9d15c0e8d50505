"""Headings and labels in two languages, and what only looks so."""

import pytest
from metroledger.extract.layout import layouts
from metroledger.extract.report import read_report, texts_of
from metroledger.extract.text.reader import read_text
from metroledger.extract.twofold import in_one_language, two_fold

REPORT = """METROPOLIS PROGRESS REPORT / INFORME DE PROGRESO DE METROPOLIS

July 2021

NOTE FROM THE SECRETARY GENERAL / NOTA DEL SECRETARIO GENERAL

It rained.

ACTIVITIES/ACTIVIDADES

4 July

SUN

Miembros / Members

Rabat

Outcomes / Resultados:

L1A1D1

5 July

PROGRESS / PROGRESO

Members

Berlin

METROPOLIS IN THE MEDIA / METROPOLIS EN LOS MEDIOS

July / Julio

Gazette: Sun

WHO WE ARE / QUIÉNES SOMOS

EUROPA / EUROPE

- Berlin

Members of the Board of Directors

MEMBER / MIEMBRO
Jane Roe
Mayor of Berlin
"""


def test_a_report_in_two_languages():
    report = read_report(read_text(REPORT.encode(), "x.txt"))
    assert report.note.heading.text == "NOTE FROM THE SECRETARY GENERAL"
    assert [(a.title.text, [m.text for m in a.members.items]) for a in report.activities] == [
        ("SUN", ["Rabat"]),
        ("PROGRESS / PROGRESO", ["Berlin"]),
    ]
    assert [code.text for code in report.activities[0].outcomes] == ["L1A1D1"]
    assert [m.outlet.text for m in report.media] == ["Gazette"]
    assert [region.region.text for region in report.regions] == ["EUROPE"]
    assert [(a.role, a.name.text) for a in report.appointments] == [("Member", "Jane Roe")]
    assert "unclaimed" not in {role.value for role in report.roles}


LINES = {
    "Activities / Actividades": "activities",
    "ACTIVITIÉS / ACTIVITIES": "activities",
    "Members/Miembros:": "members",
    "Progress / PROGRESO": "progress / progreso",
    "Progress / Radio 5": "progress / radio 5",
    "Members / Outcomes": "members / outcomes",
    "Asia/Pacific": "asia/pacific",
    "Members / Miembros / Membres": "members / miembros / membres",
    "Sun / Sol": "sun / sol",
}


@pytest.mark.parametrize("printed", LINES)
def test_a_line(printed):
    texts = texts_of(read_text(printed.encode(), "x.txt"))
    (text,) = in_one_language(texts, two_fold(texts), layouts())
    assert text.folded == LINES[printed]
