"""What is typed into a form, or after a command: checked, cited to its source, written as one Change."""

from dossier.intake.forms.addressing import FormsOfAddress, TypedForm
from dossier.intake.forms.checks import FieldError
from dossier.intake.forms.confirming import Confirmation
from dossier.intake.forms.contacts import CorrectedContact, NewContact, contact_kind_of
from dossier.intake.forms.events import NewEvent
from dossier.intake.forms.initiatives import NewInitiative
from dossier.intake.forms.namesakes import Namesake, NamesakesError
from dossier.intake.forms.notes import CallNote, OwnNote
from dossier.intake.forms.organizations import NewOrganization
from dossier.intake.forms.people import NewPerson
from dossier.intake.forms.posts import Replacement
from dossier.intake.forms.sources import NewSource
from dossier.intake.forms.writing import Entry, Named, Origin, Written, write

__all__ = [
    "CallNote",
    "Confirmation",
    "CorrectedContact",
    "Entry",
    "FieldError",
    "FormsOfAddress",
    "Named",
    "Namesake",
    "NamesakesError",
    "NewContact",
    "NewEvent",
    "NewInitiative",
    "NewOrganization",
    "NewPerson",
    "NewSource",
    "Origin",
    "OwnNote",
    "Replacement",
    "TypedForm",
    "Written",
    "contact_kind_of",
    "write",
]
