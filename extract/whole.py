"""Is the report whole? One that ends before its end is refused."""

from __future__ import annotations

from collections.abc import Sequence

from .cut import Section, promised
from .errors import CutOff
from .fold import fold
from .layout import Layout
from .shapes import GOES_ON
from .words import Text


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
