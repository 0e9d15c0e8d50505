"""Small pieces of reading: bytes, markup, lists, prose, furniture; samples as they are printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metroledger.extract import lists, markup, prose
from metroledger.extract.document import Box, Line
from metroledger.extract.errors import EmptyDocument, Flattened, NotText
from metroledger.extract.furniture import page_furniture
from metroledger.extract.hyphens import printed_words, torn
from metroledger.extract.layout import LayoutFault, layouts, parse_layout
from metroledger.extract.recognise import lookahead
from metroledger.extract.report import texts_of
from metroledger.extract.text.decode import decode
from metroledger.extract.text.reader import read_text
from metroledger.extract.words import Text
from metroledger.normalize.text import slug, title_case

LAYOUT = {layout.id: layout for layout in layouts()}


def texts(printed: str) -> list[Text]:
    return texts_of(read_text(printed.encode(), "x.txt"))


# bytes


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252", "utf-32"]
)
def test_encodings(encoding):
    data = "Bogotá – São Paulo" if encoding not in {"latin-1"} else "Bogotá - São Paulo"
    marks = {"utf-16-le": b"\xff\xfe"}
    assert decode(marks.get(encoding, b"") + data.encode(encoding)) == data


OLD = "Bogotá – São Paulo\nCórdoba’s café: “cœur”, Ñuñoa, Århus, DÜSSELDORF, À Liège\n"


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line", [*OLD.splitlines(), OLD])
def test_encodings_without_a_mark(encoding, line):
    assert decode(line.encode(encoding)) == line


def test_utf8_cut_inside_a_character_is_still_utf8():
    assert decode("Bogotá".encode()[:-1]) == "Bogot"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\f\f"])
def test_nothing_printed(data):
    with pytest.raises(EmptyDocument):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"July\0September", bytes(range(256))]
)
def test_no_text(data):
    with pytest.raises(NotText):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    try:
        document = read_text(data, "x.txt")
    except (EmptyDocument, Flattened, NotText):
        return
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert all(line.text.strip() for line in document.lines)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_pages_and_gaps(end):
    document = read_text(end.join(["a", "b", "", "c\fd"]).encode(), "x.txt")
    assert [(line.text, line.page, line.gap) for line in document.lines] == [
        ("a", 1, True), ("b", 1, False), ("c", 1, True), ("d", 2, True),
    ]  # fmt: skip


def test_double_spacing_makes_no_gap():
    document = read_text(b"a\n\nb\n\n\n\nc\n\nd", "x.txt")
    assert [line.gap for line in document.lines] == [True, False, True, False]


# markup

MARKUP = [
    ("> Berlin", "Berlin"),
    (">> **Berlin** > Rabat", "Berlin > Rabat"),
    ("> | Berlin | Germany |", "Berlin\tGermany"),
    (">", ""),
    ("![](poster.png)", ""),
    ("<!-- image -->", ""),
    ("[Berlin](#), [Buenos", "Berlin, Buenos"),
    (
        'Aires](#), [Rabat](https://r.ma/a_(b)), [Quito](https://q.ec "Quito")',
        "Aires, Rabat, Quito",
    ),
    ("[Barcelona \\(city\\)](#),", "Barcelona (city),"),
    ("**Buenos Aires,", "Buenos Aires,"),
    ("you can read the [report](https://example.org/a_b).", "you can read the report."),
    ('reflect on *"Novel solutions"* during', 'reflect on "Novel solutions" during'),
    ("Annual call for pilot projects*", "Annual call for pilot projects*"),
    ("policies [j1]", "policies [j1]"),
    ("#CitiesAreListening: updates", "#CitiesAreListening: updates"),
    ("## WHO WE ARE", "WHO WE ARE"),
    ("\U0001f4c5 17 November", "17 November"),
    (" \ue0a1 Web", "Web"),
    ("met\u00adropolis", "metropolis"),
    ("\x1b]0;title\x07Window", "]0;titleWindow"),
    ("| Berlin | Rabat |", "Berlin\tRabat"),
    ("|Berlin |Rabat", "Berlin\tRabat"),
    ("|Berlin", "Berlin"),
    ("Berlin | Rabat", "Berlin | Rabat"),
    ("== WHO WE ARE ==", "WHO WE ARE"),
    ("## WHO WE ARE ##", "WHO WE ARE"),
    (".Members", "Members"),
    (".org", ".org"),
    ("_Members_: Berlin", "Members: Berlin"),
    ("snake_case_name", "snake_case_name"),
    ("<h2>Who<br/> we are</h2>", "Who we are"),
    ("<50 or <info@example.org>", "<50 or <info@example.org>"),
    ("Jane Roe +", "Jane Roe"),
    ("1,200 +", "1,200 +"),
    ("Jane Roe\\", "Jane Roe"),
    ("1 = one", "1 = one"),
    ("PAGE **3** → **NOTE FROM THE", "PAGE 3 → NOTE FROM THE"),
]


def test_an_empty_quotation_parts_lines():
    found = texts("> Berlin\n> and Rabat\n>\n> Tunis")
    assert [(text.text, text.gap) for text in found] == [
        ("Berlin", True), ("and Rabat", False), ("", False), ("Tunis", True),
    ]  # fmt: skip


@pytest.mark.parametrize(("printed", "words"), MARKUP)
def test_markup(printed, words):
    assert markup.plain(Line(1, 1, printed, True)).text == words


@given(st.text(alphabet="ab*_[]()\\# \u00ad-", max_size=40))
def test_markup_keeps_places(printed):
    words = markup.plain(Line(1, 1, printed, True))
    for piece in words.pieces:
        printed_there = printed[piece.start : piece.start + piece.length]
        assert words.text[piece.at : piece.at + piece.length] == printed_there


# lists

LISTS = [
    ("Berlin, Madrid,\nRabat.", ["Berlin", "Madrid", "Rabat"], False),
    ("Ciudad de\nMéxico, Cairo", ["Ciudad de México", "Cairo"], False),
    ("Toronto and Valle de Aburra.", ["Toronto", "Valle de Aburra"], False),
    ("Rosario, and Quito", ["Rosario", "Quito"], False),
    ("Hyderabad (Telangana, India); Seoul", ["Hyderabad (Telangana, India)", "Seoul"], False),
    ("Barcelona\n(metropolitan area)\nBerlin", ["Barcelona (metropolitan area)", "Berlin"], True),
    ("Barcelona\n(metropolitan\narea)\nBerlin", ["Barcelona (metropolitan area)", "Berlin"], True),
    ("Berlin (city\nRabat (Salé)", ["Berlin (city", "Rabat (Salé)"], True),
    ("Seoul\tKathmandu / Nepal", ["Seoul", "Kathmandu / Nepal"], True),
    ("• Buenos Aires\n• Nairobi", ["Buenos Aires", "Nairobi"], True),
    ("Johan\u00ad\nnesburg\nBerlin", ["Johannesburg", "Berlin"], True),
    ("Ciudad de México", ["Ciudad de México"], False),
    ("Washington D.C.", ["Washington D.C."], False),
]


@pytest.mark.parametrize(("printed", "items", "torn"), LISTS)
def test_names(printed, items, torn):
    found = lists.names(texts(printed))
    assert ([item.text for item in found.items], found.torn) == (items, torn)


def test_table_of_tabs_is_read_column_by_column():
    found = lists.columns(texts("Abidjan\tCairo\tSeoul\nAccra\t\tShiraz\n\tGuiyang\t"))
    assert [[name.text for name in column.items] for column in found] == [
        ["Abidjan", "Accra"], ["Cairo", "Guiyang"], ["Seoul", "Shiraz"],
    ]  # fmt: skip


def test_cell_torn_at_a_soft_hyphen_is_whole():
    found = lists.columns(texts("Johan\u00ad\tBerlin\nnesburg\tMel\u00ad\nRabat\tbourne"))
    assert [[name.text for name in column.items] for column in found] == [
        ["Johannesburg", "Rabat"], ["Berlin", "Melbourne"],
    ]  # fmt: skip


def test_table_of_spaces_is_read_column_by_column():
    found = lists.columns(
        texts("Abidjan        Cairo       Seoul\nAddis Ababa                Shiraz")
    )
    assert [[name.text for name in column.items] for column in found] == [
        ["Abidjan", "Addis Ababa"], ["Cairo"], ["Seoul", "Shiraz"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "is_codes"),
    [
        ("L1M1D3", True),
        ("[L1M1D3](#), L2A2D4", True),
        ("L2M1D3*", True),
        ("• L1A1D1 and L2A1D1.", True),
        ("LIA2D1, L1A1D2", True),
        ("L1iM2D1 L1M7D2", True),
        ("L1.A1.D2", True),
        ("l1m2d3, L2M5D1", True),
        ("L1A1D1/D2", True),
        ("L3A1 D4", True),
        ("L2A1D3–L2A2D4", True),
        ("L1A2D1 (partly), L1A2D4", True),
        ("and L1A1D3", True),
        ("& L1A1D3", True),
        ("D2, L1A1D1", False),
        ("L1A1D1 (of 2)", False),
        ("L1A1D1 (see page 12), L1A1D3", True),
        ("L1A1D1 was the code of the day", False),
        ("L1", False),
        ("Lisbon, Lima", False),
    ],
)
def test_line_of_codes(printed, is_codes):
    assert lists.is_code_line(texts(printed)[0]) is is_codes


# prose

PROSE = [
    ("One sentence.\n\nAnother one.", ["One sentence.", "Another one."], 0),
    ("It broke off in the middle of\n\nParis. And went on.", ["It broke off in the middle of Paris. And went on."], 0),
    ("Papers were published:\n\n- Housing\n- Youth", ["Papers were published:", "- Housing", "- Youth"], 0),
    ("The text ends here.\n\nWuxi\n\nBandar", ["The text ends here."], 2),
    ("The poster shows a big sun. It smiles.\n\nWe met.", ["We met."], 1),
    ("On Monday, Board and Directors welcomed the five new members:\n\nWuxi (China), which is a port. Lomé.", ["On Monday, Board and Directors welcomed the five new members:", "Wuxi (China), which is a port. Lomé."], 0),
    ("We met in these cities and in no other:\n\nBerlin, Rabat\n\nThen we left.", ["We met in these cities and in no other:", "Berlin, Rabat", "Then we left."], 0),
    ("The open market in Africa:\n\nWe met.", ["We met."], 1),
    ("Safety and Public Space:\nMapping Policies\nPhase II\n\nmetropolis ●", [], 4),
    ("before sunrise they finally said what was really on\n\nNIGHT AND DAY\n\ntheir minds. Then they left.", ["before sunrise they finally said what was really on their minds. Then they left."], 1),
    ("Tuesday 9th October, 14:00 – 15:30", [], 1),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "paragraphs", "captions"), PROSE)
def test_prose(printed, paragraphs, captions):
    found = prose.read_prose(texts(printed), LAYOUT["metropolis-2021"], frozenset())
    assert [words.text for words in found.paragraphs] == paragraphs
    assert len(found.captions) == captions


@pytest.mark.parametrize(
    ("sizes", "narrative"),
    [
        ([9, 6.5, 9], "We met in the hall and talked."),
        ([9, 8, 9], "We met in the Rivers first. hall and talked."),
        ([12, 9, 9], "We met in the Rivers first. hall and talked."),
    ],
    ids=["small print", "nearly as large", "a larger beginning"],
)
def test_small_print_is_no_prose(sizes, narrative):
    printed = texts("We met in the\n\nRivers first.\nhall and talked.\n")
    lines = [
        replace(text, line=replace(text.line, size=size))
        for text, size in zip(printed, sizes, strict=True)
    ]
    found = prose.read_prose(lines, LAYOUT["metropolis-2021"], frozenset())
    assert " ".join(words.text for words in found.paragraphs) == narrative


@pytest.mark.parametrize(
    ("lines", "known", "joined"),
    [
        (["a metro-", "polis"], set(), "a metropolis"),
        (["a metro\u00ad", "Polis"], {"metro", "polis"}, "a metroPolis"),
        (["pre-", "existing"], {"pre-existing"}, "pre-existing"),
        (["pro-", "positions"], {"positions"}, "propositions"),
        (["decision-", "making"], {"decision", "making"}, "decision-making"),
        (["co-", "operation"], {"cooperation"}, "cooperation"),
        (["gender-", "sensitive"], {"gender-sensitive"}, "gender-sensitive"),
        (["2020 –", "2021"], set(), "2020 – 2021"),
    ],
)
def test_hyphen_at_the_end_of_a_line(lines, known, joined):
    words = [text.words for text in texts("\n".join(lines))]
    assert prose.join_lines(words, frozenset(known)).text == joined


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        (["the water-", "power-", "works"], {"the", "water-power", "power-works"}),
        (["the inter-", "na-", "tional day"], {"the", "day"}),
        (["cities² meet,", "½h"], {"cities", "meet", "h"}),
        (["tap wa-", "ter and gender-", "based aims"], {"tap", "and", "aims"}),
        (["up and up-", "to-date"], {"up", "and", "up-to"}),
        (["it be-", "gan to rain"], {"it", "to", "rain"}),
        (["it be-", "longs to us"], {"it", "to", "us"}),
        (["a pre-", "existing one"], {"a", "one", "pre-existing"}),
    ],
)
def test_words_that_are_printed_whole(lines, known):
    assert printed_words(texts("\n".join(lines))) == known


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["NOTE FROM THE SECRE-", "TARY GENERAL"], "note from the secretary general"),
        (["REGIONAL VICE-", "PRESIDENCY"], "regional vice-presidency"),
    ],
)
def test_words_of_headings_torn_over_lines(lines, whole):
    known = frozenset({"vice-presidency"})
    assert lookahead(torn(texts("\n".join(lines)), known), 0)[2] == whole


# furniture


def furniture(printed: str) -> list[str]:
    return [t.text for t in page_furniture(texts(printed), LAYOUT["metropolis-2020"])]


def test_running_headers_and_page_numbers_of_pages():
    page = "METROPOLIS PROGRESS REPORT      July – September 2020\n\nSome prose {1}.\n\nActivated members\n\n{0}\n"
    printed = "METROPOLIS PROGRESS REPORT\n\nJuly – September\n2020\n\f" + "\f".join(
        page.format(n, "x" * n) for n in range(2, 6)
    )
    assert furniture(printed) == [
        words
        for n in range(2, 6)
        for words in ("METROPOLIS PROGRESS REPORT      July – September 2020", str(n))
    ]


def test_more_lines_of_a_header():
    """Pages as a converter draws them: an action line and the period over the report's title."""
    header = "L1 Conducting diplomacy\nJuly – September 2020\n\nMETROPOLIS PROGRESS REPORT\n\n{0}"
    body = "Berlin\n\nSome prose {1}.\n\nActivated members\n\nRabat {1}"
    page = f"{header}\n\n{body}\n"
    printed = "METROPOLIS PROGRESS REPORT\n\nJuly – September\n2020\n\f" + "\f".join(
        page.format(n, "x" * n) for n in range(2, 6)
    )
    lines = header.replace("\n\n", "\n").split("\n")
    assert furniture(printed) == [line.format(n) for n in range(2, 6) for line in lines]


def test_page_numbers_beside_a_header_where_there_are_few_pages():
    printed = (
        "METROPOLIS PROGRESS REPORT\n\nBerlin\f2\n\nMETROPOLIS PROGRESS REPORT\n\nMembers\n\n2"
    )
    assert furniture(printed) == ["2", "METROPOLIS PROGRESS REPORT"]


def test_headers_are_furniture_where_margins_are_known_too():
    lines = texts("METROPOLIS PROGRESS REPORT\n\nBerlin\n\nMETROPOLIS PROGRESS REPORT\n\n2")
    lines[-1] = replace(lines[-1], line=replace(lines[-1].line, margin=True))
    found = page_furniture(lines, LAYOUT["metropolis-2020"])
    assert [text.text for text in found] == ["METROPOLIS PROGRESS REPORT", "2"]


def test_what_pages_begin_alike_with_is_no_header_where_it_is_known_where_lines_stand():
    pages = (f"\n\nDesk\n\n{'x' * n}\n\n{'y' * n}\n\n{'z' * n}" for n in range(1, 4))
    lines = texts("\f".join(["Cover", *pages]))
    assert [text.text for text in page_furniture(lines, LAYOUT["metropolis-2020"])] == ["Desk"] * 3
    placed = [replace(text, line=replace(text.line, box=Box(0, 0, 9, 9))) for text in lines]
    assert page_furniture(placed, LAYOUT["metropolis-2020"]) == []


def test_figures_are_no_page_numbers():
    assert (
        furniture("METROPOLIS PROGRESS REPORT\n\n2019 fees\n\n5\n\n2020 fees\n\n55\n\nPaid\n\n57")
        == []
    )


def test_page_numbers_without_form_feeds_count_up():
    assert furniture("a\n\n4\n\nb\n\n5\n\nc\n\n6\n\nd") == ["4", "5", "6"]


# words


@pytest.mark.parametrize(
    ("printed", "dressed"),
    [
        ("LATIN AMERICA AND THE CARIBBEAN", "Latin America and the Caribbean"),
        ("Membership payment status", "Membership Payment Status"),
        ("ASIA-PACIFIC", "Asia-Pacific"),
        ("METROPOLIS PROGRESS REPORT.", "Metropolis Progress Report"),
    ],
)
def test_title_case(printed, dressed):
    assert title_case(printed) == dressed


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("U20 Mayors Summit", "u20-mayors-summit"),
        ("Megacities' Post-COVID Planning", "megacities-post-covid-planning"),
        ("Córdoba & São Paulo: 5 años", "cordoba-sao-paulo-5-anos"),
        ("???", ""),
        ("城市 2021", "城市-2021"),
    ],
)
def test_slug(title, key):
    assert slug(title) == key


# layouts


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("enough = 2", "enough = 2\ncolour = 1"), "unknown entry 'colour'"),
        (('kind = "board"', 'kind = "choir"'), "unknown kind of section 'choir'"),
        (("enough = 2", ""), "'enough' is missing"),
        (('"before date"', '"beside date"'), "activity_title must be one of"),
        (("[labels]", "[labels"), "not TOML"),
        (("signals = [", f'signals = ["{"long " * 20}", '), "has more than 80 characters"),
    ],
)
def test_a_layout_file_with_a_fault_is_refused_by_name(change, fault):
    from importlib.resources import files

    toml = files("metroledger.extract.layouts").joinpath("metropolis-2020.toml").read_text("utf-8")
    with pytest.raises(LayoutFault, match=fault) as caught:
        parse_layout(toml.replace(*change), "x.toml")
    assert str(caught.value).startswith("x.toml: ")
