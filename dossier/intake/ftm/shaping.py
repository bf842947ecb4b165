"""All entities of a file as planned records and citations; what has no place in a dossier is counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from dossier.intake.ftm import links, things
from dossier.intake.ftm.reading import Entity
from dossier.intake.ftm.shapes import Part, Planned, Ref, choices
from dossier.model.ftm import LIES_IN, OF_INITIATIVE, PART_OF, SAID_AT, record_id

_HOUSED = ("Person", *things.BODIES)
_LATER = {LIES_IN: "parent", PART_OF: "part_of", OF_INITIATIVE: "initiative", SAID_AT: "event"}
_SILENT = ("Mention", "Position", "Address")
"""What is told with other entities: a Mention with its document, the others with whose they are."""


class Shaping:
    """The records of a file by their ids, and the citations."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self.records: dict[str, Planned] = {}
        self.told: list[links.Told] = []
        self.left_out: Counter[str] = Counter()
        everything = self._entities.values()
        parties = (each for each in everything if each.schema in _HOUSED)
        self._housing = set(chain.from_iterable(each.all("addressEntity") for each in parties))
        unknown = (each for each in everything if each.schema == "UnknownLink")
        self._linked = {(each.first("object"), each.first("subject")) for each in unknown}
        self._places = {entity.id for entity in self._entities.values() if self._stands_as_place(entity)}
        self._codes: dict[str, str] = {}
        self._place_names: dict[str, str] = {}
        for entity in self._entities.values():
            self._enter_place(entity)
        for entity in self._entities.values():
            self._enter_thing(entity)
        for entity in self._entities.values():
            self._enter_link(entity)
        self._tell()

    def _enter(self, planned: Planned) -> None:
        self.records[planned.id] = planned

    def _stands_as_place(self, entity: Entity) -> bool:
        """Whether an address is a place: one of ours, or where something is; else somebody lives there."""
        return entity.schema == "Address" and (things.is_place(entity) or entity.id not in self._housing)

    def _enter_place(self, entity: Entity) -> None:
        if entity.id not in self._places:
            return
        planned = things.place(entity)
        self._enter(planned)
        if code := planned.values["code"]:
            self._codes[code] = planned.id
        for part in planned.parts:
            if part.kind == "name":
                self._place_names.setdefault(part.key, planned.id)

    def _enter_thing(self, entity: Entity) -> None:
        match entity.schema:
            case "Person":
                self._enter(things.person(entity))
                self._house(entity)
            case schema if schema in things.BODIES:
                code = entity.first("country").upper()
                self._enter(things.organization(entity, self._codes.get(code)))
                self._house(entity)
            case schema if schema in things.DOCUMENTS:
                self._enter(things.source(entity))
            case "Project":
                planned = things.initiative(entity)
                planned.parts += self._parts_at(entity, "coverage")
                self._enter(planned)
            case "Event":
                make = things.statement if things.is_statement(entity) else things.event
                self._enter(make(entity, self._place_of(entity)))

    def _house(self, entity: Entity) -> None:
        """The offices of an organization; another address is one to write to."""
        planned = self.records[record_id(entity.id)]
        if planned.kind == "organization":
            planned.parts += self._parts_at(entity, "office")
        for id in entity.all("addressEntity"):
            address = self._entities.get(id)
            if address and id not in self._places and (full := address.first("full")):
                values = {"contact_kind": "address", "value": full, "label": None, "confirmed": None}
                planned.parts.append(Part("contact_point", " ".join(full.casefold().split()), values))

    def _parts_at(self, entity: Entity, kind: str) -> Iterator[Part]:
        for id in dict.fromkeys(entity.all("addressEntity")):
            if id in self._places:
                place = record_id(id)
                yield Part(kind, place, {"place": Ref(place)})

    def _place_of(self, entity: Entity) -> str | None:
        return next((record_id(id) for id in entity.all("addressEntity") if id in self._places), None)

    def _enter_link(self, entity: Entity) -> None:
        match entity.schema:
            case "Occupancy" if position := self._entities.get(entity.first("post")):
                place = self._place_of(position)
                self._enter(links.post(entity, position, place, self._place_names))
            case schema if schema in links.MEMBERSHIPS:
                self._enter(links.membership(entity))
            case "ProjectParticipant":
                self._enter(links.involvement(entity))
            case "UnknownLink":
                self._enter_unknown(entity)
            case "Event" if not things.is_statement(entity):
                self._enter_involved(entity)
            case "Documentation":
                self.told.append(links.documented(entity))
            case schema if schema not in _SILENT and record_id(entity.id) not in self.records:
                self.left_out[schema] += 1

    def _enter_unknown(self, entity: Entity) -> None:
        """A link that says by its role what it is."""
        role, id = entity.first("role"), record_id(entity.id)
        subject, to = (record_id(entity.first(end)) for end in ("subject", "object"))
        target, source = self.records.get(to), self.records.get(subject)
        if role in _LATER and source:
            source.later[_LATER[role]] = Ref(to)
        elif target and target.kind == "statement" and role in choices("statement_link", "role"):
            self._enter(links.statement_link(id, to, subject, role))
        elif target and target.kind == "event" and role in choices("participation", "role"):
            self._enter(links.participation(id, to, subject, role))
        else:
            self.left_out[entity.schema] += 1

    def _enter_involved(self, entity: Entity) -> None:
        """Who takes part in an event of another program, which has no links with roles."""
        event = record_id(entity.id)
        for name, role in (("organizer", "host"), ("involved", "participant")):
            for party in dict.fromkeys(entity.all(name)):
                if (entity.id, party) not in self._linked:
                    id = record_id(f"{event}-{role}-{record_id(party)}")
                    self._enter(links.participation(id, event, record_id(party), role))

    def _tell(self) -> None:
        """The documents of an entity, where no Documentation says more of them."""
        known = {(each.of, each.source) for each in self.told}
        pairs = [
            (entity.id, document) for entity in self._entities.values() for document in entity.all("proof")
        ]
        mentions = (each for each in self._entities.values() if each.schema == "Mention")
        pairs += [(each.first("resolved"), each.first("document")) for each in mentions]
        for id, document in dict.fromkeys(pairs):
            told = links.proven(id, document)
            if (told.of, told.source) not in known:
                known.add((told.of, told.source))
                self.told.append(told)
