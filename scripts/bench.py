"""Times side by side: whole processes in turn, pages in one process; medians and ratios; memory.

Texts: ingest of two reports against the import of its three largest libraries. PDFs: ingest against
pdfplumber's extract_text over the same pages, as whole processes; then, in this process, a page
read to lines and to rows against extract_text and against pdfium opening the page and its text.
Last, the peak memory of an ingest of each PDF with one worker. Run with nothing else running.
"""

from __future__ import annotations

import functools
import gc
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHELF = Path(os.environ.get("METROLEDGER_ORIGINALS", ROOT / "corpus"))
ROUNDS = 9
IMPORTS = "import sqlalchemy, typer, rapidfuzz"
PLUMBER = """
import pdfplumber, sys
for path in sys.argv[1:]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
"""


def timed(command: list[str]) -> float:
    """Return the seconds that a whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def compare(name: str, ours: list[str], theirs: list[str], fresh: Path) -> None:
    """Print the medians of both commands, run in turn, and the ratio pair by pair."""
    pairs = []
    for _ in range(ROUNDS + 1):
        fresh.unlink(missing_ok=True)
        pairs.append((timed(ours), timed(theirs)))
    ratios = [mine / other for mine, other in pairs[1:]]
    mine, other = (statistics.median(column) for column in zip(*pairs[1:], strict=True))
    middle = statistics.median(ratios)
    print(f"{name}: {mine:.2f} s against {other:.2f} s, ratio {middle:.2f} "
          f"({min(ratios):.2f} to {max(ratios):.2f})")  # fmt: skip


def pages(path: Path) -> None:
    """Print what a page costs in this process: to lines and rows, by pdfplumber, by pdfium."""
    import pdfplumber
    import pypdfium2
    from metroledger.normalize.names import Reconciler, Register
    from metroledger.normalize.names.register import DIRECTORY
    from metroledger.reading import read_bytes, read_document

    data = path.read_bytes()
    reconciler = Reconciler(Register.load(DIRECTORY))

    def lines() -> None:
        read_document(data, path.name)

    def rows() -> None:
        read_bytes(data, path.name, reconciler)

    def plumber() -> None:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.close()

    def floor() -> None:
        with pypdfium2.PdfDocument(data) as pdf:
            for page in pdf:
                page.get_textpage().get_text_range()

    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)  # as the command line sets it
    works = lines, rows, plumber, floor
    rounds = [[_seconds(each) for each in works] for _ in range(ROUNDS + 1)][1:]
    count = len(pypdfium2.PdfDocument(data))
    costs = [1000 * statistics.median(column) / count for column in zip(*rounds, strict=True)]
    *ours, other, least = costs
    print(f"{path.name}, a page: {other:.1f} ms by extract_text, {least:.2f} ms by pdfium")
    for what, mine in zip(("lines", "rows"), ours, strict=True):
        ratios = f"{other / mine:.1f} times quicker, {mine / least:.1f} times pdfium"
        print(f"    {mine:.2f} ms to {what}: {ratios}")


def _seconds(work: Callable[[], None]) -> float:
    gc.collect()  # nobody pays for what another left behind
    _forget()
    start = time.process_time()
    work()
    return time.process_time() - start


def _forget() -> None:
    """Empty the program's memories of texts, which a document that was read before would fill."""
    modules = [module for name, module in sys.modules.items() if name.startswith("metroledger")]
    for kept in (value for module in modules for value in vars(module).values()):
        if isinstance(kept, functools._lru_cache_wrapper) and kept.cache_info().maxsize:
            kept.cache_clear()


def memory(program: str, path: Path, db: Path) -> None:
    """Print the peak memory of an ingest of one file: the larger of program and worker."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True,"
        " stdout=subprocess.DEVNULL);"
        " print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    db.unlink(missing_ok=True)
    command = [sys.executable, "-c", script, program, "ingest", "--db", str(db), str(path)]
    peak = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    print(f"{path.name}: peak memory of program or worker {peak} MB")


def main() -> None:
    """Run the comparisons on the reports of the shelf."""
    program = str(Path(sys.executable).with_name("metroledger"))
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        texts = sorted(map(str, SHELF.glob("*.txt")))
        pdfs = sorted(map(str, SHELF.glob("*.pdf")))
        ingest = [program, "ingest", "--db", str(db)]
        compare("texts to ledger / imports", [*ingest, *texts], [sys.executable, "-c", IMPORTS], db)
        plumber = [sys.executable, "-c", PLUMBER, *pdfs]
        compare("PDFs to ledger / pdfplumber extract_text", [*ingest, *pdfs], plumber, db)
        for pdf in map(Path, pdfs):
            pages(pdf)
            memory(program, pdf, db)


if __name__ == "__main__":
    main()
