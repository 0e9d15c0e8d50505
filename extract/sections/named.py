"""People as a block of lines names them: each with a title and a tenure, where they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..fold import fold
from ..layout import Layout
from ..printed import Printed
from ..shapes import GOES_ON, TENURE
from ..words import Text, joined
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

# 'Deputy Mayor of Berlin': a title begins with so many words, one of them of a seat.
_SEAT_WORDS = 2
# A name in two lines and what stands under it.
_TORN = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the words in the place of a title, and the tenure that either one holds."""

    name: Printed
    title: Printed | None
    tenure: Printed | None


def people_in(block: list[Text], layout: Layout) -> list[Person]:
    """Return the people of a block: one per 'Name, Title' line, else one, or one per tenure."""
    if person_of(block[0].words, layout):
        return [
            person_of(joined(lines), layout) or _parted_first(lines)
            for lines in _lines_of_each(block, layout)
        ]
    return [
        person
        for lines in _by_tenure(block, layout)
        for person in known(
            _torn_to_comma(lines, layout) or person_in(lines, torn=_is_torn(lines, layout)), layout
        )
    ]


def known(person: Person, layout: Layout) -> list[Person]:
    """Return the person if the name looks like one, or is a word over a title of a seat.

    What else stands among people is a heading, a list, or a title whose name stands elsewhere:
    nobody claims it.
    """
    if fold(person.name.text) in layout.words["signatory_titles"]:
        return []
    seated = person.title is not None and is_seat(person.title.text, layout)
    alone = len(person.name.text.split()) == 1 and bool(NAME.match(person.name.text))
    return [person] if is_name(person.name.text) or (alone and seated) else []


def person_in(lines: list[Text], *, torn: bool = False) -> Person:
    """Return the person of a block: the first line is the name, or all bold lines before others."""
    bold = next((n for n, text in enumerate(lines) if not text.line.bold), len(lines))
    at = bold if 0 < bold < len(lines) else 1 + torn
    return _person(joined(lines[:at]), joined(lines[at:]))


def name_to_comma(block: list[Text]) -> Person | None:
    """Return the person of a block whose name ends at a comma, on whichever line, else None."""
    whole = joined(block)
    at = whole.text.find(",")
    if at < 0 or not NAME.match(whole.text[:at]):
        return None
    return _person(whole.cut(0, at), whole.cut(at + 1))


def _torn_to_comma(lines: list[Text], layout: Layout) -> Person | None:
    """Return the person whose name goes on in the second line, up to a comma before a seat.

    The name stands behind its label: under one a title stands under a name, which has commas too.
    """
    labelled = any(map(str.isalpha, lines[0].line.text.partition(lines[0].text)[0]))
    if len(lines) < 2 or not labelled or lines[0].line.bold is not lines[1].line.bold:
        return None
    rest, comma, title = lines[1].text.partition(",")
    name = is_person(lines[0].text, layout) and is_person(f"{lines[0].text} {rest}", layout)
    begins = " ".join(title.split()[:_SEAT_WORDS])
    return name_to_comma(lines) if comma and name and is_seat(begins, layout) else None


def person_of(words: Printed, layout: Layout) -> Person | None:
    """Return the person of words that are a name and a title."""
    return _parted(words, layout) or _unsigned(words, layout)


def _parted(words: Printed, _: Layout) -> Person | None:
    """Return the person of words that are a name and, behind a sign or in brackets, a title."""
    match = PARTING.search(words.text)
    if not match or not is_name(bare_name(words.cut(0, match.start())).text):
        return None
    person = _person(words.cut(0, match.start()), words.cut(match.end()))
    if match["bracket"] and person.title:
        return replace(person, title=person.title.strip(" )"))
    return person


def _unsigned(words: Printed, layout: Layout) -> Person | None:
    """Return the person of words that are a name and a seat: 'Jane Roe Mayor of Berlin'."""
    at = seat_behind(words.text, layout)
    return _person(words.cut(0, at).strip(" /|"), words.cut(at)) if at else None


def _lines_of_each(block: list[Text], layout: Layout) -> list[list[Text]]:
    """Return the lines of each person. A seat without a sign parts lines if it does the first."""
    found: list[list[Text]] = []
    read = person_of if _unsigned(block[0].words, layout) else _parted
    for text in block:
        goes_on = found and GOES_ON.search(found[-1][-1].text)
        if found and (goes_on or not read(text.words, layout)):
            found[-1].append(text)
        else:
            found.append([text])
    return found


def _parted_first(lines: list[Text]) -> Person:
    """Return the person of a block, the words in brackets behind the name as part of the title."""
    name = lines[0].words
    match = PARTING.search(name.text)
    if not match or not match["bracket"]:
        return person_in(lines)
    at = match.start("bracket")
    return _person(name.cut(0, at).strip(), Printed.join([name.cut(at), joined(lines[1:])]))


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


def _person(name: Printed, title: Printed) -> Person:
    """Return the person with the tenure taken out of name and title."""
    tenure: Printed | None = None
    for words in (name, title):
        match = TENURE.search(words.text)
        tenure = words.group(match) if match else tenure
    said = [each for each in (remark(name), bare_title(title)) if each]
    return Person(bare_name(name), Printed.join(said) if said else None, tenure)
