"""People: focal points, the board, the secretariat and interns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Literal

import regex

from ..layout import Layout
from ..printed import Printed
from ..records import Appointment
from ..shapes import GOES_ON, SENTENCE_END, SENTENCE_INSIDE, TENURE
from ..words import Account, Text, is_page_end, joined, over_pages
from .pairs import evenly, paired
from .persons import (
    NAME,
    PARTING,
    bare_name,
    bare_title,
    is_name,
    is_person,
    is_seat,
    is_seat_of_place,
    remark,
    seat_behind,
)
from .roles import Run, by_role

# A sentence of so many words is no person's name or title.
_PROSE_WORDS = 8
# 'Deputy Mayor of Berlin': a title begins with so many words, one of them of a seat.
_SEAT_WORDS = 2
# A name in two lines and what stands under it.
_TORN = 3
# (acting) Mayor of Berlin   (ad interim)
_REMARK = regex.compile(r"^\(\p{Ll}[^()]*\)\s*")
Body = Literal["board", "focal point", "secretariat", "intern"]


@dataclass(frozen=True, slots=True)
class _Person:
    name: Printed
    title: Printed | None
    tenure: Printed | None


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
        people = [p for block in _blocks(run.texts, layout) for p in _people(block, layout)]
        found += [_appointment("board", person, run, region) for person in _share(people)]
    return found


def read_focal(
    texts: Sequence[Text], region: Printed | None, layout: Layout, account: Account
) -> list[Appointment]:
    """Return the focal points: role label, name, and the seat or title under it.

    A name torn over two lines ends at the comma before its seat ('... / Dieye, Dakar'). A seat may
    stand as far below the name as that below the label.
    """
    found: list[Appointment] = []
    for run in by_role(texts, layout.roles["focal"], layout, account):
        for block in _blocks(evenly(texts, run.texts), layout, one_each=True):
            one_line = _person_of(block[0].words, layout) is not None
            people = (
                _people(block, layout) if one_line else [_name_to_comma(block) or _block(block)]
            )
            found += [_appointment("focal point", person, run, region) for person in people]
    return found


def read_staff(
    texts: Sequence[Text], layout: Layout, account: Account, *, interns: bool
) -> list[Appointment]:
    """Return the people of the secretariat: a block each, its first line the name, or a line each.

    Under a heading of interns all are interns; elsewhere those whose title begins so.
    """
    found: list[Appointment] = []
    for run in by_role(texts, {}, layout, account):
        for block in _blocks(run.texts, layout):
            each_line = all(_person_of(text.words, layout) for text in block)
            for person in _people(block, layout) if each_line else _known(_block(block), layout):
                first = person.title.text.split()[0].strip("–-,:") if person.title else ""
                is_intern = interns or first.casefold() in layout.words["intern"]
                body: Body = "intern" if is_intern else "secretariat"
                found.append(_appointment(body, person, run, None))
    return found


def _known(person: _Person, layout: Layout) -> list[_Person]:
    """Return the person if the name looks like one, or is a word over a title of a seat.

    What else stands among people is a heading or a list: nobody claims it.
    """
    seated = person.title is not None and is_seat(person.title.text, layout)
    alone = len(person.name.text.split()) == 1 and bool(NAME.match(person.name.text))
    return [person] if is_name(person.name.text) or (alone and seated) else []


def _appointment(body: Body, person: _Person, run: Run, region: Printed | None) -> Appointment:
    tenure = person.tenure or run.tenure
    return Appointment(body, region, run.role, run.printed, person.name, person.title, tenure)


def _blocks(
    texts: Sequence[Text], layout: Layout, *, one_each: bool = False
) -> Iterator[list[Text]]:
    """Yield the blocks of people, one for each where name and title stand apart.

    A bold line under others begins a new one. A page's end may tear a person, or the same space
    part name and title as one person and the next: a block that is no name goes with the name
    alone, its tenure allowed for, over it. One that is set smaller and lighter than that does so
    too, and with `one_each` a block of one line at the top of a page. Prose is no person.
    """
    whole: list[Text] = []
    for block in chain.from_iterable(map(_by_weight, over_pages(paired(texts)))):
        if _is_prose(block):
            continue
        if whole and _is_bare_name(whole, layout):
            lacking = one_each and len(block) == 1 and is_page_end(whole[0], block[0])
            if lacking or _is_lesser(block[0], whole[0]) or not is_person(block[0].text, layout):
                whole = [*whole, *block]
                continue
        if whole:
            yield whole
        whole = block
    if whole:
        yield whole


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
    words = joined(block).text
    ends = bool(SENTENCE_END.search(words)) and len(words.split()) >= _PROSE_WORDS
    return not is_name(bare_name(block[0].words).text) and (
        ends or bool(SENTENCE_INSIDE.search(words))
    )


def _people(block: list[Text], layout: Layout) -> list[_Person]:
    """Return the people of a block: one per 'Name, Title' line, else one, or one per tenure."""
    if _person_of(block[0].words, layout):
        return [
            _person_of(joined(lines), layout) or _parted_first(lines)
            for lines in _parted_lines(block, layout)
        ]
    return [
        person
        for lines in _by_tenure(block, layout)
        for person in _known(_block(lines, torn=_is_torn(lines, layout)), layout)
    ]


def _parted_lines(block: list[Text], layout: Layout) -> list[list[Text]]:
    """Return the lines of each person. A seat without a sign parts lines if it does the first."""
    found: list[list[Text]] = []
    read = _person_of if _unsigned(block[0].words, layout) else _parted
    for text in block:
        goes_on = found and GOES_ON.search(found[-1][-1].text)
        if found and (goes_on or not read(text.words, layout)):
            found[-1].append(text)
        else:
            found.append([text])
    return found


def _parted_first(lines: list[Text]) -> _Person:
    """Return the person of a block, the words in brackets behind the name as part of the title."""
    name = lines[0].words
    match = PARTING.search(name.text)
    if not match or not match["bracket"]:
        return _block(lines)
    at = match.start("bracket")
    return _person(name.cut(0, at).strip(), Printed.join([name.cut(at), joined(lines[1:])]))


def _person_of(words: Printed, layout: Layout) -> _Person | None:
    """Return the person of words that are a name and a title."""
    return _parted(words, layout) or _unsigned(words, layout)


def _parted(words: Printed, _: Layout) -> _Person | None:
    """Return the person of words that are a name and, behind a sign or in brackets, a title."""
    match = PARTING.search(words.text)
    if not match or not is_name(bare_name(words.cut(0, match.start())).text):
        return None
    person = _person(words.cut(0, match.start()), words.cut(match.end()))
    if match["bracket"] and person.title:
        return replace(person, title=person.title.strip(" )"))
    return person


def _unsigned(words: Printed, layout: Layout) -> _Person | None:
    """Return the person of words that are a name and a seat: 'Jane Roe Mayor of Berlin'."""
    at = seat_behind(words.text, layout)
    return _person(words.cut(0, at).strip(" /|"), words.cut(at)) if at else None


def _by_tenure(block: list[Text], layout: Layout) -> list[list[Text]]:
    """Return a block cut before each name that stands over a tenure; bold lines are one name.

    So it is before a name right under one, over the title that the two share, and before each name
    over the title of a seat under another.
    """
    starts = {0, len(block), *_names_over_titles(block, layout)}
    for n, (text, below) in enumerate(pairwise(block)):
        if TENURE.match(text.text):
            continue
        after = n and TENURE.fullmatch(block[n - 1].text) and is_person(text.text, layout)
        if not TENURE.match(below.text) and not after:
            continue
        while n and text.line.bold and block[n - 1].line.bold:
            n -= 1
        torn = n and len(text.text.split()) == 1 and is_person(block[n - 1].text, layout)
        starts.add(n - 1 if torn else n)
    return [block[start:end] for start, end in pairwise(sorted(starts))]


def _names_over_titles(block: Sequence[Text], layout: Layout) -> Iterator[int]:
    """Yield where names stand that follow the title of another person and have their own below."""
    if len(block) < 2 or not _is_under(block[0], block[1], layout):
        return
    for n in range(2, len(block) - 1):
        over = block[n - 1].text
        if not GOES_ON.search(over) and _is_under(block[n], block[n + 1], layout):
            yield n


def _is_under(name: Text, title: Text, layout: Layout) -> bool:
    """Tell whether a line is a name and that below it begins as the title of a seat does."""
    begins = " ".join(title.text.split()[:_SEAT_WORDS])
    return is_person(name.text, layout) and is_seat(begins, layout)


def _is_torn(lines: Sequence[Text], layout: Layout) -> bool:
    """Tell whether a name is torn before its last word: over a tenure, or the seat of a place."""
    if len(lines) < _TORN or len(lines[1].text.split()) > 1 or GOES_ON.search(lines[0].text):
        return False
    first = lines[0].text.rstrip("-")
    below = lines[2].text
    name = is_person(first, layout) and is_person(f"{first} {lines[1].text}", layout)
    return name and bool(TENURE.match(below) or is_seat_of_place(below, layout))


def _block(lines: list[Text], *, torn: bool = False) -> _Person:
    """Return the person of a block: the first line is the name, or all bold lines before others."""
    bold = next((n for n, text in enumerate(lines) if not text.line.bold), len(lines))
    at = bold if 0 < bold < len(lines) else 1 + torn
    return _person(joined(lines[:at]), joined(lines[at:]))


def _name_to_comma(block: list[Text]) -> _Person | None:
    whole = joined(block)
    at = whole.text.find(",")
    if at < 0 or not NAME.match(whole.text[:at]):
        return None
    return _person(whole.cut(0, at), whole.cut(at + 1))


def _person(name: Printed, title: Printed) -> _Person:
    """Return the person with the tenure taken out of name and title."""
    tenure: Printed | None = None
    for words in (name, title):
        match = TENURE.search(words.text)
        tenure = words.group(match) if match else tenure
    said = [each for each in (remark(name), bare_title(title)) if each]
    return _Person(bare_name(name), Printed.join(said) if said else None, tenure)


def _share(people: list[_Person]) -> list[_Person]:
    """Return the people, each without a title given the title of the next one who has one.

    What the print says in brackets under the name of that one, '(acting)', is not shared.
    """
    shared: list[_Person] = []
    title: Printed | None = None
    for person in reversed(people):
        shared.append(person if person.title else replace(person, title=title))
        title = person.title.remove(_REMARK) or None if person.title else title
    return shared[::-1]
