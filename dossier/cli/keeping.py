"""The commands that keep a dossier true: who follows whom in a post, what is confirmed, and undo."""

from typing import TYPE_CHECKING

import click

from dossier.cli.commands import cli
from dossier.cli.group import Failure
from dossier.cli.naming import resolve_name
from dossier.cli.own import open_dossier
from dossier.cli.printing import print_json
from dossier.cli.settings import common_options, file_option, json_option, settings_of
from dossier.cli.writing import needed_source_option, print_written
from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.model.records import Post
    from dossier.store import Dossier, Reader


@cli.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--post", metavar="TITLE", default="", help="The post, by its title; needed if OLD has several."
)
@click.option(
    "--on", metavar="DATE", required=True, help="The day of the change: 2026-11-01, 1 November 2026."
)
@needed_source_option
@json_option
@file_option
@common_options
@click.pass_context
def replace(
    context: click.Context,
    old: str,
    new: str,
    post: str,
    on: str,
    source: str,
    as_json: bool,
    file: str | None,
) -> None:
    """Let the person called NEW follow OLD in a post. OLD stays to be found, marked “until”.

    NEW is added if nobody in the dossier is called so. A TITLE that OLD's one post does not have is what the
    post is called from now on.
    """
    from dossier.intake.forms import Named, Origin, Replacement, write

    settings = settings_of(context)
    wording = settings.wording()
    with open_dossier(file, settings.clock) as dossier:
        with dossier.read() as reader:
            person = resolve_name(reader, wording, old, "person")
            held = _post(reader, wording, dossier, person, post)
        origin = Origin(source, str(settings.today))
        written = write(dossier, wording, Replacement(held, Named(new), post, on, origin))
        print_written(dossier, wording, written, as_json=as_json)


@cli.command()
@click.argument("name")
@click.option("--post", metavar="TITLE", help="Only this post.")
@click.option("--contact", metavar="VALUE", help="Only this phone, e-mail, address or page.")
@click.option("--on", metavar="DATE", default="", help="The day it was confirmed; today when left out.")
@click.option(
    "--source", metavar="TEXT", default="", help="Who or what confirmed it; else what it rests on already."
)
@json_option
@file_option
@common_options
@click.pass_context
def confirm(
    context: click.Context,
    name: str,
    post: str | None,
    contact: str | None,
    on: str,
    source: str,
    as_json: bool,
    file: str | None,
) -> None:
    """Say that the posts of the person called NAME, or a contact, are still as they stand here."""
    from dossier.intake.forms import Confirmation, write

    settings = settings_of(context)
    wording = settings.wording()
    with open_dossier(file, settings.clock) as dossier:
        with dossier.read() as reader:
            of = resolve_name(reader, wording, name)
            posts: tuple[int, ...] = ()
            if post is not None:
                posts = (_post(reader, wording, dossier, of, post, strict=True),)
            elif contact is None:
                posts = tuple(held.pk for held in _in_force(reader, wording, dossier, of))
            contacts = () if contact is None else (_contact(reader, of, contact),)
            if not posts and not contacts:
                raise Failure(f"“{name}” has no post here to confirm; name a contact with --contact.")
        entry = Confirmation(of, posts, contacts, on or str(settings.today), source)
        print_written(dossier, wording, write(dossier, wording, entry), as_json=as_json)


@cli.command()
@json_option
@file_option
@common_options
@click.pass_context
def undo(context: click.Context, as_json: bool, file: str | None) -> None:
    """Take back the newest change, by a change of its own: a second undo takes back the one before it."""
    settings = settings_of(context)
    wording = settings.wording()
    with open_dossier(file, settings.clock) as dossier:
        undone = dossier.undoable()
        change = dossier.undo(undone.pk)
    if as_json:
        print_json({"change": change.id, "undone": undone.id, "label": undone.label})
    else:
        click.echo(wording.say("Undone: {label}.", label=wording.say(undone.label)))


def _in_force(reader: "Reader", wording: Wording, dossier: "Dossier", person: int) -> "list[Post]":
    from dossier.model.records import Post
    from dossier.views.draft import Draft
    from dossier.views.people_blocks import is_over

    draft = Draft(reader, wording, dossier.clock().date())
    return [post for post in reader.find(Post, person=person) if not is_over(draft, post)]


def _post(
    reader: "Reader", wording: Wording, dossier: "Dossier", person: int, title: str, *, strict: bool = False
) -> int:
    """The post in force that a title means. Without `strict` the only one is meant by any title."""
    from dossier.model.folding import words
    from dossier.model.records import Text

    posts = _in_force(reader, wording, dossier, person)
    titles = {post.pk: [text.text for text in reader.find(Text, of=post.pk, field="title")] for post in posts}
    named = [pk for pk, texts in titles.items() if words(title) in map(words, texts)]
    found = named or ([] if strict or len(titles) > 1 else list(titles))
    if len(found) == 1:
        return found[0]
    if not posts:
        raise Failure("There is no post here that is not over already.")
    listed = [" / ".join(texts) for texts in titles.values()]
    raise Failure("Name one of these posts by its title, with --post:", listed)


def _contact(reader: "Reader", of: int, value: str) -> int:
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
    sentence = f"There is no contact “{value}” here" + ("; there are:" if points else ".")
    raise Failure(sentence, [point.value for point in points])


def _plain(value: str) -> str:
    return "".join(letter for letter in value.casefold() if letter.isalnum() or letter == "@")
