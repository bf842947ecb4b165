"""Why a record was found where its name does not show it: a form of a name, a text, someone's part in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from dossier.language import N_, Wording
from dossier.model.folding import key, plain, spans, split, tokens
from dossier.model.records import (
    Involvement,
    Name,
    Note,
    Paragraph,
    Participation,
    Post,
    Source,
    StatementLink,
    Text,
)
from dossier.search.query import Query, Word
from dossier.search.slips import Distances, allowed
from dossier.views.lookup import Lookup
from dossier.views.names import full_name

_WORD = re.compile(r"[^\W_]+")

_BEFORE, _AFTER = 32, 110
"""Letters of a text shown before and after what was found: it must be seen in a narrow line too."""

_FORMS = {
    ("en",): N_("≈ {name}, the English form of the name"),
    ("ru",): N_("≈ {name}, the Russian form of the name"),
    ("kk",): N_("≈ {name}, the Kazakh form of the name"),
    ("kk", "ru"): N_("≈ {name}, the Russian and Kazakh form of the name"),
}
_KINDS = {
    "acronym": N_("≈ {name}, the acronym"),
    "former": N_("≈ {name}, a former name"),
    "alias": N_("≈ {name}, another name"),
    "short": N_("≈ {name}, a short name"),
}


class Hidden(NamedTuple):
    """Words by which a record is found, shown or not, and the sentence that would say what they are."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Other:
    """Words that are not shown but hold the match, and the sentence that says what they are."""

    text: str
    reason: str


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text as they are written, plainly."""
    return tuple(_WORD.findall(plain(text)))


def meant_words(hidden: Iterable[Hidden], meant: Query, *, typed: str) -> str:
    """ "≈ Тоқаев": words of a record that were meant by what was typed, in the same script if it can."""
    latin = typed.isascii()
    best, most = list[str](), (0, False)
    beginnings = tuple(map(key, meant.words))
    for text, _ in hidden:
        found = [word for word in split(text) if key(word).startswith(beginnings)]
        if found and (len(found), text.isascii() == latin) > most:
            best, most = found, (len(found), text.isascii() == latin)
    return f"≈ {' '.join(best)}" if best else ""


def slipped(text: str, query: Query) -> tuple[str, ...]:
    """The words of a text that are what was typed but for slips."""
    typed = [(Distances(word.key), allowed(word.key)) for word in query.looked_for]
    return tuple(
        word
        for word in split(text)
        if any(most and distances.to(key(word)) <= most for distances, most in typed)
    )


def unseen(query: Query, shown: Sequence[str]) -> list[Word]:
    """The words that stand nowhere in what is shown as they were typed."""
    return [word for word in query.looked_for if not any(_is_typed(word, text) for text in shown)]


def other_words(hidden: Iterable[Hidden], wording: Wording, missed: Sequence[Word]) -> Other | None:
    """The form of a name, post or agency that holds most of the words that what is shown does not hold."""
    best, most = None, 0
    for text, reason in hidden if missed else ():
        count = sum(_is_typed(word, text) for word in missed)
        if count > most:
            best, most = (text, reason), count
            if most == len(missed):
                break
    if best is None:
        return None
    text, reason = best
    return Other(text, wording.say(reason, name=text))


def text_of(lookup: Lookup, wording: Wording, query: Query, pk: int) -> str:
    """The text of a record that holds most of the words, one in the chosen language first; "" for none."""
    texts: list[tuple[str | None, str]] = [(text.text, text.language) for text in lookup.of(Text, "of", pk)]
    posts = [post.pk for post in lookup.of(Post, "person", pk)]
    texts += [(note.text, "") for note in lookup.of(Note, "of", pk, *posts)]
    if lookup.kind(pk) == "source":
        paragraphs = sorted(lookup.of(Paragraph, "source", pk), key=lambda paragraph: paragraph.number)
        texts += [(paragraph.original, lookup.one(Source, pk).language or "") for paragraph in paragraphs]
        summaries = lookup.of(Text, "of", *(paragraph.pk for paragraph in paragraphs))
        texts += [(summary.text, summary.language) for summary in summaries]
    if len(texts) == 1:
        return texts[0][0] or ""
    found = [(text, language) for text, language in texts if text and spans(text, query.shown)]
    best = max(found, key=lambda item: (_matched(query, item[0]), wording.speaks(item[1])), default=("", ""))
    return best[0]


def excerpt_around(text: str, query: Query) -> str:
    """The text around the first word found in it, cut between words."""
    start, end = next(iter(spans(text, query.shown)), (0, 0))
    first, last = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    before, after = text[first:start], text[end:last]
    if first > 0:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())


def link(lookup: Lookup, wording: Wording, pk: int, party: int) -> str:
    """Who or which place led to the record, and what they are in it: “Guest: Akan Rakhmetullin”."""
    spoke = lookup.of(StatementLink, "statement", pk)
    took_part = lookup.of(Participation, "event", pk)
    involved = lookup.of(Involvement, "initiative", pk)
    roles = [wording.label("statement_role", item.role) for item in spoke if _leads(item, party)]
    roles += [wording.label("participation_role", item.role) for item in took_part if item.party == party]
    roles += [wording.label("involvement_role", item.role) for item in involved if item.party == party]
    role = roles[0] if roles else wording.label("kind", lookup.shown_kind(party))
    return wording.say("{role}: {name}", role=role, name=full_name(lookup, wording, party))


def _leads(item: StatementLink, party: int) -> bool:
    return item.to == party and item.role != "addressee"


def hidden_of(lookup: Lookup, pk: int, kind: str) -> tuple[Hidden, ...]:
    """Everything a record is indexed by."""
    found = _forms_of(lookup.of(Name, "of", pk))
    if kind in ("initiative", "event"):
        titles = (text for text in lookup.of(Text, "of", pk) if text.field in ("title", "short_title"))
        found += (Hidden(text.text, N_("≈ {name}, another form of the title")) for text in titles)
    for post in lookup.of(Post, "person", pk):
        titles = (text for text in lookup.of(Text, "of", post.pk) if text.field == "title")
        found += (Hidden(text.text, N_("≈ {name}, a title of the post")) for text in titles)
        found += lookup.reader.remembered(
            ("hidden by", post.organization), partial(_names_of_agency, lookup, post.organization)
        )
    return tuple(found)


def _names_of_agency(lookup: Lookup, pk: int) -> tuple[Hidden, ...]:
    return tuple(
        Hidden(name.text, N_("≈ {name}, a name of the agency")) for name in lookup.of(Name, "of", pk)
    )


def _forms_of(names: Sequence[Name]) -> list[Hidden]:
    """The forms of a name; the languages in which it is written alike are named together."""
    alike: dict[str, set[str]] = {}
    for name in names:
        alike.setdefault(plain(name.text), set()).add(name.language.split("-")[0])
    return [
        Hidden(
            name.text,
            _KINDS.get(name.name_kind)
            or _FORMS.get(tuple(sorted(alike[plain(name.text)])), N_("≈ {name}, another form of the name")),
        )
        for name in names
    ]


def _is_typed(word: Word, text: str) -> bool:
    """Whether a word stands in a text as it was typed, whole or half."""
    return any(plainly.startswith(word.plain) for plainly in _words(text))


def _matched(query: Query, text: str) -> int:
    keys = tokens(text)
    return sum(any(key.startswith(word.beginnings) for key in keys) for word in query.looked_for)
