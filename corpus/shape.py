"""What a source file in corpus/source/ holds: one TypedDict per table.

A line break inside a printed value is a line break in print. Everything that only the text edition
shows (order of fields, markup, lost icons, torn paragraphs) stands in `ActivityText` or in a key
whose comment says so; the rest is fact or prose, for any typesetter.
"""

import datetime
import tomllib
from pathlib import Path
from typing import NotRequired, TypedDict, cast


class ReportHead(TypedDict):
    """What the report is and when it is about."""

    report_id: str
    title: str
    publisher: str
    period_start: datetime.date
    period_end: datetime.date
    language: str
    layout: str


class Labels(TypedDict):
    """The report's labels for the lists of an activity."""

    outcomes: str
    members: str
    challenges: NotRequired[str]
    alliances: NotRequired[str]


class IndexEntry(TypedDict):
    """A chapter of the index with the sections below it."""

    page: int
    title: str
    parts: list[str]


class Tear(TypedDict):
    """Text edition: the paragraph is torn in two before these words, perhaps by a picture."""

    before: str
    picture: NotRequired[bool]


class Claim(TypedDict):
    """A count that the prose states: `printed` runs from the number to the counted noun."""

    printed: str
    number: int
    counted: str


class Note(TypedDict):
    """The Secretary General's note."""

    signatory: str
    title: str
    paragraphs: list[str]
    claims: NotRequired[list[Claim]]
    torn: NotRequired[list[Tear]]


class ActionLine(TypedDict):
    """An action line as the page before the activities prints it."""

    code: str
    heading: str
    title: str


class ActivityText(TypedDict):
    """How the text edition sets an activity; lists are named by their field."""

    order: list[str]  # fields, "picture", "lost icon", "poster", "description", "captions"
    torn: NotRequired[list[Tear]]
    tight: NotRequired[list[str]]  # label and list in one paragraph
    bold: NotRequired[list[str]]  # the whole list in Markdown bold
    links: NotRequired[list[str]]  # each item a Markdown link
    bullets: NotRequired[list[str]]
    listed: NotRequired[list[str]]  # one item a line, without commas
    lines: NotRequired[dict[str, list[int]]]  # items on each line of a broken comma list
    icons: NotRequired[dict[str, str]]  # what a lost icon left before a field or "<field> list"
    labels: NotRequired[dict[str, str]]  # a label that is not the report's usual one
    last_and: NotRequired[bool]  # the members' list ends in "X and Y"
    full_stop: NotRequired[bool]  # the members' list ends in a full stop
    description: NotRequired[str]  # of a picture, made by whoever turned the report into text


class Activity(TypedDict):
    """An activity: facts, prose, and how the text edition sets it."""

    title: str
    date: str
    start: datetime.date
    end: datetime.date
    line: str
    outcomes: list[str]
    members: NotRequired[list[str]]
    challenges: NotRequired[list[str]]
    alliances: NotRequired[list[str]]
    narrative: list[str]
    claims: NotRequired[list[Claim]]
    captions: NotRequired[list[str]]  # under photographs
    poster: NotRequired[list[str]]  # words on a picture
    text: ActivityText


class Mention(TypedDict):
    """A mention in the media."""

    outlet: str
    topic: str
    icon: NotRequired[str]  # text edition


class MediaMonth(TypedDict):
    """The mentions of a month, under its printed heading."""

    month: str
    heading: str
    mentions: list[Mention]


class Meeting(TypedDict):
    """Bilateral meetings of a month in one mode (online, on-site)."""

    month: str
    heading: str
    mode: str
    members: list[str]
    icon: NotRequired[str]  # text edition


class Activated(TypedDict):
    """The table of activated or engaged members, column by column."""

    columns: list[list[str]]


class Figure(TypedDict):
    """A figure with its label; exact and without unit if it says nothing else."""

    section: str
    label: str
    printed: str
    value: float
    unit: NotRequired[str]
    qualifier: NotRequired[str]


class PlanItem(TypedDict):
    """A measure, action or deliverable; its kind and parent follow from the code."""

    code: str
    title: str
    star: NotRequired[bool]  # the code is printed with a star
    icon: NotRequired[str]  # text edition


class PlanLine(TypedDict):
    """An action line of the plan with its items in printed order."""

    code: str
    items: list[PlanItem]
    title: NotRequired[str]  # where the plan prints one
    split_headings: NotRequired[bool]  # 2020: measures and deliverables each under their heading
    own_page: NotRequired[bool]  # 2021: the section's heading once more, code above the title


class Plan(TypedDict):
    """The action plan as far as the report prints it."""

    plan_id: str
    lines: list[PlanLine]


class ChallengeList(TypedDict):
    """The report's own list of metropolitan challenges."""

    challenges: list[str]


class Person(TypedDict):
    """Somebody with an office; no title where none is printed."""

    name: str
    title: NotRequired[str]
    member: NotRequired[str]  # canonical, where the title names one member and no other
    tenure: NotRequired[str]  # as printed in brackets
    date_from: NotRequired[datetime.date]
    date_until: NotRequired[datetime.date]
    icon: NotRequired[str]  # text edition


class FocalPoint(Person):
    """One of a region's two focal points."""

    role: str
    heading: str
    run_in: NotRequired[bool]  # the title follows the name after a comma


class BoardSeat(TypedDict):
    """A role of the board: in 2020 all who hold it, in 2021 those who share one seat in turn."""

    role: str
    heading: str
    people: list[Person]
    icon_before: NotRequired[bool]  # text edition


class Region(TypedDict):
    """A region: its members, focal points and part of the board."""

    name: str
    set: str  # paragraphs, table, columns, bullets or lines
    members: list[str]  # canonical names in printed order
    printed: NotRequired[dict[str, str]]  # canonical name -> print, where it differs
    columns: NotRequired[list[int]]  # members in each column
    honorary: NotRequired[list[str]]
    focal_points: list[FocalPoint]
    board: list[BoardSeat]
    indented: NotRequired[bool]  # text edition: lines below a name begin with a space
    picture_after: NotRequired[bool]  # text edition


class Secretariat(TypedDict):
    """The Secretariat General."""

    staff: list[Person]
    interns: list[Person]


class Report(TypedDict):
    """One source file."""

    report: ReportHead
    cover: list[str]
    index: list[IndexEntry]
    labels: Labels
    names: dict[str, str]  # printed -> canonical, where they differ
    ambiguous: list[str]
    note: Note
    action_lines: list[ActionLine]
    activities: list[Activity]
    media: list[MediaMonth]
    meetings: list[Meeting]
    activated: Activated
    payment_passage: NotRequired[str]
    results_period: str
    figures: list[Figure]
    challenge_list: NotRequired[ChallengeList]
    plan: Plan
    action_plan_link: str
    regions: list[Region]
    secretariat: Secretariat
    supporters: str
    contact: list[str]
    hashtag: str


def read(path: Path) -> Report:
    """The source file at `path`; a key that is missing shows itself where it is used."""
    return cast(Report, tomllib.loads(path.read_text(encoding="utf-8")))


def printed_names(region: Region, *, capitals: bool) -> list[str]:
    """The region's members as printed, in `capitals` or as they are."""
    printed = region.get("printed", {})
    return [printed.get(name, name.upper() if capitals else name) for name in region["members"]]
