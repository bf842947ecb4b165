"""Contacts as CSV that Excel opens, with the columns that `dossier import` reads.

Excel takes a cell that begins with = + - or @ for a formula, and one of those may call a program; such a cell
gets an apostrophe in front, which the import takes off again. A phone number needs none: written with spaces
it is no formula.
"""

import csv
import io
import re
from collections.abc import Iterator

from dossier.model.records import FORMS_OF_ADDRESS
from dossier.views.contact_values import Contact, ContactList, FormOfAddress

_COLUMNS = (
    "name", "name_ru", "name_kk", "organization", "parent", "post", "since", "phone", "email", "address",
    "web", "region", "status", *FORMS_OF_ADDRESS,
)  # fmt: skip
_MARKING = "notes"
_FORMULA = re.compile(r"[=+\-@\t\r]")
_PHONES = re.compile(r"\+[\d\s().;+\-\u2010-\u2015]+\Z")
_BETWEEN = "; "
# Excel expects the separator of the system's language, and Russian and Kazakh have the decimal comma.
_SEPARATORS = {"en": ",", "ru": ";", "kk": ";"}


def contact_csv(contacts: ContactList) -> bytes:
    """The list as a file: UTF-8 with a byte order mark, without which Excel takes it for another encoding."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_SEPARATORS[contacts.language], lineterminator="\r\n")
    # A list of invented people says so in each row, where an import makes a note of it.
    marking = [contacts.marking] if contacts.marking else []
    writer.writerow([*_COLUMNS, *(_MARKING for _ in marking)])
    writer.writerows([*map(guarded, _cells(contact)), *marking] for contact in contacts.contacts)
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if _PHONES.match(cell):
        return " ".join(re.sub(r"[.\-\u2010-\u2015]", " ", cell).split())
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _cells(contact: Contact) -> Iterator[str]:
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
