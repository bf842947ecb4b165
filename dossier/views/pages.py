"""Which blocks make up the page of each kind of record, and in which order on the card and on the sheet.

The order is that of reading, and the sources are numbered by it.
"""

from collections.abc import Callable, Iterable

from dossier.model.records import Coverage, Event, Place, Record, Statement
from dossier.views import initiative_blocks, people_blocks, place_blocks, said_blocks, source_blocks
from dossier.views import relations as rel
from dossier.views.addressing import block_of_address
from dossier.views.ahead import read_ahead
from dossier.views.draft import Draft, Medium
from dossier.views.values import Block

Blocks = dict[str, Callable[[], Block]]

_ORDER: dict[str, dict[Medium, str]] = {
    "person": {
        "card": "posts form_of_address contacts said_did initiatives regions told former_said events "
        "also_there background links",
        "sheet": "said_did told initiatives map former_said posts form_of_address contacts events "
        "also_there background links",
    },
    "organization": {
        "card": "people contacts initiatives regions said told events structure offices links background",
        "sheet": "initiatives map said told people contacts events structure offices links background",
    },
    "initiative": {
        "card": "what_it_is status involved regions places said whom_to_ask contacts events",
        "sheet": "what_it_is map places said status involved whom_to_ask contacts events",
    },
    "event": {
        "card": "participants said told initiatives regions contacts events",
        "sheet": "topics said told map participants contacts events",
    },
    "place": {
        "card": "initiatives regions said whom_to_ask contacts events offices facts",
        "sheet": "map initiatives said events whom_to_ask contacts offices facts",
    },
    "statement": {
        "card": "words initiatives regions facts",
        "sheet": "words initiatives map facts",
    },
    "source": {
        "card": "facts people organizations initiatives events regions said",
        "sheet": "said people organizations initiatives events map facts",
    },
}


def blocks_for(draft: Draft, pk: int) -> tuple[Block, ...]:
    """The blocks of a page that have something to say, in their order."""
    kind = draft.lookup.kind(pk)
    made = _PAGES[kind](draft, pk)
    blocks = (made[key]() for key in _ORDER[kind][draft.medium].split())
    return tuple(block for block in blocks if block.lines or block.empty)


def _person(draft: Draft, pk: int) -> Blocks:
    lookup = draft.lookup
    parts = rel.participations_of(lookup, pk)
    statements = rel.statements_by(lookup, pk)
    told = [each for each in rel.statements_about(lookup, pk) if each not in statements]
    initiatives = _initiatives(draft, (pk,), [*statements, *told])
    former: tuple[Statement, ...] = ()
    if not (statements or told or initiatives):
        # Of who is new in a post it is told what it brings with it.
        before = [post.person for post in rel.predecessors(lookup, rel.posts_of(lookup, pk)).values()]
        former = tuple(each for person in before for each in rel.statements_by(lookup, person))
        initiatives = _initiatives(draft, before, former)
    there = rel.statements_at(lookup, *(part.event for part in parts))
    read_ahead(
        draft,
        statements=(*statements, *told, *there, *former),
        events=[part.event for part in parts],
        attended=[part.event for part in parts],
        initiatives=initiatives,
    )
    done = [part for part in parts if said_blocks.happened(draft, part)]
    employers = rel.employers(lookup, pk)
    attended = [part.event for part in done]
    return {
        "posts": lambda: people_blocks.posts(draft, pk),
        "form_of_address": lambda: block_of_address(draft, pk),
        "contacts": lambda: people_blocks.contacts(draft, pk),
        "said_did": lambda: said_blocks.said_and_did(draft, pk),
        "told": lambda: said_blocks.said(draft, told, "told"),
        "events": lambda: said_blocks.events(draft, [part for part in parts if part not in done]),
        "also_there": lambda: people_blocks.also_there(draft, pk, attended),
        "background": lambda: said_blocks.background(
            draft, employers, attended, [*statements, *told], ties=True
        ),
        "former_said": lambda: said_blocks.said(draft, former, "former_said"),
        "links": lambda: people_blocks.links(draft, pk),
        **_undertakings(draft, initiatives, party=pk),
    }


def _organization(draft: Draft, pk: int) -> Blocks:
    lookup = draft.lookup
    whole = rel.below(lookup, pk)
    statements = rel.statements_for(lookup, *whole)
    told = [each for each in rel.statements_about(lookup, pk) if each not in statements]
    initiatives = _initiatives(draft, whole, [])
    parts = rel.participations_for(lookup, *whole)
    read_ahead(
        draft, statements=(*statements, *told), events=[part.event for part in parts], initiatives=initiatives
    )
    attended = [part.event for part in parts if said_blocks.happened(draft, part)]
    posts = rel.staff(lookup, *whole)
    holders = tuple(dict.fromkeys(person for _, person in posts))
    people = holders[: people_blocks.people_shown(draft, len(holders))]
    return {
        "people": lambda: people_blocks.people(draft, pk, [post for post, _ in posts]),
        "contacts": lambda: people_blocks.contacts(draft, pk, *people),
        "said": lambda: said_blocks.said(draft, statements),
        "told": lambda: said_blocks.said(draft, told, "told"),
        "events": lambda: said_blocks.events(draft, parts),
        "structure": lambda: place_blocks.structure(draft, pk),
        "offices": lambda: place_blocks.offices(draft, pk),
        "links": lambda: people_blocks.links(draft, pk),
        "background": lambda: said_blocks.background(draft, [pk], attended, [*statements, *told], ties=False),
        **_undertakings(draft, initiatives, party=pk),
    }


def _initiative(draft: Draft, pk: int) -> Blocks:
    lookup = draft.lookup
    statements = rel.statements_about(lookup, pk)
    asked = _speakers(draft, statements)
    read_ahead(draft, statements=statements, events=(), initiatives=(pk,))
    return {
        "what_it_is": lambda: initiative_blocks.what_it_is(draft, pk),
        "status": lambda: initiative_blocks.statuses(draft, pk),
        "involved": lambda: initiative_blocks.involved(draft, pk),
        "places": lambda: initiative_blocks.places(draft, [pk]),
        "said": lambda: said_blocks.said(draft, statements),
        "whom_to_ask": lambda: people_blocks.whom_to_ask(draft, asked),
        "contacts": lambda: people_blocks.contacts(draft, *asked),
        "events": lambda: said_blocks.event_list(draft, _pks(lookup.of(Event, "initiative", pk))),
        **_undertakings(draft, (pk,)),
    }


def _event(draft: Draft, pk: int) -> Blocks:
    lookup = draft.lookup
    event = lookup.one(Event, pk)
    statements = rel.statements_at(lookup, pk)
    told = [each for each in rel.statements_about(lookup, pk) if each not in statements]
    about = rel.spoken_of(lookup, statements, "initiative")
    initiatives = tuple(dict.fromkeys([*([event.initiative] if event.initiative else []), *about]))
    parties = [part.party for part in rel.participants(lookup, pk)]
    read_ahead(draft, statements=(*statements, *told), events=(pk,), attended=(pk,), initiatives=initiatives)
    near = [*([event.part_of] if event.part_of else []), *_pks(lookup.of(Event, "part_of", pk))]
    return {
        "participants": lambda: people_blocks.participants(draft, pk),
        "said": lambda: said_blocks.said(draft, statements, at=event),
        "told": lambda: said_blocks.said(draft, told, "told"),
        # What was spoken about stands in the words of those who did.
        "topics": lambda: initiative_blocks.topics(draft, [pk for pk in initiatives if pk not in about]),
        "contacts": lambda: people_blocks.contacts(draft, *parties),
        "events": lambda: said_blocks.event_list(draft, near),
        **_undertakings(draft, initiatives),
    }


def _place(draft: Draft, pk: int) -> Blocks:
    lookup = draft.lookup
    on_map = initiative_blocks.is_first_level(lookup.one(Place, pk))
    initiatives = tuple(dict.fromkeys(each.initiative for each in lookup.of(Coverage, "place", pk)))
    statements = dict.fromkeys(
        [*rel.statements_about(lookup, *initiatives, pk), *rel.statements_in(lookup, pk)]
    )
    read_ahead(draft, statements=statements, events=(), initiatives=initiatives)
    asked = tuple(dict.fromkeys([*place_blocks.answering_for(draft, pk), *_speakers(draft, statements)]))
    return {
        "said": lambda: said_blocks.said(draft, statements),
        "whom_to_ask": lambda: people_blocks.whom_to_ask(draft, asked),
        "contacts": lambda: people_blocks.contacts(draft, *asked),
        "events": lambda: place_blocks.events_there(draft, pk),
        "offices": lambda: place_blocks.organizations_there(draft, pk),
        "facts": lambda: place_blocks.place_facts(draft, pk),
        **_undertakings(draft, initiatives, region=pk if on_map else None),
    }


def _statement(draft: Draft, pk: int) -> Blocks:
    statement = draft.lookup.one(Statement, pk)
    return {
        "words": lambda: source_blocks.words(draft, statement),
        "facts": lambda: source_blocks.statement_details(draft, statement),
        **_undertakings(draft, rel.spoken_of(draft.lookup, [statement], "initiative")),
    }


def _source(draft: Draft, pk: int) -> Blocks:
    cited = source_blocks.cited_by(draft, pk)
    read_ahead(
        draft,
        statements=draft.lookup.some(Statement, cited.get("statement", ())),
        events=cited.get("event", ()),
        initiatives=cited.get("initiative", ()),
    )
    return {
        "facts": lambda: source_blocks.source_details(draft, pk),
        "people": lambda: source_blocks.cited(draft, "people", cited.get("person", ())),
        "organizations": lambda: source_blocks.cited(draft, "organizations", cited.get("organization", ())),
        "said": lambda: said_blocks.said(draft, draft.lookup.some(Statement, cited.get("statement", ()))),
        "events": lambda: said_blocks.event_list(draft, cited.get("event", ())),
        **_undertakings(draft, cited.get("initiative", ())),
    }


def _undertakings(
    draft: Draft, initiatives: tuple[int, ...], *, party: int | None = None, region: int | None = None
) -> Blocks:
    """The blocks that follow from a set of initiatives, on the page of a party or of a region."""
    return {
        "initiatives": lambda: initiative_blocks.initiative_list(draft, initiatives, but=party),
        "regions": lambda: initiative_blocks.regions(draft, initiatives),
        "map": lambda: initiative_blocks.region_map(draft, initiatives, of=region),
    }


def _initiatives(draft: Draft, parties: Iterable[int], statements: Iterable[Statement]) -> tuple[int, ...]:
    """The initiatives that parties have a part in, then those that statements are about."""
    own = [part.initiative for part in rel.involvements_of(draft.lookup, *parties)]
    return tuple(dict.fromkeys([*own, *rel.spoken_of(draft.lookup, statements, "initiative")]))


def _speakers(draft: Draft, statements: Iterable[Statement]) -> tuple[int, ...]:
    """The people among the speakers."""
    links = [link for each in statements for link in rel.links_of(draft.lookup, each.pk, "speaker")]
    draft.lookup.learn_kinds(link.to for link in links)
    return tuple(dict.fromkeys(link.to for link in links if draft.lookup.kind(link.to) == "person"))


def _pks(records: Iterable[Record]) -> list[int]:
    return [record.pk for record in records]


_PAGES: dict[str, Callable[[Draft, int], Blocks]] = {
    "person": _person,
    "organization": _organization,
    "initiative": _initiative,
    "event": _event,
    "place": _place,
    "statement": _statement,
    "source": _source,
}
