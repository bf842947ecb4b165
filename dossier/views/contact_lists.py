"""Whom to reach and how: the contact of one party, and all contacts of an agency with those below it.

A list holds the posts that no source says are over, each with how long it is known to have been held. Notes
stay out: they may be marked.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.dates import Date, day
from dossier.model.records import FORMS_OF_ADDRESS, Attestation, Name, Organization, Post, Text
from dossier.views import relations as rel
from dossier.views.addressing import forms_of_address
from dossier.views.citing import Fact
from dossier.views.contact_values import Contact, ContactList, Form
from dossier.views.draft import Draft
from dossier.views.fiction import training_mark
from dossier.views.looking_back import is_before, with_state
from dossier.views.lookup import Lookup
from dossier.views.names import acronym_of, full_name, learn_names, shown_name, text_of
from dossier.views.posts import is_over, post_facts, post_phrase

if TYPE_CHECKING:
    from dossier.store import Reader

_AT_ONCE = 200
_NO_FORMS = ("acronym", "alias", "former", "short")


def contact(reader: "Reader", wording: Wording, today: date, pk: int) -> Contact | None:
    """How to reach a person (in the post known of latest) or an organization; None for any other kind."""
    making = _Making(reader, wording, today)
    match making.lookup.kind(pk):
        case "organization":
            return making.organization(pk)
        case "person":
            posts = rel.posts_of(making.lookup, pk)
            return making.holder(posts[0]) if posts else making.party(pk)
    return None


def contact_words(contact: Contact) -> str:
    """A contact as it is pasted into a letter: name, post, agency, form of address, ways to reach."""
    agency = contact.organization if contact.kind == "person" else ""
    reach = (value for kind in ("phone", "email", "address", "web") for value in contact.values(kind))
    address = (f"{form.label}: {form.text}" for form in contact.forms_of_address)
    words = (contact.name, contact.title, agency, *address, *reach, contact.marking)
    return "\n".join(part for part in words if part)


def agency_of(reader: "Reader", pk: int) -> int | None:
    """The organization itself, or the one at which a person holds the post known of latest; None for none."""
    lookup = Lookup(reader)
    if lookup.kind(pk) == "organization":
        return pk
    return next(iter(rel.employers(lookup, pk)), None)


def agency_contacts(
    reader: "Reader",
    wording: Wording,
    today: date,
    organization: int,
    *,
    below: bool,
    printed: date | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ContactList:
    """The contacts of an organization, or of all below it too, in the order of the tree, then of names.

    `today` is the day whose state is listed, and without `printed` that of printing; as a sheet, the list
    says so where it is another one, or where a source is newer.
    """
    lookup, say = Lookup(reader), wording.say
    organizations = _in_order(lookup, wording, organization) if below else [organization]
    contacts, newest = list[Contact](), None
    for start in range(0, len(organizations), _AT_ONCE):
        if cancelled():
            break
        making = _Making(reader, wording, today)
        contacts += making.of_organizations(organizations[start : start + _AT_ONCE])
        newest = _later(newest, making.newest)
    dated = newest and say("Information as of {date}", date=wording.date(newest, "of"))
    looks_back = is_before(today, newest)
    told_of = today if looks_back or (printed and printed != today) else None
    return ContactList(
        name=full_name(lookup, wording, organization),
        lead=say("with all below it") if below else "",
        language=wording.code,
        as_of=with_state(wording, dated or say("No dated source"), told_of),
        looks_back=looks_back,
        printed=say("Printed {on}", on=wording.date(day(printed or today), "on")),
        contacts=tuple(contacts),
        marking=training_mark(reader, wording),
        labels=_labels(wording),
    )


def contacts_of(
    reader: "Reader", wording: Wording, today: date, pks: Sequence[int], within: Collection[int] | None = None
) -> Iterator[tuple[Contact, ...]]:
    """The contacts of many people and organizations, all of one party together.

    A person has one for each post that is not over, or else stands alone; `within` some organizations, only
    the posts there count, and who has none of these is passed over.
    """
    for start in range(0, len(pks), _AT_ONCE):
        yield from _Making(reader, wording, today).of_parties(pks[start : start + _AT_ONCE], within)


class _Making:
    """Contacts in the making, with what was read for them; `newest` is the date of their newest source."""

    def __init__(self, reader: "Reader", wording: Wording, today: date) -> None:
        self.draft = Draft(reader, wording, today)
        self.lookup = self.draft.lookup
        self.newest: Date | None = None
        self._marking = training_mark(reader, wording)
        self._wording = wording
        self._today = today

    def of_organizations(self, pks: Sequence[int]) -> Iterator[Contact]:
        """Each organization that can be reached itself, then who holds posts there."""
        posts = [post for post in rel.posts_at(self.lookup, *pks) if not is_over(self.draft, post)]
        self._learn(pks, posts)
        holders: dict[int, list[Contact]] = {pk: [] for pk in pks}
        for post in posts:
            holders[post.organization].append(self.holder(post))
        for pk in pks:
            own = self.organization(pk)
            if own.points:
                yield own
            yield from sorted(holders[pk], key=lambda each: self._wording.sort_key(each.name))

    def of_parties(self, pks: Sequence[int], within: Collection[int] | None) -> Iterator[tuple[Contact, ...]]:
        posts = [post for post in rel.posts_of(self.lookup, *pks) if not is_over(self.draft, post)]
        self._learn(pks, posts)
        held: dict[int, list[Post]] = {}
        for post in posts:
            held.setdefault(post.person, []).append(post)
        for pk in pks:
            if self.lookup.kind(pk) == "organization":
                yield (self.organization(pk),)
            elif within is None:
                yield tuple(map(self.holder, held.get(pk, ()))) or (self.party(pk),)
            elif there := [post for post in held.get(pk, ()) if post.organization in within]:
                yield tuple(map(self.holder, there))

    def holder(self, post: Post) -> Contact:
        """A person in a post."""
        phrase = post_phrase(self.draft, post)
        self._note_source(post_facts(self.draft, post)[0])
        start = post.held.ends[0] if post.held else None
        return replace(
            self._at(self.party(post.person), post.organization),
            title=text_of(self.lookup, self._wording, post.pk, "title"),
            since=str(start) if start else "",
            status=str(phrase),
            is_stale=phrase.stale,
            region=shown_name(self.lookup, self._wording, post.place) if post.place else "",
        )

    def organization(self, pk: int) -> Contact:
        return self._at(self.party(pk), pk)

    def party(self, pk: int) -> Contact:
        """A person or organization by itself: names, and what reaches it."""
        points = rel.contacts_of(self.lookup, pk)
        self._note_source((each.pk, "") for each in (*points, *_addressing(self.lookup, pk)))
        return Contact(
            pk=pk,
            id=self.lookup.record(pk).id,
            kind=self.lookup.kind(pk),
            name=shown_name(self.lookup, self._wording, pk),
            forms=tuple(self._forms(pk)),
            points=tuple(
                dict.fromkeys((point.contact_kind, point.value, point.label or "") for point in points)
            ),
            forms_of_address=forms_of_address(self.lookup, self._wording, pk),
            marking=self._marking,
        )

    def _at(self, party: Contact, organization: int) -> Contact:
        """A party with the organization it is at, and those above of which this is but a unit."""
        lookup, wording = self.lookup, self._wording
        record = lookup.one(Organization, organization)
        units, top = [shown_name(lookup, wording, organization)], record
        while top.organization_kind == "unit" and top.parent:
            top = lookup.one(Organization, top.parent)
            units.insert(0, shown_name(lookup, wording, top.pk))
        return replace(
            party,
            organization=units[-1],
            acronym=acronym_of(lookup, wording, organization),
            parent=shown_name(lookup, wording, record.parent) if record.parent else "",
            units=tuple(units),
        )

    def _forms(self, pk: int) -> Iterator[Form]:
        """The names in each language, the shown one first; others than full names are no forms."""
        names = [name for name in self.lookup.of(Name, "of", pk) if name.name_kind not in _NO_FORMS]
        shown = self._wording.pick(names)
        languages = dict.fromkeys(name.language for name in ([shown] if shown else []) + names)
        for language in languages:
            best = self._wording.pick([name for name in names if name.language == language])
            if best:
                parts = (best.family or "", best.given or "", best.patronymic or "")
                yield Form(language, best.text, *parts)

    def _learn(self, pks: Sequence[int], posts: Sequence[Post]) -> None:
        """Read at once what many contacts need."""
        parties = [*pks, *(post.person for post in posts)]
        days = self.lookup.of(Attestation, "post", *(post.pk for post in posts))
        facts = (*days, *rel.contacts_of(self.lookup, *parties), *_addressing(self.lookup, *parties))
        self.lookup.learn_records(parties)
        self.draft.learn(parties, [post.pk for post in posts], facts=[each.pk for each in facts])

    def _note_source(self, facts: Iterable[Fact]) -> None:
        self.newest = _later(self.newest, self.draft.sources.reported(facts))


def _addressing(lookup: Lookup, *parties: int) -> list[Text]:
    return [text for text in lookup.of(Text, "of", *parties) if text.field in FORMS_OF_ADDRESS]


def _in_order(lookup: Lookup, wording: Wording, organization: int) -> list[int]:
    """An organization and all below it, each followed by what lies below it, in the order of names."""
    everything = rel.below(lookup, organization)
    learn_names(lookup, everything)
    found, waiting = [], [organization]
    while waiting:
        found.append(waiting.pop())
        units = [unit.pk for unit in lookup.of(Organization, "parent", found[-1])]
        units.sort(key=lambda pk: wording.sort_key(shown_name(lookup, wording, pk)), reverse=True)
        waiting += units
    return found


def _later(one: Date | None, other: Date | None) -> Date | None:
    known = [each for each in (one, other) if each and each.latest]
    return max(known, key=lambda each: str(each.latest), default=None)


def _labels(wording: Wording) -> dict[str, str]:
    say = wording.say
    return {
        "contacts": say("Contacts"),
        "name": say("Name"),
        "post": say("Post"),
        "reach": say("Phone, e-mail, address"),
        "itself": say("The organization itself"),
        "dossier": say("Dossier"),
        "page": say("Page {page} of {pages}", page="{page}", pages="{pages}"),
        "nobody": say("Nobody is recorded here yet."),
    }
