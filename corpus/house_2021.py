"""The house style of 2021: date before title, challenges and alliances, people on cards."""

from setting import LOST_ICON, PICTURE, activities, page, prose, table
from shape import BoardSeat, Person, PlanLine, Region, Report, printed_names

PLAN_HEADING = "IMPLEMENTATION OF THE STRATEGIC ACTION PLAN"


def text(report: Report) -> str:
    """The report as text."""
    return page(
        [
            PICTURE,
            PICTURE,
            *report["cover"],
            *_index(report),
            *_note(report),
            *_action_lines(report),
            *activities(report, "L1"),
            *activities(report, "L2"),
            *activities(report, "L3"),
            *_media(report),
            *_active_listening(report),
            *_meetings(report),
            *_progress(report),
            *_plan(report),
            *_who_we_are(report),
            *_colophon(report),
        ]
    )


def _between_pictures(paragraphs: list[str]) -> list[str]:
    return [p for paragraph in paragraphs for p in (PICTURE, paragraph)]


def _index(report: Report) -> list[str]:
    entries = [(f"PAGE **{e['page']}** → **{e['title']}**", *e["parts"]) for e in report["index"]]
    return ["INDEX", *("\n".join(entry) for entry in entries)]


def _note(report: Report) -> list[str]:
    note = report["note"]
    body = prose(note["paragraphs"], note.get("torn", []))
    return ["NOTE FROM THE SECRETARY GENERAL", *body, PICTURE, note["signatory"], note["title"]]


def _action_lines(report: Report) -> list[str]:
    out = ["ACTIVITIES"]
    for line in report["action_lines"]:
        out += [PICTURE, line["heading"], f"{line['code']} {line['title']}"]
    return [*out, PICTURE, "METROPOLIS IN THE MEDIA"]


def _media(report: Report) -> list[str]:
    out = ["METROPOLIS IN THE MEDIA"]
    for month in report["media"]:
        out.append(month["heading"])
        out += [f"{m.get('icon', '')} **{m['outlet']}**\n{m['topic']}" for m in month["mentions"]]
    return [*out, PICTURE]


def _active_listening(report: Report) -> list[str]:
    parts = [
        "**MEMBERSHIP\nENGAGEMENT**",
        "**COLLABORATION\nWITH ALLIANCES**",
        "**BILATERAL\nMEETINGS**",
    ]
    return [
        "ACTIVE LISTENING",
        *_between_pictures([*parts, "MEMBERSHIP ENGAGEMENT"]),
        PICTURE,
        table(report["activated"]["columns"]),
        "COLLABORATION WITH ALLIANCES",
        PICTURE,
    ]


def _meetings(report: Report) -> list[str]:
    out = ["BILATERAL MEETINGS"]
    for meeting in report["meetings"]:
        if meeting["heading"] not in out:
            out.append(meeting["heading"])
        out += [meeting["mode"], "Members\n" + ", ".join(meeting["members"])]
    return out


def _progress(report: Report) -> list[str]:
    parts = [
        "**MAIN\nRESULTS**",
        "**METROPOLITAN\nCHALLENGES**",
        "**IMPLEMENTATION\nOF THE STRATEGIC\nACTION PLAN**",
    ]
    return [
        "PROGRESS",
        *_between_pictures(parts),
        "MAIN RESULTS",
        f" \n {report['results_period']}",
        *(p for figure in report["figures"] for p in (figure["printed"], figure["label"])),
        PICTURE,
        "METROPOLITAN CHALLENGES",
        f" {report['results_period']}",
        *report["challenge_list"]["challenges"],
        PICTURE,
    ]


def _plan(report: Report) -> list[str]:
    heading = [PLAN_HEADING, report["action_plan_link"]]
    out = list(heading)
    for line in report["plan"]["lines"]:
        out += [PICTURE, *heading] if line.get("own_page") else []
        out += [PICTURE, *_plan_line(line)]
    return out


def _plan_line(line: PlanLine) -> list[str]:
    items = [f"{item['code']} {item['title']}" for item in line["items"]]
    if line.get("own_page"):
        return [line["code"], line["title"], *items]
    return [f"{line['code']} {line['title']}", *items]


def _who_we_are(report: Report) -> list[str]:
    parts = [
        "AFRICA",
        "ASIA-PACIFIC",
        "EUROPE",
        "**NORTH\nAMERICA**",
        "**LATIN AMERICA\nAND THE\nCARIBBEAN**",
        "**SECRETARIAT\nGENERAL**",
    ]
    out = ["WHO WE ARE", *_between_pictures(parts)]
    for region in report["regions"]:
        out += [*_region(region), *_people(region)]
        out += [PICTURE] if region.get("picture_after") else []
    staff = [_card(person) for person in report["secretariat"]["staff"]]
    interns = [_card(person) for person in report["secretariat"]["interns"]]
    return [
        *out,
        "SECRETARIAT GENERAL",
        *_between_pictures(staff),
        "Interns",
        *_between_pictures(interns),
    ]


def _region(region: Region) -> list[str]:
    names = printed_names(region, capitals=False)
    if region["set"] == "bullets":
        body = "\n".join(f"- {name}" for name in names)
    elif region["set"] == "lines":
        body = "\n ".join(names)
    else:
        raise ValueError(f"{region['name']}: no such setting in 2021: {region['set']}")
    honorary = [f"Honorary member:\n{name}" for name in region.get("honorary", [])]
    return [region["name"].upper(), PICTURE, body, *honorary]


def _people(region: Region) -> list[str]:
    indent = " " if region.get("indented") else ""
    out = ["Focal Points"]
    for person in region["focal_points"]:
        out += [PICTURE, f"{person['heading']}\n{_card(person, indent)}"]
    out.append("Members of the Board of Directors")
    for seat in region["board"]:
        out += _seat(seat, indent)
    return out


def _seat(seat: BoardSeat, indent: str) -> list[str]:
    """One card per person; two who share a seat have heading and title once, above and below."""
    *earlier, last = seat["people"]
    cards = [_tenure(person) for person in earlier]
    cards.append(_card(last, indent))
    cards[0] = f"{seat['heading']}\n{cards[0]}"
    before = LOST_ICON if seat.get("icon_before") else PICTURE
    return [before, *_between_pictures(cards)[1:]]


def _tenure(person: Person) -> str:
    return f"{person['name']}\n({person['tenure']})" if "tenure" in person else person["name"]


def _card(person: Person, indent: str = "") -> str:
    return "\n".join([_tenure(person), *(indent + line for line in person["title"].split("\n"))])


def _colophon(report: Report) -> list[str]:
    return [report["supporters"], PICTURE, report["hashtag"], *report["contact"], PICTURE]
