"""People: focal points, the board, the secretariat and interns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Literal

import regex

from ..layout import Layout
from ..printed import Printed
from ..records import Appointment
from ..shapes import SENTENCE_END, SENTENCE_INSIDE, TENURE
from ..words import Account, Text, is_page_end, joined, over_pages
from .named import Person, known, name_to_comma, people_in, person_in, person_of
from .pairs import evenly, paired
from .persons import PARTING, bare_name, is_name, is_person
from .roles import Run, by_role

# A sentence of so many words is no person's name or title.
_PROSE_WORDS = 8
# (acting) Mayor of Berlin   (ad interim)
_REMARK = regex.compile(r"^\(\p{Ll}[^()]*\)\s*")
# Institut Barcelona Estudis Internacionals (IBEI)
_ACRONYM = regex.compile(r"\(\p{Lu}{2,}\)$")
Body = Literal["board", "focal point", "secretariat", "intern"]


def read_board(
    texts: Sequence[Text], region: Printed | None, layout: Layout, account: Account
) -> list[Appointment]:
    """Return the seats of the board under their role labels.

    Two forms: 'Name, Title' or 'Name (Title)' in a line, and a block of name, tenure and title.
    People after one label without a title of their own share the seat of the next one and its
    title.
    """
    found: list[Appointment] = []
    for run in by_role(texts, layout.roles["board"], layout, account):
        people = [p for block in _blocks(run.texts, layout) for p in people_in(block, layout)]
        found += [_appointment("board", person, run, region) for person in _share(people)]
    return found


def read_focal(
    texts: Sequence[Text], region: Printed | None, layout: Layout, account: Account
) -> list[Appointment]:
    """Return the focal points: role label, name, and the seat or title under it.

    A name torn over two lines ends at the comma before its seat ('... / Dieye, Dakar'). A seat may
    stand as far below the name as that below the label. A word alone is a place, and no person.
    """
    found: list[Appointment] = []
    for run in by_role(texts, layout.roles["focal"], layout, account):
        for block in _blocks(evenly(texts, run.texts), layout, one_each=True):
            found += [
                _appointment("focal point", person, run, region)
                for person in _share(_in_focal_block(block, layout))
                if person.title or is_name(person.name.text)
            ]
    return found


def _in_focal_block(block: list[Text], layout: Layout) -> list[Person]:
    """Return the people of a block: each with a title or a tenure, else one."""
    one_line = person_of(block[0].words, layout) is not None
    if one_line or any(TENURE.match(text.text) for text in block[2:]):
        return people_in(block, layout)
    return [name_to_comma(block) or person_in(block)]


def read_staff(
    texts: Sequence[Text], layout: Layout, account: Account, *, interns: bool
) -> list[Appointment]:
    """Return the people of the secretariat: a block each, its first line the name, or a line each.

    Under a heading of interns all are interns; elsewhere those whose title begins so.
    """
    found: list[Appointment] = []
    for run in by_role(texts, {}, layout, account):
        for block in _blocks(run.texts, layout):
            each_line = all(person_of(text.words, layout) for text in block)
            for person in (
                people_in(block, layout) if each_line else known(person_in(block), layout)
            ):
                first = person.title.text.split()[0].strip("–-,:") if person.title else ""
                is_intern = interns or first.casefold() in layout.words["intern"]
                body: Body = "intern" if is_intern else "secretariat"
                found.append(_appointment(body, person, run, None))
    return found


def _appointment(body: Body, person: Person, run: Run, region: Printed | None) -> Appointment:
    tenure = person.tenure or run.tenure
    return Appointment(body, region, run.role, run.printed, person.name, person.title, tenure)


def _blocks(
    texts: Sequence[Text], layout: Layout, *, one_each: bool = False
) -> Iterator[list[Text]]:
    """Yield the blocks of people, one for each where name and title stand apart.

    A bold line under others begins a new one. A page's end may tear a person, or the same space
    part name and title as one person and the next: a block that is no name goes with the name
    alone, its tenure allowed for, over it. So does a school that ends in its acronym, one that is
    set smaller and lighter than that, and with `one_each` a block of one line at the top of a page.
    Prose is no person.
    """
    whole: list[Text] = []
    for block in chain.from_iterable(map(_by_weight, over_pages(paired(texts)))):
        if _is_prose(block):
            continue
        if whole and _is_bare_name(whole, layout):
            lacking = one_each and len(block) == 1 and is_page_end(whole[0], block[0])
            other = lacking or _ACRONYM.search(joined(block).text)
            if other or _is_lesser(block[0], whole[0]) or not _begins_anew(block, whole, layout):
                whole = [*whole, *block]
                continue
        if whole:
            yield whole
        whole = block
    if whole:
        yield whole


def _begins_anew(block: Sequence[Text], whole: Sequence[Text], layout: Layout) -> bool:
    """Tell whether a block is of another person than the one alone over it.

    Who has a tenure shares a seat: 'Jane Roe (until May)' stands over 'John Poe, Mayor of Oslo'.
    """
    text = block[0]
    if is_person(text.text, layout):
        return True
    other = person_of(text.words, layout) if any(TENURE.search(t.text) for t in whole) else None
    return other is not None and is_person(other.name.text, layout)


def _is_lesser(text: Text, name: Text) -> bool:
    """Tell whether a line is set smaller and lighter than a name."""
    lighter = name.line.bold and not text.line.bold
    return bool(lighter) and (text.line.size or 0.0) < (name.line.size or 0.0)


def _by_weight(block: Sequence[Text]) -> Iterator[list[Text]]:
    """Yield the parts of a block, each with its bold lines first."""
    starts = [n for n, (a, b) in enumerate(pairwise(block), 1) if b.line.bold and not a.line.bold]
    for start, end in pairwise([0, *starts, len(block)]):
        yield list(block[start:end])


def _is_bare_name(block: Sequence[Text], layout: Layout) -> bool:
    tenures = (TENURE.fullmatch(text.text) for text in block[1:])
    return is_person(block[0].text, layout) and all(tenures)


def _is_prose(block: Sequence[Text]) -> bool:
    """Tell whether a block is prose: 'Hon. Jane Roe, Mayor' ends no sentence inside."""
    words = joined(block).text
    ends = bool(SENTENCE_END.search(words)) and len(words.split()) >= _PROSE_WORDS
    if not ends and not SENTENCE_INSIDE.search(words):
        return False
    head, *_ = block[0].words.split(PARTING) or [block[0].words]
    return not is_name(bare_name(head).text)


def _share(people: list[Person]) -> list[Person]:
    """Return the people, each without a title given the title of the next one who has one.

    What the print says in brackets under the name of that one, '(acting)', is not shared.
    """
    shared: list[Person] = []
    title: Printed | None = None
    for person in reversed(people):
        shared.append(person if person.title else replace(person, title=title))
        title = person.title.remove(_REMARK) or None if person.title else title
    return shared[::-1]
