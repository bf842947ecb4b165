"""Finds the line of each table, key and list item of a TOML file, which `tomllib` does not tell."""

import re
from bisect import bisect_right

Path = tuple[str | int, ...]
"""Keys and positions in lists, from the root of the file: ("person", "sarwar", "names", 0, "text")."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""\s*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))\s*""")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""+' + r"|'''.*?'''+" + r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""", re.DOTALL
)
_SCALAR = re.compile(r"[^,\]}#\n]*")


def locate(text: str) -> dict[Path, int]:
    """The line, counted from 1, of every path of a text that `tomllib` has already found valid."""
    return _Scanner(text).lines


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._last: dict[Path, int] = {}
        table: Path = ()
        while self._skip_blank() < len(text):
            if text.startswith("[", self.at):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        """Read `[a.b]` or `[[a.b]]`; gives the path that the keys below it belong to."""
        is_list = self.text.startswith("[[", self.at)
        line = self._line()
        self.at += 2 if is_list else 1
        path: Path = ()
        keys = self._key()
        for key in keys[:-1]:
            path = self._inside((*path, key))
        path = (*path, keys[-1])
        if is_list:
            self._last[path] = self._last.get(path, -1) + 1
            self._note(path, line)
        path = self._inside(path)
        self._note(path, line)
        self.at += 2 if is_list else 1
        return path

    def _inside(self, path: Path) -> Path:
        """A list of tables stands for its last table, as TOML has it."""
        return (*path, self._last[path]) if path in self._last else path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for key in self._key():
            path = (*path, key)
            self._note(path, line)
        self.at += 1  # the sign =
        self._value(path)

    def _key(self) -> list[str]:
        parts: list[str] = []
        while match := _KEY_PART.match(self.text, self.at):
            parts.append(next(group for group in match.groups() if group is not None))
            self.at = match.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return parts

    def _value(self, path: Path) -> None:
        self._skip_blank()
        if self.text.startswith("[", self.at):
            self._items(path)
        elif self.text.startswith("{", self.at):
            self.at += 1
            while not self._ends("}"):
                self._pair(path)
        else:
            match = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
            assert match is not None
            self.at = match.end()

    def _items(self, path: Path) -> None:
        self.at += 1
        number = 0
        while not self._ends("]"):
            self._note((*path, number), self._line())
            self._value((*path, number))
            number += 1

    def _ends(self, bracket: str) -> bool:
        """Step over a comma; whether the list or table ends here."""
        self._skip_blank()
        if self.text.startswith(",", self.at):
            self.at += 1
            self._skip_blank()
        ended = self.text.startswith(bracket, self.at)
        self.at += ended
        return ended

    def _skip_blank(self) -> int:
        match = _BLANK.match(self.text, self.at)
        assert match is not None
        self.at = match.end()
        return self.at

    def _line(self) -> int:
        return bisect_right(self._starts, self.at)

    def _note(self, path: Path, line: int) -> None:
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)
