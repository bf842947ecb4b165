"""What entities of FollowTheMoney are made of, and what of the dossier goes out."""

from dataclasses import dataclass, field
from typing import Any

from dossier.export.plain import cleaned
from dossier.model.ftm import Properties

Entity = dict[str, Any]


@dataclass(slots=True)
class Needed:
    """The records that go out (what refers to others is left out), the places and sources they need.

    `fictional` says that they are made up, for training.
    """

    kept: set[int]
    fictional: bool
    places: set[int] = field(default_factory=set)
    sources: set[int] = field(default_factory=set)


def entity(schema: str, id: str, properties: Properties) -> Entity:
    """An entity as it is written."""
    said = {name: values for name, values in properties.items() if values}
    return {"id": id, "schema": schema, "properties": said}


def put(properties: Properties, name: str, value: str | None) -> None:
    """Add a value to a property, once, where there is one."""
    if value and (text := cleaned(value).strip()) and text not in properties.get(name, ()):
        properties.setdefault(name, []).append(text)
