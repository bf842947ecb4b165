"""Icons are drawn by one hand and Qt can draw every one of them, within its square, in any colour."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter, qAlpha
from PySide6.QtSvg import QSvgRenderer

import resources

ICONS = sorted(resources.path("icons").glob("*.svg"))
HAND = {
    "viewBox": "0 0 16 16",
    "width": "16",
    "height": "16",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "1.5",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}


def test_readme_lists_every_icon() -> None:
    table = re.findall(r"^\| [^|]+ \|([^|]+)\|$", resources.read_text("icons", "README.md"), re.MULTILINE)
    listed = set(re.findall(r"[a-z]+(?:-[a-z]+)?", re.sub(r"\([^)]*\)|\bicons\b", "", " ".join(table))))
    assert listed == {icon.stem for icon in ICONS}


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_icon_is_of_the_same_hand(icon: Path) -> None:
    root = ET.fromstring(icon.read_text(encoding="utf-8"))
    assert root.attrib == HAND
    for shape in root:
        assert set(shape.attrib) <= {"d", "cx", "cy", "r"}


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_qt_draws_it_within_its_square(icon: Path) -> None:
    drawing = icon.read_bytes().replace(b"currentColor", b"#174C63")
    renderer = QSvgRenderer(QByteArray(drawing))
    assert renderer.isValid()
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    inked = [(x, y) for x in range(64) for y in range(64) if qAlpha(image.pixel(x, y))]
    assert inked
    assert all(0 < x < 63 and 0 < y < 63 for x, y in inked)
