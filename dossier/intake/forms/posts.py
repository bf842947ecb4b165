"""The form for “replaced by …”: one post ends, another begins, and who held it before stays to be found."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import FieldError, needed
from dossier.intake.forms.namesakes import refuse_namesakes
from dossier.intake.forms.people import add_post, start_in
from dossier.intake.forms.writing import Named, Origin, Taking
from dossier.language.labels import N_
from dossier.model.dates import Date, parse_date
from dossier.model.folding import words
from dossier.model.records import Attestation, Citation, Person, Post, Text
from dossier.views.draft import Draft
from dossier.views.names import name_of
from dossier.views.posts import post_until


@dataclass(frozen=True, slots=True)
class Replacement:
    """Somebody takes over a post on a day; `title` is what the post is called from then on."""

    label: ClassVar[str] = N_("Replace the holder of a post")
    post: int
    holder: Named
    title: str
    on: str
    origin: Origin
    another: bool = False
    """Whether it is said that the new holder is somebody else than the people of that name."""

    def write(self, taking: Taking) -> int:
        """Write it; gives the new holder."""
        say, reader = taking.wording.say, taking.edit.reader
        before = reader.get(Post, self.post)
        holder = needed("holder", self.holder.text, say("Write who holds the post now."))
        person = self.holder.pk
        if person == before.person:
            raise FieldError("holder", say("{name} holds the post already.", name=holder))
        on = self._day(taking, before)
        if person is None and not self.another:
            refuse_namesakes(taking, "holder", holder, "person")
        titles = [text for text in reader.find(Text, of=before.pk) if text.field == "title"]
        own = next((text.text for text in titles if not text.translated), "")
        title = " ".join(self.title.split()) or own
        former = name_of(reader, taking.wording, before.person)
        until = taking.wording.date(on, "until")
        gist = say("{new}: {post}; {former} {until}", new=holder, post=title, former=former, until=until)
        taking.cite(self.origin, gist)
        taking.edit.set(before.pk, held=_until(before, on))
        taking.support(before.pk, "held")
        if person is None:
            person = taking.add(Person())
            taking.add_name(person, holder, person=True)
        post = add_post(taking, person, before.organization, "", on, before.place)
        is_same = words(title) in {words(text.text) for text in titles}
        self._write_titles(taking, post, titles if is_same else [], title)
        if on.earliest and on.earliest > taking.today:
            start = taking.wording.date(on, "from")
            taking.remark = say(
                "That lies ahead: {new} holds it {start}, {former} until then.",
                new=holder,
                start=start,
                former=former,
            )
        return person

    def _day(self, taking: Taking, before: Post) -> Date:
        """The day of the change. Raises FieldError where what is known of the post speaks against it."""
        say, wording = taking.wording.say, taking.wording
        on = start_in(taking, "on", self.on)
        if on is None:
            raise FieldError("on", say("Write since when."))
        former = name_of(taking.edit.reader, wording, before.person)
        if until := post_until(Draft(taking.edit.reader, wording, taking.today), before):
            raise FieldError("on", say("{name} held the post only {until}.", name=former, until=until))
        start = before.held.ends[0] if before.held else None
        days = [each.on for each in taking.edit.reader.find(Attestation, post=before.pk)]
        for day in (start, *days):
            if day and day.earliest and on.latest and day.earliest > on.latest:
                sentence = say(
                    "{name} is known to have held the post {on}; write a later day.",
                    name=former,
                    on=wording.date(day, "on"),
                )
                raise FieldError("on", sentence)
        return on

    def _write_titles(self, taking: Taking, post: int, titles: list[Text], title: str) -> None:
        """The title as it was, in all its languages; a new one as it was typed."""
        if not titles and title:
            taking.add_text(post, "title", title)
        for text in titles:
            if not text.translated:
                taking.add_text(post, "title", text.text, text.language)
                continue
            pk = taking.edit.add(
                Text(of=post, field="title", language=text.language, text=text.text, translated=True)
            )
            known = taking.edit.reader.find(Citation, of=text.pk, basis="translation")
            taking.support_translation(pk, next(iter(known), None))


def _until(post: Post, on: Date) -> Date:
    start = post.held.ends[0] if post.held else None
    return parse_date(f"{start or '..'}/{on}")
