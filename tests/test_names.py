"""Printed names and what they mean: one table in named groups."""

import os
import re
from pathlib import Path

import pytest
from metroledger.normalize.names import Context, Reconciler, Register

REGISTER = Register.load()
RECONCILER = Reconciler(REGISTER)
ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = Path(os.environ.get("METROLEDGER_ORIGINALS", ROOT.parent / "shared" / "corpus"))

PRINTED_IN_THE_ORIGINALS = [
    ("Abdijan", "Abidjan"),
    ("Alger", "Algiers"),
    ("BARCELONA (CITY)", "Barcelona (city)"),
    ("Barcelona (City)", "Barcelona (city)"),
    ("BARCELONA (METROPOLITAN AREA)", "Barcelona (metropolitan area)"),
    ("Barcelona (Metropolitan Area)", "Barcelona (metropolitan area)"),
    ("Beyrouth", "Beirut"),
    ("Bogota", "Bogotá"),
    ("BRASILIA", "Brasília"),
    ("Brasilia", "Brasília"),
    ("Bruxelles", "Brussels"),
    ("Ciudad de México", "Mexico City"),
    ("Grand Paris", "Greater Paris"),
    ("Greater Lyon", "Grand Lyon"),
    ("Guadalajara (IMEPLAN)", "Guadalajara (IMEPLAN)"),
    ("Gujanwala", "Gujranwala"),
    ("IMEPLAN Guadalajara", "Guadalajara (IMEPLAN)"),
    ("Kaoshiung", "Kaohsiung"),
    ("La Habana", "Havana"),
    ("Lisboa", "Lisbon"),
    ("MALE'", "Malé"),
    ("Male’", "Malé"),
    ("Marrakech", "Marrakesh"),
    ("Montreal", "Montréal"),
    ("NEW DELHINIUA", "New Delhi"),
    ("New Delhi-NIUA", "New Delhi"),
    ("Pelambang", "Palembang"),
    ("Sao Paulo", "São Paulo"),
    ("Torino", "Turin"),
    ("VALLE DE ABURRA", "Valle de Aburrá"),
    ("Valle de Aburra", "Valle de Aburrá"),
    ("XI'AN", "Xi'an"),
]
IN_NO_REGION_LIST = [(name, name) for name in ("Athens", "Atlanta", "Dubai", "Kampala", "Kolkata")]
WITH_AFFIXES = [
    ("Gauteng Province", "Gauteng"),
    ("Greater Hyderabad", "Hyderabad"),
    ("Brussels-Capital region", "Brussels"),
    ("Santiago de Chile Metropolitan Region", "Santiago de Chile"),
    ("Métropole de Lyon", "Grand Lyon"),
    ("Métropole du Grand Paris", "Greater Paris"),
    ("Metropolitan Area of Barcelona", "Barcelona (metropolitan area)"),
    ("Greater Barcelona", "Barcelona (metropolitan area)"),
    ("Ajuntament de Barcelona", "Barcelona (city)"),
    ("Barcelona City Council", "Barcelona (city)"),
    ("Barcelona (metropolitan aera)", "Barcelona (metropolitan area)"),
    ("Ville de Montréal", "Montréal"),
    ("Ciudad Autónoma de Buenos Aires", "Buenos Aires"),
    ("Buenos Aires Ciudad", "Buenos Aires"),
    ("Bogotá D.C.", "Bogotá"),
    ("Guangzhou Municipal People's Government", "Guangzhou"),
    ("Hyderabad, India", "Hyderabad"),
    ("Seoul (Republic of Korea)", "Seoul"),
    ("Sarajevo (online)", "Sarajevo"),
    ("Zagreb (co-host)", "Zagreb"),
    ("Bamako (new member)", "Bamako"),
    ("Abidjan (5 January)", "Abidjan"),
    ("Quito (enero)", "Quito"),
    ("Dakar (a)", "Dakar"),
    ("Dakar ²", "Dakar"),
    ("Victoria (Seychelles)", "Victoria"),
    ("Cairo - Egypt", "Cairo"),
    ("Atlanta, Georgia", "Atlanta"),
    ("City of Toronto, ON", "Toronto"),
    ("Kolkata (Calcutta)", "Kolkata"),
    ("Metropolitan Area of Medellín", "Valle de Aburrá"),
]
OFFICES = [
    ("Ville d'Abidjan", "Abidjan"),
    ("Communauté urbaine d’Antananarivo", "Antananarivo"),
    ("Wilaya d'Alger", "Algiers"),
    ("Cairo Governorate", "Cairo"),
    ("Kampala Capital City Authority (KCCA)", "Kampala"),
    ("Gauteng Provincial Government", "Gauteng"),
    ("DKI Jakarta Provincial Government", "Jakarta"),
    ("Pemerintah Kota Semarang", "Semarang"),
    ("Greater Hyderabad Municipal Corporation (GHMC)", "Hyderabad"),
    ("Seoul Metropolitan Government (SMG)", "Seoul"),
    ("Land Berlin", "Berlin"),
    ("Metropolitan Area of Barcelona (AMB)", "Barcelona (metropolitan area)"),
    ("Barcelona (AMB)", "Barcelona (metropolitan area)"),
    ("Communauté urbaine de Lyon", "Grand Lyon"),
    ("Communauté métropolitaine de Montréal", "Montréal"),
    ("Municipio del Distrito Metropolitano de Quito", "Quito"),
    ("Prefeitura da Cidade do Rio de Janeiro", "Rio de Janeiro"),
    ("Gobierno Autónomo Municipal de La Paz", "La Paz"),
    ("Gobierno de la Ciudad de México", "Mexico City"),
    ("Gobierno Regional Metropolitano de Santiago", "Santiago de Chile"),
    ("Brazzaville (Congo - Brazzaville)", "Brazzaville"),
]
FOOTNOTES = [
    ("Malé1", "Malé"),
    ("Wuxi²", "Wuxi"),
    ("Quito [1]", "Quito"),
    ("Quito (12)", "Quito"),
    ("12. Quito", "Quito"),
    ("• QUITO*,", "Quito"),
    ("Belo\u00a0Horizonte.", "Belo Horizonte"),
    ("Bel\u00ado Horizonte", "Belo Horizonte"),
    ("“Quito”", "Quito"),
]
MISPRINTS = [
    ("Wuoxi", "Wuxi"),
    ("Uwxi", "Wuxi"),
    ("Niarney", "Niamey"),
    ("Hyclerabad", "Hyderabad"),
    ("Gvvangju", "Gwangju"),
    ("Cair0", "Cairo"),
    ("1stanbul", "Istanbul"),
    ("Atens", "Athens"),
]
EXONYMS = [
    ("Le Caire", "Cairo"),
    ("Moscú", "Moscow"),
    ("Pequim", "Beijing"),
    ("Brüssel", "Brussels"),
    ("Nova Delhi", "New Delhi"),
    ("Ciutat de Mèxic", "Mexico City"),
    ("Città del Messico", "Mexico City"),
    ("Xangai", "Shanghai"),
    ("Santiago du Chili", "Santiago de Chile"),
]
OTHER_SCRIPTS = [
    ("Москва", "Moscow"),
    ("北京", "Beijing"),
    ("北京市", "Beijing"),
    ("القاهرة", "Cairo"),
    ("서울특별시", "Seoul"),
    ("تهران", "Tehran"),
    ("ソウル", "Seoul"),
    ("ブエノス・アイレス", "Buenos Aires"),
    ("부에노스 아이레스", "Buenos Aires"),
    ("リーブルビル", "Libreville"),
    ("Калькутта", "Kolkata"),
]
SPACES_AND_SIGNS = [("Xi an", "Xi'an"), ("KUALALUMPUR", "Kuala Lumpur"), ("Sao-Paulo", "São Paulo")]
RESOLVED = {
    "print": PRINTED_IN_THE_ORIGINALS,
    "unlisted": IN_NO_REGION_LIST,
    "affix": WITH_AFFIXES,
    "office": OFFICES,
    "footnote": FOOTNOTES,
    "misprint": MISPRINTS,
    "exonym": EXONYMS,
    "script": OTHER_SCRIPTS,
    "signs": SPACES_AND_SIGNS,
}

NEVER_MERGED = [
    ("Jilin", "Jinan"),
    ("Taipei", "New Taipei"),
    ("Nanjing", "Nanning"),
    ("Changchun", "Changsha"),
    ("Dubai", "Durban"),
    ("Bangui", "Bangkok"),
    ("Daegu", "Daejeon"),
    ("Barcelona (city)", "Barcelona (metropolitan area)"),
    ("Guadalajara", "Guadalajara (IMEPLAN)"),
    ("Gyeonggi", "Gwangju"),
]
# name, context, status
NO_MEMBER = [
    ("Suzhou", Context(), "place"),
    ("Xuzhou", Context(), "place"),
    ("Salvador", Context(), "place"),
    ("San Salvador de Jujuy", Context(), "place"),
    ("Valencia", Context(), "place"),
    ("Valence", Context(), "place"),
    ("Paris", Context(), "place"),
    ("Lyon", Context(), "place"),
    ("City of Lyon", Context(), "place"),
    ("Manchester", Context(), "place"),
    ("Cancun", Context(), "place"),
    ("Philadelphia", Context(), "place"),
    ("Hyderabad, Pakistan", Context(), "place"),
    ("Hyderabad", Context(country="PK"), "place"),
    ("Hyderabad", Context(country="Pakistan"), "place"),
    ("Córdoba", Context(region="Europe"), "place"),
    ("CORDOBA", Context(region="EUROPE"), "place"),
    ("Londres", Context(), "place"),
    ("Moscow, Idaho", Context(), "place"),
    ("Athens, Georgia", Context(), "place"),
    ("Alexandria, VA", Context(), "place"),
    ("Berlin", Context(region="Africa"), "unresolved"),
    ("Jilin Province", Context(), "unresolved"),
    ("Estado de México", Context(), "unresolved"),
    ("Mexico", Context(), "unresolved"),
    ("Mali", Context(), "unresolved"),
    ("CPAFFC", Context(), "unresolved"),
    ("CPAFFC", Context(region="Asia-Pacific"), "unresolved"),
    ("IMEPLAN", Context(), "unresolved"),
    ("Guangzhou Award", Context(), "unresolved"),
    ("Minjiang University", Context(), "unresolved"),
    ("Chicago Council on Global Affairs", Context(), "unresolved"),
    ("Paradiplomacia.org", Context(), "unresolved"),
    ("Москвс", Context(), "unresolved"),
    ("西城区 (Beijing)", Context(), "unresolved"),
    ("Province of Barcelona", Context(), "unresolved"),
    ("Diputació de Barcelona", Context(), "unresolved"),
    ("Puebla State", Context(), "unresolved"),
    ("Suzhou Province", Context(), "place"),
    ("Rabat 2022", Context(), "unresolved"),
    ("Rio+20", Context(), "unresolved"),
    ("Susan", Context(), "unresolved"),
    ("Italian", Context(), "unresolved"),
    ("Urban", Context(), "unresolved"),
    ("Member", Context(), "unresolved"),
    ("Octavi de la Varga", Context(), "unresolved"),
    ("", Context(), "unresolved"),
    ("–", Context(), "unresolved"),
]
BOTH = frozenset({"guadalajara", "guadalajara-imeplan"})
AMBIGUOUS = [
    ("Barcelona", Context(), ["Barcelona (city)", "Barcelona (metropolitan area)"]),
    ("BARCELONA", Context(region="Europe"), ["Barcelona (city)", "Barcelona (metropolitan area)"]),
    ("Барселона", Context(), ["Barcelona (city)", "Barcelona (metropolitan area)"]),
    ("Guadalajara", Context(members=BOTH), ["Guadalajara", "Guadalajara (IMEPLAN)"]),
    ("Guadalajara metropolitan area", Context(), ["Guadalajara", "Guadalajara (IMEPLAN)"]),
    ("Duban", Context(), ["Dubai", "Durban"]),
    ("Nanving", Context(), ["Nanjing", "Nanning"]),
    ("Gangzhou", Context(), ["Guangzhou", "Hangzhou"]),
    ("Santiago", Context(), ["Santiago de Chile"]),
    ("Canton", Context(), ["Guangzhou"]),
    ("Rio", Context(), ["Rio de Janeiro"]),
    ("San Pablo", Context(), ["São Paulo"]),
    ("Seoul (GHQ)", Context(), ["Seoul"]),
    ("Moscow, Gotham", Context(), ["Moscow"]),
]
GUADALAJARA_ALONE = [
    Context(),
    Context(region="North America", members=BOTH),
    Context(country="MX", members=BOTH),
    Context(members=frozenset({"guadalajara"})),
]


def cases(groups):
    return [
        pytest.param(raw, name, id=f"{group}: {raw}")
        for group, pairs in groups.items()
        for raw, name in pairs
    ]


@pytest.mark.parametrize(("raw", "name"), cases(RESOLVED))
def test_resolves(raw, name):
    found = RECONCILER.resolve(raw)
    assert (found.name, found.status) == (name, "resolved"), found.why


@pytest.mark.parametrize("name", [member.name for member in REGISTER.members.values()])
def test_canonical_name_is_exact_under_its_region(name):
    member = next(m for m in REGISTER.members.values() if m.name == name)
    found = RECONCILER.resolve(name, Context(region=member.region))
    assert (found.method, found.member_id, found.score) == ("exact", member.member_id, 100.0)


@pytest.mark.parametrize(("one", "other"), NEVER_MERGED)
def test_near_names_never_merge(one, other):
    assert RECONCILER.resolve(one).name == one
    assert RECONCILER.resolve(other).name == other


@pytest.mark.parametrize(("raw", "context", "status"), NO_MEMBER)
def test_is_no_member(raw, context, status):
    found = RECONCILER.resolve(raw, context)
    assert (found.member_id, found.status, found.method) == (None, status, "unresolved"), found.why
    assert found.why


@pytest.mark.parametrize(("raw", "context", "candidates"), AMBIGUOUS)
def test_is_ambiguous(raw, context, candidates):
    found = RECONCILER.resolve(raw, context)
    assert (found.member_id, found.name, found.method) == (None, None, "ambiguous"), found.why
    assert [candidate.name for candidate in found.candidates] == candidates


@pytest.mark.parametrize("context", GUADALAJARA_ALONE)
def test_guadalajara_is_the_city_unless_both_are_listed(context):
    assert RECONCILER.resolve("Guadalajara", context).member_id == "guadalajara"


@pytest.mark.parametrize("cell", ["EAST KALIMANTAN", "SOUTH TANGERANG", "KUALA LUMPUR", "Mumbai"])
def test_whole_names_are_known(cell):
    assert RECONCILER.is_known(cell)


@pytest.mark.parametrize("cell", ["EAST", "KALIMANTAN", "SOUTH", "KUALA", "LUMPUR", "Abdijan", ""])
def test_torn_names_are_not_known(cell):
    assert not RECONCILER.is_known(cell)


def test_an_answer_explains_itself():
    found = RECONCILER.resolve("Gautang Province")
    assert (found.member_id, found.method, found.score) == ("gauteng", "fuzzy", 85.7)
    assert found.why == (
        "read as 'gautang' (province)",
        "'gautang' is one edit from 'gauteng', and no rival is as near",
    )


def test_names_are_measured_in_edits_alone():
    """Ratios, partial ones above all, find any name in any text; no room of names may use one."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "normalize").rglob("*.py"))
    assert "rapidfuzz.distance import OSA" in code
    assert not re.search(r"\bfuzz\.|import fuzz|ratio\(|WRatio", code)


def test_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="none of member, partner and person"):
        RECONCILER.resolve("Berlin", Context(kind="city"))


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="no originals here")
@pytest.mark.parametrize("original", sorted(ORIGINALS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_name_in_an_activity_of_an_original_is_understood(original):
    """Bare Barcelona aside, no member's name in a comma-separated list is left in doubt."""
    text = re.sub(r"[*\\\[]|\]\(#\)", "", original.read_text(encoding="utf-8"))
    lists = re.findall(r"(?:^|\n)(?:Activated members|Members)\n+([^:]+?)\n\s*\n", text)
    names = {
        " ".join(name.split()).rstrip(".")
        for block in lists
        if "," in block
        for name in re.split(r",|\band\b", block)
        if name.strip()
    }
    doubtful = {name for name in names if RECONCILER.resolve(name).status != "resolved"}
    assert len(names) > 60
    assert doubtful <= {"Barcelona"}
