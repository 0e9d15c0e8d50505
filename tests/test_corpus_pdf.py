"""The corpus as PDF: made from its source, and everything that is a row stands in print."""

import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import make
import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
PRINTED = ROOT / "tests" / "pdf"
GOLDEN = ROOT / "tests" / "golden" / "corpus"
# Words that are drawn in no order make no facts before they are set in order.
SHUFFLED = set(PRINTED.glob("*.shuffled.*"))
PDFS = sorted({*CORPUS.glob("*.pdf"), *PRINTED.glob("*.pdf")} - SHUFFLED)
# What a row holds that no report prints: ISO dates, kinds and modes, canonical names.
WORKED_OUT = {"date_start", "date_end", "date_from", "date_until", "body", "role", "member"}
WORKED_OUT |= {"region", "action_line", "narrative", "activity", "counted", "section"}
WORKED_OUT |= {"unit", "qualifier"}


def squeezed(text: str) -> str:
    """Letters and signs alone: no space, no hyphen, ligatures undone, one kind of quote."""
    plain = unicodedata.normalize("NFKC", text.replace("’", "'"))
    return re.sub(r"[\s\u00ad\u2010\ufffe*-]", "", plain)


def text_of(data: bytes | Path) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def facts(found: dict[str, Any]) -> Iterator[str]:
    """Every printed value of the golden rows, but for prose."""
    yield from (found["note"]["signatory"], found["note"]["title"])
    yield from (title for _, title in found["action_lines"])
    yield from (value for row in found["activities"] for value in leaves(row))
    yield from (value for _, *row in found["media"] for value in row)
    yield from (raw for *_, raw, _ in found["meetings"])
    yield from (raw for raw, _ in found["activated"])
    yield from (value for row in found["figures"] for value in leaves(row))
    yield from (value for code, _, title, _ in found["plan"]["items"] for value in (code, title))
    yield from (value for row in found["challenges"] for value in row)
    yield from (raw for members in found["regions"].values() for raw, *_ in members)
    yield from (value for row in found["appointments"] for value in leaves(row))


def leaves(row: dict[str, Any]) -> Iterator[str]:
    for key, value in row.items():
        if key == "members":
            yield from (raw for raw, *_ in value)
        elif key not in WORKED_OUT and isinstance(value, (str, list)):
            yield from [value] if isinstance(value, str) else value


def test_the_script_makes_the_same_bytes() -> None:
    pytest.importorskip("reportlab")
    command = [sys.executable, "-B", str(CORPUS / "pdf.py"), "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_each_report_has_its_typesettings() -> None:
    reports = sorted(path.stem for path in (CORPUS / "source").glob("*.toml"))
    names = [path.name for path in PDFS]
    hands = [f".{one}.chromium" for one in ("under", "left", "beside", "sides", "three")]
    for ending in ("", ".pdftex", *hands):
        for report in reports:
            assert f"{report}{ending}.pdf" in names


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_every_fact_is_printed(path: Path) -> None:
    found = json.loads((GOLDEN / f"{path.name.split('.')[0]}.json").read_text(encoding="utf-8"))
    text = squeezed(text_of(path))
    wanted = list(facts(found))
    assert len(wanted) > 500
    assert [fact for fact in wanted if squeezed(fact) not in text] == []


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_titles_are_printed_as_often_as_in_the_text(path: Path) -> None:
    report = path.name.split(".")[0]
    found = json.loads((GOLDEN / f"{report}.json").read_text(encoding="utf-8"))
    pdf, text = squeezed(text_of(path)), squeezed((CORPUS / f"{report}.txt").read_text("utf-8"))
    titles = [squeezed(activity["title"]) for activity in found["activities"]]
    assert [pdf.count(title) for title in titles] == [text.count(title) for title in titles]


@pytest.mark.parametrize("name", ["rotated", "cropped", "owner-only"])
def test_odd_files_hold_the_report(name: str) -> None:
    held, report = squeezed(text_of(make.FILES[name]())), squeezed(text_of(make.REPORT))
    assert held.replace("PRINTER'SMARKS12MayL1M1D1", "") == report


def test_encrypted_file_opens_with_its_password() -> None:
    data = make.encrypted()
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(data)
    document = pypdfium2.PdfDocument(data, password=make.PASSWORD)
    assert len(document) == 34
    document.close()


def test_files_are_small_until_they_are_opened() -> None:
    sizes = {name: len(one()) for name, one in make.FILES.items() if name != "many-pages"}
    assert max(sizes.values()) < 400_000
