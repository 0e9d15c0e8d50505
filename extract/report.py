"""A document, read: layout, sections, records, and a role for every line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass

from .anchors import find_anchors
from .cover import read_cover
from .cut import Section, cut, promised, split_at
from .document import Document, Role
from .errors import CutOff, EmptyDocument
from .furniture import page_furniture
from .layout import Layout, layouts
from .markup import plain
from .printed import Printed
from .prose import printed_words, read_prose
from .recognise import recognise
from .records import (
    ActionLine,
    Activity,
    Appointment,
    Cover,
    Figure,
    MediaMention,
    Meetings,
    Names,
    Note,
    Passage,
    PlanItem,
    RegionMembers,
    Report,
)
from .sections.activities import read_action_lines, read_activities
from .sections.figures import read_challenges, read_figures, read_plan
from .sections.media import read_media
from .sections.members import read_activated, read_meetings, read_region
from .sections.people import read_board, read_focal, read_note, read_staff
from .shapes import GOES_ON
from .words import Account, Text


def texts_of(document: Document) -> list[Text]:
    """Return the lines of a document with their words, markup gone where it is a text."""
    markdown = document.media_type == "text/plain"
    return [Text.of(line, plain(line, markdown=markdown)) for line in document.lines]


def read_report(document: Document, known: Sequence[Layout] | None = None) -> Report:
    """Return what a document prints, in the layout that fits it.

    Raises UnknownLayout, NoPeriod, CutOff or EmptyDocument; a report is read whole or not at all.
    """
    texts = texts_of(document)
    if not texts:
        raise EmptyDocument("the file is empty: nothing is printed in it")
    layout = recognise(texts, layouts() if known is None else known)
    return _Reading(document, layout, texts).report()


@dataclass(slots=True)
class _Reading:
    """One reading of one document: records as they are found, in the order of print."""

    document: Document
    layout: Layout
    texts: list[Text]
    account: Account = field(default_factory=Account)
    cover: Cover | None = None
    note: Note | None = None
    action_lines: list[ActionLine] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    media: list[MediaMention] = field(default_factory=list)
    meetings: list[Meetings] = field(default_factory=list)
    activated: list[Names] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    plan: list[PlanItem] = field(default_factory=list)
    challenges: list[Printed] = field(default_factory=list)
    regions: list[RegionMembers] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    region: Printed | None = None

    def report(self) -> Report:
        """Read section by section and return everything with the roles of the lines."""
        furniture = page_furniture(self.texts, self.layout)
        self.account.mark(Role.FURNITURE, *furniture)
        numbers = {text.line.number for text in furniture}
        texts = [text for text in self.texts if text.line.number not in numbers]
        self.words = printed_words(texts)
        sections = cut(texts, self.layout, self.account)
        _refuse_cut_off(texts, sections, self.layout)
        for section in _with_activities(sections, self.layout):
            self._read(section)
        assert self.cover is not None  # noqa: S101 - every document begins with its cover
        report = Report(
            document=self.document,
            layout=self.layout,
            cover=self.cover,
            note=self.note,
            action_lines=tuple(self.action_lines),
            activities=tuple(self.activities),
            media=tuple(self.media),
            meetings=tuple(self.meetings),
            activated=tuple(self.activated),
            figures=tuple(self.figures),
            passages=tuple(self.passages),
            plan=tuple(self.plan),
            challenges=tuple(self.challenges),
            regions=tuple(self.regions),
            appointments=tuple(self.appointments),
            roles=(),
        )
        return _with_roles(report, self.account)

    def _read(self, section: Section) -> None:
        """Read one section; kinds without records of their own leave captions or furniture."""
        texts, heading = section.texts, section.heading or Printed("", ())
        match section.kind:
            case "cover":
                self.cover = read_cover(texts, self.layout, self.account)
            case "contents" | "imprint":
                self.account.mark(Role.FURNITURE, *texts)
            case "note":
                self.note = read_note(texts, heading, self.layout, self.words, self.account)
            case "action lines":
                lines, left = read_action_lines(texts, self.layout, self.account)
                self.action_lines += lines
                self.account.mark(Role.CAPTION, *left)
            case "activities":
                self.activities += read_activities(texts, self.layout, self.words, self.account)
            case "media":
                self.media += read_media(texts, self.layout, self.account)
            case "meetings":
                self.meetings += read_meetings(texts, self.layout, self.account)
            case "activated":
                self.activated += read_activated(texts)
            case "figures" | "plan" | "challenges":
                self._read_progress(section.kind, texts, heading)
            case "region" | "focal" | "board" | "secretariat" | "interns":
                self._read_people(section.kind, texts, heading)
            case "membership" | "alliances" | "progress" | "who":
                self._read_prose(texts, heading)
            case kind:
                raise ValueError(f"no reader for sections of kind {kind!r}")

    def _read_progress(self, kind: str, texts: Sequence[Text], heading: Printed) -> None:
        if kind == "figures":
            figures, passages = read_figures(texts, heading, self.words)
            self.figures += figures
        elif kind == "plan":
            items, passages = read_plan(texts, heading, self.layout, self.words, self.account)
            self.plan += items
        else:
            entries, passages = read_challenges(texts, heading, self.words)
            self.challenges += entries
        self.passages += passages

    def _read_people(self, kind: str, texts: Sequence[Text], heading: Printed) -> None:
        if kind == "region":
            self.region = heading
            self.regions += read_region(texts, heading, self.layout, self.account)
        elif kind == "focal":
            self.appointments += read_focal(texts, self.region, self.layout, self.account)
        elif kind == "board":
            self.appointments += read_board(texts, self.region, self.layout, self.account)
        else:
            interns = kind == "interns"
            self.appointments += read_staff(texts, self.layout, interns=interns)

    def _read_prose(self, texts: Sequence[Text], heading: Printed) -> None:
        prose = read_prose(texts, self.layout, self.words)
        self.account.mark(Role.CAPTION, *prose.captions)
        self.passages += [Passage(heading, paragraph) for paragraph in prose.paragraphs]


def _with_activities(sections: Sequence[Section], layout: Layout) -> Iterator[Section]:
    """Yield the sections with the chapter of activities cut into its parts.

    Activities may follow the list of media without a heading of their own, so the list ends where
    the first of them begins; what stands before the first activity presents the action lines.
    """
    for section in sections:
        if section.kind not in {"activities", "media"}:
            yield section
            continue
        anchors = find_anchors(section.texts, layout)
        at = anchors[0].start if anchors else len(section.texts)
        before, after = split_at(section, at, "activities")
        yield Section("action lines" if section.kind == "activities" else "media", section.heading, before.texts)
        yield after


def _refuse_cut_off(texts: Sequence[Text], sections: Sequence[Section], layout: Layout) -> None:
    """Raise CutOff when the contents promise more than is printed, or the last line runs on.

    An imprint closes a report: with it nothing is held to be missing.
    """
    if any(section.kind == "imprint" for section in sections):
        return
    contents = next((section for section in sections if section.kind == "contents"), None)
    listed = promised(contents.texts, layout) if contents else []
    printed = {rule for section in sections if section.heading for rule in _headings(section)}
    if listed and listed[-1] not in printed:
        missing = [heading for heading in listed if heading not in printed]
        raise CutOff(
            f"the report is cut off: its contents list '{missing[-1]}', which is not printed; "
            f"the last line is {texts[-1].line.number}; offer the whole file"
        )
    if GOES_ON.search(texts[-1].text):
        raise CutOff(
            f"the report is cut off: its last line, {texts[-1].line.number}, runs on; "
            "offer the whole file"
        )


def _headings(section: Section) -> list[str]:
    from .fold import fold

    return [fold(section.heading.text)] if section.heading else []


def _with_roles(report: Report, account: Account) -> Report:
    """Return the report with a role for every line: what a record claims is a record's."""
    from dataclasses import replace

    claimed = {number for printed in printed_values(report) for number in printed.lines}
    roles = tuple(
        Role.RECORD
        if line.number in claimed and account.roles.get(line.number) not in {Role.HEADING, Role.LABEL}
        else account.roles.get(line.number, Role.UNCLAIMED)
        for line in report.document.lines
    )
    return replace(report, roles=roles)


def printed_values(record: object) -> Iterator[Printed]:
    """Yield every printed value in a record and the records inside it."""
    if isinstance(record, Printed):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from printed_values(item)
    elif is_dataclass(record) and not isinstance(record, Document | Layout):
        for entry in fields(record):
            yield from printed_values(getattr(record, entry.name))
