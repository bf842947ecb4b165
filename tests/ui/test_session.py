"""The way back and forward, without a window."""

from pytestqt.qtbot import QtBot

from ui.session import Session, Step


def test_a_way_as_in_a_browser(qtbot: QtBot) -> None:
    session = Session()
    assert not session.can_go_back
    session.select(1)
    session.select(2)
    session.show_only(3)
    assert session.step == Step(3, 3)
    session.select(4)
    assert session.step == Step(4, 3)
    session.show_all()
    assert session.step == Step(4)
    for expected in (Step(4, 3), Step(3, 3), Step(2), Step(1), Step()):
        session.back()
        assert session.step == expected
    session.back()
    assert session.step == Step()
    session.forward()
    session.select(5)
    assert not session.can_go_forward
    session.back()
    assert session.step == Step(1)


def test_choosing_the_same_again_is_no_step(qtbot: QtBot) -> None:
    session = Session()
    session.select(1)
    with qtbot.assertNotEmitted(session.moved):
        session.select(1)
        session.forward()


def test_records_that_are_gone_leave_the_way(qtbot: QtBot) -> None:
    session = Session()
    for pk in (1, 2, 1, 3):
        session.select(pk)
    with qtbot.waitSignal(session.moved):
        assert session.forget(lambda pk: pk in (2, 3))
    assert session.step == Step(1)
    session.back()
    assert session.step == Step()
    assert not session.forget(lambda pk: False)
