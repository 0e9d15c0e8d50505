"""Text for a terminal: safe to print, aligned, one thing a line."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, is_dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from .search import Hit
from .show import Cite, Record

if TYPE_CHECKING:
    from ..pipeline import Outcome, Result
    from .inspect import Examined

# Kinds of characters that steer a terminal or hide: controls, formats, surrogates.
_STEERING = frozenset({"Cc", "Cf", "Cs"})
# Columns of a record: a value is shown so far, a line of print so far.
_VALUE = 44
_PRINT = 90
# Files that an ingest passes over: so many are named.
_NAMED = 5


def safe(text: str) -> str:
    """Return text without characters that steer a terminal; a tab becomes a space."""
    shown = (" " if char == "\t" else char for char in text)
    return "".join("\ufffd" if unicodedata.category(char) in _STEERING else char for char in shown)


def as_json(value: object) -> str:
    """Return dataclasses, mappings and sequences as JSON, paths and enums as their text."""
    return json.dumps(_plain(value), ensure_ascii=False, indent=1)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(entry) for entry in value]
    if isinstance(value, Path | Enum):
        return str(value)
    return value


def record_lines(record: Record) -> Iterator[str]:
    """Yield a record: its table and key, then each value beside the lines it was read from."""
    yield f"{record.table} {safe(record.row_id)}"
    shown = [(v, short(safe(str(v.value)), _VALUE)) for v in record.values if v.value is not None]
    name_width = max((len(value.field) for value, _ in shown), default=0)
    width = max((len(text) for _, text in shown), default=0)
    for value, text in shown:
        cites = [_cite(cite) for cite in value.cites] or [""]
        yield f"  {value.field:<{name_width}}  {text:<{width}}  {cites[0]}".rstrip()
        yield from (f"  {'':<{name_width}}  {'':<{width}}  {cite}" for cite in cites[1:])


def hit_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """Yield found lines with their place, and below each the records that cite it."""
    for hit in hits:
        words = short(safe(hit.text).strip(), _PRINT)
        yield f"{safe(hit.document)}, page {hit.page}, line {hit.line_no}: {words}"
        yield from (f"    {safe(record)}" for record in hit.records)


def examined_lines(examined: Examined) -> Iterator[str]:
    """Yield the lines of a file: page, number, role, text, and the record that claims it."""
    for line in examined.lines:
        claims = f"  <- {', '.join(line.claimed_by)}" if line.claimed_by else ""
        yield safe(f"{line.page:>3} {line.line_no:>5} {line.role:<9} {line.text}{claims}")
    if examined.reason is None:
        return
    for layout in examined.layouts:
        against = f"; {layout.why_not}" if layout.why_not else ""
        yield safe(
            f"{layout.layout}: {len(layout.found)} of {layout.signals} signals are printed{against}"
        )


def result_lines(result: Result) -> Iterator[str]:
    """Yield what an ingest did: a line per document, one for what was passed over, the sums."""
    for outcome in result.outcomes:
        if outcome.status != "passed":
            yield safe(_outcome(outcome))
    passed = [outcome.name for outcome in result.outcomes if outcome.status == "passed"]
    if passed:
        more = f" and {len(passed) - _NAMED} more" if len(passed) > _NAMED else ""
        yield safe(f"passed    neither .txt nor .pdf: {', '.join(passed[:_NAMED])}{more}")
    lines = ", ".join(f"{count:,} {role}" for role, count in sorted(result.lines.items()))
    if lines:
        yield f"lines: {lines}; in all {sum(result.lines.values()):,}"


def _outcome(outcome: Outcome) -> str:
    told = f"{outcome.status:<9} {outcome.name}"
    counts = outcome.counts
    if outcome.status != "loaded" or counts is None:
        return f"{told}: {outcome.reason}"
    numbers = (
        _number(counts.activities, "activity", "activities"),
        _number(counts.members, "member", "members"),
        _number(counts.unresolved + counts.ambiguous, "doubtful name", "doubtful names"),
        _number(counts.findings, "finding", "findings"),
    )
    return f"{told}: {', '.join(numbers)}"


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _cite(cite: Cite) -> str:
    return (
        f"{safe(cite.document)}, page {cite.page}, line {cite.line_no}: {safe(cite.text.strip())}"
    )


def short(text: str, width: int = 120) -> str:
    """Return text on one line, cut with an ellipsis after so many characters."""
    indent = text[: len(text) - len(text.lstrip())]
    flat = indent + " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"
