"""The names room: from a printed name to the member, partner or person that it means."""

from .decisions import Decision, Decisions
from .errors import ContradictoryDecisions, DecisionsError, NamesError, RegisterError
from .fold import fold
from .model import Candidate, Context, Resolution
from .persons import People, judged_id, person_id
from .reconcile import Reconciler
from .register import Member, Name, Place, Register

__all__ = [
    "Candidate",
    "Context",
    "ContradictoryDecisions",
    "Decision",
    "Decisions",
    "DecisionsError",
    "Member",
    "Name",
    "NamesError",
    "People",
    "Place",
    "Reconciler",
    "Register",
    "RegisterError",
    "Resolution",
    "fold",
    "judged_id",
    "person_id",
]
