"""Pages drawn with the words of a record, the roles of lines, the line of a finding."""

import io
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from metroledger import cli
from metroledger.extract.document import Box, Role
from metroledger.view.drawn import ROLE_COLOURS
from metroledger.view.original import original
from metroledger.view.picture import Job, Mark, NoPicture, Parts, draw, draw_parts
from PIL import Image, ImageChops
from test_pdf import odd
from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "corpus" / "2020-07--2020-09.pdf"
TEXT = ROOT / "corpus" / "2021-09--2021-12.txt"
SUMMIT = "2020-07--2020-09/u20-mayors-summit"
PINK, GREEN = (216, 27, 96), (46, 125, 50)


def run(*args):
    return CliRunner().invoke(cli.app, [str(arg) for arg in args])


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn")
    shutil.copy(REPORT, folder / "report.pdf")
    assert run("ingest", folder / "report.pdf", TEXT, "--db", folder / "x.db").exit_code == 0
    return folder / "x.db"


def colours(path):
    with Image.open(path) as image:
        return _colours(image)


def _colours(image):
    return {colour for _, colour in image.convert("RGB").getcolors(1 << 24)}


def test_words_of_a_record_are_marked_where_they_stand(ledger, tmp_path):
    out = tmp_path / "out.png"
    result = run("show", SUMMIT, "--db", ledger, "--image", out)
    assert (result.exit_code, result.output) == (0, f"{out} is drawn\n")
    (record,) = json.loads(run("show", SUMMIT, "--db", ledger, "--json").stdout)
    (cite,) = next(value["cites"] for value in record["values"] if value["field"] == "title")
    x0, y0, x1, y1 = (edge * 150 / 72 for edge in cite["box"])
    with Image.open(out) as image:
        assert image.size == (1754, 1241)
        assert PINK in _colours(image.crop((x0 - 4, y0 + 4, x0 + 1, y1 - 4)))
        assert PINK in _colours(image.crop((x0 + 4, y1 - 1, x1 - 4, y1 + 4)))
        assert PINK not in _colours(image.crop((x0, y1 + 6, x1, y1 + 16)))


def test_several_pages_are_numbered(ledger, tmp_path):
    sql = """SELECT table_name || ':' || row_id, count(DISTINCT page) FROM evidence
             WHERE x0 IS NOT NULL GROUP BY 1 HAVING count(DISTINCT page) > 1 ORDER BY 2, 1"""
    with sqlite3.connect(ledger) as connection:
        key, pages = connection.execute(sql).fetchone()
    assert run("show", key, "--db", ledger, "--image", tmp_path / "out.png").exit_code == 0
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == [f"out-{n}.png" for n in range(1, pages + 1)]


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("report:2021-09--2021-12", "a text has no pages to draw"),
        ("member:berlin", "no print is behind this record"),
    ],
)
def test_nothing_to_draw_is_one_line(ledger, tmp_path, key, why):
    result = run("show", key, "--db", ledger, "--image", tmp_path / "out.png")
    assert result.exit_code == 3
    assert why in result.output
    assert len(result.output.splitlines()) == 1
    assert not (tmp_path / "out.png").exists()


def test_file_that_has_moved(ledger, tmp_path):
    moved = tmp_path / "moved.pdf"
    (ledger.parent / "report.pdf").rename(moved)
    draw_it = ("show", SUMMIT, "--db", ledger, "--image", tmp_path / "out.png")
    try:
        result = run(*draw_it)
        assert result.exit_code == 3
        assert "is gone; give --file" in result.output
        assert "not the file that was read" in run(*draw_it, "--file", TEXT).output
        assert run(*draw_it, "--file", moved).exit_code == 0
        assert "<img" not in _page(ledger, tmp_path)
    finally:
        moved.rename(ledger.parent / "report.pdf")


def test_findings_come_with_the_print(ledger, tmp_path):
    assert "data:image/png" in _page(ledger, tmp_path)


def _page(ledger, folder):
    assert run("quality", "--db", ledger, "--html", folder / "q.html").exit_code == 0
    return (folder / "q.html").read_text("utf-8")


@pytest.mark.parametrize("log", ["", "no json\n", "{}\n", '{"documents": 3}\n', "[]\n"])
def test_a_log_that_is_no_log(tmp_path, log):
    (tmp_path / "x.db.runs.jsonl").write_text(log)
    with pytest.raises(NoPicture, match="is gone"):
        original(tmp_path / "x.db", "0" * 64)


def test_inspect_draws_every_page(tmp_path):
    result = run("inspect", REPORT, "--image", tmp_path / "pages", "--json")
    assert result.exit_code == 0
    pages = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert pages == [f"page-{n:03}.png" for n in range(1, 35)]
    assert GREEN in colours(tmp_path / "pages" / "page-010.png")


def test_inspect_of_a_text_has_no_pages(tmp_path):
    result = run("inspect", TEXT, "--image", tmp_path / "pages")
    assert result.exit_code == 3
    assert "--image is for PDFs" in result.output


def test_every_role_has_its_own_colour_and_the_docs_tell_them():
    assert set(ROLE_COLOURS) == set(Role)
    assert len(set(ROLE_COLOURS.values())) == len(Role)
    told = (ROOT / "docs" / "archivist.md").read_text("utf-8")
    assert all(f"`{colour}`" in told for colour in ROLE_COLOURS.values())


def test_marks_beyond_the_page_are_cut():
    marks = (Mark(Box(-50, -50, 20, 20), "#d81b60", filled=True), Mark(Box(9e3, 1, 9e4, 2), "red"))
    assert len(list(draw([Job(REPORT, 1, marks)]))) == 1
    (drawn,) = draw_parts([Parts(REPORT, 2, (marks, (Mark(Box(0, 9e3, 9, 9e4), "red"),)))])
    assert len(drawn) == 2


def test_parts_of_a_page_show_their_own_marks():
    here, there = Box(100, 100, 200, 110), Box(100, 400, 200, 410)
    parts = tuple((Mark(box, "#d81b60", filled=True),) for box in (here, there))
    (drawn,) = draw_parts([Parts(REPORT, 1, parts)])
    for data in drawn:
        with Image.open(io.BytesIO(data)) as image:
            # 10 points and 14 around them on either side, at 110 dots to the inch
            assert image.height in (58, 59)
            row = image.convert("RGB").crop((0, 18, image.width, 22))
            assert sum(count for count, c in row.getcolors(1 << 16) if c == PINK) > 300


def test_what_cannot_be_drawn_has_no_parts():
    marks = ((Mark(Box(0, 0, 9, 9), "red"),),)
    jobs = [Parts(TEXT, 1, marks), Parts(REPORT, 99, marks), Parts(REPORT, 1, marks)]
    assert [len(drawn) for drawn in draw_parts(jobs)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("path", "page", "why"),
    [(TEXT, 1, "damaged"), (REPORT, 99, "has 34 pages"), (ROOT / "gone.pdf", 1, "No such file")],
)
def test_what_cannot_be_drawn_is_told(path, page, why):
    with pytest.raises(NoPicture, match=why):
        list(draw([Job(path, page, ())]))


@pytest.mark.parametrize(("kind", "back"), [("sideways", 90), ("upside_down", 180)])
def test_words_on_a_page_that_lies_are_marked_where_they_are_seen(kind, back, ledger, tmp_path):
    (tmp_path / "lying.pdf").write_bytes(odd(kind))
    assert run("ingest", tmp_path / "lying.pdf", "--db", tmp_path / "x.db").exit_code == 0
    for name, db in (("plain", ledger), ("lying", tmp_path / "x.db")):
        assert run("show", SUMMIT, "--db", db, "--image", tmp_path / f"{name}.png").exit_code == 0
    with Image.open(tmp_path / "plain.png") as plain, Image.open(tmp_path / "lying.png") as lying:
        assert lying.size != plain.size or kind == "upside_down"
        assert _marked(lying.rotate(back, expand=True)) == pytest.approx(_marked(plain), abs=3)


def _marked(image):
    """The sides of what is marked, in dots."""
    other = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, PINK))
    return other.convert("L").point([255, *[0] * 255]).getbbox()
