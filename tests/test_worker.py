"""Workers: answers in order; one that hangs, dies or eats memory loses its own task only."""

import os
import signal
import subprocess
import sys
import time

import pytest
from metroledger import worker
from metroledger.worker import Crew, Limits, Lost, read_all

QUICK = Limits(clock=1.0, processor=1, memory=64 << 20)


def task(kind):
    if kind == "hang":
        time.sleep(60)
    if kind == "spin":
        while True:
            pass
    if kind == "eat":
        return len(bytearray(1 << 30))
    if kind == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "leave":
        os._exit(7)
    if kind == "raise":
        raise KeyError("no such thing")
    if isinstance(kind, float):
        time.sleep(kind)
    return kind


def read(tasks, limits=QUICK, workers=2):
    return [answer for _, answer in read_all(tasks, task, limits, workers)]


def test_answers_come_in_the_order_of_the_tasks():
    tasks = [0.2, 0.0, 0.1, "a", "b"]
    assert read(tasks) == tasks
    assert read(tasks, workers=1) == tasks
    assert read([]) == []


def test_one_that_hangs():
    assert read(["a", "hang", "b"]) == ["a", Lost("reading it takes more than 1 seconds"), "b"]


def test_one_that_spins():
    slow = Limits(clock=20.0, processor=1, memory=64 << 20)
    lost = Lost("reading it takes more than 1 seconds of processor time")
    assert read(["spin", "a"], slow) == [lost, "a"]


def test_one_that_eats_memory():
    assert read(["eat", "a"]) == [Lost("reading it takes more than 64 MB of memory"), "a"]


def test_one_that_dies():
    died, left, fine = read(["die", "leave", "a"], workers=1)
    assert died == Lost("its reader died (SIGKILL); the file may be damaged or made to harm")
    assert left == Lost("its reader died (exit code 7); the file may be damaged or made to harm")
    assert fine == "a"


def test_an_unread_rest_is_given_up_at_once():
    answers = read_all(["a", "hang"], task, Limits(clock=60.0), 2)
    assert next(answers) == ("a", "a")
    start = time.monotonic()
    answers.close()
    assert time.monotonic() - start < 5


def test_what_the_reader_raises_is_raised_here():
    with pytest.raises(KeyError, match="no such thing"):
        read(["a", "raise", "b"])


def kill(crew):
    """Kill the one worker of a crew, and wait until it is gone."""
    (worker,) = crew._workers
    worker._process.kill()
    worker._process.join()


def test_one_that_dies_between_two_tasks_loses_none():
    with Crew(["a", "b", "c"], task, QUICK, 1) as crew:
        answers = crew.answers()
        assert next(answers) == ("a", "a")
        time.sleep(0.3)  # it has answered "b", and "c" is not given yet
        kill(crew)
        assert list(answers) == [("b", "b"), ("c", "c")]


def test_one_that_dies_before_it_takes_its_task(monkeypatch):
    monkeypatch.setattr(worker, "_work", lambda *_: time.sleep(60))
    with Crew(["a", "b"], task, QUICK, 1) as crew:
        monkeypatch.undo()
        kill(crew)
        died = Lost("its reader died (SIGKILL); the file may be damaged or made to harm")
        assert [answer for _, answer in crew.answers()] == [died, "b"]


ABANDONED = """
import os, time
from metroledger.worker import read_all

def task(number):
    os.write(1, b".")
    time.sleep(0.5)
    return bytes(1 << 20)

for _ in read_all([1, 2], task, workers=2):
    time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_worker_outlives_the_program(number):
    program = subprocess.Popen([sys.executable, "-c", ABANDONED], stdout=subprocess.PIPE, text=True)
    assert program.stdout.read(2) == ".."
    program.send_signal(number)
    # Its output ends when the last worker has gone.
    assert program.communicate(timeout=20) == ("", None)


def test_worker_that_is_ended_loses_its_task_alone():
    answers = read_all(["end", "a"], ended, QUICK, 1)
    assert next(answers)[1] == Lost(
        "its reader died (SIGTERM); the file may be damaged or made to harm"
    )
    assert next(answers)[1] == "a"


def ended(kind):
    if kind == "end":
        signal.raise_signal(signal.SIGTERM)
    return kind
