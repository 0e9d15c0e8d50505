"""The fields of one activity, in all the dresses that labels and lists are printed in."""

import pytest
from metroledger.extract.document import Box, Line, Role
from metroledger.extract.fields import read_fields
from metroledger.extract.layout import layouts
from metroledger.extract.markup import plain
from metroledger.extract.report import texts_of
from metroledger.extract.text.reader import read_text
from metroledger.extract.words import Account, Text

LAYOUT = {layout.id: layout for layout in layouts()}["metropolis-2021"]
PROSE = "We met in the sun and\ntalked about shade.\n\n"
BELOW = "\n\nAlliances\n\nUCLG"


def fields_of(printed):
    account = Account()
    texts = [t for t in texts_of(read_text((PROSE + printed + BELOW).encode(), "x")) if t.text]
    return read_fields(texts, LAYOUT, account), texts, account


MEMBERS = {
    "count": "Members (2)\n\nBerlin, Rabat",
    "count and colon": "Members (2):\nBerlin, Rabat",
    "count, colon and value": "Members (2): Berlin, Rabat",
    "remark": "Members (online):\nBerlin, Rabat",
    "remark and value": "Members (host: Berlin): Berlin, Rabat",
    "count below": "Members\n(2)\nBerlin, Rabat",
    "count and value below": "Members\n(2): Berlin, Rabat",
    "capitals": "MEMBERS\nBerlin and Rabat",
    "other words": "Members involved\n\nBerlin; Rabat",
    "bold": "**Members:** Berlin, Rabat",
    "hashes": "### Members\n\nBerlin & Rabat",
    "value after a tab": "Members\tBerlin, Rabat",
    "bullets": "Members\n\n- Berlin\n- Rabat",
    "bullets apart": "Members\n\n• Berlin\n\n• Rabat",
    "stars": "Members\n\n* Berlin\n* Rabat",
    "numbers": "Members\n\n1. Berlin\n2. Rabat",
    "numbers in brackets apart": "Members\n\n1) Berlin\n\n2) Rabat",
    "slashes": "Members\n\nBerlin / Rabat",
    "columns one after the other": "Members\n\nBerlin\n\nRabat\n\nCountry\n\nGermany\n\nMorocco",
    "bars": "Members\n\nBerlin | Rabat",
    "plus": "Members\n\nBerlin + Rabat",
    "another and": "Members\n\nBerlin y Rabat",
    "a comma and another and": "Members\n\nBerlin, et Rabat…",
    "commas of other scripts": "Members：Berlin，Rabat",
    "arabic comma": "Members\n\nBerlin، Rabat",
    "letters for numbers": "Members\n\na) Berlin\nb) Rabat",
    "arrows": "Members\n\n→ Berlin\n→ Rabat",
    "dash behind the label": "Members – Berlin, Rabat",
    "dots": "Members\n\nBerlin · Rabat",
    "table": "Members\n\n| Member | Country |\n|---|---|\n| Berlin | Germany |\n| Rabat | Morocco |",
    "country first": "| Country | Members |\n|:--|:--|\n| Germany | Berlin |\n| Morocco | Rabat |",
    "row": "| Members | Berlin, Rabat |",
    "aligned table": "Member      Country\nBerlin      Germany\nRabat       Morocco",
    "tabs": "Members\n\nBerlin\tRabat",
    "picture": "Members\n\n![](poster.png)\n\nBerlin, Rabat",
    "caption": "Members\n\nPhoto: the sun over Berlin\n\nBerlin, Rabat",
    "poster": "Members\n\nSUN AND SHADE\n\nBerlin, Rabat",
    "description": "Members\n\nThe poster shows a hat, in the sun.\n\nBerlin, Rabat",
}


@pytest.mark.parametrize("printed", MEMBERS.values(), ids=MEMBERS)
def test_members(printed):
    fields, _, _ = fields_of(printed)
    assert [name.text for name in fields.names("members").items] == ["Berlin", "Rabat"]
    assert [name.text for name in fields.names("alliances").items] == ["UCLG"]


OTHERS = {
    "Members\n\nBerlin, Greater\n\f\nParis, Rabat": ["Berlin", "Greater Paris", "Rabat"],
    "Members\n\nBerlin, Rabat\n\f\nTrees grow, says Rome": ["Berlin", "Rabat"],
    "Members\n\nBerlin, Rabat.\n\f\nParis, Rome": ["Berlin", "Rabat"],
    "Members\n\nBerlin, Rabat\n\nParis, Rome": ["Berlin", "Rabat"],
    "Members\n\nGobierno de la Ciudad Autónoma de Buenos Aires, Rabat": [
        "Gobierno de la Ciudad Autónoma de Buenos Aires",
        "Rabat",
    ],
    "Members\n\nBerlin – Rabat – Lima": ["Berlin", "Rabat", "Lima"],
    "Members\n\nNew Delhi – NIUA": ["New Delhi – NIUA"],  # a single dash may stand inside a name
    "Members\n\nNew Delhi – NIUA\nSofia – Bulgaria": ["New Delhi – NIUA", "Sofia – Bulgaria"],
    "Members: City of Gwangju - Greater Hyderabad - Daegu Metropolitan City": [
        "City of Gwangju",
        "Greater Hyderabad",
        "Daegu Metropolitan City",
    ],
    "Members\n\nBerlin | Rabat\nQuito | Tunis |": ["Berlin", "Rabat Quito", "Tunis"],
    "Members\n\n1) Berlin\n2) Gobierno Autónomo Municipal de La Paz": [
        "Berlin",
        "Gobierno Autónomo Municipal de La Paz",
    ],
    "Member\n\nBerlin": ["Berlin"],
    "Members\n\nBerlin\n\nRabat\n\nQuito": ["Berlin", "Rabat", "Quito"],
    "Members\n\nBerlin  Rabat\nQuito  Tunis": ["Berlin", "Quito", "Rabat", "Tunis"],
    "Members\n\nBerlin  Rabat\nQuito   Tunis": ["Berlin", "Quito", "Rabat", "Tunis"],
    "Members\n\nBuenos  Aires\nTunis": ["Buenos  Aires", "Tunis"],
    "Members\n\nBerlin\n\nA POSTER": ["Berlin"],
    "Members\n\nBERLIN\n\nThe sun set": ["BERLIN"],
    "Members\n\n- Berlin, Germany\n- Rabat, Morocco": ["Berlin, Germany", "Rabat, Morocco"],
    "Members\n\n- Berlin,\n- Buenos\nAires,\n- Rabat.": ["Berlin", "Buenos Aires", "Rabat"],
    "Members\n\n1. Berlin, Rabat, Tunis\n2. Quito": ["Berlin", "Rabat", "Tunis", "Quito"],
}


@pytest.mark.parametrize("printed", OTHERS)
def test_other_members(printed):
    fields, _, _ = fields_of(printed)
    assert [name.text for name in fields.names("members").items] == OTHERS[printed]


@pytest.mark.parametrize("label", ["Members", "Outcomes", "Metropolitan challenges"])
@pytest.mark.parametrize("nothing", ["None", "—", "n/a", "N/A.", "- ", "(to be confirmed)"])
def test_field_that_says_nothing_is_empty(label, nothing):
    for joint in ("\n\n", ": "):
        fields, texts, account = fields_of(f"{label}{joint}{nothing}")
        assert fields.lists.keys() == {"alliances"}
        labels = {t.text for t in texts if account.roles.get(t.line.number) is Role.LABEL}
        assert label in {words.partition(":")[0] for words in labels}
        assert [text.text for text in fields.body] == [
            "We met in the sun and",
            "talked about shade.",
        ]


CODES = {
    "Outcomes L1A1D2": ["L1A1D2"],
    "Related outcomes L1A1D1,\nL1A1D2": ["L1A1D1", "L1A1D2"],
    "Outcomes L1A1D1 and L1A1D2 were debated": [],
    "Outcome\n\nL1A1D2": ["L1A1D2"],
    "Outcomes (2)\n\nL1A1D2\n\nL1A1D3": ["L1A1D2", "L1A1D3"],
    "Outcomes: L1A1D1 to L1A1D3; L2A1D3": ["L1A1D1 to L1A1D3", "L2A1D3"],
    "Outcomes\n\nL1A1D1 – D3 and L2A1D3": ["L1A1D1 – D3", "L2A1D3"],
    "Outcomes\n\nL1A1D1: Debates on sun\nand shade\nL1A1D2: Talks": ["L1A1D1", "L1A1D2"],
    "Outcomes: (L1A1D1, L1A1D2)": ["L1A1D1", "L1A1D2"],
    "Outcomes\n\nSUN AND SHADE\n\nL1A1D2": ["L1A1D2"],
    "| Outcomes | Members |\n|---|---|\n| L1A1D2 | Berlin, Rabat |": ["L1A1D2"],
}


@pytest.mark.parametrize("printed", CODES)
def test_outcomes(printed):
    fields, _, _ = fields_of(printed)
    assert [code.text for code in fields.codes()] == CODES[printed]


def test_names_in_cells_of_a_line():
    names = ["Rabat", "Rio de Janeiro", "San Salvador", "Buenos Aires", "Quito"]
    fields, _, _ = fields_of("Members\n\n" + "\t".join(names))
    assert [name.text for name in fields.names("members").items] == names


CHALLENGES = {
    "Challenges\n\n1.1 Segregation; 2.3 Climate, and more": [
        "1.1 Segregation",
        "2.3 Climate, and more",
    ],
    "Challenges\n\n1.1 Segregation\t2.3 Climate\n4.1 Rights": [
        "1.1 Segregation",
        "2.3 Climate",
        "4.1 Rights",
    ],
    "Challenges\n\n1.1 Segregation;\n2.3 Climate": ["1.1 Segregation", "2.3 Climate"],
    "Challenges: 1.1 y 2.3": ["1.1", "2.3"],
    "Metropolitan challenge\n\n1.1 Combating\ninequalities": ["1.1 Combating inequalities"],
    "Metropolitan challenges (2)\n\n1.1, 2.3": ["1.1", "2.3"],
    "Metropolitan\nchallenges (2)\n1.1, 2.3": ["1.1", "2.3"],
    "Metropolitan\nchallenges (2): 1.1, 2.3": ["1.1", "2.3"],
    "Metropolitan challenges\n\n1.1\n\n2.3 and 4.1.": ["1.1", "2.3", "4.1"],
}


@pytest.mark.parametrize("printed", CHALLENGES)
def test_challenges(printed):
    fields, _, _ = fields_of(printed)
    assert [entry.text for entry in fields.challenges()] == CHALLENGES[printed]


@pytest.mark.parametrize(
    "printed", ["Members\n(2): Berlin, Rabat", "Metropolitan\nchallenges: 1.1"]
)
def test_lines_over_the_last_of_a_label_are_labels(printed):
    _, texts, account = fields_of(printed)
    first = printed.splitlines()[0]
    assert [account.roles.get(t.line.number) for t in texts if t.text == first] == [Role.LABEL]


def test_second_name_over_a_gap_is_left_to_be_found():
    fields, texts, account = fields_of("Members\n\nBerlin\n\nRabat")
    assert [name.text for name in fields.names("members").items] == ["Berlin"]
    left = {text.text for text in texts if text.line.number not in account.roles}
    assert "Rabat" in left
    assert "Rabat" not in {text.text for text in fields.body}


def test_prose_that_begins_a_line_like_a_label_is_prose():
    printed = "There were two new\nmembers: Berlin and\nmembers of other bodies."
    fields, _, _ = fields_of(printed)
    assert fields.names("members").items == ()
    assert [text.text for text in fields.body[2:]] == printed.splitlines()


@pytest.mark.parametrize(
    ("size", "names"), [(6.5, ["Quito", "Rabat"]), (7.4, ["Quito", "Rabat and Lima"])]
)
def test_a_list_ends_where_smaller_type_begins(size, names):
    printed = [("Members", 7.5), ("Quito,", 7.5), ("Rabat", 7.5), ("and Lima", size)]
    lines = [Line(n, 1, words, n == 1, size=each) for n, (words, each) in enumerate(printed, 1)]
    fields = read_fields([Text.of(line, plain(line)) for line in lines], LAYOUT, Account())
    assert [name.text for name in fields.names("members", conjunction=False).items] == names


@pytest.mark.parametrize(
    ("over", "read"), [("3 July", False), ("July was hot", True)], ids=["a day", "prose"]
)
def test_fields_right_under_a_day_behind_others_are_of_another_activity(over, read):
    fields, *_ = fields_of(f"Members\n\nBerlin, Rabat\n\n{over}\n\nOutcomes\n\nL1A1D1")
    assert [name.text for name in fields.names("members").items] == ["Berlin", "Rabat"]
    assert [code.text for code in fields.codes()] == ["L1A1D1"] * read
    assert [name.text for name in fields.names("alliances").items] == ["UCLG"] * read


@pytest.mark.parametrize(
    ("above", "below", "x", "whole"),
    [
        ("3.1 Gender", "mainstreaming", 50, True),
        ("3.1 Gender", "mainstreaming", 200, False),
        ("1.4 Infrastructure and", "services", 200, True),
        ("3.1 Gender", "mainstreaming of late.", 50, False),
        ("3.1 Gender", "and what we talked about", 50, False),
    ],
    ids=["at its edge", "elsewhere", "after a small word", "a sentence", "many words"],
)
def test_a_challenge_that_the_end_of_a_page_tears(above, below, x, whole):
    printed = [("Challenges", 1, 50), (above, 1, 50), (below, 2, x)]
    lines = [
        Line(n, page, words, n != 2, box=Box(left, 20 * n, left + 60, 20 * n + 8))
        for n, (words, page, left) in enumerate(printed, 1)
    ]
    fields = read_fields([Text.of(line, plain(line)) for line in lines], LAYOUT, Account())
    found = [entry.text for entry in fields.challenges()]
    assert found == [f"{above} {below}" if whole else above]
