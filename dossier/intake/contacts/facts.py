"""What the dossier says of some people, and what an entry says beyond it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.intake.contacts.agencies import Agencies, name_of
from dossier.intake.contacts.entries import Contact, Entry
from dossier.intake.contacts.person_names import NameKey, PersonName, name_key
from dossier.intake.contacts.phones import read_phones
from dossier.model.folding import plain
from dossier.store import Reader, json_list

_AMONG = "IN (SELECT value FROM json_each(:pks))"


@dataclass(slots=True)
class KnownPost:
    """A post with its titles (as shown, by how they are compared)."""

    pk: int
    organization: int
    titles: dict[str, str] = field(default_factory=dict)
    held: str | None = None
    place: int | None = None
    place_name: str = ""
    days: set[str] = field(default_factory=set)


@dataclass(slots=True)
class KnownContact:
    """A contact point; `confirmed` is the last day on which it was, "" for none."""

    pk: int
    value: str
    confirmed: str = ""


@dataclass(slots=True)
class Facts:
    """One person of the dossier; or, with pk 0, of an earlier row."""

    pk: int
    names: list[PersonName] = field(default_factory=list)
    keys: list[NameKey] = field(default_factory=list)
    posts: list[KnownPost] = field(default_factory=list)
    contacts: dict[tuple[str, str], KnownContact] = field(default_factory=dict)
    notes: set[str] = field(default_factory=set)
    stated: set[tuple[int, str, str]] = field(default_factory=set)

    def values(self, kind: str) -> set[str]:
        """What contact points of a kind are compared by."""
        return {key for point_kind, key in self.contacts if point_kind == kind}

    def at(self, organization: int) -> list[KnownPost]:
        return [post for post in self.posts if post.organization == organization]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something an entry says that is not known: `old` beside `new` as shown, and what is to be written."""

    field: str
    old: tuple[str, ...]
    new: str
    item: PersonName | Contact | None = None
    post: int | None = None


def read_facts(reader: Reader, pks: Iterable[int]) -> dict[int, Facts]:
    """What is known of these people."""
    found = {pk: Facts(pk) for pk in sorted(pks)}
    if not found:
        return found
    people = json_list(found)
    for of, *name in reader.rows(
        f"SELECT of, text, language, family, given, patronymic FROM name WHERE of {_AMONG} ORDER BY pk",
        pks=people,
    ):
        known = PersonName(*name)
        found[of].names.append(known)
        found[of].keys.append(name_key(known))
    for pk, of, kind, value, confirmed in reader.rows(
        f"SELECT pk, of, contact_kind, value, confirmed_latest FROM contact_point WHERE of {_AMONG}",
        pks=people,
    ):
        found[of].contacts[kind, contact_key(kind, value)] = KnownContact(pk, value, confirmed or "")
    for of, text in reader.rows(f"SELECT of, text FROM note WHERE of {_AMONG}", pks=people):
        found[of].notes.add(name_of(text))
    _read_posts(reader, found, people)
    return found


def facts_of(entry: Entry) -> Facts:
    """What an earlier row of the same list says."""
    facts = Facts(0, list(entry.names), [name_key(name) for name in entry.names])
    facts.contacts = {
        (contact.kind, contact.key): KnownContact(0, contact.value) for contact in entry.contacts
    }
    facts.notes = {name_of(note) for note in entry.notes}
    if entry.organization:
        titles = {name_of(entry.title): entry.title} if entry.title else {}
        held = f"{entry.since}/.." if entry.since else None
        facts.posts = [KnownPost(0, entry.organization, titles, held, entry.place or None, entry.region)]
    return facts


def contact_key(kind: str, value: str) -> str:
    """What a contact point of the dossier is compared by, as `Contact.key` is."""
    if kind == "phone":
        phones, _ = read_phones(value)
        return phones[0].key if phones else value.casefold()
    return " ".join(value.casefold().split())


def differences(entry: Entry, facts: Facts, agencies: Agencies) -> list[Difference]:
    """What the entry says beyond the facts; empty where it says the same, or less."""
    found = [
        Difference("name", tuple(known.text for known in facts.names), name.text, item=name)
        for name in entry.names
        if not _is_known(name, facts)
    ]
    if entry.organization:
        found += _post_differences(entry, facts, agencies)
    for contact in entry.contacts:
        if (contact.kind, contact.key) not in facts.contacts:
            points = facts.contacts.items()
            old = tuple(point.value for (kind, _), point in points if kind == contact.kind)
            found.append(Difference(contact.kind, old, contact.value, item=contact))
    found += [Difference("notes", (), note) for note in entry.notes if name_of(note) not in facts.notes]
    return found


def post_of(entry: Entry, facts: Facts) -> KnownPost | None:
    """The known post that an entry speaks of: at its organization, of its title where it gives one."""
    posts = facts.at(entry.organization)
    if not entry.title:
        return posts[-1] if posts else None
    title = name_of(entry.title)
    return next((post for post in posts if title in post.titles), None)


def _post_differences(entry: Entry, facts: Facts, agencies: Agencies) -> list[Difference]:
    post = post_of(entry, facts)
    if post is None:
        posts = facts.at(entry.organization)
        if posts:
            titles = tuple(title for post in posts for title in post.titles.values())
            return [Difference("post", titles, entry.title)]
        old = tuple(dict.fromkeys(agencies[post.organization].name for post in facts.posts))
        return [Difference("organization", old, agencies[entry.organization].name)]
    found = []
    start = (post.held or "").split("/")[0]
    if entry.since and start != entry.since and (post.pk, "held", entry.since) not in facts.stated:
        found.append(Difference("since", (start,) if start else (), entry.since, post=post.pk))
    if entry.place and post.place != entry.place and (post.pk, "place", entry.region) not in facts.stated:
        found.append(
            Difference("region", (post.place_name,) if post.place else (), entry.region, post=post.pk)
        )
    return found


def _is_known(name: PersonName, facts: Facts) -> bool:
    """Whether a name says nothing new: its words, initials counting for words, are those of a known one."""
    said = plain(name.text).replace(".", " ").split()
    return any(_is_within(said, plain(known.text).replace(".", " ").split()) for known in facts.names)


def _is_within(said: list[str], known: list[str]) -> bool:
    left = list(known)
    for word in sorted(said, key=len, reverse=True):
        match = next((each for each in left if each == word or (len(word) == 1 and each[:1] == word)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _read_posts(reader: Reader, found: dict[int, Facts], people: str) -> None:
    posts: dict[int, tuple[Facts, KnownPost]] = {}
    for pk, person, organization, held, place, name in reader.rows(
        "SELECT pk, person, organization, held, place, "
        "(SELECT text FROM name WHERE of = post.place ORDER BY pk LIMIT 1) "
        f"FROM post WHERE person {_AMONG} ORDER BY pk",
        pks=people,
    ):
        post = KnownPost(pk, organization, held=held, place=place, place_name=name or "")
        found[person].posts.append(post)
        posts[pk] = (found[person], post)
    if not posts:
        return
    pks = json_list(posts)
    for of, text in reader.rows(
        f"SELECT of, text FROM text WHERE of {_AMONG} AND field = 'title' ORDER BY pk", pks=pks
    ):
        posts[of][1].titles[name_of(text)] = text
    for of, day in reader.rows(f'SELECT post, "on" FROM attestation WHERE post {_AMONG}', pks=pks):
        posts[of][1].days.add(day or "")
    for of, name, stated in reader.rows(
        f"SELECT of, field, stated FROM citation WHERE of {_AMONG} AND field IN ('held', 'place') "
        "AND stated IS NOT NULL",
        pks=pks,
    ):
        posts[of][0].stated.add((of, name, stated))
