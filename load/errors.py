"""Why a ledger is not written. One base class, one reason each.

LedgerError
├── NoLedger        the target is no SQLite file of ours, or it is damaged
├── OtherSchema     the file was made with other tables
├── StaleLedger     it was made with another register, version ..., and not all is offered again
├── AlteredLedger   its rows were changed after they were loaded
├── Busy            another program is writing to it
├── CannotWrite     the file or its folder cannot be written
└── DiskFull        there is no room for the new file
"""


class LedgerError(Exception):
    """A ledger that is left as it was; its text is one line: what, where and what to do."""


class NoLedger(LedgerError):
    """The target is no SQLite file of ours, or it is damaged."""


class OtherSchema(LedgerError):
    """The file was made with other tables."""


class StaleLedger(LedgerError):
    """The file was made with other inputs, and not all of its documents are offered again."""


class AlteredLedger(LedgerError):
    """Rows of the file were changed after they were loaded."""


class Busy(LedgerError):
    """Another program is writing to the file."""


class CannotWrite(LedgerError):
    """The file or its folder cannot be written."""


class DiskFull(LedgerError):
    """There is no room for the new file."""
