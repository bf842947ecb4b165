"""A small seed of our own, good as it stands, for tests to load and to spoil."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.store import Dossier

GOOD = """\
[source.letter]
kind = "document"
published = "2024-05-02"
language = "en"
cite = "letter 1"

[[source.letter.paragraphs]]
number = 1
summary.en = "A letter about a well."
summary.ru = "Письмо о колодце."

[place.village]
kind = "city"
names = [{ text = "Village", language = "en", kind = "official", cite = "letter 1, 3-10" }]
cite = "letter 1"

[organization.well-board]
kind = "ngo"
names = [
  { text = "Well Board", language = "en", kind = "official", cite = "letter 1, 12-22" },
  { text = "Суд", language = "ru", kind = "translation", cite = { at = "letter 1", basis = "translation" } },
]
cite = "letter 1"

[person.diggory]
names = [{ text = "Ann Diggory", language = "en", kind = "official", cite = "letter 1, 0-11" }]
cite = "letter 1"

[[person.diggory.posts]]
organization = "well-board"
title.en = "Chair"
title.ru = "Председатель"
attested = [{ on = "2024-05-02", cite = { at = "letter 1", stated = "2 May" } }]
cite.title = "letter 1"

[initiative.well]
kind = "project"
title.en = "A well"
title.ru = "Колодец"
period = "1992~/2024"
cite.title = "letter 1"
cite.period = { at = "letter 1", stated = "32 years", rule = "2024 − 32" }

[statement.about-well]
nature = "offered"
on = "2024-05-02"
speakers = ["diggory"]
about = ["well", "village"]
statement.en = "Offered to dig."
cite.statement = "letter 1, 0-20"
cite.on = "letter 1"
"""


@pytest.fixture
def write_seed(tmp_path: Path) -> Callable[..., Path]:
    """Writes files of a seed folder, by name without .toml."""

    def write(**texts: str) -> Path:
        folder = tmp_path / "seed"
        folder.mkdir()
        for name, text in texts.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "a.dossier") as opened:
        yield opened
