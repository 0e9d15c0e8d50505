"""People: focal points, the board, the secretariat and interns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Literal

from ..fold import fold
from ..layout import Layout
from ..printed import Printed
from ..records import Appointment
from ..shapes import BULLET, GOES_ON, SENTENCE_END, SENTENCE_INSIDE, TENURE
from ..words import Account, Text, is_page_end, joined, over_pages, without_bullet
from .roles import NAME, PARTING, Run, by_role, is_name

# A sentence of so many words is no person's name or title.
_PROSE_WORDS = 8
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
        people = _share([p for block in _blocks(run.texts, layout) for p in _people(block)])
        found += [_appointment("board", person, run, region) for person in people]
    return found


def read_focal(
    texts: Sequence[Text], region: Printed | None, layout: Layout, account: Account
) -> list[Appointment]:
    """Return the focal points: role label, name, and the seat or title under it.

    A name torn over two lines ends at the comma before its seat ('... / Dieye, Dakar').
    """
    found: list[Appointment] = []
    for run in by_role(texts, layout.roles["focal"], layout, account):
        for block in _blocks(run.texts, layout, one_each=True):
            one_line = _parted(block[0].words) is not None
            people = _people(block) if one_line else [_name_to_comma(block) or _block(block)]
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
            each_line = all(_parted(text.words) for text in block)
            for person in _people(block) if each_line else [_block(block)]:
                first = person.title.text.split()[0].strip("–-,:") if person.title else ""
                is_intern = interns or first.casefold() in layout.words["intern"]
                body: Body = "intern" if is_intern else "secretariat"
                found.append(_appointment(body, person, run, None))
    return found


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
    for block in chain.from_iterable(map(_by_weight, over_pages(texts))):
        if _is_prose(block):
            continue
        if whole and _is_bare_name(whole, layout):
            lacking = one_each and len(block) == 1 and is_page_end(whole[0], block[0])
            if lacking or _is_lesser(block[0], whole[0]) or not _is_person(block[0], layout):
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
    return _is_person(block[0], layout) and all(tenures)


def _is_person(text: Text, layout: Layout) -> bool:
    """Tell whether a line is a person's name and holds no word of a seat."""
    words = TENURE.sub("", without_bullet(text).text).strip()
    return is_name(words) and layout.words["seats"].isdisjoint(fold(words).split())


def _is_prose(block: Sequence[Text]) -> bool:
    words = joined(block).text
    ends = bool(SENTENCE_END.search(words)) and len(words.split()) >= _PROSE_WORDS
    return not is_name(block[0].text) and (ends or bool(SENTENCE_INSIDE.search(words)))


def _people(block: list[Text]) -> list[_Person]:
    """Return the people of a block: one per 'Name, Title' line, else one, or one per tenure."""
    if _parted(block[0].words):
        return [_parted(joined(lines)) or _block(lines) for lines in _parted_lines(block)]
    return [_block(lines) for lines in _by_tenure(block)]


def _parted_lines(block: list[Text]) -> list[list[Text]]:
    found: list[list[Text]] = []
    for text in block:
        goes_on = found and GOES_ON.search(found[-1][-1].text)
        if found and (goes_on or not _parted(text.words)):
            found[-1].append(text)
        else:
            found.append([text])
    return found


def _parted(words: Printed) -> _Person | None:
    """Return the person of words that are a name and, behind a sign or in brackets, a title."""
    match = PARTING.search(words.text)
    if not match or not is_name(TENURE.sub("", BULLET.sub("", words.text[: match.start()]))):
        return None
    person = _person(words.cut(0, match.start()).strip(), words.cut(match.end()).strip())
    if match["bracket"] and person.title:
        return replace(person, title=person.title.strip(" )"))
    return person


def _by_tenure(block: list[Text]) -> list[list[Text]]:
    """Return a block cut before each name that stands over a tenure; bold lines are one name."""
    starts = {0, len(block)}
    for n, (text, below) in enumerate(pairwise(block)):
        if not TENURE.match(below.text) or TENURE.match(text.text):
            continue
        while n and text.line.bold and block[n - 1].line.bold:
            n -= 1
        starts.add(n)
    return [block[start:end] for start, end in pairwise(sorted(starts))]


def _block(lines: list[Text]) -> _Person:
    """Return the person of a block: the first line is the name, or all bold lines before others."""
    bold = next((n for n, text in enumerate(lines) if not text.line.bold), len(lines))
    at = bold if 0 < bold < len(lines) else 1
    return _person(joined(lines[:at]), joined(lines[at:]))


def _name_to_comma(block: list[Text]) -> _Person | None:
    whole = joined(block)
    at = whole.text.find(",")
    if at < 0 or not NAME.match(whole.text[:at]):
        return None
    return _person(whole.cut(0, at).strip(), whole.cut(at + 1).strip())


def _person(name: Printed, title: Printed) -> _Person:
    """Return the person with the tenure taken out of name and title."""
    name = _unbullet(name)
    tenure: Printed | None = None
    for words in (name, title):
        match = TENURE.search(words.text)
        tenure = words.group(match) if match else tenure
    name, title = name.remove(TENURE).strip(), title.remove(TENURE).strip(" ,")
    return _Person(name, title or None, tenure)


def _unbullet(words: Printed) -> Printed:
    match = BULLET.match(words.text)
    return words.cut(match.end()) if match else words


def _share(people: list[_Person]) -> list[_Person]:
    """Return the people, each without a title given the title of the next one who has one."""
    shared: list[_Person] = []
    title: Printed | None = None
    for person in reversed(people):
        title = person.title or title
        shared.append(replace(person, title=title))
    return shared[::-1]
