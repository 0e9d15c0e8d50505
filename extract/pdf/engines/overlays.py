"""Print that lies on pages and is none of theirs: filled forms, stamps and notes in type."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as raw
from pypdfium2 import PdfDocument

from . import pdfium

# /Subtype /FreeText
_PRINTS = re.compile(rb"/Subtype\s*/(?:FreeText|Stamp|Widget)\b")


def may_print(objects: Collection[bytes]) -> bool:
    """Tell whether a PDF of these objects may have annotations that print words; most have none."""
    return any(_PRINTS.search(each) for each in objects)


def flattened(data: bytes, password: str | None) -> bytes:
    """Return a PDF whose pages print themselves what is seen on them. It is not encrypted.

    A field of a form prints its value where the form wants that to be drawn anew. Raises as an
    engine does.
    """
    with pdfium.opened(data, password) as document:
        if document.get_formtype() == raw.FORMTYPE_ACRO_FORM:
            document.init_forms()
        for number in range(1, len(document) + 1):
            with pdfium.loaded(document, number) as page, _filled(document, page):
                raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        return pdfium.unlocked(document)


@contextmanager
def _filled(document: PdfDocument, page: Any) -> Iterator[None]:  # noqa: ANN401 - ctypes
    """Draw the fields of a page that are to be drawn anew."""
    form = document.formenv
    if form:
        raw.FORM_OnAfterLoadPage(page, form)
    yield
    if form:
        raw.FORM_OnBeforeClosePage(page, form)
