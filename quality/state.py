"""What people have said about findings, from the decisions file.

One JSON object a line, among the judgements of names:

    {"kind": "finding", "raw": "2021-09--2021-12/told-twice/mapping-phase-ii",
     "judgement": "accepted", "who": "…", "when": "2022-01-20", "why": "…"}

accepted: it is known and stays as it is; `why` is required. reopened: takes that back. A later
line undoes an earlier one. With `"context": {"found": "…"}` an acceptance holds only while the
finding says the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .errors import JudgementError
from .finding import Finding, State

KIND, ACCEPTED, REOPENED = "finding", "accepted", "reopened"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one line says about one finding."""

    finding_id: str
    judgement: str
    who: str
    when: str
    why: str
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Findings with their states, and the judgements of findings that are no more: fixed."""

    findings: tuple[Finding, ...]
    fixed: tuple[Judgement, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has accepted."""
        return tuple(each for each in self.findings if each.state is State.OPEN)


def judgements(path: Path | None) -> dict[str, Judgement]:
    """Return the last judgement of every finding; none when there is no file.

    Lines about names are left to others. Raises JudgementError.
    """
    if path is None or not path.exists():
        return {}
    found: dict[str, Judgement] = {}
    try:
        # Reasons may hold other ends of lines than that of the file.
        lines = path.read_text("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise JudgementError(f"{path}: this is no UTF-8: save the file as UTF-8") from error
    for number, line in enumerate(lines, 1):
        told = _read(line, f"{path}:{number}") if line.strip() else None
        if told:
            found[told.finding_id] = told
    return found


def standing(findings: Sequence[Finding], judged: Mapping[str, Judgement]) -> Standing:
    """Return the findings in the state that the judgements give them."""
    told = tuple(_judged(each, judged.get(each.finding_id)) for each in findings)
    present = {each.finding_id for each in findings}
    fixed = tuple(judged[key] for key in sorted(judged) if key not in present)
    return Standing(told, fixed)


def accept(finding: Finding, who: str, when: str, why: str) -> str:
    """Return the line that accepts a finding as it is now."""
    return _line(finding.finding_id, ACCEPTED, who, when, why, {"found": finding.found or ""})


def reopen(finding: Finding, who: str, when: str, why: str = "") -> str:
    """Return the line that takes an acceptance back."""
    return _line(finding.finding_id, REOPENED, who, when, why, {})


def _judged(finding: Finding, judgement: Judgement | None) -> Finding:
    if judgement is None or judgement.judgement != ACCEPTED:
        return finding
    if judgement.found is not None and judgement.found != (finding.found or ""):
        return finding
    return replace(finding, state=State.ACCEPTED, why=judgement.why)


def _read(line: str, where: str) -> Judgement | None:
    try:
        told = json.loads(line)
    except json.JSONDecodeError as error:
        raise JudgementError(f"{where}: not JSON ({error}); correct or strike the line") from error
    if not isinstance(told, dict) or told.get("kind") != KIND:
        return None
    words = {key: told.get(key) or "" for key in ("raw", "judgement", "who", "when", "why")}
    context = told.get("context") or {}
    _refuse(words, context, where)
    return Judgement(
        finding_id=words["raw"],
        judgement=words["judgement"],
        who=words["who"],
        when=words["when"],
        why=words["why"],
        found=context.get("found"),
    )


def _refuse(words: Mapping[str, object], context: object, where: str) -> None:
    if not isinstance(context, dict) or not all(_are_text([*words.values(), *context.values()])):
        raise JudgementError(f"{where}: every value is text; correct or strike the line")
    if not words["raw"] or words["judgement"] not in (ACCEPTED, REOPENED):
        raise JudgementError(
            f"{where}: a finding needs its id as raw, and {ACCEPTED} or {REOPENED}"
        )
    if words["judgement"] == ACCEPTED and not words["why"]:
        raise JudgementError(f"{where}: an accepted finding needs its reason as why")


def _are_text(values: Iterable[object]) -> Iterable[bool]:
    return (isinstance(value, str) for value in values)


def _line(
    finding_id: str, judgement: str, who: str, when: str, why: str, context: Mapping[str, str]
) -> str:
    told = {
        "kind": KIND,
        "raw": finding_id,
        "judgement": judgement,
        "member": None,
        "context": context,
        "who": who,
        "when": when,
        "why": why,
    }
    return json.dumps(told, ensure_ascii=False) + "\n"
