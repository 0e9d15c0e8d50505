"""The generated parts of the docs say what the program says."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("path", DOCS, ids=[path.name for path in DOCS])
def test_generated_parts_are_true(path):
    cog = Path(sys.executable).with_name("cog")
    command = [str(cog), "--check", "--diff", "-P", "-I", "scripts", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run 'make docs': {done.stdout[-2000:]}{done.stderr[-2000:]}"


@pytest.mark.parametrize("path", [*DOCS, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    import re

    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_every_command_is_documented_with_help():
    import typer
    from metroledger.cli import app

    told = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name, command in typer.main.get_group(app).commands.items():
        assert command.help, name
        assert f"## {name}\n" in told
