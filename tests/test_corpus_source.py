"""The corpus and its golden rows agree with their source and with the originals."""

import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
ORIGINALS = Path(os.environ.get("METROLEDGER_ORIGINALS", ROOT.parent / "shared" / "corpus"))
REPORTS = ["2020-07--2020-09", "2021-09--2021-12"]
COUNTS = {
    "2020-07--2020-09": {
        "activities": 14,
        "media": 24,
        "meetings": 14,
        "activated": 66,
        "figures": 9,
        "challenges": 0,
        "appointments": 55,
    },
    "2021-09--2021-12": {
        "activities": 29,
        "media": 31,
        "meetings": 14,
        "activated": 127,
        "figures": 2,
        "challenges": 11,
        "appointments": 65,
    },
}
REGION_SIZES = {
    "2020-07--2020-09": [25, 73, 16, 20, 7],
    "2021-09--2021-12": [25, 76, 15, 20, 8],
}
# Lines of prose in no narrative: 2020 on payments and where the plan is, 2021 twice where the plan
# is and two descriptions of pictures.
PASSAGES = {"2020-07--2020-09": 2, "2021-09--2021-12": 4}
WINDOW = 11  # running words that would be a copy
PROSE_WORDS = 7  # of them in small letters: fewer, and it is a list of names


def rows(kind: str, report: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (GOLDEN / kind / f"{report}.json").read_text(encoding="utf-8")
    )
    return found


def original(report: str) -> str:
    path = ORIGINALS / f"{report}.txt"
    if not path.exists():
        pytest.skip(f"no original at {path}")
    return path.read_text(encoding="utf-8")


def prose_lines(report: str) -> dict[str, list[list[int]]]:
    chosen: dict[str, dict[str, list[list[int]]]] = json.loads(
        (GOLDEN / "prose_lines.json").read_text(encoding="utf-8")
    )
    return chosen[report]


def plain(text: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\(#\)", r"\1", text.replace("\\", ""))
    return re.sub(r"\*(\S.*?\S)\*", r"\1", text.replace("**", ""))


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def digest(text: str) -> str:
    return hashlib.sha256(fold(text).encode()).hexdigest()


def without_prose(found: dict[str, Any]) -> dict[str, Any]:
    note = {key: found["note"][key] for key in ("signatory", "title")}
    activities = [
        {key: value for key, value in activity.items() if not key.startswith("narrative")}
        for activity in found["activities"]
    ]
    items = [[code, kind, parent] for code, kind, _, parent in found["plan"]["items"]]
    plan = {"plan_id": found["plan"]["plan_id"], "items": items}
    return {**found, "note": note, "activities": activities, "plan": plan}


def raw_strings(found: dict[str, Any]) -> list[str]:
    """Everything that must be in print as it stands here, but for torn table cells."""
    activities = found["activities"]
    return [
        found["note"]["signatory"],
        found["note"]["title"],
        *(text for line in found["action_lines"] for text in line),
        *(a[key] for a in activities for key in ("title", "date_text")),
        *(
            code
            for a in activities
            for key in ("outcomes", "challenges", "alliances")
            for code in a[key]
        ),
        *(member[0] for a in activities for member in a["members"]),
        *(text for _, outlet, topic in found["media"] for text in (outlet, topic)),
        *(meeting[2] for meeting in found["meetings"]),
        *(member[0] for member in found["activated"]),
        *(figure[key] for figure in found["figures"] for key in ("label", "printed")),
        *(item[0] for item in found["plan"]["items"]),
        *(item[2] for item in found["plan"]["items"] if isinstance(item[2], str)),
        *(text for challenge in found["challenges"] for text in challenge),
        *(member[0] for region in found["regions"].values() for member in region),
        *(a[key] for a in found["appointments"] for key in ("name", "title") if a[key]),
        *(claim["printed"] for claim in found["claims"]),
    ]


def windows(text: str) -> set[tuple[str, ...]]:
    """Every run of 11 words of one paragraph that is prose and no list of names."""
    out: set[tuple[str, ...]] = set()
    for paragraph in re.split(r"\n\s*\n", text):
        words = re.findall(r"[\w'’&-]+", paragraph)
        runs = (tuple(words[n : n + WINDOW]) for n in range(len(words) - WINDOW + 1))
        out |= {run for run in runs if sum(w[0].islower() for w in run) >= PROSE_WORDS}
    return out


def test_corpus_is_what_its_source_makes() -> None:
    build = [sys.executable, str(ROOT / "corpus" / "build.py"), "--check"]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("kind", ["corpus", "originals"])
@pytest.mark.parametrize("report", REPORTS)
def test_counts(kind: str, report: str) -> None:
    found = rows(kind, report)
    assert {key: len(found[key]) for key in COUNTS[report]} == COUNTS[report]
    assert [len(region) for region in found["regions"].values()] == REGION_SIZES[report]


@pytest.mark.parametrize("report", REPORTS)
def test_facts_of_corpus_are_those_of_the_original(report: str) -> None:
    assert without_prose(rows("corpus", report)) == without_prose(rows("originals", report))


@pytest.mark.parametrize("report", REPORTS)
def test_plan_titles_differ_only_where_they_are_reworded(report: str) -> None:
    both = zip(
        rows("corpus", report)["plan"]["items"],
        rows("originals", report)["plan"]["items"],
        strict=True,
    )
    for [code, _, ours, _], [_, _, printed, _] in both:
        if isinstance(printed, str):
            assert ours == printed, code
        else:
            assert digest(ours) != printed["sha256"], code


@pytest.mark.parametrize("report", REPORTS)
def test_claims_stand_in_the_prose(report: str) -> None:
    found = rows("corpus", report)
    prose = {activity["title"]: activity["narrative"] for activity in found["activities"]}
    prose[None] = found["note"]["text"]
    assert [c for c in found["claims"] if c["printed"] not in prose[c["activity"]]] == []


@pytest.mark.parametrize("report", REPORTS)
def test_every_raw_string_is_in_print(report: str) -> None:
    print_ = fold(plain(original(report)))
    torn = {"EAST KALIMANTAN", "KUALA LUMPUR", "SOUTH TANGERANG"}  # cells over two table rows
    missing = {raw for raw in raw_strings(rows("originals", report)) if raw not in print_}
    assert missing <= torn


@pytest.mark.parametrize("report", REPORTS)
def test_hashes_are_of_the_lines_chosen_by_hand(report: str) -> None:
    lines = original(report).split("\n")
    found = rows("originals", report)
    hashes = {activity["title"]: activity["narrative_sha256"] for activity in found["activities"]}
    hashes["note"] = found["note"]["sha256"]
    taken = {
        title: digest(plain(" ".join(lines[n - 1] for torn in paragraphs for n in torn)))
        for title, paragraphs in prose_lines(report).items()
    }
    assert taken == hashes


@pytest.mark.parametrize("report", REPORTS)
def test_corpus_has_the_lines_of_the_original(report: str) -> None:
    """Blank lines, spaces, tabs and all: only prose and reworded titles differ."""
    ours = (ROOT / "corpus" / f"{report}.txt").read_text(encoding="utf-8").split("\n")
    theirs = original(report).split("\n")
    both = enumerate(zip(ours, theirs, strict=True), start=1)
    differing = {n for n, (mine, printed) in both if mine != printed}
    prose = {n for chosen in prose_lines(report).values() for torn in chosen for n in torn}
    reworded = [i for i in rows("originals", report)["plan"]["items"] if isinstance(i[2], dict)]
    assert prose <= differing
    assert len(differing - prose) == len(reworded) + PASSAGES[report]


@pytest.mark.parametrize("report", REPORTS)
def test_no_sentence_of_the_original_is_in_the_corpus(report: str) -> None:
    theirs = windows(original(report))
    ours = (ROOT / "corpus" / f"{report}.txt").read_text(encoding="utf-8")
    assert theirs & windows(ours) == set()
