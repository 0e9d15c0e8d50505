"""The members that a title names."""

import pytest
from metroledger.normalize.names import Reconciler, Register

RECONCILER = Reconciler(Register.load())
TITLES = [
    ("Mayor of Montevideo", None, ["montevideo"]),
    ("Governor of Abidjan", "Africa", ["abidjan"]),
    ("Premier of Gauteng Province", "Africa", ["gauteng"]),
    ("President of Nouakchott Region", "Africa", ["nouakchott"]),
    ("Representative of the Ministry of Housing of Egypt (Cairo)", "Africa", ["cairo"]),
    ("Mayor of Greater Hyderabad", "Asia-Pacific", ["hyderabad"]),
    ("Secretary of State of the Brussels-Capital Region", "Europe", ["brussels"]),
    ("Councilor of Uccle Brussels-Capital Region and former Minister", "Europe", ["brussels"]),
    ("Steering Committee of the Brussels Regional Investment Society", "Europe", ["brussels"]),
    ("Governing Mayor of Berlin", "Europe", ["berlin"]),
    ("President of Greater Paris", "Europe", ["greater-paris"]),
    ("Deputy Mayor, Barcelona City Council", "Europe", ["barcelona-city"]),
    ("President of the Metropolitan Area of Barcelona", "Europe", ["barcelona-metropolitan-area"]),
    ("Head of the Government of the Autonomous City of Buenos Aires", None, ["buenos-aires"]),
    ("Councillor of Santiago de Chile Metropolitan Region", None, ["santiago-de-chile"]),
    ("Head of Government of Mexico City", "North America", ["mexico-city"]),
    ("Mayor of Wuhan, former Mayor of Wuhan", None, ["wuhan"]),
    ("Mayor of Jinan, later of Jilin", None, ["jinan", "jilin"]),
    ("Dakar", "Africa", ["dakar"]),
]
NOBODY = [
    ("Mayor of Barcelona & President of the Metropolitan Area of Barcelona", "Europe"),
    ("City councilor of Barcelona/ President of Metropolis Women", "Europe"),
    ("Mayor of Córdoba", "Europe"),
    ("Mayor of San Salvador de Jujuy", None),
    ("Governor of Jilin Province", None),
    ("Regional Officer", "Africa"),
    ("Focal Point for Latin America and the Caribbean", None),
    ("mayor of montevideo", None),
    ("Mayor of Montevidea", None),
    ("", None),
]


@pytest.mark.parametrize(("title", "region", "members"), TITLES)
def test_title_names_members(title, region, members):
    assert list(RECONCILER.find_members(title, region)) == members


@pytest.mark.parametrize(("title", "region"), NOBODY)
def test_title_names_nobody_for_certain(title, region):
    assert RECONCILER.find_members(title, region) == ()
