"""The regions and cities that the rows of a list name."""

from dossier.intake.contacts.agencies import name_of
from dossier.intake.contacts.reasons import BadRowError, Reason
from dossier.language.labels import N_
from dossier.search.places import key_of, meant_by
from dossier.store import Reader

_UNKNOWN = {
    "region": N_("the dossier knows no place “{place}”; it goes in as a new region"),
    "city": N_("the dossier knows no place “{place}”; it goes in as a new city"),
}
_ORDER = ("region", "city", "country", "area", "building")


class Places:
    """Finds a place by its name; a region comes before a city of the same name.

    What is not there word by word may be written with another word for region or city: “Кызылординская обл.”,
    “г. Алматы”.
    """

    def __init__(self, reader: Reader) -> None:
        self.planned: list[Reason] = []
        self._by_name: dict[str, dict[int, str]] = {}
        self._by_key: dict[tuple[str, ...], dict[int, str]] = {}
        rows = reader.rows(
            "SELECT name.of, name.text, place.place_kind FROM name JOIN place ON place.pk = name.of "
            "ORDER BY name.pk"
        )
        for pk, text, kind in rows:
            self._by_name.setdefault(name_of(text), {})[pk] = kind
            self._by_key.setdefault(key_of(text), {})[pk] = kind

    def resolve(self, name: str) -> int:
        """The pk of the place; one not known is planned, as a negative number, and `planned` tells of it.

        Raises BadRowError where several of one kind fit.
        """
        written = name_of(name)
        if written not in self._by_name:
            self._by_name[written] = self._alike(name) or self._plan(name)
        known = self._by_name[written]
        first = min(known.values(), key=_ORDER.index)
        best = [pk for pk, kind in known.items() if kind == first]
        if len(best) > 1:
            raise BadRowError(
                N_("“{place}” may be any of {n} places; write its full name"), place=name, n=str(len(best))
            )
        return best[0]

    def _alike(self, name: str) -> dict[int, str]:
        _, kinds = meant_by(name)
        return {pk: kind for pk, kind in self._by_key.get(key_of(name), {}).items() if kind in kinds}

    def _plan(self, name: str) -> dict[int, str]:
        kind = kind_of(name)
        self.planned.append(Reason(_UNKNOWN[kind], (("place", name),)))
        planned = {-len(self.planned): kind}
        self._by_key.setdefault(key_of(name), {}).update(planned)
        return planned


def kind_of(name: str) -> str:
    """The kind of a place that is known by nothing but its name in a list."""
    return meant_by(name)[1][0]
