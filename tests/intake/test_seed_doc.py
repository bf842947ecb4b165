"""docs/seed-format.md is kept true: its examples load as they stand, its table names every field."""

import re
from pathlib import Path

import pytest

from dossier.intake.seed import load_seed
from dossier.intake.seed.shapes import LINKS, PARTS, TABLES, TEXTS, written
from dossier.model.fields import specs
from dossier.model.records import BY_KIND, RECORD_CLASSES
from dossier.store import Dossier

DOC = Path(__file__).parents[2] / "docs" / "seed-format.md"


def test_examples_are_one_valid_seed(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    folder = tmp_path / "seed"
    folder.mkdir()
    (folder / "all.toml").write_text("\n".join(blocks), encoding="utf-8")
    with Dossier.create(tmp_path / "a.dossier") as dossier:
        load_seed(dossier, folder)
        with dossier.read() as reader:
            unused = {item.kind for item in RECORD_CLASSES if reader.count(item) == 0}
    assert unused == set(), "the examples show every kind of record"


def test_table_names_every_field() -> None:
    rows = dict(re.findall(r"^\| (\w+) \|(.*)\|$", DOC.read_text(encoding="utf-8"), re.MULTILINE))
    lists = {key: part.record_class.kind for parts in PARTS.values() for key, part in parts.items()}
    for table, kind in {**lists, **{kind: kind for kind in TABLES}}.items():
        shown = [{word.strip() for word in cell.split(",")} - {""} for cell in rows[table].split("|")]
        assert shown == [
            set(written(kind)),
            set(TEXTS.get(kind, ())),
            {*PARTS.get(kind, {}), *LINKS.get(kind, {})},
        ], table


@pytest.mark.parametrize("kind", [*TABLES])
def test_choices_in_the_examples_are_those_of_the_model(kind: str) -> None:
    text = DOC.read_text(encoding="utf-8")
    comments = re.findall(rf"\[{kind}\.[a-z-]+\]\n(?:kind|nature) = \"\w+\" +# (.*)\n", text)
    choices = [spec.choices for name, spec in specs(BY_KIND[kind]).items() if spec.choices]
    if choices:
        assert tuple(comments[0].split(", ")) == choices[0]
