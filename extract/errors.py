"""Why a document is refused. One base class, one reason each.

DocumentError
├── Unreadable      the file cannot be opened
├── NotText         the bytes are no text and no PDF
├── Flattened       a text that has lost the order of reading
├── EmptyDocument   nothing is printed in it
├── UnknownLayout   no layout fits, or two fit equally
├── NoPeriod        a report without the months that it covers
├── CutOff          a report that ends before its end
├── OutOfOrder      a report whose pages stand in no order of reading
├── SeveralReports  a file that holds more than one report
├── Encrypted       a PDF that does not open without its password
├── Damaged         a PDF whose structure, or one of whose pages, cannot be read
├── NoPages         a PDF without pages
├── NoPrint         a PDF whose print is elsewhere: in files attached to it, or made by a program
├── NeedsOcr        a PDF of pictures, or of fonts that name no characters
└── TooBig          more pages, characters or bytes than a report may have
"""

from collections.abc import Sequence


class DocumentError(Exception):
    """A document that is refused; its text is one line: what is wrong and what to do."""


class Unreadable(DocumentError):
    """The file cannot be opened."""


class NotText(DocumentError):
    """The bytes are no text and no PDF."""


class Flattened(DocumentError):
    """A text that was drawn from a PDF and has lost the order of reading, or its white space."""


class EmptyDocument(DocumentError):
    """Nothing is printed in it."""


class UnknownLayout(DocumentError):
    """No layout fits, or two fit equally."""


class NoPeriod(DocumentError):
    """A report that does not say which months it covers."""


class CutOff(DocumentError):
    """A report that ends before its end."""


class OutOfOrder(DocumentError):
    """A report whose pages stand in no order of reading, as for a booklet that is to be folded."""


class SeveralReports(DocumentError):
    """A file that holds more than one report."""


class Encrypted(DocumentError):
    """A PDF that does not open without its password."""


class Damaged(DocumentError):
    """A PDF whose structure, or one of whose pages, cannot be read."""


class NoPages(DocumentError):
    """A PDF without pages."""


class NoPrint(DocumentError):
    """A PDF whose pages only stand for others: of files attached to it, or that a program makes."""


class NeedsOcr(DocumentError):
    """A PDF whose pages are pictures without text, or whose fonts name no characters.

    It is told on which `pages`, where the document was read.
    """

    def __init__(self, reason: str, pages: Sequence[int] = ()) -> None:
        super().__init__(reason)
        self.pages = pages


class TooBig(DocumentError):
    """A document with more pages, characters or bytes than a report may have."""
