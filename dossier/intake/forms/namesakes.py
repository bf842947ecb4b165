"""What is to be added may be in the dossier already: it is said before anything is written, never guessed."""

from dataclasses import dataclass

from dossier.intake.forms.checks import FieldError
from dossier.intake.forms.writing import Taking
from dossier.model.records import Event, Post
from dossier.search.resolve import called
from dossier.views.lookup import Lookup
from dossier.views.names import post_name, shown_name
from dossier.views.relations import by_newest

_MOST = 5


@dataclass(frozen=True, slots=True)
class Namesake:
    """A record that is called the same, with what tells it from others: post and agency, or the day."""

    pk: int
    id: str
    name: str
    detail: str


class NamesakesError(FieldError):
    """Something of this name is there; whoever typed it decides whether it is the same or another."""

    def __init__(self, field: str, sentence: str, found: tuple[Namesake, ...]) -> None:
        super().__init__(field, sentence)
        self.namesakes = found


def refuse_namesakes(taking: Taking, field: str, name: str, kind: str) -> None:
    """Raises NamesakesError where records of the kind are called so, in any script."""
    found = called(taking.edit.reader, name, kind=kind)
    if found:
        lookup = Lookup(taking.edit.reader)
        namesakes = tuple(_namesake(taking, lookup, pk) for pk in found[:_MOST])
        raise NamesakesError(
            field, taking.wording.say("“{name}” is in the dossier already.", name=name), namesakes
        )


def _namesake(taking: Taking, lookup: Lookup, pk: int) -> Namesake:
    record = lookup.record(pk)
    return Namesake(pk, record.id, shown_name(lookup, taking.wording, pk), _told_apart(taking, lookup, pk))


def _told_apart(taking: Taking, lookup: Lookup, pk: int) -> str:
    wording, record = taking.wording, lookup.record(pk)
    if record.kind == "person":
        posts = by_newest(lookup, lookup.of(Post, "person", pk))
        return post_name(lookup, wording, posts[0]) if posts else ""
    if isinstance(record, Event) and record.date:
        return wording.date(record.date)
    return ""
