"""The log of runs beside a ledger: one JSON line each. It may tell the time, the ledger may not."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path


def append_run(ledger: Path, facts: Mapping[str, object]) -> None:
    """Add a line to `<ledger>.runs.jsonl`, with the time in UTC first."""
    line = json.dumps({"time": datetime.now(UTC).isoformat(timespec="seconds"), **facts})
    with ledger.with_name(f"{ledger.name}.runs.jsonl").open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")
