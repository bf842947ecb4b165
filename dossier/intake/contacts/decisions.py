"""What was decided of ambiguous rows: by row, by the reason of the doubt, or for all of them."""

from collections.abc import Mapping

from dossier.intake.contacts.matching import Doubt
from dossier.intake.contacts.plan import Doubtful, Group, Plan
from dossier.intake.contacts.writing import NEW, SKIP
from dossier.model.errors import DossierError
from dossier.store import Reader

ALL = "all"


def decide(reader: Reader, plan: Plan, wishes: Mapping[str, str]) -> dict[int, int]:
    """Decisions as `write_contacts` takes them.

    A wish is for a row (its number), a reason (`moved`, `initials` …) or `all`, and the nearest wins; it is
    `new`, `same` (the one candidate), `skip`, or the id of a person. Raises DossierError for any other.
    """
    _check(plan, wishes)
    lines = {entry.line: place for _, rows in plan.entries(Group.AMBIGUOUS) for place, entry in rows}
    unknown = [key for key in wishes if key.isdigit() and int(key) not in lines]
    if unknown:
        raise DossierError(
            "Row {unknown} is not ambiguous, so there is nothing to decide of it.", unknown=unknown[0]
        )
    found: dict[int, int] = {}
    for line, place in lines.items():
        doubtful = plan.doubts[place]
        wish = next((wishes[key] for key in (str(line), doubtful.why, ALL) if key in wishes), "skip")
        target = _target(reader, wish, line, doubtful, strict=str(line) in wishes)
        if target != SKIP:
            found[place] = target
    return found


def _check(plan: Plan, wishes: Mapping[str, str]) -> None:
    for key in wishes:
        if key != ALL and not key.isdigit() and key not in set(Doubt):
            raise DossierError(
                "“{key}” is neither the number of a row nor a reason; choose a row, one of {listed}, "
                "or {all}.",
                key=key,
                listed=", ".join(Doubt),
                all=ALL,
            )


def _target(reader: Reader, wish: str, line: int, doubtful: Doubtful, *, strict: bool) -> int:
    if wish == "new":
        return NEW
    if wish == "skip":
        return SKIP
    if wish == "same":
        if len(doubtful.candidates) == 1:
            return doubtful.candidates[0]
        if strict:
            raise DossierError(
                "Row {line} may speak of {n} people; decide it with the id of one.",
                line=line,
                n=len(doubtful.candidates),
            )
        return SKIP
    pk = reader.pk(wish)
    if pk is None or reader.kind(pk) != "person":
        raise DossierError(
            "“{wish}” is no person in this dossier; decide row {line} with new, same, skip or a person's id.",
            wish=wish,
            line=line,
        )
    return pk
