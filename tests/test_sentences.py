"""Every expected failure of the core can be said in the reader's language: a template with its values."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.language import wording
from dossier.model.errors import DossierError
from resources.locale.messages import ERRORS, messages

CORE = Path(__file__).parents[1] / "dossier"
KNOWN = frozenset(message.text for message in messages())
FOR_AUTHORS_AND_CALLERS = (
    "intake/seed",  # about the text of a seed, which its author writes in English terms
)  # fmt: skip


def failures() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(CORE.rglob("*.py")):
        name = path.relative_to(CORE).as_posix()
        if name.startswith(FOR_AUTHORS_AND_CALLERS):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS and node.args:
                yield f"{name}:{node.lineno}", node


@pytest.mark.parametrize("call", [pytest.param(call, id=where) for where, call in failures()])
def test_a_failure_is_a_template_of_the_catalogue_with_all_its_values(call: ast.Call) -> None:
    sentence = call.args[0]
    if isinstance(sentence, ast.Name):  # one of a table of templates, each marked with N_
        return
    assert isinstance(sentence, ast.Constant), f"not a template: {ast.unparse(sentence)}"
    assert sentence.value in KNOWN
    placeholders = set(re.findall(r"{(\w+)}", sentence.value))
    assert placeholders == {keyword.arg for keyword in call.keywords}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_failure_speaks_the_readers_language(language: str) -> None:
    error = DossierError("There is no change {change_pk} in the history.", change_pk=7)
    assert str(error) == "There is no change 7 in the history."
    said = wording(language).error(error)
    assert said != str(error)
    assert "7" in said


def test_what_is_worded_already_is_left_as_it_is() -> None:
    assert wording("ru").error(DossierError("Имя {так} не пишут.")) == "Имя {так} не пишут."


def test_a_change_that_was_undone_and_done_again_is_worded_whole() -> None:
    assert wording("ru").change("Undo: Add a note") == "Отмена: " + wording("ru").say("Add a note")
    assert wording("ru").change("Redo: Add a note") == "Возврат: " + wording("ru").say("Add a note")
    assert wording("en").change("Told: as it is {so}") == "Told: as it is {so}"
