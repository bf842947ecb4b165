"""The line of every table, key and item, however TOML writes them."""

import tomllib

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


def test_empty_text_has_no_lines() -> None:
    assert locate("# nothing here\n") == {}
