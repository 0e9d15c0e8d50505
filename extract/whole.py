"""Is it one whole report? One that ends before its end is refused, and so are two in one file."""

from __future__ import annotations

from collections.abc import Sequence

from .cut import Section, promised
from .errors import CutOff, OutOfOrder, SeveralReports
from .fold import fold
from .layout import Layout
from .printed import Printed
from .shapes import GOES_ON
from .words import Text

_ACTIVITIES = "activities"
# Chapters that do not end that of the activities.
_BEFORE = {"note", _ACTIVITIES}
# What is printed behind an imprint is so much of the report at most.
_BEHIND = 0.5


def refuse_cut_off(texts: Sequence[Text], sections: Sequence[Section], layout: Layout) -> None:
    """Raise CutOff when the contents promise more than is printed, or the last line runs on.

    An imprint closes a report: with it nothing is held to be missing.
    """
    if any(section.kind == "imprint" for section in sections):
        return
    listed = [
        heading for s in sections if s.kind == "contents" for heading in promised(s.texts, layout)
    ]
    printed = {fold(section.heading.text) for section in sections if section.heading}
    last = texts[-1]
    if listed and listed[-1] not in printed:
        raise CutOff(
            f"the report is cut off: its contents list '{listed[-1]}', which is not printed; "
            f"the last line is {last.line.number}; offer the whole file"
        )
    if GOES_ON.search(last.text):
        raise CutOff(
            f"the report is cut off: its last line, {last.line.number}, runs on; "
            "offer the whole file"
        )


def refuse_out_of_order(sections: Sequence[Section]) -> None:
    """Raise OutOfOrder where most of a report stands behind its imprint, which closes it."""
    lines = sum(len(section.texts) for section in sections)
    for section in sections:
        if section.kind == "imprint" and section.heading and len(section.texts) > _BEHIND * lines:
            raise OutOfOrder(
                f"the imprint in line {section.heading.lines[0]} stands before most of the report: "
                "its pages are not in the order of reading; offer them so"
            )


def refuse_several(sections: Sequence[Section], layout: Layout) -> None:
    """Raise SeveralReports where the activities begin anew after another chapter."""
    chapters = {rule.kind for rule in layout.sections if rule.chapter} - _BEFORE
    begun = ended = False
    for section in sections:
        again = _second_heading(section, layout) if ended or section.kind == "imprint" else None
        if again and begun:
            raise SeveralReports(
                f"'{again.text}' is printed again in line {again.lines[0]}: the file holds more "
                "than one report; offer each by itself"
            )
        begun |= section.kind == _ACTIVITIES
        ended |= begun and section.kind in chapters


def _second_heading(section: Section, layout: Layout) -> Printed | None:
    """Return the heading of activities, that of a section or a line behind the imprint."""
    if section.kind == _ACTIVITIES:
        return section.heading
    lines = section.texts if section.kind == "imprint" else ()
    found = (
        text.words
        for text in lines
        if any(rule.kind == _ACTIVITIES for rule in layout.headings.get(text.folded, ()))
    )
    return next(found, None)
