"""A raw report -> rows of the tables, each field with the print behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import regex

from ..extract import records as raw
from ..extract.errors import NoPeriod
from ..extract.months import month_number
from ..extract.printed import Printed
from ..extract.shapes import CHALLENGE, TENURE, DateShape, date_shape, period_shape
from . import rows as table
from .claims import claims
from .dates import Period, days, month_of, period
from .lines import Evidence, action_lines
from .names import Reconciler, person_id
from .naming import Naming
from .numbers import amount
from .text import slug, title_case

# Strategic Action Plan 2021-2023   Action Plan for the 2018-2020 period
_PLAN_YEARS = regex.compile(r"\b(?P<first>(?:19|20)\d\d)\s*[-–/]\s*(?P<last>(?:19|20)\d\d)\b")
_PLAN = regex.compile(r"\bplan\b", regex.I)
_PARAGRAPHS = "\n\n"


def normalize(report: raw.Report, reconciler: Reconciler) -> table.Rows:
    """Return the rows of a report in the order of print, with findings on what cannot be.

    Raises NoPeriod when the months on the cover are no period.
    """
    covered = period(report.cover.shape)
    if covered is None:
        raise NoPeriod(f"'{report.cover.period.text}' on the cover is no period")
    return _Normalizing(report, covered, Naming(covered.report_id, reconciler)).rows()


@dataclass(slots=True)
class _Normalizing:
    """One report on its way to rows."""

    report: raw.Report
    covered: Period
    naming: Naming
    cited: dict[tuple[str, str], table.Cited] = field(default_factory=dict)
    findings: list[table.FindingRow] = field(default_factory=list)
    activity_ids: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The key of the report."""
        return self.covered.report_id

    def rows(self) -> table.Rows:
        """Make all rows. Regions come first: the members they list are context for names."""
        plan_id = self._plan_id()
        head = self._head(plan_id)
        self._regions()
        self._action_lines()
        self._note()
        self._activities()
        self._media()
        self._meetings()
        self._activated()
        self._figures()
        if plan_id:
            self._plan(plan_id)
            self._challenges(plan_id)
        self._appointments()
        self._claims()
        for row in self.naming.rows.values():
            self._add(row)
        return table.Rows(head, tuple(self.cited.values()), tuple(self.findings))

    # rows

    def _add(self, row: table.Row, **sources: Printed | None) -> None:
        """Keep a row with its sources; print that says it once more is added to the first."""
        printed = {column: source for column, source in sources.items() if source}
        key = (row.TABLE, row.key)
        if key in self.cited:
            old = self.cited[key]
            printed = _both(old.sources, printed)
            row = old.row
        self.cited[key] = table.Cited(row, printed)

    def _find(
        self,
        check: str,
        severity: str,
        message: str,
        row: table.Row,
        source: Printed,
        expected: str | None = None,
    ) -> None:
        self.findings.append(
            table.FindingRow(
                finding_id=f"{self.id}/{check}/{row.TABLE}/{row.key}/{source.text}",
                report_id=self.id,
                check=check,
                severity=severity,
                message=message,
                expected=expected,
                found=source.text,
                table_name=row.TABLE,
                row_id=row.key,
                document_id=self.report.document.document_id,
                line_no=source.lines[0],
            )
        )

    def _head(self, plan_id: str | None) -> table.ReportRow:
        cover, layout = self.report.cover, self.report.layout
        row = table.ReportRow(
            report_id=self.id,
            title=title_case(cover.title.text),
            publisher=layout.publisher,
            period_start=self.covered.start.isoformat(),
            period_end=self.covered.end.isoformat(),
            language=layout.language,
            layout=layout.id,
            document_id=self.report.document.document_id,
            plan_id=plan_id,
        )
        self._add(row, title=cover.title, period_start=cover.period, period_end=cover.period)
        return row

    def _regions(self) -> None:
        position = 0
        listed: set[str] = set()
        for found in self.report.regions:
            region = title_case(found.region.text)
            for name in self.naming.whole(found.members, region):
                position += 1
                resolution = self.naming.member(name.text, region)
                listed |= {resolution.member_id} if resolution.member_id else set()
                row = table.ReportMemberRow(
                    self.id,
                    position,
                    region,
                    name.text,
                    resolution.member_id,
                    found.status,
                    resolution.resolution_id,
                )
                self._add(row, raw=name, member_id=name, region=found.region)
        self.naming.listed = frozenset(listed) or None

    def _action_lines(self) -> None:
        for line in self.report.action_lines:
            row = table.ActionLineRow(self.id, line.code.text, line.title.text)
            self._add(row, code=line.code, title=line.title)

    def _note(self) -> None:
        note = self.report.note
        if note is None:
            return
        text = Printed.join(note.paragraphs, _PARAGRAPHS)
        row = table.NoteRow(
            report_id=self.id,
            heading=title_case(note.heading.text),
            text=text.text,
            signatory=note.signatory.text if note.signatory else None,
            title=note.title.text if note.title else None,
            person_id=self._person(note.signatory) if note.signatory else None,
        )
        self._add(row, heading=note.heading, text=text, signatory=note.signatory, title=note.title)

    def _person(self, name: Printed) -> str:
        key = person_id(name.text) or name.text
        self._add(table.PersonRow(key, name.text), name=name)
        return key

    def _activities(self) -> None:
        evidence = [
            Evidence(a.printed_line.text if a.printed_line else None, tuple(map(_code, a.outcomes)))
            for a in self.report.activities
        ]
        told = action_lines(evidence) if evidence else []
        for position, (found, (line, basis)) in enumerate(
            zip(self.report.activities, told, strict=True), 1
        ):
            self._activity(found, position, line, basis)

    def _activity(
        self, found: raw.Activity, position: int, line: str | None, basis: str | None
    ) -> None:
        dates = self._days(date_shape(found.date.text, self.report.layout.language))
        narrative = Printed.join(found.narrative, _PARAGRAPHS)
        key = self._activity_id(found.title.text, dates)
        row = table.ActivityRow(
            activity_id=key,
            report_id=self.id,
            position=position,
            title=found.title.text,
            date_text=found.date.text,
            date_start=dates[0].isoformat() if dates else None,
            date_end=dates[1].isoformat() if dates else None,
            action_line=line,
            action_line_basis=basis,
            narrative=narrative.text or None,
        )
        self._add(
            row,
            title=found.title,
            date_text=found.date,
            date_start=found.date if dates else None,
            date_end=found.date if dates else None,
            action_line=found.printed_line,
            narrative=narrative,
        )
        if dates is None:
            message = "the printed date is no day of the calendar; dates stay empty"
            self._find("impossible-date", "error", message, row, found.date)
        self._activity_codes(key, found)
        self._activity_names(key, found)

    def _days(self, shape: DateShape | None) -> tuple[date, date] | None:
        return days(shape, self.covered) if shape else None

    def _activity_id(self, title: str, dates: tuple[date, date] | None) -> str:
        """Return a key from the title; of two activities of one title the later adds its date."""
        key = f"{self.id}/{slug(title) or 'activity'}"
        if key in self.activity_ids and dates:
            key = f"{key}--{dates[0].isoformat()}"
        again = sum(old == key or old.startswith(f"{key}~") for old in self.activity_ids)
        key = f"{key}~{again + 1}" if again else key
        self.activity_ids.append(key)
        return key

    def _activity_codes(self, key: str, found: raw.Activity) -> None:
        for position, outcome in enumerate(found.outcomes, 1):
            row = table.ActivityOutcomeRow(key, position, _code(outcome), outcome.text)
            self._add(row, code=outcome, raw=outcome)
        for position, entry in enumerate(found.challenges, 1):
            match = CHALLENGE.match(entry.text)
            code = match["code"] if match else entry.text
            self._add(
                table.ActivityChallengeRow(key, position, code, entry.text),
                code=entry.group(match, "code") if match else entry,
                raw=entry,
            )

    def _activity_names(self, key: str, found: raw.Activity) -> None:
        for position, name in enumerate(self.naming.whole(found.members), 1):
            resolution = self.naming.member(name.text)
            row = table.ActivityMemberRow(
                key, position, name.text, resolution.member_id, resolution.resolution_id
            )
            self._add(row, raw=name, member_id=name)
        for position, name in enumerate(self.naming.partners(found.alliances), 1):
            resolution = self.naming.partner(name.text)
            ally = table.ActivityAllianceRow(
                key, position, name.text, resolution.partner_id, resolution.resolution_id
            )
            self._add(ally, raw=name, partner_id=name)

    def _month(self, heading: Printed | None) -> tuple[str | None, str | None]:
        """Return a month heading as YYYY-MM and as printed, in title case."""
        if heading is None:
            return None, None
        language = self.report.layout.language
        number = month_number(heading.text, language)
        shape = None if number else period_shape(heading.text, language)
        if shape:
            return f"{shape.last[2]}-{shape.last[1]:02}", title_case(heading.text)
        return (month_of(number, self.covered) if number else None), title_case(heading.text)

    def _media(self) -> None:
        for position, found in enumerate(self.report.media, 1):
            month, month_text = self._month(found.month)
            topic = found.topic.text if found.topic else None
            self._add(
                table.MediaMentionRow(
                    self.id, position, month, month_text, found.outlet.text, topic
                ),
                month=found.month,
                month_text=found.month,
                outlet=found.outlet,
                topic=found.topic,
            )

    def _meetings(self) -> None:
        position = 0
        for found in self.report.meetings:
            month, month_text = self._month(found.month)
            for name in self.naming.whole(found.members):
                position += 1
                resolution = self.naming.member(name.text)
                row = table.BilateralMeetingRow(
                    report_id=self.id,
                    position=position,
                    month=month,
                    month_text=month_text,
                    mode=found.mode,
                    raw=name.text,
                    member_id=resolution.member_id,
                    resolution_id=resolution.resolution_id,
                )
                self._add(
                    row,
                    month=found.month,
                    month_text=found.month,
                    mode=found.mode_printed,
                    raw=name,
                    member_id=name,
                )

    def _activated(self) -> None:
        names = [name for column in self.report.activated for name in self.naming.whole(column)]
        for position, name in enumerate(names, 1):
            resolution = self.naming.member(name.text)
            row = table.ReportActivatedMemberRow(
                self.id, position, name.text, resolution.member_id, resolution.resolution_id
            )
            self._add(row, raw=name, member_id=name)

    def _figures(self) -> None:
        for position, found in enumerate(self.report.figures, 1):
            value = amount(found.amount.text)
            assert value is not None  # noqa: S101 - the reader took it for an amount
            row = table.FigureRow(
                report_id=self.id,
                position=position,
                section=title_case(found.section.text),
                label=found.label.text,
                printed=found.amount.text,
                value=value.value,
                unit=value.unit,
                qualifier=value.qualifier,
            )
            self._add(
                row,
                section=found.section,
                label=found.label,
                printed=found.amount,
                value=found.amount,
            )
        for position, passage in enumerate(self.report.passages, 1):
            section = title_case(passage.section.text)
            self._add(
                table.PassageRow(self.id, position, section, passage.text.text),
                section=passage.section,
                text=passage.text,
            )

    # the plan

    def _plan_id(self) -> str | None:
        """Return the years of the plan, as printed beside the word 'plan'.

        The passages of the plan's section speak first, then the note, then the narratives; years
        that hold the period win over others. Codes of a plan without years belong to a plan of
        the report's own. None when there is neither.
        """
        note = self.report.note.paragraphs if self.report.note else ()
        prose = [passage.text for passage in self.report.passages]
        prose += [*note, *(p for a in self.report.activities for p in a.narrative)]
        found = [
            (int(match["first"]), int(match["last"]))
            for paragraph in prose
            if _PLAN.search(paragraph.text)
            for match in _PLAN_YEARS.finditer(paragraph.text)
        ]
        holding = [years for years in found if years[0] <= self.covered.start.year <= years[1]]
        for first, last in [*holding, *found]:
            return f"{first}-{last}"
        return f"plan of {self.id}" if self.report.plan or self.report.challenges else None

    def _plan(self, plan_id: str) -> None:
        self._add(table.PlanRow(plan_id))
        titles = {line.code.text: line.title for line in self.report.action_lines}
        position = 0
        for item in self.report.plan:
            code = _code(item.code)
            title = item.title or titles.get(code) or item.code
            if ("report_plan_item", f"{self.id}/{plan_id}/{code}") not in self.cited:
                position += 1
            self._add(
                table.PlanItemRow(plan_id, code, _kind(code), title.text, _parent(code)),
                code=item.code,
                title=title,
            )
            self._add(
                table.ReportPlanItemRow(self.id, plan_id, code, position, title.text),
                code=item.code,
                title=title,
            )

    def _challenges(self, plan_id: str) -> None:
        self._add(table.PlanRow(plan_id))
        for position, entry in enumerate(self.report.challenges, 1):
            match = CHALLENGE.match(entry.text)
            if not match:
                continue
            code, title = entry.group(match, "code"), entry.group(match, "title")
            self._add(table.ChallengeRow(plan_id, code.text, title.text), code=code, title=title)
            self._add(
                table.ReportChallengeRow(self.id, plan_id, code.text, position, title.text),
                code=code,
                title=title,
            )

    # people

    def _appointments(self) -> None:
        for position, found in enumerate(self.report.appointments, 1):
            region = title_case(found.region.text) if found.region else None
            title = found.title.text if found.title else None
            start, until = self._tenure(found)
            row = table.AppointmentRow(
                report_id=self.id,
                position=position,
                person_id=self._person(found.name),
                raw=found.name.text,
                body=found.body,
                region=region,
                role=found.role,
                title=title,
                member_id=self._seat(found, region),
                date_from=start,
                date_until=until,
            )
            self._add(
                row,
                raw=found.name,
                region=found.region,
                role=found.role_printed,
                title=found.title,
                member_id=found.title if row.member_id else None,
                date_from=found.tenure if start else None,
                date_until=found.tenure if until else None,
            )

    def _seat(self, found: raw.Appointment, region: str | None) -> str | None:
        """Return the member of a seat; posts in the secretariat are no seats."""
        if found.title is None or found.body in {"secretariat", "intern"}:
            return None
        return self.naming.seat(found.title.text, region)

    def _tenure(self, found: raw.Appointment) -> tuple[str | None, str | None]:
        match = TENURE.search(found.tenure.text) if found.tenure else None
        if not match:
            return None, None
        shape = date_shape(match["date"], self.report.layout.language)
        dates = self._days(shape)
        if dates is None:
            return None, None
        if match["word"].casefold() in {"until", "till"}:
            return None, dates[1].isoformat()
        return dates[0].isoformat(), None

    def _claims(self) -> None:
        note = self.report.note.paragraphs if self.report.note else ()
        prose: list[tuple[str | None, str, Printed]] = [(None, "", p) for p in note]
        for activity_id, found in zip(self.activity_ids, self.report.activities, strict=True):
            prose += [(activity_id, found.title.text, paragraph) for paragraph in found.narrative]
        prose += [(None, "", passage.text) for passage in self.report.passages]
        told = [(where, claim) for where, title, text in prose for claim in claims(text, title)]
        for position, (where, claim) in enumerate(told, 1):
            row = table.ClaimRow(
                self.id, position, where, claim.printed.text, claim.number, claim.counted
            )
            self._add(row, printed=claim.printed, number=claim.printed, counted=claim.printed)


def _both(old: Mapping[str, Printed], new: Mapping[str, Printed]) -> dict[str, Printed]:
    columns = [*old, *(column for column in new if column not in old)]
    return {c: Printed.join(_present(old.get(c), new.get(c))) for c in columns}


def _present(*printed: Printed | None) -> Iterable[Printed]:
    return [p for p in printed if p is not None]


def _code(printed: Printed) -> str:
    return printed.text.rstrip("*")


def _kind(code: str) -> str:
    if "D" in code:
        return "deliverable"
    return {"M": "measure", "A": "action"}.get(code.lstrip("L").lstrip("0123456789")[:1], "line")


def _parent(code: str) -> str | None:
    match = regex.match(r"^(?P<parent>L\d+(?:[A-Z]\d+(?=D))?)[A-Z]\d+", code)
    return match["parent"] if match else None
