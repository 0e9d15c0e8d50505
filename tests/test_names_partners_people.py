"""Partners by their aliases, people by their folded names, and nothing by likeness."""

import pytest
from metroledger.normalize.names import Context, People, Reconciler, Register, person_id

REGISTER = Register.load()
PARTNERS = [
    ("UN Habitat", "UN-Habitat"),
    ("UN-Habitat", "UN-Habitat"),
    ("UNHABITAT", "UN-Habitat"),
    ("UCLG", "UCLG"),
    ("UCLG-Africa", "UCLG Africa"),
    ("United Cities and Local Governments (UCLG)", "UCLG"),
    ("UN-Habitat (UN Habitat)", "UN-Habitat"),
    ("ASPAC", "UCLG ASPAC"),
    ("UCLG CIB", "CIB"),
    ("UCLG CCRE/CEMR", "UCLG CCRE/CEMR"),
    ("UCLG Eurasia", "UCLG Eurasia"),
    ("UCLG MEWA", "UCLG MEWA"),
    ("UCCI", "UCCI"),
    ("ICLEI", "ICLEI"),
    ("UNDP", "UNDP"),
    ("Smart City Expo World Congress", "Smart City Expo"),
    ("Guangzhou Award", "Guangzhou Award"),
    ("Seoul Human Resource Development Center (SHRDC)", "Seoul Human Resource Development Center"),
    ("SHRDC", "Seoul Human Resource Development Center"),
    (
        "London School of Economics and Political Science",
        "London School of Economics and Political Science",
    ),
    ("Paradiplomacia", "Paradiplomacia.org"),
    ("Chicago Council of Global Affairs", "Chicago Council on Global Affairs"),
]
STRANGERS = ["UCLGG", "UNDPP", "UCLG Atlantis", "UCLG (ICLEI)", "UCLG (Foo)", "Berlin", ""]


@pytest.mark.parametrize(("raw", "name"), PARTNERS)
def test_partner(raw, name):
    found = Reconciler(REGISTER).resolve(raw, Context(kind="partner"))
    assert (found.name, found.status, found.kind) == (name, "resolved", "partner")
    assert found.method == ("exact" if raw == name else "alias")


@pytest.mark.parametrize("raw", STRANGERS)
def test_partner_is_never_guessed(raw):
    found = Reconciler(REGISTER).resolve(raw, Context(kind="partner"))
    assert (found.partner_id, found.status, found.method) == (None, "unresolved", "unresolved")


def person(raw, *known):
    return Reconciler(REGISTER, people=People(known)).resolve(raw, Context(kind="person"))


@pytest.mark.parametrize(
    ("raw", "known"),
    [
        ("Helene Jourdan", "Hélène Jourdan"),
        ("Robert Beugre Mambe", "Robert Beugré Mambe"),
        ("OCTAVI DE LA VARGA", "Octavi de la Varga"),
        ("Dr Bonthu Rammohan", "Bonthu Rammohan"),
        ("Ekrem İmamoğlu", "Ekrem Imamoglu"),
        ("Jose Luis Martinez Almeida", "José Luis Martínez-Almeida"),
    ],
)
def test_one_person_in_two_spellings(raw, known):
    assert person(raw, known).name == known
    assert person_id(raw) == person_id(known)


@pytest.mark.parametrize(
    ("raw", "known"),
    [
        ("Wang Fengchao", "Fengchao Wang"),
        ("El Wardini Soham", "Soham El Wardini"),
        ("Mohammed Sadiki", "Mohamed Sadiki"),
    ],
)
def test_another_order_or_letter_is_a_candidate_only(raw, known):
    found = person(raw, known)
    assert (found.status, found.person_id) == ("ambiguous", None)
    assert [candidate.name for candidate in found.candidates] == [known]


def test_a_stranger_is_unresolved():
    assert person("Ada Colau", "Michael Müller").status == "unresolved"


def test_the_spelling_with_its_accents_is_kept():
    people = People(["Helene Jourdan", "Hélène Jourdan", "Helène Jourdan"])
    assert people.by_id == {"helene-jourdan": "Hélène Jourdan"}
