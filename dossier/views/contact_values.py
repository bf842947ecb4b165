"""The frozen values of contacts, as they are copied, listed, printed and written to other formats."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Form:
    """What a party is called in one language (BCP 47), with the parts of a person's name where known."""

    language: str
    text: str
    family: str = ""
    given: str = ""
    patronymic: str = ""


@dataclass(frozen=True, slots=True)
class FormOfAddress:
    """How a person is addressed: `field` is that of the record, `label` words it with a language other than
    the one asked for, which `language` says alone ("in English", else "").
    """

    field: str
    label: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person in a post, or an organization, and how to reach them.

    `forms` are their names in several languages, the shown one first; `units` lead from the body down to the
    organization; `since` is the start of the post in EDTF; `status` says how long the post is known to have
    been held. `points` are (kind, value, label), the kind "phone", "email", "address" or "web".
    `marking` says that the party is invented, for training.
    """

    pk: int
    id: str
    kind: str
    name: str
    forms: tuple[Form, ...]
    title: str = ""
    organization: str = ""
    acronym: str = ""
    parent: str = ""
    units: tuple[str, ...] = ()
    region: str = ""
    since: str = ""
    status: str = ""
    is_stale: bool = False
    points: tuple[tuple[str, str, str], ...] = ()
    forms_of_address: tuple[FormOfAddress, ...] = ()
    marking: str = ""

    def values(self, kind: str) -> tuple[str, ...]:
        """What there is of a kind, such as the phones."""
        return tuple(value for each, value, _ in self.points if each == kind)


@dataclass(frozen=True, slots=True)
class ContactList:
    """The contacts of an agency, each post a row; `labels` are the words of the columns and of the frame.

    `looks_back` is set where it tells of a day before its newest source.
    """

    name: str
    lead: str
    language: str
    as_of: str
    looks_back: bool
    printed: str
    contacts: tuple[Contact, ...]
    labels: dict[str, str] = field(default_factory=dict)
    marking: str = ""
