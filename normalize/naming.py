"""Names of one report: each resolved once per context, its resolution kept as a row."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..extract.printed import Printed
from ..extract.records import Names
from .names import Context, Reconciler, Resolution, judged_id
from .rows import ResolutionRow
from .running import running_names
from .torn import whole_names


class Naming:
    """Resolves the names of one report and collects the resolutions."""

    def __init__(self, report_id: str, reconciler: Reconciler) -> None:
        self.report_id = report_id
        self.reconciler = reconciler
        self.rows: dict[str, ResolutionRow] = {}
        self.listed: frozenset[str] | None = None
        self._known: dict[tuple[str, Context], Resolution] = {}

    def whole(self, names: Names, region: str | None = None) -> tuple[Printed, ...]:
        """Return the names of a list, torn ones joined."""
        context = Context(region=region, members=self.listed)
        read = whole_names if names.torn else running_names
        return read(names.items, lambda raw: self._resolve(raw, context))

    def member(self, raw: str, region: str | None = None) -> ResolutionRow:
        """Return how the name of a member is understood, under a region heading if any."""
        return self._row(raw, Context(region=region, members=self.listed))

    def partner(self, raw: str) -> ResolutionRow:
        """Return how the name of a partner is understood."""
        return self._row(raw, Context(kind="partner"))

    def person(self, raw: str) -> str:
        """Return the key of a person: of the name itself, or of the one judged to be the same."""
        return judged_id(raw, self.reconciler.decisions)

    def partners(self, items: Sequence[Printed]) -> list[Printed]:
        """Return the partners of a list; the last is parted at 'and' only into two known ones."""
        if not items or self._is_partner(items[-1].text):
            return list(items)
        head, joint, tail = items[-1].text.rpartition(" and ")
        if not joint or not (self._is_partner(head) and self._is_partner(tail)):
            return list(items)
        last = items[-1]
        return [*items[:-1], last.cut(0, len(head)), last.cut(len(head) + len(joint))]

    def seat(self, title: str, region: str | None) -> str | None:
        """Return the one member that a title names, None for none, several or an ambiguous one."""
        found = self.reconciler.find_members(title, region)
        return found[0] if len(found) == 1 else None

    def _is_partner(self, raw: str) -> bool:
        return self._resolve(raw, Context(kind="partner")).status == "resolved"

    def _resolve(self, raw: str, context: Context) -> Resolution:
        found = self._known.get((raw, context))
        if found is None:
            found = self._known[raw, context] = self.reconciler.resolve(raw, context)
        return found

    def _row(self, raw: str, context: Context) -> ResolutionRow:
        place = f"@{context.region}" if context.region else ""
        key = f"{self.report_id}/{context.kind}/{raw}{place}"
        if key not in self.rows:
            found = self._resolve(raw, context)
            self.rows[key] = ResolutionRow(
                resolution_id=key,
                report_id=self.report_id,
                kind=context.kind,
                raw=raw,
                region=context.region,
                status=found.status,
                member_id=found.member_id,
                partner_id=found.partner_id,
                method=found.method,
                score=found.score,
                candidates=_candidates(found),
            )
        return self.rows[key]


def _candidates(found: Resolution) -> str:
    if not found.candidates:
        return "[]"  # most names are surely known
    listed = [{"id": c.id, "name": c.name, "score": c.score} for c in found.candidates]
    return json.dumps(listed, ensure_ascii=False, sort_keys=True)
