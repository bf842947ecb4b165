"""Lists of contacts, as people have them, into a dossier: looked at first, then written as one Change."""

from dossier.intake.contacts.decisions import decide
from dossier.intake.contacts.importing import plan_contacts, write_contacts
from dossier.intake.contacts.plan import Group, Plan
from dossier.intake.contacts.preview import Preview, preview
from dossier.intake.contacts.progress import Progress
from dossier.intake.contacts.writing import NEW

__all__ = [
    "NEW",
    "Group",
    "Plan",
    "Preview",
    "Progress",
    "decide",
    "plan_contacts",
    "preview",
    "write_contacts",
]
