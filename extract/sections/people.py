"""People: focal points, the board, the secretariat, interns, and the signatory of the note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from ..document import Role
from ..layout import Layout
from ..printed import Printed
from ..prose import read_prose
from ..recognise import lookahead
from ..records import Appointment, Note
from ..shapes import BULLET, GOES_ON, TENURE
from ..words import Account, Text, blocks, joined

# David Makhura   Laura Pérez Castaño   Mohammad Reza Kalaei   Dr Bonthu Rammohan   Oh Se-Hoon
_NAME = regex.compile(
    r"^\p{Lu}[\p{L}\p{M}.'’\-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’\-]*|d[aeiou]s?|del|van|von|der|den|"
    r"la|las|los|bin|ibn|al|el|ter|y|e|i)){0,6}$"
)
_COMMA = regex.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class _Person:
    name: Printed
    title: Printed | None
    tenure: Printed | None


def read_note(
    texts: Sequence[Text],
    heading: Printed,
    layout: Layout,
    known: frozenset[str],
    account: Account,
) -> Note:
    """Return the note. The signature ends it: a name, and below it a title that layouts name.

    Where no such title is printed, up to two short last blocks that end no sentence are the
    signature. The signatory is its first line, the title the rest.
    """
    at, end = _signature(texts, layout)
    prose = read_prose(texts[:at], layout, known)
    account.mark(Role.CAPTION, *prose.captions)
    signatory = texts[at].words if texts[at:] else None
    title = joined(texts[at + 1 : end]) if texts[at + 1 : end] else None
    return Note(heading, prose.paragraphs, signatory, title)


def _signature(texts: Sequence[Text], layout: Layout) -> tuple[int, int]:
    """Return where the signature begins and ends; behind the last line when there is none.

    What stands after a signature is no part of the note, and nobody claims it.
    """
    for n, text in enumerate(texts[1:], 1):
        short = _is_signature(f"{texts[n - 1].text} {text.text}")
        if short and any(text.folded.endswith(words) for words in layout.words["signatory_titles"]):
            return n - 1, n + 1
    body = list(blocks(texts))
    signed = 0
    while body and signed < 2 and _is_signature(joined(body[-1]).text):
        body.pop()
        signed += 1
    return sum(map(len, body)), len(texts)


def _is_signature(words: str) -> bool:
    return len(words.split()) <= 12 and not words.endswith((".", "!", "?", "…"))


def read_board(
    texts: Sequence[Text], region: Printed | None, layout: Layout, account: Account
) -> list[Appointment]:
    """Return the seats of the board under their role labels.

    Two forms: 'Name, Title' in a line, and a block of name, tenure and title. People after one
    label without a title of their own share the seat of the next one and its title.
    """
    found: list[Appointment] = []
    for role, printed, lines in _by_role(texts, layout.roles["board"], account):
        people = _share([p for block in blocks(lines) for p in _people(block)])
        found += [
            Appointment("board", region, role, printed, p.name, p.title, p.tenure) for p in people
        ]
    return found


def read_focal(
    texts: Sequence[Text], region: Printed | None, layout: Layout, account: Account
) -> list[Appointment]:
    """Return the focal points: role label, name, and the seat or title under it.

    A name torn over two lines ends at the comma before its seat ('... / Dieye, Dakar').
    """
    found: list[Appointment] = []
    for role, printed, lines in _by_role(texts, layout.roles["focal"], account):
        for block in blocks(lines):
            person = _name_to_comma(block) or _block(block)
            found.append(
                Appointment(
                    "focal point", region, role, printed, person.name, person.title, person.tenure
                )
            )
    return found


def read_staff(texts: Sequence[Text], layout: Layout, *, interns: bool) -> list[Appointment]:
    """Return the people of the secretariat: a block each, its first line the name.

    Under a heading of interns all are interns; elsewhere those whose title begins so.
    """
    found: list[Appointment] = []
    for block in blocks(texts):
        person = _block(block)
        first = person.title.text.split()[0].casefold().strip("–-,:") if person.title else ""
        is_intern = interns or first in layout.words["intern"]
        body = "intern" if is_intern else "secretariat"
        found.append(
            Appointment(
                "intern" if body == "intern" else "secretariat",
                None,
                None,
                None,
                person.name,
                person.title,
                person.tenure,
            )
        )
    return found


def _by_role(
    texts: Sequence[Text], roles: dict[str, str] | object, account: Account
) -> list[tuple[str | None, Printed | None, list[Text]]]:
    """Return the lines under each role label; a label may be torn over lines of one block."""
    assert isinstance(roles, dict)  # noqa: S101 - a layout's roles are a dict
    runs: list[tuple[str | None, Printed | None, list[Text]]] = []
    i = 0
    while i < len(texts):
        taken = next(
            (n for n, words in sorted(lookahead(texts, i).items(), reverse=True) if words in roles),
            0,
        )
        if taken:
            account.mark(Role.LABEL, *texts[i : i + taken])
            label = joined(texts[i : i + taken])
            runs.append((roles[lookahead(texts, i)[taken]], label, []))
            i += taken
            continue
        if not runs:
            runs.append((None, None, []))
        runs[-1][2].append(texts[i])
        i += 1
    return runs


def _people(block: list[Text]) -> list[_Person]:
    """Return the people of a block: one per 'Name, Title' line, else one, or one per tenure."""
    if _comma_name(block[0].words):
        return [_comma_person(lines) for lines in _comma_lines(block)]
    return [_block(lines) for lines in _by_tenure(block)]


def _comma_lines(block: list[Text]) -> list[list[Text]]:
    found: list[list[Text]] = []
    for text in block:
        goes_on = found and GOES_ON.search(found[-1][-1].text)
        if found and (goes_on or not _comma_name(text.words)):
            found[-1].append(text)
        else:
            found.append([text])
    return found


def _comma_name(words: Printed) -> bool:
    head, comma, _ = _unbullet(words).remove(TENURE).text.partition(",")
    return bool(comma) and len(head.split()) > 1 and bool(_NAME.match(head.strip()))


def _comma_person(lines: list[Text]) -> _Person:
    whole = joined(lines)
    at = whole.text.index(",")
    return _person(whole.cut(0, at).strip(), whole.cut(at + 1).strip())


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
    if at < 0 or not _NAME.match(whole.text[:at]):
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
