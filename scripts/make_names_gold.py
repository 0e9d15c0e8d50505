"""Make tests/gold/names/ from sources that the register was not made from.

    python scripts/make_names_gold.py \\
        GWEATHER KGEOGRAPHY KSTARS WORLD_CITIES CDP FORTUNES OUI WORDS

GWEATHER      the share directory of libgweather 4 (libgweather-4/Locations.xml and locale/)
KGEOGRAPHY    the locale directory of KDE's KGeography: capitals and provinces, as translated there
KSTARS        the locale directory of KDE's KStars: cities from which people watch the sky
WORLD_CITIES  world.cities of the R package maps, as CSV
CDP           a directory with CDP's yearly tables of city-wide emissions (CSV)
FORTUNES      the directory of the fortune files, for the people who are quoted there
OUI           oui.csv of the IEEE, for the names of organisations
WORDS         a list of English words, one a line

Each source is named in the column `source` of every line. What is drawn is drawn with a fixed
seed, so the same sources give the same bytes. tests/gold/names/README.md says what was left out.
"""

from __future__ import annotations

import csv
import math
import random
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from gold_sources import Cities, Gweather, Kgeography, Kstars
from metroledger.normalize.names import Member, Register, fold
from rapidfuzz.distance import OSA

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "names"
SEED = 20211231
LATIN_LANGUAGES = ("es", "fr", "pt", "pt_BR", "ca", "it", "de")
OTHER_SCRIPTS = ("ar", "fa", "ru", "zh_CN", "zh_TW", "ja", "ko", "hi", "el", "he", "th", "bn", "uk")
KGEOGRAPHY_SCRIPTS = ("ar", "fa", "ru", "zh_CN", "zh_TW", "ja", "ko", "hi", "el", "he", "th", "uk")
KSTARS_SCRIPTS = ("ar", "ru", "zh_CN", "zh_TW", "ja", "ko", "uk", "bg", "ka")
MISPRINTS_EACH = 10
EASY = 1000  # names drawn at random for each kind of negative
HARD = 2  # edits from a member's canonical name that make a negative hard
SAME_CITY = 60.0  # km; a name as near as that to a member may be its own
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# the English spelling of libgweather and KStars for members that they write otherwise
TRANSLATED_MEMBERS = {
    ("Marrakech", "MA"): "marrakesh",
    ("Esfahan", "IR"): "isfahan",
    ("Bandar Lampung", "ID"): "bandar",
    ("Santiago", "CL"): "santiago-de-chile",
    ("Canton", "CN"): "guangzhou",
    ("Peking", "CN"): "beijing",
    ("La Habana", "CU"): "havana",
    ("Atenas", "GR"): "athens",
    ("Djakarta", "ID"): "jakarta",
}
# world.cities' spelling of members that it writes otherwise
WORLD_CITIES_MEMBERS = {
    "Addis Abeba": "addis-ababa", "Bandar Lampung": "bandar", "Bayrut": "beirut",
    "Pusan": "busan", "Taegu": "daegu", "Taejon": "daejeon", "Kwangju": "gwangju",
    "Ha Noi": "hanoi", "Inchon": "incheon", "Esfahan": "isfahan", "Calcutta": "kolkata",
    "Havanna": "havana",
}  # fmt: skip
# CDP's names of members that it writes otherwise, and homonyms within one country
CDP_MEMBERS = {
    ("Barcelona", "ES"): "barcelona-city",
    ("Santiago", "CL"): "santiago-de-chile",
    ("Región Metropolitana de Santiago", "CL"): "santiago-de-chile",
    ("Santiago de Guayaquil", "EC"): "guayaquil",
    ("Distrito Metropolitano de Quito", "EC"): "quito",
    ("Busan-si", "KR"): "busan",
    ("Daegu-si", "KR"): "daegu",
    ("Goyang-si", "KR"): "goyang",
    ("Ulsan-si", "KR"): "ulsan",
    ("Hangzhou City", "CN"): "hangzhou",
    ("Taipei City", "TW"): "taipei",
    ("La Paz (Bolivia)", "BO"): "la-paz",
    ("Torino", "IT"): "turin",
}
# Translations that name something else than the city, struck after a look at each
STRUCK = {
    "Mexico": "the country",
    "KoartacCalcuta": "two names run together",
    "Base Aérea de Seoul": "an air base",
    "Ниамей-Аэро": "an airport",
    "নিয়ামে-অ্যারো": "an airport",
    "पुरुष": "the word for man, not Malé",
    "مِیل": "the word for mile, not Malé",
    "مال": "the word for property, not Malé",
    "شانغ": "Changsha cut in two",
    "深川": "Fukagawa, not Shenzhen",
    "アセンズ": "the Athens in Georgia",
    "Ханчжоу": "Hangzhou, given for Zhengzhou",
    "হ্যাঙ্গজু": "Hangzhou, given for Zhengzhou",
}
KGEOGRAPHY_HOMONYMS = frozenset({"Victoria", "Guadalajara", "Córdoba", "Jilin", "Gauteng"})
# -- Albert Einstein
QUOTED = re.compile(
    r"^\s*-- ([A-Z][\w.'-]+(?: (?:de |von |van |der |la )?[A-Z][\w.'-]+){1,3})\s*$", re.M
)


@dataclass(frozen=True, slots=True)
class Gold:
    """One name and the member that it means; an empty member_id says that it means none."""

    raw: str
    country: str
    member_id: str
    group: str
    source: str


def kgeography_names(
    atlas: Kgeography, register: Register, languages: Iterable[str], group: str
) -> Iterator[Gold]:
    """What members that are capitals or large divisions are called in other languages."""
    members = {
        fold(m.name): m for m in register.members.values() if m.name not in KGEOGRAPHY_HOMONYMS
    }
    for language in languages:
        for name, _, told in atlas.translations(language):
            member = members.get(fold(name))
            if member and told not in STRUCK and fold(told) != fold(member.name):
                yield Gold(told, "", member.member_id, f"{group} {language[:2]}", "KGeography")


def member_of(
    name: str, country: str, members: Iterable[Member], known: dict[tuple[str, str], str]
) -> str | None:
    """The member that a source's city is; None for other cities."""
    if (name, country) in known:
        return known[name, country]
    for member in members:
        if fold(member.name) == fold(name) and member.country == country:
            return member.member_id
    return None


def exonyms(
    cities: Cities, register: Register, languages: Iterable[str], group: str
) -> Iterator[Gold]:
    """What members are called in other languages, where that is not their canonical name."""
    members = list(register.members.values())
    for language in languages:
        for name, country, told in cities.translations(language):
            member_id = member_of(name, country, members, TRANSLATED_MEMBERS)
            if (
                member_id
                and told not in STRUCK
                and fold(told) != fold(register.members[member_id].name)
            ):
                yield Gold(told, "", member_id, f"{group} {language[:2]}", cities.source)


def spellings(register: Register) -> Iterator[Gold]:
    """Canonical names without accents, in capitals, in small letters, decomposed, unapostrophed."""
    for member in register.members.values():
        name = member.name
        plain = "".join(
            c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)
        )
        variants = {
            plain, name.upper(), plain.upper(), name.lower(), plain.lower(), plain.title(),
            unicodedata.normalize("NFD", name), name.replace("'", "’"), name.replace("'", ""),
            name.replace(" ", "-"), name.replace(" ", "  "), f" {name} ",
        }  # fmt: skip
        for variant in sorted(variants - {name}):
            yield Gold(variant, "", member.member_id, "spelling", "by rule")


def misprints(register: Register, real: frozenset[str]) -> Iterator[Gold]:
    """One slip of the hand in a canonical name, unless it gives a real place or an ordinary word.

    A slip that is as near to another member is drawn too, as one that nobody may resolve.
    """
    chance = random.Random(SEED)
    canonical = {fold(member.name): member.member_id for member in register.members.values()}
    for member in register.members.values():
        drawn: dict[str, Gold] = {}
        while len(drawn) < MISPRINTS_EACH:
            raw = slip(member.name, chance)
            key = fold(raw)
            if key in real or key in register.names or key in drawn:
                continue
            if is_tie(key, fold(member.name), canonical):
                drawn[key] = Gold(raw, "", "", "tie", "by rule")
            else:
                drawn[key] = Gold(raw, "", member.member_id, "misprint", "by rule")
        yield from drawn.values()


def is_tie(key: str, meant: str, canonical: Iterable[str]) -> bool:
    """Whether another member is no further from the misprint than the one that was meant."""
    edits = OSA.distance(key, meant)
    return any(OSA.distance(key, other) <= edits for other in canonical if other != meant)


def slip(name: str, chance: random.Random) -> str:
    """A letter left out, doubled, hit beside, or swapped with the next."""
    at = chance.choice([i for i, letter in enumerate(name) if letter.isalpha()])
    match chance.choice(("omit", "double", "beside", "swap")):
        case "omit":
            return name[:at] + name[at + 1 :]
        case "double":
            return name[:at] + name[at] * 2 + name[at + 1 :]
        case "beside":
            return name[:at] + beside(name[at], chance) + name[at + 1 :]
    at = min(at, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def beside(letter: str, chance: random.Random) -> str:
    """A key next to that of the letter, in the letter's case."""
    plain = fold(letter)
    for row in KEYS:
        if plain in row:
            at = row.index(plain)
            key = chance.choice([row[i] for i in (at - 1, at + 1) if 0 <= i < len(row)])
            return key.upper() if letter.isupper() else key
    return letter


def official(cdp: Path, register: Register) -> Iterator[Gold]:
    """The names under which governments report to CDP: 'Ville de Dakar', 'City of Lagos'.

    Each stands with its country, as CDP's table gives it: that is what parts homonyms.
    """
    members = list(register.members.values())
    canonical = {fold(member.name) for member in members}
    seen = set()
    for path in sorted(cdp.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                raw = " ".join((row.get("Organization") or row.get("City Name") or "").split())
                city = (row.get("City") or row.get("City Short Name") or "").strip()
                country = register.countries.code(row.get("Country") or "") or ""
                if (
                    not raw
                    or not city
                    or city == "NA"
                    or not country
                    or (fold(raw), country) in seen
                ):
                    continue
                seen.add((fold(raw), country))
                member_id = member_of(city, country, members, CDP_MEMBERS)
                if fold(raw) in canonical:
                    continue
                if member_id is None:
                    yield Gold(raw, country, "", "other government", "CDP")
                else:
                    yield Gold(raw, country, member_id, "affix", "CDP")


def other_cities(path: Path, register: Register) -> tuple[list[Gold], frozenset[str]]:
    """Cities far from every member of their name: all hard ones, and some drawn at random."""
    canonical = {fold(member.name) for member in register.members.values()}
    names: dict[str, str] = {}
    own = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = fold(row["name"])
            names.setdefault(key, row["name"])
            if is_near_member(float(row["lat"]), float(row["long"]), register):
                own.add(key)
    others = {
        key: name for key, name in names.items() if key not in own | canonical and len(key) > 1
    }
    hard = {key for key in others if is_hard(key, canonical)}
    easy = random.Random(SEED).sample(sorted(others.keys() - hard), EASY)
    gold = [
        Gold(others[key], "", "", "near city" if key in hard else "city", "world.cities")
        for key in [*sorted(hard), *sorted(easy)]
    ]
    return gold, frozenset(names.keys() - canonical)


def is_hard(key: str, canonical: Iterable[str]) -> bool:
    """Whether a careless measure could take it for a member."""
    return any(OSA.distance(key, name, score_cutoff=HARD) <= HARD for name in canonical)


def is_near_member(latitude: float, longitude: float, register: Register) -> bool:
    """Whether the place lies where a member does, so that the name may be the member's own."""
    return any(
        distance(latitude, longitude, member.latitude, member.longitude) < SAME_CITY
        for member in register.members.values()
    )


def distance(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Kilometres, on a sphere, good enough to tell two cities apart."""
    width = math.cos(math.radians((latitude + other_latitude) / 2)) * (longitude - other_longitude)
    return 111.2 * math.hypot(latitude - other_latitude, width)


def other_exonyms(
    cities: Cities,
    register: Register,
    languages: Iterable[str],
    group: str,
    positive: frozenset[str],
) -> Iterator[Gold]:
    """What other cities are called in these languages; homonyms of members with their country."""
    members = list(register.members.values())
    canonical = {fold(member.name) for member in members}
    found: dict[str, Gold] = {}
    homonyms: dict[str, Gold] = {}
    for language in languages:
        for name, country, told in cities.translations(language):
            if member_of(name, country, members, TRANSLATED_MEMBERS) or name == "Barcelona":
                continue
            if fold(name) in canonical:
                key = f"{fold(told)} {country}"
                homonyms[key] = Gold(told, country, "", f"near {group}", cities.source)
            elif fold(told) not in canonical | positive:
                found[fold(told)] = Gold(told, "", "", f"other {group}", cities.source)
    hard = {key for key in found if is_hard(key, canonical)}
    easy = random.Random(SEED).sample(sorted(found.keys() - hard), EASY // 2)
    yield from (replace(found[key], group=f"near {group}") for key in sorted(hard))
    yield from (homonyms[key] for key in sorted(homonyms))
    yield from (found[key] for key in sorted(easy))


def people(fortunes: Path) -> list[Gold]:
    """People who are quoted."""
    names = set()
    for path in sorted(fortunes.iterdir()):
        if not path.suffix:
            names.update(QUOTED.findall(path.read_text(encoding="utf-8", errors="replace")))
    drawn = random.Random(SEED).sample(sorted(names), min(EASY // 2, len(names)))
    return [Gold(name, "", "", "person", "fortunes") for name in sorted(drawn)]


def organisations(path: Path) -> list[Gold]:
    """Firms, universities and institutes that had an address block assigned."""
    with path.open(encoding="utf-8", newline="") as file:
        names = {row["Organization Name"].strip() for row in csv.DictReader(file)}
    names = {name for name in names if name and name != "Private"}
    drawn = random.Random(SEED).sample(sorted(names), EASY // 2)
    return [Gold(name, "", "", "organisation", "IEEE OUI") for name in sorted(drawn)]


def write(name: str, gold: Iterable[Gold]) -> None:
    """One CSV, doubles of a name in one context left out."""
    rows: dict[tuple[str, str, str], Gold] = {}
    for g in gold:
        rows.setdefault((g.raw, g.country, g.member_id), g)
    with (GOLD / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Gold.__slots__)
        writer.writerows(astuple(g) for g in rows.values())


def main(
    share: str,
    kgeography: str,
    kstars: str,
    towns: str,
    cdp: str,
    fortunes: str,
    oui: str,
    words: str,
) -> None:
    """Write every table."""
    register = Register.load()
    gweather = Gweather(Path(share))
    atlas = Kgeography(Path(kgeography))
    stars = Kstars(Path(kstars), register.countries.code)
    latin = [
        *(Gold(n, "", m, "exonym en", "world.cities") for n, m in WORLD_CITIES_MEMBERS.items()),
        *exonyms(gweather, register, LATIN_LANGUAGES, "exonym"),
        *kgeography_names(atlas, register, LATIN_LANGUAGES, "exonym"),
        *exonyms(stars, register, LATIN_LANGUAGES, "exonym"),
    ]
    scripts = list(exonyms(stars, register, KSTARS_SCRIPTS, "script"))
    positive = frozenset(fold(g.raw) for g in (*latin, *scripts))
    negatives, real = other_cities(Path(towns), register)
    governments = list(official(Path(cdp), register))
    write("exonyms.csv", latin)
    write("scripts-libgweather.csv", exonyms(gweather, register, OTHER_SCRIPTS, "script"))
    write("scripts-kgeography.csv", kgeography_names(atlas, register, KGEOGRAPHY_SCRIPTS, "script"))
    write("scripts-kstars.csv", scripts)
    write("spellings.csv", spellings(register))
    ordinary = frozenset(map(fold, Path(words).read_text(encoding="utf-8").split()))
    write("misprints.csv", misprints(register, real | ordinary))
    write("affixes.csv", (g for g in governments if g.member_id))
    write("other-governments.csv", (g for g in governments if not g.member_id))
    write("other-cities.csv", [g for g in negatives if fold(g.raw) not in positive])
    write(
        "other-exonyms.csv",
        [
            *other_exonyms(gweather, register, LATIN_LANGUAGES, "exonym", positive),
            *other_exonyms(stars, register, LATIN_LANGUAGES, "exonym", positive),
            *other_exonyms(stars, register, KSTARS_SCRIPTS, "script", positive),
        ],
    )
    write("people.csv", people(Path(fortunes)))
    write("organisations.csv", organisations(Path(oui)))


if __name__ == "__main__":
    main(*sys.argv[1:])
