"""Scans as PDFs with text: OCRmyPDF and Tesseract, both optional, in processes of their own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from .errors import Damaged, NeedsOcr

LANGUAGES = ("eng", "spa", "fra")
_MISSING = (
    "needs OCR, and {} is not installed: pip install 'metroledger[ocr]', and on Debian "
    "apt install tesseract-ocr tesseract-ocr-spa tesseract-ocr-fra ghostscript"
)


def missing() -> str | None:
    """Return what is not installed that recognising needs, None where all is there."""
    if find_spec("ocrmypdf") is None:
        return "ocrmypdf"
    for name in ("tesseract", "gs"):
        if not shutil.which(name):
            return name
    known = _told("--list-langs").split()
    return next((f"{name} for tesseract" for name in LANGUAGES if name not in known), None)


def recogniser() -> str:
    """Return which programs recognise, since others read otherwise.

    'OCRmyPDF 17.13.0, Tesseract 5.3.0'
    """
    name, number = _told("--version").split()[:2]
    return f"OCRmyPDF {version('ocrmypdf')}, {name.title()} {number}"


def recognised(data: bytes, password: str | None, seconds: float, pages: Sequence[int]) -> bytes:
    """Return a PDF with such pages as pictures with the text that was recognised over them.

    The other pages stay as they are. Raises NeedsOcr where the programs are not installed or take
    longer, Damaged where they fail.
    """
    if name := missing():
        raise NeedsOcr(_MISSING.format(name))
    with tempfile.TemporaryDirectory(prefix="metroledger-") as folder:
        source, result = Path(folder, "in.pdf"), Path(folder, "out.pdf")
        source.write_bytes(_unlocked(data, password) if password else data)
        _run(source, result, seconds, pages)
        return result.read_bytes()


def _told(option: str) -> str:
    """Return what Tesseract tells of itself."""
    told = subprocess.run(  # noqa: S603 - our own words
        ["tesseract", option],  # noqa: S607 - where the system has it
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout


def _run(source: Path, result: Path, seconds: float, pages: Sequence[int]) -> None:
    # Sparse text: lines that stand side by side are not one, and the order of reading is not asked
    # for. Tesseract's own text layer keeps the sizes that it measured.
    tesseract = "--tesseract-pagesegmode", "11", "--pdf-renderer", "sandwich"
    command = [
        *(sys.executable, "-m", "ocrmypdf", "--quiet", "--force-ocr", "--deskew"),
        *("--output-type", "pdf", "--optimize", "0", "--language", "+".join(LANGUAGES)),
        *tesseract,
        *("--pages", ",".join(map(str, pages))),
        *(str(source), str(result)),
    ]
    process = subprocess.Popen(  # noqa: S603 - our own words and paths
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # it has a process a page already
    )
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise NeedsOcr(f"needs OCR, which takes more than {seconds:.0f} seconds") from error
    finally:
        _end(process)
    if code or not result.is_file():
        raise Damaged(f"recognising its pages fails (OCRmyPDF, exit code {code})")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it with all the processes that it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _unlocked(data: bytes, password: str) -> bytes:
    """Return a PDF without its password."""
    from .pdf.engines import pdfium

    with pdfium.opened(data, password) as document:
        return pdfium.unlocked(document)
