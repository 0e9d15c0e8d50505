"""The commands as a person runs them: what they print, where, and their exit codes."""

import contextlib
import json
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from metroledger import cli
from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
BAD = ROOT / "tests" / "bad"
GOOD = CORPUS / "2020-07--2020-09.txt"


def run(*args, **kwargs):
    return CliRunner().invoke(cli.app, [str(arg) for arg in args], **kwargs)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    db = tmp_path_factory.mktemp("ledger") / "corpus.db"
    result = run("ingest", *sorted(CORPUS.glob("*.txt")), "--db", db)
    assert result.exit_code == 0, result.output
    return db


def rows(db, sql):
    with sqlite3.connect(db) as connection:
        return connection.execute(sql).fetchall()


def test_ingest_says_what_it_loaded(tmp_path):
    result = run("ingest", *sorted(CORPUS.glob("*.txt")), "--db", tmp_path / "x.db")
    assert result.exit_code == 0
    first, second, lines, ready = result.output.splitlines()
    assert first.startswith("loaded    2020-07--2020-09.txt: 14 activities")
    assert second.startswith("loaded    2021-09--2021-12.txt: 29 activities")
    assert lines.startswith("lines: ")
    assert lines.endswith("in all 1,571")
    assert "x.db is ready" in ready


def _on_a_terminal(*args, **environment):
    """Run a command on a terminal of its own and return its exit code and what is seen there."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from metroledger.cli import main; main()", *map(str, args)],
        stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "30", **environment},
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):  # Linux tells the end of a terminal so
        while part := os.read(ours, 1 << 16):
            seen += part
    os.close(ours)
    return process.wait(), seen.decode()


def test_ingest_tells_on_a_terminal_how_far_it_is(tmp_path):
    code, seen = _on_a_terminal("ingest", *sorted(CORPUS.glob("*.txt")), "--db", tmp_path / "x.db")
    assert code == 0
    _, first, second, told = seen.split("\r\x1b[K")
    assert (first, second) == ("1 read: 2020-07--2020-09.txt", "2 read: 2021-09--2021-12.txt")
    assert told.startswith("loaded    2020-07--2020-09.txt: 14 activities")


def test_ingest_on_a_dumb_terminal_prints_lines_alone(tmp_path):
    _, seen = _on_a_terminal("ingest", GOOD, "--db", tmp_path / "x.db", TERM="dumb")
    assert "\x1b" not in seen
    assert seen.startswith("loaded ")


def test_ingest_as_json(tmp_path):
    result = run("ingest", GOOD, "--db", tmp_path / "x.db", "--json")
    outcome = json.loads(result.stdout)["outcomes"][0]
    assert (outcome["status"], outcome["report_id"]) == ("loaded", "2020-07--2020-09")


def test_what_a_folder_holds_besides_is_named_on_one_line(tmp_path):
    (tmp_path / "shelf").mkdir()
    shutil.copy(GOOD, tmp_path / "shelf")
    for number in range(7):
        (tmp_path / "shelf" / f"{number}.docx").touch()
    result = run("ingest", tmp_path / "shelf", "--db", tmp_path / "x.db")
    assert result.exit_code == 0
    (told,) = (line for line in result.output.splitlines() if "docx" in line)
    assert told == (
        "passed    neither .txt nor .pdf: 0.docx, 1.docx, 2.docx, 3.docx, 4.docx and 2 more"
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is a folder of Linux")
def test_a_file_that_may_not_be_read_does_not_stop_the_others(tmp_path):
    closed = tmp_path / "closed.txt"
    closed.symlink_to("/proc/self/mem")  # a regular file that root cannot read either
    result = run("ingest", closed, GOOD, "--db", tmp_path / "x.db")
    assert result.exit_code == 1
    assert "unreadable closed.txt: it cannot be opened" in result.output


def _unreadable(folder):
    (folder / "link.txt").symlink_to(folder / "nowhere.txt")
    return folder / "link.txt"


def _empty_folder(folder):
    (folder / "empty").mkdir()
    return folder / "empty"


def _cut(share):
    def made(folder):
        data = GOOD.read_bytes()
        (folder / "cut.txt").write_bytes(data[: int(len(data) * share)])
        return folder / "cut.txt"

    return made


def _long_line(folder):
    (folder / "long.txt").write_text("Metropolis progress report " * 40_000)
    return folder / "long.txt"


REFUSED = {
    "empty file": (lambda _: BAD / "empty.txt", "nothing is printed"),
    "blank lines": (lambda _: BAD / "blanks.txt", "nothing is printed"),
    "random bytes": (lambda _: BAD / "noise.txt", "no text"),
    "a picture": (lambda _: BAD / "picture.txt", "no text"),
    "NUL bytes": (lambda _: BAD / "nul.txt", "no text"),
    "minutes of a meeting": (lambda _: BAD / "minutes.txt", "no layout fits"),
    "no period": (lambda _: BAD / "no-period.txt", "no period"),
    "no such file": (lambda folder: folder / "nowhere.txt", "no such file"),
    "broken link": (_unreadable, "no such file"),
    "folder without reports": (_empty_folder, "no .txt or .pdf"),
    "one long line": (_long_line, "no layout fits"),
    "cut in a list": (lambda _: ROOT / "tests/reports/2021-05--2021-08.txt", "cut off"),
    **{f"cut at {share:.0%}": (_cut(share), "cut off") for share in (0.1, 0.3, 0.5, 0.7, 0.9)},
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_one_line_and_the_rest_is_loaded(name, tmp_path):
    make, why = REFUSED[name]
    alone, together = tmp_path / "alone.db", tmp_path / "together.db"
    bad = make(tmp_path)
    assert run("ingest", GOOD, "--db", alone).exit_code == 0
    result = run("ingest", bad, GOOD, "--db", together)
    assert result.exit_code == 1
    told = [line for line in result.output.splitlines() if bad.name in line]
    assert len(told) == 1
    assert why in told[0]
    assert "Traceback" not in result.output
    content = "SELECT * FROM activity_member ORDER BY 1, 2"
    assert rows(together, content) == rows(alone, content)
    assert rows(together, "SELECT count(*) FROM line") == rows(alone, "SELECT count(*) FROM line")
    assert {s for (s,) in rows(together, "SELECT status FROM document")} <= {"loaded", "rejected"}


def test_bytes_are_the_same_in_any_order_and_run(tmp_path, ledger):
    one, two = sorted(CORPUS.glob("*.txt"))
    assert run("ingest", two, one, "--db", tmp_path / "other-way.db").exit_code == 0
    assert run("ingest", two, "--db", tmp_path / "by-and-by.db").exit_code == 0
    assert run("ingest", one, "--db", tmp_path / "by-and-by.db").exit_code == 0
    assert run("ingest", one, two, "--db", tmp_path / "by-and-by.db").exit_code == 0
    for db in tmp_path.glob("*.db"):
        assert db.read_bytes() == ledger.read_bytes(), db.name


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path):
    db = tmp_path / "notes.db"
    db.write_text("my notes")
    result = run("ingest", GOOD, "--db", db)
    assert (result.exit_code, db.read_text()) == (3, "my notes")
    assert len(result.output.strip().splitlines()) == 1


def test_a_folder_that_is_not_there(tmp_path):
    result = run("ingest", GOOD, "--db", tmp_path / "nowhere" / "x.db")
    assert result.exit_code == 3
    assert "make the folder" in result.output


@pytest.mark.parametrize(
    "args", [["ingest"], ["ingest", ""], ["ingest", "--nonsense"], ["show"], ["nonsense"]]
)
def test_wrong_usage(args):
    assert run(*args).exit_code == 2


def test_show_prints_values_beside_their_lines(ledger):
    result = run("show", "2020-07--2020-09/u20-mayors-summit", "--db", ledger)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    date = next(line for line in lines if line.split()[:1] == ["date_start"])
    assert "2020-09-30" in date
    assert date.endswith(": 30 September – 02 October")
    assert sum(line.startswith("activity_member ") for line in lines) == 6


def test_show_as_json(ledger):
    result = run("show", "member:berlin", "--db", ledger, "--json")
    record = json.loads(result.stdout)[0]
    assert {v["field"]: v["value"] for v in record["values"]}["name"] == "Berlin"


@pytest.mark.parametrize(
    ("args", "why"),
    [(["show", "nobody"], "no record has this id"), (["show", "x", "--db", "none.db"], "no such")],
)
def test_show_of_nothing(args, why, ledger):
    result = run(*args, *([] if "--db" in args else ["--db", ledger]))
    assert result.exit_code == 3
    assert why in result.output


def test_inspect_accounts_for_every_line():
    result = run("inspect", GOOD, "--json")
    lines = json.loads(result.stdout)["lines"]
    assert [line["line_no"] for line in lines] == list(range(1, 641))
    assert all(line["claimed_by"] for line in lines if line["role"] == "record")


def test_inspect_of_an_unknown_file_tells_how_near_layouts_come():
    result = run("inspect", BAD / "minutes.txt")
    assert result.exit_code == 1
    assert "metropolis-2021: 2 of 8 signals" in result.output
    assert "no layout fits" in result.output


def test_nothing_from_a_report_steers_the_terminal(tmp_path):
    db = tmp_path / "x.db"
    run("ingest", BAD / "terminal-escapes.txt", "--db", db)
    for (key,) in rows(db, "SELECT activity_id FROM activity"):
        assert "\x1b" not in run("show", key, "--db", db).output
    assert "\x1b" not in run("inspect", BAD / "terminal-escapes.txt").output


def test_schema_lists_every_column_of_the_database(ledger):
    told = {
        (table["name"], column["name"])
        for table in json.loads(run("schema", "--json").stdout)
        for column in table["columns"]
    }
    made = set(
        rows(
            ledger,
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
            "WHERE m.type = 'table'",
        )
    )
    assert told == made


def test_layouts():
    assert run("layouts").output.splitlines()[0].startswith("metropolis-2020: ")


def test_a_copy_is_a_duplicate(tmp_path):
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for name in ("a.txt", "b.txt"):
        shutil.copy(GOOD, shelf / name)
    assert run("ingest", shelf, "--db", tmp_path / "x.db").exit_code == 0
    found = rows(tmp_path / "x.db", "SELECT path, status FROM document ORDER BY path")
    assert found == [("a.txt", "loaded"), ("b.txt", "duplicate")]


def test_resolve_prints_one_answer_a_name():
    result = run("resolve", "Bruxelles", "Barcelona", "Qwertzuiop")
    assert result.exit_code == 0
    assert [line.split(" -> ")[1] for line in result.output.splitlines()] == [
        "Brussels  [resolved, alias]",
        "? Barcelona (city) (100), Barcelona (metropolitan area) (100)  [ambiguous, ambiguous]",
        "?  [unresolved, unresolved]",
    ]


def test_resolve_in_a_pipe_keeps_what_it_is_given():
    lines = [
        '{"raw": "Lisboa", "id": 7}',
        "",
        '{"raw": "UN Habitat", "kind": "partner"}',
        "nonsense",
        "[]",
    ]
    result = run("resolve", "--jsonl", input="\n".join(lines))
    assert result.exit_code == 1
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["id"], first["got"], first["status"]) == (7, "Lisbon", "resolved")
    assert set(first) == {"raw", "id", "got", "status", "method", "score", "candidates"}
    assert second["got"] == "UN-Habitat"
    assert [line.split(":")[1].strip() for line in result.stderr.splitlines()] == [
        "line 4",
        "line 5",
    ]


@pytest.mark.parametrize(
    "args", [["resolve"], ["resolve", "x", "--jsonl"], ["resolve", "x", "--kind", "dog"]]
)
def test_resolve_wrong_usage(args):
    assert run(*args).exit_code == 2


def test_resolve_knows_the_people_and_decisions_of_a_ledger(ledger):
    name = ["resolve", "--db", ledger]
    assert "Hélène Jourdan" in run(*name, "Helene Jourdan", "--kind", "person").output
    assert "unresolved" in run("resolve", "Helene Jourdan", "--kind", "person").output
    decision = {"kind": "member", "raw": "Gotham", "judgement": "same", "member": "quito"}
    beside = Path(ledger).with_name("decisions.jsonl")
    beside.write_text(json.dumps(decision) + "\n", "utf-8")
    try:
        assert "Gotham -> Quito  [resolved, decision]" in run(*name, "Gotham").output
        beside.write_text(json.dumps({**decision, "member": "atlantis"}) + "\n", "utf-8")
        for arguments in ([*name, "Gotham"], [*name, "--jsonl"]):
            result = run(*arguments, input='{"raw": "Gotham"}')
            assert (result.exit_code, "no member" in result.stderr) == (3, True)
    finally:
        beside.unlink()


def test_resolve_refuses_decisions_that_are_not_there():
    result = run("resolve", "Quito", "--decisions", "nowhere.jsonl")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "nowhere.jsonl: there is no such file" in result.stderr


def test_ingest_refuses_decisions_that_are_not_there(tmp_path):
    db = tmp_path / "x.db"
    result = run("ingest", str(CORPUS), "--db", str(db), "--decisions", "nowhere.jsonl")
    assert (result.exit_code, db.exists()) == (3, False)
    assert "nowhere.jsonl: there is no such file" in result.stderr


def test_resolve_explains_to_programs():
    line = run("resolve", "--jsonl", "--explain", input='{"raw": "Hyderabad, Pakistan"}').output
    (told,) = json.loads(run("resolve", "Hyderabad, Pakistan", "--json", "--explain").output)
    assert json.loads(line) == told
    assert told["why"][0] == "the print says PK, Hyderabad is in IN"


def test_resolve_explains():
    steps = run("resolve", "Hyderabad, Pakistan", "--explain").output.splitlines()[1:]
    assert steps == [
        "    the print says PK, Hyderabad is in IN",
        "    'hyderabad' is Hyderabad (PK), no member",
    ]


@pytest.mark.parametrize(
    ("words", "limit", "told"),
    [
        (["xyzzy"], 1, "no line holds all the words"),
        (["Activated"], 1, "these are the first 1; more lines hold all the words: give --limit"),
        (["Seoul Human Resource"], 1, None),
    ],
)
def test_search_says_when_there_is_nothing_or_more(ledger, words, limit, told):
    result = run("search", *words, "--db", ledger, "--limit", limit)
    assert result.exit_code == 0
    assert result.stderr == (f"{told}\n" if told else "")


def test_search_finds_lines_without_accents_and_case(ledger):
    result = run("search", "medellin", "bogota", "--db", ledger, "--limit", "1")
    place, *records = result.output.splitlines()
    assert place.startswith("2020-07--2020-09.txt, page 1, line ")
    assert any(record.strip().startswith("activity_member:") for record in records)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_export_writes_every_table(ledger, tmp_path, form):
    assert run("export", tmp_path / "out", "--db", ledger, "--format", form).exit_code == 0
    made = {path.stem for path in (tmp_path / "out").iterdir()}
    assert made == {
        name for (name,) in rows(ledger, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    }


def test_exported_formulas_are_text(tmp_path):
    run("ingest", BAD / "hostile-titles.txt", "--db", tmp_path / "x.db")
    run("export", tmp_path / "out", "--db", tmp_path / "x.db")
    told = (tmp_path / "out" / "activity.csv").read_text("utf-8")
    assert "'=cmd()" in told
    assert ",=cmd()" not in told


def test_export_wrong_format(ledger, tmp_path):
    assert run("export", tmp_path, "--db", ledger, "--format", "xls").exit_code == 2


def test_quality_lists_findings_with_their_lines(ledger):
    result = run("quality", "--db", ledger)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    at = next(n for n, line in enumerate(lines) if "alphabet-gap" in line)
    assert "no name stands between Casablanca and Dubai" in lines[at]
    assert ", line " in lines[at + 1]
    assert lines[-1].endswith("open, 0 accepted, 0 fixed")


def test_a_finding_is_accepted_with_a_reason_and_stays_quiet(ledger, tmp_path):
    decisions = tmp_path / "decisions.jsonl"
    options = ("--db", ledger, "--decisions", decisions)
    key = next(
        each["finding_id"]
        for each in json.loads(run("quality", *options, "--json").stdout)
        if each["check"] == "told-twice"
    )
    assert "needs a reason" in run("quality", *options, "--accept", key).output
    assert run("quality", *options, "--accept", key, "--why", "printed so").exit_code == 0
    told = run("quality", *options).output
    assert "told-twice" not in told
    assert "1 accepted" in told
    assert run("quality", *options, "--reopen", key).exit_code == 0
    assert "told-twice" in run("quality", *options).output
    assert run("quality", *options, "--accept", "x", "--why", "y").exit_code == 3


def test_an_acceptance_does_not_tear_the_line_before(ledger, tmp_path):
    decisions = tmp_path / "decisions.jsonl"
    decisions.write_text('{"kind": "member", "raw": "X", "judgement": "unsure"}', "utf-8")
    options = ("--db", ledger, "--decisions", decisions)
    key = json.loads(run("quality", *options, "--json").stdout)[0]["finding_id"]
    assert run("quality", *options, "--accept", key, "--why", "printed so").exit_code == 0
    assert len(decisions.read_text("utf-8").splitlines()) == 2
    assert "1 accepted" in run("quality", *options).output


def test_whoever_has_no_name_is_asked_for_one(ledger, tmp_path, monkeypatch):
    def nobody():
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr("getpass.getuser", nobody)
    options = ("--db", ledger, "--decisions", tmp_path / "decisions.jsonl")
    key = json.loads(run("quality", *options, "--json").stdout)[0]["finding_id"]
    for refused in (
        run("quality", *options, "--accept", key, "--why", "printed so"),
        run("review", *options, input="u\nno idea\n"),
    ):
        assert (refused.exit_code, refused.stderr) == (
            3, "metroledger: the system has no name for you: give yours with --who\n",
        )  # fmt: skip
    assert run("review", *options, "--export", tmp_path / "names.csv").exit_code == 0


def test_a_check_of_ones_own(ledger, tmp_path):
    (tmp_path / "broken.sql").write_text("-- no header\nSELECT 1")
    result = run("quality", "--db", ledger, "--checks", tmp_path)
    assert result.exit_code == 3
    assert "broken.sql" in result.output


def test_the_page_tells_what_ones_own_check_looks_for(ledger, tmp_path):
    (tmp_path / "titled.sql").write_text(
        "-- check: titled\n-- severity: note\n-- message: {found}\n-- Every title there is.\n"
        "SELECT report_id, 'report' AS table_name, report_id AS row_id, NULL AS expected,"
        " title AS found FROM report",
        "utf-8",
    )
    page = tmp_path / "page.html"
    assert run("quality", "--db", ledger, "--checks", tmp_path, "--html", page).exit_code == 0
    assert "Every title there is." in page.read_text("utf-8")


def test_the_page_is_one_file_without_network(ledger, tmp_path):
    page = tmp_path / "page.html"
    assert run("quality", "--db", ledger, "--html", page).exit_code == 0
    told = page.read_text("utf-8")
    assert "default-src" in told
    assert 'src="http' not in told


def test_diff_of_the_same_and_of_another(ledger, tmp_path):
    other = tmp_path / "one.db"
    run("ingest", GOOD, "--db", other)
    assert run("diff", ledger, ledger).exit_code == 0
    result = run("diff", other, ledger)
    assert result.exit_code == 1
    assert "2021-09--2021-12" in result.output
    assert run("diff", ledger, "nowhere.db").exit_code == 3
    page = tmp_path / "diff.html"
    assert run("diff", other, ledger, "--html", page).exit_code == 1
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_diff_of_two_reports(ledger):
    pair = ("2020-07--2020-09", "2021-09--2021-12")
    result = run("diff", "--reports", *pair, "--db", ledger)
    assert result.exit_code == 1
    assert "left: Greater Manchester (Europe, member)" in result.output
    assert json.loads(run("diff", "--reports", *pair, "--db", ledger, "--json").stdout)
    assert run("diff", "--reports", "x", "y", "--db", ledger).exit_code == 3


def test_eval_scores_the_database(ledger):
    gold = ROOT / "tests" / "golden" / "corpus" / "2020-07--2020-09.json"
    result = run("eval", gold, "--db", ledger)
    assert result.exit_code == 0
    assert "whole activities: 14 of 14" in result.output
    assert run("eval", ROOT / "README.md", "--db", ledger).exit_code == 3


DAMAGED = [
    ["show", "2021-09--2021-12"],
    ["search", "mexico"],
    ["export", "tables"],
    ["quality"],
    ["quality", "--html", "page.html"],
    ["diff", "--reports", "2020-07--2020-09", "2021-09--2021-12"],
    ["review"],
    ["eval", ROOT / "tests/golden/corpus/2020-07--2020-09.json"],
    ["ingest", GOOD],
]


@pytest.mark.parametrize("args", DAMAGED, ids=lambda args: " ".join(map(str, args[:2])))
def test_damage_deep_in_the_file_is_one_line(args, ledger, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    bytes_ = bytearray(ledger.read_bytes())
    for page in range(20, len(bytes_) // 4096):
        bytes_[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    Path("x.db").write_bytes(bytes_)
    result = run(*args, "--db", "x.db")
    assert result.exit_code == 3
    (told,) = result.stderr.splitlines()
    assert "malformed" in told or "no sound SQLite file" in told


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["inspect", "nothing.txt"], "nothing.txt: No such file or directory"),
        (["inspect", "."], ".: Is a directory"),
        (["review", "--import", "nothing.csv"], "nothing.csv: No such file or directory"),
        (["quality", "--html", "no/where.html"], "no/where.html: No such file or directory"),
        (["show", "x", "--db", ""], "--db names no file: give it one"),
        (["ingest", GOOD, "--db", ""], "--db names no file: give it one"),
    ],
)
def test_what_the_system_refuses_is_one_line(args, told, ledger, tmp_path, monkeypatch):
    shutil.copy(ledger, tmp_path / "metroledger.db")
    monkeypatch.chdir(tmp_path)
    result = run(*args)
    assert (result.exit_code, result.stderr) == (3, f"metroledger: {told}\n")


NO_UTF8 = "\udcff"  # as Python gives the byte ff


@pytest.mark.parametrize(
    "args", [["show", NO_UTF8], ["search", NO_UTF8], ["show", "x", "--db", NO_UTF8]], ids=repr
)
def test_words_that_are_no_utf8_are_refused_in_one_line(args, ledger, tmp_path):
    shutil.copy(ledger, tmp_path / "metroledger.db")
    done = subprocess.run(
        [sys.executable, "-c", "from metroledger.cli import main; main()", *args],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_names_of_files_may_be_no_utf8(ledger, tmp_path):
    shutil.copy(ledger, tmp_path / f"{NO_UTF8}.db")
    page = tmp_path / "page.html"
    result = run("diff", ledger, tmp_path / f"{NO_UTF8}.db", "--html", page)
    assert result.exit_code == 0
    assert "\ufffd.db" in page.read_text("utf-8")


def test_whoever_stops_reading_stops_neither_the_verb_nor_its_exit_code(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", "from metroledger.cli import main; main()",
         "ingest", GOOD, BAD / "minutes.txt", "--db", tmp_path / "x.db"],
        stdout=writer, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")
