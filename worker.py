"""Strangers' files are read in worker processes with limits; one that fails fails alone."""

from __future__ import annotations

import faulthandler
import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_MEGABYTE = 1 << 20
_PR_SET_PDEATHSIG = 1  # of prctl(2)
_STOPS = frozenset({signal.SIGINT, signal.SIGTERM})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: seconds of the clock and of the processor, bytes of memory.

    Memory is what a worker may ask for beyond what it holds when it starts. Where the system
    knows no such limits, those that it knows count.
    """

    clock: float = 180.0
    processor: int = 60
    memory: int = 1024 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class _Raised:
    """An exception on its way home."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Lost:
    """A document whose worker did not come back with an answer, and why."""

    reason: str


class Crew(Generic[T, R]):
    """Worker processes that read tasks. They begin when the crew is made, and end with it."""

    def __init__(
        self,
        tasks: Sequence[T],
        read: Callable[[T], R],
        limits: Limits | None = None,
        workers: int | None = None,
    ) -> None:
        """Start so many workers: by default one a processor, at most one a task."""
        count = max(1, min(workers or os.cpu_count() or 1, len(tasks)))
        self._tasks = tasks
        self._workers = [_Worker(read, limits or Limits()) for _ in range(count)]
        self._waiting = list(enumerate(tasks))[::-1]
        _hand_out(self._workers, self._waiting)

    def __enter__(self) -> Crew[T, R]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()

    def answers(self) -> Iterator[tuple[T, R | Lost]]:
        """Yield each task with its result, in the order of the tasks.

        A worker that runs out of time or memory, or dies, is replaced; its task is Lost. What
        `read` raises is raised here.
        """
        done: dict[int, R | Lost] = {}
        for number, task in enumerate(self._tasks):
            while number not in done:
                _collect(self._workers, done)
                _hand_out(self._workers, self._waiting)
            yield task, done.pop(number)


def read_all(
    tasks: Sequence[T],
    read: Callable[[T], R],
    limits: Limits | None = None,
    workers: int | None = None,
) -> Iterator[tuple[T, R | Lost]]:
    """Yield the answers of a crew that is made for these tasks."""
    with Crew(tasks, read, limits, workers) as crew:
        yield from crew.answers()


def _hand_out(crew: Sequence[_Worker[T, R]], waiting: list[tuple[int, T]]) -> None:
    for worker in crew:
        if waiting and worker.number is None:
            worker.give(*waiting.pop())


def _collect(crew: Sequence[_Worker[T, R]], done: dict[int, R | Lost]) -> None:
    """Wait until a busy worker answers, dies or has no time left, and take what there is."""
    busy = [worker for worker in crew if worker.number is not None]
    patience = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
    wait([worker.pipe for worker in busy], patience)
    for worker in busy:
        if worker.pipe.poll() or worker.is_late:
            number = worker.number
            assert number is not None  # noqa: S101 - only busy workers are asked
            done[number] = worker.take()


class _Worker(Generic[T, R]):
    """One worker process; it is started when it is first given a task."""

    def __init__(self, read: Callable[[T], R], limits: Limits) -> None:
        self.read = read
        self.limits = limits
        self.number: int | None = None
        self.deadline = 0.0
        self._process: BaseProcess | None = None
        self.pipe: Connection

    @property
    def is_late(self) -> bool:
        """Tell whether its time is up."""
        return time.monotonic() >= self.deadline

    def give(self, number: int, task: T) -> None:
        """Give it a task; one that was ended while it had none begins anew."""
        if self._process is None:
            self._start()
        self.number = number
        self.deadline = time.monotonic() + self.limits.clock
        try:
            self.pipe.send(task)
        except BrokenPipeError:
            self.stop()
            self._start()
            self.pipe.send(task)

    def take(self) -> R | Lost:
        """Return its answer, or why there is none; then it is stopped."""
        self.number = None
        if not self.pipe.poll():
            self.stop()
            return Lost(f"reading it takes more than {self.limits.clock:g} seconds")
        try:
            answer: R | Lost | _Raised = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            return Lost(self._end())
        if isinstance(answer, _Raised):
            raise answer.error
        if isinstance(answer, Lost):
            self.stop()  # its memory may be in pieces
        return answer

    def stop(self) -> None:
        """End the process at once."""
        if self._process is None:
            return
        self._process.kill()
        self._process.join()
        self.pipe.close()
        self._process = None

    def _start(self) -> None:
        # A forked worker has the register in memory at once; elsewhere it loads it anew.
        fork = sys.platform.startswith("linux")
        context = multiprocessing.get_context("fork" if fork else "spawn")
        self.pipe, end = context.Pipe()
        self._process = context.Process(  # type: ignore[attr-defined]
            target=_work, args=(end, self.read, self.limits, os.getpid()), daemon=True
        )
        gc.freeze()  # what is here already is no garbage: searching it would copy its pages
        # A stop that came in the middle of a fork would be told to the worker too, or to nobody.
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
        end.close()

    def _end(self) -> str:
        """Return why the process died, by the way that it did."""
        assert self._process is not None  # noqa: S101 - it has been given a task
        self._process.join()
        code = self._process.exitcode or 0
        self.stop()
        if -code == signal.SIGXCPU:
            return f"reading it takes more than {self.limits.processor} seconds of processor time"
        name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return f"its reader died ({name}); the file may be damaged or made to harm"


def _work(pipe: Connection, read: Callable[[T], R], limits: Limits, program: int) -> None:
    """Answer tasks until the pipe is closed or the program is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # how it died is told in one line at home
    _die_with(program)
    _limit_memory(limits)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        _limit_processor(limits)
        answer: R | Lost | _Raised
        try:
            answer = read(task)
        except MemoryError:
            answer = Lost(f"reading it takes more than {limits.memory // _MEGABYTE} MB of memory")
        except Exception as error:  # noqa: BLE001 - it is raised again at home
            answer = _Raised(error)
        pipe.send(answer)


def _die_with(program: int) -> None:
    """Have the system end this process when the program ends, however that does.

    A forked worker holds copies of both ends of its pipe, so no end of one would tell; one that
    is not forked holds its own end alone, and that tells.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != program:  # it was gone before
        os._exit(1)


def _limit_memory(limits: Limits) -> None:
    if not sys.platform.startswith("linux"):
        return
    import resource

    pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    held = int(pages) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + limits.memory, held + limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_processor(limits: Limits) -> None:
    """Allow the process so many seconds from now on."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + limits.processor + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))
