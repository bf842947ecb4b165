"""Links of FollowTheMoney as records: posts, parts in initiatives and events, what was said by whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.intake.ftm.reading import Entity
from dossier.intake.ftm.shapes import Part, Planned, Ref, choice_of, choices, date_of, texts
from dossier.model.ftm import POSITION, TEXTS, date_in, record_id, unsaid, values_said

MEMBERSHIPS = {
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Directorship": ("director", "organization"),
}
"""Links that are posts without a Position, by the properties of their two ends."""


@dataclass(frozen=True, slots=True)
class Told:
    """A citation of the file: of which record, or of which part of it, by which paragraph of which source."""

    id: str
    of: str
    kind: str
    key: str
    field: str
    source: str
    paragraph: int
    values: Mapping[str, object]


def post(occupancy: Entity, position: Entity, place: str | None, places: Mapping[str, str]) -> Planned:
    """A post by its two entities; `places` are ids by names, for what it answers for."""
    values = _post_values(occupancy.first("holder"), position.first("organization"), occupancy)
    values["place"] = Ref(place) if place else None
    untitled = "untitled" in position.all("keywords")
    fields = {name: at for name, at in TEXTS["post"].items() if not (untitled and name == "title")}
    parts = [*texts(position, fields), *_attested(occupancy)]
    named = (name for name in position.all("subnationalArea") if name in places)
    parts += (Part("remit", name, {"place": Ref(places[name])}) for name in named)
    return Planned(record_id(occupancy.id), "post", values, parts=parts)


def membership(entity: Entity) -> Planned:
    holder, organization = (entity.first(end) for end in MEMBERSHIPS[entity.schema])
    parts = [*texts(entity, {"title": "role"}), *_attested(entity)]
    return Planned(record_id(entity.id), "post", _post_values(holder, organization, entity), parts=parts)


def involvement(entity: Entity) -> Planned:
    values = {
        "initiative": Ref(record_id(entity.first("project"))),
        "party": Ref(record_id(entity.first("participant"))),
        "role": choice_of(entity.all("role"), choices("involvement", "role"), "partner"),
    }
    return Planned(record_id(entity.id), "involvement", values)


def participation(id: str, event: str, party: str, role: str) -> Planned:
    return Planned(id, "participation", {"event": Ref(event), "party": Ref(party), "role": role})


def statement_link(id: str, statement: str, to: str, role: str) -> Planned:
    return Planned(id, "statement_link", {"statement": Ref(statement), "to": Ref(to), "role": role})


def documented(entity: Entity) -> Told:
    """What a Documentation tells: of ours all of a citation, of others that it rests on a document."""
    told = unsaid(entity.all("description"), "of", "paragraph", "basis", "rule", "translator", "confirmed")
    said = {
        word: next(iter(values_said(entity.properties, "description", word)), None)
        for word in ("of", "paragraph", "basis", "rule", "translator")
    }
    key = said["of"] or ""
    kind, _, name = entity.first("role").rpartition(".") if key else ("", "", entity.first("role"))
    paragraph = said["paragraph"] or ""
    return Told(
        record_id(entity.id),
        _record_of(entity.first("entity")),
        kind,
        key,
        name if said["basis"] else "*",
        record_id(entity.first("document")),
        max(1, int(paragraph)) if paragraph.isdigit() else 1,
        {
            "stated": entity.first("summary") or None,
            "basis": choice_of([said["basis"] or ""], choices("citation", "basis"), "stated"),
            "rule": said["rule"],
            "translator": said["translator"],
            "checked": "checked" in told,
            "confirmed": date_of(date_in(entity.properties, "confirmed", day="date", spans=False)),
        },
    )


def proven(id: str, document: str) -> Told:
    """That an entity rests on a document, of which no more is told."""
    values = {"stated": None, "basis": "stated", "rule": None, "translator": None, "checked": False}
    source = record_id(document)
    of = _record_of(id)
    return Told(record_id(f"{of}-proof-{source}"), of, "", "", "*", source, 1, {**values, "confirmed": None})


def _record_of(id: str) -> str:
    """The record that an entity stands for: a Position is a part of its post."""
    return record_id(id.removeprefix(POSITION))


def _post_values(person: str, organization: str, held: Entity) -> dict[str, object]:
    return {
        "person": Ref(record_id(person)),
        "organization": Ref(record_id(organization)),
        "place": None,
        "held": date_of(date_in(held.properties, "held")),
    }


def _attested(entity: Entity) -> Iterator[Part]:
    days: Sequence[str] = [
        *entity.all("date"),
        *values_said(entity.properties, "description", "attested"),
    ]
    for day in dict.fromkeys(days):
        if on := date_of(day):
            yield Part("attestation", on.text, {"on": on})
