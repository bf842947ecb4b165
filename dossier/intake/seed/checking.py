"""Checks a seed as a whole: short names are there, citations lead somewhere, nothing is uncited."""

from collections.abc import Iterable, Mapping

from dossier.intake.seed.entries import Citing, Entry, Seed
from dossier.intake.seed.shapes import NO_TRANSLATIONS, PARTS, TABLES, TEXTS
from dossier.model.fields import FieldType, specs
from dossier.model.records import Paragraph
from dossier.store.tables import UNIQUE

_UNCITED = frozenset({"note", "tag"})
"""Kinds that need no citation: they are a user's own words."""


def checked(entries: Iterable[Entry]) -> Seed:
    """The seed, in an order to load it in. Raises DossierError that names file, line and field."""
    entries = tuple(entries)
    by_slug = _by_slug(entries)
    _check_codes(entries)
    paragraphs = {entry.slug: _paragraphs(entry) for entry in entries if entry.kind == "source"}
    for entry in (item for top in entries for item in top.walk()):
        _check_references(entry, by_slug)
        _check_repeated(entry)
        _check_completeness(entry)
        for citing in entry.citations:
            _check_citation(entry, citing, paragraphs)
        _check_cited(entry)
    return Seed(_in_order(entries, by_slug))


def _by_slug(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        first = found.setdefault(entry.slug, entry)
        if first is not entry:
            raise entry.spot.error(
                f"the short name “{entry.slug}” is taken by {first.kind}.{first.slug} in {first.spot.file}, "
                f"line {first.spot.line}; choose another."
            )
    return found


def _check_codes(entries: Iterable[Entry]) -> None:
    found: dict[str, Entry] = {}
    for entry in entries:
        code = entry.values.get("code") if entry.kind == "place" else None
        first = found.setdefault(code, entry) if code else entry
        if first is not entry:
            raise entry.spot.of("code").error(
                f"the code {code} is that of place.{first.slug} already ({first.spot.file}, line "
                f"{first.spot.line}); no two places have the same."
            )


def _check_repeated(entry: Entry) -> None:
    """Parts that the store takes once only, such as a role of a party or a place of an initiative."""
    found: set[tuple[object, ...]] = set()
    for part in entry.parts:
        fields = [name for name in UNIQUE.get(part.kind, ()) if name != part.owner]
        key = (part.kind, *(part.values.get(name) for name in fields))
        if fields and key in found:
            raise part.spot.error("this stands here already; remove one of the two.")
        found.add(key)


def _paragraphs(source: Entry) -> frozenset[int]:
    numbers: list[int] = []
    for part in source.parts:
        if part.record_class is not Paragraph:
            continue
        number = part.values["number"]
        if number != len(numbers) + 1:
            raise part.spot.of("number").error(
                f"paragraphs are numbered from 1 in order, so this one is {len(numbers) + 1}, not {number}."
            )
        numbers.append(number)
    return frozenset(numbers)


def _check_references(entry: Entry, by_slug: Mapping[str, Entry]) -> None:
    for field, spec in specs(entry.record_class).items():
        slug = entry.values.get(field)
        if spec.type is not FieldType.REFERENCE or slug is None:
            continue
        spot = entry.spot if entry.kind == "statement_link" else entry.spot.of(field)
        target = by_slug.get(slug)
        kinds = _any_of(spec.targets)
        if target is None:
            raise spot.error(f"this seed has no {kinds} “{slug}”; add it or correct the short name.")
        if target.kind not in spec.targets:
            raise spot.error(
                f"“{slug}” is of the kind {target.kind}, and {kinds} is needed here; name another."
            )


def _check_completeness(entry: Entry) -> None:
    """What a record can't be shown without: a name, or its first text."""
    if "names" in PARTS.get(entry.kind, {}):
        kinds = [part.values.get("name_kind") for part in entry.parts if part.kind == "name"]
        if "official" not in kinds:
            raise entry.spot.of("names").error('no name is of kind "official"; add the own or official one.')
    texts = TEXTS.get(entry.kind)
    if texts and texts[0] not in entry.texts and texts[0] not in NO_TRANSLATIONS:
        raise entry.spot.of(texts[0]).error(f"this is missing; add {texts[0]}.en and its translations.")


def _check_citation(entry: Entry, citing: Citing, paragraphs: Mapping[str, frozenset[int]]) -> None:
    if citing.field not in ("*", *entry.values, *entry.texts):
        raise citing.spot.error(
            "this cites a field that is not filled in here; fill it in or remove the citation."
        )
    if citing.source not in paragraphs:
        known = ", ".join(paragraphs) or "none yet"
        raise citing.spot.error(f"there is no source “{citing.source}”; this seed has {known}.")
    if citing.paragraph not in paragraphs[citing.source]:
        raise citing.spot.error(
            f"“{citing.source}” has no paragraph {citing.paragraph}; it has {len(paragraphs[citing.source])}."
        )


def _check_cited(entry: Entry) -> None:
    if entry.kind in _UNCITED:
        return
    fields = {citing.field for citing in entry.citations}
    if not fields:
        raise entry.spot.of("cite").error('nothing says where this is from; add cite = "source paragraph".')
    for field in entry.texts:
        if field not in fields:
            raise entry.spot.of(field).error(f'nothing says where this is from; add cite.{field} = "…".')
    for field, spec in specs(entry.record_class).items():
        if field in entry.values and spec.type is FieldType.DATE and not fields & {field, "*"}:
            raise entry.spot.of(field).error(f'nothing says where this date is from; add cite.{field} = "…".')


def _in_order(entries: tuple[Entry, ...], by_slug: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """By kind as in `TABLES`, then as written, but what is pointed at comes first; circles are refused."""
    done: dict[str, Entry] = {}

    def visit(entry: Entry, above: tuple[str, ...]) -> None:
        if entry.slug in done:
            return
        if entry.slug in above:
            circle = " in ".join((*above[above.index(entry.slug) :], entry.slug))
            raise entry.spot.error(f"{circle} is a circle; take one parent or part_of out.")
        for slug in _pointed_at(entry):
            visit(by_slug[slug], (*above, entry.slug))
        done[entry.slug] = entry

    for entry in sorted(entries, key=lambda entry: list(TABLES).index(entry.kind)):
        visit(entry, ())
    return tuple(done.values())


def _pointed_at(entry: Entry) -> list[str]:
    """The records that have to be written before an entry and its parts can point at them."""
    return [
        slug
        for item in entry.walk()
        for field, spec in specs(item.record_class).items()
        if spec.type is FieldType.REFERENCE and (slug := item.values.get(field)) is not None
    ]


def _any_of(words: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
