"""What commands that write share: an open dossier, the source they ask for, telling what was written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import update_wrapper
from typing import TYPE_CHECKING, Any

import click

from dossier.cli.group import Failure
from dossier.cli.naming import resolve_name
from dossier.cli.own import open_dossier
from dossier.cli.printing import echo, print_json
from dossier.cli.settings import common_options, file_option, json_option, settings_of
from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.intake.forms import Entry, Origin
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
another_option = click.option(
    "--another", is_flag=True, help="Add somebody else than the people of that name."
)


@dataclass(frozen=True, slots=True)
class Writing:
    """A command at work on an open dossier."""

    dossier: "Dossier"
    wording: Wording
    today: date
    as_json: bool

    def find(self, name: str, kind: str | None = None) -> int:
        """The record that a name or id means. Raises Failure with the candidates, or the nearest."""
        with self.dossier.read() as reader:
            return resolve_name(reader, self.wording, name, kind)

    def origin(self, source: str, on: str = "") -> "Origin":
        """The source that is named, of a day, else of today."""
        from dossier.intake.forms import Origin

        return Origin(source, on or str(self.today))

    def write(self, entry: "Entry", how_to_decide: str = "") -> None:
        """Write what was given and tell of it; namesakes are listed, with how to decide between them."""
        from dossier.intake.forms import NamesakesError, write
        from dossier.views import name_of

        try:
            written = write(self.dossier, self.wording, entry)
        except NamesakesError as error:
            found = ["  ".join(filter(None, (one.id, one.name, one.detail))) for one in error.namesakes]
            raise Failure(f"{str(error).rstrip('.')}; {self.wording.say(how_to_decide)}", found) from None
        with self.dossier.read() as reader:
            record = reader.record(written.pk)
            name = name_of(reader, self.wording, written.pk)
        label = written.change.label
        if self.as_json:
            data = {"id": record.id, "kind": record.kind, "name": name}
            print_json({"change": written.change.id, "label": label, "record": data})
            return
        echo(self.wording.say("{label}: {name}.", label=self.wording.change(label), name=name))
        if written.remark:
            echo(written.remark)


def writing(command: Callable[..., None]) -> Callable[..., None]:
    """Open the dossier that a command names and hand it over as a `Writing`, with the options of all such."""

    def opened(context: click.Context, /, as_json: bool, file: str | None, **given: Any) -> None:
        settings = settings_of(context)
        with open_dossier(file, settings.clock) as dossier:
            command(Writing(dossier, settings.wording(), settings.today, as_json), **given)

    update_wrapper(opened, command)
    return json_option(file_option(common_options(click.pass_context(opened))))
