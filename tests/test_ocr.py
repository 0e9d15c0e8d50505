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
# What a recogniser with a good day reads of this report; pictures of text are never read whole.
SHARES = {
    "SELECT member_id FROM report_member": 1.0,
    "SELECT printed FROM figure": 1.0,
    "SELECT month, member_id FROM bilateral_meeting": 0.9,
    "SELECT date_start, date_end FROM activity": 0.85,
    "SELECT member_id FROM activity_member": 0.8,
    "SELECT body, role, person_id FROM appointment": 0.85,
    "SELECT title FROM activity": 0.6,
    "SELECT code FROM activity_outcome": 0.6,
    "SELECT code FROM report_plan_item": 0.95,
}


def run(*args):
    return CliRunner().invoke(cli.app, [str(arg) for arg in args])


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


def test_scan_is_refused_with_what_to_do(scan, tmp_path):
    result = run("ingest", scan, "--db", tmp_path / "x.db", "--json")
    assert result.exit_code == 1
    (outcome,) = json.loads(result.stdout)["outcomes"]
    assert outcome["status"] == "rejected"
    assert "needs OCR; read it with --ocr" in outcome["reason"]


def test_what_is_missing_is_told(monkeypatch):
    monkeypatch.setattr(ocr, "missing", lambda: "tesseract")
    with pytest.raises(NeedsOcr, match="tesseract is not installed: pip install"):
        ocr.recognised(REPORT.read_bytes(), None, 1.0)


@pytest.mark.skipif(bool(ocr.missing()), reason=f"not installed: {ocr.missing()}")
def test_recognising_that_takes_too_long_is_ended(scan):
    with pytest.raises(NeedsOcr, match="takes more than 1 seconds"):
        ocr.recognised(scan.read_bytes(), None, 1.0)


@pytest.fixture(scope="module")
def ledgers(scan):
    """The report as designed, and as recognised."""
    designed, recognised = scan.with_name("designed.db"), scan.with_name("recognised.db")
    assert run("ingest", REPORT, "--db", designed).exit_code == 0
    result = run("ingest", scan, "--ocr", "--db", recognised)
    assert result.exit_code == 0, result.output
    return designed, recognised


def rows(db, sql):
    with sqlite3.connect(db) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.skipif(bool(ocr.missing()), reason=f"not installed: {ocr.missing()}")
def test_scan_is_read_with_ocr(ledgers, scan):
    designed, recognised = ledgers
    short = {}
    for sql, share in SHARES.items():
        there, here = rows(designed, sql), rows(recognised, sql)
        found = sum(min(there.count(row), here.count(row)) for row in set(there))
        if found < share * len(there):
            short[sql] = f"{found} of {len(there)}"
    assert not short
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
