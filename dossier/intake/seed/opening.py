"""Opens the files of a seed and reads their TOML: what is no file, text or TOML is said in a sentence."""

import re
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dossier.intake.seed.entries import Spot, in_one_line
from dossier.intake.seed.lines import locate
from dossier.model.errors import DossierError
from dossier.store.held import refuse_held

Folder = Traversable | Path

_TOML_LINE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)\Z")
_KEY = re.compile(r"\s*\[*\s*([^=\[\]]+?)\s*[\]=]")


def toml_files(folder: Folder) -> list[Folder]:
    """The `*.toml` of a folder by name, but for hidden ones, which editors and systems leave behind.

    Raises DossierError where there are none.
    """
    if not folder.is_dir():
        raise DossierError(f"There is no seed in “{folder}”; name a folder with *.toml files.")
    try:
        found = [item for item in folder.iterdir() if item.name.endswith(".toml")]
    except OSError as error:
        raise DossierError(
            f"The folder “{folder}” can't be read ({_reason(error)}); check that you may read it."
        ) from None
    files = [item for item in found if not item.name.startswith(".")]
    if not files:
        raise DossierError(f"The folder “{folder}” holds no *.toml file, so there is no seed in it.")
    return sorted(files, key=lambda item: item.name)


def too_deep(file: Folder) -> DossierError:
    """What is wrong with a file whose lists and tables lie in each other without end."""
    lines = file.read_text(encoding="utf-8-sig").split("\n")
    deepest = max(range(len(lines)), key=lambda at: sum(map(lines[at].count, "[{.")))
    return DossierError(
        f"{file.name}, line {deepest + 1}: lists and tables lie too deep in each other; no field is so deep."
    )


def parse(file: Folder) -> tuple[dict[str, Any], Spot]:
    """The tables of a file, and the spot of its root. Raises DossierError with file and line."""
    if isinstance(file, Path):
        refuse_held(file)
    data = _bytes(file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(data[: error.start].split(b"\n"))
        raise DossierError(
            f"{file.name}, line {line}: this is not UTF-8 text; save the file as UTF-8."
        ) from None
    text = text.replace("\r\n", "\n")
    try:
        tables = tomllib.loads(text)
    except ValueError as error:  # which a number of thousands of digits raises, too
        raise _not_toml(file.name, text, str(error)) from None
    return tables, Spot(file.name, locate(text))


def _bytes(file: Folder) -> bytes:
    try:
        if not file.is_file():
            raise DossierError(f"{file.name} is no file with text in it; remove it or give it another name.")
        return file.read_bytes()
    except OSError as error:
        raise DossierError(
            f"{file.name} can't be read ({_reason(error)}); check that you may read it."
        ) from None


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _not_toml(name: str, text: str, message: str) -> DossierError:
    lines = text.split("\n")
    match = _TOML_LINE.search(message)
    line = int(match["line"]) if match and match["line"] else len(lines)
    what = _TOML_LINE.sub("", message)
    key = _KEY.match(lines[line - 1])
    field = f", {key[1]}" if key else ""
    message = f"{name}, line {line}{field}: this is not valid TOML ({what}); mend this line."
    return DossierError(in_one_line(message))
