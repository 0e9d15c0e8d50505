"""Scores against gold: reports against a ledger, names against the resolver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from ..normalize.names import Context
from ..normalize.names.model import MEMBER
from ..quality import eval as scoring
from . import resolve as names_of
from .ledger import open_ledger
from .terminal import as_json as to_json

FAILURES = (*names_of.FAILURES, scoring.NoGold)
Say = Callable[[str], None]


def evaluate(
    gold: Sequence[Path], db: str, decisions: Path | None, say: Say, *, as_json: bool
) -> bool:
    """Tell the scores of every gold file and return whether all is right.

    JSON is a report's gold and is held against the ledger, CSV is names and is held against the
    resolver; a folder stands for both in it. Raises NoLedger, NamesError or NoGold.
    """
    files = [file for path in gold for file in _gold_in(path)]
    names = [path for path in files if path.suffix == ".csv"]
    reports = [path for path in files if path.suffix != ".csv"]
    of_reports = _reports(reports, db) if reports else []
    of_names = _names(names, db, decisions) if names else []
    if as_json:
        say(to_json([*scoring.as_json(of_reports), *scoring.names_as_json(of_names)]))
    else:
        for score in of_reports:
            say(scoring.table(score))
        if of_names:
            say(scoring.names_table(of_names))
    return all(each.strict.perfect for score in of_reports for each in score.fields) and not any(
        score.wrong or score.missed for score in of_names
    )


def _gold_in(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix in (".csv", ".json"))
    if not found:
        raise scoring.NoGold(f"{path}: there is no gold in it, neither .json nor .csv")
    return found


def _reports(paths: Sequence[Path], db: str) -> list[scoring.Score]:
    with closing(open_ledger(db)) as connection:
        return scoring.evaluate(connection, paths)


def _names(paths: Sequence[Path], db: str, decisions: Path | None) -> list[scoring.NamesScore]:
    reconciler = names_of.open_reconciler(db, decisions)

    def resolve(asked: scoring.NamesGold) -> str | None:
        context = Context(asked.region, asked.country, asked.kind or MEMBER)
        found = reconciler.resolve(asked.raw, context)
        return found.member_id or found.partner_id or found.person_id

    return scoring.score_names(scoring.load_names(paths), resolve)
