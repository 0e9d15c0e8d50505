"""Pages whose print needs what is spoiled in a PDF: an engine would leave it out in silence."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Container, Iterable, Iterator, Mapping

from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psexceptions import PSException
from pdfminer.psparser import LIT
from pdfplumber.page import Page

from ...errors import Damaged
from ..engines import plumber

_IMAGE, _FORM = LIT("Image"), LIT("Form")
# /F1   /Fm#31
_NAME = re.compile(rb"/([^\x00\s()<>\[\]{}/%]+)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def refuse_spoiled(data: bytes, password: str | None, spoiled: Collection[int]) -> None:
    """Refuse a PDF that needs one of these objects for the print of a page.

    Raises Damaged with the number of the first such page.
    """
    with plumber.opened(data, password) as document:
        for number, page in enumerate(document.pages, 1):
            if any(number in spoiled for number in _Walk(page).numbers()):
                count = len(document.pages)
                raise Damaged(
                    f"page {number} of {count} cannot be read: a part of its print is damaged; "
                    "offer a whole copy"
                )


class _Walk:
    """A walk through the objects that the print of a page is made from: no pictures.

    Of resources only those count that the content names: one that is not there is as good as none
    (ISO 32000-1, 7.3.10) where nothing draws with it.
    """

    def __init__(self, page: Page) -> None:
        attributes = page.page_obj.attrs
        self._shared = [attributes.get("Resources"), page.page_obj.resources]
        self._seen: set[int] = set()
        self._lists: list[int] = []
        self._waiting: list[object] = [attributes.get("Contents")]
        self._draws(_names(page.page_obj.contents), self._shared)

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the objects."""
        while self._waiting:
            each = self._waiting.pop()
            if isinstance(each, PDFObjRef):
                if each.objid in self._seen:
                    continue
                self._seen.add(each.objid)
                number, each = each.objid, _resolved(each)
                if isinstance(each, PDFStream) and each.attrs.get("Subtype") is _IMAGE:
                    continue
                yield number
            self._go_on_from(each)
        yield from self._lists

    def _go_on_from(self, each: object) -> None:
        if isinstance(each, PDFStream):
            own = dict(each.attrs)
            resources = [own.pop("Resources")] if "Resources" in own else []
            if resources or own.get("Subtype") is _FORM:
                self._draws(_names([each]), resources or self._shared)
            each = own
        if isinstance(each, dict):
            self._waiting += each.values()
        elif isinstance(each, list):
            self._waiting += each

    def _draws(self, names: Container[str] | None, resources: Iterable[object]) -> None:
        """Go on with the resources of those names, None for all; their lists are needed too."""
        for entries in resources:
            kinds = _entries(entries)
            self._lists += [e.objid for e in (entries, *kinds.values()) if isinstance(e, PDFObjRef)]
            for kind in map(_entries, kinds.values()):
                self._waiting += (v for k, v in kind.items() if names is None or k in names)


def _entries(value: object) -> Mapping[str, object]:
    """Return the entries of a dictionary; what is none has none."""
    found = _resolved(value)
    return found if isinstance(found, dict) else {}


def _names(streams: Iterable[object]) -> frozenset[str] | None:
    """Return the names in content streams, None where one of them cannot be unpacked."""
    found: set[str] = set()
    for stream in map(_resolved, streams):
        if not isinstance(stream, PDFStream):
            return None
        try:
            found.update(_decoded(name) for name in _NAME.findall(stream.get_data()))
        except (PSException, ValueError, zlib.error):
            return None
    return frozenset(found)


def _decoded(name: bytes) -> str:
    """Return a name as the keys of dictionaries have it."""
    plain = _ESCAPE.sub(lambda sign: bytes.fromhex(sign[1].decode("ascii")), name)
    return plain.decode("utf-8", "surrogateescape")


def _resolved(value: object) -> object:
    try:
        return value.resolve() if isinstance(value, PDFObjRef) else value
    except PSException:
        return None
