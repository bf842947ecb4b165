"""How a list is read: what was said of it by hand; what was not said is found out from the list itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reading:
    """Sheet, encoding, separator, header and columns of a list, each None (or absent) to be found out.

    `header` is the line of the header, 0 where there is none. `fields` are by column as a user writes it (its
    header, letter or number), `positions` by its place from 0 on.
    """

    sheet: str | None = None
    encoding: str | None = None
    separator: str | None = None
    header: int | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[int, str] = field(default_factory=dict)
