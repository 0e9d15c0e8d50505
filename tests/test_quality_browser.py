"""The data-quality page in headless Chromium: quiet, reachable by mouse and keyboard, harmless."""

import importlib.util
import os
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

import chromium
import pytest
from metroledger.quality.page import render
from metroledger.quality.run import findings
from test_quality_page import spoil

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(
    chromium.BINARY is None, reason="no Chromium here: apt-get install chromium"
)
SHOWN = "[...document.querySelectorAll('.finding')].filter(it => it.checkVisibility()).length"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    from metroledger.pipeline import ingest

    db = tmp_path_factory.mktemp("browser") / "corpus.db"
    ingest(sorted((ROOT / "corpus").glob("*.txt")), db)
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
        yield connection


@pytest.fixture(scope="module")
def address(ledger, tmp_path_factory):
    file = tmp_path_factory.mktemp("browser") / "page.html"
    file.write_text(render(ledger, findings(ledger)), "utf-8")
    return file.as_uri()


@pytest.fixture
def page(address, tmp_path):
    with chromium.Page(tmp_path / "profile") as page:
        page.open(address)
        yield page
        assert faults(page) == []
        assert requests(page) <= {address, "data:"}


def faults(page):
    """All that the console said: errors, warnings, refusals by the policy."""
    spoken = {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"}
    return [event["params"] for event in page.events if event.get("method") in spoken]


def requests(page):
    """The addresses that the page asked for, without their fragments."""
    asked = [e for e in page.events if e.get("method") == "Network.requestWillBeSent"]
    urls = {event["params"]["request"]["url"].partition("#")[0] for event in asked}
    return {"data:" if url.startswith("data:") else url for url in urls}


def test_filters_by_mouse(page):
    everything = page.run(SHOWN)
    assert page.run("document.getElementById('filter-count').textContent") == (
        f"{everything} of {everything} findings shown"
    )
    page.click("#show-note")
    warnings = page.run(SHOWN)
    assert 0 < warnings < everything
    assert not page.run("document.querySelector('#notes').checkVisibility()")
    page.click("#filter-words")
    page.ask("Input.insertText", text="nobody holds Johannesburg")
    assert page.run(SHOWN) == 1
    assert page.run("document.getElementById('filter-count').textContent") == (
        f"1 of {everything} findings shown"
    )


def test_filter_by_report_and_check(page):
    choose = "(([id, value]) => { const it = document.getElementById(id); it.value = value;" \
        "it.dispatchEvent(new Event('input', {bubbles: true})); })"  # fmt: skip
    page.run(f"{choose}(['filter-report', '2020-07--2020-09'])")
    assert 0 < page.run(SHOWN) < 20
    page.run(f"{choose}(['filter-check', 'board-count'])")
    assert page.run(SHOWN) == 1


def test_a_finding_opens_by_keyboard_and_shows_its_print(page):
    page.run("document.querySelector('#check-poster-date summary').focus()")
    page.press("Enter")
    assert page.run("document.querySelector('#check-poster-date details').open")
    printed = page.run("document.querySelector('#check-poster-date .print').innerText")
    assert printed == "Tuesday 9th October, 14:00 – 15:30 (Central European Time)"
    assert page.run("document.querySelector('#check-poster-date mark').innerText") == (
        "Tuesday 9th October"
    )


def test_a_number_opens_its_rows_and_escape_leads_back(page):
    page.run("document.querySelector('#reports a.n').focus()")
    page.press("Enter")
    page.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
    assert page.run("document.querySelector('.panel:target').checkVisibility()")
    assert page.run("document.activeElement.matches('.panel')")
    page.press("Escape")
    assert page.run("document.querySelector('.panel:target')") is None
    assert page.run("document.activeElement.matches('#reports a.n')")


def test_a_number_opens_its_rows_by_mouse(page):
    page.click("#reports a.n")
    assert page.run("document.querySelector('.panel:target').checkVisibility()")
    page.click(".panel:target .close")
    assert page.run("document.querySelector('.panel:target')") is None


def test_every_control_is_reached_by_tab(page):
    page.press("Tab")
    assert page.run("document.activeElement.matches('.skip')")
    reached = set()
    for _ in range(40):
        page.press("Tab")
        reached.add(page.run("document.activeElement.id || document.activeElement.tagName"))
    assert {"show-error", "show-note", "filter-report", "filter-check", "filter-words"} <= reached
    assert "SUMMARY" in reached


def test_without_script_the_page_says_the_same(address, tmp_path):
    with chromium.Page(tmp_path / "profile") as page:
        page.ask("Emulation.setScriptExecutionDisabled", value=True)
        page.open(address)
        assert page.run("document.querySelectorAll('.finding').length") > 70
        assert not page.run("document.querySelector('#filter-words').checkVisibility()")
        page.click("#show-warning")
        assert not page.run("document.querySelector('#warnings').checkVisibility()")
        page.click("#reports a.n")
        assert page.run("document.querySelector('.panel:target').checkVisibility()")
        assert faults(page) == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_width_scrolls_sideways(page, width):
    page.size(width, 800)
    assert page.run("document.documentElement.scrollWidth") <= width


@pytest.fixture(scope="module", params=["ledgers", "reports"])
def differences(request, ledger, tmp_path_factory):
    from metroledger.quality import diff

    if request.param == "ledgers":
        with closing(sqlite3.connect(":memory:")) as other:
            ledger.backup(other)
            other.execute("UPDATE figure SET printed = '1', value = 1")
            told = diff.summary_html(diff.summarise(diff.compare(ledger, other)))
    else:
        told = diff.reports_html(
            diff.compare_reports(ledger, "2020-07--2020-09", "2021-09--2021-12")
        )
    file = tmp_path_factory.mktemp("browser") / "differences.html"
    file.write_text(diff.whole_page(told, f"{'x' * 80}.db"), "utf-8")
    return file.as_uri()


def test_what_differs_is_seen_on_a_narrow_screen_without_a_click(differences, tmp_path):
    with chromium.Page(tmp_path / "profile", 375) as page:
        page.open(differences)
        seen = "[...document.querySelectorAll('dl, li')].every(it => it.checkVisibility())"
        assert page.run("document.documentElement.scrollWidth") == 375
        assert page.run(seen)
        assert faults(page) == []
        assert requests(page) == {differences}


def test_print_opens_every_finding(page):
    page.media(kind="print")
    assert page.run("getComputedStyle(document.querySelector('nav')).display") == "none"
    assert page.ask("Page.printToPDF")["data"]


def test_a_hostile_report_runs_nothing(ledger, tmp_path):
    with closing(sqlite3.connect(":memory:")) as copy:
        ledger.backup(copy)
        copy.execute("PRAGMA foreign_keys = OFF")
        spoil(copy)
        file = tmp_path / "hostile.html"
        file.write_text(render(copy, findings(copy)), "utf-8")
    with chromium.Page(tmp_path / "profile") as page:
        page.open(file.as_uri())
        page.run("for (const it of document.querySelectorAll('details')) it.open = true")
        assert page.run("window.harmed") is None
        assert page.run("document.querySelectorAll('script, img, iframe').length") == 1
        assert faults(page) == []
        assert requests(page) == {file.as_uri()}


def test_a_script_that_got_in_would_not_run(address, tmp_path):
    file = tmp_path / "broken.html"
    clean = Path(address.removeprefix("file://")).read_text("utf-8")
    file.write_text(clean.replace("<main>", "<main><script>window.harmed=1</script>"), "utf-8")
    with chromium.Page(tmp_path / "profile") as page:
        page.open(file.as_uri())
        assert page.run("window.harmed") is None
        assert any("Content Security Policy" in str(fault) for fault in faults(page))


@cache
def axe():
    """The script of axe-core: from METROLEDGER_AXE, or from the package axe-core-python."""
    given = os.environ.get("METROLEDGER_AXE")
    spec = None if given else importlib.util.find_spec("axe_core_python")
    if spec and spec.origin:
        given = str(Path(spec.origin).with_name("axe.min.js"))
    return Path(given).read_text("utf-8") if given else None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("panel", [False, True], ids=["page", "panel"])
def test_axe_has_nothing_to_say(page, scheme, panel):
    if axe() is None:
        pytest.skip("no axe-core here: pip install axe-core-python")
    page.media(scheme=scheme)
    if panel:
        page.click("#reports a.n")
    page.run("for (const it of document.querySelectorAll('#findings details')) it.open = true")
    page.run(f"{axe()}; 1")
    told = page.run(
        "axe.run(document, {resultTypes: ['violations']})"
        ".then(it => it.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120))]))"
    )
    assert told == []
