"""The design of 2020: landscape, narrative in two columns, a sidebar that changes sides."""

from collections.abc import Callable, Sequence

from pdf_page import GREY, RED, Sheet, Type, balance, deal, fill, prose, words
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import Paragraph
from shape import Activity, FocalPoint, Person, PlanItem, PlanLine, Region, Report, printed_names

LEFT, TOP, BOTTOM = 45.0, 62.0, 548.0
FULL = landscape(A4)[0] - 2 * LEFT
SIDE = 175.0  # width of the sidebar
GAP = 26.0
MAIN = FULL - SIDE - GAP

CHAPTER = Type(20, bold=True, colour=RED, after=14)
HEADING = Type(15, bold=True, after=10)
TITLE = Type(15, bold=True, colour=RED, after=8, leading=1.2)
SECTION = Type(10.5, bold=True, after=7)
LABEL = Type(7, bold=True)
CODE = Type(7.5, bold=True, colour=RED, leading=1.25)
NAMES = Type(7.5, bold=True, leading=1.3)
BODY = Type(8, after=4)
SMALL = Type(7, leading=1.25)
DATE = Type(8.5, colour=GREY, after=12)
RUNNING = Type(6, colour=GREY, right=True)
CARD = Type(7, bold=True)

PHOTO, FACE = "#c98a63", "#9db8a2"


def pdf(report: Report) -> bytes:
    """The report as PDF."""
    sheet = Sheet(landscape(A4), _furniture(report))
    _cover(sheet, report)
    _index(sheet, report)
    _note(sheet, report)
    _action_lines(sheet, report)
    for n, activity in enumerate(_by_line(report)):
        _activity(sheet, report, activity, flipped=n % 2 == 1)
    sheet.running = ""
    _media(sheet, report)
    _meetings(sheet, report)
    _progress(sheet, report)
    _results(sheet, report)
    for line in report["plan"]["lines"]:
        _plan_line(sheet, report, line)
    sheet.turn()
    sheet.say("WHO WE ARE", CHAPTER, (LEFT, 250, FULL))
    for region in report["regions"]:
        _region(sheet, region)
    _secretariat(sheet, report)
    _colophon(sheet, report)
    return sheet.close(report["report"]["title"])


def _furniture(report: Report) -> Callable[[Sheet], None]:
    """Running header and page number, drawn before what stands on the page."""
    period = " ".join(report["cover"][1:])

    def draw(sheet: Sheet) -> None:
        sheet.say("METROPOLIS PROGRESS REPORT", Type(6, colour=GREY), (LEFT, 30, 200))
        if sheet.running:
            sheet.say(sheet.running, RUNNING, (LEFT + FULL - 400, 22, 400))
        sheet.say(period, RUNNING, (LEFT + FULL - 200, 31, 200))
        sheet.say(str(sheet.number), RUNNING, (LEFT + FULL - 50, 560, 50))

    return draw


def _by_line(report: Report) -> list[Activity]:
    lines = [line["code"] for line in report["action_lines"]]
    return sorted(report["activities"], key=lambda activity: lines.index(activity["line"]))


def _cover(sheet: Sheet, report: Report) -> None:
    title, *period = report["cover"]
    sheet.box(LEFT, 60, 120, 60, PHOTO)
    top = sheet.say(title, Type(24, after=16), (LEFT, 160, FULL))
    for line in period:
        top = sheet.say(line, Type(14, after=8), (LEFT, top, FULL))


def _index(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("INDEX", HEADING, (LEFT, TOP, FULL)) + 12
    for entry in report["index"]:
        sheet.say(f"page {entry['page']}", BODY, (LEFT, top, 60))
        lines = [words(line, BODY) for line in (entry["title"], *entry["parts"])]
        top = sheet.put(lines, LEFT + 70, top, 300) + 8


def _note(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    note = report["note"]
    top = sheet.say("NOTE FROM THE SECRETARY GENERAL", HEADING, (LEFT, TOP, FULL)) + 6
    sheet.box(LEFT + 430, top, 160, 200, PHOTO)
    top = sheet.put(prose(note["paragraphs"], Type(9, after=6)), LEFT, top, 380) + 14
    top = sheet.say(note["signatory"], Type(9, bold=True), (LEFT, top, 300))
    sheet.say(note["title"], Type(9), (LEFT, top, 300))


def _action_lines(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("ACTIVITIES", CHAPTER, (LEFT, 130, FULL)) + 16
    for line in report["action_lines"]:
        top = sheet.say(line["heading"], SECTION, (LEFT, top, FULL)) - 4
        top = sheet.say(line["title"], BODY, (LEFT, top, FULL)) + 12


def _activity(sheet: Sheet, report: Report, activity: Activity, *, flipped: bool) -> None:
    """One page each. The sidebar is drawn first, on the left of every second page."""
    line = next(one for one in report["action_lines"] if one["code"] == activity["line"])
    sheet.running = f"{line['code']} {line['title']}"
    sheet.turn()
    side, main = (LEFT, LEFT + SIDE + GAP) if flipped else (LEFT + MAIN + GAP, LEFT)
    _sidebar(sheet, report, activity, side)
    top = sheet.say(activity["title"], TITLE, (main, TOP - 6, MAIN))
    top = sheet.say(activity["date"], DATE, (main, top, MAIN))
    width = (MAIN - GAP) / 2
    columns = balance(prose(activity["narrative"], BODY), width, 2)
    below = sheet.columns(columns, [main, main + width + GAP], top, width)
    _captions(sheet, activity, main, below + 24)


def _sidebar(sheet: Sheet, report: Report, activity: Activity, x: float) -> None:
    top = sheet.say(report["labels"]["outcomes"], LABEL, (x, TOP, SIDE))
    top = sheet.put([words(code, CODE) for code in activity["outcomes"]], x, top, SIDE) + 10
    top = sheet.say(report["labels"]["members"], LABEL, (x, top, SIDE))
    top = sheet.say(", ".join(activity["members"]), NAMES, (x, top, SIDE))
    sheet.box(x, top + 14, SIDE, 84, PHOTO)


def _captions(sheet: Sheet, activity: Activity, x: float, top: float) -> None:
    for n, caption in enumerate(activity.get("captions", [])):
        at = x + n * 92
        sheet.say(caption, Type(6.5), (at, sheet.box(at, top, 80, 54, "#6b93c4") + 3, 80))


def _media(sheet: Sheet, report: Report) -> None:
    """Down two columns; a month's heading may stand alone at a column's foot."""
    sheet.turn()
    top = sheet.say("Metropolis in the media", HEADING, (LEFT, TOP, FULL))
    entries: list[Paragraph] = []
    for month in report["media"]:
        entries.append(words(month["heading"], Type(9, bold=True, colour=RED, after=3)))
        for mention in month["mentions"]:
            entries.append(words(mention["outlet"], Type(8, bold=True)))
            entries.append(words(mention["topic"].replace("\n", " "), Type(8, after=3, icon=True)))
    width = 230.0
    first, rest = fill(entries, width, BOTTOM - top)
    sheet.columns([first, rest], [LEFT, LEFT + width + GAP], top, width)


def _meetings(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("MEMBERSHIP ACTIVATION", HEADING, (LEFT, TOP, FULL)) + 4
    top = sheet.say("Bilateral meetings", Type(13, bold=True, after=14), (LEFT, top, FULL))
    for n, meeting in enumerate(report["meetings"]):
        column = [
            words(meeting["heading"], Type(9, bold=True, colour=RED)),
            words(meeting["mode"], Type(8, colour=GREY)),
            words("Members:", Type(8, bold=True)),
            *(words(name, Type(8)) for name in meeting["members"]),
        ]
        sheet.put(column, LEFT + n * 160, top, 140)


def _progress(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("PROGRESS", CHAPTER, (LEFT, TOP - 10, FULL))
    top = sheet.say("Activated members", HEADING, (LEFT, top, FULL))
    names = [[words(name, Type(7.5)) for name in c] for c in report["activated"]["columns"]]
    top = sheet.columns(names, [LEFT + n * 152 for n in range(len(names))], top, 148) + 20
    top = sheet.say("Membership payment status", HEADING, (LEFT, top, FULL))
    top = sheet.say(report["payment_passage"], BODY, (LEFT, top, FULL)) + 6
    payments = [f for f in report["figures"] if f["section"] == "Membership Payment Status"]
    for n, figure in enumerate(payments):
        place = (LEFT + n % 3 * 150, top + n // 3 * 44, 140.0)
        below = sheet.say(figure["label"], Type(7.5), place)
        sheet.say(figure["printed"], Type(13, bold=True), (place[0], below, 140))


def _results(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("Main results", HEADING, (LEFT, TOP, FULL))
    top = sheet.say(report["results_period"], BODY, (LEFT, top, FULL)) + 6
    results = [f for f in report["figures"] if f["section"] == "Main Results"]
    for n, figure in enumerate(results):
        x = LEFT + n * 220
        below = sheet.say(figure["printed"], Type(22, bold=True, colour=RED), (x, top, 200))
        sheet.say(figure["label"], BODY, (x, below, 200))


def _plan_line(sheet: Sheet, report: Report, line: PlanLine) -> None:
    """Measures left, deliverables right; neither side waits for the other."""
    sheet.turn()
    sheet.say("Execution of the Action Plan", HEADING, (LEFT, TOP + 3, 300))
    top = sheet.say(line["code"], Type(19, bold=True, colour=RED, after=10), (LEFT + 260, TOP, 80))
    width = (FULL - GAP) / 2
    sides = [
        ("Measures", [item for item in line["items"] if "D" not in item["code"]]),
        ("Outcomes and deliverables", [item for item in line["items"] if "D" in item["code"]]),
    ]
    below = max(
        sheet.put([words(heading, Type(9, bold=True, after=8)), *_items(items)], x, top, width)
        for (heading, items), x in zip(sides, (LEFT, LEFT + width + GAP), strict=True)
    )
    if line["code"] == "L1":
        sheet.say(report["action_plan_link"], BODY, (LEFT, below + 20, FULL))


def _items(items: Sequence[PlanItem]) -> list[Paragraph]:
    out: list[Paragraph] = []
    for item in items:
        out.append(words(item["code"] + ("*" if item.get("star") else ""), CODE))
        out.append(words(item["title"], BODY))
    return out


def _region(sheet: Sheet, region: Region) -> None:
    sheet.turn()
    top = sheet.say(region["name"].upper(), CHAPTER, (LEFT, TOP - 10, FULL))
    names = [words(name, Type(7.5)) for name in printed_names(region, capitals=True)]
    columns = deal(names, {"table": 6, "columns": 3, "paragraphs": 4}[region["set"]])
    step = FULL / len(columns)
    top = sheet.columns(columns, [LEFT + n * step for n in range(len(columns))], top, step - 12)
    for name in region.get("honorary", []):
        top = sheet.say(f"HONORARY MEMBER: {name}", Type(7.5), (LEFT, top + 8, FULL))
    top += 18
    sheet.say("Focal Points", SECTION, (LEFT, top, 200))
    below = sheet.say("Members of the Board of Directors", SECTION, (LEFT + 230, top, 400))
    at = below
    for person in region["focal_points"]:
        heading = person["heading"].replace("**", "")
        at = sheet.say(
            heading, Type(6, bold=True), (LEFT, sheet.box(LEFT, at, 48, 48, FACE) + 4, 90)
        )
        at = sheet.put(_focal_point(person), LEFT, at, 120) + 8
    for seat in region["board"]:
        below = sheet.say(seat["heading"], CODE, (LEFT + 230, below, 400))
        people = [words(f"{p['name']}, {p['title']}", Type(8)) for p in seat["people"]]
        below = sheet.put(people, LEFT + 230, below, FULL - 230) + 2


def _focal_point(person: FocalPoint) -> list[Paragraph]:
    """A seat that runs in with the name follows it after a comma."""
    if person.get("run_in"):
        return [words(f"{person['name']}, {person['title']}", Type(8))]
    return _card(person, Type(8), Type(8))


def _card(person: Person, name: Type, title: Type) -> list[Paragraph]:
    out = [words(person["name"], name)]
    return [*out, words(person["title"], title)] if "title" in person else out


def _secretariat(sheet: Sheet, report: Report) -> None:
    """Four cards in a row, sixteen on a page."""
    sheet.turn()
    top = sheet.say("Secretariat General", CHAPTER, (LEFT, TOP - 10, FULL))
    people = [*report["secretariat"]["staff"], *report["secretariat"]["interns"]]
    for n, person in enumerate(people):
        if n == 16:
            sheet.turn()
            top = TOP
        x, y = LEFT + n % 4 * 190, top + n % 16 // 4 * 112
        below = sheet.box(x, y, 46, 46, "#a79ac4") + 5
        sheet.put(_card(person, CARD, SMALL), x, below, 170)


def _colophon(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say(report["supporters"], BODY, (LEFT, 200, 300)) + 10
    top = sheet.box(LEFT, top, 150, 30, PHOTO) + 24
    for line in [*report["contact"], report["hashtag"]]:
        top = sheet.say(line, BODY, (LEFT, top, 300))
