"""Lists of names and codes -> their items, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import regex

from ..languages import every
from . import tables
from .chains import chains
from .printed import Printed
from .records import Names
from .shapes import CODE, CODE_LIKE, CODE_TAIL, COMMAS, GOES_ON
from .words import Text, is_page_end, joined, without_bullet

# Berlin, Madrid; Rabat   but not inside brackets: (Hyderabad, Pakistan)
_COMMA = regex.compile(rf"[{COMMAS}](?![^()]{{0,200}}\))")
# Berlin / Rabat | Quito · Tunis • Lima + Bogor
_MARK = regex.compile(r"\s[/|·•+](?=\s)(?![^()]{0,200}\))")
# Berlin – Rabat – Tunis: a single one in a line may stand inside a name
DASH = regex.compile(r"\s[-–—](?=\s)(?![^()]{0,200}\))")
_DASHES = 2
# what a list that signs part may begin or end with
_OUTER = f" {COMMAS}/|·•"
# 1. Berlin   2) Rabat   (3) Quito   a) Lima
_NUMBER = regex.compile(r"^\(?(?:\d{1,2}|\p{Ll})[.)]\s+(?=\p{Lu})")
# Toronto and Valle de Aburra   Rabat & Tunis   Alger et Le Caire
_AND = regex.compile(rf"\s+(?:{every('ands')}|&)\s+(?![^()]{{0,200}}\))", regex.I)
# ', and Rabat': what is left of the conjunction after the comma
_LEADING_AND = regex.compile(rf"^(?:{every('ands')}|&)\s+", regex.I)
# 'Rabat.' but not 'D.C.'
_STOP = regex.compile(r"(?<!\b\p{Lu})[.:…]+$")
# 'Berlin, Germany' has so many parts.
_WITH_COUNTRY = 2
_SOFT_HYPHEN = "\u00ad"
# (METROPOLITAN AREA), on a line of its own
_BRACKET = regex.compile(r"^\(")
# L1M1D3, or what is left of it in a misprint: a letter and a digit twice at least
_DELIVERABLE = regex.compile(r"[A-Z]\S?\d{1,2}\.?[A-Z]\d", regex.I)
# L1A1D2 (partly), L1A1D3 (see page 12): a remark on a code
_REMARK = regex.compile(r"\s\((?:[^()\d]*|see\s[^()]*)\)")
# L1A1D1 to L1A1D3   L1A1D1 – D3   what stands between the ends of a range
_TO = rf"(?:{every('joints')}|[-–—])"
_CODE_PARTS = regex.compile(rf"(?<!\s{_TO})[\s,;/|&·]+(?!{_TO}\s)|\b{every('ands')}\b", regex.I)
_CODES = regex.compile(
    rf"{CODE_LIKE.pattern}(?:\s{_TO}\s(?:{CODE_LIKE.pattern}|{CODE_TAIL.pattern}))?"
)
# L1A1D1   (L1A1D1)   and L1A1D1, which ends a list that goes on below
_CODES_BEGIN = regex.compile(rf"[Ll1I|(\[&]|(?:{every('ands')})\s", regex.I)
# L2A1D3: Research on metropolitan topics   L2A1D3 – Research
_TITLED_CODE = regex.compile(
    rf"^(?P<code>{CODE.pattern}\*?)(?::|\s[-–—])\s+\p{{Lu}}(?!\d).*(?<![.!?])$"
)


def names(texts: Sequence[Text], *, conjunction: bool = True) -> Names:
    """Return the names in the lines of a list.

    Columns of a table are read one after the other. With a comma anywhere it is a running list,
    split at commas outside brackets and, with `conjunction`, at the last 'and'; without a comma
    marks such as ' / ' part it where no tabs do, or several dashes in a line. Entries with bullets
    or numbers are parted first, and one comma in an entry is that of 'Berlin, Germany'. Without
    either every line is an item, which may be torn, but a line that opens a bracket, or closes one
    that is open there, belongs to the line before.
    """
    lines = [_unnumbered(without_bullet(text)) for text in texts]
    parting = _parting(lines)
    entries = _entries(texts, lines) if parting is _COMMA else []
    if len(entries) > 1:
        single = all(len(entry.split(_COMMA)) <= _WITH_COUNTRY for entry in entries)
        items = entries if single else [item for entry in entries for item in entry.split(_COMMA)]
        return Names(tuple(_trimmed(items)))
    table = tables.columns(lines) if not parting and any(map(tables.has_cells, lines)) else []
    if len(table) > 1:
        return Names(tuple(cell for column in table for cell in _cells(column)), torn=True)
    if parting or len(lines) <= 1:
        whole = joined(lines)
        return Names(tuple(_running(whole, parting or _COMMA, conjunction=conjunction)))
    return Names(tuple(_cells(line.words for line in lines)), torn=True)


def columns(texts: Sequence[Text]) -> tuple[Names, ...]:
    """Return the names of a table, column by column, each from top to bottom.

    A running list, with commas or other marks between the names, is one column, which ends over a
    gap where it does not run on.
    """
    lines = [_unnumbered(without_bullet(text)) for text in texts]
    if _parting(lines) and not any("\t" in line.text for line in lines):
        return tuple(names(part) for part in chains(texts, _runs_on))
    return tuple(Names(tuple(_cells(column)), torn=True) for column in tables.columns(lines))


def _runs_on(above: Text, text: Text) -> bool:
    return not text.gap or is_page_end(above, text) or bool(GOES_ON.search(above.text))


def codes(text: Text) -> list[Printed]:
    """Return the codes in a line of codes: parted by signs, white space or 'and'.

    The ends of a range stay together. The title behind a code, or a remark on it, is none.
    """
    words = without_bullet(text).words
    titled = _TITLED_CODE.match(words.text)
    if titled:
        return [words.group(titled, "code")]
    if words.text[:1] in "([":
        words = words.strip("()[]")
    words = words.remove(_REMARK) if words.text.endswith(")") or ")," in words.text else words
    return [part.strip(".") for part in words.split(_CODE_PARTS)]


def has_title(text: Text) -> bool:
    """Tell whether a line is a code and its title, which may go on below."""
    return bool(_TITLED_CODE.match(without_bullet(text).text))


def is_entry(text: Text) -> bool:
    """Tell whether a line begins with the bullet or number of a list, before a capital."""
    words = _unnumbered(without_bullet(text)).text
    return words != text.text and words[:1].isupper()


def is_code_line(text: Text) -> bool:
    """Tell whether a line holds nothing but codes, of which one at least is rightly printed.

    Behind the first a code may be short: 'L1A1D1/D2'.
    """
    if not _CODES_BEGIN.match(without_bullet(text).text):
        return False
    parts = [part.text for part in codes(text)]
    if not parts or not _CODES.fullmatch(parts[0]):
        return False
    if not all(_CODES.fullmatch(part) or CODE_TAIL.fullmatch(part) for part in parts[1:]):
        return False
    return any(_DELIVERABLE.search(part) for part in parts)


def _parting(lines: Sequence[Text]) -> regex.Pattern[str] | None:
    """Return what parts the names of a running list, None where every line is a name."""
    words = " ".join(line.text for line in lines)
    mark = next((mark for mark in (_COMMA, _MARK) if mark.search(words)), None)
    if mark is _MARK and any("\t" in line.text for line in lines):
        return None
    dashed = mark is None and has_dashes(words) and any(has_dashes(line.text) for line in lines)
    return DASH if dashed else mark


def has_dashes(words: str) -> bool:
    """Tell whether dashes and no commas part the words of a line into names."""
    if " - " not in words and " – " not in words and " — " not in words:
        return False  # as of most lists
    return not _COMMA.search(words) and len(DASH.findall(words)) >= _DASHES


def _unnumbered(text: Text) -> Text:
    match = _NUMBER.match(text.text)
    return Text.of(text.line, text.words.cut(match.end()), text.tear) if match else text


def _running(
    whole: Printed, parting: regex.Pattern[str], *, conjunction: bool
) -> Iterable[Printed]:
    items = whole.split(parting)
    if conjunction and items:
        items[-1:] = items[-1].remove(_LEADING_AND).split(_AND)
    return _trimmed(items)


def _trimmed(items: Iterable[Printed]) -> list[Printed]:
    trimmed = (item.remove(_STOP).strip(_OUTER) for item in items)
    return [item for item in trimmed if item]


def _entries(texts: Sequence[Text], lines: Sequence[Text]) -> list[Printed]:
    """Return the entries of a list with bullets or numbers, wrapped ones whole, else none."""
    if not texts or not is_entry(texts[0]):
        return []
    starts = [n for n, text in enumerate(texts) if is_entry(text)]
    return [joined(lines[a:b]) for a, b in pairwise([*starts, len(texts)])]


def _cells(items: Iterable[Printed]) -> list[Printed]:
    cells: list[Printed] = []
    for item in items:
        if not item:
            continue
        if cells and cells[-1].text.endswith(_SOFT_HYPHEN):
            cells[-1] = Printed.join([cells[-1].cut(0, len(cells[-1]) - 1), item], "")
        elif cells and (_BRACKET.match(item.text) or _closes(cells[-1].text, item.text)):
            cells[-1] = Printed.join([cells[-1], item])
        else:
            cells.append(item)
    return cells


def _closes(above: str, words: str) -> bool:
    """Tell whether words close a bracket that is open over them: '(METROPOLITAN' / 'AREA)'."""
    return above.count("(") > above.count(")") and ")" in words.partition("(")[0]
