"""What the docs show, made by running it: imported by the cog blocks of README and docs/.

A ledger of `corpus/` is made once per run in a temporary folder; commands and queries run on it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="metroledger-docs-"))
    # What Python leaves beside its modules is no part of what is shown.
    unlike = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "corpus", folder / "corpus", ignore=unlike)
    (folder / "tests").symlink_to(ROOT / "tests")
    _run("metroledger ingest corpus", folder)
    return folder


def _run(command: str, folder: Path) -> str:
    program = [str(Path(sys.executable).with_name("metroledger")), *shlex.split(command)[1:]]
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(
        program, cwd=folder, capture_output=True, text=True, check=False, env=environment
    )
    return (done.stdout + done.stderr).replace(f"{folder.resolve()}/", "")


def command(line: str, lines: int | None = None) -> None:
    """Print a command and what it answers, cut after so many lines."""
    said = _run(line, _folder()).rstrip().splitlines()
    shown = said if lines is None or len(said) <= lines else [*said[:lines], "…"]
    print("```console", f"$ {line}", *(text[:160].rstrip() for text in shown), "```", sep="\n")


def query(sql: str) -> None:
    """Print a query and its answer as the sqlite3 shell prints it, columns parted by bars."""
    rows = sqlite3.connect(_folder() / "metroledger.db").execute(sql).fetchall()
    print("```sql", sql.strip(), "```", "", "```text", sep="\n")
    for row in rows:
        print(" | ".join("" if value is None else str(value) for value in row))
    print("```")


def dictionary() -> None:
    """Print the data dictionary as Markdown tables."""
    from metroledger.view.dictionary import dictionary as tables

    for table in tables():
        print(f"\n### {table.name}\n\n{table.comment}\n\n| column | type | says |\n|---|---|---|")
        for column in table.columns:
            print(f"| `{column.name}` | {column.type} | {column.comment.replace('|', '/')} |")


def commands() -> None:
    """Print the help of every command."""
    import typer
    from metroledger.cli import app

    group = typer.main.get_group(app)
    for name in sorted(group.commands):
        said = _run(f"metroledger {name} --help", _folder()).strip()
        print(f"\n## {name}\n\n```text\n{said}\n```")
