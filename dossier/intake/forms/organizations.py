"""The form for an organization."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import FieldError, needed
from dossier.intake.forms.writing import Named, Origin, Taking
from dossier.language.labels import N_


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

    def write(self, taking: Taking) -> int:
        say = taking.wording.say
        name = needed("name", self.name, say("Write what the organization is called."))
        if taking.find("name", Named(name), "organization"):
            raise FieldError("name", say("“{name}” is in the dossier already.", name=name))
        taking.cite(self.origin, name)
        parent = taking.organization("parent", self.parent) if self.parent else None
        country = taking.place("country", self.country, "country") if self.country else None
        pk = taking.new_organization(name, self.kind, parent=parent, country=country)
        if self.acronym.strip():
            taking.add_name(pk, self.acronym.strip(), "acronym")
        return pk
