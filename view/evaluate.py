"""Scores against gold: reports against a ledger, names against the resolver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from ..normalize.names import Context, Decisions, NamesError, Reconciler, Register
from ..quality import eval as scoring
from .ledger import NoLedger, open_ledger
from .terminal import as_json as to_json

FAILURES = (NoLedger, NamesError, scoring.NoGold)
Say = Callable[[str], None]


def evaluate(
    gold: Sequence[Path], db: str, decisions: Path | None, say: Say, *, as_json: bool
) -> bool:
    """Tell the scores of every gold file and return whether all is right.

    JSON is a report's gold and is held against the ledger, CSV is names and is held against the
    resolver. Raises NoLedger, NamesError or NoGold.
    """
    names = [path for path in gold if path.suffix == ".csv"]
    reports = [path for path in gold if path.suffix != ".csv"]
    right = True
    if reports:
        right &= _reports(reports, db, say, as_json=as_json)
    if names:
        right &= _names(names, decisions, say, as_json=as_json)
    return right


def _reports(paths: Sequence[Path], db: str, say: Say, *, as_json: bool) -> bool:
    with closing(open_ledger(db)) as connection:
        scores = scoring.evaluate(connection, paths)
    if as_json:
        say(to_json(scoring.as_json(scores)))
    else:
        for score in scores:
            say(scoring.table(score))
    return all(each.strict.perfect for score in scores for each in score.fields)


def _names(paths: Sequence[Path], decisions: Path | None, say: Say, *, as_json: bool) -> bool:
    made = Decisions.load(decisions) if decisions else Decisions.empty()
    reconciler = Reconciler(Register.load(), made)

    def resolve(asked: scoring.NamesGold) -> str | None:
        return reconciler.resolve(asked.raw, Context(asked.region, asked.country)).member_id

    scores = scoring.score_names(scoring.load_names(paths), resolve)
    say(to_json(scoring.names_as_json(scores)) if as_json else scoring.names_table(scores))
    return not any(score.wrong or score.missed for score in scores)
