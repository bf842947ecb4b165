"""What a file of FollowTheMoney would do: what is new, known, or new of the known; nothing is replaced.

A record is known by its id, a place also by its code, and a part of a known record by its value: so the same
file a second time says nothing new.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dossier.intake.ftm.links import Told
from dossier.intake.ftm.reading import read_entities
from dossier.intake.ftm.shapes import Part, Planned, Ref
from dossier.intake.ftm.shaping import Shaping
from dossier.model.fields import specs
from dossier.model.ftm import keyed, said
from dossier.model.records import (
    Attestation,
    ContactPoint,
    Coverage,
    Name,
    Note,
    Office,
    Paragraph,
    Record,
    Remit,
    Status,
    Tag,
    Text,
)
from dossier.store import Dossier, Reader
from dossier.store.tables import UNIQUE
from dossier.views.lookup import Lookup
from dossier.views.names import Own

KINDS = (
    "place", "source", "organization", "person", "initiative", "event", "statement", "post", "involvement",
    "participation", "statement_link",
)  # fmt: skip
"""The kinds of records with an id, in the order in which they can be written."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A known record with what the file says beyond it."""

    pk: int
    kind: str
    name: str
    parts: tuple[Part, ...]


@dataclass(slots=True)
class FtmPlan:
    """What an import would do. `known` are the pks of records that are there, by id; `change` is the newest
    change of the dossier that the plan was made on.
    """

    title: str
    sha256: str
    change: int
    new: list[Planned] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    same: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    deleted: int = 0

    @property
    def counts(self) -> Counter[str]:
        """How many records of each kind are new."""
        return Counter(each.kind for each in self.new)

    @property
    def says_nothing_new(self) -> bool:
        return not (self.new or self.changed or self.told)


def plan_ftm(dossier: Dossier, path: Path) -> FtmPlan:
    """Read a file and find what importing it would do; nothing is written.

    Raises DossierError where the file can't be read, with the line.
    """
    entities, sha256 = read_entities(Path(path))
    shaping = Shaping(entities)
    with dossier.read() as reader:
        return _Planning(reader, shaping, FtmPlan(Path(path).name, sha256, newest_change(reader))).plan


def newest_change(reader: Reader, *, but: int = 0) -> int:
    return int(reader.rows("SELECT coalesce(max(pk), 0) FROM change WHERE pk <> :but", but=but)[0][0])


class _Planning:
    """Compares the records of a file with those of the dossier."""

    def __init__(self, reader: Reader, shaping: Shaping, plan: FtmPlan) -> None:
        self.plan = plan
        self._reader = reader
        self._lookup = Lookup(reader)
        self._records = shaping.records
        plan.left_out.update(shaping.left_out)
        self._kinds: dict[str, str] = {}
        self._find_known()
        for kind in KINDS:
            for planned in self._records.values():
                if planned.kind == kind:
                    self._place(planned)
        self._find_told(shaping.told)

    def _find_known(self) -> None:
        """Which ids are in the dossier already: as that kind, as another one, or deleted."""
        for id, pk, kind, deleted in self._stored(self._records):
            planned = self._records[id]
            if deleted:
                self.plan.deleted += 1
                self._kinds[id] = ""
            elif kind != planned.kind:
                self._kinds[id] = ""
                self.plan.left_out[planned.kind] += 1
            else:
                self.plan.known[id] = pk
                self._kinds[id] = kind
        codes = {code: pk for pk, code in self._reader.rows("SELECT pk, code FROM place WHERE code NOT NULL")}
        for id, planned in self._records.items():
            if planned.kind == "place" and id not in self._kinds and planned.values["code"] in codes:
                self.plan.known[id] = codes[planned.values["code"]]
                self._kinds[id] = "place"

    def _stored(self, ids: Iterable[str]) -> list[tuple[Any, ...]]:
        from json import dumps

        return self._reader.rows(
            "SELECT id, pk, kind, deleted FROM record WHERE id IN (SELECT value FROM json_each(:ids))",
            ids=dumps(list(ids)),
        )

    def _place(self, planned: Planned) -> None:
        """Sort a record in: known, with or without something new, or new."""
        plan, id = self.plan, planned.id
        if self._kinds.get(id) == "":
            return
        if id in plan.known:
            parts = tuple(self._beyond(planned))
            if parts:
                pk = plan.known[id]
                plan.changed.append(Changed(pk, planned.kind, Own(self._lookup).name(pk), parts))
            else:
                plan.same[planned.kind] += 1
        elif self._is_whole(planned):
            planned.parts = [part for part in planned.parts if self._part_stands(part)]
            self._kinds[id] = planned.kind
            plan.new.append(planned)
        else:
            plan.left_out[planned.kind] += 1

    def _is_whole(self, planned: Planned) -> bool:
        """Whether all that a record needs is there; what it does without is left out of it."""
        for name, spec in specs(planned.record_class).items():
            value = planned.values.get(name)
            if isinstance(value, Ref) and not self._fits(value, spec.targets):
                if spec.required:
                    return False
                planned.values[name] = None
        fields = specs(planned.record_class)
        for name, ref in list(planned.later.items()):
            target = self._records.get(ref.id)
            if name not in fields or not target or target.kind not in fields[name].targets:
                del planned.later[name]
        names = UNIQUE.get(planned.kind)
        if not names:
            return True
        unique = {name: planned.values[name] for name in names}
        if any(isinstance(value, Ref) and value.id not in self.plan.known for value in unique.values()):
            return True
        found = {
            name: self.plan.known[each.id] if isinstance(each, Ref) else each for name, each in unique.items()
        }
        return not self._reader.find(planned.record_class, **found)

    def _fits(self, ref: Ref, targets: tuple[str, ...]) -> bool:
        return self._kinds.get(ref.id, "") in targets

    def _part_stands(self, part: Part) -> bool:
        place = part.values.get("place")
        return not isinstance(place, Ref) or self._fits(place, ("place",))

    def _beyond(self, planned: Planned) -> list[Part]:
        """The parts that a known record has not; a text in a language in which it has another one stays."""
        pk = self.plan.known[planned.id]
        known = {(kind, key) for kind, key, _ in known_parts(self._lookup, planned.kind, pk)}
        spoken = {(text.field, text.language) for text in self._lookup.of(Text, "of", pk)}
        found = []
        for part in planned.parts:
            values = part.values
            if (part.kind, self._key(part)) in known or not self._part_stands(part):
                continue
            if part.kind in ("bodyText", "summary"):
                continue
            if part.kind == "text" and (values["field"], values["language"]) in spoken:
                continue
            if part.kind == "name" and values["name_kind"] == "official":
                part.values = {**values, "name_kind": "alias"}
            found.append(part)
        return found

    def _key(self, part: Part) -> str:
        place = part.values.get("place")
        if isinstance(place, Ref) and part.kind != "remit" and place.id in self.plan.known:
            return self._lookup.record(self.plan.known[place.id]).id
        return part.key

    def _find_told(self, told: list[Told]) -> None:
        stored = {id for id, *_ in self._stored(each.id for each in told)}
        for each in told:
            is_there = self._kinds.get(each.of) and self._kinds.get(each.source) == "source"
            if each.id not in stored and is_there:
                self.plan.told.append(each)


def known_parts(lookup: Lookup, kind: str, pk: int) -> list[tuple[str, str, int]]:
    """The parts that a record has: kind, by what each is known, and its pk."""
    own = Own(lookup)
    found: list[tuple[str, Record, str]] = []
    found += [("name", each, each.text) for each in lookup.of(Name, "of", pk)]
    found += [("text", each, said(each.field, each.text)) for each in lookup.of(Text, "of", pk)]
    found += [("note", each, each.text) for each in lookup.of(Note, "of", pk)]
    found += [("tag", each, each.label) for each in lookup.of(Tag, "of", pk)]
    if kind in ("person", "organization"):
        points = lookup.of(ContactPoint, "of", pk)
        found += [("contact_point", each, keyed(each.contact_kind, each.value)) for each in points]
    if kind == "organization":
        offices = lookup.of(Office, "organization", pk)
        found += [("office", each, lookup.record(each.place).id) for each in offices]
    if kind == "initiative":
        covered = lookup.of(Coverage, "initiative", pk)
        found += [("coverage", each, lookup.record(each.place).id) for each in covered]
        for status in lookup.of(Status, "initiative", pk):
            found.append(("status", status, f"{status.status} {status.on}" if status.on else status.status))
    if kind == "post":
        found += [("attestation", day, str(day.on or "")) for day in lookup.of(Attestation, "post", pk)]
        found += [("remit", each, own.name(each.place)) for each in lookup.of(Remit, "post", pk)]
    if kind == "source":
        found += [("paragraph", each, str(each.number)) for each in lookup.of(Paragraph, "source", pk)]
    return [(part, key, record.pk) for part, record, key in found]
