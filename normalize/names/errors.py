"""What can be wrong with names, and which exception says so.

NamesError
├── RegisterError           a table of the register is torn, doubled or unknown to the others
└── DecisionsError          the decisions file cannot be replayed
    └── ContradictoryDecisions   two lines judge one name differently and neither is the later
"""

from __future__ import annotations


class NamesError(Exception):
    """Base of all failures of this room: one line that says what, where and what to do."""


class RegisterError(NamesError):
    """A table of the register contradicts itself or another one."""


class DecisionsError(NamesError):
    """A line of the decisions file is not a judgement that this program can replay."""


class ContradictoryDecisions(DecisionsError):
    """Two lines judge one name differently, and neither is the later one."""

    def __init__(self, raw: str, message: str) -> None:
        super().__init__(message)
        self.raw = raw
