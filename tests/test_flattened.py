"""Texts that a converter drew from a PDF without its order of reading are refused."""

import pytest
from metroledger.extract.errors import Flattened
from metroledger.extract.text.reader import read_text

PROSE = "\n".join(f"The city met neighbour {n}     and they agreed on {n} plans." for n in range(9))
HEADER = "Metropolis progress report     July and its months\n\n"
PAGES = "Title\nProse goes on\nto its end.\f" * 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PAGES, "no blank line parts its paragraphs"),
        (f"Title\n\n{PROSE}\n", "9 of 10 lines hold two columns of prose"),
    ],
    ids=["pdftotext -raw", "pdftotext -layout"],
)
def test_refused(text, words):
    with pytest.raises(Flattened, match=words):
        read_text(text.encode(), "x.txt")


@pytest.mark.parametrize(
    "text",
    [
        PAGES.replace("Title\n", "Title\n\n"),
        "Title\nProse goes on\nto its end.\n",
        "Abidjan     Rabat     Cairo\nBerlin     Madrid     Rome\n",
        f"{PROSE}\n" + "A line of prose.\n" * 200,
        f"{HEADER}text" * 12,
    ],
    ids=["blank lines", "one page", "a table of names", "few such lines", "a running header"],
)
def test_read(text):
    assert read_text(text.encode(), "x.txt").lines
