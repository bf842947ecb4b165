"""The forms for new records: a person with a post, an organization, an event, an initiative, a source."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.language.labels import LABELS
from ui.dialogs.entry import EntryForm, all_named, named
from ui.dialogs.form import chosen

if TYPE_CHECKING:
    from dossier.intake.forms import Entry

_FEW_LINES = 100  # px: the whole form fits a screen of 640


class PersonForm(EntryForm):
    """A person with the post they hold."""

    def __init__(self, wording: Wording, today: date, parent: QWidget | None = None) -> None:
        say = wording.say
        super().__init__(say("Add a person"), "", wording, today, parent)
        self.name = self.add_record(
            say("Full name"),
            "person",
            key="name",
            hint=say("in their own spelling"),
            if_chosen=say("known, gets the post"),
        )
        self.head = self.name
        self.post = self.add_line(say("Post"), key="post", hint=say("Head of the Protocol Service"))
        self.organization = self.add_record(
            say("Organization"), "organization", key="organization", if_new=say("new, will be added")
        )
        self.since = self.add_date(say("In post since (if known)"), key="since")
        self.add_source()

    @property
    def join(self) -> str:
        return self.wording.say("Add this post") if self.organization.text().strip() else ""

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import NewPerson

        return NewPerson(
            named(self.name),
            self.post.text(),
            named(self.organization),
            self.since.text(),
            self.origin,
            self.another,
        )


class OrganizationForm(EntryForm):
    """An organization, what it is part of, and its country."""

    def __init__(self, wording: Wording, today: date, parent: QWidget | None = None) -> None:
        say = wording.say
        super().__init__(say("Add an organization"), "", wording, today, parent)
        self.head = self.name = self.add_line(say("Name"), key="name")
        self.acronym = self.add_line(say("Acronym"), key="acronym")
        kinds = choices(wording, "organization_kind", {"other": say("Another organization")})
        self.kind = self.add_choice(say("Kind"), kinds, "ministry", key="kind", beside=True)
        self.parent_line = self.add_record(
            say("Part of"), "organization", key="parent", if_new=say("new, will be added")
        )
        self.country = self.add_record(
            say("Country"), "place", key="country", if_new=say("new, will be added")
        )
        self.add_source()

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import NewOrganization

        return NewOrganization(
            self.name.text(),
            self.acronym.text(),
            chosen(self.kind),
            named(self.parent_line),
            named(self.country),
            self.origin,
            self.another,
        )


class EventForm(EntryForm):
    """An event with its day, its place and who takes part."""

    def __init__(self, wording: Wording, today: date, parent: QWidget | None = None) -> None:
        say = wording.say
        super().__init__(say("Add an event"), "", wording, today, parent)
        self.head = self.title = self.add_line(say("Title"), key="title")
        kinds = choices(wording, "event_kind", {"other": say("Another event")})
        self.kind = self.add_choice(say("Kind"), kinds, "meeting", key="kind")
        self.date = self.add_date(say("Date"), key="date", beside=True)
        self.place = self.add_record(
            say("Place"), "place", key="place", if_new=say("new, will be added as a city")
        )
        self.hosts = self.add_record(say("Host"), "party", key="hosts", several=True, beside=True)
        self.participants = self.add_record(
            say("Participants"),
            "party",
            key="participants",
            several=True,
            hint=say("names with semicolons between"),
        )
        self.add_source()

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import NewEvent

        return NewEvent(
            self.title.text(),
            chosen(self.kind),
            self.date.text(),
            named(self.place),
            all_named(self.hosts),
            all_named(self.participants),
            self.origin,
            self.another,
        )


class InitiativeForm(EntryForm):
    """An initiative: how it stands, who is in it, and where."""

    def __init__(self, wording: Wording, today: date, parent: QWidget | None = None) -> None:
        say = wording.say
        super().__init__(say("Add an initiative"), "", wording, today, parent)
        self.head = self.title = self.add_line(say("Title"), key="title")
        kinds = choices(wording, "initiative_kind", {"other": say("Another initiative")})
        self.kind = self.add_choice(say("Kind"), kinds, "project", key="kind")
        states = [("", say("not stated")), *choices(wording, "status")]
        self.status = self.add_choice(say("Status"), states, "", key="status", beside=True)
        self.on = self.add_date(say("Status since"), key="on", beside=True)
        self.organization = self.add_record(
            say("Organization"), "organization", key="organization", if_new=say("new, will be added")
        )
        roles = choices(wording, "involvement_role")
        self.role = self.add_choice(say("Its part"), roles, "implementer", key="role", beside=True)
        self.regions = self.add_record(
            say("Regions"),
            "region",
            key="regions",
            several=True,
            hint=say("names with semicolons between"),
            if_new=say("new, will be added"),
        )
        self.add_source()

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import NewInitiative

        return NewInitiative(
            self.title.text(),
            chosen(self.kind),
            chosen(self.status),
            self.on.text(),
            named(self.organization),
            chosen(self.role),
            all_named(self.regions),
            self.origin,
            self.another,
        )


class SourceForm(EntryForm):
    """A document, or what somebody told, with what it says."""

    def __init__(self, wording: Wording, today: date, parent: QWidget | None = None) -> None:
        say = wording.say
        super().__init__(say("Add a source"), "", wording, today, parent)
        self.title = self.add_line(
            say("What it is"), key="title", hint=say("a title, “phone call with …” or “told by …”")
        )
        kinds = choices(wording, "source_kind")
        self.kind = self.add_choice(say("Kind"), kinds, "document", key="kind")
        self.on = self.add_date(say("Date"), key="on", beside=True)
        self.publisher = self.add_line(say("Publisher"), key="publisher")
        self.author = self.add_line(say("Author"), key="author", beside=True)
        self.url = self.add_line(say("Web address"), key="url", hint="https://")
        self.summary = self.add_text(say("What it says, in your words (a blank line between paragraphs)"))
        self.summary.setFixedHeight(_FEW_LINES)

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import NewSource

        return NewSource(
            self.title.text(),
            chosen(self.kind),
            self.on.text(),
            self.publisher.text(),
            self.author.text(),
            self.url.text(),
            self.summary.toPlainText(),
        )


def choices(wording: Wording, table: str, others: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """The words of a closed choice; `others` says some of them otherwise, where the label is too wide."""
    worded = others or {}
    return [(word, worded.get(word) or wording.label(table, word)) for word in LABELS[table]]
