"""The command line: one verb, one call. What is heavy is imported by the verb that needs it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .view.verbs import Exit, Verbs, fail, note, offer, or_fail, say, say_all, stop_at_signals

if TYPE_CHECKING:
    from .reading import Engine
    from .view.show import Record

app = typer.Typer(
    cls=Verbs,
    help="A shelf of Metropolis progress reports as one SQLite file that cites every line.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


DEFAULT_DB = "metroledger.db"
Db = Annotated[str, typer.Option("--db", help="The database: a file or a sqlite:/// URL.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
DecisionsFile = Annotated[
    Path | None,
    typer.Option("--decisions", help="Decisions on names; by default decisions.jsonl beside --db."),
]
Password = Annotated[str | None, typer.Option("--password", help="Opens encrypted PDFs.")]
EngineName = Annotated[str, typer.Option("--engine", help="Reads PDFs: pdfium or pdfplumber.")]
Who = Annotated[str | None, typer.Option("--who", help="Your name, by default that of the login.")]


def main() -> None:
    """Run the command line; every failure is one line on standard error."""
    # A run makes many small objects that live to its end: look for garbage less often.
    gc.set_threshold(200_000, 50, 50)
    stop_at_signals()
    try:
        app()
    finally:
        gc.freeze()  # the system takes the memory back at once; a last search costs a tenth


@app.command()
def ingest(
    paths: Annotated[
        # One that cannot be opened must not take the others with it.
        list[Path],
        typer.Argument(help="Reports, or folders of reports.", parser=offer),
    ],
    db: Db = DEFAULT_DB,
    decisions: DecisionsFile = None,
    password: Password = None,
    engine: EngineName = "pdfium",
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Read PDFs with both engines; differences are findings."),
    ] = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="Recognise the text of scans.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read; by default one a processor.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Load reports (PDF or text). What cannot be loaded is told line by line; the rest is."""
    from . import pipeline
    from .load.errors import LedgerError
    from .normalize.names.errors import NamesError
    from .view.ledger import NoLedger, decisions_to_read
    from .view.progress import progress
    from .view.terminal import as_json as to_json
    from .view.terminal import result_lines

    reader = _engine(engine)

    def run() -> pipeline.Result:
        inputs = pipeline.Inputs(
            decisions=decisions_to_read(db, decisions),
            password=password,
            workers=workers,
            engine=reader,
            verify=verify,
            ocr=ocr,
        )
        with progress() as watch:
            return pipeline.ingest(paths, db, inputs, watch)

    result = or_fail(run, LedgerError, NamesError, NoLedger)
    say_all([to_json(result)] if as_json else result_lines(result))
    if result.totals.get("loaded") and not as_json:
        say(f"{result.ledger} is ready: sqlite3 {result.ledger}, or metroledger show ID")
    refused = result.totals.get("rejected", 0) + result.totals.get("unreadable", 0)
    raise typer.Exit(Exit.DIFFERENT if refused else Exit.DONE)


@app.command()
def inspect(
    file: Annotated[Path, typer.Argument(help="One report, PDF or text.")],
    password: Password = None,
    engine: EngineName = "pdfium",
    image: Annotated[
        Path | None, typer.Option("--image", help="Draw every page into this folder.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print every line of a file with its role and the records that claim it.

    Of a file that would be rejected: its lines, how near each layout comes, and why not.
    """
    from .pipeline import Inputs
    from .view.inspect import examine
    from .view.terminal import as_json as to_json
    from .view.terminal import examined_lines

    inputs = Inputs(password=password, engine=_engine(engine))
    examined = examine(file, inputs)
    say_all([to_json(examined)] if as_json else examined_lines(examined))
    if image:
        from .view.drawn import draw_lines
        from .view.picture import NoPicture

        made = or_fail(lambda: draw_lines(file, examined, image, password), NoPicture)
        note(f"{len(made)} pages are in {image}")
    if examined.reason:
        fail(f"{file}: {examined.reason}", Exit.DIFFERENT)


@app.command()
def show(
    record: Annotated[str, typer.Argument(metavar="ID", help="A key, or TABLE:KEY.")],
    db: Db = DEFAULT_DB,
    image: Annotated[
        Path | None, typer.Option("--image", help="Draw its pages, the words marked, as PNG.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", help="The PDF, if it is no longer where it was read.")
    ] = None,
    password: Password = None,
    as_json: AsJson = False,
) -> None:
    """Print a record with each value beside the line that it was read from."""
    from .view.ledger import NoLedger, open_ledger
    from .view.show import NoRecord
    from .view.show import show as find
    from .view.terminal import as_json as to_json
    from .view.terminal import record_lines

    records = or_fail(lambda: find(open_ledger(db), record), NoLedger, NoRecord)
    if image:
        _draw_records(records, db, image, file, password)
        return
    if as_json:
        say(to_json(records))
        return
    for found in records:
        for part in (found, *found.parts):
            say_all(record_lines(part))


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words that a line must hold.")],
    db: Db = DEFAULT_DB,
    limit: Annotated[int, typer.Option(min=1, help="Lines to print at most.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Find printed lines that hold all the words, and the records that cite them."""
    from .view.ledger import NoLedger, open_ledger
    from .view.search import search as find
    from .view.terminal import as_json as to_json
    from .view.terminal import hit_lines

    found = or_fail(lambda: find(open_ledger(db), words, limit + 1), NoLedger)
    shown = found[:limit]
    say_all([to_json(shown)] if as_json else hit_lines(shown))
    if len(found) > limit:
        note(f"these are the first {limit}; more lines hold all the words: give --limit")
    elif not found:
        note("no line holds all the words")


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Folder for the files.")],
    db: Db = DEFAULT_DB,
    form: Annotated[str, typer.Option("--format", help="csv or jsonl.")] = "csv",
) -> None:
    """Write every table to a file. In CSV what would be a formula is led by an apostrophe."""
    from .view.export import WRITERS, CannotExport
    from .view.export import export as write
    from .view.ledger import NoLedger, open_ledger

    if form not in WRITERS:
        raise typer.BadParameter(f"must be one of {', '.join(WRITERS)}", param_hint="--format")
    made = or_fail(lambda: write(open_ledger(db), folder, form), NoLedger, CannotExport)
    say(f"{len(made)} tables are in {folder}")


@app.command()
def quality(
    db: Db = DEFAULT_DB,
    checks: Annotated[
        list[Path] | None, typer.Option("--checks", help="Folder of your own checks, as .sql.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the page to this file.")
    ] = None,
    against: Annotated[
        str | None, typer.Option("--against", help="An earlier database, for what changed.")
    ] = None,
    accept: Annotated[
        str | None, typer.Option("--accept", help="Accept a finding; give --why.")
    ] = None,
    reopen: Annotated[str | None, typer.Option("--reopen", help="Take an acceptance back.")] = None,
    why: Annotated[str, typer.Option("--why", help="Why it is accepted or reopened.")] = "",
    who: Who = None,
    decisions: DecisionsFile = None,
    as_json: AsJson = False,
) -> None:
    """Say how far to trust the database: findings, each with the line that it is about."""
    from .view import quality as view
    from .view.terminal import as_json as to_json

    if (accept or reopen) and (html or as_json):
        raise typer.BadParameter("--accept and --reopen stand alone")
    room = or_fail(lambda: view.open_quality(db, checks or [], decisions), *view.FAILURES)
    if accept or reopen:
        say(or_fail(lambda: room.judge(accept, reopen, why, who), *view.FAILURES))
    elif html:
        say(or_fail(lambda: room.write_page(html, against), *view.FAILURES))
    else:
        say_all([to_json(room.findings)] if as_json else room.lines())


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="The earlier database, or report with --reports.")],
    new: Annotated[str, typer.Argument(help="The later one.")],
    reports: Annotated[
        bool, typer.Option("--reports", help="Compare two reports of one database.")
    ] = False,
    db: Db = DEFAULT_DB,
    html: Annotated[Path | None, typer.Option("--html", help="Write a page to this file.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say what differs between two databases, with the cause, or between two reports."""
    from .view import diff as view

    form = view.Form(html=html, as_json=as_json)

    def compared() -> bool:
        if reports:
            return view.diff_reports(db, (old, new), form, say)
        return view.diff_ledgers(old, new, form, say)

    raise typer.Exit(Exit.DIFFERENT if or_fail(compared, *view.FAILURES) else Exit.DONE)


@app.command("eval")
def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Gold: JSON of a report, or CSV of names.")],
    db: Db = DEFAULT_DB,
    decisions: DecisionsFile = None,
    as_json: AsJson = False,
) -> None:
    """Score the database, or the resolver of names, against what people have read by hand."""
    from .view import evaluate as view

    right = or_fail(
        lambda: view.evaluate(gold, db, decisions, say, as_json=as_json), *view.FAILURES
    )
    raise typer.Exit(Exit.DONE if right else Exit.DIFFERENT)


@app.command()
def resolve(
    names: Annotated[list[str] | None, typer.Argument(help="Names as printed.")] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read {"raw": ...} a line, write the same with answers.')
    ] = False,
    region: Annotated[
        str | None, typer.Option(help="Region heading that they stand under.")
    ] = None,
    country: Annotated[str | None, typer.Option(help="ISO code or name of their country.")] = None,
    kind: Annotated[str, typer.Option(help="member, partner or person.")] = "member",
    explain: Annotated[bool, typer.Option("--explain", help="Tell each step.")] = False,
    db: Db = DEFAULT_DB,
    decisions: DecisionsFile = None,
    as_json: AsJson = False,
) -> None:
    """Say which member, partner or person printed names mean, or that it is doubtful."""
    from .normalize.names import Context
    from .view import resolve as view
    from .view.terminal import as_json as to_json
    from .view.terminal import safe

    if kind not in view.KINDS:
        raise typer.BadParameter(f"must be one of {', '.join(view.KINDS)}", param_hint="--kind")
    if bool(names) == jsonl:
        raise typer.BadParameter("give names, or --jsonl with objects on standard input")
    reconciler = or_fail(lambda: view.open_reconciler(db, decisions), *view.FAILURES)
    if jsonl:
        answers = view.answer_lines(sys.stdin, reconciler, explain=explain)
        or_fail(lambda: _resolve_lines(answers), *view.FAILURES)
        return
    context = Context(region=region, country=country, kind=kind)
    found = or_fail(
        lambda: [reconciler.resolve(name, context) for name in names or ()], *view.FAILURES
    )
    if as_json:
        say(to_json([{"raw": each.raw, **view.answer(each, explain=explain)} for each in found]))
        return
    for each in found:
        say_all(map(safe, view.answer_text(each, explain=explain)))


@app.command()
def review(
    db: Db = DEFAULT_DB,
    decisions: DecisionsFile = None,
    who: Annotated[
        str | None, typer.Option(help="Your name, by default that of the login.")
    ] = None,
    sheet_out: Annotated[
        Path | None, typer.Option("--export", help="Write the doubtful names to this CSV.")
    ] = None,
    sheet_in: Annotated[
        Path | None, typer.Option("--import", help="Take the judgements in this CSV.")
    ] = None,
) -> None:
    """Walk through the doubtful names, most mentions first; judgements are remembered."""
    from .view import desk

    if sheet_out and sheet_in:
        raise typer.BadParameter("either --export or --import")
    room = or_fail(lambda: desk.open_desk(db, decisions, who), *desk.FAILURES)
    if sheet_out:
        say(or_fail(lambda: room.export(sheet_out), *desk.FAILURES))
    elif sheet_in:
        say(or_fail(lambda: room.take(sheet_in), *desk.FAILURES))
    else:
        say(or_fail(lambda: room.walk(_ask, say), *desk.FAILURES))


@app.command("layouts")
def list_layouts(as_json: AsJson = False) -> None:
    """List the house styles that can be read, each with the lines that tell it from others."""
    from .extract.layout import layouts
    from .view.terminal import as_json as to_json

    known = {layout.id: layout.signals for layout in layouts()}
    if as_json:
        say(to_json(known))
    else:
        say_all(f"{name}: {', '.join(signals)}" for name, signals in known.items())


@app.command()
def schema(as_json: AsJson = False) -> None:
    """Print the data dictionary: every table and column, and what it says."""
    from .view.dictionary import dictionary
    from .view.terminal import as_json as to_json

    tables = dictionary()
    if as_json:
        say(to_json(tables))
        return
    for table in tables:
        say(f"{table.name}: {table.comment}")
        say_all(f"  {c.name:<18} {c.type:<8} {c.comment}" for c in table.columns)


def _draw_records(
    records: list[Record], db: str, image: Path, file: Path | None, password: str | None
) -> None:
    from .view.drawn import draw_records
    from .view.ledger import ledger_path
    from .view.original import original
    from .view.picture import NoPicture

    def find(document_id: str) -> Path:
        return original(ledger_path(db), document_id, file)

    for made in or_fail(lambda: draw_records(records, find, image, password), NoPicture):
        say(f"{made} is drawn")


def _engine(name: str) -> Engine:
    from .reading import ENGINES

    for engine in ENGINES:
        if engine == name:
            return engine
    raise typer.BadParameter(f"must be one of {', '.join(ENGINES)}", param_hint="--engine")


def _resolve_lines(lines: Iterable[str | Exception]) -> None:
    """Print the answers; a line that is no question is told and makes the exit code 1."""
    bad = 0
    for line in lines:
        if isinstance(line, Exception):
            typer.echo(f"metroledger: {line}", err=True)
            bad += 1
        else:
            say(line)
    if bad:
        raise typer.Exit(Exit.DIFFERENT)


def _ask(question: str) -> str:
    """Return what a person types. Raises EOFError at the end of the input."""
    typer.echo(question, nl=False)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")
