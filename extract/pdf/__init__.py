"""PDF files as documents: words -> runs -> blocks in reading order -> lines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

import regex

from ..document import Document
from ..errors import Damaged, EmptyDocument, NeedsOcr, TooBig
from ..letters import named, tears_word
from ..misread import bullets, mended
from .assemble import lines_of
from .engines import pdfium
from .engines.greys import greys
from .engines.layers import may_hide
from .engines.overlays import flattened, may_print
from .guards.guard import EDGE
from .guards.objects import objects_of
from .page import Page
from .scans.emphasis import emphasised
from .scans.ornaments import without_ornaments
from .scans.sizes import levelled
from .scans.weight import Picture, weighed
from .words.unnamed import lettered
from .words.upright import lying

Turns = Mapping[int, int] | None
# Of a document's bytes, password, pages that lie turned, where those alone are wanted, upright, and
# pages that are recognised.
Reader = Callable[[bytes, str | None, Turns, Collection[int]], list[Page]]

# A document is one when this share of its pages are.
_SCANS = 0.5
# A document is not to be read when its fonts name no letter for this share of them.
_UNREADABLE = 0.2
# Fonts may name signs instead of letters: so many words of a document show it.
_SIGNS = regex.compile(r"[\p{S}\p{C}\ufffd]+")
_SAMPLE = 500
# Pages are no smaller, in points.
_SMALLEST = 3.0


def read_pdf(
    data: bytes,
    path: str,
    password: str | None = None,
    engine: str = "pdfium",
    *,
    recognised: Collection[int] = (),
) -> Document:
    """Return the document in the bytes of a PDF, in reading order, every line with its box.

    Lines in the margins (running headers, page numbers) come first and last on their page. What is
    misread on pages whose text was `recognised` is mended; so is that of pages whose words nobody
    sees, for a recogniser has laid them under the picture of the page.
    Raises Encrypted, Damaged, NoPages, NeedsOcr, TooBig or EmptyDocument.
    """
    shown = _shown(data, password)
    read = _upright(*shown, ENGINES[engine], recognised)
    pages, ligatures = lettered(read)
    recognised = {*recognised, *(page.number for page in pages if page.laid)}
    unread = tuple(
        page.number for page in pages if _is_scan(page) and page.number not in recognised
    )
    _refuse_unreadable(pages, unread, engine)
    document = Document(
        document_id=hashlib.sha256(data).hexdigest(),
        path=path,
        media_type="application/pdf",
        pages=len(pages),
        bytes=len(data),
        lines=tuple(lines_of(_settled(pages, recognised, shown))),
        unread=unread,
        unnamed=tuple(page.number for page in pages if page.unnamed and _tears_words(page)),
        recognised=frozenset(recognised),
        ligatures=tuple(sorted(ligatures.items())),
        unseen=tuple(
            (page.number, named(" ".join(page.unseen.words))) for page in pages if page.unseen.words
        ),
    )
    return mended(document)


def _shown(data: bytes, password: str | None) -> tuple[bytes, str | None]:
    """Return a PDF with what lies on its pages as print of theirs, and the password for it."""
    if not may_print(objects_of(data, password)):
        return data, password
    return flattened(data, password), None


def _upright(
    data: bytes, password: str | None, read: Reader, recognised: Collection[int]
) -> list[Page]:
    """Return the pages of a document, those that lie on their side or upside down set upright."""
    pages = read(data, password, None, recognised)
    turns = lying(pages)
    return _with(pages, read(data, password, turns, recognised)) if turns else pages


def _settled(
    pages: Sequence[Page], recognised: Collection[int], shown: tuple[bytes, str | None]
) -> list[Page]:
    """Return pages with the recognised ones as an engine would give them as printed."""
    own = [page for page in pages if page.number in recognised]
    if not own:
        return list(pages)
    plain = without_ornaments(levelled(own), bullets())
    pictures = (Picture(*grey) for grey in greys(*shown, plain))
    return _with(pages, emphasised(weighed(plain, pictures)))


def _with(pages: Iterable[Page], others: Iterable[Page]) -> list[Page]:
    """Return pages with others in the place of those of their number."""
    by_number = {page.number: page for page in others}
    return [by_number.get(page.number, page) for page in pages]


def _read_with_pdfium(
    data: bytes, password: str | None, turns: Turns, recognised: Collection[int] = ()
) -> list[Page]:
    layered = may_hide(objects_of(data, password))
    with pdfium.opened(data, password) as document:
        pages = pdfium.read_pages(document, turns, layered=layered, recognised=recognised)
        return list(pages)


def _read_with_pdfplumber(
    data: bytes, password: str | None, turns: Turns, recognised: Collection[int] = ()
) -> list[Page]:
    from .engines import plumber  # costs half a second, and is seldom wanted

    # pdfminer does not keep how text is drawn: pdfium tells what is unseen, of what it can read.
    looked_at: Sequence[Page] = ()
    with suppress(Damaged):
        looked_at = _read_with_pdfium(data, password, turns, recognised)
    unseen = {page.number: page.unseen for page in looked_at}
    laid = {page.number for page in looked_at if page.laid}
    with plumber.opened(data, password) as document:
        pages = plumber.read_pages(document, turns, unseen)
        return [replace(page, laid=page.number in laid) for page in pages]


ENGINES: Mapping[str, Reader] = {
    "pdfium": _read_with_pdfium,
    "pdfplumber": _read_with_pdfplumber,
}


def _refuse_unreadable(pages: Sequence[Page], unread: Sequence[int], engine: str) -> None:
    """Raise what speaks against a document: its pages' size, pictures, or unnamed letters."""
    for page in pages:
        if min(page.width, page.height) < _SMALLEST:
            raise Damaged(f"page {page.number} has no size; offer a whole copy")
        if max(page.width, page.height) > EDGE:
            raise TooBig(f"page {page.number} is larger than 5 metres; offer the report as printed")
    if unread and len(unread) >= _SCANS * len(pages):
        raise NeedsOcr(
            f"{len(unread)} of {len(pages)} pages are pictures without text: the PDF needs OCR; "
            "read it with --ocr",
            unread,
        )
    if not any(page.tokens for page in pages):
        raise EmptyDocument("the file is empty: nothing is printed in it")
    unnamed = sum(page.unnamed for page in pages)
    if unnamed >= _UNREADABLE * _letters(pages) or _are_signs(pages):
        other = next(name for name in ENGINES if name != engine)
        raise NeedsOcr(
            "the PDF's fonts do not say which letters they print: it needs OCR; "
            f"read it with --ocr, or try --engine {other}",
            [p.number for p in pages if p.unnamed or p.number in unread or _are_signs([p])],
        )


def _are_signs(pages: Sequence[Page]) -> bool:
    """Tell whether most words are made of signs that no word has; some of them tell."""
    words = [token.text for page in pages for token in page.tokens]
    some = words[:: 1 + len(words) // _SAMPLE]
    return sum(bool(_SIGNS.fullmatch(word)) for word in some) > len(some) / 2


def _tears_words(page: Page) -> bool:
    return any(tears_word(token.text) for token in page.tokens)


def _letters(pages: Sequence[Page]) -> int:
    return sum(len(token.text) for page in pages for token in page.tokens)


def _is_scan(page: Page) -> bool:
    """Tell whether a picture covers a page, and no word stands on it."""
    return not page.tokens and page.is_covered
