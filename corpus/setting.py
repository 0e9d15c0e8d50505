"""The text edition: what both house styles share.

A page is a list of paragraphs with an empty line between them; a picture is an empty paragraph.
"""

from itertools import zip_longest

from shape import Activity, Report, Tear

PICTURE = ""
LOST_ICON = " \n"  # a paragraph of its own, where an icon stood between two pictures


def page(paragraphs: list[str]) -> str:
    """The text of the whole report."""
    return "\n\n".join(paragraphs)


def prose(paragraphs: list[str], torn: list[Tear]) -> list[str]:
    """Paragraphs as set: those that begin with a dash are set solid, the torn ones in two parts."""
    out: list[str] = []
    for paragraph in paragraphs:
        if out and paragraph.startswith("- ") and out[-1].startswith("- "):
            out[-1] += "\n" + paragraph
        else:
            out += _parts(paragraph, torn)
    return out


def _parts(paragraph: str, torn: list[Tear]) -> list[str]:
    for tear in torn:
        first, here, rest = paragraph.partition(tear["before"])
        if here:
            gap = [PICTURE] if tear.get("picture") else []
            return [first.rstrip(), *gap, here + rest]
    return [paragraph]


def table(columns: list[list[str]]) -> str:
    """Columns side by side with tabs; short columns end in empty cells."""
    cells = [[line for cell in column for line in cell.split("\n")] for column in columns]
    return "\n".join("\t".join(row) for row in zip_longest(*cells, fillvalue=""))


def groups(items: list[str], sizes: list[int]) -> list[list[str]]:
    """`items` cut into runs of `sizes`, which must use them up."""
    if sum(sizes) != len(items):
        raise ValueError(f"{len(items)} items cannot be cut into {sizes}: {items[0]} ...")
    ends = [sum(sizes[: n + 1]) for n in range(len(sizes))]
    return [items[end - size : end] for end, size in zip(ends, sizes, strict=True)]


def activities(report: Report, line: str) -> list[str]:
    """All activities of one action line."""
    of_line = [a for a in report["activities"] if a["line"] == line]
    return [p for activity in of_line for p in _activity(report, activity)]


def _activity(report: Report, activity: Activity) -> list[str]:
    text = activity["text"]
    icons = text.get("icons", {})
    parts: dict[str, list[str]] = {
        "picture": [PICTURE],
        "lost icon": [LOST_ICON],
        "date": [icons.get("date", "") + activity["date"]],
        "title": [activity["title"]],
        "poster": activity.get("poster", []),
        "description": [text.get("description", "")],
        "captions": [p for caption in activity.get("captions", []) for p in (PICTURE, caption)],
        "narrative": prose(activity["narrative"], text.get("torn", [])),
    }
    parts["narrative"][0] = icons.get("narrative", "") + parts["narrative"][0]
    labels = {**report["labels"], **text.get("labels", {})}
    lists = {
        "outcomes": activity["outcomes"],
        "members": activity.get("members", []),
        "challenges": activity.get("challenges", []),
        "alliances": activity.get("alliances", []),
    }
    for field, items in lists.items():
        if items:
            parts[field] = _list_field(activity, field, str(labels[field]), items)
    return [p for part in text["order"] for p in parts[part]]


def _list_field(activity: Activity, field: str, label: str, items: list[str]) -> list[str]:
    text = activity["text"]
    icons = text.get("icons", {})
    label = icons.get(field, "") + label
    body = icons.get(f"{field} list", "") + _list(activity, field, items)
    return [f"{label}\n{body}"] if field in text.get("tight", []) else [label, body]


def _list(activity: Activity, field: str, items: list[str]) -> str:
    text = activity["text"]
    if field in text.get("links", []):
        items = [_link(item) for item in items]
    if field in text.get("bullets", []):
        return "\n".join(f"- {item}" for item in items)
    if field == "challenges" or field in text.get("listed", []):
        body = "\n".join(items)
    else:
        lines = groups(items, text.get("lines", {}).get(field, [len(items)]))
        body = ",\n".join(", ".join(line) for line in lines)
    if field == "members":
        body = _ending(activity, body, items)
    return f"**{body}**" if field in text.get("bold", []) else body


def _ending(activity: Activity, body: str, items: list[str]) -> str:
    if activity["text"].get("last_and"):
        body = body.removesuffix(f", {items[-1]}") + f" and {items[-1]}"
    return body + ("." if activity["text"].get("full_stop") else "")


def _link(item: str) -> str:
    escaped = item.replace("(", r"\(").replace(")", r"\)")
    return f"[{escaped}](#)"
