"""The chapter of activities, cut into what presents its action lines and the activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .anchors import find_anchors
from .cut import Section, split_at
from .labels import label_of
from .layout import Layout
from .tabled import first_table


def with_activities(sections: Sequence[Section], layout: Layout) -> Iterator[Section]:
    """Yield the sections with the chapter of activities cut into its parts.

    Activities may follow the list of media without a heading of their own, so the list ends where
    the first of them begins whose fields follow; what stands before the first activity presents the
    action lines.
    """
    for section in sections:
        if section.kind not in {"activities", "media"}:
            yield section
            continue
        at = _first_activity(section, layout)
        kind = "action lines" if section.kind == "activities" else "media"
        before, after = split_at(section, at, "activities")
        yield replace(before, kind=kind)
        yield after


def _first_activity(section: Section, layout: Layout) -> int:
    texts = section.texts
    if section.kind == "activities":
        texts = texts[: first_table(texts, layout)]
    anchors = find_anchors(texts, layout)
    anchor = next(anchors, None)
    while anchor:
        if section.kind == "activities":
            return anchor.start
        following = next(anchors, None)
        end = following.start if following else len(texts)
        if anchor.sure and any(label_of(text, layout) for text in texts[anchor.end : end]):
            return anchor.start
        anchor = following
    return len(texts)
