"""The opening note and who signed it."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Role
from ..layout import Layout
from ..printed import Printed
from ..prose import read_prose
from ..records import Note
from ..words import Account, Text, blocks, joined


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
