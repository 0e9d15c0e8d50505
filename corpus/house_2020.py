"""The house style of 2020: title before date, codes with measures, board members in a line."""

from collections.abc import Iterable

from setting import LOST_ICON, PICTURE, activities, groups, page, prose, table
from shape import FocalPoint, Person, PlanItem, PlanLine, Region, Report, printed_names


def text(report: Report) -> str:
    """The report as text."""
    return page(
        [
            PICTURE,
            *report["cover"],
            *_index(report),
            *_note(report),
            *_action_lines(report),
            *activities(report, "L1"),
            *_media(report),
            *activities(report, "L2"),
            *activities(report, "L3"),
            *_meetings(report),
            *_progress(report),
            *_plan(report),
            *_who_we_are(report),
            *_colophon(report),
        ]
    )


def _index(report: Report) -> list[str]:
    entries = [(f"page {e['page']}", e["title"], *e["parts"]) for e in report["index"]]
    return ["INDEX", *(paragraph for entry in entries for paragraph in entry)]


def _note(report: Report) -> list[str]:
    note = report["note"]
    body = prose(note["paragraphs"], note.get("torn", []))
    return [
        "NOTE FROM THE SECRETARY GENERAL",
        *body,
        PICTURE,
        f"{note['signatory']}\n{note['title']}",
    ]


def _action_lines(report: Report) -> list[str]:
    return [
        "ACTIVITIES",
        *(p for line in report["action_lines"] for p in (line["heading"], line["title"])),
    ]


def _media(report: Report) -> list[str]:
    out = [
        "L1 urban diplomacy and metropolitan advocacy",
        "Metropolis in the media",
        " News/Newsletter",
        " Web",
    ]
    for month in report["media"]:
        out.append(month["heading"])
        out += [p for m in month["mentions"] for p in (m["outlet"], " " + m["topic"])]
    return [*out, PICTURE]


def _meetings(report: Report) -> list[str]:
    out = ["MEMBERSHIP ACTIVATION", "Bilateral meetings"]
    for meeting in report["meetings"]:
        names = meeting.get("icon", "") + "\n".join(meeting["members"])
        out += [meeting["heading"], meeting["mode"], "Members:", names]
    return [*out, PICTURE]


def _progress(report: Report) -> list[str]:
    payments = [f for f in report["figures"] if f["section"] == "Membership Payment Status"]
    results = [f for f in report["figures"] if f["section"] == "Main Results"]
    return [
        "PROGRESS",
        "Activated members",
        table(report["activated"]["columns"]),
        "Membership payment status",
        report["payment_passage"],
        *(p for figure in payments for p in (figure["label"], figure["printed"])),
        "Main results",
        report["results_period"],
        *(p for figure in results for p in (figure["printed"], figure["label"])),
    ]


def _plan(report: Report) -> list[str]:
    out: list[str] = []
    for line in report["plan"]["lines"]:
        out += ["Execution of the Action Plan", line["code"], *_plan_line(line)]
        if line["code"] == "L1":
            out.append(report["action_plan_link"])
    return out


def _plan_line(line: PlanLine) -> list[str]:
    if not line.get("split_headings"):
        return ["Measures", "Outcomes and deliverables", *_items(line["items"])]
    measures = [item for item in line["items"] if "D" not in item["code"]]
    deliverables = [item for item in line["items"] if "D" in item["code"]]
    return ["Measures", *_items(measures), "Outcomes and deliverables", *_items(deliverables)]


def _items(items: Iterable[PlanItem]) -> list[str]:
    out: list[str] = []
    for item in items:
        star = "*" if item.get("star") else ""
        out += [item.get("icon", "") + item["code"] + star, item["title"]]
    return out


def _who_we_are(report: Report) -> list[str]:
    out = ["WHO WE ARE", PICTURE]
    for region in report["regions"]:
        out += [*_region(region), *_people(region)]
    staff = [p for person in report["secretariat"]["staff"] for p in (PICTURE, _card(person))]
    interns = [p for person in report["secretariat"]["interns"] for p in (PICTURE, _card(person))]
    return [*out, "Secretariat General", *staff, LOST_ICON, *interns[1:]]


def _region(region: Region) -> list[str]:
    names = printed_names(region, capitals=True)
    if region["set"] == "paragraphs":
        body = names
    elif region["set"] == "columns":
        body = ["\n".join(column) for column in groups(names, region["columns"])]
    elif region["set"] == "table":
        body = [table(groups(names, region["columns"]))]
    else:
        raise ValueError(f"{region['name']}: no such setting in 2020: {region['set']}")
    honorary = [f"HONORARY MEMBER: {name}" for name in region.get("honorary", [])]
    return [region["name"].upper(), PICTURE, *body, *honorary]


def _people(region: Region) -> list[str]:
    out = ["Focal Points"]
    for person in region["focal_points"]:
        out += [PICTURE, _focal_point(person)]
    out.append("Members of the Board of Directors")
    for seat in region["board"]:
        out.append(seat["heading"])
        out += [f"{p.get('icon', '')}{p['name']}, {p['title']}" for p in seat["people"]]
    return out


def _focal_point(person: FocalPoint) -> str:
    if person.get("run_in"):
        return f"{person['heading']}\n{person['name']}, {person['title']}"
    return "\n".join([person["heading"], _card(person)])


def _card(person: Person) -> str:
    return "\n".join([person["name"], person["title"]] if "title" in person else [person["name"]])


def _colophon(report: Report) -> list[str]:
    return [report["supporters"], PICTURE, *report["contact"], PICTURE, report["hashtag"]]
