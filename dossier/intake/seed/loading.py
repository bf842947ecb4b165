"""Writes a checked seed into a dossier."""

from typing import Any

from dossier.intake.seed.entries import Citing, Entry, Seed
from dossier.intake.seed.shapes import NO_TRANSLATIONS
from dossier.model.fields import FieldType, specs
from dossier.model.records import Citation, Name, Paragraph, Passage, Text
from dossier.store import Edit

TRANSLATOR = "Dossier seed"


def write_seed(edit: Edit, seed: Seed) -> None:
    """Add all records of a seed; those that others point at come first."""
    _Writer(edit, seed).write()


class _Writer:
    def __init__(self, edit: Edit, seed: Seed) -> None:
        self._edit = edit
        self._seed = seed
        self._pks: dict[str, int] = {}
        self._paragraphs: dict[tuple[str, int], int] = {}
        self._passages: dict[tuple[str, int, int | None, int | None], int] = {}
        self._source_kinds = {
            entry.slug: entry.values["source_kind"] for entry in seed.entries if entry.kind == "source"
        }

    def write(self) -> None:
        for entry in self._seed.entries:
            self._pks[entry.slug] = self._write(entry, {})

    def _write(self, entry: Entry, owner: dict[str, int]) -> int:
        pk = self._edit.add(entry.record_class(**self._values(entry, owner)))
        if entry.record_class is Paragraph:
            self._paragraphs[entry.source_slug, entry.values["number"]] = pk
        for part in entry.parts:
            self._write(part, {part.owner: pk})
        for citing in entry.citations:
            if citing.field not in entry.texts:
                self._cite(pk, citing, citing.field, stated=self._stated(entry, citing))
        for field in entry.texts:
            self._write_texts(pk, entry, field)
        return pk

    def _values(self, entry: Entry, owner: dict[str, int]) -> dict[str, Any]:
        references = {
            name for name, spec in specs(entry.record_class).items() if spec.type is FieldType.REFERENCE
        }
        values = {
            name: self._pks[value] if name in references else value for name, value in entry.values.items()
        }
        return values | owner

    def _write_texts(self, pk: int, entry: Entry, field: str) -> None:
        """The English text is as the source has it, in our words; the others are translations of it.

        Of a text that no language translates each is as the source has it, word for word.
        """
        citations = [citing for citing in entry.citations if citing.field == field]
        for language, text in entry.texts[field].items():
            translated = language != "en" and field not in NO_TRANSLATIONS
            text_pk = self._edit.add(
                Text(of=pk, field=field, language=language, text=text, translated=translated)
            )
            for citing in citations:
                stated = text if field in NO_TRANSLATIONS else citing.stated
                self._cite(text_pk, citing, "text", stated=stated, translated=translated)

    def _cite(
        self, of: int, citing: Citing, field: str, *, stated: str | None, translated: bool = False
    ) -> None:
        basis = "translation" if translated else self._basis(citing)
        rule = citing.rule if basis == "derived" else {}
        pk = self._edit.add(
            Citation(
                of=of,
                field=field,
                passage=self._passage(citing),
                stated=stated,
                basis=basis,
                rule=rule.get("en"),
                translator=TRANSLATOR if basis == "translation" else None,
            )
        )
        for language in rule.keys() - {"en"}:
            text = Text(of=pk, field="rule", language=language, text=rule[language], translated=True)
            self._cite(self._edit.add(text), citing, "text", stated=None, translated=True)

    def _basis(self, citing: Citing) -> str:
        if citing.basis:
            return citing.basis
        return "reference" if self._source_kinds[citing.source] == "reference" else "stated"

    def _stated(self, entry: Entry, citing: Citing) -> str | None:
        """A name that a source states stands there as it is written here, unless the seed says otherwise."""
        if citing.stated is None and entry.record_class is Name and self._basis(citing) == "stated":
            return str(entry.values["text"])
        return citing.stated

    def _passage(self, citing: Citing) -> int:
        key = (citing.source, citing.paragraph, citing.start, citing.end)
        if key not in self._passages:
            paragraph = self._paragraphs[citing.source, citing.paragraph]
            self._passages[key] = self._edit.add(
                Passage(paragraph=paragraph, start=citing.start, end=citing.end)
            )
        return self._passages[key]
