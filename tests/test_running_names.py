"""Running lists: names over a line's end, and countries behind a comma."""

import pytest
from metroledger.extract.lists import names
from metroledger.extract.markup import plain
from metroledger.extract.text.reader import read_text
from metroledger.extract.words import Text
from metroledger.normalize.names import Reconciler, Register
from metroledger.normalize.names.register import DIRECTORY
from metroledger.normalize.naming import Naming

LISTS = {
    "Tabriz, Karaj, Shiraz\nIsfahan": ["Tabriz", "Karaj", "Shiraz", "Isfahan"],
    "Rosario | Quito\nLima | Rio de\nJaneiro |": ["Rosario", "Quito", "Lima", "Rio de Janeiro"],
    "Berlin, Nowhere\nTown, Rabat": ["Berlin", "Nowhere Town", "Rabat"],
    "Berlin, Buenos\nAires": ["Berlin", "Buenos Aires"],
    "Toronto, Canada, Rabat, Morocco": ["Toronto, Canada", "Rabat, Morocco"],
    "Tehran; City of Toronto, Canada": ["Tehran", "City of Toronto, Canada"],
    "Wien, Austria, Zagreb": ["Wien, Austria", "Zagreb"],
    "Toronto, Morocco, Nowhere": ["Toronto", "Morocco", "Nowhere"],
}


@pytest.fixture(scope="module")
def naming():
    return Naming("2020-07--2020-09", Reconciler(Register.load(DIRECTORY)))


@pytest.mark.parametrize("printed", LISTS)
def test_names(naming, printed):
    lines = read_text(printed.encode(), "x.txt").lines
    found = naming.whole(names([Text.of(line, plain(line)) for line in lines]))
    assert [name.text for name in found] == LISTS[printed]
