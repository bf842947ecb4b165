"""Search: a typed query to hits, a name to its record; only reads."""

from dossier.search.fields import get_ready
from dossier.search.finding import search
from dossier.search.resolve import resolve
from dossier.search.scope import organization_and_below

__all__ = ["get_ready", "organization_and_below", "resolve", "search"]
