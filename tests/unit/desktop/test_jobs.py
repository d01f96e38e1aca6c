from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    running = Jobs()
    yield running
    running.close()


def test_work_runs_in_the_worker_and_its_answer_in_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[tuple[int, int]] = []
    jobs.submit(threading.get_ident, lambda at: answers.append((at, threading.get_ident())), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    worked, told = answers[0]
    assert told == threading.get_ident()
    assert worked != told


def test_an_exception_is_an_answer(jobs: Jobs, qtbot: QtBot) -> None:
    failures: list[Exception] = []
    jobs.submit(lambda: 1 // 0, pytest.fail, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)


def test_jobs_are_answered_in_their_order(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[int] = []
    numbers = [jobs.submit(lambda i=i: i, answers.append, pytest.fail) for i in range(5)]
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert answers == [0, 1, 2, 3, 4]
    assert numbers == sorted(set(numbers))


def test_a_dropped_answer_is_not_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    gate, answers = threading.Event(), []
    stale = jobs.submit(lambda: gate.wait(10), answers.append, pytest.fail)
    with qtbot.waitSignal(jobs.idle):
        jobs.submit(lambda: "fresh", answers.append, pytest.fail)
        jobs.drop(stale)
        gate.set()
    assert answers == ["fresh"]


def test_closing_waits_for_the_running_job_and_clears_the_rest(jobs: Jobs) -> None:
    started, gate, done = threading.Event(), threading.Event(), []

    def work() -> None:
        started.set()
        gate.wait(10)
        done.append("running")

    jobs.submit(work, pytest.fail, pytest.fail)
    jobs.submit(lambda: done.append("waiting"), pytest.fail, pytest.fail)
    assert started.wait(10)
    threading.Timer(0.05, gate.set).start()
    jobs.close()
    assert done == ["running"]
    jobs.submit(lambda: done.append("late"), pytest.fail, pytest.fail)
    assert done == ["running"]
