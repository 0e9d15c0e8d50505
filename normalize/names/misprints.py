"""Members by names that are misprinted: proposed by edit distance, decided by the rivals."""

from __future__ import annotations

from dataclasses import replace

from . import model
from .affix import Form
from .answers import candidates, doubtful_misprint, resolved, unknown
from .fuzzy import Neighbours
from .model import Resolution
from .question import Question
from .reach import doubles_a_letter
from .register import Register

FURTHEST_CANDIDATE = 3  # edits; beyond that a suggestion helps no reviewer
LETTERS_PER_EDIT = 3  # of a suggestion: 'Boor' is no way of writing Lahore
MOST_CANDIDATES = 5


class Misprints:
    """Finds the member that a name is a slip of, if no member or large city is as near."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._neighbours = Neighbours(register)

    def answer(self, question: Question) -> Resolution | None:
        """A form that is a misprint of one member, else a doubtful one; None when there is none."""
        found = [self._nearest(question, form) for form in question.reading.forms]
        answers = [answer for answer in found if answer is not None]
        certain = [answer for answer in answers if answer.status == model.RESOLVED]
        return next(iter(certain or answers), None)

    def torn_qualifier(self, question: Question) -> Resolution | None:
        """'Barcelona (metropolitan aera)': the unknown qualifier is a misprint of a known one."""
        if not question.reading.unknown:
            return None
        found = self._nearest(question, question.reading.forms[0])
        return found if found is not None and found.status == model.RESOLVED else None

    def none(self, question: Question) -> Resolution:
        """The answer for a name that is out of reach, with what comes nearest as candidates."""
        core = question.reading.forms[-1].core
        furthest = min(FURTHEST_CANDIDATE, len(core) // LETTERS_PER_EDIT)
        near = self._neighbours.within(core, furthest)[:MOST_CANDIDATES]
        answer = unknown(question, ("no name of a member is within reach",))
        return replace(answer, candidates=candidates(question, near))

    def _nearest(self, question: Question, form: Form) -> Resolution | None:
        members = self._register.members
        near = [
            found
            for found in self._neighbours.misprinted(form.core)
            if question.veto(form, members[found.member_id]) is None
        ]
        if not near:
            return None
        first = near[0]
        tied = [found for found in near if found.is_as_near_as(first)]
        if len(tied) > 1:
            return doubtful_misprint(question, tied, "as near to one member as to another")
        rivals = self._neighbours.rivals(form.core, first.edits)
        if rivals and not doubles_a_letter(form.core, first.key):
            return doubtful_misprint(question, tied, f"as near to {rivals[0].title()}, no member")
        edits = "one edit" if first.edits == 1 else f"{first.edits} edits"
        why = f"'{form.core}' is {edits} from '{first.key}', and no rival is as near"
        steps = (*question.peeled(form), why)
        return resolved(question, members[first.member_id], model.FUZZY, steps, first.score)
