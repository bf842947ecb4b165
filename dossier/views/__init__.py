"""Pure functions: records in, frozen values out; panes and sheets show the same ones."""

from dossier.views.as_data import record_json
from dossier.views.cards import card
from dossier.views.lists import counts, initiatives, regions, shown_kind
from dossier.views.names import name_of, own_name
from dossier.views.reading import source_text
from dossier.views.related import related
from dossier.views.sheets import sheet
from dossier.views.timelines import timeline
from dossier.views.trees import organization_children, tree_path

__all__ = [
    "card",
    "counts",
    "initiatives",
    "name_of",
    "organization_children",
    "own_name",
    "record_json",
    "regions",
    "related",
    "sheet",
    "shown_kind",
    "source_text",
    "timeline",
    "tree_path",
]
