"""Contacts as a table with the columns that `dossier import` reads."""

from collections.abc import Iterator

from dossier.export.csv_text import csv_text
from dossier.model.records import FORMS_OF_ADDRESS
from dossier.views.contact_values import Contact, ContactList, FormOfAddress

CONTACT_COLUMNS = (
    "name", "name_ru", "name_kk", "organization", "parent", "post", "since", "phone", "email", "address",
    "web", "region", "status", *FORMS_OF_ADDRESS,
)  # fmt: skip
MARKING_COLUMN = "notes"
"""A list of invented people says so in each row, where an import makes a note of it."""
_BETWEEN = "; "


def contact_csv(contacts: ContactList) -> bytes:
    """The list as a file for Excel."""
    marking = [contacts.marking] if contacts.marking else []
    header = [*CONTACT_COLUMNS, *(MARKING_COLUMN for _ in marking)]
    rows = ([*contact_cells(contact), *marking] for contact in contacts.contacts)
    return b"".join(csv_text(header, rows, contacts.language))


def contact_cells(contact: Contact) -> Iterator[str]:
    """The cells of a person in a post, or of an organization."""
    is_person = contact.kind == "person"
    forms = {form.language.split("-")[0]: form.text for form in reversed(contact.forms)}
    other = next((form.text for form in contact.forms if form.language[:2] not in ("ru", "kk")), "")
    names = (other or contact.name, forms.get("ru", ""), forms.get("kk", ""))
    yield from names if is_person else ("", "", "")
    yield from (contact.organization, contact.parent, contact.title, contact.since)
    for kind in ("phone", "email", "address", "web"):
        yield _BETWEEN.join(contact.values(kind))
    yield from (contact.region, contact.status)
    address = {form.field: form for form in contact.forms_of_address}
    yield from (_addressed(address.get(field)) for field in FORMS_OF_ADDRESS)


def _addressed(form: FormOfAddress | None) -> str:
    """A form of address, with the language where that is another than the list's."""
    if form is None:
        return ""
    return f"{form.text} ({form.language})" if form.language else form.text
