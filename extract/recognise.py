"""Which layout a document is set in, by evidence; an unknown one is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .errors import UnknownLayout
from .fold import DIGITS, Beginnings, fold, unnumbered
from .layout import LONGEST, Layout
from .words import Text

# A heading may be torn over so many lines: 'LATIN AMERICA / AND THE / CARIBBEAN'.
TORN = 4
# A cover's title stands on its first lines, and white space may part them.
_COVER = 12


@dataclass(frozen=True, slots=True)
class Fit:
    """How near a document comes to a layout: signals found and missed, and the title."""

    layout: Layout
    titled: bool
    found: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Tell whether the title and enough signals are printed."""
        return self.titled and len(self.found) >= self.layout.enough

    @property
    def why_not(self) -> str:
        """What speaks against it, empty where it fits."""
        reasons = [] if self.titled else [f"no line is the title '{self.layout.title}'"]
        if len(self.found) < self.layout.enough:
            missed = ", ".join(f"'{signal}'" for signal in self.missed)
            reasons.append(f"too few of its headings and labels; not printed: {missed}")
        return "; ".join(reasons)


def fits(texts: Sequence[Text], known: Sequence[Layout]) -> tuple[Fit, ...]:
    """Return how near a document comes to each layout, nearest first."""
    wanted = Beginnings(signal for layout in known for signal in layout.signals)
    begun = (i for i, text in enumerate(texts) if wanted.allow(text.folded))
    printed = {words for i in begun for words in lookahead(texts, i).values()}
    for i, text in enumerate(texts):
        if text.folded[:1] in DIGITS and wanted.allow(unnumbered(text.folded)):
            printed.update(map(unnumbered, lookahead(texts, i).values()))
    found = [_fit(printed, layout, titled=bool(title_lines(texts, layout))) for layout in known]
    return tuple(sorted(found, key=lambda fit: (-fit.titled, -_share(fit), fit.layout.id)))


def recognise(texts: Sequence[Text], known: Sequence[Layout]) -> Layout:
    """Return the one layout that fits best.

    Raises UnknownLayout when none fits, or two fit equally well.
    """
    near = fits(texts, known)
    if not near or not near[0].fits:
        nearest = f"; the nearest is {near[0].layout.id}: {near[0].why_not}" if near else ""
        raise UnknownLayout(f"no layout fits{nearest}")
    if len(near) > 1 and near[1].fits and _share(near[0]) == _share(near[1]):
        raise UnknownLayout(f"{near[0].layout.id} and {near[1].layout.id} fit equally well")
    return near[0].layout


def title_lines(texts: Sequence[Text], layout: Layout) -> range:
    """Return the lines that print the layout's title: one that begins with it, or several."""
    title = fold(layout.title)
    wanted = Beginnings([title])
    for i, text in enumerate(texts):
        if not wanted.allow(text.folded):
            continue
        for taken, words in lookahead(texts, i, over_gaps=i < _COVER).items():
            if words.startswith(title):
                return range(i, i + taken)
    return range(0)


def lookahead(texts: Sequence[Text], i: int, *, over_gaps: bool = False) -> dict[int, str]:
    """Return the folded words of line i alone and with the lines of its block after it.

    Keys are the number of lines taken, from 1 to TORN, but none follows words that are longer than
    any heading. A hyphen at a line's end stays, without a space after it, unless it tears a word.
    With `over_gaps` the lines need not be of one block.
    """
    folded = texts[i].folded
    words = {1: folded}
    for last in range(i + 1, min(i + TORN, len(texts))):
        if len(folded) > LONGEST or (texts[last].gap and not over_gaps):
            break
        above = texts[last - 1]
        joint = "" if above.text.endswith("-") else " "
        folded = folded.removesuffix("-") if above.tear == "drop" else folded
        folded = words[last - i + 1] = fold(f"{folded}{joint}{texts[last].text}")
    return words


def _fit(printed: set[str], layout: Layout, *, titled: bool) -> Fit:
    return Fit(
        layout=layout,
        titled=titled,
        found=tuple(signal for signal in layout.signals if signal in printed),
        missed=tuple(signal for signal in layout.signals if signal not in printed),
    )


def _share(fit: Fit) -> float:
    return len(fit.found) / len(fit.layout.signals)
