"""A report of the corpus as LaTeX: two columns that fill one after the other, TeX's own hyphens.

The fonts are PostScript ones in T1. A report that prints a euro sign gets Unicode maps, for without
one that sign is a letter e; the other reports get none, as from an older pdfTeX.
"""

from collections.abc import Iterable, Iterator, Sequence

from shape import Activity, Person, Region, Report, printed_names

PREAMBLE = r"""\documentclass[9pt,a4paper,twocolumn]{article}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp}
\usepackage[scaled=.86]{helvet}\renewcommand\familydefault{\sfdefault}
\usepackage[margin=18mm,headheight=14pt]{geometry}\usepackage{multicol,fancyhdr,eurosym}
\pdfinfoomitdate=1 \pdftrailerid{} \pdfsuppressptexinfo=-1
\pagestyle{fancy}\fancyhf{}\fancyhead[L]{\scriptsize METROPOLIS PROGRESS REPORT}
\fancyhead[R]{\scriptsize\leftmark}\fancyfoot[R]{\scriptsize\thepage}\renewcommand\headrulewidth{0pt}
\setlength\parindent{0pt}\setlength\parskip{3pt}\setlength\columnsep{9mm}\small
\newcommand\chapterhead[1]{{\Large\bfseries #1\par}\medskip}
\newcommand\head[1]{{\large\bfseries\raggedright #1\par}\smallskip}
\newcommand\sub[1]{{\bfseries #1\par}\nopagebreak}
\newcommand\plain[1]{{\raggedright\hyphenpenalty=10000 #1\par}}
\begin{document}\small
"""
UNICODE_MAP = r"""\pdfgentounicode=1
\pdfglyphtounicode{tfm:feymr10/e}{20AC}\pdfglyphtounicode{tfm:feybr10/e}{20AC}
"""
NO_UNICODE_MAP = r"\pdfgentounicode=0"
SPECIAL = {
    **{letter: rf"\{letter}" for letter in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "'": r"\textquotesingle{}",
    '"': r"\textquotedbl{}",
    "→": r"$\rightarrow$",
    "●": r"$\bullet$",
    "€": r"\euro{}",
    "\n": r"\\",
}
# Prose is set without its markup.
UNMARKED = str.maketrans({"*": "", "[": "", "]": ""})
FIELDS = ("outcomes", "members", "challenges", "alliances")


def source(report: Report) -> str:
    """The LaTeX of the whole report."""
    parts = [
        *_front(report),
        *_activities(report),
        *_lists(report),
        *_plan(report),
        r"\onecolumn",
        _chapter("WHO WE ARE"),
        *(line for region in report["regions"] for line in _region(report, region)),
        *_end(report),
    ]
    euro = any("€" in figure["printed"] for figure in report["figures"])
    maps = UNICODE_MAP if euro else NO_UNICODE_MAP
    return "\n".join([maps + PREAMBLE, *parts, "\\end{document}", ""])


def _tex(text: str) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in text)


def _prose(paragraphs: Iterable[str]) -> list[str]:
    return [
        _tex(p.replace("](#)", "]").translate(UNMARKED if "[j1]" not in p else {})) + "\n"
        for p in paragraphs
    ]


def _fold(text: str) -> str:
    return " ".join(text.split())


def _chapter(text: str) -> str:
    return rf"\chapterhead{{{_tex(text)}}}"


def _head(text: str) -> str:
    return rf"\head{{{_tex(text)}}}"


def _sub(text: str) -> str:
    return rf"\sub{{{_tex(text)}}}"


def _line(text: str) -> str:
    return rf"\plain{{{_tex(text)}}}"


def _of_2020(report: Report) -> bool:
    return report["report"]["layout"] == "metropolis-2020"


def _front(report: Report) -> Iterator[str]:
    title, *period = report["cover"]
    yield r"\onecolumn\thispagestyle{empty}\vspace*{60mm}"
    yield rf"{{\Huge {_tex(title.replace('*', ''))}\par}}"
    yield from (rf"{{\Large {_tex(line)}\par}}" for line in period)
    yield r"\newpage"
    yield _chapter("INDEX")
    for entry in report["index"]:
        page = f"page {entry['page']}" if _of_2020(report) else f"PAGE {entry['page']} →"
        yield _line(f"{page} {_fold(entry['title'])}")
        yield from (_line(_fold(part)) for part in entry["parts"])
    note = report["note"]
    yield r"\newpage"
    yield _chapter("NOTE FROM THE SECRETARY GENERAL")
    yield from [*_prose(note["paragraphs"]), _sub(note["signatory"]), _line(note["title"])]
    yield r"\newpage"
    yield _chapter("ACTIVITIES")
    for line in report["action_lines"]:
        code = "" if _of_2020(report) else f"{line['code']} "
        yield from [_sub(line["heading"]), _line(code + _fold(line["title"]))]


def _activities(report: Report) -> Iterator[str]:
    titles = {line["code"]: _fold(line["title"]) for line in report["action_lines"]}
    yield r"\twocolumn"
    for code in sorted(titles):
        yield rf"\clearpage\markboth{{{code} {_tex(titles[code])}}}{{}}"
        for activity in report["activities"]:
            if activity["line"] == code:
                yield from _activity(report, activity)
    yield r"\clearpage\markboth{}{}"


def _activity(report: Report, activity: Activity) -> Iterator[str]:
    head = [_head(activity["title"]), _line(activity["date"])]
    yield from head if _of_2020(report) else reversed(head)
    yield from _prose(activity["narrative"])
    labels = {**report["labels"], **activity["text"].get("labels", {})}
    for field in FIELDS:
        items: list[str] = activity.get(field, [])  # type: ignore[assignment]
        if items:
            yield _sub(str(labels[field]))
            yield _line(_list(activity, field, items))
    yield from (rf"{{\tiny {_tex(line)}\par}}" for line in activity.get("poster", []))
    captions = activity.get("captions", [])
    yield from (rf"{{\scriptsize {_tex(caption)}\par}}" for caption in captions)
    yield r"\bigskip"


def _list(activity: Activity, field: str, items: Sequence[str]) -> str:
    if field == "challenges":
        return "\n".join(items)
    body = ", ".join(items)
    if field == "members" and activity["text"].get("last_and"):
        body = body.removesuffix(f", {items[-1]}") + f" and {items[-1]}"
    return body + ("." if field == "members" and activity["text"].get("full_stop") else "")


def _lists(report: Report) -> Iterator[str]:
    of_2020 = _of_2020(report)
    title = "Metropolis in the media"
    yield _chapter(title if of_2020 else title.upper())
    for month in report["media"]:
        yield _head(month["heading"])
        for mention in month["mentions"]:
            yield from [_sub(mention["outlet"]), _line(_fold(mention["topic"]))]
    yield r"\clearpage\onecolumn"
    if of_2020:
        yield from [_chapter("MEMBERSHIP ACTIVATION"), *_meetings(report), r"\newpage"]
        yield from [_chapter("PROGRESS"), _head("Activated members"), _activated(report)]
        yield from [_head("Membership payment status"), *_prose([report["payment_passage"]])]
    else:
        yield from [_chapter("ACTIVE LISTENING"), r"\newpage", _head("MEMBERSHIP ENGAGEMENT")]
        yield from [_activated(report), _head("COLLABORATION WITH ALLIANCES"), *_meetings(report)]
        yield from [r"\newpage", _chapter("PROGRESS")]
    yield from _figures(report)


def _activated(report: Report) -> str:
    return _columns([name for column in report["activated"]["columns"] for name in column], 5)


def _columns(names: Iterable[str], count: int) -> str:
    lines = [_line(name) for name in names]
    return "\n".join([rf"\begin{{multicols}}{{{count}}}", *lines, r"\end{multicols}"])


def _meetings(report: Report) -> Iterator[str]:
    of_2020 = _of_2020(report)
    yield _head("Bilateral meetings" if of_2020 else "BILATERAL MEETINGS")
    shown = ""
    for meeting in report["meetings"]:
        if meeting["heading"] != shown:
            shown = meeting["heading"]
            yield _sub(shown)
        yield from [_line(meeting["mode"]), _sub("Members:" if of_2020 else "Members")]
        yield _line(("\n" if of_2020 else ", ").join(meeting["members"]))


def _figures(report: Report) -> Iterator[str]:
    for figure in report["figures"]:
        if figure["section"] != "Main Results":
            yield from [_line(figure["label"]), _head(figure["printed"])]
    yield _head("Main results" if _of_2020(report) else "MAIN RESULTS")
    yield _line(report["results_period"])
    for figure in report["figures"]:
        if figure["section"] == "Main Results":
            yield from [_head(figure["printed"]), _line(figure["label"])]
    if "challenge_list" in report:
        yield from [_head("METROPOLITAN CHALLENGES"), _line(report["results_period"])]
        yield from (_line(challenge) for challenge in report["challenge_list"]["challenges"])


def _plan(report: Report) -> Iterator[str]:
    """2020: a page for each line, measures before deliverables; 2021: one list."""
    if not _of_2020(report):
        yield r"\newpage"
        yield _chapter("IMPLEMENTATION OF THE STRATEGIC ACTION PLAN")
        yield from _prose([report["action_plan_link"]])
        for line in report["plan"]["lines"]:
            yield _line(f"{line['code']} {line['title']}")
            yield from (_line(f"{item['code']} {item['title']}") for item in line["items"])
        yield r"\newpage"
        return
    for line in report["plan"]["lines"]:
        yield from [r"\newpage", _chapter("Execution of the Action Plan"), _chapter(line["code"])]
        for heading, deep in (("Measures", False), ("Outcomes and deliverables", True)):
            yield _head(heading)
            for item in line["items"]:
                if ("D" in item["code"]) == deep:
                    star = "*" if item.get("star") else ""
                    yield from [_sub(item["code"] + star), _line(item["title"])]
        if line["code"] == "L1":
            yield from _prose([report["action_plan_link"]])
    yield r"\newpage"


def _region(report: Report, region: Region) -> Iterator[str]:
    of_2020 = _of_2020(report)
    names = printed_names(region, capitals=of_2020)
    yield from [r"\newpage", _chapter(region["name"].upper()), _columns(names, 4)]
    for name in region.get("honorary", []):
        yield _line(f"HONORARY MEMBER: {name}" if of_2020 else f"Honorary member:\n{name}")
    yield _head("Focal Points")
    for person in region["focal_points"]:
        yield from [_sub(_fold(person["heading"].replace("**", ""))), *_card(person)]
    yield _head("Members of the Board of Directors")
    for seat in region["board"]:
        yield _sub(seat["heading"])
        for member in seat["people"]:
            yield from [_line(f"{member['name']}, {member['title']}")] if of_2020 else _card(member)


def _card(person: Person) -> list[str]:
    lines = [_line(_fold(person["name"]))]
    if "tenure" in person:
        lines.append(_line(f"({person['tenure']})"))
    return [*lines, _line(_fold(person["title"]))] if "title" in person else lines


def _end(report: Report) -> Iterator[str]:
    of_2020 = _of_2020(report)
    yield from [r"\newpage", _chapter("Secretariat General" if of_2020 else "SECRETARIAT GENERAL")]
    yield r"\begin{multicols}{2}"
    yield from (line for person in report["secretariat"]["staff"] for line in _card(person))
    if not of_2020:
        yield _head("Interns")
    yield from (line for person in report["secretariat"]["interns"] for line in _card(person))
    yield r"\end{multicols}\newpage"
    yield from map(_line, [report["supporters"], *report["contact"], report["hashtag"]])
