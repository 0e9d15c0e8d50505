"""Promise 1: every printed line is accounted for, and every value cites its characters."""

from collections import Counter

from metroledger.extract.claimed import printed_values
from metroledger.extract.document import Role
from metroledger.extract.report import read_report
from metroledger.extract.text.reader import read_text
from metroledger.normalize.report import normalize


def read(path):
    return read_report(read_text(path.read_bytes(), path.name))


def test_every_line_has_a_role_and_none_is_left_over(report_text):
    report = read(report_text)
    printed = [line for line in report.document.lines if line.text.strip()]
    assert len(report.roles) == len(printed)
    left = [
        (line.number, line.text)
        for line, role in zip(report.document.lines, report.roles, strict=True)
        if role is Role.UNCLAIMED
    ]
    assert left == []


def test_captions_and_furniture_are_no_bin(report_text):
    count = Counter(read(report_text).roles)
    assert count[Role.CAPTION] <= 0.05 * count.total()
    assert count[Role.RECORD] >= 0.5 * count.total()


def test_pieces_give_back_their_print(report_text):
    report = read(report_text)
    for printed in printed_values(report):
        for piece in printed.pieces:
            line = report.document.line(piece.line)
            words = line.text[piece.start : piece.start + piece.length]
            assert printed.text[piece.at : piece.at + piece.length] == words


def test_every_line_of_a_record_is_evidence_of_a_row(report_text, reconciler):
    report = read(report_text)
    rows = normalize(report, reconciler)
    cited = {
        number
        for entry in rows.cited
        for printed in entry.sources.values()
        for number in printed.lines
    }
    claimed = {
        line.number
        for line, role in zip(report.document.lines, report.roles, strict=True)
        if role is Role.RECORD
    }
    assert claimed - cited == set()


def test_every_printed_value_has_its_print(report_text, reconciler):
    """Values that are words of the report cite words; what is derived cites what it came from."""
    rows = normalize(read(report_text), reconciler)
    derived = {"action_line", "plan_id", "person_id", "role", "member_id", "partner_id", "month"}
    keys = {"position", "status", "kind", "parent_code", "body", "counted", "unit", "qualifier"}
    for entry in rows.cited:
        if entry.row.TABLE in {"resolution", "plan", "report"}:
            continue
        missing = {
            column
            for column, value in entry.row.values().items()
            if isinstance(value, str)
            and column not in entry.sources
            and column not in {*derived, *keys, "action_line_basis", "mode"}
            and not column.endswith("_id")
        }
        assert missing == set(), entry.row
