"""What `dossier list` prints: every record of a kind, as a table for people, whole for programs."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dossier.cli.printing import echo, print_json, print_table
from dossier.language import Wording
from dossier.model.records import BY_KIND, Event, Initiative, Organization, Place, Post, Source, Statement
from dossier.views.draft import Draft
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, post_name, shown_name
from dossier.views.posts import post_until
from dossier.views.relations import by_newest, speakers

if TYPE_CHECKING:
    from dossier.store import Reader


def records_of(reader: "Reader", wording: Wording, kind: str, *, everything: bool) -> tuple[int, ...]:
    """The pks of all records of a kind; of regions those with something to show, or `everything`."""
    if kind == "region":
        from dossier.views import regions

        return tuple(row.pk for row in regions(reader, wording, all=everything))
    return tuple(record.pk for record in reader.all(BY_KIND[kind]))


def print_records(
    reader: "Reader", wording: Wording, today: date, pks: Sequence[int], *, as_json: bool
) -> None:
    """Print the records as of a day, in the order of the alphabet for people."""
    if as_json:
        from dossier.views import record_json

        print_json([record_json(reader, pk) for pk in pks])
        return
    draft = Draft(reader, wording, today)
    learn_names(draft.lookup, pks)
    rows = [(shown_name(draft.lookup, wording, pk), _detail(draft, pk)) for pk in pks]
    print_table(sorted(rows, key=lambda row: wording.sort_key(row[0])))
    echo(wording.say("{n} in the dossier", n=wording.number(len(rows))))


def agency_of(lookup: Lookup, wording: Wording, pk: int) -> str:
    """The agency of a person's newest post, or the one above an organization; "" for none."""
    record = lookup.record(pk)
    if isinstance(record, Organization):
        return shown_name(lookup, wording, record.parent) if record.parent else ""
    posts = by_newest(lookup, lookup.of(Post, "person", pk))
    return shown_name(lookup, wording, posts[0].organization) if posts else ""


def _detail(draft: Draft, pk: int) -> str:
    """What tells a record from others of its kind, in a few words."""
    lookup, wording = draft.lookup, draft.wording
    match lookup.record(pk):
        case Organization(organization_kind=kind):
            parts = [wording.label("organization_kind", kind), agency_of(lookup, wording, pk)]
        case Initiative(initiative_kind=kind, period=when):
            parts = [wording.label("initiative_kind", kind), wording.date(when) if when else ""]
        case Event(event_kind=kind, date=when):
            parts = [wording.label("event_kind", kind), wording.date(when) if when else ""]
        case Statement(nature=nature, on=when):
            who = ", ".join(shown_name(lookup, wording, each, short=True) for each in speakers(lookup, pk))
            parts = [who, wording.label("nature", nature).lower(), wording.date(when) if when else ""]
        case Place(place_kind=kind, code=code):
            parts = [wording.label("place_kind", kind), code or ""]
        case Source(source_kind=kind):
            parts = [wording.label("source_kind", kind)]
        case _:
            parts = [_posts(draft, pk)]
    return ", ".join(part for part in parts if part)


def _posts(draft: Draft, person: int) -> str:
    """The posts, those that are over with the day they ended."""
    lookup = draft.lookup
    posts = by_newest(lookup, lookup.of(Post, "person", person))
    named = ((post_name(lookup, draft.wording, post), post_until(draft, post)) for post in posts)
    return "; ".join(f"{name} ({until})" if until else name for name, until in named)
