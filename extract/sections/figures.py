"""Figures that stand alone, in sentences, or in tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from .. import tables
from ..chains import chains
from ..document import Role
from ..numerals import IN_WORDS, NUMERAL
from ..printed import Printed
from ..prose import join_lines
from ..records import Figure, Passage
from ..shapes import AMOUNT, BESIDE, QUALIFIED, SENTENCE_END
from ..words import Account, Text, blocks, joined, unmarked, without_bullet

_LABEL_WORDS = 14
# A table of a label and a figure has so many columns.
_PAIR = 2
# Africa | 20 | 55%: a row of a table without bars around it
_BAR = regex.compile(r"\s\|\s")
# 2018, at the head of a column
_YEAR = regex.compile(r"(?:19|20)\d\d")
# 12 members paid   1,200+ people   +1,412 people   95% of the fees   over 40 experts
# but not '3 of 5 members' or '2021 fees'
_COUNTED = regex.compile(
    rf"^(?P<amount>{QUALIFIED}(?:\+?\d{{1,3}}(?:[.,]\d{{3}})*(?:\s?[%€])?\+?|{NUMERAL}))"
    r"\s+(?P<label>\p{Ll}\D*)$"
)


def read_figures(
    texts: Sequence[Text], section: Printed, known: frozenset[str], account: Account
) -> tuple[list[Figure], list[Passage]]:
    """Return the figures with the words beside them, and the prose of the section.

    Whether the words stand before or after their figure is told by which comes first. Prose ends
    a sentence or ends in a colon, or is too long for a label. A line such as '12 members paid' is
    both; where figures stand in blocks of their own it may be a label too, and nobody claims it. In
    a table under a row of heads the words are those of the row and, of several columns, the head.
    """
    figures: list[Figure] = []
    units: list[tuple[bool, Printed]] = []
    passages: list[Passage] = []
    found = list(blocks(texts))
    apart = any(all(_is_amount(text.text) for text in block) for block in found)
    for block, below in zip(found, [*found[1:], []], strict=False):
        rows = _table(block)
        if rows:
            account.mark(Role.LABEL, block[0])
            figures += [*_pair(units, section), *_of_table(rows, section)]
            units = []
            continue
        prose = _prose_lines(block, below)
        if prose:
            passages.append(Passage(section, join_lines([t.words for t in block[:prose]], known)))
        counted = _counted(block[prose:], section)
        if counted:
            figures += _pair(units, section)
            figures += [] if apart else counted
            units = []
        else:
            units += _figure_units(block[prose:])
    figures += _pair(units, section)
    return [replace(figure, label=unmarked(figure.label)) for figure in figures], passages


def _table(block: list[Text]) -> list[list[Printed]]:
    """Return the rows of a table of figures, its heads first, none where a block is none."""
    rows = tables.grid(block) if len(block) > 1 and all(map(tables.has_cells, block)) else []
    if not rows and len(block) > 1 and all(_BAR.search(text.text) for text in block):
        rows = [text.words.split(_BAR) for text in block]
    heads = [cell.text for cell in rows[0][1:]] if rows else []
    if not heads or any(len(row) != len(rows[0]) for row in rows):
        return []
    if not all(head and (_YEAR.fullmatch(head) or not _is_amount(head)) for head in heads):
        return []
    labelled = (row[0] and not _is_amount(row[0].text) for row in rows[1:])
    filled = (any(_is_amount(cell.text) for cell in row[1:]) for row in rows[1:])
    return rows if all(labelled) and all(filled) else []


def _of_table(rows: list[list[Printed]], section: Printed) -> list[Figure]:
    heads = rows[0]
    return [
        Figure(section, Printed.join([row[0], head]) if len(heads) > _PAIR else row[0], cell)
        for row in rows[1:]
        for head, cell in zip(heads[1:], row[1:], strict=True)
        if _is_amount(cell.text)
    ]


def _is_amount(words: str) -> bool:
    """Tell whether words are a figure, in figures or in words."""
    return bool(AMOUNT.match(words) or IN_WORDS.match(words))


def _counted(block: list[Text], section: Printed) -> list[Figure]:
    """Return the figures of lines that begin with one, each with the words behind it."""
    block = [without_bullet(text) for text in block]
    starts = [n for n, text in enumerate(block) if _COUNTED.match(text.text)]
    if not starts or starts[0] or any(_is_amount(p.text) for t in block for p in _parts(t)):
        return []
    lines = [joined(block[a:b]) for a, b in pairwise([*starts, len(block)])]
    matches = [(words, _COUNTED.match(words.text)) for words in lines]
    return [
        Figure(section, words.group(match, "label"), words.group(match, "amount"))
        for words, match in matches
        if match
    ]


def _prose_lines(block: list[Text], below: list[Text]) -> int:
    """Return how many lines at the beginning of a block are prose and no label.

    A block without a figure is prose or not, but for words behind its last sentence that label a
    figure below; over figures stands prose when there are more runs of words than figures for them:
    'From 1 January:' / '350+' / 'experts'.
    """
    amounts = [n for n, text in enumerate(block) if any(_is_amount(p.text) for p in _parts(text))]
    if not amounts:
        ended = _sentences(block) if below and _is_amount(below[0].text) else 0
        return ended or (len(block) if is_prose(joined(block).text) else 0)
    first = amounts[0]
    ended = _sentences(block[:first])
    if 0 < ended < first and not is_prose(joined(block[ended:first]).text):
        return ended  # its last sentence is over, and what follows labels the first figure
    labels = sum(not is_amount for is_amount, _ in _figure_units(block))
    over = first and labels > len(amounts) and is_prose(joined(block[:first]).text)
    return first if over else 0


def _sentences(lines: list[Text]) -> int:
    """Return how many lines there are up to the last that ends a sentence."""
    return max((n for n, text in enumerate(lines, 1) if _ends_sentence(text.text)), default=0)


def _figure_units(block: list[Text]) -> list[tuple[bool, Printed]]:
    """Return the amounts of a block and the runs of words between them, a line's parts apart."""
    units: list[tuple[bool, list[Text]]] = []
    for text in (part for line in block for part in _parts(line)):
        is_amount = _is_amount(text.text)
        if units and not is_amount and not units[-1][0]:
            units[-1][1].append(text)
        else:
            units.append((is_amount, [text]))
    return [(is_amount, joined(lines)) for is_amount, lines in units]


def _parts(text: Text) -> list[Text]:
    """Return a line whole, or words and amount where a mark parts them: 'Experts: 61'."""
    words = without_bullet(text).words
    for match in BESIDE.finditer(words.text):
        parts = words.cut(0, match.start()).strip(), words.cut(match.end()).strip()
        if sum(_is_amount(part.text) for part in parts) == 1:
            return [Text.of(text.line, part) for part in parts]
    return [text]


def _pair(units: list[tuple[bool, Printed]], section: Printed) -> list[Figure]:
    amount_first = _amount_first(units)
    figures: list[Figure] = []
    if amount_first is None:
        return figures
    for n, (is_amount, words) in enumerate(units):
        beside = n + 1 if amount_first else n - 1
        if is_amount and 0 <= beside < len(units) and not units[beside][0]:
            figures.append(Figure(section, units[beside][1], words))
    return figures


def _amount_first(units: list[tuple[bool, Printed]]) -> bool | None:
    """Tell whether amounts stand before their words; None where nothing tells.

    Runs in which the two take turns tell by what they begin and end with, of several that do not
    agree the first. Where all begin and end in words, amounts stand first if what follows them goes
    on in small letters ('45' / 'experts'), else as if one of two words in a row were an amount that
    cannot be read.
    """
    runs = list(chains(units, lambda above, unit: above[0] != unit[0]))
    told = [run[0][0] for run in runs if run[0][0] != run[-1][0]]
    if told:
        return told[0] if len(set(told)) == 1 else units[0][0]
    amounts = [n for n, (is_amount, _) in enumerate(units) if is_amount]
    behind = [units[n + 1][1].text for n in amounts if n + 1 < len(units)]
    if behind and all(words[:1].islower() for words in behind):
        return True
    places = {n % 2 for n in amounts}
    return places == {0} if len(places) == 1 else None


def is_prose(words: str) -> bool:
    """Tell whether words are a sentence, or too many for a label."""
    return _ends_sentence(words) or len(words.split()) > _LABEL_WORDS


def _ends_sentence(words: str) -> bool:
    return bool(SENTENCE_END.search(words)) or words.endswith(":")
