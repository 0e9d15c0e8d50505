"""The laws of the ledger, on small reports made by hand."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from metroledger.extract.document import Box, Document, Line, Role
from metroledger.extract.pdf.page import Style, Token
from metroledger.extract.printed import Printed
from metroledger.load.errors import AlteredLedger, StaleLedger
from metroledger.load.provenance import Provenance
from metroledger.load.settle import fullest
from metroledger.load.sheet import sheet_of
from metroledger.load.shelf import File, Loaded, Offer, Rejected
from metroledger.load.store import open_ledger
from metroledger.normalize import rows as table

MADE = Provenance("1.0", "register", "decisions", (("house", "hash"),))
REGISTER = SimpleNamespace(
    members={
        "lyon": SimpleNamespace(
            member_id="lyon",
            name="Grand Lyon",
            country="FR",
            region="Europe",
            kind="city",
            latitude=45.7,
            longitude=4.8,
            geonames_id="2996944",
        )
    },
    names_of=lambda _: [
        SimpleNamespace(member_id="lyon", name="Grand Lyon", source="canonical"),
        SimpleNamespace(member_id="lyon", name="Lyon", source="by hand"),
    ],
    partners=SimpleNamespace(by_id={"acme": SimpleNamespace(partner_id="acme", name="Acme")}),
)


def rows_of(report_id, document_id, texts):
    """Return the rows of a report that prints a title, a plan item, a person and an activity."""
    title, item, person, activity = (
        Printed.of(Line(n, 1, text, True)) for n, text in enumerate(texts, 1)
    )
    head = table.ReportRow(
        report_id=report_id,
        title=title.text,
        publisher="Publisher",
        period_start=f"{report_id[:7]}-01",
        period_end=f"{report_id[-7:]}-28",
        language="en",
        layout="house",
        document_id=document_id,
        plan_id="2018-2020",
    )
    listed = table.ReportPlanItemRow(report_id, "2018-2020", "L1M1", 1, item.text)
    post = table.AppointmentRow(
        report_id, 1, "zoe", person.text, "secretariat", None, None, None, None, None, None
    )
    told = table.ActivityRow(
        f"{report_id}/one", report_id, 1, activity.text, None, None, None, None, None, None
    )
    figure = table.FigureRow(report_id, 1, "Fees", "paid", "7", 7, None, "exact")
    cited = (
        table.Cited(head, {"title": title}),
        table.Cited(table.PlanRow("2018-2020"), {}),
        table.Cited(
            table.PlanItemRow("2018-2020", "L1M1", "measure", item.text, "L1"), {"title": item}
        ),
        table.Cited(listed, {"title": item}),
        table.Cited(table.PersonRow("zoe", person.text), {"name": person}),
        table.Cited(post, {"raw": person}),
        table.Cited(told, {"title": activity}),
        table.Cited(figure, {}),
    )
    return table.Rows(head, cited, ())


def reading(report_id, *texts, media_type="text/plain", seed=""):
    """Return a document of those lines as it was read; a line too many is claimed by nobody."""
    texts = [*texts, *("Report", "An item", "Zoe Zed", "An activity")[len(texts) :]]
    data = "\n".join([report_id, media_type, seed, *texts]).encode(errors="replace")
    document_id = hashlib.sha256(data).hexdigest()
    box = Box(1, 2, 30, 4) if media_type == "application/pdf" else None
    lines = tuple(
        Line(
            n,
            1,
            text,
            True,
            box,
            (Token(text, *box, 3.5, Style(2.0, False, "", 0)),) if box else (),
        )
        for n, text in enumerate(texts, 1)
    )
    document = Document(document_id, "file", media_type, 1, len(data), lines)
    roles = [Role.RECORD] * 4 + [Role.UNCLAIMED] * (len(texts) - 4)
    file = File(document_id, media_type, 1, len(data))
    return Loaded(file, sheet_of(rows_of(report_id, document_id, texts[:4]), document, roles))


def refused(seed):
    document_id = hashlib.sha256(seed.encode()).hexdigest()
    return Rejected(File(document_id, "text/plain", 1, 9), "no layout fits")


def pdf(report_id, *texts):
    return reading(report_id, *texts, media_type="application/pdf")


def ingest(db, *offers, made=MADE):
    with open_ledger(db) as ledger:
        return ledger.write([Offer(*offer) for offer in offers], made, REGISTER)


def query(db, sql, *values):
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql, values).fetchall()


def statuses(db):
    return dict(query(db, "SELECT path, status FROM document"))


SPRING, SUMMER, AUTUMN = "2020-01--2020-03", "2020-04--2020-06", "2020-07--2020-09"
OFFERS = (
    ("summer.txt", reading(SUMMER, "Report", "An item, renamed", "Zoé Zed")),
    ("spring.txt", reading(SPRING)),
    ("more/spring.txt", reading(SPRING)),
    ("spring.pdf", pdf(SPRING, "Report", "An item", "Zoe Zed", "Another activity")),
    ("a/spring.txt", reading(SPRING, "Reports", seed="other bytes")),
    ("z/spring.txt", reading(SPRING, "Reports", seed="other bytes")),
    ("same.txt", reading(AUTUMN, "Report", "L1M1", "Zoë Z. Zed")),
    ("same.txt", reading(AUTUMN, "Reporting", "Named late")),
    ("autumn.txt", reading(AUTUMN, "Report", "L1M1", "Zoë Z. Zed", "Activity", "Left over")),
    ("noise.txt", refused("noise")),
    ("again/noise.txt", refused("noise")),
)


@given(
    order=st.permutations(OFFERS),
    cuts=st.sets(st.integers(1, len(OFFERS) - 1), max_size=4),
    again=st.lists(st.sampled_from(OFFERS), max_size=3),
)
@settings(max_examples=20, deadline=None)
def test_same_documents_same_bytes_in_any_order_and_any_number_of_runs(
    tmp_path_factory, order, cuts, again
):
    folder = tmp_path_factory.mktemp("ledgers")
    ingest(folder / "once.db", *OFFERS)
    edges = [0, *sorted(cuts), len(order)]
    for start, end in pairwise(edges):
        ingest(folder / "runs.db", *order[start:end])
    if again:
        ingest(folder / "runs.db", *again)
    assert (folder / "runs.db").read_bytes() == (folder / "once.db").read_bytes()


def test_whole_file_is_sound(tmp_path):
    db = tmp_path / "ledger.db"
    ingest(db, *OFFERS)
    assert query(db, "PRAGMA integrity_check") == [("ok",)]
    assert query(db, "PRAGMA foreign_key_check") == []
    assert query(db, "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql NOT NULL") > [
        (0,)
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ledger.db"]


def test_statuses_and_reasons(tmp_path):
    ingest(tmp_path / "ledger.db", *OFFERS)
    found = query(tmp_path / "ledger.db", "SELECT path, status, reason FROM document")
    other_spring = f"another edition of {SPRING} is loaded: spring.pdf"
    other_autumn = f"another edition of {AUTUMN} is loaded: autumn.txt"
    assert sorted(found, key=lambda row: row[:2]) == [
        ("a/spring.txt", "edition", other_spring),
        ("again/noise.txt", "rejected", "no layout fits"),
        ("autumn.txt", "loaded", None),
        ("more/spring.txt", "edition", other_spring),
        ("noise.txt", "rejected", "no layout fits"),
        ("same.txt", "edition", other_autumn),
        ("same.txt", "edition", other_autumn),
        ("spring.pdf", "loaded", None),
        ("spring.txt", "duplicate", "same bytes as more/spring.txt"),
        ("summer.txt", "loaded", None),
        ("z/spring.txt", "duplicate", "same bytes as a/spring.txt"),
    ]


def test_two_documents_of_one_name_are_told_apart(tmp_path):
    offers = [("spring.txt", reading(SPRING, seed=seed)) for seed in ("old", "new")]
    ingest(tmp_path / "ledger.db", *offers)
    ((loaded,),) = query(tmp_path / "ledger.db", "SELECT document_id FROM report")
    ((reason,),) = query(
        tmp_path / "ledger.db", "SELECT reason FROM document WHERE status = 'edition'"
    )
    assert reason == (
        f"another edition of {SPRING} is loaded: spring.txt of other bytes"
        f" (sha256 {loaded[:12]}): if this replaces it, make the database anew"
    )


def test_counts_of_every_document_that_was_read(tmp_path):
    counts = ingest(tmp_path / "ledger.db", *OFFERS).counts
    assert len(counts) == 7
    assert counts[OFFERS[4][1].file.document_id].lines == {"record": 4}
    assert counts[OFFERS[8][1].file.document_id].findings == 1 + len(
        query(
            tmp_path / "ledger.db",
            "SELECT 1 FROM finding WHERE report_id = ? AND finding_id NOT LIKE '%unclaimed%'",
            AUTUMN,
        )
    )


def test_later_pdf_takes_the_place_of_a_text(tmp_path):
    db = tmp_path / "ledger.db"
    text, better = reading(SPRING, "Report", "Item"), pdf(SPRING, "Report", "Item!", "Zoe Zed")
    ingest(db, ("spring.txt", text))
    ingest(db, ("spring.pdf", better))
    assert statuses(db) == {"spring.txt": "edition", "spring.pdf": "loaded"}
    assert query(db, "SELECT DISTINCT document_id FROM evidence") == [(better.file.document_id,)]
    assert query(db, "SELECT count(*) FROM line WHERE document_id = ?", text.file.document_id) == [
        (4,)
    ]
    told = query(
        db,
        "SELECT severity, expected, found, table_name, row_id, document_id, line_no FROM finding"
        " WHERE \"check\" = 'edition-differs'",
    )
    item = f"{SPRING}/2018-2020/L1M1"
    assert told == [
        ("warning", "Item!", "Item", "report_plan_item", item, text.file.document_id, 2)
    ]


def test_evidence_has_the_box_of_the_words(tmp_path):
    ingest(tmp_path / "ledger.db", ("spring.pdf", pdf(SPRING)))
    assert query(
        tmp_path / "ledger.db",
        'SELECT line_no, start, "end", x0, y0, x1, y1 FROM evidence'
        " WHERE table_name = 'activity' AND field = 'title'",
    ) == [(4, 0, 11, 1.0, 2.0, 30.0, 4.0)]


def test_line_that_nobody_claims_is_a_finding(tmp_path):
    report = reading(SPRING, "Report", "Item", "Zoe Zed", "Activity", "Left over")
    ingest(tmp_path / "ledger.db", ("spring.txt", report))
    assert query(
        tmp_path / "ledger.db", "SELECT finding_id, severity, found, line_no FROM finding"
    ) == [(f"{SPRING}/unclaimed-line/5", "warning", "Left over", 5)]


def test_plan_item_is_titled_by_the_earliest_report_that_gives_a_title(tmp_path):
    db = tmp_path / "ledger.db"
    for report_id, title in ((AUTUMN, "Late"), (SPRING, "L1M1"), (SUMMER, "Early")):
        ingest(db, (f"{report_id}.txt", reading(report_id, "Report", title)))
    assert query(db, "SELECT code, kind, title, parent_code FROM plan_item") == [
        ("L1M1", "measure", "Early", "L1")
    ]
    assert query(db, "SELECT report_id, severity, expected, found, line_no FROM finding") == [
        (AUTUMN, "note", "Early", "Late", 2)
    ]


@pytest.mark.parametrize(
    ("spellings", "best"),
    [
        (["Helene Jourdan", "Hélène Jourdan"], "Hélène Jourdan"),
        (["H. Jourdan", "Helene Jourdan"], "Helene Jourdan"),
        (["Zoe B", "Zoe A"], "Zoe A"),
        (["Zoe  Zed"], "Zoe Zed"),
    ],
)
def test_person_is_named_by_the_fullest_spelling(spellings, best):
    assert fullest(spellings) == best


def test_person_named_across_reports(tmp_path):
    ingest(tmp_path / "ledger.db", *OFFERS)
    assert query(tmp_path / "ledger.db", "SELECT * FROM person") == [("zoe", "Zoë Z. Zed")]


def test_rejected_document_that_now_loads_replaces_its_row(tmp_path):
    db = tmp_path / "ledger.db"
    report = reading(SPRING)
    ingest(db, ("spring.txt", Rejected(report.file, "not yet")))
    ingest(db, ("spring.txt", report))
    assert statuses(db) == {"spring.txt": "loaded"}
    ingest(db, ("spring.txt", Rejected(report.file, "out of time")))
    assert statuses(db) == {"spring.txt": "loaded"}


def test_report_that_breaks_a_rule_is_rejected_and_the_others_load(tmp_path):
    db = tmp_path / "ledger.db"
    bad, surrogate = reading(SUMMER), reading(AUTUMN, "\ud800")
    bad.sheet.rows["figure"][0] = (SUMMER, 1, "Fees", "paid", "7", 7, None, "roughly")
    ingest(db, ("bad.txt", bad), ("broken.txt", surrogate), ("good.txt", reading(SPRING)))
    assert statuses(db) == {"bad.txt": "rejected", "broken.txt": "rejected", "good.txt": "loaded"}
    assert query(db, "SELECT DISTINCT report_id FROM figure") == [(SPRING,)]
    assert "break a rule" in query(db, "SELECT reason FROM document WHERE path = 'bad.txt'")[0][0]


def test_other_inputs_ask_for_all_documents_again(tmp_path):
    db, other = tmp_path / "ledger.db", replace(MADE, register="another")
    ingest(db, ("spring.txt", reading(SPRING)), ("summer.txt", reading(SUMMER)))
    before = db.read_bytes()
    with pytest.raises(StaleLedger, match=r"another register: .*summer\.txt"):
        ingest(db, ("spring.txt", reading(SPRING)), made=other)
    assert db.read_bytes() == before
    ingest(db, ("moved.txt", reading(SPRING)), ("summer.txt", reading(SUMMER)), made=other)
    assert query(db, "SELECT value FROM meta WHERE key = 'register'") == [("another",)]
    assert statuses(db) == {
        "moved.txt": "loaded",
        "spring.txt": "duplicate",
        "summer.txt": "loaded",
    }


def test_rows_changed_by_hand_are_not_carried_on(tmp_path):
    db = tmp_path / "ledger.db"
    ingest(db, ("spring.txt", reading(SPRING)))
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("UPDATE activity SET title = 'better'")
    with pytest.raises(AlteredLedger, match=SPRING):
        ingest(db, ("summer.txt", reading(SUMMER)))
    ingest(db, ("spring.txt", reading(SPRING)))
    assert query(db, "SELECT title FROM activity") == [("An activity",)]


def recognised_with(offered, programs):
    """Return what was read in pictures, by such programs."""
    return replace(offered, file=replace(offered.file, recogniser=programs))


def test_what_recognised_a_document_is_told_as_long_as_it_stands(tmp_path):
    db, told = tmp_path / "ledger.db", "SELECT value FROM meta WHERE key LIKE 'recognised/%'"
    scan = pdf(SPRING)
    key = scan.file.document_id
    ingest(db, ("spring.pdf", recognised_with(scan, "Tesseract 4")))
    ingest(db, ("summer.txt", reading(SUMMER)))
    ingest(db, ("spring.pdf", Rejected(scan.file, "needs OCR")))
    assert query(db, told) == [("Tesseract 4",)]
    ingest(db, ("spring.pdf", recognised_with(scan, "Tesseract 5")))
    assert query(db, "SELECT value FROM meta WHERE key = ?", f"recognised/{key}") == [
        ("Tesseract 5",)
    ]
    ingest(db, ("spring.pdf", scan))
    assert query(db, told) == []


def test_register_and_meta(tmp_path):
    db = tmp_path / "ledger.db"
    ingest(db, ("spring.txt", reading(SPRING)))
    assert query(db, "SELECT member_id, geonames_id FROM member") == [("lyon", 2996944)]
    assert query(db, "SELECT * FROM member_name") == [("lyon", "Lyon", "by hand")]
    assert query(db, "SELECT * FROM partner") == [("acme", "Acme")]
    assert [key for (key,) in query(db, "SELECT key FROM meta")] == [
        "content",
        "decisions",
        "engine",
        "layout/house",
        "program",
        "register",
        f"report/{SPRING}",
        "schema",
    ]
