"""Lists of members: meetings, the summary of activated members, the regions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import cast

import regex

from .. import tables
from ..document import Role
from ..fold import fold
from ..labels import label_of, labelled, untabled
from ..layout import Layout
from ..lists import columns, names
from ..printed import Printed
from ..prose import is_description
from ..records import Meetings, Mode, Names, RegionMembers
from ..shapes import GOES_ON, RUNNING, SENTENCE_END
from ..words import Account, Text, blocks, joined
from .media import is_month

# July: ...   July (online)   July – Online   Online (2): ...   Members    Berlin
_HEAD = regex.compile(
    r"^(?P<words>[^:|,()\t]+?)\s*(?:\(\d{1,3}\)\s*)?(?:(?:::|[:|,()\t])\s*|\s[-–—]\s+| {2,}|$)\)?"
)

# Europe: Berlin, Lisbon
_GROUP = regex.compile(r"^\p{L}[\p{L}\s&-]{2,40}:\s+(?=\p{Lu})")


def meeting_prose(texts: Sequence[Text]) -> list[Text]:
    """Return the blocks of sentences, and the lines that are one, among the meetings.

    Whom they name, and in which way, no reader tells.
    """
    found: list[Text] = []
    for block in blocks(texts):
        whole = _is_sentence(joined(block).text)
        found += [text for text in block if whole or _is_sentence(text.text)]
    return found


def _is_sentence(words: str) -> bool:
    return bool(SENTENCE_END.search(words) and RUNNING.search(words))


def read_meetings(texts: Sequence[Text], layout: Layout, account: Account) -> list[Meetings]:
    """Return the meetings: month heading, mode, 'Members', names, in this order.

    They may stand on one line, or be the columns of a table. What stands under a month over the
    label is no name but a mode that is not known: nobody claims it.
    """
    found: list[Meetings] = []
    heading = _Heading()
    labels = False
    pending: list[Text] = []
    for text, row in tables.under_headers(texts, layout, account):
        if row.get("members"):
            found.append(_from_row(text, row, heading, layout))
        else:
            changed, names_there = _headed(text, heading, layout)
            if changed != heading:
                _close(found, heading, pending, layout, account)
                heading, labels = changed, False
            if labelled(text)[0] in layout.words["meeting_members"]:
                if pending and not labels:
                    heading = _of_unknown_mode(heading, pending, layout, account)
                labels = True
            if names_there and layout.says_nothing(names_there.folded):
                account.mark(Role.LABEL, text)
            elif names_there:
                pending.append(names_there)
            else:
                is_heading = is_month(text.words, layout.language)
                account.mark(Role.HEADING if is_heading else Role.LABEL, text)
    _close(found, heading, pending, layout, account)
    return found


@dataclass(frozen=True, slots=True)
class _Heading:
    month: Printed | None = None
    mode: Mode | None = None
    printed: Printed | None = None


def _headed(text: Text, heading: _Heading, layout: Layout) -> tuple[_Heading, Text | None]:
    """Return the heading with the month and mode that a line begins with, and what is left of it.

    A month begins anew; the label of the names says nothing.
    """
    rest = text.words
    while rest:
        match = _HEAD.match(rest.text)
        part = rest.group(match, "words") if match else rest
        words = fold(part.text)
        if is_month(part, layout.language):
            heading = _Heading(month=part)
        elif words in layout.modes:
            heading = _Heading(heading.month, cast(Mode, layout.modes[words]), part)
        elif words not in layout.words["meeting_members"]:
            return heading, Text.of(text.line, rest, text.tear)
        rest = rest.cut(match.end() if match else len(rest))
    return heading, None


def _from_row(
    text: Text, row: Mapping[str, Printed], heading: _Heading, layout: Layout
) -> Meetings:
    for column in ("month", "mode"):
        if row.get(column):
            heading, _ = _headed(Text.of(text.line, row[column]), heading, layout)
    members = names([Text.of(text.line, row["members"])])
    return Meetings(heading.month, heading.mode, heading.printed, members)


def _of_unknown_mode(
    heading: _Heading, pending: list[Text], layout: Layout, account: Account
) -> _Heading:
    """Return the heading without a mode; what stands under it is none but for captions."""
    account.mark(Role.CAPTION, *_captions(pending, layout))
    pending.clear()
    return _Heading(heading.month)


def _captions(texts: Sequence[Text], layout: Layout) -> list[Text]:
    return [text for text in texts if is_description(text.text, layout)]


def _close(
    found: list[Meetings],
    heading: _Heading,
    pending: list[Text],
    layout: Layout,
    account: Account,
) -> None:
    """Add the names under a heading.

    Beside a running list nothing else is a name; what stands over it may be a mode that is not
    known, so that nobody claims a list under another one.
    """
    captions = _captions(pending, layout)
    account.mark(Role.CAPTION, *captions)
    parts: list[list[Text]] = []
    for block in blocks(text for text in pending if text not in captions):
        if parts and GOES_ON.search(parts[-1][-1].text):
            parts[-1] += block
        else:
            parts.append(block)
    running = [n for n, part in enumerate(parts) if any("," in text.text for text in part)]
    if len(running) == 1:
        (n,) = running
        parts = [parts[n]] if not n or heading.mode is None else []
    if parts:
        members = names([text for part in parts for text in part])
        found.append(Meetings(heading.month, heading.mode, heading.printed, members))
    pending.clear()


def read_activated(texts: Sequence[Text], layout: Layout, account: Account) -> tuple[Names, ...]:
    """Return the names of the summary, column by column; captions and labels are none.

    Words before a colon head what follows on their line: 'Europe: Berlin, Lisbon'.
    """
    parts: list[list[Text]] = [[]]
    for text in untabled(texts, layout):
        label = label_of(text, layout)
        if label:
            account.mark(Role.LABEL, *([] if label.value else [text]))
            parts[-1] += [label.value] if label.value else []
        elif is_description(text.text, layout):
            account.mark(Role.CAPTION, text)
        elif layout.says_nothing(text.folded):
            account.mark(Role.LABEL, text)
        elif ":" in text.text and (head := _GROUP.match(text.text)):
            rest = text.words.cut(head.end())
            parts.append([Text.of(text.line, rest, text.tear)])
        else:
            parts[-1].append(text)
    return tuple(column for part in parts if part for column in columns(part))


def read_region(
    texts: Sequence[Text], region: Printed, layout: Layout, account: Account
) -> list[RegionMembers]:
    """Return the members of a region, and its honorary members after their label.

    What is read after the label, but stands higher on its page, is in another column. It goes on
    with the list over the label where an honorary member stands on the label's line. Else whether
    it does, or goes on with the list under it, nobody knows, and nobody claims it.
    """
    at = next((n for n, text in enumerate(texts) if _honorary(text, layout)), len(texts))
    members = list(texts[:at])
    honorary: list[Text] = []
    if at < len(texts):
        label, value = texts[at], labelled(texts[at])[1]
        honorary = list(takewhile(lambda text: not _stands_higher(text, label), texts[at + 1 :]))
        if value:
            members += texts[at + 1 + len(honorary) :]
            honorary = [value, *honorary]
        else:
            account.mark(Role.LABEL, label)
    found = [
        RegionMembers(region, "member", column)
        for column in read_activated(members, layout, account)
    ]
    return [*found, RegionMembers(region, "honorary", names(honorary))] if honorary else found


def _stands_higher(text: Text, label: Text) -> bool:
    box, other = text.line.box, label.line.box
    if box is None or other is None or text.line.page != label.line.page:
        return False
    return box.y1 <= other.y0


def _honorary(text: Text, layout: Layout) -> bool:
    return labelled(text)[0] in layout.words["honorary"]
