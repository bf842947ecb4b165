"""What each kind of record is in FollowTheMoney: its entity, and those of its parts."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.export.ftm_citations import Cited, documentation
from dossier.export.ftm_sources import source_properties
from dossier.export.ftm_values import Entity, Needed, entity, put
from dossier.model.ftm import (
    CONTACTS,
    LIES_IN,
    NAMES,
    OF_INITIATIVE,
    ORGANIZATIONS,
    PART_OF,
    POSITION,
    SAID_AT,
    TEXTS,
    Properties,
    keyed,
    put_date,
    said,
)
from dossier.model.records import (
    Attestation,
    ContactPoint,
    Coverage,
    Event,
    Initiative,
    Involvement,
    Name,
    Note,
    Office,
    Organization,
    Participation,
    Place,
    Post,
    Record,
    Remit,
    Source,
    Statement,
    StatementLink,
    Status,
    Tag,
    Text,
)
from dossier.views.lookup import Lookup
from dossier.views.names import Own

_LONGEST_NAME = 380


class Some:
    """Some records on their way out, with what was read for them."""

    def __init__(self, needed: Needed, lookup: Lookup, pks: Sequence[int]) -> None:
        self._needed = needed
        self._lookup = lookup
        self._own = Own(lookup)
        lookup.learn_records(pks)
        for part in (Name, Text, ContactPoint, Note, Tag):
            lookup.of(part, "of", *pks)
        self._cited: list[Cited] = []

    def entities(self, kind: str, pk: int) -> Iterator[Entity]:
        """The entity of a record, those of its parts, and what documents them."""
        self._cited = []
        found = list(_MAKERS[kind](self, pk))
        documented = documentation(self._lookup, self._cited, self._id, self._needed.sources)
        proofs = {each.entity: each.proofs for each in documented}
        for each in found:
            if proven := proofs.get(each["id"]):
                each["properties"]["proof"] = sorted(proven)
            yield each
        for documents in documented:
            yield from documents.entities

    def person(self, pk: int) -> Iterator[Entity]:
        properties = self._named(pk)
        for name in self._lookup.of(Name, "of", pk):
            parts = (("lastName", name.family), ("firstName", name.given), ("fatherName", name.patronymic))
            for part, value in parts:
                put(properties, part, value)
        self._put_contacts(properties, pk)
        yield self._entity("Person", pk, properties)
        for post in self._lookup.of(Post, "person", pk):
            if post.organization in self._needed.kept:
                yield from self._post(post)

    def organization(self, pk: int) -> Iterator[Entity]:
        record = self._lookup.one(Organization, pk)
        properties = self._named(pk)
        properties["classification"] = [record.organization_kind]
        if record.parent in self._needed.kept:
            put(properties, "parent", self._id(record.parent))
        if record.country:
            code = self._lookup.one(Place, record.country).code
            put(properties, "country", code.lower() if code and len(code) == 2 else None)
        self._put_contacts(properties, pk)
        for office in self._lookup.of(Office, "organization", pk):
            self._put_place(properties, office.place)
            self._cite(office, pk, key=self._id(office.place))
        yield self._entity(ORGANIZATIONS[record.organization_kind], pk, properties)

    def initiative(self, pk: int) -> Iterator[Entity]:
        record = self._lookup.one(Initiative, pk)
        properties = self._worded(pk)
        properties.setdefault("keywords", []).append(said("kind", record.initiative_kind))
        put_date(properties, "period", record.period)
        for status in self._lookup.of(Status, "initiative", pk):
            words = f"{status.status} {status.on}" if status.on else status.status
            put(properties, "status", words)
            self._cite(status, pk, key=words)
        for each in self._lookup.of(Coverage, "initiative", pk):
            self._put_place(properties, each.place)
            self._cite(each, pk, key=self._id(each.place))
        yield self._entity("Project", pk, properties)
        for part in self._lookup.of(Involvement, "initiative", pk):
            if part.party in self._needed.kept:
                links = {"project": [self._id(pk)], "participant": [self._id(part.party)]}
                self._cite(part, pk, key=part.id)
                yield entity("ProjectParticipant", part.id, {**links, "role": [part.role]})

    def event(self, pk: int) -> Iterator[Entity]:
        record = self._lookup.one(Event, pk)
        properties = self._worded(pk)
        keywords = [said("kind", record.event_kind), *(["announced"] if record.announced else [])]
        properties.setdefault("keywords", []).extend(keywords)
        put_date(properties, "date", record.date, day="date")
        for word, value in (("time", record.local_time), ("zone", record.zone)):
            put(properties, "description", said(word, value) if value else None)
        self._put_place(properties, record.place)
        parts = [each for each in self._lookup.of(Participation, "event", pk) if self._is_kept(each.party)]
        for part in parts:
            put(properties, "organizer" if part.role == "host" else "involved", self._id(part.party))
        yield self._entity("Event", pk, properties)
        for part in parts:
            self._cite(part, pk, key=part.id)
            yield self._link(part.id, part.party, pk, part.role)
        yield from self._field_link(pk, record.part_of, PART_OF)
        yield from self._field_link(pk, record.initiative, OF_INITIATIVE)

    def statement(self, pk: int) -> Iterator[Entity]:
        record = self._lookup.one(Statement, pk)
        properties = self._worded(pk)
        properties["name"] = [text[:_LONGEST_NAME] for text in properties.get("summary", ())][:1]
        keywords = [said("kind", "statement"), said("nature", record.nature)]
        properties.setdefault("keywords", []).extend(keywords)
        put_date(properties, "on", record.on, day="date")
        self._put_place(properties, record.place)
        yield self._entity("Event", pk, properties)
        for link in self._lookup.of(StatementLink, "statement", pk):
            if self._is_kept(link.to):
                self._cite(link, pk, key=link.id)
                yield self._link(link.id, link.to, pk, link.role)
        yield from self._field_link(pk, record.event, SAID_AT)

    def place(self, pk: int) -> Iterator[Entity]:
        record = self._lookup.one(Place, pk)
        properties = self._named(pk)
        own = self._own.name(pk)
        put(properties, "full", own)
        if record.place_kind in ("region", "city"):
            put(properties, record.place_kind, own)
        if record.place_kind == "country" and record.code:
            put(properties, "country", record.code.lower())
        keywords = properties.setdefault("keywords", [])
        keywords.append(said("kind", record.place_kind))
        keywords += [said("code", record.code)] if record.code else []
        for name, value in (("latitude", record.latitude), ("longitude", record.longitude)):
            put(properties, name, None if value is None else repr(value))
        put(properties, "description", said("existed", record.existed.text) if record.existed else None)
        yield self._entity("Address", pk, properties)
        if record.parent:
            yield self._link(f"{record.id}-in", pk, record.parent, LIES_IN)

    def source(self, pk: int) -> Iterator[Entity]:
        record = self._lookup.one(Source, pk)
        schema = "Article" if record.source_kind == "article" else "Document"
        yield self._entity(schema, pk, source_properties(self._lookup, record))

    def _post(self, post: Post) -> Iterator[Entity]:
        position = POSITION + post.id
        organization = self._id(post.organization)
        properties = self._worded(post.pk, position)
        if not properties.get("name"):
            properties["name"] = [self._own.name(post.organization)]
            properties.setdefault("keywords", []).append("untitled")
        properties["organization"] = [organization]
        self._put_place(properties, post.place)
        for remit in self._lookup.of(Remit, "post", post.pk):
            name = self._own.name(remit.place)
            put(properties, "subnationalArea", name)
            self._needed.places.add(remit.place)
            self._cite(remit, post.pk, position, key=name)
        held: Properties = {"holder": [self._id(post.person)], "post": [position]}
        put_date(held, "held", post.held)
        for attestation in self._lookup.of(Attestation, "post", post.pk):
            if attestation.on:
                plain: Properties = {}
                put_date(plain, "attested", attestation.on, day="date", spans=False)
                for field in ("date", "description"):
                    held.setdefault(field, []).extend(plain.get(field, ()))
            self._cite(attestation, post.pk, position, key=str(attestation.on or ""))
        self._cite(post, post.pk, position)
        yield entity("Position", position, properties)
        yield entity("Occupancy", post.id, held)

    def _entity(self, schema: str, pk: int, properties: Properties) -> Entity:
        record = self._lookup.record(pk)
        self._cite(record, pk)
        return entity(schema, record.id, properties)

    def _named(self, pk: int) -> Properties:
        properties = self._annotated(pk)
        names = self._lookup.of(Name, "of", pk)
        for name in sorted(names, key=lambda name: name.name_kind != "official"):
            put(properties, NAMES[name.name_kind], name.text)
            self._cite(name, pk, key=name.text)
        return properties

    def _worded(self, pk: int, entity: str = "") -> Properties:
        properties = self._annotated(pk)
        kind = self._lookup.kind(pk)
        texts = self._lookup.of(Text, "of", pk)
        for text in sorted(texts, key=lambda text: text.translated):
            if field := TEXTS[kind].get(text.field):
                words = said(text.field, text.text) if field == "description" else text.text
                put(properties, field, words)
                self._cite(text, pk, entity, key=said(text.field, text.text))
        return properties

    def _annotated(self, pk: int) -> Properties:
        properties: Properties = {"keywords": ["fictional"]} if self._needed.fictional else {}
        for tag in self._lookup.of(Tag, "of", pk):
            put(properties, "keywords", tag.label)
        for note in self._lookup.of(Note, "of", pk):
            if not note.marking:  # there is no place for a marking, and nothing leaves without its own
                put(properties, "notes", note.text)
        return properties

    def _put_contacts(self, properties: Properties, pk: int) -> None:
        for point in self._lookup.of(ContactPoint, "of", pk):
            kind, value = point.contact_kind, point.value
            if kind == "phone":
                number = keyed(kind, value)
                if number.startswith("+"):
                    put(properties, "phone", number)
                else:  # a number without its country's code is none in FollowTheMoney
                    put(properties, "notes", said("phone", value))
            else:
                put(properties, CONTACTS[kind], value)
            self._cite(point, pk, key=keyed(kind, value))

    def _put_place(self, properties: Properties, pk: int | None) -> None:
        if pk is not None:
            self._needed.places.add(pk)
            put(properties, "addressEntity", self._id(pk))

    def _field_link(self, pk: int, other: int | None, role: str) -> Iterator[Entity]:
        if other is not None and other in self._needed.kept:
            yield self._link(f"{self._id(pk)}-{role.replace(' ', '-')}", pk, other, role)

    def _link(self, id: str, subject: int, to: int, role: str) -> Entity:
        return entity(
            "UnknownLink", id, {"subject": [self._id(subject)], "object": [self._id(to)], "role": [role]}
        )

    def _is_kept(self, pk: int) -> bool:
        if self._lookup.kind(pk) == "place":
            self._needed.places.add(pk)
            return True
        return pk in self._needed.kept

    def _cite(self, record: Record, subject: int, entity: str = "", *, key: str = "") -> None:
        self._cited.append(Cited(record, subject, entity or self._id(subject), key))

    def _id(self, pk: int) -> str:
        return self._lookup.record(pk).id


_MAKERS: dict[str, Callable[[Some, int], Iterable[Entity]]] = {
    "person": Some.person,
    "organization": Some.organization,
    "initiative": Some.initiative,
    "event": Some.event,
    "statement": Some.statement,
    "place": Some.place,
    "source": Some.source,
}
