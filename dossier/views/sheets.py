"""The sheet: the content of one briefing page, from the same blocks as the card, with no layout in it."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dossier.language import LANGUAGES, Wording, wording
from dossier.model.dates import day
from dossier.model.records import Citation, Name, Place
from dossier.views.draft import Draft
from dossier.views.fiction import marked
from dossier.views.gists import gist
from dossier.views.heads import as_of, head
from dossier.views.looking_back import is_before, with_state
from dossier.views.map_outline import map_label
from dossier.views.names import full_name
from dossier.views.pages import blocks_for
from dossier.views.subjects import subject_of
from dossier.views.values import Block, Line, Run, Sheet

if TYPE_CHECKING:
    from dossier.store import Reader

# The two cities by which a reader finds their way on the map of Kazakhstan.
_ORIENTING = ("KZ-71", "KZ-75")
_FEW = 2
_ENDING_ALIKE = ("initiatives", "people", "posts", "whom_to_ask")
_SOME_WITH_POSTS = ("participants", "also_there")


def sheet(
    reader: "Reader",
    wording: Wording,
    today: date,
    pk: int,
    *,
    marking: str = "",
    copy: tuple[int, int | None] | None = None,
    printed: date | None = None,
) -> Sheet:
    """The sheet of a record, or of the one a part belongs to; the user's notes and tags stay off it.

    `today` is the day whose state is told, and without `printed` that of printing; the sheet says so where
    it is another one, or where a source is newer. `copy` is its number and of how many, where that is known.
    Raises KeyError where there is no such record.
    """
    draft = Draft(reader, wording, today, "sheet")
    subject = subject_of(draft.lookup, pk)
    draft.learn([subject])
    top = head(draft, subject, between="\n")
    why = gist(draft, subject)
    made = blocks_for(draft, subject)
    lines = [*([why] if why else []), *(line for block in made for line in block.lines)]
    aside = wording.say("translation, not checked")
    unchecked = any(line.note and line.note[-1].text == aside for line in lines)
    bare = (
        replace(block, lines=tuple(_without_aside(line, aside) for line in block.lines)) for block in made
    )
    blocks = tuple(_shared(block, draft) for block in bare)
    newest = draft.sources.newest(draft.lookup.of(Citation, "of", subject))
    looks_back = is_before(today, newest)
    told_of = today if looks_back or (printed and printed != today) else None
    return Sheet(
        pk=subject,
        id=draft.lookup.record(subject).id,
        kind=draft.lookup.shown_kind(subject),
        kind_label=_kind_label(wording, draft.lookup.kind(subject), top.kind_label),
        language=wording.code,
        name=full_name(draft.lookup, wording, subject),
        lead=top.line.runs,
        lead_cites=top.line.cites,
        other_names=_other_names(draft, subject),
        gist=_without_aside(why, aside) if why else None,
        blocks=blocks,
        sources=draft.sources.lines(detailed=True),
        as_of=with_state(wording, as_of(draft, subject), told_of),
        looks_back=looks_back,
        printed=wording.say("Printed {on}", on=wording.date(day(printed or today), "on")),
        remark=wording.say("translations not checked") if unchecked else "",
        marking=marked(reader, wording, marking),
        copy=_copy(wording, *copy) if copy else "",
        labels={**_frame(wording), **_map_labels(draft, blocks)},
    )


def _copy(wording: Wording, number: int, of: int | None) -> str:
    if of is None:
        return wording.say("Copy {number}", number=number)
    return wording.say("Copy {number} of {count}", number=number, count=of)


def _kind_label(wording: Wording, kind: str, label: str) -> str:
    """What the page is: of a person not what they are, which goes without saying, but what is told."""
    return wording.say("Biographical note") if kind == "person" else label


def _without_aside(line: Line, aside: str) -> Line:
    """A line that leaves to the head of the page what is true of every translation on it."""
    if not line.note or line.note[-1].text != aside:
        return line
    return replace(line, note=line.note[:-2])


def _shared(block: Block, draft: Draft) -> Block:
    """A block in whose notes the same last clauses, such as "not confirmed since", are said once above all.

    Only where every line has a note, or the words above would go for one that says nothing; among people and
    organizations they go for the posts.
    """
    if block.key not in (*_ENDING_ALIKE, *_SOME_WITH_POSTS):
        return block
    ends = [_clauses(line.note, block.key) for line in block.lines]
    told = [end for line, end in zip(block.lines, ends, strict=True) if line.cites or line.state]
    usual = Counter(end[-1] for end in ends if end).most_common(1)
    of_posts = block.key in _SOME_WITH_POSTS
    if not (of_posts or all(told)) or not usual or usual[0][1] < _FEW:
        return block
    shared = _common_end([end for end in ends if end and end[-1] == usual[0][0]])
    lines = []
    for line, end in zip(block.lines, ends, strict=True):
        if end and end[-1] == shared[-1]:
            left = "; ".join(end[: -len(shared)])
            line = replace(line, note=_ending(line.note[:-1], left, line.note[-1]))
        lines.append(line)
    words = "; ".join(shared)
    if of_posts:
        words = draft.wording.say("People: {words}", words=words)
    elif usual[0][1] < len(told):
        words = draft.wording.say("Unless said otherwise: {words}", words=words)
    return replace(block, lines=tuple(lines), note=words)


def _clauses(note: tuple[Run, ...], key: str) -> list[str]:
    """The last words of a note, clause by clause; of those who take part what is said of their post."""
    only_role = key == "participants" and len(note) == 1
    return note[-1].text.split("; ") if note and not note[-1].pk and not only_role else []


def _common_end(ends: list[list[str]]) -> list[str]:
    """The last clauses that all have in common."""
    shared: list[str] = []
    for clauses in zip(*(reversed(end) for end in ends), strict=False):
        if len(set(clauses)) > 1:
            break
        shared.insert(0, clauses[0])
    return shared


def _ending(before: tuple[Run, ...], left: str, last: Run) -> tuple[Run, ...]:
    """A note with what is left of its last run, or without the separator before it."""
    return (*before, replace(last, text=left)) if left else before[:-1]


def _other_names(draft: Draft, pk: int) -> str:
    """The name in the other languages of the program, where the dossier has it."""
    tags = [name.language for name in draft.lookup.of(Name, "of", pk)]
    spoken = [code for code in LANGUAGES if any(wording(code).speaks(tag) for tag in tags)]
    names = dict.fromkeys(full_name(draft.lookup, wording(code), pk) for code in spoken)
    names.pop(full_name(draft.lookup, draft.wording, pk), None)
    return " · ".join(names)


def _frame(wording: Wording) -> dict[str, str]:
    """The words of the frame around the blocks; those with a number are filled when the page is laid out."""
    return {
        "dossier": wording.say("Dossier"),
        "sources": wording.say("Sources"),
        "page": wording.say("Page {page} of {pages}", page="{page}", pages="{pages}"),
        "nothing_left_out": wording.say("nothing left out"),
        "left_out": wording.say("left out for space: {count} facts", count="{count}"),
        "left_out_one": wording.say("left out for space: 1 fact"),
        "unprintable": wording.say("characters shown as □: {count}", count="{count}"),
        "date": wording.say("Date"),
        "about": wording.say("About"),
        "fact": wording.say("Details"),
    }


def _map_labels(draft: Draft, blocks: tuple[Block, ...]) -> dict[str, str]:
    """Short names of the regions on the map, by code, and what it shows for those who can't see it."""
    maps = [block for block in blocks if block.layout == "map"]
    if not maps:
        return {}
    codes = {code for block in maps for code in (*block.codes, *block.also)}
    places = draft.lookup.of(Place, "code", *codes, *_ORIENTING)
    names = {place.code: draft.name(place.pk) for place in places if place.code}
    return {
        **{code: map_label(name) for code, name in names.items()},
        "map": _map_shows(draft, maps[0], names),
    }


def _map_shows(draft: Draft, block: Block, names: dict[str, str]) -> str:
    say, list_of = draft.wording.say, draft.wording.list_of
    strong = list_of(names[code] for code in block.codes if code in names)
    light = list_of(names[code] for code in block.also if code in names)
    if strong and light:
        return say(
            "Map of the regions. Shown strong: {regions}; light: {others}.", regions=strong, others=light
        )
    return say("Map of the regions. Shown: {regions}.", regions=strong or light)
