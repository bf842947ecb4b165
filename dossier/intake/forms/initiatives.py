"""The form for an initiative."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import FieldError, date_in, needed
from dossier.intake.forms.namesakes import refuse_namesakes
from dossier.intake.forms.writing import Named, Origin, Taking, each_named
from dossier.language.labels import N_
from dossier.model.records import Coverage, Initiative, Involvement, Status


@dataclass(frozen=True, slots=True)
class NewInitiative:
    """An initiative: what it is, how it stands since when, who is in it as what, and where."""

    label: ClassVar[str] = N_("Add an initiative")
    title: str
    kind: str
    status: str
    on: str
    organization: Named
    role: str
    regions: tuple[Named, ...]
    origin: Origin
    another: bool = False
    """Whether it is said that this is another one than those of that title."""

    def write(self, taking: Taking) -> int:
        say = taking.wording.say
        title = needed("title", self.title, say("Write what the initiative is called."))
        on = date_in("on", self.on, taking.wording)
        if on and not self.status:
            raise FieldError("status", say("Choose what it was on that day: announced, adopted …"))
        if not self.another:
            refuse_namesakes(taking, "title", title, "initiative")
        taking.cite(self.origin, title)
        initiative = taking.add(Initiative(initiative_kind=self.kind))
        taking.add_text(initiative, "title", title)
        if self.status:
            taking.add(Status(initiative=initiative, status=self.status, on=on))
        if self.organization:
            party = taking.organization("organization", self.organization)
            taking.add(Involvement(initiative=initiative, party=party, role=self.role))
        for place in each_named(taking, "regions", self.regions, taking.region):
            taking.add(Coverage(initiative=initiative, place=place))
        return initiative
