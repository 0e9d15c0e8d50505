"""The log of runs beside a ledger: one JSON line each. It may tell the time, the ledger may not."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from .faults import told


def append_run(ledger: Path, facts: Mapping[str, object]) -> None:
    """Add a line to `<ledger>.runs.jsonl`, with the time in UTC first.

    Raises CannotWrite or DiskFull of the log; the ledger has been written by then.
    """
    line = json.dumps({"time": datetime.now(UTC).isoformat(timespec="seconds"), **facts})
    path = ledger.with_name(f"{ledger.name}.runs.jsonl")
    with told(path), path.open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")
