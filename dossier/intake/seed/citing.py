"""Reads the `cite` of a record: a text such as "article 5, 12-80", a table with more, or either by field."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dossier.intake.seed.complaints import by_language, check_shape, filled
from dossier.intake.seed.entries import Citing, Spot
from dossier.intake.seed.shapes import CITED_BY_DEFAULT, LINKS, TEXTS, Cite, written
from dossier.model.records import Record

_AT = re.compile(
    r"(?P<source>[a-z0-9-]+) (?P<paragraph>[0-9]{1,9})(?:, (?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9}))?\Z"
)


def read_citations(record_class: type[Record], cite: Any, spot: Spot) -> tuple[Citing, ...]:
    """The citations of one record. Raises DossierError for what is not a citation or cites no field of it."""
    return tuple(_citations(record_class, cite, spot))


def citable(record_class: type[Record]) -> dict[str, str]:
    """The fields of a kind that may be cited, by how a seed spells them."""
    kind = record_class.kind
    more = ("*", *TEXTS.get(kind, ()), *LINKS.get(kind, {}))
    return written(kind) | {name: name for name in more}


def _citations(record_class: type[Record], cite: Any, spot: Spot) -> Iterator[Citing]:
    if cite is None:
        return
    if not isinstance(cite, Mapping) or "at" in cite:
        yield from _of_field(CITED_BY_DEFAULT.get(record_class.kind, "*"), cite, spot)
        return
    fields = citable(record_class)
    for name, value in cite.items():
        if name not in fields:
            raise spot.of(name).error(
                f"“{name}” is no field of the kind {record_class.kind}; choose one of {', '.join(fields)}."
            )
        yield from _of_field(fields[name], value, spot.of(name))


def _of_field(field: str, value: Any, spot: Spot) -> Iterator[Citing]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield _citation(field, item, spot.of(number))
    else:
        yield _citation(field, value, spot)


def _citation(field: str, value: Any, spot: Spot) -> Citing:
    if isinstance(value, str):
        cite = Cite(value)
    elif isinstance(value, Mapping):
        cite = check_shape(value, Cite, spot)
    else:
        raise spot.error('a citation is a text such as "article 5, 12-80" or a table { at = "article 5" }.')
    if cite.stated is not None:
        filled(cite.stated, spot.of("stated"))
    rule = _rule(cite, spot.of("rule"))
    match = _AT.match(cite.at)
    if not match:
        raise spot.error(
            f"“{cite.at}” is not a citation; write the source, the paragraph and, where known, "
            'the characters from and to: "article 5, 12-80".'
        )
    start, end = (int(part) if part else None for part in match.group("start", "end"))
    if start is not None and end is not None and end <= start:
        raise spot.error(f"the characters {start}-{end} run backwards; write the smaller number first.")
    if cite.basis == "derived" and not rule:
        raise spot.error('a derived value needs its rule; add rule = "…" that says how it follows.')
    basis = cite.basis or ("derived" if rule else "")
    return Citing(field, match["source"], int(match["paragraph"]), start, end, cite.stated, basis, rule, spot)


def _rule(cite: Cite, spot: Spot) -> Mapping[str, str]:
    """The rule by language; what is written as one text is English."""
    if cite.rule is None:
        return {}
    if isinstance(cite.rule, str):
        return {"en": filled(cite.rule, spot)}
    return by_language(cite.rule, spot)
