"""Set the corpus with LibreOffice: tests/pdf/<report>.justified.libreoffice.pdf.

`python tests/pdf/print_office.py` needs soffice. Its files are committed: another LibreOffice makes
other bytes, so nothing compares them. All text is justified, lists too: LibreOffice stretches what
stands before a forced break, as office documents have it.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
sys.path[:0] = [str(CORPUS), str(HERE)]

import shape  # noqa: E402
import web  # noqa: E402

STYLE = """body { font-family: "Liberation Sans"; font-size: 9pt; text-align: justify }
h1, h2 { page-break-before: auto } .names, .engagement .names { columns: 3 }
"""
# LibreOffice reads HTML of 1999.
NEWER = re.compile(r"(</?)(?:section|article)\b")


def main() -> None:
    """Set every report."""
    for source in sorted((CORPUS / "source").glob("*.toml")):
        sheet = (HERE / "common.css").read_text(encoding="utf-8")
        page = web.page(shape.read(source), sheet + STYLE, in_order=True)
        target = HERE / f"{source.stem}.justified.libreoffice.pdf"
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "report.html").write_text(NEWER.sub(r"\1div", page), encoding="utf-8")
            _convert(folder, "report.html", "odt:writer8", "--infilter=HTML (StarWriter)")
            _convert(folder, "report.odt", "pdf")
            shutil.copy(Path(folder) / "report.pdf", target)
        print(f"{target.name}: {target.stat().st_size} bytes")


def _convert(folder: str, name: str, kind: str, *options: str) -> None:
    home = f"-env:UserInstallation={Path(folder).as_uri()}/home"
    command = ["soffice", "--headless", home, "--convert-to", kind, *options, name]
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
