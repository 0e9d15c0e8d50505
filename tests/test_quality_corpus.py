"""What the checks find in the corpus."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from metroledger.quality.run import findings

ROOT = Path(__file__).resolve().parent.parent
Q3 = "2020-07--2020-09"
CORPUS = {
    Q3: {
        "activity-partly-outside-period": 2,
        "board-count": 1,
        "figures-of-another-period": 1,
        "member-count": 2,
        "outcome-not-in-plan": 2,
        "plan-item-unused": 3,
        "unaccented-name": 6,
    },
    "2021-09--2021-12": {
        "action-line-from-neighbours": 4,
        "activated-without-activity": 1,
        "activity-member-not-activated": 13,
        "alphabet-gap": 1,
        "ambiguous-name": 2,
        "board-count": 1,
        "editing-mark": 1,
        "member-not-in-region": 6,
        "misprint-in-prose": 1,
        "name-by-likeness": 3,
        "name-in-other-case": 6,
        "outcome-not-in-plan": 2,
        "person-with-two-names": 3,
        "poster-date": 1,
        "same-list": 1,
        "seat-without-holder": 1,
        "told-twice": 1,
        "two-spellings": 7,
        "unaccented-name": 5,
        "weekday": 1,
    },
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    from metroledger.pipeline import ingest

    db = tmp_path_factory.mktemp("quality") / "corpus.db"
    ingest(sorted((ROOT / "corpus").glob("*.txt")), db)
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
        yield connection


def test_findings_of_the_corpus(corpus):
    found = findings(corpus)
    assert found == findings(corpus)
    assert {
        report_id: {
            check: sum(each.check == check for each in found if each.report_id == report_id)
            for check in sorted({e.check for e in found if e.report_id == report_id})
        }
        for report_id in sorted({each.report_id for each in found})
    } == CORPUS


def test_a_finding_of_the_corpus_has_an_id_of_its_own_and_a_line(corpus):
    found = findings(corpus)
    assert len({each.finding_id for each in found}) == len(found)
    for each in found:
        query = "SELECT text FROM line WHERE document_id = ? AND line_no = ?"
        assert corpus.execute(query, (each.document_id, each.line_no)).fetchone(), each


def test_the_poster_of_the_policy_debate(corpus):
    (found,) = [each for each in findings(corpus) if each.check == "poster-date"]
    assert (found.expected, found.found) == ("9 November", "Tuesday 9th October")
