"""What is installed holds every module, and every file that modules read."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("extract", "load", "normalize", "quality", "view")
SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]


def package_of(path):
    return ".".join(("metroledger", *path.relative_to(ROOT).parent.parts))


def files():
    inside = (path for room in ROOMS for path in (ROOT / room).rglob("*"))
    for path in (*ROOT.iterdir(), *inside):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def test_every_module_is_in_a_package_that_is_installed():
    packages = {package_of(path) for path in files() if path.suffix == ".py"}
    assert packages | set(SETUP["package-data"]) == set(SETUP["packages"])


def test_every_file_that_modules_read_is_installed():
    data = SETUP["package-data"]
    read = [
        path for path in files() if path.suffix in {".toml", ".sql", ".csv", ".j2", ".css", ".js"}
    ]
    left = [
        str(path.relative_to(ROOT))
        for path in read
        if not any(fnmatch(path.name, pattern) for pattern in data.get(package_of(path), ()))
    ]
    assert left == ["pyproject.toml"]
