"""The rows that a right reader finds in a report, made from its source and from nothing else."""

import re
from collections.abc import Iterable
from typing import Any

from shape import Activity, Claim, Person, PlanItem, Region, Report, printed_names

Row = list[Any]

# "**bold**", "*slanted*" and "[words](#)" in prose
MARKUP = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\(#\)")
# "L1", "L1M1" and "L1A1", "L1M1D3"
PLAN_CODE = re.compile(r"(?P<line>L\d)(?:(?P<part>[MA])\d)?(?P<deliverable>D\d)?")
PART_KIND = {"M": "measure", "A": "action"}


def rows(report: Report) -> dict[str, Any]:
    """Every expected row of the report."""
    return {
        "report": {key: _iso(value) for key, value in report["report"].items()},
        "note": {
            "text": _prose(report["note"]["paragraphs"]),
            "signatory": report["note"]["signatory"],
            "title": report["note"]["title"],
        },
        "action_lines": sorted(
            [line["code"], _fold(line["title"])] for line in report["action_lines"]
        ),
        "activities": [_activity(report, activity) for activity in report["activities"]],
        "media": [
            [month["month"], mention["outlet"], _fold(mention["topic"])]
            for month in report["media"]
            for mention in month["mentions"]
        ],
        "meetings": [
            [meeting["month"], meeting["mode"].lower(), *_member(report, name)[:2]]
            for meeting in report["meetings"]
            for name in meeting["members"]
        ],
        "activated": [
            _member(report, name)[:2]
            for column in report["activated"]["columns"]
            for name in column
        ],
        "figures": [{"unit": None, "qualifier": "exact", **figure} for figure in report["figures"]],
        "plan": {"plan_id": report["plan"]["plan_id"], "items": _plan(report)},
        "challenges": [c.split(" ", 1) for c in _own_challenges(report)],
        "regions": {region["name"]: _region(report, region) for region in report["regions"]},
        "appointments": list(_appointments(report)),
        "claims": list(_claims(report)),
    }


def _iso(value: object) -> str:
    return str(value)  # a date prints itself as ISO


def _fold(text: str) -> str:
    return " ".join(text.split())


def _prose(paragraphs: list[str]) -> str:
    plain = [MARKUP.sub(lambda m: m[1] or m[2] or m[3], paragraph) for paragraph in paragraphs]
    return "\n\n".join(_fold(paragraph) for paragraph in plain)


def _member(report: Report, printed: str) -> Row:
    raw = _fold(printed)
    if raw in report["ambiguous"]:
        return [raw, None, "ambiguous"]
    return [raw, report["names"].get(raw, raw), ""]


def _activity(report: Report, activity: Activity) -> dict[str, Any]:
    return {
        "title": activity["title"],
        "date_text": activity["date"],
        "date_start": _iso(activity["start"]),
        "date_end": _iso(activity["end"]),
        "action_line": activity["line"],
        "outcomes": activity["outcomes"],
        "challenges": [challenge.split()[0] for challenge in activity.get("challenges", [])],
        "members": [_member(report, name) for name in activity.get("members", [])],
        "alliances": activity.get("alliances", []),
        "narrative": _prose(activity["narrative"]),
    }


def _own_challenges(report: Report) -> list[str]:
    return report["challenge_list"]["challenges"] if "challenge_list" in report else []


def _plan(report: Report) -> list[Row]:
    """Lines take the action line's title where the plan prints only their code."""
    titles = {line["code"]: _fold(line["title"]) for line in report["action_lines"]}
    items: list[PlanItem] = []
    for line in report["plan"]["lines"]:
        items.append({"code": line["code"], "title": line.get("title", titles[line["code"]])})
        items += line["items"]
    return [_plan_item(item) for item in items]


def _plan_item(item: PlanItem) -> Row:
    found = PLAN_CODE.fullmatch(item["code"])
    if not found:
        raise ValueError(f"no code of a plan: {item['code']}")
    if found["deliverable"]:
        return [
            item["code"],
            "deliverable",
            item["title"],
            item["code"][: found.start("deliverable")],
        ]
    if found["part"]:
        return [item["code"], PART_KIND[found["part"]], item["title"], found["line"]]
    return [item["code"], "line", item["title"], None]


def _region(report: Report, region: Region) -> list[Row]:
    capitals = report["report"]["layout"] == "metropolis-2020"
    printed = [_fold(name) for name in printed_names(region, capitals=capitals)]
    members = [[raw, name, "member"] for raw, name in zip(printed, region["members"], strict=True)]
    return members + [[name, None, "honorary"] for name in region.get("honorary", [])]


def _appointments(report: Report) -> Iterable[dict[str, Any]]:
    for region in report["regions"]:
        for point in region["focal_points"]:
            yield _appointment(point, "focal point", region["name"], point["role"])
        for seat in region["board"]:
            for person in seat["people"]:
                yield _appointment(person, "board", region["name"], seat["role"])
    for person in report["secretariat"]["staff"]:
        yield _appointment(person, "secretariat", None, None)
    for person in report["secretariat"]["interns"]:
        yield _appointment(person, "intern", None, None)


def _appointment(person: Person, body: str, region: str | None, role: str | None) -> dict[str, Any]:
    return {
        "body": body,
        "region": region,
        "role": role,
        "name": _fold(person["name"]),
        "title": _fold(person["title"]) if "title" in person else None,
        "member": person.get("member"),
        "date_from": _iso(person["date_from"]) if "date_from" in person else None,
        "date_until": _iso(person["date_until"]) if "date_until" in person else None,
    }


def _claims(report: Report) -> Iterable[dict[str, Any]]:
    for claim in report["note"].get("claims", []):
        yield _claim(claim, None)
    for activity in report["activities"]:
        for claim in activity.get("claims", []):
            yield _claim(claim, activity["title"])


def _claim(claim: Claim, activity: str | None) -> dict[str, Any]:
    return {**claim, "activity": activity}
