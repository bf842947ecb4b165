"""Work beside the window: newer supersedes older, and an error is a sentence or a bug."""

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from dossier.model.errors import DossierError
from ui.workers import Job, Workers


@pytest.fixture
def workers(qtbot: QtBot) -> Workers:
    made = Workers()
    yield made  # type: ignore[misc]
    made.stop()


def test_the_result_comes_in_the_windows_thread(workers: Workers, qtbot: QtBot) -> None:
    here, came = QThread.currentThread(), []
    workers.start(
        "x", lambda job: threading.get_ident(), lambda ident: came.append((ident, QThread.currentThread()))
    )
    qtbot.waitUntil(lambda: workers.idle)
    assert came[0][0] != threading.get_ident()
    assert came[0][1] is here


def test_a_newer_job_supersedes_the_older_and_tells_it(workers: Workers, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    told: list[bool] = []
    came: list[str] = []

    def slow(job: Job) -> str:
        begun.set()
        go_on.wait(10)
        told.append(job.is_cancelled())
        return "old"

    workers.start("search", slow, came.append)
    assert begun.wait(10)
    workers.start("search", lambda job: "new", came.append)
    qtbot.waitUntil(lambda: workers.idle)
    go_on.set()
    qtbot.waitUntil(lambda: told == [True])
    workers.stop()
    assert came == ["new"]


def test_a_job_that_waits_behind_another_is_never_begun_once_cancelled(
    workers: Workers, qtbot: QtBot
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def first(job: Job) -> None:
        begun.set()
        go_on.wait(10)

    workers.start("first", first, lambda _: done.append("first"), alone=True)
    assert begun.wait(10)
    workers.start("second", lambda job: done.append("begun"), lambda _: None, alone=True)
    workers.cancel("second")
    go_on.set()
    qtbot.waitUntil(lambda: workers.idle)
    assert done == ["first"]


def test_an_expected_error_is_a_sentence(workers: Workers, qtbot: QtBot) -> None:
    def fail(job: Job) -> None:
        raise DossierError("It can't be read.")

    with qtbot.waitSignal(workers.failed) as caught:
        workers.start("x", fail, lambda _: None)
    assert [str(error) for error in caught.args] == ["It can't be read."]
    own: list[str] = []
    workers.start("x", fail, lambda _: None, failed=lambda error: own.append(str(error)))
    qtbot.waitUntil(lambda: own == ["It can't be read."])


def test_a_bug_is_raised_in_the_windows_thread(workers: Workers, qtbot: QtBot) -> None:
    def crash(job: Job) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        workers.start("x", crash, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_long_work_is_named_while_it_lasts(workers: Workers, qtbot: QtBot) -> None:
    go_on = threading.Event()
    workers.start("x", lambda job: go_on.wait(10), lambda _: None, label="Attaching …")
    assert [job.label for job in workers.busy] == ["Attaching …"]
    go_on.set()
    qtbot.waitUntil(lambda: not workers.busy)
