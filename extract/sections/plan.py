"""The plan, item by item, and the list of challenges."""

from __future__ import annotations

from collections.abc import Sequence

from .. import tables
from ..document import Role
from ..layout import Layout
from ..overleaf import columns_overleaf
from ..printed import Printed
from ..prose import join_lines
from ..records import Passage, PlanItem
from ..shapes import CHALLENGE, GOES_ON, PLAN_ITEM, PLAN_PART
from ..values import challenge_items
from ..words import Account, Text, joined, over_pages, without_bullet
from .figures import is_prose


def read_plan(
    texts: Sequence[Text], section: Printed, layout: Layout, known: frozenset[str], account: Account
) -> tuple[list[PlanItem], list[Passage]]:
    """Return the items of the plan and the prose around them.

    A code opens an item; its title follows on the line or in the next block, up to the next code,
    label or gap. What a plan does not number is prose: 'L1A1D2.1 Locks for children'.
    """
    texts = columns_overleaf(
        texts,
        heads=lambda text: text.folded in layout.words["plan_labels"],
        begins=lambda text: PLAN_ITEM.match(without_bullet(text).text) is not None,
    )
    items: list[PlanItem] = []
    passages: list[Passage] = []
    open_code: Printed | None = None
    for block in over_pages(texts):
        for code, lines in _coded(block, layout, account):
            if code is not None:
                if open_code is not None:
                    items.append(PlanItem(open_code, None))
                open_code = code
            title = join_lines([t.words for t in lines], known) if lines else None
            if title and open_code is not None:
                items.append(PlanItem(open_code, title))
                open_code = None
            elif title:
                passages.append(Passage(section, title))
    if open_code is not None:
        items.append(PlanItem(open_code, None))
    return items, passages


def _coded(
    block: list[Text], layout: Layout, account: Account
) -> list[tuple[Printed | None, list[Text]]]:
    """Return the runs of a block that begin with a code, each with the words after it.

    A code opens no run where the line above runs on, or its title begins with a small letter: then
    it stands in a title that is wrapped.
    """
    runs: list[tuple[Printed | None, list[Text]]] = []
    for text in block:
        words = without_bullet(text)
        match = PLAN_ITEM.match(words.text)
        if match and runs and runs[-1][1]:
            wrapped = GOES_ON.search(runs[-1][1][-1].text) or (match["title"] or "")[:1].islower()
            match = None if wrapped else match
        if text.folded in layout.words["plan_labels"] or tables.header(text, layout):
            account.mark(Role.LABEL, text)
            runs.append((None, []))
        elif PLAN_PART.match(words.text):
            runs.append((None, [text]))
        elif match:
            title = words.words.group(match, "title") if match["title"] else None
            code = words.words.group(match, "code")
            runs.append((code, [Text.of(text.line, title)] if title else []))
        elif runs and (runs[-1][1] or runs[-1][0] is not None):
            runs[-1][1].append(text)
        else:
            runs.append((None, [text]))
    return runs


def read_challenges(
    texts: Sequence[Text], section: Printed, known: frozenset[str]
) -> tuple[tuple[Printed, ...], list[Passage]]:
    """Return the entries of the list of challenges, and the prose before it.

    Nobody claims what is neither.
    """
    passages: list[Passage] = []
    entries: list[Text] = []
    for block in over_pages(texts):
        at = next(
            (n for n, text in enumerate(block) if CHALLENGE.match(without_bullet(text).text)),
            len(block),
        )
        if at and is_prose(joined(block[:at]).text):
            passages.append(Passage(section, join_lines([t.words for t in block[:at]], known)))
        entries += block[at:]
    return (challenge_items(entries) if entries else ()), passages
