"""The files the program ships (fonts, icons, map, catalogues), found alike in a checkout and in a wheel."""

from pathlib import Path

_HERE = Path(__file__).parent


def path(*parts: str) -> Path:
    """Where a shipped file is, for Qt and ReportLab, which open it by name: `path("fonts", "OFL.txt")`.

    A wheel is unpacked when it is installed, so that a resource is always a plain file.
    """
    return _HERE.joinpath(*parts)


def read_bytes(*parts: str) -> bytes:
    """The content of a shipped file; FileNotFoundError when it isn't shipped."""
    return path(*parts).read_bytes()


def read_text(*parts: str) -> str:
    """The text of a shipped file (UTF-8); FileNotFoundError when it isn't shipped."""
    return path(*parts).read_text(encoding="utf-8")
