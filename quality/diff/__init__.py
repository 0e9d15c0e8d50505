"""What differs: between two ledgers, by key and cell, and between two reports of one ledger."""

from .change import Cause, Cell, Change, Input, Kind
from .errors import CannotCompare
from .html import reports_html, summary_html, whole_page
from .ledgers import Comparison, compare
from .members import Activity, Count, Listed, Members, Move
from .plain import reports_json, write_json
from .reports import Figure, Head, ReportChanges, compare_reports
from .seats import Seat, SeatChange, Seats
from .summary import Summary, TableCounts, summarise
from .text import report_lines, summary_lines
from .titles import Titled, Titles

__all__ = [
    "Activity",
    "CannotCompare",
    "Cause",
    "Cell",
    "Change",
    "Comparison",
    "Count",
    "Figure",
    "Head",
    "Input",
    "Kind",
    "Listed",
    "Members",
    "Move",
    "ReportChanges",
    "Seat",
    "SeatChange",
    "Seats",
    "Summary",
    "TableCounts",
    "Titled",
    "Titles",
    "compare",
    "compare_reports",
    "report_lines",
    "reports_html",
    "reports_json",
    "summarise",
    "summary_html",
    "summary_lines",
    "whole_page",
    "write_json",
]
