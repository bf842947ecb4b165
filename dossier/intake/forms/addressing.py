"""The form for how a person is addressed: spoken and written, in each language as a source gives it."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import FieldError
from dossier.intake.forms.writing import Origin, Taking
from dossier.language.labels import N_
from dossier.model.plain_values import has_words
from dossier.model.records import FORMS_OF_ADDRESS, Text
from dossier.views.addressing import in_language
from dossier.views.names import name_of


@dataclass(frozen=True, slots=True)
class TypedForm:
    """One form of address as typed; `language` "" is told from its letters, and no `text` takes it out.

    `before` is what was there when it was typed, so that nobody overwrites what they have not seen; None is
    for whatever there is.
    """

    field: str
    language: str
    text: str
    before: str | None = ""

    @property
    def key(self) -> str:
        """The field of a form that it stands in."""
        return f"{self.field} {self.language}".strip()


@dataclass(frozen=True, slots=True)
class _Change:
    """What becomes of one form of address, and the one that is there."""

    field: str
    language: str
    text: str
    there: Text | None


@dataclass(frozen=True, slots=True)
class FormsOfAddress:
    """How a person is addressed from now on. What was there before stays in the history."""

    label: ClassVar[str] = N_("Enter the form of address")
    of: int
    forms: tuple[TypedForm, ...]
    origin: Origin

    def write(self, taking: Taking) -> int:
        name = name_of(taking.edit.reader, taking.wording, self.of)
        changed = self._changed(taking, name)
        if told := "; ".join(dict.fromkeys(change.text for change in changed if change.text)):
            taking.cite(self.origin, f"{name}: {told}")
        for change in changed:
            if change.there and change.text:
                taking.correct(change.there.pk, "text", change.text, text=change.text, translated=False)
            elif change.there:
                taking.edit.delete(change.there.pk)
            else:
                taking.add_text(self.of, change.field, change.text, change.language)
        return self.of

    def _changed(self, taking: Taking, name: str) -> list[_Change]:
        """What is new of what was typed. Raises FieldError for nothing, and for what can't be taken."""
        reader, say = taking.edit.reader, taking.wording.say
        if reader.kind(self.of) != "person":
            raise FieldError("name", say("Only people have a form of address; choose one of them."))
        texts = reader.find(Text, of=self.of, field=FORMS_OF_ADDRESS)
        known = {(text.field, _code(text.language)): text for text in texts}
        changed = []
        for form in self.forms:
            text = _readable(taking, form)
            language = form.language or _code(taking.language_of(text))
            there = known.get((form.field, language))
            if form.text == form.before or text == (there.text if there else ""):
                continue
            _refuse_unseen(taking, form, there, name)
            changed.append(_Change(form.field, language, text, there))
        if not changed:
            sentence = say("Nothing new is written here; write how to address {name}.", name=name)
            raise FieldError(self.forms[0].key if self.forms else "name", sentence)
        return changed


def _code(tag: str) -> str:
    """The language of a tag: Kazakh in either script is one."""
    return tag.split("-")[0]


def _readable(taking: Taking, form: TypedForm) -> str:
    text = " ".join(form.text.split())
    if text and not has_words(text):
        sentence = taking.wording.say("“{text}” is no form of address; write its words.", text=form.text)
        raise FieldError(form.key, sentence)
    return text


def _refuse_unseen(taking: Taking, form: TypedForm, there: Text | None, name: str) -> None:
    """Raise FieldError where something else stands there than whoever typed has seen."""
    if there and form.before is not None and there.text != form.before:
        sentence = taking.wording.say(
            "{name} is addressed as “{known}” already ({language}); correct that instead.",
            name=name,
            known=there.text,
            language=in_language(taking.wording, there.language),
        )
        raise FieldError(form.key, sentence)
