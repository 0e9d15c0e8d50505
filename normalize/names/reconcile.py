"""From a printed name to the member, partner or person that it means, or to an honest doubt."""

from __future__ import annotations

from . import model
from .decisions import Decisions
from .fold import fold
from .members import Members
from .model import ANYWHERE, Context, Resolution
from .others import resolve_partner, resolve_person
from .persons import People
from .register import Register


class Reconciler:
    """Resolves names against one register, one set of decisions and the people known so far.

    For members: a person's decision, the exact name, an alias (accents, case, apostrophes,
    exonyms, affixes), a misprint within reach; else ambiguous or unresolved with candidates.
    What the print says of the place (country, region, kind) vetoes at every step but the first.
    """

    def __init__(
        self,
        register: Register,
        decisions: Decisions | None = None,
        people: People | None = None,
    ) -> None:
        self.register = register
        self.decisions = decisions or Decisions.empty()
        self.people = people or People()
        self._members = Members(register, self.decisions)

    def resolve(self, raw: str, context: Context = ANYWHERE) -> Resolution:
        """What the printed name means there. The same name and context give the same answer.

        Raises DecisionsError when a decision names somebody that the register does not know,
        ValueError for a kind that is none of member, partner and person.
        """
        match context.kind:
            case model.MEMBER:
                return self._members.resolve(raw, context)
            case model.PARTNER:
                return resolve_partner(raw, context, self.register.partners, self.decisions)
            case model.PERSON:
                return resolve_person(raw, context, self.people, self.decisions)
        raise ValueError(f"kind '{context.kind}' is none of member, partner and person")

    def is_known(self, raw: str) -> bool:
        """Whether the whole name, as it stands, is a member's or another place's."""
        key = fold(raw)
        return key in self.register.names or self.register.place(key) is not None

    def find_members(self, text: str, region: str | None = None) -> tuple[str, ...]:
        """The distinct member ids that a title names; empty when a name in it is ambiguous."""
        return self._members.named_in(text, region)
