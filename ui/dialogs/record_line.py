"""A field for the name of a record: it offers those the dossier has, and knows which one was meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QListView

_MOST = 8
_PK, _TEXT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Offer:
    """A record that may be meant: its name, and what tells it from others of the name."""

    pk: int
    text: str
    detail: str = ""


class RecordLine(QLineEdit):
    """One name, or `several` with semicolons between. It asks for offers by `asked` and is given them."""

    asked = Signal(str)

    def __init__(self, kind: str, *, several: bool = False, hint: str = "") -> None:
        super().__init__()
        self.kind = kind
        self.remark: QLabel | None = None
        self.if_new = self.if_chosen = ""
        self._several = several
        self._chosen: dict[str, int] = {}
        self.setPlaceholderText(hint)
        self.offers = QStandardItemModel(self)
        self._completer = QCompleter(self.offers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST)
        self._completer.setWidget(self)
        self.popup = QListView()
        self.popup.setProperty("look", "offers")
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._completer.setPopup(self.popup)
        self._completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.textEdited.connect(self._ask)

    @property
    def names(self) -> tuple[tuple[str, int | None], ...]:
        """What is named: the words, and the record where it was chosen."""
        parts = self.text().split(";") if self._several else [self.text()]
        texts = [" ".join(part.split()) for part in parts]
        return tuple((text, self._chosen.get(text)) for text in texts if text)

    def name_record(self, pk: int, text: str) -> None:
        """Put a record in as if it had been chosen."""
        self._chosen[" ".join(text.split())] = pk
        self.setText(text)

    def offer(self, asked: str, offers: Sequence[Offer], *, known: bool = False) -> None:
        """Show what the dossier has for the words asked, unless others stand there by now.

        `known` says that one of the dossier is called just so, by whatever name.
        """
        if asked != self._typed:
            return
        self._remark("" if not asked or known else self.if_new)
        if not self.hasFocus():
            return
        self.offers.clear()
        for offer in offers:
            item = QStandardItem(f"{offer.text} – {offer.detail}" if offer.detail else offer.text)
            item.setData(offer.pk, _PK)
            item.setData(offer.text, _TEXT)
            self.offers.appendRow(item)
        if offers:
            self._completer.complete()
        else:
            self.popup.hide()

    @property
    def _typed(self) -> str:
        """The words of the name that is being typed."""
        text = self.text()
        return " ".join((text.rpartition(";")[2] if self._several else text).split())

    def _ask(self) -> None:
        self.asked.emit(self._typed)

    def _choose(self, index: QModelIndex) -> None:
        text, pk = str(index.data(_TEXT)), index.data(_PK)
        self._chosen[" ".join(text.split())] = pk
        before = self.text().rpartition(";")[0] if self._several else ""
        self.setText(f"{before}{_BETWEEN}{text}" if before else text)
        self._remark(self.if_chosen)

    def _remark(self, words: str) -> None:
        if self.remark:
            self.remark.setText(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.popup.hide()
