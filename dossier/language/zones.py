"""The time zones there are, by their IANA names, as CLDR lists them; no system's own list is needed."""

from babel.core import get_global


def is_zone(name: str) -> bool:
    return name in get_global("zone_territories") or name in get_global("zone_aliases")
