"""Which column of a list holds what: read off its header in English, Russian or Kazakh, or mapped by hand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from dossier.intake.contacts.reading import Reading
from dossier.intake.contacts.rows import Row, Table
from dossier.model.errors import DossierError

FIELDS = (
    "name", "name_ru", "name_kk", "family", "given", "patronymic", "organization", "parent", "post", "since",
    "phone", "email", "address", "region", "notes",
)  # fmt: skip
IGNORE = "-"
_NAMES = ("name", "name_ru", "name_kk", "family")
_MANY = frozenset(("phone", "email", "address", "notes"))
_UNIT = "unit"
_HEADER_WITHIN = 40
_LONGEST_HEADER = 60
_MOST_LISTED = 12

# The first rule whose every stem begins a word of the header wins; "=" asks for the whole word.
_RULES: tuple[tuple[str, str], ...] = (
    (IGNORE, "form of address / forms of address / salutation / форм обращен / қарату"),
    ("email", "email / mail / электрон почт / эл почт / электрон адрес / эл адрес / почта / "
              "электрон пошта / эл пошта / пошта"),
    ("address", "address / адрес / мекенжай / мекен жай / postal"),
    ("phone", "phone / =tel / =тел / телефон / mobile / =cell / моб / =сот / сотов / ұялы / whatsapp / "
              "факс / fax"),
    ("since", "since / appointed / =start / дата прием / дата назнач / назначен / дата вступ / "
              "в должности с / =с какого / =работает =с / қашаннан / тағайындал / бастап"),
    ("name", "full name / аты жөні / =т =а =ә / =ф =и =о"),
    ("family", "фамилия / surname / last name / family / =тегі"),
    ("patronymic", "отчество / patronymic / middle name / әкесінің аты"),
    ("given", "first name / given / =имя / =аты"),
    ("parent", "parent / вышестоящ / головн / жоғары тұрған / бас ұйым"),
    ("post", "=post / position / =title / job / role / должност / лауазым / қызметі"),
    ("notes", "note / remark / comment / примеч / коммент / заметк / ескерт"),
    ("organization", "organi / agency / institution / company / employer / ministry / организац / ведомств / "
                     "учрежден / компани / министерств / =орган / место работы / ұйым / мекеме / "
                     "министрлі / жұмыс орны"),
    (_UNIT, "unit / department / division / подразделен / департамент / управлен / отдел / бөлімше / "
            "басқарма / бөлім"),
    ("region", "region / oblast / регион / област / облыс / өңір / аймақ / город / қала / city"),
    ("name", "=name / =фио / =contact / контактное лицо / сотрудник / employee / қызметкер"),
)  # fmt: skip
_NAME_PARTS = ("фамили", "имя", "отчеств", "тегі", "аты", "surname", "first", "patronymic")
_OF_A_NAME = frozenset(("name", "family", "given", "patronymic"))
_RUSSIAN = ("ru", "rus", "russian", "рус", "русск", "русском", "орыс", "орысша")
_KAZAKH = ("kk", "kz", "kaz", "kazakh", "каз", "казахском", "казахски", "қаз", "қазақша", "қазақ")
_WORD = re.compile(r"[^\W_]+")
_PLACE = re.compile(r"(?:[A-Za-z]{1,3}|\d{1,4})\Z")


@dataclass(frozen=True, slots=True)
class Column:
    """A column taken: where it stands, what it holds, and its header."""

    position: int
    field: str
    header: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How a list is laid out; `header` is the row its columns were read off, None where there is none."""

    columns: tuple[Column, ...]
    ignored: tuple[str, ...]
    header: Row | None

    @property
    def doubles(self) -> tuple[Column, Column] | None:
        """The first two columns that are taken for the same field, of which there can be but one."""
        seen: dict[str, Column] = {}
        for column in self.columns:
            other = seen.setdefault(column.field, column)
            if other is not column and column.field not in _MANY:
                return other, column
        return None

    @property
    def holds_names(self) -> bool:
        return any(column.field in _NAMES for column in self.columns)


def header_score(cells: Sequence[str]) -> int:
    """How many columns of a row are recognized as those of a header; 0 for a row that is none."""
    found = {recognize(cell) for cell in cells} - {None}
    return len(found) if found & {*_NAMES, "given"} else 0


def first_rows(table: Table) -> tuple[Row, ...]:
    """The rows among which the header is looked for."""
    return tuple(row for row, _ in islice(table.rows(), _HEADER_WITHIN))


def lay_out(rows: Sequence[Row], reading: Reading) -> Layout:
    """What the columns of a list hold, read off its first rows, as far as that can be known."""
    header = _header(rows, reading)
    columns = _columns(header.cells if header else (), reading)
    taken = {column.position for column in columns}
    cells = enumerate(header.cells if header else ())
    ignored = tuple(cell for position, cell in cells if cell and position not in taken)
    return Layout(tuple(columns), ignored, header)


def find_layout(table: Table, reading: Reading, name: str) -> Layout:
    """The layout of a list. Raises DossierError where its columns are not recognized and not mapped."""
    _check_mapping(reading.fields)
    if reading.sheet is None and len(table.lists) > 1:
        raise DossierError(
            "{name} has {n} sheets with lists: {listed}; choose one with --sheet.",
            name=name,
            n=len(table.lists),
            listed=", ".join(table.lists),
        )
    rows = first_rows(table)
    layout = lay_out(rows, reading)
    _check_columns(rows, layout, reading, name)
    if layout.header is None and not (reading.fields or reading.positions):
        raise DossierError(
            "The columns of {name} are not recognized; name them in a first row (name, "
            "organization, post, phone, email), or map them by hand, as in --map A=name.",
            name=name,
        )
    if layout.doubles:
        one, other = layout.doubles
        raise DossierError(
            "Two columns of {name} are taken for the {field}: “{header}” and “{header2}”; map one "
            "of them by hand, as in --map “{header2}”=-.",
            name=name,
            field=one.field,
            header=one.header,
            header2=other.header,
        )
    if not layout.holds_names:
        raise DossierError("No column of {name} holds names; map one by hand, as in --map A=name.", name=name)
    return layout


@lru_cache(maxsize=1 << 14)
def recognize(header: str) -> str | None:
    """The field that a header names; None for one that says nothing here."""
    if len(header) > _LONGEST_HEADER:
        return None
    words = _WORD.findall(header.replace("ё", "е").casefold().replace("e-mail", "email"))
    if not words:
        return None
    line = f" {' '.join(words)} "
    field = next(
        (field for field, rules in _STEMS if any(all(map(line.__contains__, rule)) for rule in rules)), None
    )
    if field == IGNORE:  # an address in another sense
        return None
    if field in _OF_A_NAME and sum(f" {part}" in line for part in _NAME_PARTS) > 1:
        field = "patronymic" if field == "patronymic" and len(words) == 2 else "name"
    if field in ("name", "given"):
        spoken = set(words)
        if not spoken.isdisjoint(_RUSSIAN):
            return "name_ru"
        if not spoken.isdisjoint(_KAZAKH):
            return "name_kk"
    return field


def _stem(stem: str) -> str:
    """What stands in a line of words that has this stem: the beginning of a word, or a whole one."""
    return f" {stem[1:]} " if stem.startswith("=") else f" {stem}"


_STEMS = tuple(
    (field, tuple(tuple(map(_stem, rule.split())) for rule in rules.split(" / "))) for field, rules in _RULES
)


def _header(rows: Sequence[Row], reading: Reading) -> Row | None:
    if reading.header is not None:
        return next((row for row in rows if row.line == reading.header), None)
    named = {column for column in reading.fields if not _PLACE.match(column)}
    if named:
        return next((row for row in rows if named <= set(row.cells)), None)
    best = max(rows, key=lambda row: header_score(row.cells), default=None)
    return best if best and header_score(best.cells) else None


def _columns(header: Sequence[str], reading: Reading) -> list[Column]:
    fields: dict[int, str] = {}
    for position, cell in enumerate(header):
        found = recognize(cell)
        if found:
            fields[position] = found
    fields |= {_position(column, header): field for column, field in reading.fields.items()}
    fields |= reading.positions
    found_fields = set(fields.values())
    if "given" in found_fields and not found_fields & {"family", "name"}:
        fields = {position: "name" if field == "given" else field for position, field in fields.items()}
    return [
        Column(position, field, header[position] if position < len(header) else "")
        for position, field in sorted(_with_units(fields).items())
        if field != IGNORE
    ]


def _with_units(fields: dict[int, str]) -> dict[int, str]:
    """Where a unit stands beside its organization, the unit is where people work, and that is its parent."""
    found = set(fields.values())
    if _UNIT not in found:
        return fields
    if "organization" not in found:
        turned = {_UNIT: "organization"}
    elif "parent" not in found:
        turned = {_UNIT: "organization", "organization": "parent"}
    else:
        turned = {_UNIT: IGNORE}
    return {position: turned.get(field, field) for position, field in fields.items()}


def _position(column: str, header: Sequence[str]) -> int:
    if column in header:
        return list(header).index(column)
    if column.isdigit():
        return int(column) - 1
    position = 0
    for letter in column.upper():
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1


def letters(position: int) -> str:
    """A column as spreadsheets call it: A, B … Z, AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _check_columns(rows: Sequence[Row], layout: Layout, reading: Reading, name: str) -> None:
    """Raise DossierError for a column that the list does not have, with those that it has."""
    header = layout.header or _header(rows, Reading())
    cells = header.cells if header else ()
    width = max((len(row.cells) for row in rows), default=0)
    for column in reading.fields:
        is_named = column in cells
        if is_named or (_PLACE.match(column) and 0 <= _position(column, cells) < width):
            continue
        known = [
            f"{letters(place)} “{cells[place]}”" if place < len(cells) and cells[place] else letters(place)
            for place in range(min(width, _MOST_LISTED))
        ]
        more = ["…"] if width > _MOST_LISTED else []
        raise DossierError(
            "{name} has no column “{column}”; it has {listed}.",
            name=name,
            column=column,
            listed=", ".join([*known, *more]),
        )


def _check_mapping(mapping: Mapping[str, str]) -> None:
    for column, field in mapping.items():
        if field not in FIELDS and field != IGNORE:
            raise DossierError(
                "“{field}”, which {column} is mapped to, is no field; choose one of {listed}, or - to "
                "leave the column out.",
                field=field,
                column=column,
                listed=", ".join(FIELDS),
            )
