"""Lists of members: meetings, the summary of activated members, the regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from ..document import Role
from ..fold import fold
from ..layout import Layout
from ..lists import columns, names
from ..printed import Printed
from ..records import Meetings, Names, RegionMembers
from ..shapes import SENTENCE_END
from ..words import Account, Text
from .media import is_month

Mode = Literal["online", "on-site"]
# A sentence that is longer than any name.
_NAME_WORDS = 5


def read_meetings(texts: Sequence[Text], layout: Layout, account: Account) -> list[Meetings]:
    """Return the meetings: month heading, mode, 'Members', names, in this order."""
    found: list[Meetings] = []
    heading = _Heading()
    pending: list[Text] = []
    for text in texts:
        inline = _inline_members(text, layout)
        if is_month(text, layout.language):
            _close(found, heading, pending)
            heading = _Heading(month=text.words)
            account.mark(Role.HEADING, text)
        elif text.folded in layout.modes:
            _close(found, heading, pending)
            mode = cast(Mode, layout.modes[text.folded])
            heading = _Heading(heading.month, mode, text.words)
            account.mark(Role.LABEL, text)
        elif text.folded in layout.words["meeting_members"]:
            account.mark(Role.LABEL, text)
        elif SENTENCE_END.search(text.text) and len(text.text.split()) > _NAME_WORDS:
            continue  # prose is no name: nobody claims it
        else:
            pending.append(inline or text)
    _close(found, heading, pending)
    return found


@dataclass(frozen=True, slots=True)
class _Heading:
    month: Printed | None = None
    mode: Mode | None = None
    printed: Printed | None = None


def _close(found: list[Meetings], heading: _Heading, pending: list[Text]) -> None:
    if pending:
        members = names(pending)
        found.append(Meetings(heading.month, heading.mode, heading.printed, members))
        pending.clear()


def _inline_members(text: Text, layout: Layout) -> Text | None:
    head, colon, tail = text.text.partition(":")
    if colon and tail.strip() and fold(head) in layout.words["meeting_members"]:
        return Text.of(text.line, text.words.cut(len(head) + 1).strip())
    return None


def read_activated(texts: Sequence[Text]) -> tuple[Names, ...]:
    """Return the names of the summary, column by column."""
    if any("," in text.text for text in texts) and not any("\t" in t.line.text for t in texts):
        return (names(texts),)
    return columns(texts)


def read_region(
    texts: Sequence[Text], region: Printed, layout: Layout, account: Account
) -> list[RegionMembers]:
    """Return the members of a region, and its honorary members after their label."""
    at = next((n for n, text in enumerate(texts) if _honorary(text, layout)), len(texts))
    found = [RegionMembers(region, "member", column) for column in read_activated(texts[:at])]
    if at == len(texts):
        return found
    label = texts[at]
    tail = label.words.cut(len(label.text.partition(":")[0]) + 1).strip()
    if not tail:
        account.mark(Role.LABEL, label)
    lines = [*([Text.of(label.line, tail)] if tail else []), *texts[at + 1 :]]
    return [*found, RegionMembers(region, "honorary", names(lines))]


def _honorary(text: Text, layout: Layout) -> bool:
    return fold(text.text.partition(":")[0]) in layout.words["honorary"]
