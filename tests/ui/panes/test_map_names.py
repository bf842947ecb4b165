"""The names on the map: in any size, language and zoom none touches another, leaves the map or its region."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication

from dossier.language import wording
from dossier.views.values import RegionRow
from ui.panes.map_view import MapView
from ui.panes.regions import RegionsPane
from ui.style import Theme

NAMES = {
    "en": (
        "Abai region|Akmola region|Aktobe region|Almaty region|Atyrau region|West Kazakhstan region|Zhambyl "
        "region|Zhetisu region|Karaganda region|Kostanay region|Kyzylorda region|Mangystau region|Pavlodar "
        "region|North Kazakhstan region|Turkistan region|Ulytau region|East Kazakhstan region|Astana|Almaty|"
        "Shymkent"
    ),
    "ru": (
        "область Абай|Акмолинская область|Актюбинская область|Алматинская область|Атырауская область|"
        "Западно-Казахстанская область|Жамбылская область|область Жетісу|Карагандинская область|Костанайская "
        "область|Кызылординская область|Мангистауская область|Павлодарская область|Северо-Казахстанская "
        "область|Туркестанская область|область Ұлытау|Восточно-Казахстанская область|Астана|Алматы|Шымкент"
    ),
    "kk": (
        "Абай облысы|Ақмола облысы|Ақтөбе облысы|Алматы облысы|Атырау облысы|Батыс Қазақстан облысы|Жамбыл "
        "облысы|Жетісу облысы|Қарағанды облысы|Қостанай облысы|Қызылорда облысы|Маңғыстау облысы|Павлодар "
        "облысы|Солтүстік Қазақстан облысы|Түркістан облысы|Ұлытау облысы|Шығыс Қазақстан облысы|Астана|"
        "Алматы|Шымкент"
    ),
}


@pytest.fixture(scope="module")
def panes(theme: Theme) -> Callable[[str], RegionsPane]:
    made: dict[str, RegionsPane] = {}

    def pane(language: str) -> RegionsPane:
        if language not in made:
            made[language] = RegionsPane(theme, wording(language))
        return made[language]

    return pane


def land(view: MapView, pixel: QPointF) -> list[str]:
    """The regions whose land lies there, whatever dot is near."""
    place = view.transform.inverted()[0].map(pixel)
    return [region.shape.code for region in view.regions if region.path.contains(place)]


def spots(box: QRectF) -> list[QPointF]:
    """Points spread over a box."""
    parts = [((x + 0.5) / 8, (y + 0.5) / 8) for x in range(8) for y in range(8)]
    return [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in parts]


@pytest.mark.parametrize("language", NAMES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_name_touches_another_or_leaves_the_map(
    panes: Callable[[str], RegionsPane], language: str, data: st.DataObject
) -> None:
    pane = panes(language)
    numbers = data.draw(st.lists(st.integers(0, 12_000), min_size=20, max_size=20), "numbers")
    codes = pane.map.view.outline.codes
    rows = tuple(
        RegionRow(n, code, name, number, 1, 0, ())
        for n, (code, name, number) in enumerate(zip(codes, NAMES[language].split("|"), numbers, strict=True))
    )
    pane.show_regions(rows)
    pane.shades.chosen.emit(data.draw(st.sampled_from(["initiatives", "events", ""]), "shade"))
    size = QSize(data.draw(st.integers(220, 1700), "width"), data.draw(st.integers(160, 1100), "height"))
    pane.map.resize(size)
    QApplication.sendEvent(
        pane.map, QResizeEvent(size, size)
    )  # what is hidden waits for it until it is shown
    assert pane.map.view.area.width() == pane.map.width() - 16
    pane.mark(data.draw(st.integers(0, 19)), data.draw(st.frozensets(st.integers(0, 19), max_size=8)))
    view = pane.map.view
    view.reset()
    pane.map.zoom(data.draw(st.floats(1, 12), "zoom"))
    view.pan(QPointF(data.draw(st.integers(-4000, 4000)), data.draw(st.integers(-4000, 4000))))
    pane.map.changed()
    names = pane.map.names
    for name in names:
        assert view.area.contains(name.box), name.lines
        assert not name.box.intersects(view.covered), name.lines
        own = name.region
        away = name.box.center() - view.point(own)
        if own.shape.is_city:
            assert abs(away.x()) <= name.box.width() / 2 + 12, name.lines
            assert abs(away.y()) <= name.box.height() / 2 + 12, name.lines
            continue
        middle = land(view, name.box.center())
        assert middle in ([], [own.shape.code]), (name.lines, middle)
        shares = Counter(code for at in spots(name.box) for code in land(view, at))
        others = sum(number for code, number in shares.items() if code != own.shape.code)
        assert others <= 0.5 * len(spots(name.box)), (name.lines, shares)
        if not middle:
            assert not others, (name.lines, shares)
    for one, other in combinations(names, 2):
        assert not one.box.intersects(other.box), (one.lines, other.lines)
    if view.zoom == 1 and pane.map.width() >= 900 and pane.map.height() >= 700:
        assert len(names) == 20
