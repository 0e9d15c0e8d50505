"""Lines -> sections, by the headings that a layout names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from .annexes import heads_annex, may_have_annexes
from .dated import is_date, may_be_day
from .dates import months_shape
from .document import Role
from .fold import HEADING_NUMBER, NUMERALS, unnumbered
from .labels import labelled
from .layout import Layout, SectionRule
from .misprints import meant
from .notes import is_total
from .printed import Printed
from .recognise import lookahead, title_lines
from .shapes import COUNT, GOES_ON
from .words import Account, Text, is_alone, is_capitals, joined, unmarked

# Sections that list names, and the roles that they list them under.
_NAMES = frozenset({"activated", "region", "focal", "board", "secretariat", "interns"})
_ROLES = {"board": "board", "focal": "focal"}
_UNKNOWN = "unknown"
_ANNEX = "annex"
# Sections that list something else.
_LISTS = frozenset({"media", "meetings", "figures", "challenges", "plan"})
LISTING = _NAMES | _LISTS
NAMING = _NAMES | {"meetings"}
# Sections whose entries stand under months.
_MONTHLY = frozenset({"media", "meetings"})
# A heading has so many letters at least; initials of a name have fewer.
_HEADING_LETTERS = 5
_BEFORE_CHAPTERS = frozenset({"cover", "contents"})
# So many lines under a heading tell whether names are in capitals, where none stand over it.
_SAMPLE = 4


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading. The cover, before every heading, has none."""

    kind: str
    heading: Printed | None
    texts: tuple[Text, ...]


@dataclass(slots=True)
class _State:
    """Where the walk through the lines stands."""

    chapter: str = "cover"
    kind: str = "cover"
    before: str = ""  # the kind of the section that an unknown one ended
    level: int = 0  # of the section's heading, where Markdown tells
    listed: str = ""
    roles_seen: frozenset[str] = frozenset()
    leads: bool = False  # whether the imprint stands between the title and every chapter
    annexes: bool = False  # whether any line begins as the heading of one


def cut(texts: Sequence[Text], layout: Layout, account: Account) -> list[Section]:
    """Return the sections of a document in the order of print; heading lines are marked.

    A heading counts inside the chapters that its rule names, and no line of the report's title is
    one. Inside the table of contents no line is a heading, but the imprint's, until one repeats
    what the contents already list. A heading that no rule names ends a list of members or people,
    and that of an annex every chapter; what follows it is unknown. Among focal points a role label
    wins over a heading of the same words, once per region; beside a date such words are the title
    of an activity. A heading that stands alone may have a letter misprinted.
    """
    state = _State(annexes=may_have_annexes(texts, layout))
    sections: list[Section] = []
    start, heading = 0, None
    title = title_lines(texts, layout)
    i = 0
    while i < len(texts):
        rule, taken = (None, 0) if i in title else _heading_at(texts, i, layout, state)
        if rule is None and i not in title and is_alone(texts, i):
            rule = _misprinted(texts, i, layout, state)
            taken = 1
        turn = _turn(texts, start, i, layout, state) if rule is None else None
        if turn:
            sections.append(Section(state.kind, heading, tuple(texts[start:i])))
            _leave(turn, state)
            start = i
        if rule is None:
            _remember(texts[i], layout, state)
            i += 1
            continue
        sections.append(Section(state.kind, heading, tuple(texts[start:i])))
        account.mark(Role.HEADING, *texts[i : i + taken])
        heading = _bare(joined(texts[i : i + taken]))
        titled = bool(title) and title[0] < i
        state.leads = titled and _begins_imprint([rule]) and state.kind in _BEFORE_CHAPTERS
        _enter(rule, texts[i], state)
        i = start = i + taken
    sections.append(Section(state.kind, heading, tuple(texts[start:])))
    return sections


def _bare(heading: Printed) -> Printed:
    """Return a heading without the numbers or marks that stand about it."""
    return unmarked(heading.remove(HEADING_NUMBER).remove(COUNT))


def split_at(section: Section, position: int, kind: str) -> list[Section]:
    """Return the section cut in two before a line, the second part of another kind."""
    first = replace(section, texts=section.texts[:position])
    return [first, Section(kind, None, section.texts[position:])]


def promised(texts: Sequence[Text], layout: Layout) -> list[str]:
    """Return the headings of the layout that the lines of a table of contents list, in order."""
    found: list[str] = []
    for i in range(len(texts)):
        for words in reversed(lookahead(texts, i).values()):
            words = _without_arrow(words)
            if words in layout.headings and words not in found:
                found.append(words)
                break
    return found


def _heading_at(
    texts: Sequence[Text], i: int, layout: Layout, state: _State
) -> tuple[SectionRule | None, int]:
    if not layout.begins.allow(_undressed(texts[i].folded)):
        return None, 0
    if (i and _is_inside(texts[i - 1], texts[i])) or _is_title(
        texts, i, layout.headings.get(texts[i].folded, ()), layout, state
    ):
        return None, 0
    for taken, words in sorted(lookahead(texts, i).items(), reverse=True):
        words = _undressed(words)
        rules = layout.headings.get(words, ())
        listed = _without_arrow(words) in state.listed
        if state.kind == "contents" and not listed and not _begins_imprint(rules):
            continue
        if state.kind == "focal" and words in layout.roles["focal"].keys() - state.roles_seen:
            continue
        for rule in rules:
            if _counts(rule, state):
                return (rule, taken) if _opens(rule, state) else (None, 0)
    return None, 0


def _begins_imprint(rules: Sequence[SectionRule]) -> bool:
    """Tell whether a heading is the imprint's, which no contents list."""
    return any(rule.kind == "imprint" for rule in rules)


def _undressed(words: str) -> str:
    """Return folded words without the number before them or behind them, or a mark at their end."""
    words = unnumbered(words) if words[:1] in NUMERALS else words
    return COUNT.sub("", words) if words.endswith(")") else words.rstrip("?!…")


def _misprinted(texts: Sequence[Text], i: int, layout: Layout, state: _State) -> SectionRule | None:
    """Return the rule of the one kind of section whose heading a line is but for a letter.

    That of a chapter is in capitals: an outlet may be called 'Progreso'.
    """
    text = texts[i]
    near = sorted(meant(text.folded, layout.vocabulary) & layout.headings.keys())
    found = [
        rule
        for words in near
        for rule in layout.headings[words]
        if state.kind != "contents" or words in state.listed
        if _counts(rule, state) and (is_capitals(text.text) or not rule.chapter)
    ]
    if len({rule.kind for rule in found}) != 1 or _is_title(texts, i, found, layout, state):
        return None
    return found[0] if _opens(found[0], state) else None


def _is_inside(above: Text, text: Text) -> bool:
    """Tell whether a line goes on with the one over it: no gap, the same type, a broken phrase."""
    if text.gap or text.line.size is None:
        return False
    same = (above.line.size, above.line.bold) == (text.line.size, text.line.bold)
    return same and bool(GOES_ON.search(above.text))


def _turn(texts: Sequence[Text], start: int, i: int, layout: Layout, state: _State) -> str | None:
    """Return the kind of section that begins at a line which is no heading of the layout, if any.

    An annex begins anywhere.

    In a list of names a line in capitals or with the hashes of Markdown, alone between gaps, heads
    something unknown, unless the names are in capitals too or it is what a label over it names:
    'Honorary member:' / 'CPAFFC'. A known role ends it again. In another list a heading of Markdown
    does so that is of no lower level than the list's own, and no month.
    """
    text = texts[i]
    if state.annexes and _may_turn(state) and heads_annex(texts, i, layout):
        return _ANNEX
    if state.kind == _UNKNOWN:
        known = layout.roles.get(_ROLES.get(state.before, ""), {})
        return state.before if text.gap and labelled(text)[0] in known else None
    if state.kind in _LISTS and state.level and is_alone(texts, i):
        unknown = 0 < _level(text) <= state.level
        return _UNKNOWN if unknown and not _heads_month(text, layout) else None
    if state.kind not in _NAMES or not is_alone(texts, i):
        return None
    if i > start and _is_label(texts[i - 1], layout):
        return None
    hashes = _level(text) > 0
    capitals = is_capitals(text.text) and sum(map(str.isalpha, text.text)) >= _HEADING_LETTERS
    if not (hashes or capitals) or _is_known(text, layout):
        return None
    below = takewhile(lambda text: text.folded not in layout.headings, texts[i + 1 :])
    beside = texts[start:i] or list(islice(below, _SAMPLE))
    others = (name for name in beside if not _is_known(name, layout) and not is_total(name))
    names = [is_capitals(name.text) for name in others]
    return _UNKNOWN if hashes or 2 * sum(names) < len(names) else None


def _may_turn(state: _State) -> bool:
    """Tell whether an annex may begin: among activities its words are the title of one."""
    return state.chapter != "cover" and state.kind != "activities"


def _heads_month(text: Text, layout: Layout) -> bool:
    return months_shape(COUNT.sub("", text.text), layout.language) is not None


def _is_known(text: Text, layout: Layout) -> bool:
    return _is_label(text, layout) or layout.says_nothing(labelled(text)[0])


def _is_label(text: Text, layout: Layout) -> bool:
    """Tell whether a line is a label of the layout, or the role of a seat."""
    words, _ = labelled(text)
    seats = any(words in roles for roles in layout.roles.values())
    return seats or words in layout.labels or words in layout.words["honorary"]


def _is_title(
    texts: Sequence[Text], i: int, rules: Sequence[SectionRule], layout: Layout, state: _State
) -> bool:
    """Tell whether a heading stands where the title of an activity does, beside a day or a month.

    A month under a heading such as 'Metropolis in the media' is the first of a list, which
    activities may follow.
    """
    if state.kind not in {"activities", "media"} or not rules:
        return False
    beside = texts[i + 1 : i + 2] if layout.title_first else texts[i - 1 : i]
    lists_months = layout.title_first and any(rule.kind in _MONTHLY for rule in rules)
    return any(
        may_be_day(text, layout) or (text.gap and not lists_months and is_date(text, layout))
        for text in beside
    )


def _counts(rule: SectionRule, state: _State) -> bool:
    """Tell whether a heading counts in the chapter at hand."""
    return rule.chapter or not rule.within or state.chapter in rule.within


def _opens(rule: SectionRule, state: _State) -> bool:
    """Tell whether a heading counts here.

    Nothing opens after the imprint but the imprint, or a chapter where it stands right behind the
    title.
    """
    if state.kind == "imprint":
        return state.leads and rule.chapter
    return rule.kind != "contents" or state.kind == "cover"


def _level(text: Text) -> int:
    """Return with how many hashes of Markdown a line begins: none in '#Cities'."""
    hashes, space, _ = text.line.text.lstrip().partition(" ")
    return len(hashes) if space and not hashes.strip("#") else 0


def _leave(turn: str, state: _State) -> None:
    """Begin a section without a heading of the layout; an annex is in no chapter of it."""
    state.before = "" if turn == _ANNEX else state.kind
    state.kind = _UNKNOWN if turn == _ANNEX else turn
    state.chapter = _UNKNOWN if turn == _ANNEX else state.chapter


def _enter(rule: SectionRule, text: Text, state: _State) -> None:
    state.kind = rule.kind
    state.level = _level(text)
    state.roles_seen = frozenset()
    if rule.chapter:
        state.chapter = rule.kind
    if rule.kind == "contents":
        state.listed = " "


def _remember(text: Text, layout: Layout, state: _State) -> None:
    if state.kind == "contents":
        state.listed += f"{_without_arrow(text.folded)} "
    if state.kind == "focal" and text.folded in layout.roles["focal"]:
        state.roles_seen |= {text.folded}


def _without_arrow(words: str) -> str:
    return words.rpartition("→")[2].strip()
