"""Mentions in the media and bilateral meetings, in the forms in which they are set."""

import pytest
from metroledger.extract.document import Role
from metroledger.extract.layout import layouts
from metroledger.extract.report import read_report, texts_of
from metroledger.extract.sections.media import read_media
from metroledger.extract.sections.members import read_meetings
from metroledger.extract.text.reader import read_text
from metroledger.extract.words import Account

LAYOUT = {layout.id: layout for layout in layouts()}["metropolis-2021"]


def texts(printed):
    """The lines, in a text that is not set with double spacing."""
    every = texts_of(read_text(f"{printed}\n\nend\nend".encode(), "x.txt"))[:-2]
    return [text for text in every if text.text]


def words(printed):
    return printed.text if printed else None


TWO = [("July", "UNDP", "Cities"), ("July", "Gazette", "Heat")]
APART = [("July", "UNDP", "Cities"), ("August", "Gazette", "Heat and shade")]
MEDIA = {
    "a line each": ("July\n\nUNDP: Cities\nGazette: Heat", TWO),
    "under an action line": ("L1 Metropolitan diplomacy\n\nJuly\n\nUNDP – Cities\n\nGazette – Heat", TWO),
    "an outlet in two lines": ("July\n\nUNDP\nCities\n\nHouse of\nParks\nHeat", [TWO[0], ("July", "House of Parks", "Heat")]),
    "dashes": ("July\n\nUNDP – Cities\n\nGazette – Heat", TWO),
    "two hyphens": ("July\n\nUNDP -- Cities\n\nGazette -- Heat", TWO),
    "bullets": ("July:\n\n- UNDP: Cities\n- Gazette: Heat", TWO),
    "bold": ("July\n\n**UNDP**: Cities\n\n**Gazette**: Heat", TWO),
    "torn": ("July\n\nUNDP: Cities\n\nAugust\n\nGazette: Heat and\nshade", APART),
    "columns": ("July\n\nUNDP      Cities\nGazette   Heat", TWO),
    "table": ("July\n\n| Outlet | Topic |\n|---|---|\n| UNDP | Cities |\n| Gazette | Heat |", TWO),
    "months in a table": (
        "| Topic | Month | Outlet |\n|---|---|---|\n| Cities | July | UNDP |\n| Heat and shade | August | Gazette |",
        APART,
    ),
    "bullets before topics": ("July\n\nUNDP\n● Cities\nGazette\n● Heat", TWO),
    "bullets before several topics": (
        "July\n\nUNDP\n● Cities\n● Heat and\nshade\nGazette\n● Heat",
        [TWO[0], ("July", "UNDP", "Heat and shade"), TWO[1]],
    ),
    "bullets before topics that white space parts here and there": (
        "July\n\nUNDP\n\n● Cities\nGazette\n● Heat",
        TWO,
    ),
    "an address": ("July\n\nUNDP\nCities\nhttps://undp.example/x\n\nGazette\nHeat", TWO),
    "bullets before outlets": ("July\n\n● UNDP\nCities\n● Gazette\nHeat", TWO),
    "bullets before torn outlets": (
        "July\n\n● UNDP\nCities\n\nAugust\n\n● Journal of\nParks\nHeat and\nshade\n● Gazette\nHeat",
        [TWO[0], ("August", "Journal of Parks", "Heat and shade"), ("August", "Gazette", "Heat")],
    ),
    "outlet of the legend's words": ("News/Newsletter\n\nWeb\n\nJuly\n\nUNDP\nCities\n\nRadio\nHeat", [TWO[0], ("July", "Radio", "Heat")]),
    "counts of mentions": ("July (2)\n\nUNDP: Cities\nGazette: Heat", TWO),
    "days and several months": (
        "3 July\n\nUNDP\nCities\n\nJuly and August\n\nGazette\nHeat",
        [("3 July", "UNDP", "Cities"), ("July and August", "Gazette", "Heat")],
    ),
    "topic with a colon": ("July\n\nUNDP\nCities\n\nGazette\nHeat: a book", [TWO[0], ("July", "Gazette", "Heat: a book")]),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), MEDIA.values(), ids=MEDIA)
def test_media(printed, expected):
    found = read_media(texts(printed), LAYOUT, Account())
    assert [(words(m.month), words(m.outlet), words(m.topic)) for m in found] == expected


def test_form_is_told_by_the_blocks_of_each_month():
    found = read_media(texts("July\n\nUNDP: Cities\nAugust\nGazette\nHeat"), LAYOUT, Account())
    assert [(words(m.month), words(m.outlet)) for m in found] == [
        ("July", "UNDP: Cities"), ("August", "Gazette Heat"),
    ]  # fmt: skip


@pytest.mark.parametrize("month", ["July 2020", "3 July", "July (2)"])
def test_month_over_media_is_no_activity(month):
    printed = (
        "METROPOLIS PROGRESS REPORT\n\nJuly 2020\n\nACTIVITIES\n\n1 July\n\nFIRST\n\nWe met\nthere.\n\n"
        f"METROPOLIS IN THE MEDIA\n\n{month}\n\nUNDP: Cities\n\nACTIVE LISTENING\n\nMembers\n"
    )
    report = read_report(read_text(printed.encode(), "x.txt"))
    assert [a.title.text for a in report.activities] == ["FIRST"]
    assert [(words(m.month), m.outlet.text) for m in report.media] == [
        (month.removesuffix(" (2)"), "UNDP")
    ]


BOTH = [("July", "online", ["Berlin", "Rabat"]), ("August", "on-site", ["Quito"])]
MEETINGS = {
    "none": ("July\n\nOnline\n\nMembers\n\nNone\n\nOn-site\n\nMembers: Berlin", [("July", "on-site", ["Berlin"])]),
    "other languages": ("Julio\n\nEn línea\n\nMembers\n\nBerlin", [("Julio", "online", ["Berlin"])]),
    "blocks": ("July\n\nOnline\n\nMembers (2)\nBerlin, Rabat\n\nAugust\n\nOn-site\n\nMember\nQuito", BOTH),
    "one line": ("July: Online: Berlin, Rabat\nAugust: On-site: Quito", BOTH),
    "month and mode": ("July (online)\n\nBerlin, Rabat\n\nAugust – in person\n\n- Quito", BOTH),
    "columns": ("July    Online    Berlin, Rabat\nAugust    On-site    Quito", BOTH),
    "table": ("| Month | Mode | Members |\n|---|---|---|\n| July | Online | Berlin, Rabat |\n| August | On-site | Quito |", BOTH),
    "table under months": ("July\n\n| Mode | Members |\n|---|---|\n| Online | Berlin, Rabat |\n\nAugust\n\n| On-site | Quito |", BOTH),
    "caption": ("July\n\nOnline\n\nBerlin, Rabat\n\nPhoto: a call\n\nAugust\n\nOn-site\n\nQuito", BOTH),
    "hybrid": ("July\n\nHybrid\n\nMembers: Berlin", [("July", "hybrid", ["Berlin"])]),
    "full stop": ("July\n\nOnline\n\nBerlin, Rabat, Quito, Lima, Tunis and Dakar.", [("July", "online", ["Berlin", "Rabat", "Quito", "Lima", "Tunis", "Dakar"])]),
    "unknown mode over a label": (
        "July\n\nBy phone\n\nMembers\nBerlin, Rabat\n\nAugust\n\nOn-site\n\nMembers\nQuito",
        [("July", None, ["Berlin", "Rabat"]), BOTH[1]],
    ),
    "unknown mode": ("July\n\nOnline\n\nBerlin\n\nBy phone\n\nRabat, Tunis\n\nAugust\n\nOn-site\n\nQuito", BOTH[1:]),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), MEETINGS.values(), ids=MEETINGS)
def test_meetings(printed, expected):
    account = Account()
    found = read_meetings(texts(printed), LAYOUT, account)
    assert [(words(m.month), m.mode, [n.text for n in m.members.items]) for m in found] == expected
    assert set(account.roles.values()) <= {Role.HEADING, Role.LABEL, Role.CAPTION}


def test_sentences_among_meetings_are_prose_and_no_names():
    printed = (
        "METROPOLIS PROGRESS REPORT\n\nJuly 2020\n\nACTIVE LISTENING\n\nBILATERAL MEETINGS\n\n"
        "In July we met online with Sofia,\nTurin and Beirut.\n\nAugust\n\nOnline\n\nMembers\n\nQuito\n"
    )
    report = read_report(read_text(printed.encode(), "x.txt"))
    assert [name.text for m in report.meetings for name in m.members.items] == ["Quito"]
    assert [p.text.text for p in report.passages] == [
        "In July we met online with Sofia, Turin and Beirut."
    ]
