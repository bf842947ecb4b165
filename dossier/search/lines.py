"""What a line of results says of a record whoever asks: its name, a person's post and agency, a date.

The same records are found again with each letter typed, so their lines are kept until the dossier changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.records import Event, Initiative, Name, Post, Source, Statement, Text
from dossier.search.reasons import Hidden, hidden_of
from dossier.store import json_list
from dossier.views.lookup import Lookup
from dossier.views.names import acronym_of, learn_names, shown_name, text_of, with_acronym
from dossier.views.relations import by_newest


@dataclass(frozen=True, slots=True)
class Line:
    """A record as it is shown: `label` is its name with an acronym, `detail` the post and agency of a person.

    `agency` is the name and the acronym of one; `hidden` is everything else that the record is found by.
    """

    id: str
    name: str
    acronym: str
    label: str
    post: str | None
    agency: tuple[str, str] | None
    detail: str
    when: str
    hidden: tuple[Hidden, ...]


def lines(lookup: Lookup, wording: Wording, kinds: dict[int, str]) -> dict[int, Line]:
    """The lines of records, given with their kinds as search tells them."""
    keys = {("line", wording.code, pk): pk for pk in kinds}
    known = {keys[key]: line for key, line in lookup.reader.memory.recalled(keys).items()}
    missing = {pk: kind for pk, kind in kinds.items() if pk not in known}
    if missing:
        made = _Lines(lookup, wording).made(missing)
        lookup.reader.memory.remember({("line", wording.code, pk): line for pk, line in made.items()})
        known |= made
    return known


class _Lines:
    """Makes lines. What they need is read at once, since each question to the file costs something."""

    def __init__(self, lookup: Lookup, wording: Wording) -> None:
        self._lookup, self._wording = lookup, wording

    def made(self, kinds: dict[int, str]) -> dict[int, Line]:
        sql = "SELECT pk, id FROM record WHERE pk IN (SELECT value FROM json_each(:pks))"
        ids = dict(self._lookup.reader.each_row(sql, pks=json_list(kinds)))
        self._learn(
            [pk for pk, kind in kinds.items() if kind == "person"],
            [pk for pk, kind in kinds.items() if kind != "person"],
        )
        return {pk: self._line(pk, kind, ids[pk]) for pk, kind in kinds.items()}

    def _learn(self, people: list[int], others: list[int]) -> None:
        lookup = self._lookup
        posts = lookup.of(Post, "person", *people)
        # Which post is the newest needs more reading, so it is asked only where there are several.
        by_newest(lookup, _several_of_one(posts))
        organizations = {post.organization for post in posts}
        known = lookup.reader.memory.recalled(self._key(pk) for pk in organizations)
        new = [pk for pk in organizations if self._key(pk) not in known]
        lookup.learn_kinds([*others, *new])
        lookup.of(Name, "of", *people, *new)
        learn_names(lookup, others)
        lookup.of(Text, "of", *others, *(post.pk for post in posts))

    def _line(self, pk: int, kind: str, id: str) -> Line:
        lookup, wording = self._lookup, self._wording
        name, acronym = self._names(pk, kind)
        post, agency, until = self._post(pk) if kind == "person" else (None, None, "")
        title = f"{post or ''} ({until})".strip() if until else post
        return Line(
            id=id,
            name=name,
            acronym=acronym,
            # Data has a statement whole, a line only its beginning.
            label=shown_name(lookup, wording, pk) if kind == "statement" else with_acronym(name, acronym),
            post=post,
            agency=agency,
            detail=", ".join(part for part in (title, agency and with_acronym(*agency)) if part),
            when="" if kind in ("person", "organization", "place", "region") else self._when(pk),
            hidden=hidden_of(lookup, pk, kind),
        )

    def _names(self, pk: int, kind: str) -> tuple[str, str]:
        """What a record is called, and its acronym where it has one."""
        lookup, wording = self._lookup, self._wording
        if kind == "statement":
            return text_of(lookup, wording, pk, "statement"), ""
        best = wording.pick(lookup.of(Name, "of", pk)) if kind == "person" else None
        return (best.text, "") if best else self._name_and_acronym(pk)

    def _post(self, person: int) -> tuple[str | None, tuple[str, str] | None, str]:
        """Title, agency with its acronym, and until when, of the post that was attested last."""
        posts = self._lookup.of(Post, "person", person)
        if len(posts) > 1:
            posts = by_newest(self._lookup, posts)
        if not posts:
            return None, None, ""
        title = text_of(self._lookup, self._wording, posts[0].pk, "title")
        held = posts[0].held
        until = self._wording.date(held, "until") if held and held.ends[1] else ""
        return title or None, self._agency(posts[0].organization), until

    def _key(self, organization: int) -> tuple[str, str, int]:
        return "name and acronym", self._wording.code, organization

    def _agency(self, organization: int) -> tuple[str, str]:
        return self._lookup.reader.remembered(
            self._key(organization), lambda: self._name_and_acronym(organization)
        )

    def _name_and_acronym(self, pk: int) -> tuple[str, str]:
        lookup, wording = self._lookup, self._wording
        return shown_name(lookup, wording, pk), acronym_of(lookup, wording, pk)

    def _when(self, pk: int) -> str:
        record = self._lookup.record(pk)
        date: Date | None = None
        match record:
            case Event():
                date = record.date
            case Statement():
                date = record.on
            case Initiative():
                date = record.period
            case Source():
                date = record.published
        return self._wording.date(date, "short") if date else ""


def _several_of_one(posts: Iterable[Post]) -> list[Post]:
    """The posts of people who have more than one."""
    groups = ([*held] for _, held in groupby(posts, lambda post: post.person))
    return [post for group in groups if len(group) > 1 for post in group]
