"""Cases of the checks of what is printed, and of files."""

from small_ledger import DOC, Q3, Ledger, one

CASES = {
    "title-in-other-case": {
        "one in capitals": (
            one().activity().activity("b").activity("c").activity("d").activity("e", title="E"),
            ["this title is in capitals, the others are in small letters"],
        ),
        "all in capitals": (
            one()
            .activity("a", title="A")
            .activity("b", title="B")
            .activity("c", title="C")
            .activity("d", title="D")
            .activity("e", title="E"),
            [],
        ),
        "one of four": (one().activity().activity("b").activity("c").activity("d", title="D"), []),
    },
    "unclaimed-line": {
        "one": (
            one()
            .put("document", document_id=DOC, path="a.txt", status="loaded", report_id=Q3)
            .put("line", line_no=7, text="what?", role="unclaimed"),
            ["no record, heading, label, furniture or caption claims line 7"],
        ),
        "a record": (
            one()
            .put("document", document_id=DOC, path="a.txt", status="loaded", report_id=Q3)
            .put("line", line_no=7, text="that"),
            [],
        ),
    },
    "document-rejected": {
        "with its reason": (
            Ledger().put(
                "document", document_id=DOC, path="a.txt", status="rejected", reason="it is empty"
            ),
            ["a.txt: it is empty"],
        ),
        "a duplicate": (
            one().put(
                "document", document_id=DOC, path="a.txt", status="duplicate", reason="as b.txt",
                report_id=Q3,
            ),
            [],
        ),
    },
    "editing-mark": {
        "of a comment": (
            one()
            .activity(narrative="The policy [j1] was told.")
            .put("line", line_no=1, text="The policy [j1] was told.")
            .put(
                "evidence", table_name="activity", row_id=f"{Q3}/a", field="narrative", line_no=1
            ),
            ["a mark of editing is left in the text: [j1]"],
        ),
        "a footnote": (
            one()
            .activity(narrative="The policy [1] was told.")
            .put("line", line_no=1, text="The policy [1] was told.")
            .put(
                "evidence", table_name="activity", row_id=f"{Q3}/a", field="narrative", line_no=1
            ),
            [],
        ),
    },
}  # fmt: skip
