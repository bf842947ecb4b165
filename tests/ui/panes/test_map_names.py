"""The names on the map: in any size, language and zoom none touches another or leaves the map."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication

from dossier.language import wording
from dossier.views.values import RegionRow
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
        if not name.region.shape.is_city:
            assert view.box(name.region).intersects(name.box), f"{name.lines} would name another region"
    for one, other in combinations(names, 2):
        assert not one.box.intersects(other.box), (one.lines, other.lines)
    if view.zoom == 1 and pane.map.width() >= 900 and pane.map.height() >= 700:
        assert len(names) == 20
