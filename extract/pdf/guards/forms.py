"""Forms that draw themselves, or one another without end, told before an engine follows them.

A form is a drawing that pages and other forms draw by its name. An engine draws what it is told to
until its memory is full. Most PDFs have no forms, and most forms draw no others: only those that do
are unpacked. Dictionaries are read as far as their resources need it; what is missed here ends by
the limits of a worker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from ...errors import Damaged, TooBig
from ..engines.drawing import DEEP
from .streams import Stream, Survey

# Forms draw so many others all in all.
DRAWN = 100_000
# 12 0 obj
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_DIGITS = re.compile(rb"\d+")
_FIRST = re.compile(rb"/First\s+(\d{1,10})")
_PAGE = re.compile(rb"/Type\s*/Pages?\b")
_EDGE = re.compile(rb"<<|>>")
# /Resources 9 0 R   /Resources << ... >>
_ENTRY = {
    key: re.compile(rb"/%b\s*(?:(\d{1,10})\s+\d{1,5}\s+R\b|(?=<<))" % key)
    for key in (b"Resources", b"XObject")
}
# /X 6 0 R
_NAMED = re.compile(rb"/([^\s/<>\[\]()%]+)\s+(\d{1,10})\s+\d{1,5}\s+R\b")
# /X Do
_DRAWS = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")


def refuse_endless(survey: Survey) -> None:
    """Refuse a PDF of which a form draws itself, by way of others or not, or too many others.

    Raises Damaged and TooBig with the number of the form's object.
    """
    forms = {stream.number: stream for stream in survey.streams if b"/Form" in stream.head}
    if not forms:
        return
    objects = _Objects(survey)
    drawn = {number: _drawn(form, forms, objects) for number, form in forms.items()}
    try:
        order = list(TopologicalSorter(drawn).static_order())
    except CycleError as error:
        raise Damaged(
            f"object {min(error.args[1])} of the PDF is a form that draws itself; "
            "offer a whole copy"
        ) from error
    _refuse_deep(order, drawn)


def _refuse_deep(order: list[int], drawn: Mapping[int, Counter[int]]) -> None:
    """Refuse forms that stand too deep in one another or draw too many; `order` begins inside."""
    deep: dict[int, int] = {}
    many: dict[int, int] = {}
    for form in order:
        inner = drawn[form]
        deep[form] = 1 + max((deep[each] for each in inner), default=0)
        many[form] = 1 + sum(times * many[each] for each, times in inner.items())
        if deep[form] > DEEP:
            raise TooBig(f"object {form} of the PDF is a form with more than {DEEP} in one another")
        if many[form] > DRAWN:
            raise TooBig(
                f"object {form} of the PDF is a form that draws more than {DRAWN:,} others"
            )


def _drawn(form: Stream, forms: Mapping[int, Stream], objects: _Objects) -> Counter[int]:
    """Return the forms that a form draws, and how often each."""
    named = {name: number for name, number in objects.drawings(form) if number in forms}
    content = form.content(objects.survey.data) if named else b""
    return Counter(named[name] for name in _DRAWS.findall(content) if name in named)


@dataclass(slots=True)
class _Objects:
    """The objects of a PDF by their numbers, found when they are asked for."""

    survey: Survey
    found: Mapping[int, bytes] | None = None

    def drawings(self, form: Stream) -> Iterator[tuple[bytes, int]]:
        """Yield the names that a form may draw, each with the number of its object.

        A form without resources of its own has those of the page.
        """
        resources = [self._entry(form.head, b"Resources")]
        if b"/Resources" not in form.head:
            pages = (text for text in self._all().values() if _PAGE.search(text))
            resources = [self._entry(page, b"Resources") for page in pages]
        for each in resources:
            for name, number in _NAMED.findall(self._entry(each, b"XObject")):
                yield name, int(number)

    def _entry(self, text: bytes, key: bytes) -> bytes:
        """Return the dictionary under a key, there or where it is referred to; nothing of none."""
        match = _ENTRY[key].search(text)
        if not match:
            return b""
        return self._all().get(int(match[1]), b"") if match[1] else _inner(text, match.end())

    def _all(self) -> Mapping[int, bytes]:
        """Return the objects that are no streams."""
        if self.found is None:
            self.found = {**dict(self._plain()), **dict(self._packed())}
        return self.found

    def _plain(self) -> Iterator[tuple[int, bytes]]:
        data = self.survey.data
        at = 0
        for until in [*(stream.at for stream in self.survey.streams), len(data)]:
            for match in _OBJECT.finditer(data, at, until):
                end = data.find(b"endobj", match.end(), until)
                yield int(match[1]), data[match.end() : end if end >= 0 else until]
            at = max(until, data.find(b"endstream", until))

    def _packed(self) -> Iterator[tuple[int, bytes]]:
        for stream in self.survey.streams:
            first = _FIRST.search(stream.head) if stream.holds_objects else None
            if not first:
                continue
            unpacked = stream.content(self.survey.data)
            numbers = [int(number) for number in _DIGITS.findall(unpacked[: int(first[1])])]
            starts = [int(first[1]) + start for start in numbers[1::2]]
            ends = [*starts[1:], len(unpacked)]
            for number, start, end in zip(numbers[::2], starts, ends, strict=False):
                yield number, unpacked[start:end]


def _inner(text: bytes, start: int) -> bytes:
    """Return the dictionary that begins at a place."""
    depth = 0
    for edge in _EDGE.finditer(text, start):
        depth += 1 if edge[0] == b"<<" else -1
        if not depth:
            return text[start : edge.end()]
    return text[start:]
