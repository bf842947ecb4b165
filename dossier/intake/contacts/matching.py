"""Whom a row speaks of: the rules by which an entry and a person of the dossier are the same, or may be.

The same e-mail is a match, unless the names have nothing in common or the mailbox is shared; so is the same
full name at the same organization with no e-mail, phone or patronymic that contradicts. What comes close is a
doubt, which a person decides.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from enum import StrEnum

from dossier.intake.contacts.agencies import name_of
from dossier.intake.contacts.entries import Entry
from dossier.intake.contacts.facts import Facts
from dossier.intake.contacts.person_names import NameKey, name_key


class Doubt(StrEnum):
    """Why a row may speak of somebody known, or not."""

    MOVED = "moved"
    INITIALS = "initials"
    NAMESAKES = "namesakes"
    CONTACT = "contact"
    EMAIL = "email"

    @property
    def tells_by_name(self) -> bool:
        """Whether the name alone is complete: then taking all such rows for new people harms nobody known."""
        return self in (Doubt.MOVED, Doubt.CONTACT)


def certain(entry: Entry, options: Iterable[Facts], shared: Set[str]) -> list[Facts]:
    """Those that an e-mail, or a phone at the same organization, shows to be meant; likeliest first.

    `shared` are e-mails that several rows have under different names: they prove nothing by themselves.
    """
    options = list(options)
    holders = Counter(email for each in options for email in each.values("email"))
    proofs = {email for email in entry.keys("email") if email not in shared and holders[email] == 1}
    return _ranked(entry, (each for each in options if _is_certain(entry, each, proofs)))


def shares_mailbox(entry: Entry, facts: Facts) -> bool:
    """Whether a full name and an e-mail are the same: so they may be in several rows, one for each post."""
    return same_name(entry, facts) and not facts.values("email").isdisjoint(entry.keys("email"))


def contained(entry: Entry, options: Iterable[Facts]) -> list[Facts]:
    """Those of the same name and organization of whom all that the row says is known; likeliest first."""
    return _ranked(entry, (each for each in options if _says_no_more(entry, each)))


def possible(entry: Entry, options: Iterable[Facts]) -> list[Facts]:
    """Those of the same full name and organization whom nothing in the row contradicts."""
    return _ranked(
        entry,
        (
            each
            for each in options
            if same_name(entry, each) and same_organization(entry, each) and not contradictions(entry, each)
        ),
    )


def doubt(entry: Entry, options: Iterable[Facts]) -> tuple[Doubt, list[Facts]] | None:
    """Why the row may yet speak of one of these, none of whom another row speaks of; None where it can't."""
    found: dict[Doubt, list[Facts]] = {}
    for each in options:
        why = _doubt(entry, each)
        if why:
            found.setdefault(why, []).append(each)
    return next(((why, _ranked(entry, found[why])) for why in Doubt if why in found), None)


def same_name(entry: Entry, facts: Facts) -> bool:
    """Whether a full name of the row is a full name of the person."""
    known = {key.text for key in facts.keys if key.is_full}
    return any(key.is_full and key.text in known for key in keys_of(entry))


def same_organization(entry: Entry, facts: Facts) -> bool:
    return bool(facts.at(entry.organization)) if entry.organization else not facts.posts


def contradictions(entry: Entry, facts: Facts) -> set[str]:
    """Which of e-mail, phone and patronymic are known of both and differ."""
    found = set()
    for kind in ("email", "phone"):
        said, known = _comparable(kind, entry.keys(kind)), _comparable(kind, facts.values(kind))
        if said and known and said.isdisjoint(known):
            found.add(kind)
    fathers = {key.patronymic for key in keys_of(entry)} - {""}
    known_fathers = {key.patronymic for key in facts.keys} - {""}
    if fathers and known_fathers and fathers.isdisjoint(known_fathers):
        found.add("patronymic")
    return found


def keys_of(entry: Entry) -> list[NameKey]:
    return [name_key(name) for name in entry.names]


def _is_certain(entry: Entry, facts: Facts, proofs: Set[str]) -> bool:
    clash = contradictions(entry, facts)
    if shares_mailbox(entry, facts):
        return "patronymic" not in clash
    if not facts.values("email").isdisjoint(proofs) and "patronymic" not in clash:
        return _alike(entry, facts)
    phones = _comparable("phone", entry.keys("phone")) & facts.values("phone")
    return bool(phones) and not clash and same_name(entry, facts) and same_organization(entry, facts)


def _says_no_more(entry: Entry, facts: Facts) -> bool:
    if not same_organization(entry, facts) or contradictions(entry, facts):
        return False
    texts = {key.text for key in facts.keys}
    if not any(key.text in texts for key in keys_of(entry)):
        return False
    if any((contact.kind, contact.key) not in facts.contacts for contact in entry.contacts):
        return False
    return not entry.title or any(
        name_of(entry.title) in post.titles for post in facts.at(entry.organization)
    )


def _doubt(entry: Entry, facts: Facts) -> Doubt | None:
    clash = contradictions(entry, facts)
    if "patronymic" in clash:
        return None
    here = same_organization(entry, facts)
    if same_name(entry, facts):
        if not here:
            return Doubt.MOVED
        return None if {"email", "phone"} <= clash else Doubt.CONTACT if clash else Doubt.NAMESAKES
    if (here or not entry.organization) and _may_abbreviate(entry, facts):
        return Doubt.INITIALS
    if set(entry.keys("email")) & facts.values("email"):
        return Doubt.EMAIL
    return None


def _alike(entry: Entry, facts: Facts) -> bool:
    """Whether the names have a word in common."""
    said = {word for key in keys_of(entry) for word in key.words}
    return any(not said.isdisjoint(key.words) for key in facts.keys)


def _may_abbreviate(entry: Entry, facts: Facts) -> bool:
    """Whether one name may be the other with initials for what comes after the family name."""
    return any(
        _abbreviates(short, full)
        for said in keys_of(entry)
        for known in facts.keys
        for short, full in ((said, known), (known, said))
        if not short.is_full
    )


def _abbreviates(short: NameKey, full: NameKey) -> bool:
    family = short.words[0]
    if family not in full.words:
        return False
    others = [*full.initials[:1]] if not full.is_full else [word for word in full.words if word != family]
    given = short.initials[0]
    return any(word.startswith(given) or given.startswith(word) for word in others)


def _ranked(entry: Entry, options: Iterable[Facts]) -> list[Facts]:
    return sorted(options, key=lambda facts: (-_evidence(entry, facts), facts.pk))


def _evidence(entry: Entry, facts: Facts) -> float:
    """How much of the row is known of the person, less a little for what is known besides."""
    shared = sum((contact.kind, contact.key) in facts.contacts for contact in entry.contacts)
    title = name_of(entry.title)
    posts: Sequence[object] = [post for post in facts.at(entry.organization) if title in post.titles]
    fathers = {key.patronymic for key in keys_of(entry)} - {""}
    father = any(key.patronymic in fathers for key in facts.keys)
    besides = len(facts.contacts) - shared + len(facts.posts)
    return 4 * shared + 2 * bool(facts.at(entry.organization)) + bool(posts) + father - besides / 16


def _comparable(kind: str, keys: Iterable[str]) -> set[str]:
    """Phones of which no code is known are neither the same nor others."""
    return {key for key in keys if kind != "phone" or key.startswith("+")}
