"""Writes the rows of a plan into a dossier, each cited to its row of the list.

A row is a paragraph of the source with its text as it stands. What is written of it lies between its passage
and a citation of the whole person or organization: that one citation covers all of it. A value that a person
would not recognize in the row (a phone with another code) is cited by itself, as it is written there.
"""

from collections.abc import Mapping

from dossier.intake.contacts.agencies import name_of
from dossier.intake.contacts.entries import Contact, Entry
from dossier.intake.contacts.facts import (
    Difference,
    Facts,
    KnownContact,
    KnownPost,
    differences,
    post_of,
    read_facts,
)
from dossier.intake.contacts.person_names import PersonName, language_of
from dossier.intake.contacts.places import kind_of
from dossier.intake.contacts.plan import Group, Plan
from dossier.model.dates import Date, parse_date
from dossier.model.progress import Progress
from dossier.model.records import (
    Attestation,
    Citation,
    ContactPoint,
    Name,
    Note,
    Organization,
    Paragraph,
    Passage,
    Person,
    Place,
    Post,
    Source,
    Text,
)
from dossier.store import Edit

NEW, SKIP = 0, -1
"""What may be decided of an ambiguous row besides the pk of whom it speaks of."""


class Writer:
    """Writes a plan within one edit; `decisions` are by the place of an ambiguous row."""

    def __init__(self, edit: Edit, plan: Plan, decisions: Mapping[int, int], progress: Progress) -> None:
        self._edit = edit
        self._plan = plan
        self._decisions = decisions
        self._progress = progress
        self._agencies: dict[int, int] = {}
        self._places: dict[int, int] = {}
        self._written: dict[int, int] = {}
        self._firsts = {-target - 1 for target in plan.targets if target < 0}
        self._day = plan.origin.received
        self._held: dict[str, Date] = {}
        self._source = 0
        self._passage = 0

    def write(self) -> None:
        """Write every row that is not bad, not left undecided, and not in the dossier already."""
        for start, entries in self._plan.blocks:
            self._progress.at("write", start / self._plan.blocks.count)
            places = range(start, start + len(entries))
            known = self._known({pk for place in places if (pk := self._target(place)) > 0})
            cited = self._cited(entries)
            for place, entry in zip(places, entries, strict=True):
                person = self._target(place)
                if person == NEW:
                    person = self._write_person(entry, cited)
                elif person > 0:
                    # The person of a row before it is known only by now.
                    facts = known.get(person) or self._known({person})[person]
                    self._write_known(entry, facts, cited)
                if place in self._firsts and person > 0:
                    self._written[place] = person

    def _target(self, place: int) -> int:
        """Whom to write of a row: a pk, NEW, or SKIP, as of one that follows a row not yet written."""
        if self._plan.groups[place] == Group.AMBIGUOUS:
            return self._decisions.get(place, SKIP)
        target = self._plan.targets[place]
        if target >= 0:
            return target
        return SKIP if self._plan.groups[place] == Group.SAME else self._written.get(-target - 1, SKIP)

    def _known(self, pks: set[int]) -> dict[int, Facts]:
        return read_facts(self._edit.reader, pks) if pks else {}

    def _cited(self, entries: list[Entry]) -> dict[int, int]:
        """The paragraphs of rows that were written when the very same list was imported before."""
        if self._plan.origin.known is None:
            return {}
        rows = self._edit.reader.rows(
            "SELECT number, pk FROM paragraph WHERE source = :source AND number BETWEEN :first AND :last",
            source=self._plan.origin.known,
            first=entries[0].line,
            last=entries[-1].line,
        )
        return {int(number): int(pk) for number, pk in rows}

    def _open_row(self, entry: Entry, cited: Mapping[int, int]) -> None:
        if not self._source:
            self._source = self._plan.origin.known or self._write_source()
        add = self._edit.add_values
        paragraph = cited.get(entry.line) or add(Paragraph, self._source, entry.line, entry.text)
        self._passage = add(Passage, paragraph, None, None, None, None, None)

    def _write_source(self) -> int:
        origin = self._plan.origin
        source = self._edit.add(
            Source(
                source_kind="list",
                title=origin.title,
                publisher=origin.sender,
                retrieved=origin.received,
                sha256=origin.sha256,
            )
        )
        header = self._plan.layout.header
        if header:
            text = "; ".join(cell for cell in header.cells if cell)
            self._edit.add(Paragraph(source=source, number=header.line, original=text))
        return source

    def _write_person(self, entry: Entry, cited: Mapping[int, int]) -> int:
        add = self._edit.add_values
        self._open_row(entry, cited)
        organization = self._agency(entry.organization) if entry.organization else 0
        place = self._place(entry) if entry.place else None
        person = add(Person)
        for number, name in enumerate(entry.names):
            self._write_name(person, name, "official" if number == 0 else "transliteration")
        if organization:
            self._write_post(entry, person, organization, place)
        for contact in entry.contacts:
            self._write_contact(person, contact)
        if place and not organization:
            region = Contact("address", entry.region, "", entry.region, "")
            self._write_contact(person, region)
        for note in entry.notes:
            add(Note, person, note, None)
        self._cite(person, "*", None)
        return person

    def _write_name(self, of: int, name: PersonName, kind: str) -> None:
        text, language, family, given, patronymic = name
        self._edit.add_values(Name, of, text, language, kind, family, given, patronymic)

    def _write_post(self, entry: Entry, person: int, organization: int, place: int | None) -> KnownPost:
        held = self._since(entry.since) if entry.since else None
        add = self._edit.add_values
        pk = add(Post, person, organization, place, held)
        titles = {}
        if entry.title:
            language = language_of(entry.title)
            add(Text, pk, "title", language, entry.title, False)
            titles[name_of(entry.title)] = entry.title
        add(Attestation, pk, self._day)
        return KnownPost(pk, entry.organization, titles, held.text if held else None, place)

    def _write_contact(self, person: int, contact: Contact) -> KnownContact:
        kind, value, _, _, label = contact
        pk = self._edit.add_values(ContactPoint, person, kind, value, label or None, self._day)
        if contact.kind == "phone" and _digits(contact.value) != _digits(contact.written):
            self._cite(pk, "value", contact.written)
        return KnownContact(pk, value, self._day.text)

    def _write_known(self, entry: Entry, facts: Facts, cited: Mapping[int, int]) -> None:
        entry = entry._replace(
            organization=self._agencies.get(entry.organization, entry.organization),
            place=self._places.get(entry.place, entry.place),
        )
        found = differences(entry, facts, self._plan.agencies)
        if not found and entry.line in cited:
            return
        self._open_row(entry, cited)
        post = post_of(entry, facts)
        for difference in found:
            post = self._write_difference(entry, facts, difference) or post
        if post and self._day.text not in post.days:
            self._edit.add(Attestation(post=post.pk, on=self._day))
            post.days.add(self._day.text)
        self._confirm(entry, facts)
        self._cite(facts.pk, "*", None)

    def _confirm(self, entry: Entry, facts: Facts) -> None:
        """A newer list that has a contact point confirms it."""
        day = self._day.latest.isoformat() if self._day.latest else ""
        for contact in entry.contacts:
            known = facts.contacts[contact.kind, contact.key]
            if known.confirmed < day:
                self._edit.set(known.pk, confirmed=self._day)
                known.confirmed = day

    def _write_difference(self, entry: Entry, facts: Facts, difference: Difference) -> KnownPost | None:
        """Add what is new, beside what was known; gives the post where it is a new one."""
        item = difference.item
        match difference.field:
            case "name" if isinstance(item, PersonName):
                spoken = {name.language for name in facts.names}
                kind = "alias" if item.language in spoken else "transliteration"
                self._write_name(facts.pk, item, kind)
                facts.names.append(item)
            case "organization" | "post":
                organization = self._agency(entry.organization)
                place = self._place(entry) if entry.place else None
                post = self._write_post(entry, facts.pk, organization, place)
                facts.posts.append(post)
                return post
            case "since" if difference.post:
                if not difference.old:
                    self._edit.set(difference.post, held=self._since(entry.since))
                self._cite(difference.post, "held", entry.since)
                facts.stated.add((difference.post, "held", entry.since))
            case "region" if difference.post:
                if not difference.old:
                    self._edit.set(difference.post, place=self._place(entry))
                self._cite(difference.post, "place", entry.region)
                facts.stated.add((difference.post, "place", entry.region))
            case "notes":
                self._edit.add(Note(of=facts.pk, text=difference.new))
                facts.notes.add(name_of(difference.new))
            case _ if isinstance(item, Contact):
                facts.contacts[item.kind, item.key] = self._write_contact(facts.pk, item)
        return None

    def _cite(self, of: int, field: str, stated: str | None) -> None:
        self._edit.add_values(Citation, of, field, self._passage, stated, "stated", None, None, False, None)

    def _agency(self, pk: int) -> int:
        """The pk of an organization; one that was only planned is written when a row first needs it."""
        if pk > 0:
            return pk
        if pk not in self._agencies:
            agency = self._plan.agencies[pk]
            parent = self._agency(agency.parent) if agency.parent else None
            written = self._edit.add(Organization(organization_kind=agency.kind, parent=parent))
            self._edit.add(Name(of=written, text=agency.name, language=agency.language, name_kind="official"))
            self._cite(written, "*", None)
            self._agencies[pk] = written
            self._plan.agencies.enter_written(written, agency)
        return self._agencies[pk]

    def _place(self, entry: Entry) -> int:
        if entry.place > 0:
            return entry.place
        if entry.place not in self._places:
            written = self._edit.add(Place(place_kind=kind_of(entry.region)))
            language = language_of(entry.region)
            self._edit.add(Name(of=written, text=entry.region, language=language, name_kind="official"))
            self._cite(written, "*", None)
            self._places[entry.place] = written
        return self._places[entry.place]

    def _since(self, day: str) -> Date:
        if day not in self._held:
            self._held[day] = parse_date(f"{day}/..")
        return self._held[day]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
