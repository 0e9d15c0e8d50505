"""What a report prints, section by section, before anyone asks what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .dates import DateShape
from .document import Document, Role
from .layout import Field, Layout
from .printed import Printed

Mode = Literal["online", "on-site", "hybrid"]


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names. `torn` where each item is a line or cell, so a name may take several."""

    items: tuple[Printed, ...] = ()
    torn: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """Title and period of a report; the period may be printed in several pieces."""

    title: Printed
    period: Printed
    shape: DateShape


@dataclass(frozen=True, slots=True)
class Note:
    """The opening note: paragraphs, and who signed it with which title."""

    heading: Printed
    paragraphs: tuple[Printed, ...]
    signatory: Printed | None
    title: Printed | None


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action line as presented before the activities: L1 and its title."""

    code: Printed
    title: Printed


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity block. `printed_line` is the action line that a heading over it prints.

    `told` is how many entries the label of a field says that there are.
    """

    title: Printed
    date: Printed
    outcomes: tuple[Printed, ...]
    challenges: tuple[Printed, ...]
    members: Names
    alliances: tuple[Printed, ...]
    narrative: tuple[Printed, ...]
    printed_line: Printed | None
    told: tuple[tuple[Field, Printed], ...] = ()


@dataclass(frozen=True, slots=True)
class MediaMention:
    """An outlet and its topic under a month heading."""

    month: Printed | None
    outlet: Printed
    topic: Printed | None


@dataclass(frozen=True, slots=True)
class Meetings:
    """Members met in one month in one mode."""

    month: Printed | None
    mode: Mode | None
    mode_printed: Printed | None
    members: Names


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the words beside it."""

    section: Printed
    label: Printed
    amount: Printed


@dataclass(frozen=True, slots=True)
class Passage:
    """Prose of a section that is mostly lists or figures."""

    section: Printed
    text: Printed


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A code of the plan; the title is None where only the code is printed."""

    code: Printed
    title: Printed | None


@dataclass(frozen=True, slots=True)
class RegionMembers:
    """Members under a region heading."""

    region: Printed
    status: Literal["member", "honorary"]
    members: Names


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person in a seat or post. The role is the layout's name for the printed label."""

    body: Literal["board", "focal point", "secretariat", "intern"]
    region: Printed | None
    role: str | None
    role_printed: Printed | None
    name: Printed
    title: Printed | None
    tenure: Printed | None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one document prints."""

    document: Document
    layout: Layout
    cover: Cover
    note: Note | None
    action_lines: tuple[ActionLine, ...]
    activities: tuple[Activity, ...]
    media: tuple[MediaMention, ...]
    meetings: tuple[Meetings, ...]
    activated: tuple[Names, ...]
    figures: tuple[Figure, ...]
    passages: tuple[Passage, ...]
    plan: tuple[PlanItem, ...]
    challenges: tuple[Printed, ...]
    regions: tuple[RegionMembers, ...]
    appointments: tuple[Appointment, ...]
    roles: tuple[Role, ...]
