"""A strict reader of vCard 4.0 (RFC 6350 with RFC 6868) for the tests; it refuses what the grammar does."""

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"(?:(?P<group>[A-Za-z0-9-]+)\.)?(?P<name>[A-Za-z0-9-]+)"
    r"(?P<parameters>(?:;[A-Za-z0-9-]+=(?:\"[^\"\x00-\x08\x0a-\x1f\x7f]*\"|[^\";:,\x00-\x08\x0a-\x1f\x7f]*)"
    r"(?:,(?:\"[^\"\x00-\x08\x0a-\x1f\x7f]*\"|[^\";:,\x00-\x08\x0a-\x1f\x7f]*))*)*)"
    r":(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)"
)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=(\"[^\"]*\"|[^;:]*)")
_KNOWN = {
    "KIND", "UID", "FN", "N", "ORG", "TITLE", "NOTE", "TEL", "EMAIL", "ADR", "URL"
}  # fmt: skip
_COMPONENTS = {"N": 5, "ADR": 7}


@dataclass(frozen=True)
class Property:
    group: str
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def components(self) -> list[str]:
        return [_unescaped(part) for part in re.split(r"(?<!\\)(?:\\\\)*;", self.value)]

    @property
    def text(self) -> str:
        assert not re.search(r"(?<!\\)(?:\\\\)*[,]", self.value) or self.name in _COMPONENTS, self.value
        return _unescaped(self.value)


Card = list[Property]


def read_vcards(data: bytes) -> list[Card]:
    """The cards of a file, each as its properties; AssertionError for what breaks the format."""
    assert data.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode()  # no letter is cut in two
    lines = data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    cards: list[Card] = []
    inside = False
    for line in lines:
        match = _LINE.fullmatch(line)
        assert match, line
        parameters = {name: _parameter(value) for name, value in _PARAMETER.findall(match["parameters"])}
        read = Property(match["group"] or "", match["name"], parameters, match["value"])
        if read.name == "BEGIN":
            assert (inside, read.value) == (False, "VCARD")
            cards.append([])
            inside = True
        elif read.name == "END":
            assert (inside, read.value) == (True, "VCARD")
            _check(cards[-1])
            inside = False
        else:
            assert inside
            cards[-1].append(read)
    assert not inside
    return cards


def of(card: Card, name: str) -> list[Property]:
    return [each for each in card if each.name == name]


def _check(card: Card) -> None:
    version, *properties = card
    assert (version.name, version.value) == ("VERSION", "4.0")
    names = [each.name for each in properties]
    assert set(names) <= _KNOWN
    assert "FN" in names
    assert names.count("KIND") == 1
    assert names.count("UID") == 1
    for name in ("N",):
        alternatives = [each.parameters.get("ALTID") for each in of(properties, name)]
        assert len(alternatives) <= 1 or len(set(alternatives) - {None}) == 1
    for each in properties:
        if each.name in _COMPONENTS:
            assert len(each.components) == _COMPONENTS[each.name], each
        if each.name == "TEL" and each.parameters.get("VALUE") == "uri":
            assert re.fullmatch(r"tel:\+\d+", each.value)
        if each.name == "URL":
            assert re.fullmatch(r"[\x21-\x7e]+", each.value)


def _parameter(value: str) -> str:
    text = value.removeprefix('"').removesuffix('"')
    return text.replace("^n", "\n").replace("^'", '"').replace("^^", "^")


def _unescaped(value: str) -> str:
    assert not re.search(r"\\(?![\\,;nN])", re.sub(r"\\\\", "", value)), value
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), value)
