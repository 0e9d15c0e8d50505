"""A layout: the words of one house style, read from its TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from .fold import Beginnings, fold

Field = Literal["outcomes", "members", "challenges", "alliances"]
FIELDS: tuple[Field, ...] = ("outcomes", "members", "challenges", "alliances")
KINDS = frozenset(
    "contents note activities media membership alliances meetings progress activated figures "
    "challenges plan who region focal board secretariat interns imprint".split()
)

# No heading, label or role of a layout has more characters: running prose is longer at once.
LONGEST = 80


@dataclass(frozen=True, slots=True)
class SectionRule:
    """Headings that open a section. `within` names the chapters in which they count."""

    kind: str
    headings: tuple[str, ...]
    chapter: bool = False
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One house style. Every word in it is folded, but `title`, `publisher` and role names.

    `vocabulary` is every heading and label of the style, `begins` how they begin.
    """

    id: str
    publisher: str
    language: str
    title: str
    plan: str
    title_first: bool
    signals: tuple[str, ...]
    enough: int
    sections: tuple[SectionRule, ...]
    labels: Mapping[str, Field]
    columns: Mapping[str, str]
    modes: Mapping[str, str]
    roles: Mapping[str, Mapping[str, str]]
    words: Mapping[str, frozenset[str]]
    headings: Mapping[str, tuple[SectionRule, ...]]
    vocabulary: frozenset[str]
    begins: Beginnings

    def says_nothing(self, folded: str) -> bool:
        """Tell whether folded words stand in an empty field: 'vacant', '(none)', '-'."""
        return folded.strip("()[]") in self.words["nothing"]


class LayoutFault(ValueError):
    """A layout file that cannot be used: which file, which entry, and why."""


@cache
def layouts() -> tuple[Layout, ...]:
    """Return all layouts that ship with the package, by name."""
    found = [
        parse_layout(entry.read_text("utf-8"), entry.name)
        for entry in files("metroledger.extract.layouts").iterdir()
        if entry.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda layout: layout.id))


def parse_layout(toml: str, name: str) -> Layout:
    """Return the layout in a TOML text.

    Raises LayoutFault when an entry is missing, or a kind, field or option is not known.
    """
    try:
        return _layout(tomllib.loads(toml))
    except tomllib.TOMLDecodeError as error:
        raise LayoutFault(f"{name}: not TOML: {error}") from error
    except KeyError as error:
        raise LayoutFault(f"{name}: entry {error} is missing") from error
    except (TypeError, ValueError) as error:
        raise LayoutFault(f"{name}: {error}") from error


def _layout(data: dict[str, Any]) -> Layout:
    sections = tuple(_section(entry) for entry in data.pop("section"))
    headings = _by_heading(sections)
    labels: dict[str, Field] = {fold(w): f for f in FIELDS for w in data["labels"].pop(f)}
    layout = Layout(
        id=data.pop("id"),
        publisher=data.pop("publisher"),
        language=data.pop("language"),
        title=data.pop("title"),
        plan=data.pop("plan"),
        title_first=_title_first(data.pop("activity_title")),
        signals=tuple(fold(words) for words in data.pop("signals")),
        enough=int(data.pop("enough")),
        sections=sections,
        labels=labels,
        columns={fold(w): kind for kind, words in data.pop("columns").items() for w in words},
        modes={fold(w): mode for mode, words in data.pop("modes").items() for w in words},
        roles={
            body: {fold(w): role for w, role in data["roles"].pop(body).items()}
            for body in ("board", "focal")
        },
        words={k: frozenset(map(fold, words)) for k, words in data.pop("words").items()},
        headings=headings,
        vocabulary=frozenset((*headings, *labels)),
        begins=Beginnings((*headings, *labels)),
    )
    left = [*data.pop("labels"), *data.pop("roles"), *data]
    if left:
        raise ValueError(f"unknown entry {left[0]!r}")
    _check_length(layout)
    return layout


def _check_length(layout: Layout) -> None:
    roles = (role for seats in layout.roles.values() for role in seats)
    for words in (fold(layout.title), *layout.signals, *layout.vocabulary, *roles):
        if len(words) > LONGEST:
            raise ValueError(f"{words!r} has more than {LONGEST} characters")


def _section(entry: dict[str, Any]) -> SectionRule:
    rule = SectionRule(
        kind=entry.pop("kind"),
        headings=tuple(fold(words) for words in entry.pop("headings")),
        chapter=entry.pop("chapter", False),
        within=tuple(entry.pop("within", ())),
    )
    if rule.kind not in KINDS:
        raise ValueError(f"unknown kind of section {rule.kind!r}")
    if entry:
        raise ValueError(f"unknown entry {next(iter(entry))!r} in section {rule.kind!r}")
    return rule


def _title_first(place: str) -> bool:
    known = {"before date": True, "after date": False}
    if place not in known:
        raise ValueError(f"activity_title must be one of {', '.join(known)}, not {place!r}")
    return known[place]


def _by_heading(sections: tuple[SectionRule, ...]) -> dict[str, tuple[SectionRule, ...]]:
    found: dict[str, tuple[SectionRule, ...]] = {}
    for rule in sections:
        for heading in rule.headings:
            found[heading] = (*found.get(heading, ()), rule)
    return found
