"""Lines as the readers of sections see them: words without markup, roles written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .document import Line, Role
from .fold import fold
from .printed import Printed
from .shapes import BULLET, PREFIXES, TORN_WORD


@dataclass(frozen=True, slots=True)
class Text:
    """A line, its words without markup, and those words folded for comparing."""

    line: Line
    words: Printed
    folded: str

    @classmethod
    def of(cls, line: Line, words: Printed) -> Text:
        """Return the line with its words."""
        return cls(line, words, fold(words.text))

    @property
    def gap(self) -> bool:
        """Tell whether white space parts it from the line before."""
        return self.line.gap

    @property
    def text(self) -> str:
        """The words."""
        return self.words.text


@dataclass(slots=True)
class Account:
    """Who accounts for each line, except records: those are found by their evidence."""

    roles: dict[int, Role] = field(default_factory=dict)

    def mark(self, role: Role, *texts: Text) -> None:
        """Give lines a role; the last mark wins."""
        self.roles |= dict.fromkeys((text.line.number for text in texts), role)


def without_bullet(text: Text) -> Text:
    """Return the line without the bullet that its words begin with."""
    match = BULLET.match(text.text)
    return Text.of(text.line, text.words.cut(match.end())) if match else text


def blocks(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """Yield the runs of lines that no gap parts."""
    block: list[Text] = []
    for text in texts:
        if text.gap and block:
            yield block
            block = []
        block.append(text)
    if block:
        yield block


def joined(texts: Sequence[Text]) -> Printed:
    """Return the words of lines as one, a space for each line's end.

    After a hyphen there is none; before small letters the hyphen goes too ('Govern-' / 'ance'),
    unless it follows a prefix such as 'co'.
    """
    whole = Printed("", ())
    for text in texts:
        torn, rest = TORN_WORD.search(whole.text), text.words
        if torn and rest.text[:1].islower() and torn["left"].casefold() not in PREFIXES:
            whole = Printed.join([whole.cut(0, len(whole) - 1), rest], "")
        else:
            whole = Printed.join([whole, rest], "" if torn else " ") if whole else rest
    return whole
