"""What forms ask of the open dossier: names to offer, what of a record can be handed over or confirmed."""

from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.views.values import Hit
from ui.dialogs.keeping import Item, Subject
from ui.dialogs.record_line import Offer
from ui.workers import Job

if TYPE_CHECKING:
    from dossier.model.records import Post
    from dossier.store import Dossier
    from dossier.views.lookup import Lookup

_MOST_OFFERS = 8
MOST_POSTS = 50
"""As many as one chooses from by hand."""
_MOST_HITS = 60
PARTIES = ("person", "organization")
_SEVERAL = {"party": PARTIES, "any": (*PARTIES, "initiative", "event", "place", "region")}


def offers(
    dossier: "Dossier", wording: Wording, kind: str, text: str, job: Job
) -> tuple[tuple[Offer, ...], bool]:
    """Records that a half typed name may mean, and whether one is called just so.

    `party` is a person or an organization, `any` whatever can be connected.
    """
    from dossier.search import search
    from dossier.search.resolve import called

    if not text:
        return (), False
    kinds = _SEVERAL.get(kind, (kind,))
    only = kind if len(kinds) == 1 else None
    with dossier.read() as reader:
        found = search(reader, wording, text, kind=only, limit=_MOST_HITS, cancelled=job.is_cancelled)
        known = any(called(reader, text, kind=each) for each in kinds)
    hits = [hit for hit in found.hits if hit.kind in kinds]
    return tuple(Offer(hit.pk, hit.name, _told_apart(hit)) for hit in hits[:_MOST_OFFERS]), known


def subject(dossier: "Dossier", wording: Wording, pk: int) -> Subject:
    """What of a record the short forms are about; an organization's posts are those of its people."""
    from dossier.model.records import FORMS_OF_ADDRESS, ContactPoint, Post, Text
    from dossier.views.draft import Draft
    from dossier.views.names import shown_name
    from dossier.views.posts import is_over

    with dossier.read() as reader:
        draft = Draft(reader, wording, dossier.clock().date())
        lookup, kind = draft.lookup, reader.kind(pk)
        held = reader.find(Post, organization=pk) if kind == "organization" else reader.find(Post, person=pk)
        posts = [post for post in held[: MOST_POSTS + 1] if not is_over(draft, post)]
        points = reader.find(ContactPoint, of=pk) if kind in PARTIES else ()
        return Subject(
            pk,
            kind,
            shown_name(lookup, wording, pk),
            tuple(_post(lookup, wording, post, pk) for post in posts),
            tuple(
                Item(point.pk, f"{wording.label('contact_kind', point.contact_kind)}: {point.value}")
                for point in points
            ),
            {
                (text.field, text.language.split("-")[0]): text.text
                for text in reader.find(Text, of=pk, field=FORMS_OF_ADDRESS)
            },
        )


def _post(lookup: "Lookup", wording: Wording, post: "Post", of: int) -> Item:
    """A post as a form offers it: an organization's with who holds it."""
    from dossier.views.names import post_name, shown_name, text_of

    title = text_of(lookup, wording, post.pk, "title")
    if post.organization == of:
        holder = shown_name(lookup, wording, post.person)
        return Item(post.pk, f"{holder} – {title}" if title else holder, title)
    return Item(post.pk, post_name(lookup, wording, post), title)


def _told_apart(hit: Hit) -> str:
    return ", ".join(part for part in (hit.post, hit.organization) if part)
