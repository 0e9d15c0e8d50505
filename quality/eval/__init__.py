"""How right the ledger is: its rows held against rows that a person read from the print."""

from .errors import NoGold
from .names import NamesGold, NamesScore, Resolve, load_names, score_names
from .score import FieldScore, Miss, Score, evaluate, score, total
from .table import as_json, names_as_json, names_table, table
from .tally import Tally

__all__ = [
    "FieldScore",
    "Miss",
    "NamesGold",
    "NamesScore",
    "NoGold",
    "Resolve",
    "Score",
    "Tally",
    "as_json",
    "evaluate",
    "load_names",
    "names_as_json",
    "names_table",
    "score",
    "score_names",
    "table",
    "total",
]
