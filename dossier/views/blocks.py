"""The kinds of blocks that cards and sheets are made of: their titles, layouts and priorities."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.language import N_
from dossier.views.draft import Draft
from dossier.views.values import Block, Line


@dataclass(frozen=True, slots=True)
class BlockKind:
    """`priority` 1 is the last to go when a sheet is full; `empty` is said instead of silence."""

    title: str
    priority: int
    layout: str = "list"
    side: bool = False
    empty: str = ""
    action: str = ""


_NO_CONTACT = N_("None in the dossier: no phone, e-mail or address.")

KINDS: dict[str, BlockKind] = {
    "posts": BlockKind(N_("Posts"), 1, side=True, empty=N_("No post in the dossier."), action="add_post"),
    "contacts": BlockKind(N_("Contacts"), 2, side=True, empty=_NO_CONTACT, action="add_contact"),
    "form_of_address": BlockKind(N_("Form of address"), 2, side=True),
    "said_did": BlockKind(N_("Said and did"), 2, "dated"),
    "said": BlockKind(N_("What was said"), 3, "dated"),
    "initiatives": BlockKind(N_("Initiatives"), 3),
    "topics": BlockKind(N_("Talked about"), 5, "tags"),
    "regions": BlockKind(N_("Regions"), 3, "tags"),
    "map": BlockKind(N_("Regions"), 4, "map"),
    "places": BlockKind(N_("Places"), 4, "tags"),
    "people": BlockKind(N_("People"), 2, side=True, empty=N_("No people in the dossier.")),
    "organizations": BlockKind(N_("Organizations"), 2, side=True),
    "told": BlockKind(N_("What others said"), 4, "dated"),
    "former_said": BlockKind(N_("What the predecessor said"), 4, "dated"),
    "whom_to_ask": BlockKind(N_("Whom to ask"), 2, side=True),
    "also_there": BlockKind(N_("Who else was there"), 6, "bullets", side=True),
    "participants": BlockKind(N_("Participants"), 1, side=True),
    "events": BlockKind(N_("Events"), 5, "dated"),
    "background": BlockKind(N_("Background"), 8, "bullets", side=True),
    "what_it_is": BlockKind(N_("What it is"), 1),
    "status": BlockKind(N_("Status"), 2, side=True, empty=N_("No status is stated.")),
    "involved": BlockKind(N_("Who takes part"), 2, side=True),
    "structure": BlockKind(N_("Structure"), 6, side=True),
    "offices": BlockKind(N_("Offices"), 6, side=True),
    "facts": BlockKind(N_("In short"), 5, "dated", side=True),
    "words": BlockKind(N_("Words"), 1),
    "notes": BlockKind(N_("Notes"), 7),
    "links": BlockKind(N_("Links"), 6, side=True),
    "tags": BlockKind(N_("Tags"), 9, "tags"),
}


def block(
    draft: Draft,
    key: str,
    lines: Iterable[Line],
    *,
    codes: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
) -> Block:
    """A block of a kind with its lines."""
    kind = KINDS[key]
    return Block(
        key=key,
        title=draft.wording.say(kind.title),
        lines=tuple(lines),
        layout=kind.layout,
        priority=kind.priority,
        side=kind.side,
        empty=draft.wording.say(kind.empty) if kind.empty else "",
        action=kind.action,
        codes=codes,
        also=also,
    )
