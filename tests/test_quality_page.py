"""The data-quality page as text: whole, the same each time, and harmless whatever was printed."""

import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest
from metroledger.quality.diff import compare, summarise
from metroledger.quality.finding import Finding, Place
from metroledger.quality.page import plots, render
from metroledger.quality.page.printed import PrintedLine
from metroledger.quality.page.rows import limit_for
from metroledger.quality.page.series import Series
from metroledger.quality.run import findings
from metroledger.quality.state import Judgement, accept, judgements, standing

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = (
    "<script>window.harmed=1</script>",
    "</style><script>window.harmed=1</script>",
    '"><img src=x onerror="window.harmed=1">',
    "=cmd|'/c calc'!A1",
    "{{ 7*7 }}{% raw %}",
    "\x1b[31m\x07\u202eevil\u2066",
    "javascript:window.harmed=1",
    "$\\alpha$ _x",
)
PIXEL = b"\x89PNG\r\n\x1a\n"


class Seen(HTMLParser):
    """The elements of a page, their attributes and ids, and what is written."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.text = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]

    def ids(self):
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    from metroledger.pipeline import ingest

    db = tmp_path_factory.mktemp("page") / "corpus.db"
    ingest(sorted((ROOT / "corpus").glob("*.txt")), db)
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
        yield connection


@pytest.fixture(scope="module")
def page(ledger):
    return render(ledger, findings(ledger))


@pytest.fixture
def hostile(ledger):
    """A copy of the ledger in which everything that was printed is hostile."""
    with closing(sqlite3.connect(":memory:")) as copy:
        ledger.backup(copy)
        copy.execute("PRAGMA foreign_keys = OFF")
        spoil(copy)
        yield copy


def spoil(copy):
    """Put hostile words into every text that comes from print, its keys among them."""
    printed = {
        "activity": ("title", "date_text", "narrative"),
        "activity_member": ("raw",),
        "action_line": ("title",),
        "appointment": ("raw", "title", "role"),
        "document": ("path",),
        "line": ("text",),
        "member": ("region",),
        "figure": ("label", "printed"),
        "report": ("title", "layout"),
        "report_member": ("region", "raw"),
        "resolution": ("raw",),
    }
    for table, columns in printed.items():
        for n, column in enumerate(columns):
            copy.executemany(
                f"UPDATE {table} SET {column} = ? || {column} WHERE rowid_ % ? = ?".replace(
                    "rowid_", "length(" + column + ")"
                ),
                [(word, len(HOSTILE), (at + n) % len(HOSTILE)) for at, word in enumerate(HOSTILE)],
            )
    old, new = "2020-07--2020-09", '2020"><script>window.harmed=1</script>'
    for (table,) in copy.execute(
        "SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.name = 'report_id'"
    ).fetchall():
        copy.execute(f"UPDATE {table} SET report_id = ? WHERE report_id = ?", (new, old))


def test_the_page_is_the_same_each_time(ledger, page):
    assert page == render(ledger, findings(ledger))
    assert len(page) < 2_000_000


def test_every_link_leads_somewhere_and_every_id_is_one(page):
    seen = Seen(page)
    ids = seen.ids()
    assert len(set(ids)) == len(ids)
    links = {attrs["href"] for attrs in seen.all("a")}
    assert links
    assert {link for link in links if link.removeprefix("#") not in ids} == set()


def test_nothing_is_loaded(page):
    seen = Seen(page)
    assert not [a for t, a in seen.elements if t != "img" and ("src" in a or "srcset" in a)]
    assert not [t for t, _ in seen.elements if t in {"link", "iframe", "object", "embed", "base"}]
    assert not re.search(r"url\((?!#)|@import|https?://(?!www\.w3\.org/)", page.split("<main>")[0])
    (policy,) = [
        a["content"] for a in seen.all("meta") if a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline';")
    assert "script-src 'sha256-" in policy


def test_every_finding_and_its_printed_line_are_there(ledger, page):
    seen = Seen(page)
    shown = [a for t, a in seen.elements if t == "li" and "data-check" in a]
    assert len(shown) == len(findings(ledger)) == 78
    text = "".join(seen.text)
    assert "Tuesday 9th October, 14:00 – 15:30 (Central European Time)" in text
    assert "corpus" not in text.split("Findings")[0]


def test_the_verdict(ledger, page):
    assert 'class="verdict warning"' in page
    assert 'class="verdict sound"' in render(ledger, [])
    error = Finding(
        finding_id="x", report_id=None, check="mine", severity="error", message="lost",
        expected=None, found=None, place=Place("activity", "x"), document_id=None, line_no=None,
    )  # fmt: skip
    assert 'class="verdict error"' in render(ledger, [error], abouts={"mine": "About mine."})


def test_an_accepted_finding_is_told_with_its_reason(ledger, tmp_path):
    found = findings(ledger)
    path = tmp_path / "decisions.jsonl"
    path.write_text(accept(found[0], "Ann", "2021-01-01", "the print is so"), "utf-8")
    told = standing(found, judgements(path))
    page = render(ledger, told.findings)
    assert "the print is so" in page
    assert "<b>1</b> accepted" in page


def test_a_fixed_finding_is_told(ledger):
    gone = Judgement("2020-07--2020-09/told-twice/x", "accepted", "Ann", "2021", "so <b> it is")
    page = render(ledger, [], fixed=[gone])
    assert "told-twice/x" in page
    assert "so &lt;b&gt; it is" in page


def test_the_differences_from_a_baseline(ledger):
    with closing(sqlite3.connect(":memory:")) as old:
        ledger.backup(old)
        old.execute("UPDATE activity SET title = '<b>Old' WHERE position = 1")
        page = render(ledger, [], baseline=summarise(compare(old, ledger)))
    assert 'id="differences"' in page
    assert "&lt;b&gt;Old" in page


def test_a_picture_is_embedded_until_there_are_too_many(ledger):
    def draw(asked):
        assert all(isinstance(line, PrintedLine) for lines in asked for line in lines)
        return [PIXEL + b"x" * 400_000 for _ in asked]

    page = render(ledger, findings(ledger), draw=draw)
    assert page.count("data:image/png;base64,") == 7


def test_without_the_plotting_library_the_numbers_are_there(ledger, monkeypatch):
    monkeypatch.setattr(plots, "can_plot", lambda: False)
    page = render(ledger, [])
    assert "<svg" not in page
    assert "Activities over time: the numbers" in page


def test_an_empty_ledger_has_a_page():
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript((ROOT / "schema.sql").read_text("utf-8"))
        assert "Sound: nothing was found" in render(empty, findings(empty))


def test_a_hostile_report_does_nothing(hostile):
    page = render(hostile, findings(hostile))
    seen = Seen(page)
    assert len(seen.all("script")) == 1
    assert len(seen.all("style")) == 1
    assert not seen.all("img")
    assert not [n for _, attrs in seen.elements for n in attrs if n.startswith("on")]
    assert {a["href"][0] for a in seen.all("a")} == {"#"}
    assert not set("\x1b\x07\u202e\u2066") & set(page)
    text = "".join(seen.text)
    assert "<script>window.harmed=1</script>" in text
    assert "{{ 7*7 }}" in text


def test_a_plot_is_the_same_whatever_is_set_on_the_machine():
    pytest.importorskip("matplotlib")
    import matplotlib

    series = Series("t", "", ("a",), {"error": (1,)}, "x")
    plain = plots.plot(series)
    with matplotlib.rc_context({"axes.facecolor": "red", "font.size": 30}):
        assert plots.plot(series) == plain


def test_a_plot_of_hostile_words_is_text():
    svg = plots.plot(Series("t", "", HOSTILE, {word: (1,) * len(HOSTILE) for word in HOSTILE}, "x"))
    seen = Seen(svg)
    assert {tag for tag, _ in seen.elements} <= {"svg", "defs", "g", "path", "use", "text", "tspan",
                                                 "clippath", "rect"}  # fmt: skip
    assert "window.harmed" in "".join(seen.text)


def test_the_rows_of_many_reports_stay_within_bounds():
    assert [limit_for(n, 36, 12_000, 250) for n in (0, 1, 2, 20)] == [250, 250, 166, 16]
