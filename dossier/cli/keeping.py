"""The commands that keep a dossier true: who follows whom in a post, what is confirmed."""

from typing import TYPE_CHECKING

import click

from dossier.cli.commands import cli
from dossier.cli.group import Failure
from dossier.cli.writing import Writing, another_option, needed_source_option, writing
from dossier.language import N_

if TYPE_CHECKING:
    from dossier.intake.forms import Named
    from dossier.model.records import Post
    from dossier.store import Reader


@cli.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--post", metavar="TITLE", default="", help="The post, by its title; needed if OLD has several."
)
@click.option(
    "--on", metavar="DATE", required=True, help="The day of the change: 2026-11-01, 1 November 2026."
)
@another_option
@needed_source_option
@writing
def replace(work: Writing, old: str, new: str, post: str, on: str, another: bool, source: str) -> None:
    """Let the person called NEW follow OLD in a post. OLD stays to be found, marked “until”.

    NEW is added if nobody in the dossier is called so; somebody who is there is named by their id. A TITLE
    that OLD's one post does not have is what the post is called from now on.
    """
    from dossier.intake.forms import Replacement

    person = work.find(old, "person")
    with work.dossier.read() as reader:
        held = _post(work, reader, person, post)
        holder = _by_id(work, reader, new)
    work.write(
        Replacement(held, holder, post, on, work.origin(source), another),
        N_("give the id of one listed below instead of the name, or add somebody else by --another."),
    )


@cli.command()
@click.argument("name")
@click.option("--post", metavar="TITLE", help="Only this post.")
@click.option("--contact", metavar="VALUE", help="Only this phone, e-mail, address or page.")
@click.option("--on", metavar="DATE", default="", help="The day it was confirmed; today when left out.")
@click.option(
    "--source", metavar="TEXT", default="", help="Who or what confirmed it; else what it rests on already."
)
@writing
def confirm(work: Writing, name: str, post: str | None, contact: str | None, on: str, source: str) -> None:
    """Say that the posts of the person called NAME, or a contact, are still as they stand here."""
    from dossier.intake.forms import Confirmation

    of = work.find(name)
    with work.dossier.read() as reader:
        posts: tuple[int, ...] = ()
        if post is not None:
            posts = (_post(work, reader, of, post, strict=True),)
        elif contact is None:
            posts = tuple(held.pk for held in _in_force(work, reader, of))
        contacts = () if contact is None else (_contact(work, reader, of, contact),)
    if not posts and not contacts:
        say = work.wording.say
        raise Failure(say("“{name}” has no post here to confirm; name a contact with --contact.", name=name))
    work.write(Confirmation(of, posts, contacts, on or str(work.today), source))


def _by_id(work: Writing, reader: "Reader", text: str) -> "Named":
    """A person by their id; any other text is a name."""
    from dossier.intake.forms import Named
    from dossier.views import name_of

    pk = reader.pk(text)
    if pk is None or reader.kind(pk) != "person":
        return Named(text)
    return Named(name_of(reader, work.wording, pk), pk)


def _in_force(work: Writing, reader: "Reader", person: int) -> "list[Post]":
    from dossier.model.records import Post
    from dossier.views.draft import Draft
    from dossier.views.posts import is_over

    draft = Draft(reader, work.wording, work.today)
    return [post for post in reader.find(Post, person=person) if not is_over(draft, post)]


def _post(work: Writing, reader: "Reader", person: int, title: str, *, strict: bool = False) -> int:
    """The post in force that a title means. Without `strict` the only one is meant by any title."""
    from dossier.model.folding import words
    from dossier.model.records import Text

    posts = _in_force(work, reader, person)
    titles = {post.pk: [text.text for text in reader.find(Text, of=post.pk, field="title")] for post in posts}
    named = [pk for pk, texts in titles.items() if words(title) in map(words, texts)]
    found = named or ([] if strict or len(titles) > 1 else list(titles))
    if len(found) == 1:
        return found[0]
    if not posts:
        raise Failure(work.wording.say("There is no post here that is not over already."))
    listed = [" / ".join(texts) for texts in titles.values()]
    raise Failure(work.wording.say("Name one of these posts by its title, with --post:"), listed)


def _contact(work: Writing, reader: "Reader", of: int, value: str) -> int:
    """The contact point of that value, however it is written."""
    from dossier.intake.forms.contacts import plainly
    from dossier.model.records import ContactPoint

    points = reader.find(ContactPoint, of=of)
    found = [
        point.pk
        for point in points
        if plainly(point.contact_kind, point.value)[1] == plainly(point.contact_kind, value)[1]
        or _plain(point.value) == _plain(value)
    ]
    if found:
        return found[0]
    say = work.wording.say
    if not points:
        raise Failure(say("There is no contact “{value}” here.", value=value))
    raise Failure(
        say("There is no contact “{value}” here; there are:", value=value), [point.value for point in points]
    )


def _plain(value: str) -> str:
    return "".join(letter for letter in value.casefold() if letter.isalnum() or letter == "@")
