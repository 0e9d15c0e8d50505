"""The cover: title and period."""

from __future__ import annotations

from collections.abc import Sequence

from .dates import period_shape
from .document import Role
from .errors import NoPeriod
from .fold import fold
from .labels import label_of
from .layout import Layout
from .lists import is_code_line
from .printed import Printed
from .recognise import title_lines
from .records import Cover
from .words import Account, Text, joined

# The period may be printed on so many lines, gaps between them: 'July – September' / '2020'.
_PERIOD_LINES = 4


def read_cover(texts: Sequence[Text], layout: Layout, account: Account) -> Cover:
    """Return title and period from the lines before the first heading.

    The title is the first line, or lines, that print the layout's title. The
    period is the first run of up to four lines that print months and a year. What else stands on
    a cover is furniture, up to the codes of an activity. Raises NoPeriod when the months are not
    there.
    """
    title = _title(texts, layout)
    period = _period(texts, layout)
    if period is None:
        raise NoPeriod("the cover prints no period such as 'July – September 2020'")
    account.mark(Role.FURNITURE, *before_codes(texts, layout))
    shape = period_shape(period.text, layout.language)
    assert shape is not None  # noqa: S101 - _period has just read it
    return Cover(title, period, shape)


def before_codes(texts: Sequence[Text], layout: Layout) -> Sequence[Text]:
    """Return the lines before the first codes of an activity, and before their label.

    Behind stand activities under a heading that is not known: nobody claims them.
    """
    at = next((n for n, text in enumerate(texts) if is_code_line(text)), len(texts))
    labelled = 0 < at < len(texts) and label_of(texts[at - 1], layout) is not None
    return texts[: at - labelled]


def _title(texts: Sequence[Text], layout: Layout) -> Printed:
    lines = title_lines(texts, layout)
    whole = joined(texts[lines.start : lines.stop]).strip(".") or Printed(layout.title, ())
    title = fold(layout.title)
    return whole if fold(whole.text) == title else whole.cut(0, len(title))


def _period(texts: Sequence[Text], layout: Layout) -> Printed | None:
    wanted = fold(layout.title)
    for i, text in enumerate(texts):
        start = len(wanted) if text.folded.startswith(wanted) else 0
        lines = [
            _behind_sign(text.words.cut(start)),
            *(t.words for t in texts[i + 1 : i + _PERIOD_LINES]),
        ]
        for taken in range(1, len(lines) + 1):
            words = Printed.join(line for line in lines[:taken] if line)
            if words and period_shape(words.text, layout.language):
                return words
    return None


def _behind_sign(words: Printed) -> Printed:
    """Return what stands behind the last sign in 'Number 12 | July 2020', 'Period: July 2020'."""
    at = max(map(words.text.rfind, ":|·"))
    return words.cut(at + 1).strip(" .-")
