"""The form for a person with a post."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from dossier.intake.forms.checks import FieldError, date_in, needed
from dossier.intake.forms.namesakes import refuse_namesakes
from dossier.intake.forms.writing import Named, Origin, Taking
from dossier.language.labels import N_
from dossier.model.dates import Date, parse_date
from dossier.model.records import Attestation, Person, Post

_FORESEEN = timedelta(days=366)
"""How far ahead an appointment is announced."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person with the post they hold, since when where it is known; a known person gets the post."""

    label: ClassVar[str] = N_("Add a person")
    name: Named
    post: str
    organization: Named
    since: str
    origin: Origin
    another: bool = False
    """Whether it is said that this is somebody else than the people of that name."""

    def write(self, taking: Taking) -> int:
        say = taking.wording.say
        name = needed("name", self.name.text, say("Write the person's name."))
        if self.post.strip() and not self.organization:
            raise FieldError("organization", say("Write at which organization the post is."))
        since = start_in(taking, "since", self.since)
        gist = ", ".join(
            part
            for part in (f"{name}: {self.post.strip()}".rstrip(": "), self.organization.text.strip())
            if part
        )
        if self.name.pk is None and not self.another:
            refuse_namesakes(taking, "name", name, "person")
        taking.cite(self.origin, gist)
        person = self.name.pk or taking.add(Person())
        if self.name.pk is None:
            taking.add_name(person, name, person=True)
        if self.organization:
            organization = taking.organization("organization", self.organization)
            add_post(taking, person, organization, self.post, since)
        return person


def start_in(taking: Taking, field: str, text: str) -> Date | None:
    """The day since which a post is held. Raises FieldError for a span, and for what is years ahead."""
    since = date_in(field, text, taking.wording)
    if since and since.is_interval:
        say = taking.wording.say
        raise FieldError(field, say("“{text}” is a span; write one day, month or year.", text=text))
    if since and since.earliest and since.earliest > taking.today + _FORESEEN:
        say = taking.wording.say
        raise FieldError(field, say("“{text}” lies years ahead; look at the year.", text=text))
    return since


def add_post(
    taking: Taking, person: int, organization: int, title: str, since: Date | None, place: int | None = None
) -> int:
    """A post, attested on the day of the source unless it begins only later."""
    held = parse_date(f"{since}/..") if since else None
    post = taking.add(Post(person=person, organization=organization, place=place, held=held))
    if title.strip():
        taking.add_text(post, "title", " ".join(title.split()))
    day = taking.day
    if day and not (since and since.earliest and day.latest and day.latest < since.earliest):
        taking.add(Attestation(post=post, on=day), "on")
    return post
