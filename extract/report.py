"""A document, read: layout, sections, records, and a role for every line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from . import records as raw
from .abreast import sections_in_order
from .chapter import with_activities
from .claimed import with_roles
from .cover import before_codes, read_cover
from .cut import LISTING, NAMING, Section, cut
from .document import Document, Role
from .errors import EmptyDocument
from .furniture import page_furniture
from .hyphens import printed_words, torn
from .layout import Layout, layouts
from .markup import is_rule, plain
from .mixed import refuse_mixed
from .notes import part_notes
from .parted import refuse_parted
from .printed import Printed
from .prose import read_prose
from .recognise import recognise
from .sections.actions import Marker, margin_markers, read_action_lines
from .sections.activities import before_fields, pictures, read_activities
from .sections.figures import read_figures
from .sections.media import read_media
from .sections.members import meeting_prose, read_activated, read_meetings, read_region
from .sections.note import read_note
from .sections.people import read_board, read_focal, read_staff
from .sections.plan import read_challenges, read_plan
from .twofold import in_one_language, two_fold
from .whole import refuse_cut_off, refuse_out_of_order, refuse_several
from .words import Account, Text, joined

_NOTHING = Printed("", ())


def texts_of(document: Document) -> list[Text]:
    """Return the lines of a document with their words, markup gone where it is a text."""
    markdown = document.media_type == "text/plain"
    return [Text.of(line, plain(line, markdown=markdown)) for line in document.lines]


def read_report(document: Document, known: Sequence[Layout] | None = None) -> raw.Report:
    """Return what a document prints, in the layout that fits it.

    Raises UnknownLayout, NoPeriod, CutOff, OutOfOrder, SeveralReports, Flattened or EmptyDocument;
    a report is read whole or not at all.
    """
    texts = texts_of(document)
    if not texts:
        raise EmptyDocument("the file is empty: nothing is printed in it")
    known = layouts() if known is None else known
    twofold = two_fold(texts)
    layout = recognise(in_one_language(texts, twofold, known), known)
    texts = in_one_language(texts, twofold, [layout])
    account = Account()
    furniture = page_furniture(texts, layout)
    account.mark(Role.FURNITURE, *furniture)
    pictures = [text for text in texts if not text.text]
    account.mark(Role.CAPTION, *pictures)
    rules = [text for text in pictures if is_rule(text.line)]
    account.mark(Role.FURNITURE, *rules)
    texts = _parted(texts, rules) if rules else texts
    numbers = {text.line.number for text in (*furniture, *pictures)}
    texts = [text for text in texts if text.line.number not in numbers]
    roles = (role for seats in layout.roles.values() for role in seats)
    words = printed_words(texts, (*layout.vocabulary, *roles))
    texts = torn(texts, words)
    sections = cut(sections_in_order(texts, layout), layout, account)
    refuse_cut_off(texts, sections, layout)
    refuse_several(sections, layout)
    refuse_out_of_order(sections)
    reading = _Reading(
        layout,
        account,
        words,
        read_cover(sections[0].texts, layout, account),
        margin_markers(furniture),
    )
    for section in with_activities(sections[1:], layout):
        reading.read(section)
    report = with_roles(reading.report(document), account)
    if document.media_type == "text/plain":
        refuse_parted(texts, sections, report, layout)
    if document.in_columns:
        refuse_mixed(report)
    return report


def _parted(texts: Sequence[Text], rules: Sequence[Text]) -> list[Text]:
    """Return the lines, those right under a rule across the page parted from the lines over it."""
    numbers = {rule.line.number + 1 for rule in rules if "|" not in rule.line.text}
    return [replace(text, gap=True) if text.line.number in numbers else text for text in texts]


@dataclass(slots=True)
class _Reading:
    """One reading of one document: records as they are found, in the order of print."""

    layout: Layout
    account: Account
    words: frozenset[str]
    cover: raw.Cover
    markers: tuple[Marker, ...] = ()
    note: raw.Note | None = None
    action_lines: list[raw.ActionLine] = field(default_factory=list)
    activities: list[raw.Activity] = field(default_factory=list)
    media: list[raw.MediaMention] = field(default_factory=list)
    meetings: list[raw.Meetings] = field(default_factory=list)
    activated: list[raw.Names] = field(default_factory=list)
    figures: list[raw.Figure] = field(default_factory=list)
    passages: list[raw.Passage] = field(default_factory=list)
    plan: list[raw.PlanItem] = field(default_factory=list)
    challenges: list[Printed] = field(default_factory=list)
    regions: list[raw.RegionMembers] = field(default_factory=list)
    appointments: list[raw.Appointment] = field(default_factory=list)
    region: Printed | None = None
    told: frozenset[str] = frozenset()  # kinds of sections that the region has had

    def read(self, section: Section) -> None:
        """Read one section with the reader of its kind; every kind has one.

        Notes under a list, and counts of names, are no entries of it.
        """
        heading = section.heading or _NOTHING
        notes: list[list[Text]] = []
        texts: Sequence[Text] = section.texts
        if section.kind in LISTING:
            texts, notes = part_notes(texts, of_names=section.kind in NAMING)
        _READERS[section.kind](self, texts, heading)
        self.passages += [raw.Passage(heading, joined(lines)) for lines in notes]

    def report(self, document: Document) -> raw.Report:
        """Return what has been read so far, without roles."""
        return raw.Report(
            document=document,
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

    def _furniture(self, texts: Sequence[Text], _: Printed) -> None:
        self.account.mark(Role.FURNITURE, *before_codes(texts, self.layout))

    def _note(self, texts: Sequence[Text], heading: Printed) -> None:
        self.note = read_note(texts, heading, self.layout, self.words, self.account)

    def _action_lines(self, texts: Sequence[Text], _: Printed) -> None:
        lines, left = read_action_lines(texts, self.layout, self.account)
        self.action_lines += lines
        self.account.mark(Role.CAPTION, *before_fields(left, self.layout))

    def _activities(self, texts: Sequence[Text], _: Printed) -> None:
        self.activities += read_activities(
            texts, self.layout, self.words, self.account, self.markers
        )

    def _media(self, texts: Sequence[Text], _: Printed) -> None:
        self.media += read_media(texts, self.layout, self.account)

    def _meetings(self, texts: Sequence[Text], heading: Printed) -> None:
        prose = meeting_prose(texts)
        self._prose(prose, heading)
        numbers = {text.line.number for text in prose}
        names = [text for text in texts if text.line.number not in numbers]
        self.meetings += read_meetings(names, self.layout, self.account)

    def _activated(self, texts: Sequence[Text], _: Printed) -> None:
        self.activated += read_activated(texts, self.layout, self.account)

    def _figures(self, texts: Sequence[Text], heading: Printed) -> None:
        figures, passages = read_figures(texts, heading, self.words, self.account)
        self.figures += figures
        self.passages += passages

    def _plan(self, texts: Sequence[Text], heading: Printed) -> None:
        items, passages = read_plan(texts, heading, self.layout, self.words, self.account)
        self.plan += items
        self.passages += passages

    def _challenges(self, texts: Sequence[Text], heading: Printed) -> None:
        entries, passages = read_challenges(texts, heading, self.words)
        self.challenges += entries
        self.passages += passages

    def _region(self, texts: Sequence[Text], heading: Printed) -> None:
        self.region, self.told = heading, frozenset()
        self.regions += read_region(texts, heading, self.layout, self.account)

    def _focal(self, texts: Sequence[Text], _: Printed) -> None:
        self.appointments += read_focal(texts, self._once("focal"), self.layout, self.account)

    def _board(self, texts: Sequence[Text], _: Printed) -> None:
        self.appointments += read_board(texts, self._once("board"), self.layout, self.account)

    def _once(self, kind: str) -> Printed | None:
        """Return the region of a section; one that comes again is of a region that is not known."""
        if kind in self.told:
            self.region = None
        self.told |= {kind}
        return self.region

    def _secretariat(self, texts: Sequence[Text], _: Printed) -> None:
        self.appointments += read_staff(texts, self.layout, self.account, interns=False)

    def _interns(self, texts: Sequence[Text], _: Printed) -> None:
        self.appointments += read_staff(texts, self.layout, self.account, interns=True)

    def _prose(self, texts: Sequence[Text], heading: Printed) -> None:
        prose = read_prose(texts, self.layout, self.words)
        self.account.mark(Role.CAPTION, *pictures(prose.captions, self.layout))
        self.passages += [raw.Passage(heading, paragraph) for paragraph in prose.paragraphs]


_Reader = Callable[[_Reading, Sequence[Text], Printed], None]
_READERS: Mapping[str, _Reader] = {
    "contents": _Reading._furniture,
    "note": _Reading._note,
    "action lines": _Reading._action_lines,
    "activities": _Reading._activities,
    "media": _Reading._media,
    "membership": _Reading._prose,
    "alliances": _Reading._prose,
    "meetings": _Reading._meetings,
    "progress": _Reading._prose,
    "activated": _Reading._activated,
    "figures": _Reading._figures,
    "challenges": _Reading._challenges,
    "plan": _Reading._plan,
    "who": _Reading._prose,
    "region": _Reading._region,
    "focal": _Reading._focal,
    "board": _Reading._board,
    "secretariat": _Reading._secretariat,
    "interns": _Reading._interns,
    "imprint": _Reading._furniture,
    "unknown": lambda *_: None,  # nobody claims it
}
