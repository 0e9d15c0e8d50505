"""One name to be resolved as a member, with all that is known of where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from .affix import Form
from .fit import Claim, fits_kind
from .model import Context
from .reading import Reading, read
from .register import Member, Register


@dataclass(frozen=True, slots=True)
class Question:
    """The printed name, its reading, what is claimed of the place, and whom people excluded."""

    raw: str
    reading: Reading
    claim: Claim
    context: Context
    excluded: frozenset[str]
    register: Register

    def veto(self, form: Form, member: Member) -> str | None:
        """Why the member cannot be meant; None when it can."""
        if member.member_id in self.excluded:
            return f"decided: not {member.name}"
        if not fits_kind(form, member, self.register):
            said = " and ".join(sorted(form.asserts))
            return f"the print says {said}, {member.name} is a {member.kind}"
        return self.claim.misfit(member)

    def peeled(self, form: Form) -> tuple[str, ...]:
        """The step that led to a shorter form, for the explanation."""
        if form == self.reading.forms[0]:
            return ()
        said = f" ({', '.join(sorted(form.asserts))})" if form.asserts else ""
        return (f"read as '{form.core}'{said}",)


def ask(
    register: Register, raw: str, context: Context, excluded: frozenset[str] = frozenset()
) -> Question:
    """Read the name, and join what its qualifiers, the heading above it and the caller claim."""
    reading = read(raw, register)
    country = context.country and (register.countries.code(context.country) or context.country)
    region = context.region and (register.region(context.region) or context.region)
    claim = Claim(
        countries=reading.countries | ({frozenset({country})} if country else frozenset()),
        regions=frozenset(filter(None, (reading.region, region))),
    )
    return Question(raw, reading, claim, context, excluded, register)
