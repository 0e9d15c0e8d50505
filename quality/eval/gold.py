"""Gold files: the rows of one report as a person read them from the print, in JSON.

A text that may not be passed on stands as the SHA-256 of its squeezed form: `{"sha256": ...}` in
place of a string, `sha256` for `text`, `narrative_sha256` for `narrative`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .errors import NoGold
from .fold import HASH_SIGN, squeeze
from .told import CELLS, REPORT_VALUES, Activity, Cell, Entry, Told, single, values

Gold = Mapping[str, Any]
_SECTIONS = frozenset({
    "report", "note", "action_lines", "activities", "media", "meetings", "activated", "figures",
    "plan", "challenges", "regions", "appointments", "claims",
})  # fmt: skip
_PLAIN = ("action_lines", "media", "meetings", "activated", "challenges")
_NAMED = ("figures", "appointments", "claims")
_LISTS = (
    ("outcomes", "outcomes"),
    ("challenges", "activity_challenges"),
    ("alliances", "alliances"),
)
_DATES = ("date_text", "date_start", "date_end", "action_line")


def load(path: Path) -> Gold:
    """Return the gold in a file. Raises NoGold when it holds none."""
    try:
        gold = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise NoGold(f"{path}: no gold can be read from it ({error})") from error
    try:
        read(gold)
    except NoGold as error:
        raise NoGold(f"{path}: {error}") from error
    return gold  # type: ignore[no-any-return]


def find(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield gold files: those that are named, and every `.json` below a folder that is."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.json"))
        else:
            yield path


def read(gold: Gold) -> Told:
    """Return what gold tells. Raises NoGold when a section is missing, unknown or misshapen."""
    if not isinstance(gold, dict) or set(gold) != _SECTIONS:
        found = sorted(gold) if isinstance(gold, dict) else type(gold).__name__
        raise NoGold(f"gold has the sections {', '.join(sorted(_SECTIONS))}; this is {found}")
    try:
        return _told(gold)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NoGold(f"a section of the gold is misshapen: {error!r}") from error


def _told(gold: Gold) -> Told:
    report = {name: gold["report"][name] for name in REPORT_VALUES}
    fields = {
        "report": values(**report, plan_id=gold["plan"]["plan_id"]),
        "note": _note(gold["note"]),
        "plan": tuple(_entries(gold["plan"]["items"], CELLS["plan"])),
        "regions": tuple(
            (region, *entry)
            for region, rows in gold["regions"].items()
            for entry in _entries(rows, CELLS["regions"][1:])
        ),
    }
    fields |= {name: tuple(_entries(gold[name], CELLS[name])) for name in _PLAIN}
    fields |= {name: tuple(_named(gold[name], CELLS[name])) for name in _NAMED}
    return Told(report["report_id"], fields, tuple(_activity(each) for each in gold["activities"]))


def _note(note: Mapping[str, Any]) -> tuple[Entry, ...]:
    text = _text(note, "text", "sha256")
    return values(text=text, signatory=note["signatory"], title=note["title"])


def _activity(told: Mapping[str, Any]) -> Activity:
    fields = {name: single(told[name]) for name in ("title", *_DATES)}
    fields |= {field: tuple((raw.rstrip("*"),) for raw in told[name]) for name, field in _LISTS}
    members = list(_entries(told["members"], CELLS["membership"]))
    fields["members"] = tuple((raw,) for raw, _, _ in members)
    fields["membership"] = tuple((raw, name, _status(status)) for raw, name, status in members)
    fields["narrative"] = single(_text(told, "narrative", "narrative_sha256"))
    if not fields["title"]:
        raise ValueError("an activity without a title")
    return Activity(fields)


def _status(status: Cell) -> str:
    """Return a status of gold: a place that is no member counts as any name without one."""
    return {"": "", "place": "", "ambiguous": "ambiguous"}[str(status)]


def _text(told: Mapping[str, Any], plain: str, hashed: str) -> str | None:
    """Return a text squeezed, or its signed hash; None for none."""
    if hashed in told:
        return HASH_SIGN + told[hashed] if told[hashed] else None
    return squeeze(told[plain]) if told[plain] else None


def _entries(rows: Sequence[Sequence[Any]], cells: Sequence[str]) -> Iterator[Entry]:
    for row in rows:
        if len(row) != len(cells):
            raise ValueError(f"{row} has not the cells {', '.join(cells)}")
        yield tuple(_cell(value) for value in row)


def _named(rows: Sequence[Mapping[str, Any]], cells: Sequence[str]) -> Iterator[Entry]:
    for row in rows:
        if set(row) != set(cells):
            raise ValueError(f"{row} has not the cells {', '.join(cells)}")
        yield tuple(_cell(row[name]) for name in cells)


def _cell(value: Any) -> Cell:  # noqa: ANN401 - a value of JSON
    if isinstance(value, dict):
        return HASH_SIGN + str(value["sha256"])
    if value is None or isinstance(value, str | int | float):
        return value
    raise ValueError(f"{value!r} is no value")
