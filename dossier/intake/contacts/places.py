"""The regions and cities that the rows of a list name."""

from dossier.intake.contacts.agencies import name_of
from dossier.intake.contacts.reasons import BadRowError, Reason
from dossier.language.labels import N_
from dossier.store import Reader

_UNKNOWN = N_("the dossier knows no place “{place}”; it goes in as a new region")
_ORDER = ("region", "city", "country", "area", "building")


class Places:
    """Finds a place by its name; a region comes before a city of the same name."""

    def __init__(self, reader: Reader) -> None:
        self.planned: list[Reason] = []
        self._by_name: dict[str, dict[int, int]] = {}
        rows = reader.rows(
            "SELECT name.of, name.text, place.place_kind FROM name JOIN place ON place.pk = name.of "
            "ORDER BY name.pk"
        )
        for pk, text, kind in rows:
            self._by_name.setdefault(name_of(text), {})[pk] = _ORDER.index(kind)

    def resolve(self, name: str) -> int:
        """The pk of the place; one not known is planned, as a negative number, and `planned` tells of it.

        Raises BadRowError where several of one kind fit.
        """
        known = self._by_name.setdefault(name_of(name), {})
        if not known:
            self.planned.append(Reason(_UNKNOWN, (("place", name),)))
            known[-len(self.planned)] = 0
        first = min(known.values())
        best = [pk for pk, order in known.items() if order == first]
        if len(best) > 1:
            raise BadRowError(
                N_("“{place}” may be any of {n} places; write its full name"), place=name, n=str(len(best))
            )
        return best[0]
