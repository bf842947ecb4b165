"""The forms for a contact point: a new one, and one that is corrected."""

import re
from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.contacts.phones import read_phones
from dossier.intake.forms.checks import FieldError, needed
from dossier.intake.forms.writing import Origin, Taking
from dossier.language.labels import N_
from dossier.model.plain_values import FITS
from dossier.model.records import ContactPoint
from dossier.views.names import name_of

_PHONE = re.compile(r"[+(\d][\d\s().,/+-]{4,}(?:\D{1,6}\d{1,6})?\Z")
_WEB = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_PART = re.compile(r"[^\W_]+")
_OF_AN_ADDRESS = re.compile(
    r"\d|street|st\Z|avenue|ave\Z|road|rd\Z|lane|square|plaza|boulevard|building|floor|office|room|p\Z|po\Z"
    r"|ул|пр\Z|просп|пл\Z|площад|пер\Z|переул|бульвар|шоссе|мкр|микрорайон|дом\Z|здани|офис|каб|этаж|г\Z|город"
    r"|көше|даңғыл|алаң|шағын|үй\Z|ғимарат|бөлме|қабат|қала"
)
_UNFIT = {
    "email": N_("“{value}” is no e-mail address; write it whole, as in office@example.org."),
    "phone": N_("“{value}” is no phone number; write its digits, or choose another kind."),
    "web": N_("“{value}” is no web address; write it as in https://example.org."),
    "address": N_("“{value}” is no address; write street and town."),
}


def contact_kind_of(value: str) -> str | None:
    """What a value typed for a contact plainly is; None where its look does not tell."""
    value = value.strip()
    if "@" in value and " " not in value:
        return "email"
    if _WEB.match(value):
        return "web"
    if _PHONE.match(value) or not any(map(str.isalpha, value)):
        return "phone"
    parts = _PART.findall(value.casefold())
    return "address" if "," in value or any(map(_OF_AN_ADDRESS.match, parts)) else None


@dataclass(frozen=True, slots=True)
class NewContact:
    """A phone, e-mail, address or web page of a person or organization, as of the day of its source."""

    label: ClassVar[str] = N_("Add a contact")
    of: int
    kind: str
    value: str
    name: str
    origin: Origin

    def write(self, taking: Taking) -> int:
        typed = checked_value(taking, self.kind, self.value)
        value, _ = plainly(self.kind, typed)
        _refuse_known(taking, self.of, self.kind, value)
        taking.cite(self.origin, f"{name_of(taking.edit.reader, taking.wording, self.of)}: {value}")
        contact = ContactPoint(
            of=self.of,
            contact_kind=self.kind,
            value=value,
            label=self.name.strip() or None,
            confirmed=taking.day,
        )
        taking.add(contact, stated=typed)
        return self.of


@dataclass(frozen=True, slots=True)
class CorrectedContact:
    """A contact point as it should be. What was there before stays in the history, its citations too."""

    label: ClassVar[str] = N_("Correct a contact")
    pk: int
    kind: str
    value: str
    name: str
    origin: Origin

    def write(self, taking: Taking) -> int:
        edit = taking.edit
        typed = checked_value(taking, self.kind, self.value)
        value, _ = plainly(self.kind, typed)
        before = edit.reader.get(ContactPoint, self.pk)
        _refuse_known(taking, before.of, self.kind, value, but=self.pk)
        taking.cite(self.origin, f"{name_of(edit.reader, taking.wording, before.of)}: {value}")
        taking.correct(
            self.pk,
            "*",
            typed,
            contact_kind=self.kind,
            value=value,
            label=self.name.strip() or None,
            confirmed=taking.day,
        )
        return before.of


def plainly(kind: str, value: str) -> tuple[str, str]:
    """A contact as it is shown, and what is the same for every way to write it.

    A phone is brought to the form that contact lists are brought to; `8 (701) …` is `+7 701 …`.
    """
    if kind == "phone":
        phones, lost = read_phones(value)
        if len(phones) == 1 and not lost and not phones[0].label:
            return phones[0].value, phones[0].key
    return value, " ".join(value.casefold().split())


def _refuse_known(taking: Taking, of: int, kind: str, value: str, but: int | None = None) -> None:
    """Raise FieldError for a contact that is there already: what is known is confirmed, not doubled."""
    reader, say = taking.edit.reader, taking.wording.say
    for contact in reader.find(ContactPoint, of=of, contact_kind=kind):
        if contact.pk != but and plainly(kind, contact.value)[1] == plainly(kind, value)[1]:
            name = name_of(reader, taking.wording, of)
            words = say("{name} has {value} already; confirm it instead.", name=name, value=contact.value)
            raise FieldError("value", words)


def checked_value(taking: Taking, kind: str, value: str) -> str:
    """The value without what is around it. Raises FieldError for none, and for what can't be of its kind."""
    say = taking.wording.say
    value = needed("value", value, say("The contact is empty; write a number, address or page."))
    if not FITS[kind](value):
        raise FieldError("value", say(_UNFIT[kind], value=value))
    return value
