"""What a record is called: names of people, organizations and places, titles of the rest, in any language."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dossier.language import Wording, wording
from dossier.model.records import (
    Event,
    Initiative,
    Name,
    Organization,
    Person,
    Place,
    Post,
    Source,
    Statement,
    Text,
)
from dossier.views.lookup import Lookup

if TYPE_CHECKING:
    from dossier.store import Reader

_NAMED = ("person", "organization", "place")
_TITLED = ("initiative", "event")
_WORDED = (*_TITLED, "statement", "post")
_EXCERPT = 90


def name_of(reader: "Reader", wording: Wording, pk: int) -> str:
    """What any record is called: in the language asked for, else the own spelling or original, else any."""
    return shown_name(Lookup(reader), wording, pk)


def own_name(reader: "Reader", pk: int) -> str:
    """The person's own spelling or the official name, whatever the language of the window."""
    return Own(Lookup(reader)).name(pk)


def learn_names(lookup: Lookup, pks: Iterable[int]) -> tuple[Text, ...]:
    """Read at once what the names of many records need; gives the texts of those that have any."""
    wanted = tuple(dict.fromkeys(pks))
    lookup.learn_kinds(wanted)
    by_kind: dict[str, list[int]] = {}
    for pk in wanted:
        by_kind.setdefault(lookup.kind(pk), []).append(pk)
    lookup.of(Name, "of", *(pk for kind in _NAMED for pk in by_kind.get(kind, ())))
    classes = (Person, Organization, Place, Initiative, Event, Statement)
    for record_class in classes:
        lookup.some(record_class, by_kind.get(record_class.kind, ()))
    return lookup.of(Text, "of", *(pk for kind in _WORDED for pk in by_kind.get(kind, ())))


def shown_name(lookup: Lookup, wording: Wording, pk: int, *, short: bool = False) -> str:
    """The name to show; `short` prefers an acronym or a short title, for links beside other words."""
    kind = lookup.kind(pk)
    if kind in _NAMED:
        return _name(lookup, wording, pk, short)
    if kind in _TITLED:
        return _title(lookup, wording, pk, short) or wording.label("kind", kind)
    if kind == "statement":
        return excerpt(text_of(lookup, wording, pk, "statement")) or wording.label("kind", kind)
    if kind == "source":
        return source_name(lookup, wording, pk)
    if kind == "post":
        return post_name(lookup, wording, lookup.one(Post, pk))
    return wording.label("kind", kind)


def acronym_of(lookup: Lookup, wording: Wording, pk: int) -> str:
    """The acronym that goes with the name shown: in its language, else ""."""
    names = lookup.of(Name, "of", pk)
    shown = wording.pick([name for name in names if name.name_kind != "acronym"])
    acronym = wording.pick([name for name in names if name.name_kind == "acronym"])
    if not acronym or (shown and _language(shown) != _language(acronym)):
        return ""
    return acronym.text


def brief_name(lookup: Lookup, wording: Wording, pk: int) -> str:
    """The name to show beside an acronym: a short one in the language where there is one."""
    names = lookup.of(Name, "of", pk)
    brief = [name for name in names if name.name_kind == "short" and wording.speaks(name.language)]
    return brief[0].text if brief else shown_name(lookup, wording, pk)


def full_name(lookup: Lookup, wording: Wording, pk: int) -> str:
    """ "United Nations Children’s Fund (UNICEF)": the name, with the acronym that is asked for by."""
    return with_acronym(shown_name(lookup, wording, pk), acronym_of(lookup, wording, pk))


def with_acronym(name: str, acronym: str) -> str:
    """A name and the acronym of it, where there is another than the name itself."""
    return f"{name} ({acronym})" if acronym and acronym != name else name


def text_record(lookup: Lookup, wording: Wording, pk: int, field: str) -> Text | None:
    """The best text of one field in the language: translated or not, the record says."""
    return wording.pick([text for text in lookup.of(Text, "of", pk) if text.field == field])


def text_of(lookup: Lookup, wording: Wording, pk: int, field: str) -> str:
    """The text itself; "" where there is none."""
    text = text_record(lookup, wording, pk, field)
    return text.text if text else ""


def post_name(lookup: Lookup, wording: Wording, post: Post) -> str:
    """ "Representative in Kazakhstan, UNICEF"."""
    title = text_of(lookup, wording, post.pk, "title")
    organization = shown_name(lookup, wording, post.organization, short=True)
    return f"{title}, {organization}" if title else organization


def source_name(lookup: Lookup, wording: Wording, pk: int) -> str:
    """A source by its title and publisher where known, else as "News article, Astana, 20 June 2024"."""
    source = lookup.one(Source, pk)
    # What somebody told is named by the user's own words for it; a document has a title, which is quoted.
    told = source.source_kind == "conversation"
    title = (source.title if told else wording.say("“{title}”", title=source.title)) if source.title else ""
    if told and not title and source.author:
        who = _name_in(lookup, wording, source.author, ("person", "organization"))
        title = wording.say("phone call with {who}", who=who)
    parts = [
        title or wording.label("source_kind", source.source_kind),
        source.publisher or "",
        "" if title else dateline_of(lookup, wording, source),
        wording.date(source.published) if source.published else "",
    ]
    name = ", ".join(part for part in parts if part)
    return wording.say("{source} (fictional)", source=name) if source.fictional else name


def dateline_of(lookup: Lookup, wording: Wording, source: Source) -> str:
    """The place a source is datelined, in the chosen language where the dossier knows that place."""
    return _name_in(lookup, wording, source.dateline, ("place",)) if source.dateline else ""


def _name_in(lookup: Lookup, wording: Wording, text: str, kinds: tuple[str, ...]) -> str:
    """What is called so, in the language; the text itself where nothing is, or things of several names."""
    owners = {name.of for name in lookup.of(Name, "text", text)}
    lookup.learn_kinds(owners)
    shown = {shown_name(lookup, wording, pk) for pk in owners if lookup.kind(pk) in kinds}
    return shown.pop() if len(shown) == 1 else text


def _language(name: Name) -> str:
    return name.language.split("-")[0]


def excerpt(text: str, length: int = _EXCERPT) -> str:
    """The start of a text, cut between words."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:–") + "…"


def _name(lookup: Lookup, wording: Wording, pk: int, short: bool) -> str:
    if short and lookup.kind(pk) == "organization":
        return acronym_of(lookup, wording, pk) or brief_name(lookup, wording, pk)
    best = wording.pick(lookup.of(Name, "of", pk))
    return best.text if best else wording.label("kind", lookup.kind(pk))


def _title(lookup: Lookup, wording: Wording, pk: int, short: bool) -> str:
    fields = ("short_title", "title") if short else ("title", "short_title")
    texts = [text_record(lookup, wording, pk, field) for field in fields]
    found = [text for text in texts if text]
    in_language = [text for text in found if wording.speaks(text.language)]
    return next((text.text for text in in_language or found), "")


class Own:
    """Names and titles as their owners write them, for data that keeps whatever the window's language."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._english = wording("en")

    def name(self, pk: int) -> str:
        if self.lookup.kind(pk) not in _NAMED:
            return self._titled(pk)
        official = [name for name in self.lookup.of(Name, "of", pk) if name.name_kind == "official"]
        best = self._english.pick(official or self.lookup.of(Name, "of", pk))
        return best.text if best else ""

    def text(self, pk: int, field: str) -> str:
        """The original text of a field, in whatever language it was written."""
        texts = [text for text in self.lookup.of(Text, "of", pk) if text.field == field]
        best = self._english.pick([text for text in texts if not text.translated] or texts)
        return best.text if best else ""

    def _titled(self, pk: int) -> str:
        kind = self.lookup.kind(pk)
        fields = {"initiative": "title", "event": "title", "statement": "statement", "post": "title"}
        original = self.text(pk, fields[kind]) if kind in fields else ""
        return original or shown_name(self.lookup, self._english, pk)
