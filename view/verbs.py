"""How every verb speaks and ends: what it says, the one line of a failure, the exit code."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from types import FrameType

T = TypeVar("T")
_LITTLE = 0.01  # seconds


class Exit(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    DIFFERENT = 1
    USAGE = 2
    NOTHING = 3


class Verbs(TyperGroup):
    """The verbs; what stops one wherever it is told in one line here."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - what Typer gives and takes
        """Run the verb that was named."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            fail("stopped; the database is whole: the old one, or the new", Exit.NOTHING)
        except BrokenPipeError:
            raise
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            fail(f"{where}{error.strerror or error}", Exit.NOTHING)
        except UnicodeError:
            fail("what was given holds bytes that are no UTF-8: give it as UTF-8", Exit.NOTHING)
        except sqlite3.DatabaseError as error:
            told = f"the database cannot be read ({error})"
            fail(f"{told}: move it away and make it anew with 'metroledger ingest'", Exit.NOTHING)


def stop_at_signals() -> None:
    """Let what Ctrl-C and `kill` send end the program in order, as if it had failed."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _stop)
    signal.signal(signal.SIGALRM, _stop)
    sys.unraisablehook = _not_lost


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    """The first signal unwinds all that is open, the second must not tear that."""
    import logging

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _wait)
    logging.disable()  # what libraries say of a stop is no news
    raise KeyboardInterrupt


def _not_lost(told: UnraisableHookArgs) -> None:
    """A stop that meets a destructor, which can raise nothing, is tried again a little later."""
    if isinstance(told.exc_value, KeyboardInterrupt):
        signal.setitimer(signal.ITIMER_REAL, _LITTLE)
    else:
        sys.__unraisablehook__(told)


def _wait(number: int, _frame: FrameType | None) -> None:
    """Whoever sends a third one is past waiting: the database is whole at any moment."""
    signal.signal(number, signal.SIG_DFL)


def offer(path: str) -> Path:
    """Return what is offered to be read. An empty name is refused: it would mean this folder."""
    if not path:
        raise typer.BadParameter("a name is empty; name a report, or a folder of reports")
    return Path(path)


def say(line: str) -> None:
    """Print a line. When whoever reads has had enough, the verb goes on unheard to its end."""
    try:
        typer.echo(line)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_all(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        say(line)


def note(line: str) -> None:
    """Say what is no part of the answer, on standard error."""
    typer.echo(line, err=True)


def or_fail(work: Callable[[], T], *known: type[Exception]) -> T:
    """Return what the work returns; of a known failure print its line and stop."""
    try:
        return work()
    except known as error:
        fail(str(error), Exit.NOTHING)


def fail(line: str, code: Exit) -> NoReturn:
    """Print why the verb ends, on standard error."""
    from .terminal import safe

    typer.echo(f"metroledger: {safe(line)}", err=True)
    raise SystemExit(code)
