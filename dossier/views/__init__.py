"""Pure functions: records in, frozen values out; panes and sheets show the same ones.

The functions are imported when first used: panes need the values alone, and before the window stands.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dossier.views.as_data import record_json
    from dossier.views.cards import card
    from dossier.views.connections import connections_of
    from dossier.views.contact_lists import agency_contacts, agency_of, contact, contact_words, contacts_of
    from dossier.views.fiction import training_mark
    from dossier.views.lists import counts, counts_of, initiatives, regions, shown_kind
    from dossier.views.names import name_of, own_name
    from dossier.views.neighbours import related
    from dossier.views.paths import paths_between
    from dossier.views.periods import parties_within, within
    from dossier.views.reading import source_text
    from dossier.views.sheets import sheet
    from dossier.views.timelines import timeline
    from dossier.views.trees import has_unposted, organization_children, tree_around, tree_path
    from dossier.views.unsourced import unsourced_lines

_HOMES = {
    "agency_contacts": "contact_lists",
    "agency_of": "contact_lists",
    "card": "cards",
    "connections_of": "connections",
    "contact": "contact_lists",
    "contact_words": "contact_lists",
    "contacts_of": "contact_lists",
    "counts": "lists",
    "counts_of": "lists",
    "has_unposted": "trees",
    "initiatives": "lists",
    "name_of": "names",
    "organization_children": "trees",
    "own_name": "names",
    "parties_within": "periods",
    "paths_between": "paths",
    "record_json": "as_data",
    "regions": "lists",
    "related": "neighbours",
    "sheet": "sheets",
    "shown_kind": "lists",
    "source_text": "reading",
    "timeline": "timelines",
    "training_mark": "fiction",
    "tree_around": "trees",
    "tree_path": "trees",
    "unsourced_lines": "unsourced",
    "within": "periods",
}

__all__ = [
    "agency_contacts",
    "agency_of",
    "card",
    "connections_of",
    "contact",
    "contact_words",
    "contacts_of",
    "counts",
    "counts_of",
    "has_unposted",
    "initiatives",
    "name_of",
    "organization_children",
    "own_name",
    "parties_within",
    "paths_between",
    "record_json",
    "regions",
    "related",
    "sheet",
    "shown_kind",
    "source_text",
    "timeline",
    "training_mark",
    "tree_around",
    "tree_path",
    "unsourced_lines",
    "within",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
