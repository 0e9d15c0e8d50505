"""Members by their names: exact, or through an alias, with or without affixes."""

from __future__ import annotations

import unicodedata

from . import model
from .affix import Form
from .answers import doubtful, elsewhere, resolved, unknown
from .fit import fits_kind
from .fold import tight
from .model import Resolution
from .question import Question
from .register import CANONICAL, Member, Name, Place, Register


class ByName:
    """Finds the names of the register as they stand there; a misprint is not its business."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def answer(self, question: Question) -> Resolution | None:
        """The answer of the longest form that the register knows; None when it knows none."""
        found = (self._known(question, form) for form in question.reading.forms)
        return next((answer for answer in found if answer is not None), None)

    def _known(self, question: Question, form: Form) -> Resolution | None:
        names = self._names(form)
        if not names:
            return self._elsewhere(question, form, ())
        members = [self._register.members[name.member_id] for name in names]
        vetoes = [question.veto(form, member) for member in members]
        fitting = [m for m, veto in zip(members, vetoes, strict=True) if veto is None]
        if not fitting:
            reasons = tuple(filter(None, vetoes))
            by_kind = form.asserts and not question.claim.says_something
            there = None if by_kind else self._elsewhere(question, form, reasons)
            return there or unknown(question, reasons, members)
        if len(fitting) > 1:
            why = f"'{form.core}' is the name of {len(fitting)} members"
            return doubtful(question, fitting, why)
        return self._one(question, form, _name_of(fitting[0], names))

    def _names(self, form: Form) -> tuple[Name, ...]:
        """Members of that name; with an affix also those whose name has one ('lyon', metro)."""
        names = self._register.names.get(form.core, ())
        if not names and self._register.place(form.core) is None:
            names = self._register.tight_names.get(tight(form.core), ())
        if not form.asserts:
            return names
        mine = {name.member_id for name in names}
        return names + tuple(
            Name(member_id, form.core, CANONICAL)
            for member_id in self._register.cores.get(form.core, ())
            if member_id not in mine
            and fits_kind(form, self._register.members[member_id], self._register)
        )

    def _one(self, question: Question, form: Form, name: Name) -> Resolution:
        """The one member that bears the name and fits, unless something is still open."""
        member = self._register.members[name.member_id]
        if question.reading.unknown:
            why = f"'{question.reading.unknown[0]}' is not known to fit it"
            return doubtful(question, [member], why)
        if name.needs_context and not question.claim.says_something:
            return doubtful(question, [member], f"'{form.core}' alone names other places too")
        listed = self._listed_siblings(question, form, member)
        if listed:
            return doubtful(question, [member, *listed], "the report lists both as members")
        method = model.EXACT if is_exact(question.raw, member.name) else model.ALIAS
        why = f"'{form.core}' is a name of {member.name} ({name.source})"
        return resolved(question, member, method, (*question.peeled(form), why))

    def _listed_siblings(self, question: Question, form: Form, member: Member) -> list[Member]:
        """Guadalajara and its planning institute, where a report lists both as members.

        Under a region heading (the list of members itself) each stands under its own name, and
        a name with an affix or a qualifier ('Barcelona (city)') says which one it is.
        """
        listed = question.context.members or frozenset()
        if question.claim.says_something or form.asserts or member.member_id not in listed:
            return []
        if form.core not in self._register.cores:
            return []
        siblings = self._register.siblings(member.member_id)
        return [self._register.members[other] for other in siblings if other in listed]

    def _elsewhere(self, question: Question, form: Form, why: tuple[str, ...]) -> Resolution | None:
        """The answer for the name of another place, a country or an organisation."""
        place = self._register.place(form.core)
        country = self._register.countries.codes.get(form.core)
        if (
            place is not None
            and _means_city(place, country)
            and question.claim.fits(place, self._register)
        ):
            said = f"'{form.core}' is {place.name} ({', '.join(place.countries)}), no member"
            return elsewhere(question, (*why, said))
        if country is not None:
            return unknown(question, (*why, f"'{form.core}' is a country ({country})"))
        partner = self._register.partners.find(form.core)
        if partner is not None:
            said = f"'{form.core}' is an organisation ({partner.name})"
            return unknown(question, (*why, said))
        return None


def _means_city(place: Place, country: str | None) -> bool:
    """Salvador is a city before it is the Italian name of a country, Mexico in Pampanga is not."""
    return country is None or place.is_large or country in place.countries


def is_exact(raw: str, name: str) -> bool:
    """Whether the name is printed as the register writes it, blanks aside."""
    return " ".join(unicodedata.normalize("NFC", raw).split()) == name


def _name_of(member: Member, names: tuple[Name, ...]) -> Name:
    return next(name for name in names if name.member_id == member.member_id)
