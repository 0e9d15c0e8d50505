"""Findings that were accepted, reopened or fixed, from the decisions file."""

import json

import pytest
from metroledger.quality.errors import JudgementError
from metroledger.quality.finding import Finding, State
from metroledger.quality.state import accept, judgements, reopen, standing

ID = "2020-07--2020-09/told-twice/a"
FINDING = Finding(
    finding_id=ID, report_id="2020-07--2020-09", check="told-twice", severity="warning",
    message="told twice", expected=None, found="a", place=None, document_id=None, line_no=None,
)  # fmt: skip
NAME = '{"kind": "member", "raw": "Abdijan", "judgement": "same", "member": "abidjan"}\n'
ACCEPTED = accept(FINDING, "Ann", "2021-01-01", "known")
REOPENED = reopen(FINDING, "Ben", "2021-01-02")


def written(tmp_path, *lines):
    path = tmp_path / "decisions.jsonl"
    path.write_text("".join(lines), "utf-8")
    return judgements(path)


@pytest.mark.parametrize(
    ("lines", "state", "why"),
    [
        ((), State.OPEN, ""),
        ((NAME,), State.OPEN, ""),
        ((NAME, ACCEPTED, "\n"), State.ACCEPTED, "known"),
        ((accept(FINDING, "Ann", "2021-01-01", "so\x85said"),), State.ACCEPTED, "so\x85said"),
        ((ACCEPTED, REOPENED), State.OPEN, ""),
        ((ACCEPTED, REOPENED, ACCEPTED), State.ACCEPTED, "known"),
        ((ACCEPTED.replace('"a"}', '"b"}'),), State.OPEN, ""),
    ],
    ids=[
        "none",
        "of a name",
        "accepted",
        "another end of line",
        "reopened",
        "accepted again",
        "it says something else",
    ],
)
def test_the_last_judgement_holds(tmp_path, lines, state, why):
    (told,) = standing([FINDING], written(tmp_path, *lines)).findings
    assert (told.state, told.why) == (state, why)


def test_a_finding_that_is_no_more_is_fixed(tmp_path):
    told = standing([], written(tmp_path, ACCEPTED))
    assert [each.finding_id for each in told.fixed] == [ID]
    assert told.open == ()


def test_without_a_file_nothing_is_judged(tmp_path):
    assert judgements(tmp_path / "none.jsonl") == judgements(None) == {}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"why": ""}, "needs its reason"),
        ({"judgement": "same"}, "accepted or reopened"),
        ({"raw": ""}, "needs its id"),
        ({"who": 3}, "every value is text"),
        ({"context": ["a"]}, "every value is text"),
    ],
    ids=str,
)
def test_a_line_that_is_not_whole_is_refused(tmp_path, change, fault):
    line = json.dumps({**json.loads(ACCEPTED), **change})
    with pytest.raises(JudgementError, match=fault):
        written(tmp_path, NAME, line)


def test_a_line_that_is_not_json_is_refused(tmp_path):
    with pytest.raises(JudgementError, match=r"jsonl:2: not JSON"):
        written(tmp_path, NAME, "accepted\n")


def test_a_file_that_is_no_utf8_is_refused(tmp_path):
    (tmp_path / "decisions.jsonl").write_bytes(b"\xe9")
    with pytest.raises(JudgementError, match="no UTF-8"):
        judgements(tmp_path / "decisions.jsonl")
