"""The design of 2021: portrait, date over title, fields in a side column, people on cards."""

from collections.abc import Sequence

from pdf_page import GREY, RED, Sheet, Type, balance, deal, fill, height, prose, words
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Paragraph
from shape import Activity, BoardSeat, Person, PlanLine, Region, Report, printed_names

LEFT, TOP, BOTTOM = 40.0, 48.0, 780.0
FULL = A4[0] - 2 * LEFT
MAIN, SIDE = 330.0, 160.0
EDGE = LEFT + FULL - SIDE  # of the side column

CHAPTER = Type(19, bold=True, colour=RED, after=12)
HEADING = Type(14, bold=True, after=10)
SECTION = Type(10.5, bold=True, after=8)
TITLE = Type(11, bold=True, after=10, leading=1.25)
DATE = Type(8, bold=True, colour=RED, after=4, icon=True)
LABEL = Type(7.5, bold=True)
FIELD = Type(7.5, leading=1.3)
BODY = Type(8, after=3)
ROLE = Type(5.8, bold=True, colour=RED, leading=1.2)
NAME = Type(7.5, bold=True, leading=1.25)
POSTER = Type(5.5, leading=1.3)
LISTED = Type(7.5, leading=1.35)

PHOTO, FACE, GROUND = "#7f9fd2", "#9db8a2", "#efe4d6"
PLAN_HEADING = "IMPLEMENTATION OF THE STRATEGIC ACTION PLAN"


def pdf(report: Report) -> bytes:
    """The report as PDF."""
    sheet = Sheet(A4, _furniture)
    _cover(sheet, report)
    _index(sheet, report)
    _note(sheet, report)
    _action_lines(sheet, report)
    lines = {line["code"]: line["title"].replace("\n", " ") for line in report["action_lines"]}
    for code in sorted(lines):
        sheet.running = f"{code} {lines[code]}"
        for activity in report["activities"]:
            if activity["line"] == code:
                _activity(sheet, report, activity)
    sheet.running = ""
    _media(sheet, report)
    _active_listening(sheet, report)
    _meetings(sheet, report)
    _progress(sheet, report)
    _plan(sheet, report)
    regions = [region["name"].upper() for region in report["regions"]]
    _divider(sheet, "WHO WE ARE", [*regions, "SECRETARIAT GENERAL"])
    for region in report["regions"]:
        _region(sheet, region)
    _secretariat(sheet, report)
    _colophon(sheet, report)
    return sheet.close(report["report"]["title"])


def _furniture(sheet: Sheet) -> None:
    """The action line at the foot, drawn before what stands on the page, and the number."""
    if sheet.running:
        sheet.say(sheet.running, Type(6, colour=GREY), (LEFT, 812, 300))
    sheet.say(str(sheet.number), Type(6, colour=GREY, right=True), (LEFT + FULL - 50, 808, 50))


def _cover(sheet: Sheet, report: Report) -> None:
    title, period = report["cover"]
    top = sheet.say(title, Type(26, bold=True, leading=1.2, after=18), (LEFT, 160, FULL))
    sheet.say(period, Type(15), (LEFT, top, FULL))
    sheet.box(LEFT, 420, FULL, 260, PHOTO)


def _index(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("INDEX", HEADING, (LEFT, TOP, FULL)) + 8
    for entry in report["index"]:
        sheet.say(f"PAGE **{entry['page']}**", BODY, (LEFT, top, 60))
        sheet.say("→", BODY, (LEFT + 64, top, 30))
        title = entry["title"].replace("\n", " ")
        parts = [words(part.replace("\n", " "), BODY) for part in entry["parts"]]
        entries = [words(title, Type(8, bold=True, after=3)), *parts]
        top = sheet.put(entries, LEFT + 100, top, 360) + 10


def _note(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    note = report["note"]
    top = sheet.say("NOTE FROM THE SECRETARY GENERAL", HEADING, (LEFT, TOP, FULL)) + 4
    top = sheet.put(prose(note["paragraphs"], Type(8.5, after=5)), LEFT, top, 330) + 14
    sheet.box(EDGE + 30, TOP + 40, SIDE - 30, 160, FACE)
    top = sheet.say(note["signatory"], Type(8.5, bold=True), (LEFT, top, 300))
    sheet.say(note["title"], Type(8.5), (LEFT, top, 300))


def _action_lines(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("ACTIVITIES", CHAPTER, (LEFT, TOP, FULL)) + 20
    for line in report["action_lines"]:
        top = sheet.say(line["heading"], Type(9, bold=True), (LEFT, top, FULL))
        title = line["title"].replace("\n", " ")
        top = sheet.say(f"{line['code']} {title}", BODY, (LEFT, top, FULL)) + 18
    sheet.say("METROPOLIS IN THE MEDIA", Type(9, bold=True), (LEFT, top, FULL))


def _activity(sheet: Sheet, report: Report, activity: Activity) -> None:
    """One page each. The side column is drawn first."""
    sheet.turn()
    heading = [words(activity["date"], DATE), words(activity["title"], TITLE)]
    top = TOP + height(heading, FULL)
    _side_column(sheet, report, activity, top)
    sheet.put(heading, LEFT, TOP, FULL)
    if "picture" in activity["text"]["order"][:3]:
        top = sheet.box(LEFT, top, MAIN, 92, PHOTO) + 8
    top = _narrative(sheet, activity, top)
    if "poster" in activity:
        _poster(sheet, activity["poster"], top + 10)


def _narrative(sheet: Sheet, activity: Activity, top: float) -> float:
    """Two columns, of which one tore a paragraph of the text edition, or one."""
    body = prose(activity["narrative"], BODY)
    if "torn" not in activity["text"]:
        return sheet.put(body, LEFT, top, MAIN)
    width = (MAIN - 18) / 2
    return sheet.columns(balance(body, width, 2), [LEFT, LEFT + width + 18], top, width)


def _poster(sheet: Sheet, lines: Sequence[str], top: float) -> None:
    """Words on a picture, small."""
    printed = [words(line, POSTER) for line in lines]
    sheet.box(LEFT, top, MAIN, height(printed, MAIN - 16) + 14, GROUND)
    sheet.put(printed, LEFT + 8, top + 6, MAIN - 16)


def _side_column(sheet: Sheet, report: Report, activity: Activity, top: float) -> None:
    labels = {**report["labels"], **activity["text"].get("labels", {})}
    lists = {
        "members": activity.get("members", []),
        "outcomes": activity["outcomes"],
        "challenges": activity.get("challenges", []),
        "alliances": activity.get("alliances", []),
    }
    for name in [field for field in activity["text"]["order"] if field in lists]:
        icon = Type(7.5, bold=True, icon=True)
        top = sheet.say(str(labels[name]), icon, (EDGE, top, SIDE))
        items = lists[name] if name == "challenges" else [_commas(activity, name, lists[name])]
        printed = [words(item, FIELD) for item in items]
        top = sheet.put(printed, EDGE + 7.5, top, SIDE - 7.5) + 5


def _commas(activity: Activity, name: str, items: Sequence[str]) -> str:
    """A list in a line; some lists of members end in "X and Y" or in a full stop."""
    text = activity["text"]
    out = ", ".join(items)
    if name == "members" and text.get("last_and"):
        out = out.removesuffix(f", {items[-1]}") + f" and {items[-1]}"
    return out + ("." if name == "members" and text.get("full_stop") else "")


def _media(sheet: Sheet, report: Report) -> None:
    """Down two columns, as far as they hold."""
    sheet.turn()
    top = sheet.say("METROPOLIS IN THE MEDIA", HEADING, (LEFT, TOP, FULL))
    entries: list[Paragraph] = []
    for month in report["media"]:
        entries.append(words(month["heading"], Type(9, bold=True, colour=RED, after=2)))
        for mention in month["mentions"]:
            entries.append(words(mention["outlet"], Type(7.5, bold=True, icon=True)))
            entries.append(words(mention["topic"], Type(7.5, after=2)))
    first, rest = fill(entries, 150, BOTTOM - top)
    sheet.columns([first, rest], [LEFT, LEFT + 170], top, 150)


def _divider(sheet: Sheet, chapter: str, parts: Sequence[str]) -> None:
    sheet.turn()
    top = sheet.say(chapter, CHAPTER, (LEFT, TOP, FULL)) + 10
    sheet.put([words(part, Type(8.5, bold=True, after=4)) for part in parts], LEFT, top, FULL)


def _active_listening(sheet: Sheet, report: Report) -> None:
    """The table of members: five columns, one list read down all of them."""
    parts = ["MEMBERSHIP ENGAGEMENT", "COLLABORATION WITH ALLIANCES", "BILATERAL MEETINGS"]
    _divider(sheet, "ACTIVE LISTENING", parts)
    sheet.turn()
    top = sheet.say(parts[0], HEADING, (LEFT, TOP, FULL))
    names = [words(name, LISTED) for column in report["activated"]["columns"] for name in column]
    step = FULL / 5
    edges = [LEFT + n * step for n in range(5)]
    top = sheet.columns(deal(names, 5), edges, top, step - 8) + 24
    top = sheet.say(parts[1], HEADING, (LEFT, top, FULL))
    sheet.box(LEFT, top, FULL, 110, PHOTO)


def _meetings(sheet: Sheet, report: Report) -> None:
    """A month after the other, online on the left and on-site on the right."""
    sheet.turn()
    top = sheet.say("BILATERAL MEETINGS", HEADING, (LEFT, TOP, FULL))
    for heading in dict.fromkeys(meeting["heading"] for meeting in report["meetings"]):
        top = sheet.say(heading, Type(9.5, bold=True, colour=RED, after=3), (LEFT, top, FULL))
        columns = [
            [
                words(meeting["mode"], Type(7.5, colour=GREY)),
                words("Members", LABEL),
                words(", ".join(meeting["members"]), FIELD),
            ]
            for meeting in report["meetings"]
            if meeting["heading"] == heading
        ]
        top = sheet.columns(columns, [LEFT, LEFT + 270], top, 240) + 14


def _progress(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("PROGRESS", CHAPTER, (LEFT, TOP, FULL))
    top = sheet.say("MAIN RESULTS", HEADING, (LEFT, top, FULL)) - 6
    top = sheet.say(report["results_period"], BODY, (LEFT, top, FULL)) + 8
    below = top
    for n, figure in enumerate(report["figures"]):
        x = LEFT + n * 250
        below = sheet.say(figure["printed"], Type(20, bold=True, colour=RED), (x, top, 230))
        below = sheet.say(figure["label"], BODY, (x, below, 230))
    top = sheet.say("METROPOLITAN CHALLENGES", HEADING, (LEFT, below + 24, FULL)) - 6
    top = sheet.say(report["results_period"], BODY, (LEFT, top, FULL)) + 8
    printed = [words(challenge, BODY) for challenge in report["challenge_list"]["challenges"]]
    sheet.put(printed, LEFT, top, FULL)


def _plan(sheet: Sheet, report: Report) -> None:
    top = _plan_heading(sheet, report)
    for line in report["plan"]["lines"]:
        if line.get("own_page"):
            top = _plan_heading(sheet, report)
        top = _plan_line(sheet, line, top) + 6


def _plan_heading(sheet: Sheet, report: Report) -> float:
    sheet.turn()
    top = sheet.say(PLAN_HEADING, HEADING, (LEFT, TOP, FULL))
    return sheet.say(report["action_plan_link"], BODY, (LEFT, top, FULL)) + 10


def _plan_line(sheet: Sheet, line: PlanLine, top: float) -> float:
    """Code and title in one line, actions and deliverables indented; on its own page the line's
    code stands over its title."""
    if line.get("own_page"):
        top = sheet.say(line["code"], Type(14, bold=True, colour=RED), (LEFT, top, FULL))
        top = sheet.say(line["title"], BODY, (LEFT, top, FULL))
    else:
        top = sheet.say(_coded(line["code"], line["title"], RED), BODY, (LEFT, top, FULL))
    for item in line["items"]:
        deep = "D" in item["code"]
        printed = _coded(item["code"], item["title"], "" if deep else RED)
        indent = 32 if deep else 16
        top = sheet.say(printed, BODY, (LEFT + indent, top, FULL - indent))
    return top


def _coded(code: str, title: str, colour: str) -> str:
    """The link's markup is the red of the house; a deliverable's code is bold and black."""
    return f"**[{code}](#)** {title}" if colour else f"**{code}** {title}"


def _region(sheet: Sheet, region: Region) -> None:
    sheet.turn()
    top = sheet.say(region["name"].upper(), CHAPTER, (LEFT, TOP, FULL))
    names = [words(name, LISTED) for name in printed_names(region, capitals=False)]
    columns = deal(names, 5 if len(names) > 50 else 3)
    step = FULL / len(columns)
    top = sheet.columns(columns, [LEFT + n * step for n in range(len(columns))], top, step - 8)
    for name in region.get("honorary", []):
        top = sheet.say(f"Honorary member:\n{name}", LISTED, (LEFT, top + 6, FULL))
    top += 16
    sheet.say("Focal Points", SECTION, (LEFT, top, 180))
    below = sheet.say("Members of the Board of Directors", SECTION, (LEFT + 195, top, 300))
    at = below
    for point in region["focal_points"]:
        at = _portrait(sheet, [words(point["heading"], ROLE), *_card(point)], LEFT, at, 100)
    _board(sheet, [_seat(seat) for seat in region["board"]], below)


def _board(sheet: Sheet, seats: Sequence[Sequence[Sequence[Paragraph]]], top: float) -> None:
    """Cards down a column, then down a second one; who shares a seat stays together."""
    x, y = LEFT + 195, top
    for seat in seats:
        if y > 640 and x < LEFT + 300:
            x, y = x + 165, top
        for card in seat:
            y = _portrait(sheet, card, x, y, 110)


def _seat(seat: BoardSeat) -> list[list[Paragraph]]:
    """One card per person, the seat's heading on the first."""
    cards = [_card(person) for person in seat["people"]]
    cards[0].insert(0, words(seat["heading"], ROLE))
    return cards


def _portrait(sheet: Sheet, card: Sequence[Paragraph], x: float, top: float, width: float) -> float:
    below = sheet.box(x, top, 38, 38, FACE)
    return max(below, sheet.put(card, x + 45, top, width)) + 7


def _card(person: Person) -> list[Paragraph]:
    out = [words(person["name"], NAME)]
    if "tenure" in person:
        out.append(words(f"({person['tenure']})", LISTED))
    return [*out, words(person["title"], LISTED)]


def _secretariat(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say("SECRETARIAT GENERAL", CHAPTER, (LEFT, TOP, FULL))
    below = top
    for n, person in enumerate(report["secretariat"]["staff"]):
        x, y = LEFT + n % 3 * 175, top + n // 3 * 96
        below = sheet.put(_card(person), x, sheet.box(x, y, 46, 46, "#a79ac4") + 5, 160)
    below = sheet.say("Interns", SECTION, (LEFT, below + 16, FULL)) - 2
    for person in report["secretariat"]["interns"]:
        below = sheet.put(_card(person), LEFT, below, FULL) + 3


def _colophon(sheet: Sheet, report: Report) -> None:
    sheet.turn()
    top = sheet.say(report["supporters"], BODY, (LEFT, 250, 300)) + 10
    top = sheet.box(LEFT, top, 150, 30, PHOTO) + 24
    for line in [report["hashtag"], *report["contact"]]:
        top = sheet.say(line, BODY, (LEFT, top, 300))
