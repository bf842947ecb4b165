"""Things of FollowTheMoney as records: people, organizations, places, documents, projects, events."""

import re
from collections.abc import Iterator

from dossier.intake.contacts.person_names import language_of
from dossier.intake.ftm.reading import Entity
from dossier.intake.ftm.shapes import (
    Part,
    Planned,
    Ref,
    annotations,
    choice_of,
    choices,
    contacts,
    date_of,
    names,
    texts,
)
from dossier.model.ftm import (
    ORGANIZATIONS,
    TEXTS,
    date_in,
    language_of_code,
    record_id,
    unsaid,
    values_said,
)

DOCUMENTS = frozenset(("Document", "Article", "Pages", "PlainText", "HyperText", "Email", "Image", "Table"))
BODIES = frozenset(("Organization", "PublicBody", "Company"))
_NUMBERED = re.compile(r"(\d+)\. (.+)\Z", re.DOTALL)
_HASH = re.compile(r"[0-9a-f]{64}\Z")


def person(entity: Entity) -> Planned:
    parts = [*names(entity, is_person=True), *contacts(entity), *annotations(entity)]
    return Planned(record_id(entity.id), "person", {}, parts=parts)


def organization(entity: Entity, country: str | None) -> Planned:
    """`country` is the id of the place of its country, where there is one."""
    own = "company" if entity.schema == "Company" else "other"
    kind = choice_of(entity.all("classification"), ORGANIZATIONS, own)
    values = {"organization_kind": kind, "parent": None, "country": Ref(country) if country else None}
    parent = entity.first("parent")
    return Planned(
        record_id(entity.id),
        "organization",
        values,
        {"parent": Ref(record_id(parent))} if parent else {},
        [*names(entity, is_person=False), *contacts(entity), *annotations(entity)],
    )


def place(entity: Entity) -> Planned:
    known = values_said(entity.properties, "keywords", "kind")
    kind = choice_of(known, choices("place", "place_kind"), "area")
    values = {
        "place_kind": kind,
        "code": next(iter(values_said(entity.properties, "keywords", "code")), None),
        "parent": None,
        "latitude": _degrees(entity.first("latitude"), 90),
        "longitude": _degrees(entity.first("longitude"), 180),
        "existed": date_of(date_in(entity.properties, "existed", spans=False)),
    }
    parts = [*names(entity, is_person=False), *annotations(entity)]
    if not any(part.kind == "name" for part in parts):
        full = entity.first("full") or entity.first("city") or entity.first("region")
        parts += _name(full) if full else []
    return Planned(record_id(entity.id), "place", values, parts=parts)


def source(entity: Entity) -> Planned:
    known = values_said(entity.properties, "keywords", "kind")
    own = "article" if entity.schema == "Article" else "document"
    properties, first = entity.properties, entity.first
    sha256 = first("contentHash")
    file_name = first("fileName") if first("fileName") != entity.id else ""
    published = date_in(properties, "published", day="publishedAt", spans=False)
    values = {
        "source_kind": choice_of(known, choices("source", "source_kind"), own),
        "title": first("title") or first("name") or file_name or None,
        "publisher": first("publisher") or None,
        "author": first("author") or None,
        "dateline": next(iter(values_said(properties, "description", "dateline")), None),
        "published": date_of(published or date_in(properties, "published", day="date", spans=False)),
        "retrieved": date_of(date_in(properties, "retrieved", day="retrievedAt", spans=False)),
        "language": language_of_code(first("language")) or None,
        "sha256": sha256 if _HASH.match(sha256) else None,
        "url": first("sourceUrl") or None,
        "fictional": "fictional" in entity.all("keywords"),
    }
    return Planned(record_id(entity.id), "source", values, parts=list(_paragraphs(entity)))


def initiative(entity: Entity) -> Planned:
    known = values_said(entity.properties, "keywords", "kind")
    kind = choice_of(known, choices("initiative", "initiative_kind"), "project")
    period = date_of(date_in(entity.properties, "period", day="date"))
    parts = [*texts(entity, TEXTS["initiative"]), *annotations(entity), *_statuses(entity)]
    values = {"initiative_kind": kind, "period": period}
    return Planned(record_id(entity.id), "initiative", values, parts=parts)


def event(entity: Entity, place: str | None) -> Planned:
    known = values_said(entity.properties, "keywords", "kind")
    when = date_of(date_in(entity.properties, "date", day="date"))
    described = entity.properties
    values = {
        "event_kind": choice_of(known, choices("event", "event_kind"), "other"),
        "date": when,
        "local_time": next(iter(values_said(described, "description", "time")), None),
        "zone": next(iter(values_said(described, "description", "zone")), None),
        "place": Ref(place) if place else None,
        "announced": "announced" in entity.all("keywords"),
        "part_of": None,
        "initiative": None,
    }
    parts = [*texts(entity, TEXTS["event"]), *annotations(entity)]
    return Planned(record_id(entity.id), "event", values, parts=parts)


def statement(entity: Entity, place: str | None) -> Planned:
    natures = values_said(entity.properties, "keywords", "nature")
    values = {
        "nature": choice_of(natures, choices("statement", "nature"), "said"),
        "on": date_of(date_in(entity.properties, "on", day="date")),
        "event": None,
        "place": Ref(place) if place else None,
    }
    parts = [*texts(entity, TEXTS["statement"]), *annotations(entity)]
    return Planned(record_id(entity.id), "statement", values, parts=parts)


def is_statement(entity: Entity) -> bool:
    return "statement" in values_said(entity.properties, "keywords", "kind")


def is_place(entity: Entity) -> bool:
    """Whether an address is a place of ours, not that of a house somebody is reached at."""
    known = values_said(entity.properties, "keywords", "kind")
    return any(kind in choices("place", "place_kind") for kind in known)


def _statuses(entity: Entity) -> Iterator[Part]:
    words = choices("status", "status")
    for text in entity.all("status"):
        status, _, day = text.partition(" ")
        if status in words:
            yield Part("status", text, {"status": status, "on": date_of(day)})


def _paragraphs(entity: Entity) -> Iterator[Part]:
    """The text by paragraphs, where they are numbered; any other is the first one."""
    for name in ("bodyText", "summary"):
        for text in entity.all(name):
            match = _NUMBERED.match(text)
            number, words = (int(match[1]), match[2]) if match else (1, text)
            if number > 0:
                yield Part(name, str(number), {"number": number, "text": words})
    for text in unsaid(entity.all("notes"), "phone"):
        yield Part("note", text, {"text": text, "marking": None})


def _name(text: str) -> list[Part]:
    parts = dict.fromkeys(("family", "given", "patronymic"))
    values = {"text": text, "language": language_of(text), "name_kind": "official", **parts}
    return [Part("name", text, values)]


def _degrees(text: str, most: int) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if -most <= value <= most else None
