"""The files of countries' regions, resources/map/XX.json: which there are, and what stands in one.

A file is dropped in by hand, so whatever is wrong with it is said in one sentence with file and place.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Annotated

import msgspec

import resources
from dossier.model.errors import DossierError

_FOLDER = "map"
_AT = re.compile(r" - at `\$\.?(.*)`$")
_MISSING = re.compile(r"missing required field `(\w+)`")
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Steps = Annotated[list[int], msgspec.Meta(min_length=6)]
Code = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$")]


class Projection(msgspec.Struct, frozen=True):
    parallels: tuple[Latitude, Latitude]
    origin: tuple[Longitude, Latitude]


class RegionOfFile(msgspec.Struct, frozen=True):
    """A region as it stands in the file; resources/map/README.md tells what each field is."""

    code: Code
    city: bool
    label: tuple[Longitude, Latitude]
    borders: list[Code]
    fine: Annotated[list[Steps], msgspec.Meta(min_length=1)]
    coarse: Annotated[list[Steps], msgspec.Meta(min_length=1)]


class MapFile(msgspec.Struct, frozen=True):
    country: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
    as_of: str
    unit: Annotated[int, msgspec.Meta(ge=1)]
    projection: Projection
    regions: Annotated[list[RegionOfFile], msgspec.Meta(min_length=1)]


def map_countries() -> tuple[str, ...]:
    """The countries (ISO 3166-1 codes) whose regions the program can draw."""
    return tuple(sorted(file.stem for file in resources.path(_FOLDER).glob("[A-Z][A-Z].json")))


def country_of(code: str) -> str:
    """The country of an ISO 3166-2 code."""
    return code.partition("-")[0]


def read_map(country: str) -> MapFile:
    """DossierError when the program has no map of that country, or its file is not as it must be."""
    name = f"{country}.json"
    try:
        file = msgspec.json.decode(resources.read_bytes(_FOLDER, name), type=MapFile)
    except FileNotFoundError:
        raise DossierError("The program has no map of {country}.", country=country) from None
    except OSError:
        raise DossierError(
            "The map file {name} can't be read. Put a file of that name, which you may read, in its place.",
            name=name,
        ) from None
    except msgspec.ValidationError as error:
        raise _misfit(name, str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise DossierError(
            "The map file {name} is not JSON. Make it anew as resources/map/README.md tells.", name=name
        ) from None
    _check(name, file, country)
    return file


def _misfit(name: str, told: str) -> DossierError:
    """Which field it is stands at the end of what the reader of types tells, in English."""
    at, missing = _AT.search(told), _MISSING.search(told)
    field = at[1] if at else ""
    if missing:
        return DossierError(
            "In the map file {name}, the field {field} is missing. Write it as resources/map/README.md "
            "tells.",
            name=name,
            field=f"{field}.{missing[1]}".lstrip("."),
        )
    if not field:
        return DossierError(
            "The map file {name} is a list or a value, not an object with fields. Make it anew as "
            "resources/map/README.md tells.",
            name=name,
        )
    return DossierError(
        "In the map file {name}, what {field} says is not of its kind, or too small, large or short. Write "
        "it as resources/map/README.md tells.",
        name=name,
        field=field,
    )


def _check(name: str, file: MapFile, country: str) -> None:
    """What a type cannot say."""
    if file.country != country:
        raise DossierError(
            "The map file {name} says that it is of {country}. Name it after its country.",
            name=name,
            country=file.country,
        )
    south, north = file.projection.parallels
    if south + north == 0 or max(abs(south), abs(north)) >= 90:
        raise DossierError(
            "In the map file {name}, projection.parallels must not be as far north as south, nor at a pole.",
            name=name,
        )
    known = set[str]()
    for place, region in enumerate(file.regions):
        if region.code in known:
            raise DossierError(
                "In the map file {name}, the code {code} is there twice. Give each region its own.",
                name=name,
                code=region.code,
            )
        known.add(region.code)
        if country_of(region.code) != country:
            raise DossierError(
                "In the map file {name}, {code} is no code of {country}. Write the ISO 3166-2 code.",
                name=name,
                code=region.code,
                country=country,
            )
        for field, steps in _rings(region):
            _check_ring(name, f"regions[{place}].{field}", steps, file.unit)
    for place, region in enumerate(file.regions):
        for code in region.borders:
            if code not in known:
                raise DossierError(
                    "In the map file {name}, {field} names {code}, which is no region of it. Add that "
                    "region, or take the code away.",
                    name=name,
                    field=f"regions[{place}].borders",
                    code=code,
                )


def _rings(region: RegionOfFile) -> Iterator[tuple[str, list[int]]]:
    for level, rings in (("fine", region.fine), ("coarse", region.coarse)):
        for place, steps in enumerate(rings):
            yield f"{level}[{place}]", steps


def _check_ring(name: str, field: str, steps: list[int], unit: int) -> None:
    if len(steps) % 2:
        raise DossierError(
            "In the map file {name}, the ring {field} has a longitude without a latitude. Add it.",
            name=name,
            field=field,
        )
    for most, along in ((180, steps[::2]), (90, steps[1::2])):
        places = list(accumulate(along))
        if max(places) > most * unit or min(places) < -most * unit:
            raise DossierError(
                "In the map file {name}, the ring {field} leaves the earth: longitudes are from -180 to 180, "
                "latitudes from -90 to 90. Mend its steps, or the unit.",
                name=name,
                field=field,
            )
