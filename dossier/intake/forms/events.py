"""The form for an event."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import date_in, needed
from dossier.intake.forms.namesakes import refuse_namesakes
from dossier.intake.forms.writing import Named, Origin, Taking, each_named
from dossier.language.labels import N_
from dossier.model.records import Event, Participation


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event: what, when, where, who is the host and who else takes part."""

    label: ClassVar[str] = N_("Add an event")
    title: str
    kind: str
    date: str
    place: Named
    hosts: tuple[Named, ...]
    participants: tuple[Named, ...]
    origin: Origin
    another: bool = False
    """Whether it is said that this is another one than those of that title."""

    def write(self, taking: Taking) -> int:
        title = needed("title", self.title, taking.wording.say("Write what the event is called."))
        date = date_in("date", self.date, taking.wording)
        hosts = each_named(taking, "hosts", self.hosts, taking.party)
        guests = each_named(taking, "participants", self.participants, taking.party)
        if not self.another:
            refuse_namesakes(taking, "title", title, "event")
        taking.cite(self.origin, title)
        place = taking.place("place", self.place, "city") if self.place else None
        day = taking.day
        ahead = bool(date and date.earliest and day and day.latest and date.earliest > day.latest)
        event = taking.add(Event(event_kind=self.kind, date=date, place=place, announced=ahead))
        taking.add_text(event, "title", title)
        for party in hosts:
            taking.add(Participation(event=event, party=party, role="host"))
        for party in guests:
            if party not in hosts:
                taking.add(Participation(event=event, party=party, role="participant"))
        return event
