"""Write PDFs anew, as programs do that make them smaller: tests/pdf/<report>.again.<program>.pdf.

`python tests/pdf/print_again.py` needs gs and pdftocairo. Its files are committed: other versions
make other bytes, so nothing compares them. Ghostscript makes every font heavy by its figure, and
cairo embeds the fonts of signs under other names.
"""

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"


def main() -> None:
    """Write every report anew with both programs."""
    for source in sorted(CORPUS.glob("*.pdf")):
        office = HERE / f"{source.stem}.justified.libreoffice.pdf"
        smaller = HERE / f"{source.stem}.again.ghostscript.pdf"
        cairo = HERE / f"{source.stem}.again.cairo.pdf"
        _run(
            "gs",
            "-q",
            "-dBATCH",
            "-dNOPAUSE",
            "-sDEVICE=pdfwrite",
            f"-sOutputFile={smaller}",
            office,
        )
        _run("pdftocairo", "-pdf", source, cairo)
        for target in (smaller, cairo):
            print(f"{target.name}: {target.stat().st_size} bytes")


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
