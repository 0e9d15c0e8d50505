"""Print the corpus with Chromium: tests/pdf/<report>.<arrangement>.chromium.pdf.

`python tests/pdf/print_web.py [ARRANGEMENT...]` needs a Chromium on the path and the fonts that the
style sheets name. Its files are committed: another Chromium makes other bytes, so nothing compares
them.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
sys.path[:0] = [str(CORPUS), str(HERE)]

import shape  # noqa: E402
import web  # noqa: E402

ARRANGEMENTS = ("under", "left", "beside", "sides", "three", "above", "table")
CHROMIUM = [
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
    "--disable-pdf-tagging",  # a third of the file, and no part of what is printed
]


def main() -> None:
    """Print every report in every arrangement, or in those that are named."""
    for source in sorted((CORPUS / "source").glob("*.toml")):
        for arrangement in sys.argv[1:] or ARRANGEMENTS:
            sheets = [HERE / f"{name}.css" for name in ("common", arrangement)]
            style = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
            target = HERE / f"{source.stem}.{arrangement}.chromium.pdf"
            _print(web.page(shape.read(source), style), target)
            print(f"{target.name}: {target.stat().st_size} bytes")


def _print(page: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.html"
        source.write_text(page, encoding="utf-8")
        command = [*CHROMIUM, f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
