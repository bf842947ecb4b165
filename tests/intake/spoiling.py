# ruff: noqa: E501
"""Spoils the text of a seed as people, editors and programs do: by lines, by letters, by values."""

import random
import re

VALUES = (
    '""', '" "', "0", "-1", "1e999", "nan", "-inf", "true", "[]", "{}", "[[]]", "[{}]", '"x"', "1234.5",
    "9" * 30, "9" * 5000, "2024-06-19", "09:30:00", "2024-06-19T09:30:00Z", '"2024/1992"', '"2024/2025"',
    '"9999-99-99"', '"letter 1"', '"letter 0"', '"letter 1, 3-1"', '"letter 1, 0-99999999999999999999"',
    '"article 99"', '"article 1, 22-9999999999999999999999"', '"reference 1"', '"\\u0000"', '"a\\nb"',
    '"\\u200b"', '"\\u202e"', '"\\U0001F600"', '"a\\u0007b"', '"𝟙"', '"kk-Cyrl"', '"english!"', '"EN"',
    '"village"', '"well"', '"diggory"', '"kazakhstan"', '"united-nations"', '"' + "я" * 20_000 + '"',
    "{ en = 1 }", '{ en = "" }', '{ ru = "x" }', '{ at = "letter 1" }', '{ at = "article 5", rule = "" }',
    '{ at = "article 5", basis = "derived" }', '[{ text = "A" }]', '["kazakhstan", "kazakhstan"]',
    "[" * 60 + "]" * 60, "[" * 3000 + "]" * 3000, "{a=" * 3000 + "1" + "}" * 3000, "'''x\ny'''", "0x1F", "1_0",
)  # fmt: skip
LETTERS = "\0\x07\x1b\ufeff\u2028\u202e\xa0\"'[]{}=,.#\\\n\r\tяҚ😀e0"
KEYS = (
    "kind", "names", "cite", "cite.kind", 'cite."*"', "title", "title.en", "parent", "code", "period", "on",
    "held", "latitude", "longitude", "sha256", "language", "published", "local_time", "zone", "number",
    "speakers", "statuses", "covers", "a.b.c", '"q\\u0000"', '"a b"', "''", "part_of", "original", "participants",
)  # fmt: skip

_VALUE = re.compile(r'(?<== )("(?:[^"\\\n]|\\.)*"|[^\s,\]}\[{"]+)')


def spoil(text: str, chance: random.Random, times: int) -> str:
    for _ in range(times):
        text = chance.choice((_value, _value, _value, _key, _line, _letter, _tail, _table))(text, chance)
    return text


def _value(text: str, chance: random.Random) -> str:
    """One value becomes another one, of the seed or of the odd ones."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    at, other = chance.choice(found), chance.choice(found)
    new = chance.choice((*VALUES, other.group()))
    return text[: at.start()] + new + text[at.end() :]


def _key(text: str, chance: random.Random) -> str:
    """A field more."""
    return _with_line(text, chance, f"{chance.choice(KEYS)} = {chance.choice(VALUES)}")


def _line(text: str, chance: random.Random) -> str:
    """A line is lost, said twice, or stands elsewhere."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    line = lines[at] if chance.random() < 0.3 else lines.pop(at)
    return "\n".join(lines) if chance.random() < 0.4 else _with_line("\n".join(lines), chance, line)


def _letter(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(LETTERS) + text[at + chance.randrange(3) :]


def _tail(text: str, chance: random.Random) -> str:
    """The end is lost, as when a disk is full."""
    return text[: chance.randrange(len(text) + 1)] if chance.random() < 0.2 else text


def _table(text: str, chance: random.Random) -> str:
    """A table gets another name, or one that is there."""
    found = list(re.finditer(r"^\[+[^\]\n]+\]+$", text, re.MULTILINE))
    if not found:
        return text
    at, other = chance.choice(found), chance.choice(found)
    new = chance.choice(
        (other.group(), "[person]", "[x.y]", "[[person.a]]", '[person."A b"]', "[place.a.b]", "[]")
    )
    return text[: at.start()] + new + text[at.end() :]


def _with_line(text: str, chance: random.Random, line: str) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "\n".join(lines)
