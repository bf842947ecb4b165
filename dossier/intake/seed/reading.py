"""Reads the files of a seed into entries: TOML, then the shape of each table, then dates and citations."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dossier.intake.seed.citing import read_citations
from dossier.intake.seed.complaints import by_language, check_shape
from dossier.intake.seed.entries import Citing, Entry, Spot
from dossier.intake.seed.opening import Folder, parse, toml_files, too_deep
from dossier.intake.seed.shapes import CITED_AS, LINKS, PARTS, TABLES, TEXTS, shape, written
from dossier.intake.seed.values import check_contact, read_value
from dossier.model.records import ContactPoint, Paragraph, Record, StatementLink

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def read_entries(folder: Folder) -> list[Entry]:
    """All records of all `*.toml` of a folder. Raises DossierError that names file, line and field."""
    return [entry for file in toml_files(folder) for entry in _entries(file)]


def _entries(file: Folder) -> list[Entry]:
    try:
        return list(_read_file(file))
    except RecursionError:
        raise too_deep(file) from None


def _read_file(file: Folder) -> Iterator[Entry]:
    tables, root = parse(file)
    for kind, records in tables.items():
        spot = root.of(kind)
        if kind not in TABLES:
            raise spot.error(
                f"there is no kind of record “{kind}” in a seed; choose one of {', '.join(TABLES)}."
            )
        if not _is_tables(records):
            raise spot.error(f"a record needs a short name of its own; write [{kind}.some-name].")
        for slug, table in records.items():
            if not _SLUG.match(slug):
                raise spot.of(slug).error(
                    f"“{slug}” is no short name; use small letters, digits and hyphens, as in united-nations."
                )
            yield _entry(TABLES[kind], slug, "", table, spot.of(slug))


def _entry(record_class: type[Record], slug: str, owner: str, table: Mapping[str, Any], spot: Spot) -> Entry:
    raw: Any = check_shape(table, shape(record_class.kind), spot)
    kind = record_class.kind
    citations = read_citations(record_class, raw.cite, spot.of("cite"))
    if record_class is Paragraph:
        citations += (_itself(raw.number, spot),)
    texts = _texts(kind, raw, spot)
    citations += tuple(_like_another(texts, citations))
    parts = [
        _entry(part.record_class, "", part.owner, item, spot.of(key, number))
        for key, part in PARTS.get(kind, {}).items()
        for number, item in enumerate(getattr(raw, key))
    ]
    links = _links(kind, raw, citations, spot)
    return Entry(
        record_class,
        slug,
        owner,
        spot,
        _values(record_class, raw, spot),
        texts,
        tuple(item for item in citations if item.field not in LINKS.get(kind, {})),
        (*parts, *links),
    )


def _values(record_class: type[Record], raw: Any, spot: Spot) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, field in written(record_class.kind).items():
        value = getattr(raw, name)
        if value is not None:
            values[field] = read_value(record_class, field, value, spot.of(name))
    if record_class is ContactPoint:
        check_contact(values["contact_kind"], values["value"], spot.of("value"))
    return values


def _texts(kind: str, raw: Any, spot: Spot) -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = {}
    for field in TEXTS.get(kind, ()):
        languages = getattr(raw, field)
        if languages is not None:
            texts[field] = by_language(languages, spot.of(field))
    return texts


def _links(kind: str, raw: Any, citations: tuple[Citing, ...], spot: Spot) -> Iterator[Entry]:
    """Who speaks, to whom, about what; where it has no citation of its own, the statement's serves."""
    for key, links in LINKS.get(kind, {}).items():
        own = tuple(item for item in citations if item.field == key)
        if own and not getattr(raw, key):
            raise own[0].spot.error(
                f"this cites {key}, and there are none here; add {key} = [ … ] or remove it."
            )
        cited = own or tuple(item for item in citations if item.field == TEXTS[kind][0])
        for number, slug in enumerate(getattr(raw, key)):
            values = {"to": slug, "role": links.role}
            yield Entry(
                StatementLink, "", "statement", spot.of(key, number), values, citations=_of_whole(cited)
            )


def _of_whole(citations: tuple[Citing, ...]) -> tuple[Citing, ...]:
    return tuple(replace(item, field="*") for item in citations)


def _like_another(texts: Collection[str], citations: tuple[Citing, ...]) -> Iterator[Citing]:
    """The citations of a short title without its own: those of the title."""
    cited = {item.field for item in citations}
    for field, model in CITED_AS.items():
        if field in texts and field not in cited:
            yield from (replace(item, field=field) for item in citations if item.field == model)


def _itself(number: int, spot: Spot) -> Citing:
    """What a paragraph says in our words is cited to that paragraph."""
    return Citing("summary", str(spot.path[1]), number, None, None, None, "", {}, spot)


def _is_tables(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(table, dict) for table in value.values())
