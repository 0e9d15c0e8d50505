"""Whether a member can be meant, given what the print says of the place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .affix import Form
from .register import Member, Place, Register

METRO = "metropolitan area"
# kind that the words assert -> kinds of member that may be meant
FITTING = {
    "city": frozenset({"city"}),
    "province": frozenset({"province"}),
    METRO: frozenset({METRO, "city", "province", "institution"}),
    "institution": frozenset({"institution"}),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """Countries and regions that qualifier, heading and caller assert; a place must be in all.

    Each assertion of a country is a set: 'Georgia' is a country and a state of another.
    """

    countries: frozenset[frozenset[str]] = frozenset()
    regions: frozenset[str] = frozenset()

    @property
    def says_something(self) -> bool:
        """Whether it can tell one place from another at all."""
        return bool(self.countries or self.regions)

    def misfit(self, member: Member) -> str | None:
        """Why the member cannot be the place that is claimed; None when it can."""
        for said in self.countries:
            if member.country not in said:
                where = " or ".join(sorted(said))
                return f"the print says {where}, {member.name} is in {member.country}"
        for region in sorted(self.regions - {member.region}):
            return f"the print says {region}, {member.name} is in {member.region}"
        return None

    def fits(self, place: Place, register: Register) -> bool:
        """Whether one of the places of that name is where the print says."""
        regions = {register.countries.regions.get(country) for country in place.countries}
        there = all(said.intersection(place.countries) for said in self.countries)
        return there and self.regions.issubset(regions)


def fits_kind(form: Form, member: Member, register: Register) -> bool:
    """'Greater Hyderabad' may be the city, 'Greater Barcelona' not: there the area is a member."""
    if METRO in form.asserts and member.kind != METRO:
        siblings = (register.members[other].kind for other in register.siblings(member.member_id))
        if METRO in siblings:
            return False
    return _may_be(form.asserts, member.kind)


def _may_be(asserts: Collection[str], kind: str) -> bool:
    return all(kind in FITTING[asserted] for asserted in asserts)
