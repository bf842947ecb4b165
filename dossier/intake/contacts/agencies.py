"""The organizations that the rows of a list name: those in the dossier, and those it will need."""

import re
from dataclasses import dataclass

from dossier.intake.contacts.person_names import language_of
from dossier.intake.contacts.reasons import BadRowError
from dossier.language.labels import N_
from dossier.model.folding import words
from dossier.store import Reader

_KINDS = tuple(
    (kind, re.compile(rf"\b(?:{stems})", re.IGNORECASE))
    for kind, stems in (
        ("unit", "департамент|управлени|отдел|служба|комитет|department|division|unit|office|басқарма|бөлім"),
        ("ministry", "министерств|ministry|министрліг"),
        ("company", r"тоо|жшс|ао|ақ|llp|llc|ltd|jsc|inc\b|компани|company"),
        ("un_agency", r"юнисеф|проон|unicef|undp|unesco|who\b"),
    )
)


@dataclass(slots=True)
class Agency:
    """An organization: `pk` in the dossier, or negative for one that is still to be added."""

    pk: int
    name: str
    parent: int | None

    @property
    def language(self) -> str:
        return language_of(self.name)

    @property
    def kind(self) -> str:
        """What kind of organization the name tells of; a unit only below another."""
        found = (kind for kind, stems in _KINDS if stems.search(self.name))
        return next((kind for kind in found if kind != "unit" or self.parent), "other")


class Agencies:
    """Finds the organization a row means by its name and its parent's."""

    def __init__(self, reader: Reader) -> None:
        self._by_pk: dict[int, Agency] = {}
        self._by_name: dict[str, list[Agency]] = {}
        self._resolved: dict[tuple[str, str], int] = {}
        self.planned: list[Agency] = []
        names = reader.rows(
            "SELECT name.of, name.text, organization.parent FROM name "
            "JOIN organization ON organization.pk = name.of ORDER BY name.pk"
        )
        for pk, text, parent in names:
            agency = self._by_pk.setdefault(pk, Agency(pk, text, parent))
            self._enter(agency, text)

    def __getitem__(self, pk: int) -> Agency:
        return self._by_pk[pk]

    def resolve(self, name: str, parent: str) -> int:
        """The pk of the organization; an unknown one is planned. Raises BadRowError where several fit."""
        found = self._resolved.get((name, parent))
        if found is None:
            found = self._resolved[name, parent] = self._find(name, parent)
        return found

    def enter_written(self, pk: int, agency: Agency) -> None:
        """A planned organization was written: it has a pk of the dossier now, too."""
        self._by_pk[pk] = agency

    def _find(self, name: str, parent: str) -> int:
        above = self.resolve(parent, "") if parent else None
        known = self._by_name.get(name_of(name), [])
        if above is None:
            if len(known) > 1:
                raise BadRowError(
                    N_("“{organization}” may be any of {n} organizations; name the one above it as parent"),
                    organization=name,
                    n=str(len(known)),
                )
            return known[0].pk if known else self._plan(name, None)
        if above in {agency.pk for agency in known}:
            return above  # an organization named as its own parent
        below = [agency for agency in known if above in self._above(agency)]
        if below:
            return below[0].pk
        loose = [agency for agency in known if agency.parent is None]
        if len(loose) != 1:
            return self._plan(name, above)
        if loose[0].pk < 0:
            loose[0].parent = above
        return loose[0].pk

    def _above(self, agency: Agency) -> list[int]:
        found: list[int] = []
        while agency.parent is not None and agency.parent not in found:
            found.append(agency.parent)
            if agency.parent not in self._by_pk:
                break
            agency = self._by_pk[agency.parent]
        return found

    def _plan(self, name: str, parent: int | None) -> int:
        agency = Agency(-len(self.planned) - 1, name, parent)
        self.planned.append(agency)
        self._by_pk[agency.pk] = agency
        self._enter(agency, name)
        return agency.pk

    def _enter(self, agency: Agency, name: str) -> None:
        known = self._by_name.setdefault(name_of(name), [])
        if agency not in known:
            known.append(agency)


def name_of(text: str) -> str:
    """What names of organizations and places, and titles, are compared by; signs alone as they stand."""
    return " ".join(words(text)) or text.casefold()
