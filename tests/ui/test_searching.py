"""Search as you type: what comes, how keys steer it, and that no older answer replaces a newer one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from dossier.language import wording
from dossier.model.records import Name
from dossier.store import Dossier
from dossier.views.values import Facet, Hit, Results
from tests.ui.conftest import Desk
from ui.dialogs.form import Form
from ui.dialogs.keeping import ConfirmForm, ReplaceForm
from ui.search.hits import Head, HitsModel, More, Order, Past, rows_of, spoken

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def type_in(desk: Desk, words: str) -> None:
    line = desk.window.tool_bar.search.line
    desk.press(desk.window, Qt.Key.Key_K, CONTROL)
    assert line.hasFocus()
    desk.write(line, words)
    desk.settle()


def hits(desk: Desk) -> list[Hit]:
    return [row for row in desk.window.search_panel.hits.hits.rows if isinstance(row, Hit)]


def counts_of_kinds(desk: Desk) -> dict[str, int]:
    buttons = desk.window.search_panel.facets.buttons
    return {b.key[1]: int(b.accessibleName().rpartition(", ")[2]) for b in buttons if b.key[0] == "kind"}


def test_people_come_with_post_and_agency_as_one_types(desk: Desk) -> None:
    type_in(desk, "unicef")
    panel = desk.window.search_panel
    assert panel.isVisible()
    people = {hit.name: (hit.post, hit.organization) for hit in hits(desk) if hit.kind == "person"}
    assert people["Rashed Sarwar"][0] == "Representative in Kazakhstan"
    assert "UNICEF" in {hit.name for hit in hits(desk)} | {
        hit.organization for hit in hits(desk) if hit.organization
    } or any("Children" in hit.name for hit in hits(desk))


def test_the_matched_part_is_marked_in_post_and_agency_too(desk: Desk) -> None:
    type_in(desk, "foreign ministry")
    akan = next(hit for hit in hits(desk) if hit.kind == "person")
    marked = {akan.detail[start:end] for start, end in akan.detail_spans}
    assert marked == {"Foreign", "Ministry"}


def test_enter_opens_the_best_hit_of_all(desk: Desk) -> None:
    line = desk.window.tool_bar.search.line
    line.setFocus()
    for letter in "kyzyl":
        desk.write(line, letter)
        desk.settle()
    assert spoken(desk.window.search_panel.hits.hits.rows[0]) == "Regions, 1"
    desk.press(line, Qt.Key.Key_Return)
    assert desk.window.session.step.selected == desk.pk("Kyzylorda", "region")


def test_what_nobody_is_recorded_for_is_said(desk: Desk) -> None:
    type_in(desk, "region:kyzylorda kind:person")
    panel = desk.window.search_panel
    assert [(hit.label, hit.why) for hit in hits(desk)] == [
        ("Katarzyna Wawiernia", "spoke about initiatives there")
    ]
    assert panel.middle.remarks.isVisible()
    assert panel.middle.remarks.text() == "Nobody is recorded as covering Kyzylorda."
    type_in(desk, "agency:xyzzyx wawiernia")
    assert panel.middle.none.text == "No agency is called “xyzzyx”."
    type_in(desk, "wawiernia")
    assert not panel.middle.remarks.isVisible()


def test_a_region_leads_to_what_takes_place_there(desk: Desk) -> None:
    type_in(desk, "kyzylorda")
    found = next(hit for hit in hits(desk) if hit.kind == "initiative")
    assert (found.label[:14], found.why) == ("Joint projects", "Region: Kyzylorda")


def test_no_sheet_of_a_statement_is_said_where_one_looks_and_no_box_comes(desk: Desk) -> None:
    type_in(desk, "kyzyl")
    panel, line = desk.window.search_panel, desk.window.tool_bar.search.line
    assert panel.preview.sheet_button.isEnabled()
    desk.press(line, Qt.Key.Key_Down)
    assert panel.preview.card is not None
    assert panel.preview.card.kind == "statement"
    assert not panel.preview.sheet_button.isEnabled()
    desk.press(line, Qt.Key.Key_Return, CONTROL)
    assert panel.isVisible()
    assert not desk.window.findChildren(QMessageBox)
    assert panel.foot.said == "There is no sheet of this, only of what it is about."
    type_in(desk, "xyzzyx")
    desk.press(line, Qt.Key.Key_Return, CONTROL)
    assert panel.isVisible()
    assert not desk.window.findChildren(QMessageBox)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_nothing_in_the_panel_is_cut(
    open_desk: Callable[..., Desk], seed_file: Path, language: str, size: tuple[int, int]
) -> None:
    desk = open_desk(seed_file, language=language, size=size)
    for words in ("wawier", "қызыл", "unicef"):
        type_in(desk, words)
        panel = desk.window.search_panel
        for area in panel.findChildren(QScrollArea):
            assert area.widget().width() <= area.viewport().width()
        for button in panel.facets.buttons:
            assert button.width() <= panel.facets.viewport().width()
        for label in panel.findChildren(QLabel):
            if label.isVisible() and label.pixmap().isNull():
                assert label.hasHeightForWidth() or label.width() >= label.sizeHint().width(), label.text()
        sheet = panel.preview.sheet_button
        assert sheet.visibleRegion().boundingRect().size() == sheet.size()
        assert sheet.width() >= sheet.sizeHint().width()


def test_kinds_stand_in_a_fixed_order_with_their_counts(desk: Desk) -> None:
    type_in(desk, "рахмет")
    heads = [
        (row.label, row.count) for row in desk.window.search_panel.hits.hits.rows if isinstance(row, Head)
    ]
    assert [label for label, _ in heads] == ["People", "Said", "Events", "Sources"]
    assert heads[0] == ("People", "1")
    assert heads[1][1].startswith("3 of ")


def test_arrows_run_over_the_heads_and_enter_opens(desk: Desk) -> None:
    type_in(desk, "рахмет")
    panel, line = desk.window.search_panel, desk.window.tool_bar.search.line
    assert panel.chosen == desk.pk("Akan Rakhmetullin")
    desk.press(line, Qt.Key.Key_Down)
    second = panel.chosen
    assert second == hits(desk)[1].pk
    desk.press(line, Qt.Key.Key_Up)
    assert panel.chosen == desk.pk("Akan Rakhmetullin")
    assert line.hasFocus()
    assert panel.preview.card is not None
    assert panel.preview.card.name == "Akan Rakhmetullin"
    desk.press(line, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert desk.window.session.step.selected == desk.pk("Akan Rakhmetullin")
    assert desk.window.tool_bar.search.text == ""


def test_shift_and_enter_show_only_what_is_related(desk: Desk) -> None:
    type_in(desk, "wawier")
    desk.press(desk.window.tool_bar.search.line, Qt.Key.Key_Return, SHIFT)
    assert desk.window.session.step.only == desk.pk("Katarzyna Wawiernia")


def test_escape_closes_and_leaves_the_selection(desk: Desk) -> None:
    before = desk.select("UNDP")
    type_in(desk, "wawier")
    desk.press(desk.window.tool_bar.search.line, Qt.Key.Key_Escape)
    assert not desk.window.search_panel.isVisible()
    assert desk.window.session.step.selected == before


def test_a_click_opens_a_hit(desk: Desk) -> None:
    type_in(desk, "wawier")
    desk.click_row(desk.window.search_panel.hits, "Katarzyna Wawiernia")
    assert desk.window.session.step.selected == desk.pk("Katarzyna Wawiernia")


def test_more_shows_all_of_a_kind_and_the_filter_is_taken_off_again(desk: Desk) -> None:
    type_in(desk, "рахмет")
    panel = desk.window.search_panel
    more = next(row for row in panel.hits.hits.rows if isinstance(row, More))
    desk.click_row(panel.hits, more.text)
    assert panel.request.kind == "statement"
    assert {hit.kind for hit in hits(desk)} == {"statement"}
    everything = panel.facets.buttons[0]
    desk.qtbot.mouseClick(everything, Qt.MouseButton.LeftButton)
    desk.settle()
    assert panel.request.kind is None


def test_a_filter_by_agency_takes_an_organization_with_all_below_it(desk: Desk) -> None:
    type_in(desk, "representative")
    panel = desk.window.search_panel
    united_nations = desk.pk("United Nations", "organization")
    button = next(
        b for b in panel.facets.buttons if b.key[0] == "agency" and b.text() in ("UN", "United Nations")
    )
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert panel.request.agency == united_nations
    names = {hit.name for hit in hits(desk)}
    assert {"Katarzyna Wawiernia", "Rashed Sarwar"} <= names
    assert "Akan Rakhmetullin" not in names


def test_a_filter_apart_from_the_kind_asked_for_counts_what_is_found(desk: Desk) -> None:
    type_in(desk, "region:kyzylorda")
    panel = desk.window.search_panel
    button = next(b for b in panel.facets.buttons if b.key == ("kind", "organization"))
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    type_in(desk, "region:kyzylorda kind:person")
    assert not hits(desk)
    assert panel.middle.none.text == "Nothing is both “Person” and “Organization”; ask for one kind."
    assert counts_of_kinds(desk) == {"": 1, "organization": 0, "person": 1}
    desk.qtbot.mouseClick(panel.facets.buttons[0], Qt.MouseButton.LeftButton)
    desk.settle()
    assert len(hits(desk)) == 1
    assert counts_of_kinds(desk) == {"": 1, "person": 1}


def test_tab_goes_to_the_filters_and_round_to_the_field(desk: Desk) -> None:
    type_in(desk, "рахмет")
    panel, line = desk.window.search_panel, desk.window.tool_bar.search.line
    desk.press(line, Qt.Key.Key_Tab)
    assert panel.facets.buttons[0].hasFocus()
    desk.press(panel.facets.buttons[0], Qt.Key.Key_Down)
    assert panel.facets.buttons[1].hasFocus()
    desk.press(panel.facets.buttons[1], Qt.Key.Key_Space)
    assert panel.request.kind == "person"
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is line:
            break
        assert panel.isAncestorOf(focused)
        desk.press(focused, Qt.Key.Key_Tab)
    assert line.hasFocus()


def test_slash_reaches_the_field_too(desk: Desk) -> None:
    desk.window.organizations.tree.setFocus()
    desk.press(desk.window.organizations.tree, Qt.Key.Key_Slash)
    assert desk.window.tool_bar.search.line.hasFocus()
    assert desk.window.tool_bar.search.text == ""


def test_a_newer_keystroke_supersedes_the_older(desk: Desk) -> None:
    line = desk.window.tool_bar.search.line
    line.setFocus()
    desk.qtbot.keyClicks(line, "wawiernia")
    desk.settle()
    assert desk.window.search_panel._results is not None
    assert desk.window.search_panel._results.query == "wawiernia"
    assert hits(desk)[0].name == "Katarzyna Wawiernia"


def test_nothing_found_says_what_to_do(desk: Desk) -> None:
    type_in(desk, "xyzzyx")
    assert hits(desk) == []
    assert desk.window.search_panel.middle.none.text.startswith("Nothing found. Try fewer letters")


def test_the_chosen_hit_stays_chosen_while_one_types_on(desk: Desk) -> None:
    type_in(desk, "rakhm")
    line = desk.window.tool_bar.search.line
    desk.press(line, Qt.Key.Key_Down)
    chosen = desk.window.search_panel.chosen
    desk.qtbot.keyClicks(line, "e")
    desk.settle()
    assert desk.window.search_panel.chosen == chosen


# The rows without a window


def hit(pk: int, kind: str, name: str = "x") -> Hit:
    return Hit(pk, str(pk), kind, name, None, None, None, name)


def test_three_rows_of_a_kind_then_more() -> None:
    found = Results(
        "q",
        (*(hit(n, "event") for n in range(5)), hit(9, "person")),
        (Facet("kind", "event", "Events", 7), Facet("kind", "person", "People", 1)),
        8,
    )
    rows = rows_of(found, wording("en"), None)
    assert [spoken(row) for row in rows] == ["Events, 3 of 7", "x", "x", "x", "4 more", "People, 1", "x"]
    assert len(rows_of(found, wording("en"), "event")) == 2 + 1 + 5


def test_the_model_keeps_to_qts_rules(qtbot: QtBot) -> None:
    model = HitsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(rows_of(Results("q", (hit(1, "person"), hit(2, "event")), (), 2), wording("en"), None))
    assert [model.next_row(-1, 0), model.next_row(1, 1), model.next_row(3, 1)] == [1, 3, 3]
    model.set_rows(())
    assert model.next_row(-1, 0) == -1
    assert tester.model() is model


# What else the field knows


def suggested(desk: Desk) -> list[str]:
    return [each.text for each in desk.window.search_panel.middle.suggestions.completions]


def test_a_query_is_completed_with_the_right_arrow(desk: Desk) -> None:
    line = desk.window.tool_bar.search.line
    type_in(desk, "agency:unic")
    assert suggested(desk) == ["UNICEF "]
    desk.press(line, Qt.Key.Key_Right)
    assert line.text() == "agency:UNICEF "
    assert line.cursorPosition() == len(line.text())
    assert "Rashed Sarwar" in [hit.label for hit in hits(desk)]
    desk.write(line, "po")
    desk.settle()
    desk.press(line, Qt.Key.Key_Right)
    assert line.text() == "agency:UNICEF post:"
    desk.write(line, "repr")
    desk.settle()
    desk.press(line, Qt.Key.Key_Right)
    assert line.text() == 'agency:UNICEF post:"Representative in Kazakhstan" '
    assert [hit.label for hit in hits(desk)] == ["Rashed Sarwar"]


def test_a_click_takes_a_completion_and_none_is_left_where_nothing_fits(desk: Desk) -> None:
    type_in(desk, "kind:")
    strip = desk.window.search_panel.middle.suggestions
    assert strip.isVisible()
    button = next(b for b in strip.findChildren(QPushButton) if b.text() == "event")
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.tool_bar.search.text == "kind:event "
    assert {hit.kind for hit in hits(desk)} == {"event"}
    assert not strip.isVisible()


def test_the_right_arrow_only_moves_where_nothing_is_offered(desk: Desk) -> None:
    line = desk.window.tool_bar.search.line
    type_in(desk, "sarwar")
    line.setCursorPosition(2)
    desk.press(line, Qt.Key.Key_Right)
    assert (line.text(), line.cursorPosition()) == ("sarwar", 3)


def orders(desk: Desk) -> list[Order]:
    return [row for row in desk.window.search_panel.hits.hits.rows if isinstance(row, Order)]


def test_a_greater_than_sign_lists_commands_and_enter_runs_one(desk: Desk) -> None:
    desk.select("UNDP")
    line = desk.window.tool_bar.search.line
    type_in(desk, ">")
    assert len(orders(desk)) > 20
    assert not desk.window.search_panel.facets.isVisible()
    desk.write(line, "copy nam")
    desk.settle()
    assert [order.name for order in orders(desk)] == ["copy_name"]
    desk.press(line, Qt.Key.Key_Return)
    assert not desk.window.search_panel.isVisible()
    assert QApplication.clipboard().text() == desk.window.display.contents.name(desk.pk("UNDP"))  # type: ignore[union-attr]


def test_a_command_that_can_not_be_done_now_is_listed_but_not_chosen(desk: Desk) -> None:
    type_in(desk, ">forward")
    assert [(order.name, order.is_enabled) for order in orders(desk)] == [("forward", False)]
    assert desk.window.search_panel.hits.current is None
    type_in(desk, ">xyzzyx")
    assert desk.window.search_panel.middle.none.text == "There is no such command."


@pytest.mark.parametrize(("key", "form"), [(Qt.Key.Key_B, ReplaceForm), (Qt.Key.Key_T, ConfirmForm)])
def test_forms_open_on_the_hit_that_is_chosen_where_nothing_was_selected(
    desk: Desk, key: Qt.Key, form: type[Form]
) -> None:
    type_in(desk, "sarwar")
    desk.press(desk.window.tool_bar.search.line, key, CONTROL | SHIFT)
    dialog = desk.dialog(form)
    assert any("Rashed Sarwar" in label.text() for label in dialog.findChildren(QLabel))
    assert desk.window.session.step.selected == desk.pk("Rashed Sarwar")
    dialog.done(0)


def test_a_search_that_is_left_takes_the_commands_on_its_hit_with_it(desk: Desk) -> None:
    replace = desk.window.doable["replace"]
    type_in(desk, "sarwar")
    assert replace.isEnabled()
    type_in(desk, "xyzzyx")
    assert not replace.isEnabled()
    desk.press(desk.window.tool_bar.search.line, Qt.Key.Key_Escape)
    assert not replace.isEnabled()


def test_commands_on_what_is_selected_are_listed_while_one_types_on(desk: Desk) -> None:
    desk.select("Rashed Sarwar")
    line = desk.window.tool_bar.search.line
    type_in(desk, ">")
    for letter in "make":
        desk.write(line, letter)
        desk.settle()
    sheet = next(order for order in orders(desk) if order.name == "save_sheet")
    assert sheet.is_enabled


def test_rows_alone_take_no_more_room_than_they_need_and_name_no_keys_that_do_nothing(desk: Desk) -> None:
    type_in(desk, "undp")
    panel, line = desk.window.search_panel, desk.window.tool_bar.search.line
    whole = panel.height()
    desk.press(line, Qt.Key.Key_D, CONTROL)
    assert {"Shift+Enter", "Tab"} <= shown_keys(desk)
    desk.press(line, Qt.Key.Key_Escape)
    desk.press(desk.window, Qt.Key.Key_K, CONTROL)
    assert panel.isVisible()
    assert panel.height() < whole / 2
    assert panel.hits.viewport().height() >= panel.hits.verticalHeader().length()
    assert shown_keys(desk) == {"↑ ↓", "Enter"}
    type_in(desk, "undp")
    assert panel.height() == whole
    assert {"Shift+Enter", "Tab"} <= shown_keys(desk)


def test_a_panel_that_shrinks_leaves_no_shadow_where_it_was(desk: Desk) -> None:
    type_in(desk, ">")
    panel, window = desk.window.search_panel, desk.window
    before = panel.geometry()
    desk.write(window.tool_bar.search.line, "high con")
    desk.settle()
    foot = panel.geometry().bottom()
    assert foot < before.bottom() - 200
    on_screen = window.screen().grabWindow(window.winId()).toImage()
    painted_anew = window.grab().toImage()
    column = [QPoint(before.left() + 3, y) for y in range(foot + 60, before.bottom() + 40)]
    assert [on_screen.pixelColor(at).name() for at in column] == [
        painted_anew.pixelColor(at).name() for at in column
    ]


def shown_keys(desk: Desk) -> set[str]:
    labels = desk.window.search_panel.foot.findChildren(QLabel)
    return {each.text() for each in labels if each.isVisible() and each.property("look") == "key"}


def test_after_commands_one_searches_again(desk: Desk) -> None:
    type_in(desk, ">undo")
    type_in(desk, "wawier")
    assert hits(desk)[0].label == "Katarzyna Wawiernia"
    assert desk.window.search_panel.facets.isVisible()


def past(desk: Desk) -> list[tuple[str, bool]]:
    rows = desk.window.search_panel.hits.hits.rows
    return [(row.query, row.is_pinned) for row in rows if isinstance(row, Past)]


def start(desk: Desk) -> None:
    desk.press(desk.window, Qt.Key.Key_K, CONTROL)


def test_what_led_somewhere_is_offered_again_and_kept_in_no_file(desk: Desk) -> None:
    line = desk.window.tool_bar.search.line
    start(desk)
    assert not desk.window.search_panel.isVisible()
    for words in ("wawier", "sarwar", "wawier"):
        type_in(desk, words)
        desk.press(line, Qt.Key.Key_Return)
    type_in(desk, "led nowhere")
    desk.press(line, Qt.Key.Key_Escape)
    start(desk)
    assert past(desk) == [("wawier", False), ("sarwar", False)]
    desk.press(line, Qt.Key.Key_Down)
    desk.press(line, Qt.Key.Key_Return)
    assert line.text() == "sarwar"
    assert hits(desk)[0].label == "Rashed Sarwar"
    desk.window.keep()
    assert b"wawier" not in Path(desk.window.settings._store.fileName()).read_bytes()
    assert desk.dossier.kept("pinned searches") is None


def test_a_pinned_search_stays_with_the_dossier(
    desk: Desk, open_desk: Callable[..., Desk], seed_file: Path
) -> None:
    line = desk.window.tool_bar.search.line
    type_in(desk, "representative")
    button = next(b for b in desk.window.search_panel.facets.buttons if b.key == ("kind", "person"))
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    line.setFocus()
    desk.press(line, Qt.Key.Key_D, CONTROL)
    assert desk.window.tool_bar.search.pin.isChecked()
    desk.press(line, Qt.Key.Key_Escape)
    desk.app.close()
    again = open_desk(seed_file)
    start(again)
    assert past(again) == [("representative kind:People", True)]
    again.press(again.window.tool_bar.search.line, Qt.Key.Key_Return)
    assert {hit.kind for hit in hits(again)} == {"person"}
    assert again.window.tool_bar.search.pin.isChecked()
    again.qtbot.mouseClick(again.window.tool_bar.search.pin, Qt.MouseButton.LeftButton)
    again.settle()
    assert again.dossier.kept("pinned searches") == ""


def test_pinning_is_no_change_and_not_offered_where_nothing_can_be_written(desk: Desk) -> None:
    before = len(desk.dossier.history())
    type_in(desk, "sarwar")
    desk.press(desk.window.tool_bar.search.line, Qt.Key.Key_D, CONTROL)
    assert len(desk.dossier.history()) == before


def test_what_another_program_changed_is_found_when_the_user_turns_back(
    desk: Desk, qapp: QApplication
) -> None:
    type_in(desk, "rashed")
    person = next(hit for hit in hits(desk) if hit.kind == "person")
    with Dossier.open(desk.dossier.path) as beside:
        with beside.read() as reader:
            names = reader.find(Name, of=person.pk)
        with beside.edit("Rename") as edit:
            for name in names:
                edit.set(name.pk, text="Rashed Anew")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    desk.settle()
    desk.settle()
    assert next(hit for hit in hits(desk) if hit.kind == "person").name == "Rashed Anew"


def test_a_hit_that_another_program_removed_is_said_to_be_gone(desk: Desk) -> None:
    type_in(desk, "rashed")
    person = next(hit for hit in hits(desk) if hit.kind == "person")
    with Dossier.open(desk.dossier.path) as beside, beside.edit("Remove") as edit:
        edit.delete(person.pk)
    desk.press(desk.window.tool_bar.search.line, Qt.Key.Key_Return)
    assert "no longer in the dossier" in desk.complaint
