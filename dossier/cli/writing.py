"""What commands that write share: the source they ask for, and how they tell what they wrote."""

from typing import TYPE_CHECKING

import click

from dossier.cli.printing import print_json
from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.intake.forms import Written
    from dossier.store import Dossier

needed_source_option = click.option(
    "--source",
    metavar="TEXT",
    required=True,
    help="Where it is from: a source of the dossier, a document, “phone call with …”, “told by …”.",
)
date_option = click.option(
    "--on", metavar="DATE", default="", help="The date of the source; today when left out."
)


def print_written(dossier: "Dossier", wording: Wording, written: "Written", *, as_json: bool) -> None:
    """Tell what was written, and of which record."""
    from dossier.views import name_of

    with dossier.read() as reader:
        record = reader.record(written.pk)
        name = name_of(reader, wording, written.pk)
    label = written.change.label
    if as_json:
        data = {"id": record.id, "kind": record.kind, "name": name}
        print_json({"change": written.change.id, "label": label, "record": data})
    else:
        click.echo(wording.say("{label}: {name}.", label=wording.say(label), name=name))
