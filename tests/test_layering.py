"""Each room imports only what it may know; heavy packages wait for the command that needs them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What every room may know: it knows none.
COMMON = "languages"
ROOMS = (COMMON, "extract", "normalize", "load", "quality", "view", "reading", "pipeline", "cli")
MAY_KNOW = {
    COMMON: set(),
    "extract": set(),
    "normalize": {"extract"},
    "load": {"extract", "normalize"},
    "quality": set(),
    "reading": {"extract", "normalize", "load"},
    "pipeline": {"extract", "normalize", "load", "reading"},
    "view": {"extract", "normalize", "quality", "reading", "pipeline"},
    "cli": {"extract", "normalize", "load", "quality", "view", "reading", "pipeline"},
}
# The same inside extract/pdf/, where all know what a page holds.
PDF_MAY_KNOW = {
    "words": set(),
    "engines": {"words"},
    "guards": {"engines"},
    "columns": {"words"},
    "aside": {"columns", "words"},
    "scans": {"columns", "words"},
}
NOT_IN = {
    "sqlalchemy": {"load"},
    "sqlite3": {"load", "quality", "view"},
    "regex": {COMMON, "extract", "normalize", "quality", "view"},
}


def imports(path):
    """Yield (relative level, dotted name) of every import in a file, but those for types only."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.ImportFrom):
            yield node.level, node.module or ""
        elif isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)


def files(room):
    place = ROOT / room
    return sorted(place.rglob("*.py")) if place.is_dir() else [ROOT / f"{room}.py"]


@pytest.mark.parametrize("room", ROOMS)
def test_room_imports_only_what_it_may_know(room):
    for path in files(room):
        depth = len(path.relative_to(ROOT).parts)
        for level, module in imports(path):
            first = module.split(".")[0]
            if level == depth and first in ROOMS and first != room:
                assert first in {COMMON, *MAY_KNOW[room]}, f"{path} imports {module}"
            if level == 0:
                assert first != "metroledger", f"{path}: imports inside the package are relative"
                assert room in NOT_IN.get(first, {room}), f"{path} imports {module}"


@pytest.mark.parametrize("room", PDF_MAY_KNOW)
def test_room_of_pdf_imports_only_what_it_may_know(room):
    inside = ROOT / "extract" / "pdf"
    for path in sorted((inside / room).glob("*.py")):
        known = {module.split(".")[0] for level, module in imports(path) if level == 2}
        assert known <= {"page", *PDF_MAY_KNOW[room]}, path


def test_every_folder_of_pdf_is_a_room_with_rules():
    inside = ROOT / "extract" / "pdf"
    folders = {path.parent.name for path in inside.glob("*/__init__.py")}
    assert folders == set(PDF_MAY_KNOW)


def test_help_starts_without_heavy_packages():
    code = (
        "import sys; import metroledger.cli; "
        "heavy = {'sqlalchemy', 'pdfplumber', 'pypdfium2', 'babel', 'rapidfuzz', 'jinja2'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
