"""The form for an organization."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import FieldError, needed
from dossier.intake.forms.namesakes import refuse_namesakes
from dossier.intake.forms.writing import Named, Origin, Taking
from dossier.language.labels import N_
from dossier.model.folding import words


@dataclass(frozen=True, slots=True)
class NewOrganization:
    """An organization with its acronym, what kind it is, what it is part of and in which country."""

    label: ClassVar[str] = N_("Add an organization")
    name: str
    acronym: str
    kind: str
    parent: Named
    country: Named
    origin: Origin
    another: bool = False
    """Whether it is said that this is another one than those of that name."""

    def write(self, taking: Taking) -> int:
        say = taking.wording.say
        name = needed("name", self.name, say("Write what the organization is called."))
        acronym = " ".join(self.acronym.split())
        if not self.another:
            refuse_namesakes(taking, "name", name, "organization")
            refuse_namesakes(taking, "acronym", acronym, "organization")
        if self.parent.pk is None and words(self.parent.text) == words(name):
            raise FieldError("parent", say("“{name}” can't be part of itself; choose another.", name=name))
        taking.cite(self.origin, name)
        parent = taking.organization("parent", self.parent) if self.parent else None
        country = taking.place("country", self.country, "country") if self.country else None
        pk = taking.new_organization(name, self.kind, parent=parent, country=country)
        if acronym:
            taking.add_name(pk, acronym, "acronym")
        return pk
