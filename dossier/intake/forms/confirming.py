"""The form “confirm”: posts and contacts are as they stand here, on a day, by whoever says so."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import FieldError, needed_day
from dossier.intake.forms.writing import Origin, Taking
from dossier.language.labels import N_
from dossier.model.dates import Date
from dossier.model.records import Attestation, Citation, ContactPoint, Post
from dossier.views.covering import covering
from dossier.views.lookup import Lookup
from dossier.views.names import post_name


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Some posts and contacts of a person or organization were confirmed on a day.

    Without a source the citations they rest on are what was confirmed; with one, it attests them anew.
    """

    label: ClassVar[str] = N_("Confirm")
    of: int
    posts: tuple[int, ...]
    contacts: tuple[int, ...]
    on: str
    source: str = ""
    source_pk: int | None = None

    def write(self, taking: Taking) -> int:
        say = taking.wording.say
        if not self.posts and not self.contacts:
            raise FieldError("what", say("Choose what was confirmed."))
        day = needed_day("on", self.on, taking.wording, taking.today)
        if self.source.strip():
            taking.cite(Origin(self.source, self.on, self.source_pk), self._gist(taking))
            day = taking.day or day
        for post in self.posts:
            self._confirm_post(taking, post, day)
        for contact in self.contacts:
            self._confirm_contact(taking, contact, day)
        return self.of

    def _gist(self, taking: Taking) -> str:
        reader = taking.edit.reader
        lookup = Lookup(reader)
        posts = [post_name(lookup, taking.wording, reader.get(Post, pk)) for pk in self.posts]
        contacts = [reader.get(ContactPoint, pk).value for pk in self.contacts]
        return taking.wording.say("Confirmed: {what}", what="; ".join([*posts, *contacts]))

    def _confirm_post(self, taking: Taking, post: int, day: Date) -> None:
        if self.source.strip():
            taking.add(Attestation(post=post, on=day), "on")
        elif not self._confirm_citations(taking, post, day):
            self._cite_covering(taking, post, day)

    def _confirm_contact(self, taking: Taking, contact: int, day: Date) -> None:
        before = taking.edit.reader.get(ContactPoint, contact).confirmed
        if _is_newer(day, before):
            taking.edit.set(contact, confirmed=day)
        if self.source.strip():
            taking.support(contact)
        self._confirm_citations(taking, contact, day)

    def _confirm_citations(self, taking: Taking, of: int, day: Date) -> bool:
        """Whether there were any of its own."""
        found = taking.edit.reader.find(Citation, of=of)
        for citation in found:
            if _is_newer(day, citation.confirmed):
                taking.edit.set(citation.pk, confirmed=day)
        return bool(found)

    def _cite_covering(self, taking: Taking, post: int, day: Date) -> None:
        """A post out of a list has no citation of its own, so it gets one to carry the day."""
        citations = covering(Lookup(taking.edit.reader), post)
        if not citations:
            say = taking.wording.say
            raise FieldError("source", say("Nothing says where this is from; write who confirmed it."))
        taking.edit.add(
            Citation(of=post, field="*", passage=citations[-1].passage, basis="stated", confirmed=day)
        )


def _is_newer(day: Date, before: Date | None) -> bool:
    return not (before and before.latest and day.latest and before.latest >= day.latest)
