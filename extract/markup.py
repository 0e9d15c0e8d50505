"""Markdown that text reports are wrapped in -> the words alone, each with its place."""

import itertools

import regex

from .document import Line
from .printed import Printed

# no markup is without one of these; most lines have none
_MARKS = regex.compile(r"[*_#<=~^+\[\]\\]|-\s*-")
# [Barcelona \(city\)](#) -> Barcelona \(city\)
_TARGET = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"
_LINK = regex.compile(rf"(?<!!)\[(?P<words>(?:\\.|[^\[\]\\])+)\]{_TARGET}")
# ![](poster.png)   <!-- image -->
_PICTURE = regex.compile(rf"!\[[^\]]*\]{_TARGET}|<!--.*?-->")
# [Buenos / Aires](#): a link torn over two lines
_TORN_LINK = regex.compile(rf"\[(?=\p{{Lu}}[^\[\]]*$)|(?<=\w)\]{_TARGET}")
# **Buenos Aires,   a pair may close on another line, so every double star goes
_BOLD = regex.compile(r"\*\*|__(?=\w)|(?<=\w)__")
# *"Novel solutions"*   but not L2M1D3*
_ITALIC = regex.compile(r"(?<![\w*])\*(?P<words>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])")
# _Members_   a line or a label
_UNDERLINED = regex.compile(r"^_(?P<words>[^\s_][^_]*(?<!\s))_(?=\W|$)")
# ## WHO WE ARE   == WHO WE ARE ==   .Members   but not #CitiesAreListening
_HEADING = regex.compile(
    r"^\s*(?:#{1,6}|={1,6})\s+(?=\S)|(?<=\S)\s+(?:#{1,6}|={1,6})\s*$|^\s*\.(?=\p{Lu})"
)
# <br>   <h2>   </b>   but not <50, <info@example.org> or <script>
_TAG = regex.compile(
    r"</?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|li|ol|p|small|span|strong|su[bp]|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    regex.I,
)
# > Berlin   >> Rabat   >   a quotation, and a line of one without words; marks that nobody sees
_QUOTE = regex.compile(r"^\s*(?:>\s?)+")
_UNSEEN = regex.compile(r"^[\p{Cf}--\u00ad]+", regex.V1)
# | Berlin | Germany |   |Berlin |Germany   a row of a table
_ROW = regex.compile(r"^\s*\|.*\|")
# |Berlin   a cell on a line of its own
_CELL = regex.compile(r"^\s*\|\s*(?=\w[^|]*$)")
_BAR = regex.compile(r"\s*(?<!\\)\|\s*")
# |---|:--:|   ---   * * *   =====   +---+---+   a rule of a table, under a heading, or across the
# page
_RULE = regex.compile(
    r"^\s*(?:\|(?:\s*:?-+:?\s*\|)+|\|?([-*_=~^])(?:\s*\1){2,}|\+(?:[-=]+\+)+)\s*$"
)
# \( \) \_   a sign that is meant, or at a line's end, as ' +' is, that the line ends there
_ESCAPE = regex.compile(r"\\(?=[\p{P}\p{S}]|$)|(?<=\p{L})\s\+$")
# a calendar, a pin or a private-use character where an icon stood, with the space after it;
# zero-width characters and control characters (terminal escapes among them) anywhere, but for a
# soft hyphen at the end of a line or cell, which tears a word
_ICON = regex.compile(r"^[\s\p{So}\p{Co}\p{Cf}\ufffc\ufffd]+(?=\S)")
_INVISIBLE = regex.compile(r"[\p{Cf}\p{Cc}--[\t\u00ad]]+|\u00ad(?!\s*$|\t| {2,})", regex.V1)


def plain(line: Line, *, markdown: bool = True) -> Printed:
    """Return the words of a line: no markup, no icon before them, no white space around them.

    Stars that close nothing stay ('L2M1D3*'), as do hash tags and brackets that are no link. Cells
    of a row of a table are parted by tabs.
    With `markdown` false (a PDF) only icons and invisible characters go.
    """
    return unmark(Printed.of(line), markdown=markdown)


def unmark(printed: Printed, *, markdown: bool = True) -> Printed:
    """Return printed words without markup, icon, invisible characters and outer white space."""
    is_plain = printed.text.isascii() and printed.text.isprintable()
    if markdown and not is_plain:
        printed = printed.remove(_UNSEEN)
    if markdown and ">" in printed.text:
        printed = printed.remove(_QUOTE)
    if markdown and "|" in printed.text:
        if _ROW.match(printed.text):
            return Printed.join(map(unmark, _row(printed)), "\t")
        printed = printed.remove(_CELL)
    if markdown and (_MARKS.search(printed.text) or printed.text.lstrip()[:1] == "."):
        printed = printed.remove(_PICTURE).remove(_RULE)
        for pattern in (_LINK, _ITALIC, _UNDERLINED):
            printed = _keep_words(printed, pattern)
        for pattern in (_TAG, _TORN_LINK, _BOLD, _HEADING, _ESCAPE):
            printed = printed.remove(pattern)
    if not is_plain:
        printed = printed.remove(_INVISIBLE).remove(_ICON)
    return printed.strip()


def is_rule(line: Line) -> bool:
    """Tell whether a line is a rule of a table or across the page, or an empty quotation."""
    return bool(_RULE.match(line.text)) or is_empty_quote(line.text)


def is_empty_quote(text: str) -> bool:
    """Tell whether a line is the mark of a quotation alone, where a blank line would stand."""
    return text.lstrip()[:1] == ">" and bool(_QUOTE.fullmatch(text))


def _row(printed: Printed) -> list[Printed]:
    """Return the cells of a row of a table, empty ones too; none of a rule."""
    if _RULE.match(printed.text):
        return []
    bars = [match.span() for match in _BAR.finditer(printed.text)]
    bars += [(len(printed), len(printed))] * (bars[-1][1] < len(printed))
    return [printed.cut(end, start) for (_, end), (start, _) in itertools.pairwise(bars)]


def unstarred(printed: Printed) -> Printed:
    """Return a paragraph without the stars of italics that run over its lines."""
    return _keep_words(printed, _ITALIC)


def _keep_words(printed: Printed, pattern: regex.Pattern[str]) -> Printed:
    parts: list[Printed] = []
    last = 0
    for match in pattern.finditer(printed.text):
        parts += [printed.cut(last, match.start()), printed.group(match, "words")]
        last = match.end()
    return Printed.join([*parts, printed.cut(last)], "") if parts else printed
