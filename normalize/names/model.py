"""What goes into the reconciler and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

MEMBER, PARTNER, PERSON = "member", "partner", "person"
EXACT, ALIAS, FUZZY = "exact", "alias", "fuzzy"
DECISION, AMBIGUOUS, UNRESOLVED = "decision", "ambiguous", "unresolved"
RESOLVED, PLACE = "resolved", "place"


@dataclass(frozen=True, slots=True)
class Context:
    """Where the name stands: what the print around it says of the place that it means.

    `region` is the region heading above the name, `country` an ISO code or a country's name,
    `members` the member ids that the report lists. None means not known, and excludes nothing.
    """

    region: str | None = None
    country: str | None = None
    kind: str = MEMBER
    members: frozenset[str] | None = None


ANYWHERE = Context()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a doubtful name, and how near it is (0 to 100)."""

    id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a printed name was taken for, how, and by which steps.

    `status` is resolved, ambiguous (fits two, or one only with more context), place (a known
    place that is no member) or unresolved. Exactly one of the ids is set when it is resolved,
    none otherwise. `name` is the canonical name of what the id stands for.
    """

    raw: str
    kind: str
    method: str
    status: str
    member_id: str | None = None
    partner_id: str | None = None
    name: str | None = None
    score: float | None = None
    candidates: tuple[Candidate, ...] = ()
    why: tuple[str, ...] = ()
    person_id: str | None = None
