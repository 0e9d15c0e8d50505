"""A report of the corpus as a web page, for a browser to print; a style sheet arranges it.

The elements come in one order whatever the arrangement, so that the drawing order need not be the
reading order, unless the page is for a program that arranges nothing. Prose has soft hyphens;
names, codes and titles have none.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from shape import Activity, FocalPoint, Person, PlanLine, Region, Report, printed_names

INLINE = [
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<![\w*])\*([^*]+)\*(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"\[([^\]]+)\]\(#\)"), r"<u>\1</u>"),
]
# "exam|ples", "metro|politan": a word may be broken here, well inside it and between syllables
SYLLABLE = re.compile(
    r"(?<=[a-z]{2}[aeiou])(?=[bcdfglmnprstv][aeiou][a-z]{2})"
    r"|(?<=[a-z][aeiou][lmnrs])(?=[bcdfgpt][aeiou][a-z])"
)
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
FIELDS = ("outcomes", "members", "challenges", "alliances")


def page(report: Report, style: str, *, in_order: bool = False) -> str:
    """The whole report as HTML under the given style sheet, as it is read if `in_order`."""
    body = [
        _div("spine", "METROPOLIS PROGRESS REPORT"),
        *_front(report),
        *_action_lines(report, in_order=in_order),
        _media(report),
        *([_meetings(report)] if _of_2020(report) else _active_listening(report)),
        _progress(report),
        *_plan(report),
        _section("chapter", [_tag("h1", "WHO WE ARE")]),
        *(_region(report, region) for region in report["regions"]),
        _secretariat(report),
        _colophon(report),
    ]
    title = html.escape(report["report"]["title"])
    head = f'<meta charset="utf-8"><title>{title}</title><style>{style}{_feet(report)}</style>'
    house = report["report"]["layout"]
    return "".join(
        [f'<!doctype html><html lang="en"><head>{head}</head><body class="{house}">', *body]
    )


def _of_2020(report: Report) -> bool:
    return report["report"]["layout"] == "metropolis-2020"


def _title_of(line: str, report: Report) -> str:
    found = next(one for one in report["action_lines"] if one["code"] == line)
    return f"{line} {_fold(found['title'])}"


def _fold(text: str) -> str:
    return " ".join(text.split())


def _feet(report: Report) -> str:
    """Style: the pages of an action line say at their foot which one it is."""
    rules = []
    for line in report["action_lines"]:
        code = line["code"]
        foot = _title_of(code, report)
        rules.append(f'@page {code} {{ @bottom-center {{ content: "{foot}" }} }}')
        rules.append(f".{code} {{ page: {code} }}")
    return "".join(rules)


def _words(text: str) -> str:
    marked = html.escape(text, quote=False)
    for pattern, tag in INLINE:
        marked = pattern.sub(tag, marked)
    return marked.replace("\n", "<br>")


def _prose(paragraphs: Iterable[str]) -> str:
    out = []
    for paragraph in paragraphs:
        kind = "dash" if paragraph.startswith("- ") else "text"
        out.append(f'<p class="{kind}">{_words(SYLLABLE.sub(SOFT_HYPHEN, paragraph))}</p>')
    return "".join(out)


def _tag(name: str, text: str) -> str:
    return f"<{name}>{_words(text)}</{name}>"


def _div(kind: str, text: str) -> str:
    return _group(kind, [_words(text)])


def _group(kind: str, parts: Iterable[str]) -> str:
    return f'<div class="{kind}">{"".join(parts)}</div>'


def _section(kind: str, parts: Iterable[str]) -> str:
    return f'<section class="{kind}">{"".join(parts)}</section>'


def _front(report: Report) -> Iterator[str]:
    title, *period = report["cover"]
    yield _section("cover", [_div("report", title), *(_div("period", line) for line in period)])
    entries = []
    for entry in report["index"]:
        number = "page {}" if _of_2020(report) else "PAGE **{}** →"
        parts = [_div("part", _fold(part)) for part in (entry["title"], *entry["parts"])]
        entries.append(_group("entry", [_div("number", number.format(entry["page"])), *parts]))
    yield _section("index", [_tag("h2", "INDEX"), *entries])
    note = report["note"]
    parts = [_tag("h2", "NOTE FROM THE SECRETARY GENERAL"), _prose(note["paragraphs"])]
    yield _section("note", [*parts, _div("label", note["signatory"]), _div("small", note["title"])])


def _action_lines(report: Report, *, in_order: bool) -> Iterator[str]:
    """The page that names them, then the activities of each one."""
    lines = []
    for line in report["action_lines"]:
        code = "" if _of_2020(report) else f"{line['code']} "
        lines += [_div("label", line["heading"]), _div("small", code + _fold(line["title"]))]
    yield _section("chapter", [_tag("h1", "ACTIVITIES"), *lines])
    for code in sorted(line["code"] for line in report["action_lines"]):
        of_line = [a for a in report["activities"] if a["line"] == code]
        yield _section(
            f"activities {code}", [_activity(report, a, in_order=in_order) for a in of_line]
        )


def _activity(report: Report, activity: Activity, *, in_order: bool) -> str:
    """Fields first, then date, title and narrative: the style sheet says where they stand.

    In order, title and date change places in the 2020 design, and the fields come last there.
    """
    captions = [
        _group("photo", ['<div class="picture"></div>', _div("caption", caption)])
        for caption in activity.get("captions", [])
    ]
    poster = (
        [_group("poster", [_div("line", line) for line in activity["poster"]])]
        if ("poster" in activity)
        else []
    )
    parts = [
        _group("fields", _fields(report, activity)),
        _group("date", [_words(activity["date"])]),
        _tag("h3", activity["title"]),
        _group("story", [_prose(activity["narrative"])]),
        _group("pictures", [*captions, *poster]),
    ]
    if in_order:
        fields, date, title, story, pictures = parts
        head = [title, date, story, fields] if _of_2020(report) else [date, title, fields, story]
        parts = [*head, pictures]
    return f"<article>{''.join(parts)}</article>"


def _fields(report: Report, activity: Activity) -> Iterator[str]:
    """Codes of 2020 and challenges stand one under the other, all other lists in a line."""
    labels = {**report["labels"], **activity["text"].get("labels", {})}
    lists = {field: list(activity.get(field, [])) for field in FIELDS}  # type: ignore[call-overload]
    for field, items in lists.items():
        if not items:
            continue
        listed = field == "challenges" or (field == "outcomes" and _of_2020(report))
        body = "\n".join(items) if listed else ", ".join(items)
        if field == "members" and activity["text"].get("last_and"):
            body = body.removesuffix(f", {items[-1]}") + f" and {items[-1]}"
        if field == "members" and activity["text"].get("full_stop"):
            body += "."
        yield _group("field", [_div("label", str(labels[field])), _div(f"list {field}", body)])


def _media(report: Report) -> str:
    title = "Metropolis in the media"
    parts = [_tag("h2", title if _of_2020(report) else title.upper())]
    for month in report["media"]:
        parts.append(_div("month", month["heading"]))
        for mention in month["mentions"]:
            parts += [_div("outlet", mention["outlet"]), _div("topic", _fold(mention["topic"]))]
    return _section("media", parts)


def _meetings(report: Report) -> str:
    of_2020 = _of_2020(report)
    parts = [_tag("h2", "MEMBERSHIP ACTIVATION")] if of_2020 else []
    parts.append(_tag("h2", "Bilateral meetings" if of_2020 else "BILATERAL MEETINGS"))
    for heading in dict.fromkeys(meeting["heading"] for meeting in report["meetings"]):
        modes = [
            _group(
                "mode",
                [
                    _div("small", meeting["mode"]),
                    _div("label", "Members:" if of_2020 else "Members"),
                    _div("list", ("\n" if of_2020 else ", ").join(meeting["members"])),
                ],
            )
            for meeting in report["meetings"]
            if meeting["heading"] == heading
        ]
        parts.append(_group("held", [_div("month", heading), _group("modes", modes)]))
    return _section("meetings", parts)


def _active_listening(report: Report) -> Iterator[str]:
    parts = ["MEMBERSHIP ENGAGEMENT", "COLLABORATION WITH ALLIANCES", "BILATERAL MEETINGS"]
    yield _section("chapter", [_tag("h1", "ACTIVE LISTENING"), *(_div("part", p) for p in parts)])
    yield _section("engagement", [_tag("h2", parts[0]), _activated(report), _tag("h2", parts[1])])
    yield _meetings(report)


def _activated(report: Report) -> str:
    names = [name for column in report["activated"]["columns"] for name in column]
    return _group("names", [_div("name", name) for name in names])


def _progress(report: Report) -> str:
    period = _div("small", report["results_period"])
    results = _figures(report, "Main Results", number_first=True)
    parts = [_tag("h1", "PROGRESS")]
    if _of_2020(report):
        parts += [_tag("h2", "Activated members"), _activated(report)]
        parts += [_tag("h2", "Membership payment status"), _prose([report["payment_passage"]])]
        parts.append(_figures(report, "Membership Payment Status", number_first=False))
        parts += [_tag("h2", "Main results"), period, results]
    else:
        challenges = [_div("challenge", c) for c in report["challenge_list"]["challenges"]]
        parts += [_tag("h2", "MAIN RESULTS"), period, results]
        parts += [_tag("h2", "METROPOLITAN CHALLENGES"), period, *challenges]
    return _section("progress", parts)


def _figures(report: Report, section: str, *, number_first: bool) -> str:
    figures = []
    for figure in (f for f in report["figures"] if f["section"] == section):
        parts = [_div("small", figure["label"]), _div("number", figure["printed"])]
        figures.append(_group("figure", reversed(parts) if number_first else parts))
    return _group("figures", figures)


def _plan(report: Report) -> Iterator[str]:
    if _of_2020(report):
        for line in report["plan"]["lines"]:
            link = [_prose([report["action_plan_link"]])] if line["code"] == "L1" else []
            yield _section("plan", [*_measures(line), *link])
        return
    heading = _tag("h2", "IMPLEMENTATION OF THE STRATEGIC ACTION PLAN")
    out = [heading, _prose([report["action_plan_link"]])]
    for line in report["plan"]["lines"]:
        for item in [line, *line["items"]]:
            depth = sum(item["code"].count(letter) for letter in "AD")
            out.append(_div(f"depth{depth}", f"**{item['code']}** {item.get('title', '')}"))
    yield _section("plan", out)


def _measures(line: PlanLine) -> list[str]:
    measures = [item for item in line["items"] if "D" not in item["code"]]
    deliverables = [item for item in line["items"] if "D" in item["code"]]
    sides = []
    for heading, items in (("Measures", measures), ("Outcomes and deliverables", deliverables)):
        printed = []
        for item in items:
            code = item["code"] + ("*" if item.get("star") else "")
            printed += [_div("code", code), _div("item", item["title"])]
        sides.append(_group("side", [_div("label", heading), *printed]))
    title = _group(
        "execution", [_tag("h2", "Execution of the Action Plan"), _tag("h1", line["code"])]
    )
    return [title, _group("sides", sides)]


def _region(report: Report, region: Region) -> str:
    """2020 prints the board in lines, 2021 on cards."""
    of_2020 = _of_2020(report)
    honorary = "HONORARY MEMBER: {}" if of_2020 else "Honorary member:\n{}"
    board = []
    for seat in region["board"]:
        cards = [
            _div("person", f"{p['name']}, {p['title']}") if of_2020 else _card(p)
            for p in seat["people"]
        ]
        board.append(_group("seat", [_div("role", seat["heading"]), *cards]))
    names = [_div("name", name) for name in printed_names(region, capitals=of_2020)]
    points = [_focal_point(person) for person in region["focal_points"]]
    return _section(
        "region",
        [
            _tag("h1", region["name"].upper()),
            _group("names", names),
            *(_div("honorary", honorary.format(name)) for name in region.get("honorary", [])),
            _group("points", [_tag("h4", "Focal Points"), *points]),
            _group("board", [_tag("h4", "Members of the Board of Directors"), *board]),
        ],
    )


def _focal_point(person: FocalPoint) -> str:
    heading = _fold(person["heading"].replace("**", ""))
    return _group("seat", [_div("role", heading), _card(person)])


def _card(person: Person) -> str:
    parts = [_div("label", _fold(person["name"]))]
    if "tenure" in person:
        parts.append(_div("small", f"({person['tenure']})"))
    if "title" in person:
        parts.append(_div("small", _fold(person["title"])))
    return _group("card", parts)


def _secretariat(report: Report) -> str:
    of_2020 = _of_2020(report)
    staff = [_card(person) for person in report["secretariat"]["staff"]]
    interns = [_card(person) for person in report["secretariat"]["interns"]]
    if of_2020:
        return _section("secretariat", [_tag("h1", "Secretariat General"), _cards(staff + interns)])
    parts = [_tag("h1", "SECRETARIAT GENERAL"), _cards(staff), _tag("h4", "Interns")]
    return _section("secretariat", [*parts, _cards(interns)])


def _cards(cards: Sequence[str]) -> str:
    return _group("cards", cards)


def _colophon(report: Report) -> str:
    lines = [report["supporters"], *report["contact"], report["hashtag"]]
    return _section("colophon", [_div("small", line) for line in lines])
