"""The expected rows of our own reports are printed in them, and the bad inputs are as made."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from itertools import groupby, pairwise, zip_longest
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SOURCES = sorted([*(HERE / "reports").glob("*.json"), *(HERE / "bad").glob("*.json")])
SECTIONS = {
    "action_lines", "activated", "activities", "appointments", "challenges", "claims", "figures",
    "media", "meetings", "note", "plan", "regions", "report",
}  # fmt: skip

# '[Bogotá](#)', '**Berlin**', and a bullet at the start of a line
LINK = re.compile(r"\[([^\]]*)\]\(#\)")
BOLD = re.compile(r"\*\*")
BULLET = re.compile(r"(?m)^\s*[-•] ")


def decode(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def unmarked(text: str) -> str:
    return BULLET.sub("", BOLD.sub("", LINK.sub(r"\1", text)))


def folded(text: str) -> str:
    return " ".join(unmarked(text).split())


def columns(text: str) -> str:
    """Every table read column by column, so that a torn name stands in one piece."""
    lines = text.splitlines()
    blocks = [
        list(block) for filled, block in groupby(lines, key=lambda s: bool(s.strip())) if filled
    ]
    read = []
    for block in blocks:
        rows = [_cells(line, block) for line in block]
        read += [cell for column in zip_longest(*rows, fillvalue="") for cell in column if cell]
    return " ".join(read)


def _cells(line: str, block: list[str]) -> list[str]:
    if any("\t" in row for row in block):
        return [cell.strip() for cell in line.split("\t")]
    starts = sorted({m.start() for row in block for m in re.finditer(r"(?<=   )\S|^\S", row)})
    cuts = [*starts, None]
    return [line[a:b].strip() for a, b in pairwise(cuts)]


def printed(rows: dict[str, Any]) -> Iterator[str]:
    """Every value that the report must show word for word."""
    yield from (title for _, title in rows["action_lines"])
    for activity in rows["activities"]:
        yield from (activity["title"], activity["date_text"])
        yield from (*activity["outcomes"], *activity["challenges"], *activity["alliances"])
        yield from (raw for raw, _, _ in activity["members"])
    yield from (value for _, *values in rows["media"] for value in values)
    yield from (raw for _, _, raw, _ in rows["meetings"])
    yield from (raw for raw, _ in rows["activated"])
    for figure in rows["figures"]:
        yield from (figure["label"], figure["printed"])
    yield from (value for code, _, title, _ in rows["plan"]["items"] for value in (code, title))
    yield from (value for row in rows["challenges"] for value in row)
    yield from (raw for listed in rows["regions"].values() for raw, _, _ in listed)
    for seat in rows["appointments"]:
        yield from (seat["name"], seat["title"] or "")
    yield from (claim["printed"] for claim in rows["claims"])
    yield from (rows["note"]["signatory"] or "", rows["note"]["title"] or "")


def in_order(words: list[str], text: list[str]) -> bool:
    rest = iter(text)
    return all(word in rest for word in words)


@pytest.fixture(params=SOURCES, ids=lambda path: path.stem)
def source(request: pytest.FixtureRequest) -> tuple[dict[str, Any], str]:
    rows = json.loads(request.param.read_text(encoding="utf-8"))
    return rows, decode(request.param.with_suffix(".txt"))


def test_every_text_has_its_rows() -> None:
    texts = {path.stem for path in (HERE / "reports").glob("*.txt")}
    assert texts == {path.stem for path in (HERE / "reports").glob("*.json")}


def test_rows_have_every_section(source: tuple[dict[str, Any], str]) -> None:
    rows, _ = source
    assert set(rows) == SECTIONS


def test_rows_are_printed(source: tuple[dict[str, Any], str]) -> None:
    rows, text = source
    shown = f"{folded(text)} {columns(unmarked(text))}"
    assert [value for value in printed(rows) if folded(value) not in shown] == []


def test_narratives_are_printed_in_order(source: tuple[dict[str, Any], str]) -> None:
    """A poster or a page may stand within a narrative, so its words follow one another."""
    rows, text = source
    words = folded(text).split()
    stories = [activity["narrative"] for activity in rows["activities"]]
    missing = [
        s for s in [rows["note"]["text"] or "", *stories] if not in_order(folded(s).split(), words)
    ]
    assert missing == []


def test_claims_stand_in_the_prose_they_cite(source: tuple[dict[str, Any], str]) -> None:
    rows, text = source
    stories: dict[str | None, str] = {a["title"]: a["narrative"] for a in rows["activities"]}
    stories[None] = folded(text)
    assert [c for c in rows["claims"] if c["printed"] not in stories[c["activity"]]] == []


def test_bad_inputs_are_as_made() -> None:
    made = runpy.run_path(str(HERE / "bad" / "make.py"))
    stale = [n for n, make in made["FILES"].items() if (HERE / "bad" / n).read_bytes() != make()]
    assert stale == []
    assert max(map(len, made["long_line"]().splitlines())) > made["LONG_LINE_BYTES"]
