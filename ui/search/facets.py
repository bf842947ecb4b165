"""The filters at the left of the search panel, each with how many hits it keeps."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dossier.language import Wording
from dossier.language.isolating import in_order
from dossier.views.values import Facet, Results
from resources.tokens import SPACE
from ui.search.hits import kind_order, kind_word
from ui.style import Theme, kind_icon, kind_token, pixmap

_WIDTH = 216
_ROW = 28
_PADDING = 12


class Facets(QScrollArea):
    """Kinds, agencies (each with all below it) and regions; one of each may be chosen."""

    chosen = Signal(object)  # Facet, or the name of a group ("kind") whose filter is taken off
    left = Signal(bool)

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self._theme = theme
        self._wording = wording
        self.setAccessibleName(wording.say("Filters"))
        self.setFixedWidth(_WIDTH)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "facets")
        self._heads = {
            "kind": wording.say("Kind"),
            "agency": wording.say("Agency, with all below it"),
            "region": wording.say("Region"),
        }

    @property
    def buttons(self) -> tuple["FacetButton", ...]:
        content = self.widget()
        return tuple(content.findChildren(FacetButton)) if content else ()

    def show_facets(self, results: Results, chosen: dict[str, Facet]) -> None:
        """Show the filters of a result; a chosen one stays in sight even when it keeps nothing."""
        focused = next((button.key for button in self.buttons if button.hasFocus()), None)
        content = QWidget()
        content.setProperty("look", "facets")
        column = QVBoxLayout(content)
        column.setContentsMargins(_PADDING, 14, _PADDING, _PADDING)
        column.setSpacing(0)
        for of, title in self._heads.items():
            facets = [facet for facet in results.facets if facet.of == of]
            picked = chosen.get(of)
            if picked and all(facet.value != picked.value for facet in facets):
                facets.append(replace(picked, count=results.total))
            if of == "kind":
                facets.sort(key=lambda facet: kind_order(facet.value))
            if facets:
                self._add_group(column, of, title, facets, picked)
        column.addStretch(1)
        self.setWidget(content)
        for button in self.buttons:
            if button.key == focused:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, first: bool = True) -> None:
        """Take the focus at the first (or last) filter."""
        if self.buttons:
            self.buttons[0 if first else -1].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if focused is not None and step:
            target = self.buttons[min(max(focused + step, 0), len(self.buttons) - 1)]
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(target)
        else:
            super().keyPressEvent(event)

    def _add_group(
        self, column: QVBoxLayout, of: str, title: str, facets: list[Facet], picked: Facet | None
    ) -> None:
        head = QLabel(title)
        head.setProperty("look", "section")
        head.setWordWrap(True)
        head.setContentsMargins(8, 0 if of == "kind" else 16, 8, 4)
        column.addWidget(head)
        if of == "kind":
            everything = FacetButton(
                self._theme, (of, ""), self._wording.say("All"), sum(f.count for f in facets)
            )
            everything.setChecked(picked is None)
            everything.clicked.connect(lambda: self.chosen.emit("kind"))
            column.addWidget(everything)
        for facet in facets:
            label = kind_word(facet.value, self._wording) if of == "kind" else facet.label
            kind = {"kind": facet.value, "agency": "organization"}.get(of, "region")
            button = FacetButton(self._theme, (of, facet.value), label, facet.count, kind)
            button.setChecked(picked is not None and picked.value == facet.value)
            button.clicked.connect(lambda _=False, facet=facet: self._toggle(facet, picked))
            column.addWidget(button)

    def _toggle(self, facet: Facet, picked: Facet | None) -> None:
        self.chosen.emit(facet.of if picked and picked.value == facet.value else facet)


class FacetButton(QAbstractButton):
    """A filter: icon, word, and how many hits it keeps."""

    def __init__(self, theme: Theme, key: tuple[str, str], label: str, count: int, kind: str = "") -> None:
        super().__init__()
        self.key = key
        self._theme = theme
        self._kind = kind
        self._count = str(count)
        self.setText(label)
        self.setCheckable(True)
        self.setToolTip(in_order(label))
        self.setAccessibleName(f"{label}, {count}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ROW)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 2 * _PADDING, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("selection" if self.isChecked() else "hover"))
            painter.drawRoundedRect(self.rect(), SPACE.radius, SPACE.radius)
        left = 8
        if self._kind:
            drawn = pixmap(
                kind_icon(self._kind), kind_token(self._kind), self._theme, self.devicePixelRatioF()
            )
            painter.drawPixmap(left, (_ROW - SPACE.icon) // 2, drawn)
            left += SPACE.icon + 8
        small = self._theme.font("second")
        right = self.width() - 8 - QFontMetrics(small).horizontalAdvance(self._count)
        font = self._theme.font("row", bold=self.isChecked())
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        shown = QFontMetrics(font).elidedText(
            in_order(self.text()), Qt.TextElideMode.ElideRight, right - left - 8
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), middle, shown)
        painter.setFont(small)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(self.rect().adjusted(0, 0, -8, 0), middle | Qt.AlignmentFlag.AlignRight, self._count)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), SPACE.radius, SPACE.radius)
        painter.end()
