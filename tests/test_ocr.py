"""Scans: refused with what to do, and read with --ocr, where every value is under a warning."""

import io
import json
import sqlite3
from pathlib import Path

import pypdfium2
import pytest
from metroledger import cli
from metroledger.extract import ocr
from metroledger.extract.errors import NeedsOcr
from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "corpus" / "2020-07--2020-09.pdf"
DPI, TURN = 200, 0.5
# Pages that are scans in a report whose other pages are printed: an activity, a list of members.
SCANNED = (6, 28)
# What a recogniser with a good day reads of this report; pictures of text are never read whole.
SHARES = {
    "SELECT member_id FROM report_member": 1.0,
    "SELECT printed FROM figure": 1.0,
    "SELECT month, member_id FROM bilateral_meeting": 0.9,
    "SELECT date_start, date_end FROM activity": 0.95,
    "SELECT member_id FROM activity_member": 0.95,
    "SELECT body, role, person_id FROM appointment": 0.85,
    "SELECT title FROM activity": 0.85,
    "SELECT narrative FROM activity": 0.7,
    "SELECT code FROM activity_outcome": 0.9,
    "SELECT code FROM report_plan_item": 0.95,
    "SELECT outlet FROM media_mention": 0.75,
}
needs_ocr = pytest.mark.skipif(bool(ocr.missing()), reason=f"not installed: {ocr.missing()}")


def run(*args):
    return CliRunner().invoke(cli.app, [str(arg) for arg in args])


def rows(db, sql):
    with sqlite3.connect(db) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    """The pages of a report as grey pictures, slightly turned, as a scanner leaves them."""
    source = pypdfium2.PdfDocument(REPORT)
    pages = [
        page.render(scale=DPI / 72, grayscale=True).to_pil().rotate(TURN, fillcolor=255)
        for page in source
    ]
    source.close()
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI)
    path = tmp_path_factory.mktemp("scan") / "scan.pdf"
    path.write_bytes(out.getvalue())
    return path


@pytest.fixture(scope="module")
def mixed(scan):
    """The report with a few of its pages as pictures."""
    printed, pictures = pypdfium2.PdfDocument(REPORT), pypdfium2.PdfDocument(scan)
    whole = pypdfium2.PdfDocument.new()
    for number in range(1, len(printed) + 1):
        whole.import_pages(pictures if number in SCANNED else printed, [number - 1])
    path = scan.with_name("mixed.pdf")
    whole.save(path)
    for each in (printed, pictures, whole):
        each.close()
    return path


def test_scan_is_refused_with_what_to_do(scan, tmp_path):
    result = run("ingest", scan, "--db", tmp_path / "x.db", "--json")
    assert result.exit_code == 1
    (outcome,) = json.loads(result.stdout)["outcomes"]
    assert outcome["status"] == "rejected"
    assert "needs OCR; read it with --ocr" in outcome["reason"]


def test_what_is_missing_is_told(monkeypatch):
    monkeypatch.setattr(ocr, "missing", lambda: "tesseract")
    with pytest.raises(NeedsOcr, match="tesseract is not installed: pip install"):
        ocr.recognised(REPORT.read_bytes(), None, 1.0, [1])


def test_pages_that_are_pictures_are_findings(mixed, tmp_path):
    db = tmp_path / "x.db"
    assert run("ingest", mixed, "--db", db).exit_code == 0
    found = rows(db, "SELECT severity, message FROM finding WHERE \"check\" = 'unread-page'")
    assert found == [
        ("warning", f"page {page} is a picture without words, so nothing of it is read: try --ocr")
        for page in sorted(SCANNED, key=str)
    ]
    assert not rows(db, "SELECT * FROM meta WHERE key LIKE 'recognised/%'")


@pytest.fixture(scope="module")
def designed(scan):
    """The ledger of the report as designed."""
    db = scan.with_name("designed.db")
    assert run("ingest", REPORT, "--db", db).exit_code == 0
    return db


@pytest.fixture(scope="module")
def partly(mixed):
    """The ledger of the report of which a few pages are recognised."""
    db = mixed.with_name("partly.db")
    assert run("ingest", mixed, "--ocr", "--db", db).exit_code == 0
    return db


@needs_ocr
def test_only_pages_that_are_pictures_are_recognised(designed, partly):
    query = "SELECT text, x0, y0, x1, y1 FROM line WHERE page = {} ORDER BY line_no"
    pages = [page for (page,) in rows(designed, "SELECT DISTINCT page FROM line")]
    for page in pages:
        there, here = (rows(db, query.format(page)) for db in (designed, partly))
        words = {word for text, *_ in there for word in text.split()}
        read = {word for text, *_ in here for word in text.split()}
        assert len(words & read) > 0.8 * len(words)
        assert (here == there) == (page not in SCANNED), page
    query = "SELECT DISTINCT page FROM evidence WHERE method {} 'printed' ORDER BY page"
    assert rows(partly, query.format("<>")) == [(page,) for page in SCANNED]
    assert not set(rows(partly, query.format("="))) & {(page,) for page in SCANNED}


@needs_ocr
def test_ledger_tells_what_was_recognised_and_by_what(partly):
    ((key, programs),) = rows(partly, "SELECT key, value FROM meta WHERE key LIKE 'recognised/%'")
    assert rows(partly, "SELECT document_id FROM document") == [(key.removeprefix("recognised/"),)]
    name, tesseract = programs.split(", ")
    assert name.startswith("OCRmyPDF ")
    assert tesseract.startswith("Tesseract ")
    ((message,),) = rows(partly, "SELECT message FROM finding WHERE \"check\" = 'recognised-text'")
    assert message.endswith(f"may be misread: {', '.join(map(str, SCANNED))}")
    assert not rows(partly, "SELECT * FROM finding WHERE \"check\" = 'unread-page'")


@needs_ocr
def test_recognising_that_takes_too_long_is_ended(scan):
    with pytest.raises(NeedsOcr, match="takes more than 1 seconds"):
        ocr.recognised(scan.read_bytes(), None, 1.0, range(1, 35))


@pytest.fixture(scope="module")
def recognised(scan):
    """The ledger of the report of which all pages are recognised."""
    db = scan.with_name("recognised.db")
    result = run("ingest", scan, "--ocr", "--db", db)
    assert result.exit_code == 0, result.output
    return db


@needs_ocr
def test_scan_is_read_with_ocr(designed, recognised, scan):
    short = {}
    for sql, share in SHARES.items():
        there, here = rows(designed, sql), rows(recognised, sql)
        found = sum(min(there.count(row), here.count(row)) for row in set(there))
        if found < share * len(there):
            short[sql] = f"{found} of {len(there)}"
    assert not short
    # A name that is misread is found again or waits for a decision; it is never another member.
    query = "SELECT DISTINCT member_id FROM resolution WHERE member_id IS NOT NULL"
    assert set(rows(recognised, query)) <= set(rows(designed, query))
    ((severity,),) = rows(
        recognised,
        "SELECT severity FROM finding WHERE \"check\" = 'recognised-text'",
    )
    assert severity == "warning"
    ((media, size),) = rows(recognised, "SELECT media_type, bytes FROM document")
    assert (media, size) == ("application/pdf", scan.stat().st_size)
    methods = dict(rows(recognised, "SELECT method, count(*) FROM evidence GROUP BY method"))
    assert set(methods) == {"recognised", "mended"}
    assert rows(designed, "SELECT DISTINCT method FROM evidence") == [("printed",)]
    # A value that was mended is not what its line says.
    told = rows(
        recognised,
        "SELECT code, text FROM report_plan_item JOIN evidence e ON e.table_name = 'report_plan_item'"
        " AND row_id = report_id || '/' || plan_id || '/' || code AND field = 'code'"
        " JOIN line USING (document_id, line_no) WHERE method = 'mended'",
    )
    assert told
    assert not [(code, text) for code, text in told if code in text]
