"""The reconciler on gold that the register was not made from, and the table on its page."""

from pathlib import Path

import measure_names as measure
import pytest
from metroledger.normalize.names import Register

ROOT = Path(__file__).resolve().parent.parent

FLOORS = {
    "misprint": 0.97,
    "spelling": 0.98,
    "exonym": 0.90,
    "affix": 0.85,
    "script": 0.80,
    "near city": 0.99,
    "near exonym": 1.0,
    "city": 1.0,
    "other exonym": 1.0,
    "near script": 1.0,
    "other script": 1.0,
    "other government": 1.0,
    "person": 1.0,
    "organisation": 1.0,
    "tie": 1.0,
}


@pytest.fixture(scope="module")
def lines():
    return measure.read_gold()


@pytest.fixture(scope="module")
def own():
    return measure.reconciler(Register.load())


@pytest.fixture(scope="module")
def scores(lines, own):
    return measure.score(lines, own)


def test_there_is_enough_gold(lines):
    assert sum(1 for line in lines if line.member_id) > 3000
    assert sum(1 for line in lines if not line.member_id) > 4000


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_recall_by_kind(scores, kind, floor):
    found = [score for group, score in scores.items() if group.split(" (")[0] == kind]
    lines, right = (sum(getattr(score, field) for score in found) for field in ("lines", "right"))
    assert right / lines >= floor, f"{right} of {lines}"


def test_no_name_of_a_member_goes_to_another(scores):
    wrong = {group: score.wrong for group, score in scores.items() if score.wrong}
    assert set(wrong) <= {"near city"}


def test_the_table_on_the_page_is_true(scores):
    page = measure.PAGE.read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    printed = {row[0]: (row[1], row[2]) for row in rows if row[0] in scores}
    measured = {group: (str(score.lines), measure.cell(score)) for group, score in scores.items()}
    assert printed == measured, "run: python scripts/measure_names.py --docs"


def test_names_are_quick(lines, own):
    """A tenth of the promise, in time of the processor: only a change of kind makes this fail."""
    import time

    some = lines[::4]
    start = time.process_time()
    for line in some:
        own(line.raw, line.country)
    assert len(some) / (time.process_time() - start) > 1000
