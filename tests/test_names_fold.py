"""Folding: what parts two names and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metroledger.normalize.names.fold import fold, fold_all

SAME = [
    ("Bogotá", "BOGOTA"),
    ("Xi'an", "XI’AN"),
    ("Malé", "Male'"),
    ("Guinea-Bissau", "Guinea Bissau"),
    ("Łódź", "Lodz"),
    ("Diyarbakır", "Diyarbakir"),
    ("İstanbul", "istanbul"),
    ("São  Paulo ", "sao paulo"),
    ("Barcelona (City)", "barcelona city"),
    ("قاهرة", "قاهره"),
    ("Groß-Gerau", "GROSS GERAU"),
    ("בייג׳ינג", "בייג'ינג"),
    ("ヴィクトリア", "ビクトリア"),
    ("リーブルヴィル", "リーブルビル"),
]
OTHER = [
    ("Jilin", "Jinan"),
    ("दिल्ली", "दल"),
    ("が", "を"),
    ("ウィーン", "ヴィーン"),
    ("Москва", "Moskva"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_fold_alike(one, other):
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_fold_apart(one, other):
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="ÀÉÎÕÜçñabcXYZ -'’", max_size=30))
def test_case_does_not_part(text):
    assert fold(text) == fold(text.upper()) == fold(text.lower())


@given(st.lists(st.text(st.characters(exclude_characters="\n", codec="utf-8"), max_size=20)))
def test_a_table_folds_as_its_names_do(names):
    assert fold_all(names) == [fold(name) for name in names]
