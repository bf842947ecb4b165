"""vCards of telephones and mail programs (2.1, 3.0, 4.0) as rows of a list, one for each post of a card.

The line of a row is that of its organization in the file, or else the first one of its card.
"""

import quopri
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from dossier.intake.contacts.rows import Row, Table, cleaned
from dossier.language.labels import N_
from dossier.model.errors import DossierError

START = b"BEGIN:VCARD"

HEADER = (
    "name", "name_ru", "name_kk", "organization", "parent", "post", "Phone", "Mobile phone", "Work phone",
    "Home phone", "Fax", "E-mail", "Address", "Home address", "notes", "Web page",
)  # fmt: skip
_PHONES = (("fax", "Fax"), ("cell", "Mobile phone"), ("work", "Work phone"), ("home", "Home phone"))
_LINE = re.compile(
    r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)(?P<parameters>(?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):"
)
_PARAMETER = re.compile(r";([\w-]+)(?:=(\"[^\"]*\"|[^;]*))?")
_ESCAPED = re.compile(r"\\(.)")
_PART = re.compile(r"(?<!\\)(?:\\\\)*;")
_BETWEEN = "; "


class Property(NamedTuple):
    """A line of a card: its group, name, parameters (names in capitals) and value as written."""

    line: int
    group: str
    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        return _unescaped(self.value)

    @property
    def parts(self) -> list[str]:
        """The components of a value."""
        found, start = [], 0
        for match in _PART.finditer(self.value):
            found.append(self.value[start : match.end() - 1])
            start = match.end()
        return [_unescaped(part).strip() for part in (*found, self.value[start:])]

    @property
    def types(self) -> str:
        return self.parameters.get("TYPE", "").lower()


def open_vcards(path: Path, sha256: str) -> Table:
    """Find out how a file of cards is written. Raises DossierError where it holds none that is whole."""
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise DossierError("{path} is not written in UTF-8; export the cards anew as vCard 4.", path=path)
    cards = list(_cards(_properties(text.splitlines())))
    if not cards:
        raise DossierError("{path} holds no whole card; export the contacts anew.", path=path)
    rows = [Row(1, HEADER), *(row for card in cards for row in _rows(card))]
    return Table(lambda: ((row, at / len(rows)) for at, row in enumerate(rows, 1)), sha256)


def _properties(lines: Iterable[str]) -> Iterator[Property]:
    for line, text in _unfolded(lines):
        match = _LINE.match(text)
        if match:
            given = _PARAMETER.findall(match["parameters"])
            parameters: dict[str, str] = {}
            for name, value in given:  # in version 2.1 a type stands alone
                key = name.upper() if value else "TYPE"
                parameters[key] = ",".join(filter(None, (parameters.get(key), value.strip('"') or name)))
            value = _decoded(text[match.end() :], parameters)
            yield Property(line, match["group"] or "", match["name"].upper(), parameters, value)


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines with those that go on in the next joined to one."""
    start, whole = 0, ""
    for number, line in enumerate(lines, 1):
        if whole and line[:1] in (" ", "\t"):
            whole += line[1:]
        elif whole.endswith("=") and "QUOTED-PRINTABLE" in whole.upper():
            whole = whole[:-1] + line
        else:
            if whole:
                yield start, whole
            start, whole = number, line
    if whole:
        yield start, whole


def _decoded(value: str, parameters: Mapping[str, str]) -> str:
    coding = f"{parameters.get('ENCODING', '')},{parameters.get('TYPE', '')}".upper()
    if "QUOTED-PRINTABLE" not in coding:
        return value
    octets = quopri.decodestring(value.encode("ascii", errors="replace"))
    try:
        return octets.decode(parameters.get("CHARSET", "utf-8"), errors="replace")
    except LookupError:
        return octets.decode(errors="replace")


def _cards(properties: Iterable[Property]) -> Iterator[list[Property]]:
    """The properties of each card; a card within a card, and one without an end, is none."""
    card: list[Property] | None = None
    for each in properties:
        marks_card = each.value.strip().upper() == "VCARD"
        if each.name == "BEGIN" and marks_card:
            card = [each]
        elif each.name == "END" and marks_card and card:
            yield card
            card = None
        elif card is not None:
            card.append(each)


def _rows(card: list[Property]) -> Iterator[Row]:
    """A row for each organization, with the title of its group; one alone where there is none."""
    if any(each.name == "KIND" and each.value.strip().lower() != "individual" for each in card):
        yield Row(card[0].line + 1, _cells(card, None), fault=N_("the card of an organization or a group"))
        return
    for number, organization in enumerate([each for each in card if each.name == "ORG"] or [None]):
        line = organization.line if organization else card[0].line + 1
        yield Row(line, _cells(card, organization), follows=number > 0)


def _cells(card: list[Property], organization: Property | None) -> tuple[str, ...]:
    cells = dict.fromkeys(HEADER, "")
    cells.update(_names(card))
    units = [part for part in organization.parts if part] if organization else []
    cells["organization"] = units[-1] if units else ""
    cells["parent"] = units[0] if len(units) > 1 else ""
    cells["post"] = _title(card, organization)
    found: dict[str, list[str]] = {}
    for each in card:
        match each.name:
            case "TEL":
                types = each.types
                header = next((name for kind, name in _PHONES if kind in types), "Phone")
                found.setdefault(header, []).append(each.text.removeprefix("tel:"))
            case "EMAIL":
                found.setdefault("E-mail", []).append(each.text)
            case "ADR":
                words = ", ".join(part for part in each.parts if part)
                header = "Home address" if "home" in each.types else "Address"
                found.setdefault(header, []).append(words)
            case "URL":
                found.setdefault("Web page", []).append(each.text)
            case "NOTE" if "X-DERIVED" not in each.parameters:
                found.setdefault("notes", []).append(each.text)
    cells.update((header, _BETWEEN.join(filter(None, values))) for header, values in found.items())
    return tuple(cleaned(" ".join(cells[header].split())) for header in HEADER)


def _names(card: list[Property]) -> dict[str, str]:
    """The name in each language that a list has a column for; the first one is the name."""
    found: dict[str, str] = {}
    for each in card:
        if each.name == "FN" and each.text.strip():
            code = each.parameters.get("LANGUAGE", "").split("-")[0].lower()
            key = f"name_{code}" if found and code in ("ru", "kk") else "name"
            found.setdefault(key, each.text)
    parts = next((each.parts for each in card if each.name == "N"), [])
    family, given, father = (*parts, "", "", "")[:3]
    whole = " ".join(filter(None, (given, father, family)))
    if family and given and found.get("name", whole) == whole:
        found["name"] = f"{family}, {' '.join(filter(None, (given, father)))}"  # so that its parts are sure
    elif whole:
        found.setdefault("name", whole)
    return found


def _title(card: list[Property], organization: Property | None) -> str:
    group = organization.group if organization else ""
    for name in ("TITLE", "ROLE"):
        titles = [each for each in card if each.name == name]
        of_group = [each for each in titles if each.group == group]
        for each in of_group or ([] if group else titles):
            return each.text
    return ""


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), value)
