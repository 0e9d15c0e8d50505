"""The walk through doubtful names on a terminal: a key each, a line in the file each."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..normalize.names import Decision
from .review import DIFFERENT, NOT_A_MEMBER, SAME, UNSURE, Doubt, judge, taken_back
from .terminal import safe, short

KEYS = (
    "1-9 same as that one, m another, d different from the first, n not a member, "
    "u unsure, k skip, z undo, q quit"
)

NUMBERS = "123456789"
WIDTH = 120  # of a line where there is no terminal
INDENT = 4

Ask = Callable[[str], str]
Say = Callable[[str], None]
Keep = Callable[[Decision], None]
Known = Callable[[str, str], bool]


class Walk:
    """One walk. `keep` appends a judgement to the file.

    `ask` returns what a person types and raises EOFError at the end of the input: then the walk
    ends, and a judgement that was not told to its end is not kept.
    """

    def __init__(
        self, found: Sequence[Doubt], ask: Ask, say: Say, keep: Keep, known: Known
    ) -> None:
        self.found = found
        self.ask = ask
        self.say = say
        self.keep = keep
        self.known = known
        self.made: list[tuple[int, Decision]] = []
        self.at = 0

    def go(self) -> int:
        """Walk until the end or until a person quits; return the number of names judged."""
        self.say(KEYS)
        try:
            self._walk()
        except EOFError:
            self.say("")
        return len({at for at, _ in self.made})

    def _walk(self) -> None:
        while self.at < len(self.found):
            self._show(self.found[self.at])
            key = self.ask("> ").strip()
            if key == "q":
                return
            self._answer(key)

    def _answer(self, key: str) -> None:
        doubt = self.found[self.at]
        candidates = dict(zip(NUMBERS, doubt.candidates, strict=False))
        if key == "z":
            self._undo()
        elif key == "k":
            self.at += 1
        elif key in {"n", "u"}:
            self._keep(judge(doubt, NOT_A_MEMBER if key == "n" else UNSURE, None, ""))
        elif key == "m":
            self._other(doubt)
        elif key == "d" and doubt.candidates:
            self._keep(judge(doubt, DIFFERENT, doubt.candidates[0].id, ""))
        elif key in candidates:
            self._keep(judge(doubt, SAME, candidates[key].id, ""))
        else:
            self.say(f"'{safe(key)}' is no key here. {KEYS}")

    def _other(self, doubt: Doubt) -> None:
        member = self.ask(f"id of the {doubt.kind}: ").strip()
        if self.known(doubt.kind, member):
            self._keep(judge(doubt, SAME, member, ""))
        else:
            self.say(f"there is no {doubt.kind} '{safe(member)}'")

    def _keep(self, decision: Decision) -> None:
        decision = replace(decision, why=self.ask("why: ").strip())
        self.keep(decision)
        self.made.append((self.at, decision))
        self.at += 1

    def _undo(self) -> None:
        if not self.made:
            self.say("there is nothing to undo")
            return
        self.at, decision = self.made.pop()
        self.keep(taken_back(decision))

    def _show(self, doubt: Doubt) -> None:
        place = f" under {doubt.region}" if doubt.region else ""
        self.say("")
        times = "once" if doubt.mentions == 1 else f"{doubt.mentions} times"
        count = f"[{self.at + 1}/{len(self.found)}]"
        self.say(safe(f"{count} {doubt.kind} '{doubt.raw}'{place}, {times}"))
        self.say(f"    {_seen(safe(doubt.printed), doubt.raw)}")
        for step in doubt.why:
            self.say(safe(f"    {step}"))
        for number, candidate in zip(NUMBERS, doubt.candidates, strict=False):
            self.say(safe(f"  {number}  {candidate.name} ({candidate.score:.0f})"))


def _seen(printed: str, name: str) -> str:
    """The printed line, as wide as the terminal; its start is cut where the name stands far in."""
    width = shutil.get_terminal_size((WIDTH, 24)).columns - INDENT
    at = printed.rfind(name)
    if at + len(name) < width:
        return short(printed, width)
    return short(f"…{printed[at + len(name) - width // 2 :]}", width)
