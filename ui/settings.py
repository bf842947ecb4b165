"""What the window remembers between two runs, in a readable file in the platform's configuration folder."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

COLOURS = ("system", "light", "dark", "contrast_light", "contrast_dark")
_NONE = "none"


def default_path() -> Path:
    """The user's own settings file."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "dossier" / "window.ini"


class Settings:
    """The choices of the user, where the panes were, and the last place in each dossier."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language of the window: the chosen one, else the system's where the program has it."""
        from dossier.language import LANGUAGES

        chosen = self._text("language")
        if chosen in LANGUAGES:
            return chosen
        system = QLocale.system().name().split("_")[0]
        return system if system in LANGUAGES else LANGUAGES[0]

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def colours(self) -> str:
        """One of `COLOURS`."""
        chosen = self._text("colours")
        return chosen if chosen in COLOURS else COLOURS[0]

    @colours.setter
    def colours(self, choice: str) -> None:
        self._store.setValue("colours", choice)

    @property
    def workspace(self) -> str:
        """The name of the workspace that was shown last; "" for none."""
        return self._text("workspace")

    @workspace.setter
    def workspace(self, name: str) -> None:
        self._store.setValue("workspace", name)

    @property
    def knows_first_steps(self) -> bool:
        """The first steps were shown, or declined."""
        return self._text("first_steps") == "known"

    def know_first_steps(self) -> None:
        self._store.setValue("first_steps", "known")

    @property
    def shade(self) -> str:
        """By what the map is shaded: one of SHADES, or "" for nothing."""
        from dossier.views.map_shading import SHADES

        chosen = self._text("map/shade")
        return "" if chosen == _NONE else chosen if chosen in SHADES else SHADES[0]

    @shade.setter
    def shade(self, by: str) -> None:
        self._store.setValue("map/shade", by or _NONE)

    @property
    def lanes(self) -> str:
        """By what the timeline has lanes: one of its BY."""
        from dossier.views.lanes import BY

        chosen = self._text("timeline/lanes")
        return chosen if chosen in BY else BY[0]

    @lanes.setter
    def lanes(self, by: str) -> None:
        self._store.setValue("timeline/lanes", by)

    @property
    def country(self) -> str:
        """The country that was chosen for the map last, "" for none."""
        return self._text("map/country")

    @country.setter
    def country(self, code: str) -> None:
        self._store.setValue("map/country", code)

    def bytes_of(self, key: str) -> QByteArray:
        """What Qt gave to be kept (geometry, state of the docks); empty when there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        self._store.setValue(key, value)

    def place_in(self, dossier: Path) -> str:
        """The id of the record that was selected last in a dossier; "" for none."""
        return self._text(_place_key(dossier))

    def keep_place(self, dossier: Path, record_id: str) -> None:
        self._store.setValue(_place_key(dossier), record_id)

    def save(self) -> None:
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""


def _place_key(dossier: Path) -> str:
    import hashlib

    return "places/" + hashlib.sha256(str(dossier.resolve()).encode()).hexdigest()[:16]
