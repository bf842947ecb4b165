"""A row of a list, read: everything in it parsed once, before anything is looked up or written."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dossier.intake.contacts.agencies import Agencies
from dossier.intake.contacts.columns import Layout
from dossier.intake.contacts.days import read_day
from dossier.intake.contacts.emails import read_emails
from dossier.intake.contacts.person_names import PersonName, join_name, read_name, tag
from dossier.intake.contacts.phones import read_phones
from dossier.intake.contacts.places import Places
from dossier.intake.contacts.reasons import BadRowError, Reason
from dossier.intake.contacts.rows import Row
from dossier.language.labels import N_

_SPOILT = "\ufffd"
"""What stands for a letter that is none in the encoding of the list."""

# With what a spreadsheet shows where a formula has no result.
_EMPTY = frozenset(
    "- – — . нет н/д б/н жоқ n/a na none null nan #н/д #n/a #ref! #ссылка! #value! #знач! #name? #имя? "
    "#div/0! #дел/0! #num! #число! #null! #пусто!".split()
)
_PLAIN_HEADERS = frozenset(
    (
        "phone",
        "email",
        "e-mail",
        "address",
        "телефон",
        "тел.",
        "тел",
        "адрес",
        "эл. почта",
        "почта",
        "мекенжайы",
    )
)


class Contact(NamedTuple):
    """A contact point in a row: its kind, as shown, as compared, as written, and what it is labelled."""

    kind: str
    value: str
    key: str
    written: str
    label: str


class Entry(NamedTuple):
    """One person as a row tells of them; `organization`, `place`: a pk, negative for a planned one, or 0."""

    line: int
    text: str
    names: tuple[PersonName, ...]
    organization: int
    title: str
    since: str
    contacts: tuple[Contact, ...]
    place: int
    region: str
    notes: tuple[str, ...]
    follows: bool

    def keys(self, kind: str) -> list[str]:
        return [contact.key for contact in self.contacts if contact.kind == kind]


class EntryReader:
    """Reads rows by a layout; organizations and places are found in the dossier or planned.

    `remark` is told by its line what there is to know of a row that can be read.
    """

    def __init__(
        self, layout: Layout, agencies: Agencies, places: Places, remark: Callable[[int, Reason], None]
    ) -> None:
        self._remark = remark
        self._agencies = agencies
        self._places = places
        self._single = [
            (column.position, column.field) for column in layout.columns if column.field in _SINGLE
        ]
        self._contacts = [
            (column.position, column.field, _label(column.header))
            for column in layout.columns
            if column.field in ("phone", "email", "address")
        ]
        self._notes = [column.position for column in layout.columns if column.field == "notes"]
        self._width = max(column.position for column in layout.columns) + 1

    def read(self, row: Row) -> Entry:
        """The entry of a row. Raises BadRowError where something in it can't be read."""
        cells: Sequence[str] = row.cells
        if len(cells) < self._width:
            cells = (*cells, *[""] * (self._width - len(cells)))
        if row.fault:
            raise BadRowError(row.fault)
        if row.heading:
            raise BadRowError(N_("a heading over several columns, not a person"))
        text = "; ".join([cell for cell in row.cells if cell])
        if _SPOILT in text:
            raise BadRowError(N_("a letter in it can’t be read; mend it, or save the list as UTF-8 anew"))
        said = {field: value for position, field in self._single if (value := _said(cells[position]))}
        names = _names(said)
        organization = self._organization(said)
        if not organization and "post" in said:
            raise BadRowError(N_("a post without its organization; fill in the organization"))
        since = read_day(said["since"]) if "since" in said else ""
        contacts, lost = self._read_contacts(cells)
        place = self._places.resolve(said["region"]) if "region" in said else 0
        for reason in lost:
            self._remark(row.line, reason)
        if place < 0:
            self._remark(row.line, self._places.planned[-place - 1])
        return Entry(
            row.line,
            text,
            names,
            organization,
            said.get("post", ""),
            since,
            contacts,
            place,
            said.get("region", ""),
            tuple([note for position in self._notes if (note := _said(cells[position]))]),
            row.follows,
        )

    def _organization(self, said: dict[str, str]) -> int:
        if "organization" in said:
            return self._agencies.resolve(said["organization"], said.get("parent", ""))
        return self._agencies.resolve(said["parent"], "") if "parent" in said else 0

    def _read_contacts(self, cells: Sequence[str]) -> tuple[tuple[Contact, ...], list[Reason]]:
        """The contact points, and why others in the row can't be read."""
        found: dict[tuple[str, str], Contact] = {}
        lost: list[Reason] = []
        for position, field, label in self._contacts:
            cell = _said(cells[position])
            if not cell:
                continue
            if field == "phone":
                phones, unread = read_phones(cell)
                lost += unread
                read = [
                    Contact("phone", phone.value, phone.key, phone.written, phone.label or label)
                    for phone in phones
                ]
            elif field == "email":
                read = [Contact("email", each, each.casefold(), each, label) for each in read_emails(cell)]
            else:
                text = " ".join(cell.split())
                read = [Contact("address", text, text.casefold(), text, label)]
            for contact in read:
                found.setdefault((field, contact.key), contact)
        return tuple(found.values()), lost


_SINGLE = frozenset(
    ("name", "name_ru", "name_kk", "family", "given", "patronymic", "organization", "parent", "post", "since",
     "region")
)  # fmt: skip


def _names(said: dict[str, str]) -> tuple[PersonName, ...]:
    names = []
    if "name" in said:
        names.append(read_name(said["name"]))
    elif "family" in said:
        names.append(join_name(said["family"], said.get("given", ""), said.get("patronymic", "")))
    if "name_ru" in said:
        names.append(read_name(said["name_ru"], "ru"))
    if "name_kk" in said:
        names.append(read_name(said["name_kk"], tag("kk", said["name_kk"])))
    if not names:
        raise BadRowError(N_("no name"))
    if names[0].text.startswith("="):
        raise BadRowError(N_("a formula instead of a name"))
    return tuple(names) if len(names) == 1 else tuple({name.text: name for name in names}.values())


def _said(cell: str) -> str:
    """What a cell says; "" for one that only marks that there is nothing to say."""
    if (len(cell) < 5 or cell[0] == "#") and cell.casefold() in _EMPTY:
        return ""
    return cell


def _label(header: str) -> str:
    return "" if header.casefold() in _PLAIN_HEADERS else header
