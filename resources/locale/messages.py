"""Brings the catalogues in step with the code: run `python -m resources.locale.messages` after texts changed.

Texts are found in the syntax tree, since Babel's own extraction misses those inside f-strings on Python 3.11.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages import Message as Entry
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ru", "kk")

ERRORS = frozenset(
    ("DossierError", "ReadOnlyError", "DamagedError", "PassphraseError", "GivenUpError", "FileGoneError",
     "AmbiguousNameError", "UnknownNameError")
)  # fmt: skip
"""Expected failures: what they are made with is a sentence of the catalogue."""

_MARKS = ("say", "count", "about", "N_")
_PASSING = re.compile(
    r'"(POT-Creation-Date|Report-Msgid-Bugs-To|PO-Revision-Date|Last-Translator|Language-Team|Generated-By)'
    r": .*\n"
)


@dataclass(frozen=True, slots=True)
class Message:
    """A text as the code has it: `many` is its plural, `context` tells apart what is spelled alike."""

    text: str
    many: str = ""
    context: str = ""

    @property
    def id(self) -> str | tuple[str, str]:
        return (self.text, self.many) if self.many else self.text


def messages(root: Path = ROOT) -> tuple[Message, ...]:
    """All texts of the core and the window, in the order of the files, each once."""
    files = (file for folder in ("dossier", "ui") for file in sorted((root / folder).rglob("*.py")))
    found = [message for file in files for message in messages_of(file.read_text(encoding="utf-8"))]
    paired = {text for message in found if message.many for text in (message.text, message.many)}
    return tuple(
        message
        for message in dict.fromkeys(found)
        if message.many or message.context or message.text not in paired
    )


def messages_of(code: str) -> Iterator[Message]:
    """The texts of one module, in their order."""
    tree = ast.parse(code)
    aliases = _aliases(tree)
    found: list[tuple[int, int, Message]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            said = _message(_method(node, aliases), _texts(node))
            found += [(node.lineno, node.col_offset, item) for item in said]
        elif isinstance(node, ast.Tuple):
            found += [(node.lineno, node.col_offset, item) for item in _marked_pair(node)]
    yield from (item for *_, item in sorted(found, key=lambda each: each[:2]))


def update(code: str) -> int:
    """Rewrite a catalogue: translations kept, new texts added empty, unused ones gone; how many are empty."""
    path = ROOT / "resources" / "locale" / code / "LC_MESSAGES" / "dossier.po"
    old = read_po(BytesIO(path.read_bytes()), locale=code)
    new = Catalog(
        locale=code, project="Dossier", version="0.1", header_comment=old.header_comment, fuzzy=False
    )
    new.mime_headers = old.mime_headers
    for message in messages():
        known = old.get(message.text, message.context or None)
        new.add(message.id, known.string if known else "", context=message.context or None)
    written = BytesIO()
    write_po(written, new, width=0, no_location=True)
    path.write_text(_PASSING.sub("", written.getvalue().decode()), encoding="utf-8")
    return sum(1 for entry in new if entry.id and not all(_strings(entry)))


def _strings(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.string) if isinstance(entry.string, tuple | list) else (str(entry.string or ""),)


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _texts(call: ast.Call) -> list[tuple[str, ...]]:
    """The leading arguments that are texts; `"a" if x else "b"` is either of two."""
    texts = []
    for argument in call.args:
        either = _constants(argument)
        if not either:
            break
        texts.append(either)
    return texts


def _constants(node: ast.expr) -> tuple[str, ...]:
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.IfExp(body=body, orelse=other):
            return _constants(body) + _constants(other)
    return ()


def _message(method: str, texts: list[tuple[str, ...]]) -> Iterator[Message]:
    match method, texts:
        case _, [either, *_] if method in ("say", "N_") or method in ERRORS:
            yield from (Message(text) for text in either)
        case "count", [(one,), (many,)]:
            yield Message(one, many=many)
        case "about", [(context,), either]:
            yield from (Message(text, context=context) for text in either)


def _marked_pair(pair: ast.Tuple) -> Iterator[Message]:
    """`(N_("{n} person"), N_("{n} people"))`: singular and plural, counted elsewhere."""
    calls = [item for item in pair.elts if isinstance(item, ast.Call) and _name(item.func) == "N_"]
    texts = [either[0] for call in calls for either in _texts(call)]
    if len(texts) == len(pair.elts) == 2 and all("{n}" in text for text in texts):
        yield Message(texts[0], many=texts[1])


def _aliases(tree: ast.Module) -> list[tuple[int, int, str, str]]:
    """Where a name means another method, as in `say = wording.count`: first and last line, name, method."""
    found = []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for node in (node for node in ast.walk(function) if isinstance(node, ast.Assign)):
            found += [
                (node.lineno, function.end_lineno or node.lineno, name.id, value.attr)
                for name, value in _assigned(node)
                if isinstance(name, ast.Name) and isinstance(value, ast.Attribute) and name.id in _MARKS
            ]
    return sorted(found)


def _assigned(node: ast.Assign) -> list[tuple[ast.expr, ast.expr]]:
    target = node.targets[0]
    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
        return list(zip(target.elts, node.value.elts, strict=False))
    return [(target, node.value)]


def _method(call: ast.Call, aliases: list[tuple[int, int, str, str]]) -> str:
    """The method that is called, seen through an alias."""
    name = _name(call.func)
    if not isinstance(call.func, ast.Name):
        return name
    inside = [
        method for first, last, alias, method in aliases if alias == name and first <= call.lineno <= last
    ]
    return inside[-1] if inside else name


if __name__ == "__main__":
    for language in LANGUAGES:
        print(f"{language}: {update(language)} to translate")  # noqa: T201
