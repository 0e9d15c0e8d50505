"""Judgements of people: replayed first, the later undoes the earlier, contradictions refused."""

import json
from dataclasses import replace

import pytest
from metroledger.normalize.names import (
    Context,
    ContradictoryDecisions,
    Decision,
    Decisions,
    DecisionsError,
    People,
    Reconciler,
    Register,
)
from metroledger.normalize.names.decisions import append

REGISTER = Register.load()


def decide(raw, judgement, member=None, when="2024-01-01", kind="member", **context):
    return Decision(
        kind=kind, raw=raw, judgement=judgement, member=member, context=context,
        who="Ana", when=when, why="asked the city",
    )  # fmt: skip


def resolve(raw, *decisions, **context):
    return Reconciler(REGISTER, Decisions(decisions)).resolve(raw, Context(**context))


def test_same_settles_an_ambiguous_name():
    found = resolve("BARCELONA", decide("Barcelona", "same", "barcelona-city"))
    assert (found.method, found.status, found.member_id, found.name) == (
        "decision",
        "resolved",
        "barcelona-city",
        "Barcelona (city)",
    )
    assert found.why == ("decided same by Ana on 2024-01-01: asked the city",)


def test_decision_goes_before_the_exact_name():
    assert resolve("Jilin", decide("Jilin", "same", "jinan")).member_id == "jinan"


def test_not_a_member():
    found = resolve("Abdijan", decide("Abdijan", "not-a-member"))
    assert (found.method, found.status, found.member_id) == ("decision", "unresolved", None)
    assert resolve("Durban", decide("Durban", "not-a-member")).status == "unresolved"
    assert resolve("Victoria", decide("Victoria", "not-a-member")).status == "place"


def test_different_excludes_one_member_only():
    found = resolve("Barcelona", decide("Barcelona", "different", "barcelona-city"))
    assert found.member_id == "barcelona-metropolitan-area"
    assert resolve("Abdijan", decide("Abdijan", "different", "abidjan")).member_id is None


def test_unsure_reopens_a_name_and_keeps_the_proposal():
    found = resolve("Abdijan", decide("Abdijan", "unsure"))
    assert (found.status, found.member_id) == ("ambiguous", None)
    assert [candidate.id for candidate in found.candidates] == ["abidjan"]


def test_later_line_undoes_the_earlier():
    found = resolve(
        "Barcelona",
        decide("Barcelona", "same", "barcelona-city"),
        decide("Barcelona", "same", "barcelona-metropolitan-area", when="2024-01-02"),
    )
    assert found.member_id == "barcelona-metropolitan-area"


def test_what_is_taken_back_leaves_what_was_before():
    city = decide("Barcelona", "same", "barcelona-city")
    area = decide("Barcelona", "same", "barcelona-metropolitan-area", when="2024-01-02")
    back = decide("Barcelona", "taken-back", when="2024-01-03")
    assert resolve("Barcelona", city, area, back).member_id == "barcelona-city"
    assert resolve("Barcelona", city, area, back, back).status == "ambiguous"
    assert resolve("Abdijan", decide("Abdijan", "different", "abidjan"), back).member_id is None
    undone = [decide("Abdijan", "different", "abidjan"), decide("Abdijan", "taken-back")]
    assert resolve("Abdijan", *undone).member_id == "abidjan"
    assert resolve("Abdijan", decide("Abdijan", "taken-back")).member_id == "abidjan"


def test_the_narrower_context_wins():
    lines = [
        decide("Barcelona", "same", "barcelona-city"),
        decide("Barcelona", "same", "barcelona-metropolitan-area", region="Europe"),
    ]
    assert resolve("Barcelona", *lines).member_id == "barcelona-city"
    assert resolve("Barcelona", *lines, region="EUROPE").member_id == "barcelona-metropolitan-area"


@pytest.mark.parametrize("when", ["2024-01-01", "2023-12-31", ""])
def test_contradiction_is_refused_by_name(when):
    with pytest.raises(ContradictoryDecisions, match="'Barcelona' is judged same") as refused:
        Decisions(
            [
                decide("Barcelona", "same", "barcelona-city"),
                decide("Barcelona", "same", "barcelona-metropolitan-area", when=when),
            ]
        )
    assert refused.value.raw == "Barcelona"


def test_same_and_different_of_two_members_agree():
    found = resolve(
        "Barcelona",
        decide("Barcelona", "same", "barcelona-city"),
        decide("Barcelona", "different", "barcelona-metropolitan-area"),
    )
    assert found.member_id == "barcelona-city"


def test_repeated_judgement_is_no_contradiction():
    line = decide("Barcelona", "same", "barcelona-city")
    assert resolve("Barcelona", line, line).member_id == "barcelona-city"


def test_unknown_member_is_refused():
    with pytest.raises(DecisionsError, match="'gotham', which is no member"):
        resolve("Barcelona", decide("Barcelona", "same", "gotham"))


def test_file_is_appended_to_and_read_back(tmp_path):
    path = tmp_path / "decisions.jsonl"
    assert len(Decisions.load(path)) == 0
    first, second = decide("Málé", "same", "male"), decide("Berlin", "unsure", region="Europe")
    append(path, first)
    append(path, second)
    assert Decisions.load(path).all == (first, second)
    fields = ["kind", "raw", "context", "judgement", "member", "who", "when", "why"]
    assert sorted(json.loads(path.read_text().splitlines()[0])) == sorted(fields)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not a decision"),
        ('{"kind": "member", "raw": "X", "judgement": "same", "colour": 1}', "not a decision"),
        ("[1]", "not a decision"),
        ('{"kind": "city", "raw": "X", "judgement": "same", "member": "a"}', "kind 'city'"),
        ('{"kind": "member", "raw": "X", "judgement": "maybe"}', "judgement 'maybe'"),
        ('{"kind": "member", "raw": "X", "judgement": "same"}', "needs the member"),
    ],
)
def test_torn_line_is_refused_with_its_place(tmp_path, line, said):
    path = tmp_path / "decisions.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(DecisionsError, match=said) as refused:
        Decisions.load(path)
    assert "decisions.jsonl:2" in str(refused.value)


def test_other_ends_of_lines_stand_inside_a_judgement(tmp_path):
    path = tmp_path / "decisions.jsonl"
    made = replace(decide("Malé\u2028", "same", "male"), why="said\x85so")
    append(path, made)
    assert Decisions.load(path).all == (made,)


def test_file_that_is_no_utf8_is_refused(tmp_path):
    path = tmp_path / "decisions.jsonl"
    path.write_bytes("Málé".encode("cp1252"))
    with pytest.raises(DecisionsError, match="no UTF-8"):
        Decisions.load(path)


def test_partner_and_person_are_decided_too():
    people = People(["Fengchao Wang"])
    decisions = Decisions(
        [
            decide("Guangdong Institute", "same", "guangzhou-award", kind="partner"),
            decide("ICLEI", "not-a-member", kind="partner"),
            decide("Wang Fengchao", "same", "Fengchao Wang", kind="person"),
        ]
    )
    reconciler = Reconciler(REGISTER, decisions, people)
    partner = reconciler.resolve("Guangdong Institute", Context(kind="partner"))
    assert (partner.partner_id, partner.method) == ("guangzhou-award", "decision")
    assert reconciler.resolve("ICLEI", Context(kind="partner")).status == "unresolved"
    person = reconciler.resolve("Wang Fengchao", Context(kind="person"))
    assert (person.person_id, person.name) == ("fengchao-wang", "Fengchao Wang")
