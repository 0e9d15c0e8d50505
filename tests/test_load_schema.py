"""The classes of rows, the tables of schema.sql and what the ledger writes are one."""

import inspect

import pytest
from metroledger.load import schema
from metroledger.load.sheet import COLUMNS, KEYS, EvidenceRow, LineRow
from metroledger.load.shelf import DocumentRow
from metroledger.normalize.rows import Row

KINDS = {kind.TABLE: kind for kind in Row.__subclasses__()}
KINDS |= {"line": LineRow, "evidence": EvidenceRow}

# Tables that the loader fills from something else than rows of a report.
OTHERS = {"meta", "content", "document", "member", "member_name", "partner", "edition_value"}


def test_every_table_has_a_class_and_every_class_a_table():
    assert set(KINDS) | OTHERS == set(schema.tables().by_name)
    assert not set(KINDS) & OTHERS


@pytest.mark.parametrize("table", sorted(KINDS))
def test_columns_and_key_are_those_of_the_table(table):
    reflected = schema.tables()[table]
    assert COLUMNS[table] == tuple(reflected.columns.keys())
    assert tuple(reflected.primary_key.columns.keys()) == KEYS[table]


@pytest.mark.parametrize("table", sorted(KINDS))
def test_null_is_allowed_where_the_class_allows_none(table):
    reflected = schema.tables()[table]
    told = inspect.get_annotations(KINDS[table])
    assert {c.name: c.nullable for c in reflected.columns} == {
        column: "None" in str(told[column]) for column in COLUMNS[table]
    }


def test_document_rows_are_those_of_the_table():
    assert DocumentRow._fields == tuple(schema.tables()["document"].columns.keys())


def test_every_table_that_a_report_fills_is_its_own_or_shared():
    own = {table.name for table in schema.tables().of_report}
    assert set(KINDS) - own == {"plan", "plan_item", "challenge", "person", "finding"}


def test_parents_come_before_children():
    seen = set()
    for table in schema.tables().by_name.values():
        parents = {key.column.table.name for key in table.foreign_keys}
        assert parents <= seen
        seen.add(table.name)
