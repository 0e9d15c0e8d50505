"""A report gives the same records however its text was saved, sent or pasted."""

import re
import unicodedata
from pathlib import Path

import pytest
from metroledger.extract.claimed import printed_values
from metroledger.extract.document import Role
from metroledger.extract.report import read_report
from metroledger.extract.text.decode import decode
from metroledger.extract.text.reader import read_text

ROOT = Path(__file__).resolve().parent.parent
CUT_OFF = ROOT / "tests" / "reports" / "2021-05--2021-08.txt"
REPORTS = sorted({*ROOT.glob("corpus/*.txt"), *ROOT.glob("tests/reports/*.txt")} - {CUT_OFF})


def before_each(mark, lines="[^\n\f]"):
    """Return what sets a mark before each line of a kind."""
    return lambda text: re.sub(rf"(\A|[\n\f])(?={lines})", rf"\1{mark}", text)


DISGUISES = {
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "old Macintosh": lambda text: text.replace("\n", "\r"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "vertical tabs": lambda text: text.replace("\n", "\v"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "letters and accents": lambda text: unicodedata.normalize("NFD", text),
    "white space at the ends": lambda text: text.replace("\n", " \t\n"),
    "double spacing": lambda text: text.replace("\n", "\n\n"),
    "indented": before_each("    "),
    "quoted": lambda text: before_each(">", "\n")(before_each("> ")(text)),
    "from left to right": before_each("\u200e"),
    "protected spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u00a0", text),
    "zero-width spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", " \u200b", text),
}


# How other markup sets the lines of a heading, of which there may be several.
RULE = "=" * 12
MARKED = {
    "AsciiDoc": lambda lines: [f"== {line}" for line in lines],
    "AsciiDoc on both sides": lambda lines: [f"=== {line} ===" for line in lines],
    "Markdown": lambda lines: [f"## {line} ##" for line in lines],
    "HTML": lambda lines: [f"<h2>{line}</h2>" for line in lines],
    "reStructuredText": lambda lines: [*lines, RULE],
    "reStructuredText on both sides": lambda lines: [RULE, *lines, RULE],
}


TITLE = re.compile(r"metropolis \**progress report", re.IGNORECASE)


def records(text):
    data = text if isinstance(text, bytes) else text.encode()
    values = printed_values(read_report(read_text(data, "x.txt")))
    return [" ".join(value.text.split()) for value in values]


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_same_records(path, disguise):
    plain = decode(path.read_bytes()).replace("\r\n", "\n")
    assert records(DISGUISES[disguise](plain)) == records(plain)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_cover_whose_title_stands_on_lines_apart(path):
    plain = decode(path.read_bytes()).replace("\r\n", "\n")
    apart = TITLE.sub(lambda title: title[0].replace(" ", "\n\n"), plain, count=1)
    assert apart != plain
    assert records(apart) == records(plain)


def with_headings(text, marked):
    """Return a text whose headings are marked, lines of one block together."""
    roles = iter(read_report(read_text(text.encode(), "x.txt")).roles)
    lines = re.split("([\n\f])", text)
    is_heading = [bool(line.strip()) and next(roles) is Role.HEADING for line in lines]
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and is_heading[end]:
            end += 2
        if end > at:
            words = [line.strip() for line in lines[at:end:2]]
            lines[at : end - 1] = ["\n".join(marked(words)), *[""] * (end - at - 2)]
        at = max(end, at + 1)
    return "".join(lines)


UNMARKED = [path for path in REPORTS if not re.search(rb"(?m)^(?:#|==) ", path.read_bytes())]


@pytest.mark.parametrize("marks", MARKED)
@pytest.mark.parametrize("path", UNMARKED, ids=lambda path: path.stem)
def test_headings_of_other_markup(path, marks):
    plain = decode(path.read_bytes()).replace("\r\n", "\n")
    assert records(with_headings(plain, MARKED[marks])) == records(plain)
