"""Lists of contacts, as people have them, into a dossier: looked at first, then written as one Change."""

from dossier.intake.contacts.decisions import decide
from dossier.intake.contacts.importing import plan_contacts, write_contacts
from dossier.intake.contacts.looking import Look, look
from dossier.intake.contacts.plan import Group, Plan
from dossier.intake.contacts.preview import Preview, preview
from dossier.intake.contacts.reading import Reading
from dossier.intake.contacts.writing import NEW
from dossier.model.progress import Progress, StoppedError

__all__ = [
    "NEW",
    "Group",
    "Look",
    "Plan",
    "Preview",
    "Progress",
    "Reading",
    "StoppedError",
    "decide",
    "look",
    "plan_contacts",
    "preview",
    "write_contacts",
]
