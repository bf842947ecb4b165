"""The files of countries' regions, resources/map/XX.json: which there are, and what stands in one.

A file is dropped in by hand, so whatever is wrong with it is said in one sentence with file and place.
"""

from typing import Annotated

import msgspec

import resources
from dossier.model.errors import DossierError

_FOLDER = "map"
Degrees = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Steps = Annotated[list[int], msgspec.Meta(min_length=6)]
Code = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$")]


class Projection(msgspec.Struct, frozen=True):
    parallels: tuple[Degrees, Degrees]
    origin: tuple[Degrees, Degrees]


class RegionOfFile(msgspec.Struct, frozen=True):
    """A region as it stands in the file; resources/map/README.md tells what each field is."""

    code: Code
    city: bool
    label: tuple[Degrees, Degrees]
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
        raise DossierError(f"The program has no map of {country}.") from None
    except OSError as error:
        raise _useless(name, str(error.strerror or error).lower()) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _useless(name, str(error)) from None
    wrong = _what_is_wrong(file, country)
    if wrong:
        raise _useless(name, wrong)
    return file


def _what_is_wrong(file: MapFile, country: str) -> str:
    """What a type cannot say, "" where nothing is."""
    codes = [region.code for region in file.regions]
    south, north = file.projection.parallels
    if file.country != country:
        return f"it says that it is of {file.country}"
    if len(set(codes)) < len(codes):
        return "a code is there twice"
    if south + north == 0 or max(abs(south), abs(north)) >= 90:
        return "its parallels must not be as far north as south, nor at a pole"
    for region in file.regions:
        if country_of(region.code) != country:
            return f"{region.code} is not of {country}"
        if any(len(steps) % 2 for steps in (*region.fine, *region.coarse)):
            return f"a ring of {region.code} has a longitude without a latitude"
    return ""


def _useless(name: str, why: str) -> DossierError:
    return DossierError(
        f"The map file {name} can't be used: {why}. Make it anew as resources/map/README.md tells."
    )
