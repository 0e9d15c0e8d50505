"""Pages whose print needs what is spoiled in a PDF: an engine would leave it out in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psexceptions import PSException
from pdfminer.psparser import LIT
from pdfplumber.page import Page

from ..errors import Damaged
from . import plumber

_IMAGE = LIT("Image")


def refuse_spoiled(data: bytes, password: str | None, spoiled: Collection[int]) -> None:
    """Refuse a PDF that needs one of these objects for the print of a page.

    Raises Damaged with the number of the first such page.
    """
    with plumber.opened(data, password) as document:
        for number, page in enumerate(document.pages, 1):
            if any(reached in spoiled for reached in _reached(page)):
                count = len(document.pages)
                raise Damaged(
                    f"page {number} of {count} cannot be read: a part of its print is damaged; "
                    "offer a whole copy"
                )


def _reached(page: Page) -> Iterator[int]:
    """Yield the numbers of the objects that the print of a page is made from: no pictures."""
    attributes = page.page_obj.attrs
    waiting = [attributes.get("Contents"), attributes.get("Resources"), page.page_obj.resources]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, PDFObjRef):
            if each.objid in seen:
                continue
            seen.add(each.objid)
            number, each = each.objid, _resolved(each)
            if isinstance(each, PDFStream) and each.attrs.get("Subtype") is _IMAGE:
                continue
            yield number
        if isinstance(each, PDFStream):
            each = each.attrs
        if isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


def _resolved(reference: PDFObjRef) -> object:
    try:
        return reference.resolve()
    except PSException:
        return None
