"""What can go wrong with checks and judgements of findings. The command line catches the base.

QualityError
├── CheckError      a check cannot be read or run
└── JudgementError  a line of the decisions file about a finding is not whole
"""


class QualityError(Exception):
    """Its text says what, where and what to do."""


class CheckError(QualityError):
    """A check cannot be read or run."""


class JudgementError(QualityError):
    """A line of the decisions file about a finding is not whole."""
