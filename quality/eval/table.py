"""Scores as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..printable import aligned, shorten, visible
from .names import Answer, NamesScore
from .score import FieldScore, Miss, Score
from .tally import Tally
from .told import CELLS

Json = Mapping[str, object]
_HEAD = ("field", "gold", "precision", "recall", "F1", "F1 folded", "order")
_LONGEST = 100


def table(score: Score, most: int = 50) -> str:
    """Return one score as text: a line per field, then the misses, at most so many of them."""
    rows = [_HEAD, *(_row(field) for field in score.fields)]
    lines = [score.report_id if score.stored else f"{score.report_id}: not in the ledger"]
    lines += aligned(rows)
    lines.append(f"whole activities: {score.whole} of {score.activities}")
    lines += [_miss(miss) for miss in score.misses[:most]]
    if len(score.misses) > most:
        lines.append(f"and {len(score.misses) - most} more misses")
    return "\n".join(lines) + "\n"


def as_json(scores: Iterable[Score]) -> list[Json]:
    """Return scores as JSON objects."""
    return [
        {
            "report_id": score.report_id,
            "stored": score.stored,
            "activities": score.activities,
            "whole_activities": score.whole,
            "fields": {
                each.field: {
                    "strict": tally_json(each.strict),
                    "folded": tally_json(each.folded),
                    "in_order": each.in_order,
                }
                for each in score.fields
            },
            "misses": [_miss_json(miss) for miss in score.misses],
        }
        for score in scores
    ]


def names_table(scores: Sequence[NamesScore], most: int = 50) -> str:
    """Return scores of names as text: a line per group, then the wrong answers, then the missed."""
    head = ("group", "names", "right", "wrong", "missed", "precision", "recall")
    rows: list[Sequence[str]] = [head]
    for each in scores:
        counts = (len(each.gold), each.right, len(each.wrong), len(each.missed))
        rows.append((each.group, *map(str, counts), _share(each.precision), _share(each.recall)))
    answers = [
        visible(f"{each.group}: {kind} {gold.raw!r} -> {got}, right is {gold.member_id}")
        for kind in ("wrong", "missed")
        for each in scores
        for gold, got in (each.wrong if kind == "wrong" else each.missed)
    ]
    more = [f"and {len(answers) - most} more"] if len(answers) > most else []
    return "\n".join([*aligned(rows), *answers[:most], *more]) + "\n"


def names_as_json(scores: Iterable[NamesScore]) -> list[Json]:
    """Return scores of names as JSON objects."""
    return [
        {
            "group": each.group,
            "names": len(each.gold),
            "right": each.right,
            "precision": each.precision,
            "recall": each.recall,
            "wrong": _answers(each.wrong),
            "missed": _answers(each.missed),
        }
        for each in scores
    ]


def tally_json(tally: Tally) -> Json:
    """Return counts and measures as a JSON object."""
    return {
        "right": tally.right,
        "missed": tally.missed,
        "extra": tally.extra,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
    }


def _answers(answers: Iterable[Answer]) -> list[Json]:
    return [{"raw": gold.raw, "member_id": gold.member_id, "got": got} for gold, got in answers]


def _row(field: FieldScore) -> tuple[str, ...]:
    strict = field.strict
    shares = (strict.precision, strict.recall, strict.f1, field.folded.f1)
    expected = strict.right + strict.missed
    order = "kept" if field.in_order else "lost"
    return (field.field, str(expected), *map(_share, shares), order)


def _share(share: float) -> str:
    """Return a share with three digits; only a perfect one is 1."""
    return "1.000" if share == 1 else f"{min(share, 0.999):.3f}"


def _miss(miss: Miss) -> str:
    cells = " | ".join(shorten(cell, _LONGEST) for cell in miss.entry)
    near = " (right when folded)" if miss.folded else ""
    return visible(f"{miss.kind} {miss.field}: {cells}{near} [{miss.where}]")


def _miss_json(miss: Miss) -> Json:
    names = CELLS.get(miss.field, ("value",))
    entry = dict(zip(names, miss.entry, strict=True))
    return {
        "field": miss.field,
        "where": miss.where,
        "kind": miss.kind,
        "entry": entry,
        "right_when_folded": miss.folded,
    }
