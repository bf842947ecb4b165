"""The line of every table, key and item, however TOML writes them."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import pytest

from dossier.intake.seed.lines import locate

TEXT = '''\
# a comment with [brackets] and "quotes"
[person.sarwar]
names = [
  { text = "A ] b", language = "en" }, # one
  { text = 'c } d', language = "ru" },
]
title.en = """
two
lines"""
title."r u" = 'x'

[[person.sarwar.posts]]
on = 1
[[person.sarwar.posts]]
on = [1, 2,
  3]
[person.sarwar.posts.inner]
deep = { a.b = 2 }
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("person",), 2),
        (("person", "sarwar"), 2),
        (("person", "sarwar", "names"), 3),
        (("person", "sarwar", "names", 0, "text"), 4),
        (("person", "sarwar", "names", 1), 5),
        (("person", "sarwar", "names", 1, "language"), 5),
        (("person", "sarwar", "title", "en"), 7),
        (("person", "sarwar", "title", "r u"), 10),
        (("person", "sarwar", "posts", 0), 12),
        (("person", "sarwar", "posts", 0, "on"), 13),
        (("person", "sarwar", "posts", 1, "on"), 15),
        (("person", "sarwar", "posts", 1, "on", 2), 16),
        (("person", "sarwar", "posts", 1, "inner", "deep", "a", "b"), 18),
    ],
)
def test_line_of_path(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(TEXT)
    assert locate(TEXT)[path] == line


@pytest.mark.parametrize(
    "file",
    sorted(files("seeds").joinpath("kazakhstan-un").iterdir(), key=str),
    ids=lambda file: str(file.name),
)
def test_every_key_of_the_seed_is_on_its_line(file: Traversable) -> None:
    text = file.read_text(encoding="utf-8")
    lines, found = text.split("\n"), locate(text)
    for path in walk(tomllib.loads(text)):
        key = path[-1]
        assert isinstance(key, int) or key in lines[found[path] - 1], path


def walk(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from walk(inner, (*path, key))


def test_empty_text_has_no_lines() -> None:
    assert locate("# nothing here\n") == {}
