"""Writes a form: every record it adds is cited to the one source that the form names."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from dossier.intake.contacts.person_names import language_of, read_name
from dossier.intake.forms.checks import FieldError, needed
from dossier.intake.forms.origins import Origin, passage_of, passage_of_call
from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.plain_values import unshowable
from dossier.model.records import Citation, Name, Organization, Place, Record, Text
from dossier.search.resolve import called
from dossier.store import Edit

if TYPE_CHECKING:
    from dossier.store import Change, Dossier

__all__ = ["Entry", "Named", "Origin", "Taking", "Written", "write"]


@dataclass(frozen=True, slots=True)
class Named:
    """A record as a form names it: by words, and by its pk where it was chosen from those offered."""

    text: str = ""
    pk: int | None = None

    def __bool__(self) -> bool:
        return bool(self.text.strip())


class Entry(Protocol):
    """What one form was filled with. `label` words the Change."""

    label: ClassVar[str]

    def write(self, taking: "Taking") -> int:
        """Write it; gives the record to show afterwards. Raises FieldError for what can't be taken."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a form: the record to show, the Change, and what is to be said about it."""

    pk: int
    change: "Change"
    remark: str = ""


def write(dossier: "Dossier", wording: Wording, entry: Entry, label: str = "") -> Written:
    """Write a form as one Change. Raises FieldError for what can't be taken; then nothing is written."""
    _refuse_unshowable(wording, entry)
    with dossier.edit(label or entry.label) as edit:
        taking = Taking(edit, wording, dossier.clock().date())
        pk = entry.write(taking)
    return Written(pk, dossier.history(limit=1)[0], taking.remark)


def _refuse_unshowable(wording: Wording, entry: Entry) -> None:
    """What is pasted may hold characters that no text can be made of."""
    for field in fields(entry):  # type: ignore[arg-type]
        typed = getattr(entry, field.name)
        for value in typed if isinstance(typed, tuple) else (typed,):
            text = value if isinstance(value, str) else getattr(value, "text", "")
            if found := unshowable(text):
                at = "source" if isinstance(value, Origin) else getattr(value, "key", field.name)
                raise FieldError(
                    at,
                    wording.say(
                        "This holds the character {code}, which can't be shown; remove it.", code=found
                    ),
                )


class Taking:
    """A form while it is written: what it adds, and the passage that all of it is cited to."""

    def __init__(self, edit: Edit, wording: Wording, today: date) -> None:
        self.edit = edit
        self.wording = wording
        self.today = today
        self.day: Date | None = None
        """The date of the source: the day on which it shows things as they are."""
        self.remark = ""
        """What is to be said once it is written."""
        self._passage = 0

    def cite(self, origin: Origin, gist: str) -> None:
        """Take the source that what follows is cited to; `gist` is what it says, in our words."""
        self._passage, self.day = passage_of(self.edit, self.wording, self.today, origin, gist)

    def cite_call(self, who: str, on: str, gist: Callable[[Wording], str]) -> None:
        """Take a call with somebody as the source that what follows is cited to."""
        self._passage, self.day = passage_of_call(self.edit, self.wording, self.today, who, on, gist)

    def add(self, record: Record, field: str = "*", stated: str | None = None) -> int:
        """Add a record with its citation."""
        pk = self.edit.add(record)
        self.support(pk, field, stated)
        return pk

    def support(self, of: int, field: str = "*", stated: str | None = None) -> None:
        """Cite a field of a record that was there before."""
        self.edit.add(Citation(of=of, field=field, passage=self._passage, stated=stated, basis="stated"))

    def correct(self, pk: int, field: str, stated: str, **values: Any) -> None:
        """Change a record that was there before; what its former values were cited to goes with them."""
        for citation in self.edit.reader.find(Citation, of=pk):
            self.edit.delete(citation.pk)
        self.edit.set(pk, **values)
        self.support(pk, field, stated)

    def support_translation(self, of: int, like: Citation | None) -> None:
        """Cite a text that is the same translation as another one was."""
        self.edit.add(
            Citation(
                of=of,
                field="text",
                passage=self._passage,
                basis="translation",
                translator=like.translator if like else None,
                checked=like.checked if like else False,
            )
        )

    def add_text(self, of: int, field: str, text: str, language: str = "") -> None:
        tag = language or self.language_of(text)
        self.add(Text(of=of, field=field, language=tag, text=text), "text", text)

    def add_name(self, of: int, text: str, name_kind: str = "official", *, person: bool = False) -> None:
        language = self.language_of(text)
        if person:
            name = read_name(text, language)
            record = Name(
                of=of, text=name.text, language=language, name_kind=name_kind,
                family=name.family, given=name.given, patronymic=name.patronymic,
            )  # fmt: skip
        else:
            record = Name(of=of, text=text, language=language, name_kind=name_kind)
        self.add(record, "text", text)

    def language_of(self, text: str) -> str:
        """The tag of what was typed: by its letters, and where they leave it open by the language in use."""
        tag = language_of(text)
        return "kk-Cyrl" if tag == "ru" and self.wording.code == "kk" else tag

    def find(self, field: str, named: Named, kind: str) -> int | None:
        """The record meant; None where nothing is called so. Raises FieldError where several are."""
        if named.pk is not None or not named:
            return named.pk
        found = called(self.edit.reader, named.text, kind=kind)
        if len(found) > 1:
            say = self.wording.say
            raise FieldError(
                field, say("“{text}” fits several records; choose one of those offered.", text=named.text)
            )
        return found[0] if found else None

    def organization(self, field: str, named: Named) -> int:
        """The organization meant; one that is not in the dossier is added."""
        found = self.find(field, named, "organization")
        return found or self.new_organization(named.text)

    def new_organization(
        self, text: str, kind: str = "other", *, parent: int | None = None, country: int | None = None
    ) -> int:
        text = needed("name", text, self.wording.say("Write what the organization is called."))
        pk = self.add(Organization(organization_kind=kind, parent=parent, country=country))
        self.add_name(pk, text)
        return pk

    def place(self, field: str, named: Named, place_kind: str) -> int:
        """The place meant; one that is not in the dossier is added, as a place of that kind."""
        found = self.find(field, named, "place")
        if found:
            return found
        pk = self.add(Place(place_kind=place_kind))
        self.add_name(pk, " ".join(named.text.split()))
        return pk

    def region(self, field: str, named: Named) -> int:
        """The region meant; one that is not in the dossier is added."""
        return self.place(field, named, "region")

    def party(self, field: str, named: Named) -> int:
        """The person or organization meant. Raises FieldError for one that is not in the dossier."""
        found = self.find(field, named, "person") or self.find(field, named, "organization")
        if found is None:
            say = self.wording.say
            raise FieldError(
                field,
                say(
                    "Nobody in the dossier is called “{text}”; add the person or organization first.",
                    text=named.text,
                ),
            )
        return found


def each_named(
    taking: Taking, field: str, names: tuple[Named, ...], find: Callable[[str, Named], int]
) -> tuple[int, ...]:
    """The records that several names mean, each once."""
    return tuple(dict.fromkeys(find(field, named) for named in names if named))
