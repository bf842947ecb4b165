"""One language of the program as a value: what panes, sheets and the command line word everything with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

from dossier.language.catalogue import catalogue
from dossier.language.dating import LOCALES, Style, word_date
from dossier.language.labels import LABELS
from dossier.language.sorting import sort_key
from dossier.model.dates import Date
from dossier.model.errors import DossierError
from dossier.model.records import Name, Text

LANGUAGES: Final = ("en", "ru", "kk")

NameOrText = TypeVar("NameOrText", Name, Text)

# Own spelling and full forms before short ones; what only helps to find a record comes last.
_NAME_ORDER: Final = ("official", "translation", "transliteration", "short", "acronym", "alias", "former")


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything a user reads, in the language `code`; the msgid of a text is its English."""

    code: str

    def say(self, text: str, /, **values: object) -> str:
        """A text of the catalogue with its named placeholders filled."""
        return _filled(catalogue(self.code).gettext(text), values)

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A text that depends on a number; `{n}` stands for the number as the language writes it."""
        worded = catalogue(self.code).ngettext(one, many, n)
        return _filled(worded, {**values, "n": self.number(n)})

    def about(self, context: str, text: str, /, **values: object) -> str:
        """A text that means different things by context, such as a verb and a noun of the same spelling."""
        return _filled(catalogue(self.code).pgettext(context, text), values)

    def error(self, error: DossierError) -> str:
        """What an expected failure says; its values called `label` are labels of changes."""
        sentence = catalogue(self.code).gettext(error.sentence)
        if not error.values:
            return sentence
        labels = {
            name: self.change(str(value)) for name, value in error.values.items() if name.startswith("label")
        }
        return sentence.format(**error.values | labels)

    def change(self, label: str) -> str:
        """What a change did, by its label; that of an undo or a redo names the change it took back."""
        done, between, of = label.partition(": ")
        if between and done == "Undo":
            return self.say("Undo: {label}", label=self.change(of))
        if between and done == "Redo":
            return self.say("Redo: {label}", label=self.change(of))
        return catalogue(self.code).gettext(label)

    def label(self, table: str, word: str) -> str:
        """The word for a closed choice, as in `label("nature", "offered")`; KeyError for an unknown word."""
        return catalogue(self.code).gettext(LABELS[table][word])

    def date(self, date: Date, style: Style = "long") -> str:
        """A date in words, alone (`long`, `short`) or as part of a sentence, with preposition and ending.

        `on` (on 20 June 2024, in June 2024), `since`, `from`, `until`; `of` is the bare date as an attribute
        ("Information as of …"). `since` and `until` of an interval mean its end, `from` its start.
        """
        return word_date(self.code, date, style)

    def number(self, value: int | float) -> str:
        if isinstance(value, int) and abs(value) < 1000:
            return str(value)
        from babel.numbers import format_decimal

        return format_decimal(value, locale=LOCALES[self.code])

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 code; the code where CLDR has none."""
        from babel import Locale

        return str(Locale.parse(LOCALES[self.code]).territories.get(code, code))

    def list_of(self, items: Iterable[str]) -> str:
        """ "a, b and c"."""
        texts = list(items)
        if len(texts) < 2:
            return "".join(texts)
        from babel.lists import format_list

        return format_list(texts, locale=LOCALES[self.code])

    def sort_key(self, text: str) -> str:
        """A key, for sorting and for storing, that puts texts in this language's CLDR order."""
        return sort_key(self.code, text)

    def pick(self, items: Sequence[NameOrText]) -> NameOrText | None:
        """The best of several names or texts: in this language, else the own spelling or original, else any.

        Acronyms, aliases and former names are taken only where there is nothing else. None of none.
        """
        return min(items, key=self._distance, default=None)

    def speaks(self, tag: str) -> bool:
        """Whether a BCP 47 tag (`kk-Cyrl`) is of this language."""
        return tag.split("-")[0] == self.code

    def name_distance(self, language: str, name_kind: str) -> tuple[int, ...]:
        """How far a name is from the one to show; of those equally near the first is the best."""
        return _name_distance(self.code, language, name_kind)

    def text_distance(self, language: str, translated: bool) -> tuple[int, ...]:
        """How far a text is from the one to show; of those equally near the first is the best."""
        other_language = not self.speaks(language)
        return other_language, other_language and translated, language.endswith("-Latn")

    def _distance(self, item: Name | Text) -> tuple[tuple[int, ...], int]:
        if isinstance(item, Text):
            return self.text_distance(item.language, item.translated), item.pk
        return self.name_distance(item.language, item.name_kind), item.pk


@cache
def _name_distance(code: str, language: str, name_kind: str) -> tuple[int, ...]:
    """Kept, as there are few of these and hundreds of names in a list."""
    other_language = language.split("-")[0] != code
    order = _NAME_ORDER.index(name_kind)
    return (
        order > _NAME_ORDER.index("short"),  # the last resort
        other_language,
        order,
        other_language and language != "en",
        language.endswith("-Latn"),
    )


def _filled(text: str, values: Mapping[str, object]) -> str:
    """A text with its placeholders filled; a full stop after “Bekova A.” is the one that is there already."""
    stopped = [name for name, value in values.items() if str(value).endswith((".", "…"))]
    for name in stopped:
        text = text.replace(f"{{{name}}}.", f"{{{name}}}")
    return text.format(**values)


@cache
def wording(code: str) -> Wording:
    """The wording of a language of the program. Raises DossierError for any other."""
    if code not in LANGUAGES:
        raise DossierError(
            "There is no language “{code}” in this program; choose {listed}.",
            code=code,
            listed=", ".join(LANGUAGES),
        )
    return Wording(code)


ENGLISH = wording("en")
"""The language of what is said where nobody's is known."""
