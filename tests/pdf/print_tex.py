"""Set the corpus with pdfTeX: tests/pdf/<report>.pdftex.pdf.

`python tests/pdf/print_tex.py` needs pdflatex with the PostScript fonts. Its files are committed:
another TeX makes other bytes, so nothing compares them.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
sys.path[:0] = [str(CORPUS), str(HERE)]

import shape  # noqa: E402
import tex  # noqa: E402


def main() -> None:
    """Set every report."""
    for source in sorted((CORPUS / "source").glob("*.toml")):
        target = HERE / f"{source.stem}.pdftex.pdf"
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "report.tex").write_text(tex.source(shape.read(source)), "utf-8")
            command = ["pdflatex", "-interaction=batchmode", "-halt-on-error", "report.tex"]
            subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
            shutil.copy(Path(folder) / "report.pdf", target)
        print(f"{target.name}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
