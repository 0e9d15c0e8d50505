"""Lines that a recogniser has misread -> how they should read, by shapes that leave no doubt.

A line keeps its text as it was recognised; what is mended is told beside it, sign for sign.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import regex

from .document import Document, Line
from .shapes import CODE, LINE_TITLE


@dataclass(frozen=True, slots=True)
class _Misread:
    """The shapes of misread print, made from misread.toml."""

    bullets: Mapping[str, str]
    between: Mapping[str, str]
    sign_between: regex.Pattern[str]
    words: Mapping[str, str]
    word: regex.Pattern[str]
    action_line: regex.Pattern[str]
    digits: Mapping[int, str]
    code: regex.Pattern[str]

    @classmethod
    @cache
    def load(cls) -> _Misread:
        """Return the shapes."""
        data = tomllib.loads((files(__package__) / "misread.toml").read_text("utf-8"))
        signs = {kind: _by_sign(table) for kind, table in data.items()}
        first = _class([*data["first"], *signs["first"]])
        letter = rf"[[A-Z]--[{_class(signs['digit'])}]]"
        digit = rf"(?:\d{{1,2}}|[{_class(signs['digit'])}])"
        return cls(
            bullets=signs["bullet"],
            between=signs["between"],
            # 'September > December 2021'
            sign_between=_shape(rf"(?<=\w\s)[{_class(signs['between'])}](?=\s\w)"),
            words=signs["word"],
            # | hope   floors, and | thank
            word=_shape(rf"(?<!\S)(?<!\p{{Lu}}\w*\s)[{_class(signs['word'])}](?=\s\p{{Ll}})"),
            # LI urban diplomacy
            action_line=_shape(rf"^(?!L\d)[{first}]{digit}(?=\s(?P<title>\p{{L}}.*))"),
            digits=str.maketrans(signs["digit"]),
            # LIM8D2   LLM2D2   l1A1D3
            code=_shape(
                rf"(?<!\w)(?P<first>[{first}])(?P<line>{digit})(?P<letter>{letter})"
                rf"(?P<measure>{digit})(?:D(?P<deliverable>{digit}))?(?!\w)"
            ),
        )


def bullets() -> Collection[str]:
    """Return the signs that a drawn bullet is read as."""
    return _Misread.load().bullets.keys()


def mended(document: Document) -> Document:
    """Return a document with what is misread in the lines of its recognised pages mended.

    Beside ornaments, which are known by where they stand: a bullet that stands alone, a sign
    between words or for one, the code before the title of an action line that is printed elsewhere
    with its code, and of a longer code its first letter and each digit, where one digit at least
    was read as such.
    """
    misread = _Misread.load()
    pages = document.recognised
    if not pages:
        return document
    titles = _action_lines(document)
    lines = (
        _mended(each, misread, titles) if each.page in pages else each for each in document.lines
    )
    return replace(document, lines=tuple(lines))


def _action_lines(document: Document) -> dict[str, str]:
    """Return the codes of action lines by the titles that are printed behind them."""
    found = (LINE_TITLE.match(line.text) for line in document.lines)
    return {match["title"]: match["code"] for match in found if match and match["title"]}


def _mended(line: Line, misread: _Misread, titles: Mapping[str, str]) -> Line:
    text = misread.bullets.get(line.reading, line.reading)
    text = misread.sign_between.sub(lambda sign: misread.between[sign[0]], text)
    text = misread.word.sub(lambda word: misread.words[word[0]], text)
    text = misread.action_line.sub(lambda match: titles.get(match["title"], match[0]), text)
    text = misread.code.sub(lambda code: _code(code, misread), text)
    return line if text == line.text else replace(line, mended=text)


def _code(match: regex.Match[str], misread: _Misread) -> str:
    """Return a code with its digits mended, and what is none as it is."""
    if not any(sign.isdigit() for sign in match[0]):
        return match[0]
    line, measure = (match[part].translate(misread.digits) for part in ("line", "measure"))
    deliverable = match["deliverable"]
    rest = f"D{deliverable.translate(misread.digits)}" if deliverable else ""
    code = f"L{line}{match['letter']}{measure}{rest}"
    return code if CODE.fullmatch(code) else match[0]


def _by_sign(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Return what each misread sign stands for."""
    return {sign: true for true, signs in table.items() for sign in signs}


def _class(signs: Iterable[str]) -> str:
    return "".join(rf"\{sign}" if sign in r"|!" else sign for sign in signs)


def _shape(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.V1)
