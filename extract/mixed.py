"""Texts that keep columns are refused where their records may be mixed with one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .document import Role
from .errors import Flattened
from .records import Activity, Report
from .shapes import GOES_ON

# So large a share of the lines may be claimed by nobody.
_LEFT = 0.01


def refuse_mixed(report: Report) -> None:
    """Raise Flattened where the columns that a text keeps do not surely tell its records apart.

    What is read must be in a sure order. Type tells where one of several activities on a page ends,
    and a text has none. A list that breaks off has gone on elsewhere. Where lines are left that no
    record claims, others may be claimed by a wrong one.
    """
    why = next(_reasons(report), None)
    if why:
        raise Flattened(
            f"{why}: the text keeps the page and not the order of reading; offer the PDF"
        )


def _reasons(report: Report) -> Iterator[str]:
    document = report.document
    read = {line for line, role in enumerate(report.roles, 1) if role is not Role.FURNITURE}
    unsure = document.unsure & read
    if unsure:
        line = document.line(min(unsure))
        yield f"on page {line.page} nothing tells surely what is read before '{line.text}'"
    pages = Counter(document.line(min(each.title.lines)).page for each in report.activities)
    several = [page for page, activities in pages.items() if activities > 1]
    if several:
        yield f"page {min(several)} prints several activities, which no type tells apart"
    for number in sorted(n for each in report.activities for n in _ends(each)):
        line = document.line(number)
        if GOES_ON.search(line.text):
            yield f"on page {line.page} a list breaks off with '{line.text}'"
    left = report.roles.count(Role.UNCLAIMED)
    if left > _LEFT * len(report.roles):
        yield f"of {len(report.roles)} lines nothing tells to what {left} belong"


def _ends(activity: Activity) -> Iterator[int]:
    """Yield the numbers of the lines with which the lists of an activity end."""
    fields = activity.outcomes, activity.challenges, activity.members.items, activity.alliances
    return (items[-1].lines[-1] for items in fields if items)
