"""The one table of what the user can do: its words, keys, icon and place in the menu.

The menu, the shortcuts, the tooltips, the list of keys in the help and docs/keys.md are all made from it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dossier.language import N_, Wording
from ui.search.hits import Order
from ui.style import Theme, icon, tick


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """A command. `menu` is the submenu it stands in; of a `choice` group one is on at a time."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    choice: str = ""
    tip: str = ""


MENUS: Final = {
    "file": N_("File"),
    "edit": N_("Edit"),
    "add": N_("Add"),
    "go": N_("Go"),
    "view": N_("View"),
    "language": N_("Language"),
    "colours": N_("Colours"),
    "help": N_("Help"),
}
_INNER: Final = {"language": "view", "colours": "view"}

ACTIONS: Final = (
    ActionSpec("new", N_("New dossier…"), ("Ctrl+N",), menu="file"),
    ActionSpec("new_training", N_("New training dossier…"), menu="file",
               tip=N_("Make a dossier of invented people to try everything on")),
    ActionSpec("open", N_("Open a dossier…"), ("Ctrl+O",), menu="file"),
    ActionSpec("import_contacts", N_("Import contacts…"), ("Ctrl+I",), "person", "file",
               tip=N_("Take in a list of contacts: a CSV file, an Excel workbook or vCards")),
    ActionSpec("export", N_("Export…"), menu="file",
               tip=N_("Write contacts, events or tables for other programs")),
    ActionSpec("save_copy", N_("Save a copy…"), menu="file",
               tip=N_("Write all that is in the dossier to another file")),
    ActionSpec("protect", N_("Protect with a passphrase…"), menu="file",
               tip=N_("Encrypt the file, so that only the passphrase opens it")),
    ActionSpec("change_passphrase", N_("Change the passphrase…"), menu="file",
               tip=N_("Encrypt the file anew, so that only the new passphrase opens it")),
    ActionSpec("save_sheet", N_("Make sheet…"), ("Ctrl+Return", "Ctrl+Enter"), "sheet", "file",
               tip=N_("Save the sheet of what is selected: PDF, Word or Markdown")),
    ActionSpec("print_sheet", N_("Print the sheet…"), ("Ctrl+P",), "print", "file"),
    ActionSpec("mark_sheets", N_("Marking of the sheets…"), menu="file",
               tip=N_("How the sheets may be handled: it stands at their head and foot")),
    ActionSpec("attach", N_("Attach original…"), (), "attach", "file",
               tip=N_("Attach the file of the source, so that its real text is shown")),
    ActionSpec("quit", N_("Quit"), ("Ctrl+Q",), menu="file"),
    ActionSpec("undo", N_("Undo"), ("Ctrl+Z",), "undo", "edit"),
    ActionSpec("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), menu="edit"),
    ActionSpec("add_note", N_("Add a note…"), ("Ctrl+Shift+N",), "note", "edit"),
    ActionSpec("add_contact", N_("Add a contact…"), ("Ctrl+Shift+C",), "phone", "edit"),
    ActionSpec("replace", N_("Replaced by…"), ("Ctrl+Shift+B",), "post", "edit",
               tip=N_("Somebody else holds the post now")),
    ActionSpec("confirm", N_("Confirm…"), ("Ctrl+Shift+T",), "check", "edit",
               tip=N_("Posts and contacts are still true today")),
    ActionSpec("add_call_note", N_("Note from a call…"), ("Ctrl+Shift+L",), "phone", "edit"),
    ActionSpec("form_of_address", N_("Form of address…"), ("Ctrl+Shift+F",), "person", "edit",
               tip=N_("How to address the person, spoken and written")),
    ActionSpec("edit_contact", N_("Edit contacts…"), menu="edit"),
    ActionSpec("add_name", N_("Add a name…"), ("Ctrl+Shift+A",), "person", "edit"),
    ActionSpec("edit_name", N_("Edit names…"), menu="edit"),
    ActionSpec("add_person", N_("Add a person…"), ("Ctrl+Shift+P",), "person", "add"),
    ActionSpec("add_organization", N_("Add an organization…"), ("Ctrl+Shift+O",), "organization", "add"),
    ActionSpec("add_event", N_("Add an event…"), ("Ctrl+Shift+E",), "event", "add"),
    ActionSpec("add_initiative", N_("Add an initiative…"), ("Ctrl+Shift+I",), "initiative", "add"),
    ActionSpec("add_source", N_("Add a source…"), ("Ctrl+Shift+S",), "source", "add"),
    ActionSpec("copy_contact", N_("Copy the contact"), ("Ctrl+C",), "copy", "edit",
               tip=N_("Copy name, post, agency, form of address, phones and e-mails")),
    ActionSpec("copy_name", N_("Copy the name"), ("Ctrl+Shift+X",), menu="edit"),
    ActionSpec("history", N_("History…"), ("Ctrl+H",), "clock", "edit"),
    ActionSpec("search", N_("Search"), ("Ctrl+K", "Ctrl+F", "/"), "search", "go"),
    ActionSpec("list_contacts", N_("Contacts of the agency…"), ("Ctrl+L",), "phone", "go",
               tip=N_("List who is at the agency and below it, to print or to save")),
    ActionSpec("connect", N_("How are these two connected…"), ("Ctrl+Shift+K",), "link", "go",
               tip=N_("The shortest ways from what is selected to another record")),
    ActionSpec("back", N_("Back"), ("Alt+Left",), "back", "go"),
    ActionSpec("forward", N_("Forward"), ("Alt+Right",), "forward", "go"),
    ActionSpec("show_only", N_("Show only related"), ("Ctrl+R",), "filter", "go",
               tip=N_("Show in every pane only what is related (Shift+Enter on a row does the same)")),
    ActionSpec("show_period", N_("Show only a period…"), ("Ctrl+Shift+D",), "filter", "go",
               tip=N_("Show in every pane only what is dated in some days")),
    ActionSpec("show_day", N_("Show the state on a day…"), ("Ctrl+Shift+Y",), "clock", "go",
               tip=N_("Show in the whole window who held which post on a day, and what was known")),
    ActionSpec("show_today", N_("Show today again"), menu="go"),
    ActionSpec("show_all", N_("Show everything"), ("Ctrl+Shift+R",), "close", "go"),
    ActionSpec("next_pane", N_("Next pane"), ("F6",), menu="go"),
    ActionSpec("previous_pane", N_("Previous pane"), ("Shift+F6",), menu="go"),
    ActionSpec("workspace_browse", N_("Browse"), ("Ctrl+1",), menu="view", choice="workspace",
               tip=N_("The panes for looking things up")),
    ActionSpec("workspace_brief", N_("Brief"), ("Ctrl+2",), menu="view", choice="workspace",
               tip=N_("The panes for making a sheet: it stands in the middle")),
    ActionSpec("reset_layout", N_("Put the panes back"), menu="view"),
    ActionSpec("colours_system", N_("As the system"), menu="colours", choice="colours"),
    ActionSpec("colours_light", N_("Light"), menu="colours", choice="colours"),
    ActionSpec("colours_dark", N_("Dark"), menu="colours", choice="colours"),
    ActionSpec("colours_contrast_light", N_("High contrast, light"), menu="colours", choice="colours"),
    ActionSpec("colours_contrast_dark", N_("High contrast, dark"), menu="colours", choice="colours"),
    ActionSpec("language_en", "English", menu="language", choice="language"),
    ActionSpec("language_ru", "Русский", menu="language", choice="language"),
    ActionSpec("language_kk", "Қазақша", menu="language", choice="language"),
    ActionSpec("manual", N_("Manual"), ("F1",), menu="help"),
    ActionSpec("first_steps", N_("First steps"), menu="help"),
    ActionSpec("keys", N_("Keys"), ("Shift+F1",), menu="help"),
    ActionSpec("about", N_("About Dossier"), menu="help"),
)  # fmt: skip

# Keys that work on whatever row, link or hit has the focus; they belong to no menu.
ROW_KEYS: Final = (
    ("Enter", N_("Open what has the focus")),
    ("Shift+Enter", N_("Show in every pane only what is related to it")),
    ("Shift+← / Shift+→", N_("On the timeline: show only a period, from item to item")),
    ("Space", N_("Among the regions: choose one more, or let it go")),
    ("Tab", N_("The next pane, link or filter")),
    ("→", N_("Take the first way to complete the query in the search field")),
    ("Ctrl+D", N_("Pin the search, or let it go")),
    (">", N_("List the commands in the search field")),
    ("Esc", N_("Close the search, or show everything again")),
)


class Actions:
    """The QActions of one window, by name."""

    def __init__(self, window: QWidget, theme: Theme, wording: Wording) -> None:
        self._theme = theme
        self._wording = wording
        self._menus: list[QMenu] = []
        groups: dict[str, QActionGroup] = {}
        self._actions: dict[str, QAction] = {}
        self._tips: dict[str, str] = {}
        for spec in ACTIONS:
            # Each language is offered by its own name, which whoever wants it can read.
            text = spec.text if spec.choice == "language" else wording.say(spec.text)
            action = QAction(text, window)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            if spec.icon:
                action.setIcon(icon(spec.icon, "text", theme))
            self._tips[spec.name] = _tip(spec, wording)
            action.setToolTip(self._tips[spec.name])
            if spec.choice:
                action.setCheckable(True)
                action.setIcon(tick(theme))
                groups.setdefault(spec.choice, QActionGroup(window)).addAction(action)
            window.addAction(action)
            self._actions[spec.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Tell what each action does; every action of the table needs its slot."""
        missing = self._actions.keys() ^ slots.keys()
        if missing:
            raise ValueError(f"actions without a slot, or slots without an action: {sorted(missing)}")
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _=False, slot=slot: slot())

    def allow(self, names: Iterable[str], why_not: str) -> None:
        """Let commands be given, or say in their tooltips why they can't: "" allows them."""
        for name in names:
            action = self._actions[name]
            action.setEnabled(not why_not)
            action.setToolTip(why_not or self._tips[name])

    def texts(self) -> dict[str, str]:
        """The words of each command, for the panes that offer some of them."""
        return {name: action.text() for name, action in self._actions.items()}

    def menu(self, parent: QWidget, extra: Mapping[str, list[QAction]]) -> QMenu:
        """The menu of the window; `extra` are further choices at the end of a submenu (the panes)."""
        whole = QMenu(parent)
        menus = {"": whole}
        for name, text in MENUS.items():
            menus[name] = menus[_INNER.get(name, "")].addMenu(self._wording.say(text))
            self._menus.append(menus[name])
        for spec in ACTIONS:
            menus[spec.menu].addAction(self._actions[spec.name])
        for name, actions in extra.items():
            menus[name].addSeparator()
            menus[name].addActions(actions)
            for action in actions:
                action.setIcon(tick(self._theme))
        return whole


def orders(actions: Actions) -> tuple[Order, ...]:
    """Every command as the search lists it after >."""
    return tuple(
        Order(
            spec.name,
            actions[spec.name].text().rstrip("…"),
            worded(spec.keys),
            actions[spec.name].isEnabled(),
        )
        for spec in ACTIONS
        if spec.name != "search"
    )


def shortcut_table() -> tuple[tuple[str, str], ...]:
    """Every command that has keys, as (keys, msgid of what they do), in the order of the menu."""
    table = [(worded(spec.keys), spec.text) for spec in ACTIONS if spec.keys]
    return (*table, *ROW_KEYS)


def _tip(spec: ActionSpec, wording: Wording) -> str:
    words = wording.say(spec.tip or spec.text).rstrip("…")
    return f"{words} ({worded(spec.keys)})" if spec.keys else words


def worded(keys: tuple[str, ...]) -> str:
    """Keys as the window and the docs write them."""
    return " / ".join(key.replace("Return", "Enter") for key in dict.fromkeys(keys) if key != "Ctrl+Enter")
