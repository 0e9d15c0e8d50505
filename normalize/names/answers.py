"""The answers that a question about a member can have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from . import model
from .fuzzy import Near
from .model import Candidate, Resolution
from .question import Question
from .register import Member

CERTAIN = 100.0


def resolved(
    question: Question, member: Member, method: str, why: tuple[str, ...], score: float = CERTAIN
) -> Resolution:
    """It is that member."""
    return Resolution(
        raw=question.raw, kind=model.MEMBER, method=method, status=model.RESOLVED,
        member_id=member.member_id, name=member.name, score=score, why=why,
    )  # fmt: skip


def doubtful(question: Question, members: Iterable[Member], why: str) -> Resolution:
    """It is one of them, or one only with more context."""
    return _open(question, model.AMBIGUOUS, model.AMBIGUOUS, members, (why,))


def doubtful_misprint(question: Question, near: Iterable[Near], why: str) -> Resolution:
    """It is as near to one as to another."""
    return replace(doubtful(question, (), why), candidates=candidates(question, near))


def elsewhere(question: Question, why: tuple[str, ...]) -> Resolution:
    """It is a known place, and no member."""
    return _open(question, model.UNRESOLVED, model.PLACE, (), why)


def unknown(question: Question, why: tuple[str, ...], members: Iterable[Member] = ()) -> Resolution:
    """It is nothing that may be called a member; `members` are those that the print excludes."""
    return _open(question, model.UNRESOLVED, model.UNRESOLVED, members, why)


def candidates(question: Question, near: Iterable[Near]) -> tuple[Candidate, ...]:
    """Near names as candidates, each with its score."""
    members = question.register.members
    return tuple(Candidate(n.member_id, members[n.member_id].name, n.score) for n in near)


def _open(
    question: Question, method: str, status: str, members: Iterable[Member], why: tuple[str, ...]
) -> Resolution:
    return Resolution(
        raw=question.raw, kind=model.MEMBER, method=method, status=status,
        candidates=tuple(Candidate(m.member_id, m.name, CERTAIN) for m in members), why=why,
    )  # fmt: skip
