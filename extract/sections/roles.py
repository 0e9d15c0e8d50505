"""Role labels, known or not, and the lines of people under them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .. import tables
from ..document import Role
from ..labels import LABEL_END, labelled
from ..layout import Layout
from ..printed import Printed
from ..prose import is_description
from ..recognise import lookahead
from ..shapes import GOES_ON, TENURE
from ..words import Account, Text, is_capitals, joined
from .cards import whole_cards
from .persons import PARTING, bare_name, is_name, is_person, is_seat, people_apart


@dataclass(slots=True)
class Run:
    """The lines under one role label. Where the label is not known, the role is None."""

    role: str | None = None
    printed: Printed | None = None
    tenure: Printed | None = None
    texts: list[Text] = field(default_factory=list)


def by_role(
    texts: Sequence[Text], roles: Mapping[str, str], layout: Layout, account: Account
) -> list[Run]:
    """Return the lines under each role label; a label may be torn over lines of one block.

    Behind a label may stand a count, a tenure or, after a colon, the first of its people. A label
    that is not known stands over a name in its block: nobody claims it, and the seat has no role.
    Where most of what is in capitals stands over other lines, it is names.
    """
    texts = list(_lines(whole_cards(texts), layout, account))
    capitals = _names_in_capitals(texts)
    runs = [Run()]
    i = 0
    while i < len(texts):
        run, taken = _role_at(texts, i, roles)
        if run:
            account.mark(Role.LABEL, *(texts[i : i + taken] if not run.texts else []))
        elif _is_unknown_role(texts, i, layout, seats=bool(roles)) and not (
            capitals and is_capitals(texts[i].text)
        ):
            run, taken = Run(), 1
        if run:
            runs.append(run)
            i += taken
            continue
        first = texts[i].gap or not runs[-1].texts
        runs[-1].texts += people_apart(texts[i], first=first) if roles else [texts[i]]
        i += 1
    return [run for run in runs if run.texts]


def _lines(texts: Sequence[Text], layout: Layout, account: Account) -> Iterator[Text]:
    """Yield the lines that print people: captions and vacant seats left out, rows taken apart.

    What is told of a vacant seat behind a comma ('TBC, Mayor of Zagreb') nobody claims.
    """
    for text, row in tables.under_headers(texts, layout, account):
        if row.get("name"):
            words = [row[cell] for cell in ("name", "title") if row.get(cell)]
            if row.get("role"):
                yield Text.of(text.line, row["role"])
            yield Text.of(text.line, Printed.join(words, ", "))
        elif is_description(text.text, layout):
            account.mark(Role.CAPTION, text)
        elif layout.says_nothing(head := text.folded.partition(",")[0]):
            account.mark(Role.LABEL, *([text] if head == text.folded else []))
        else:
            yield text


def _role_at(texts: Sequence[Text], i: int, roles: Mapping[str, str]) -> tuple[Run | None, int]:
    """Return a new run where a line is a role label, and how many lines the label takes."""
    for taken, words in sorted(lookahead(texts, i).items(), reverse=True):
        if words in roles:
            return Run(roles[words], joined(texts[i : i + taken])), taken
    text = texts[i]
    tenure = TENURE.search(text.text)
    bare = Text.of(text.line, text.words.remove(TENURE).strip()) if tenure else text
    words, value = labelled(bare)
    if words not in roles:
        return None, 0
    label = bare.words.cut(0, len(bare.words) - len(value.words)) if value else bare.words
    printed = label.strip(LABEL_END)
    run = Run(roles[words], printed, text.words.group(tenure) if tenure else None)
    if value:
        run.texts += people_apart(value, first=True)
    return run, 1


def _is_unknown_role(texts: Sequence[Text], i: int, layout: Layout, *, seats: bool) -> bool:
    """Tell whether a line over a name is a label: in capitals over a name that is not, a word, or
    with `seats` words of a seat that are not the title of a name over them. A name whose parts
    spaces part has two words or more, and no word of a seat.
    """
    if not texts[i].gap or i + 1 >= len(texts) or texts[i + 1].gap:
        return False
    head, name = texts[i].text, PARTING.split(texts[i + 1].text, 1)[0]
    if not is_person(name, layout) or TENURE.search(name) or is_capitals(name):
        return False
    if is_capitals(head) or (len(head.split()) == 1 and not is_name(head)):
        return True
    titles = i > 0 and is_person(texts[i - 1].text, layout)
    return seats and not titles and _is_seat(head, layout)


def _is_seat(words: str, layout: Layout) -> bool:
    """Tell whether a word of a seat is among these, which run on in no other line."""
    about = PARTING.search(words) or TENURE.search(words) or GOES_ON.search(words)
    return not about and is_seat(words, layout)


def _names_in_capitals(texts: Sequence[Text]) -> bool:
    """Tell whether most names in capitals that begin a block stand over a line that is no name."""
    over = [
        is_name(bare_name(below.words).text)
        for text, below in itertools.pairwise(texts)
        if text.gap and not below.gap and is_capitals(text.text) and is_name(text.text)
    ]
    return 2 * sum(over) < len(over)
