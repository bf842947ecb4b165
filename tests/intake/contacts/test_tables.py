"""Lists as files: encodings, separators, headers in three languages, workbooks as people make them."""

import csv
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from dossier.intake.contacts.columns import find_layout, recognize
from dossier.intake.contacts.opening import open_table
from dossier.intake.contacts.reading import Reading
from dossier.model.errors import DossierError

ROWS = [
    ["ФИО", "Организация", "Должность", "Телефон"],
    ["Токаева Айгуль", "Министерство; дел", "Главный\nэксперт", "87012345678"],
    ["Иванов Иван", 'Комитет, "первый"', "Эксперт", ""],
]


def cells(path: Path, sheet: str | None = None) -> list[list[str]]:
    return [list(row.cells) for row, _ in open_table(path, Reading(sheet=sheet)).rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encoding_and_separator_are_found_out(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "list.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(ROWS)
    assert cells(path) == ROWS


def test_kazakh_letters_in_their_own_code_page(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Аты-жөні;Ұйым\nҚасым Әлия;Нұр\n".encode("kz1048"))
    assert cells(path) == [["Аты-жөні", "Ұйым"], ["Қасым Әлия", "Нұр"]]


def test_rows_are_numbered_by_the_line_they_begin_in(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('sep=;\nname;post\n"A B";"x\ny"\n\nC D;z\n', encoding="utf-8")
    assert [row.line for row, _ in open_table(path, Reading()).rows()] == [2, 3, 5, 6]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format"),
        (b"PK\x03\x04 broken", "not a workbook"),
        (b"a\0b\0\0\0c", "not a list as text"),
    ],
)
def test_what_is_no_list_is_said(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(data)
    with pytest.raises(DossierError, match=words):
        open_table(path, Reading())


def test_a_quotation_mark_that_is_never_closed_is_told_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('name,post\nA B,x\n"C D,y\n' + "E F,z\n" * 300, encoding="utf-8")
    with pytest.raises(DossierError, match="line 3: a quotation mark"):
        cells(path)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("name", "name"),
        ("name_ru", "name_ru"),
        ("name_kk", "name_kk"),
        ("organization", "organization"),
        ("parent", "parent"),
        ("post", "post"),
        ("since", "since"),
        ("phone", "phone"),
        ("email", "email"),
        ("address", "address"),
        ("region", "region"),
        ("notes", "notes"),
        ("Ф.И.О.", "name"),
        ("Фамилия, имя, отчество", "name"),
        ("ФИО на казахском", "name_kk"),
        ("Фамилия", "family"),
        ("Имя", "given"),
        ("Отчество", "patronymic"),
        ("Last name", "family"),
        ("Наименование организации", "organization"),
        ("Вышестоящая организация", "parent"),
        ("Должность", "post"),
        ("Дата назначения", "since"),
        ("Рабочий телефон", "phone"),
        ("Эл. почта", "email"),
        ("Почтовый адрес", "address"),
        ("Область", "region"),
        ("Примечание", "notes"),
        ("Аты-жөні", "name"),
        ("Т.А.Ә.", "name"),
        ("Тегі", "family"),
        ("Әкесінің аты", "patronymic"),
        ("Лауазымы", "post"),
        ("Мемлекеттік орган", "organization"),
        ("Ұялы телефон", "phone"),
        ("Электрондық пошта", "email"),
        ("Мекенжайы", "address"),
        ("Өңір", "region"),
        ("Ескерту", "notes"),
        ("№", None),
        ("ИИН", None),
    ],
)
def test_headers(header: str, field: str | None) -> None:
    assert recognize(header) == field


def test_columns_are_mapped_by_hand(make_list: Callable[..., Path]) -> None:
    table = open_table(make_list([["A B", "x", "1"]], header=["Who", "What", "name"]), Reading())
    layout = find_layout(table, Reading(fields={"Who": "name", "2": "post", "C": "-"}), "list.csv")
    assert [(column.position, column.field) for column in layout.columns] == [(0, "name"), (1, "post")]


def test_a_list_without_a_header_is_mapped_by_letters(make_list: Callable[..., Path]) -> None:
    table = open_table(make_list([["Иванов Иван", "МИД"]], header=["Петров Пётр", "МВД"]), Reading())
    layout = find_layout(table, Reading(fields={"A": "name", "B": "organization"}), "list.csv")
    assert layout.header is None


@pytest.mark.parametrize(
    ("header", "mapping", "words"),
    [
        (["Кто", "Где"], {}, "not recognized"),
        (["Кто", "Где"], {"Что": "name"}, "no column “Что”"),
        (["Кто", "Где"], {"Кто": "who"}, "no field"),
        (["name", "name"], {}, "Two columns"),
        (["name", "post"], {"name": "-"}, "No column of list.csv holds names"),
    ],
)
def test_a_layout_that_can_not_be_is_said(
    make_list: Callable[..., Path], header: list[str], mapping: dict[str, str], words: str
) -> None:
    with pytest.raises(DossierError, match=words):
        find_layout(
            open_table(make_list([["a", "b"]], header=header), Reading()), Reading(fields=mapping), "list.csv"
        )


def test_a_unit_beside_its_organization_is_where_people_work(make_list: Callable[..., Path]) -> None:
    table = open_table(make_list([], header=["ФИО", "Организация", "Подразделение"]), Reading())
    fields = {column.header: column.field for column in find_layout(table, Reading(), "list.csv").columns}
    assert fields == {"ФИО": "name", "Организация": "parent", "Подразделение": "organization"}


def workbook(path: Path, **sheets: list[list[Any]]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return book


def test_a_workbook_with_titles_numbers_and_days(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    workbook(
        path,
        Contacts=[
            ["Телефонный справочник"],
            [],
            ["№", "Аты-жөні", "Телефон", "Дата назначения"],
            [1, "Қасым Әлия", 77012345678.0, datetime(2024, 6, 19)],  # noqa: DTZ001
            [2, "Иванов Иван", 87012345678, None],
        ],
    )
    table = open_table(path, Reading())
    rows = [row for row, _ in table.rows()]
    assert [row.line for row in rows] == [1, 3, 4, 5]
    assert rows[2].cells == ("1", "Қасым Әлия", "77012345678", "2024-06-19")
    layout = find_layout(table, Reading(), "list.xlsx")
    assert layout.header
    assert layout.header.line == 3
    assert layout.ignored == ("№",)


def test_merged_cells_fill_the_rows_they_cover(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = workbook(
        path,
        Contacts=[
            ["ФИО", "Организация", "Связь", None],
            [None, None, "Телефон", "E-mail"],
            ["Департамент протокола", None, None, None],
            ["Иванов Иван", "МИД", "1", "a@b.kz"],
            ["Петров Пётр", None, "2", "c@d.kz"],
            ["Ким Елена", "МВД", "3", "e@f.kz"],
        ],
    )
    for span in ("A1:A2", "B1:B2", "C1:D1", "A3:D3", "B4:B5"):
        book["Contacts"].merge_cells(span)
    book.save(path)
    table = open_table(path, Reading())
    layout = find_layout(table, Reading(), "list.xlsx")
    assert layout.header
    assert layout.header.line == 2
    assert [column.field for column in layout.columns] == ["name", "organization", "phone", "email"]
    rows = {row.line: row for row, _ in table.rows()}
    assert [rows[line].cells[1] for line in (4, 5, 6)] == ["МИД", "МИД", "МВД"]
    assert [line for line, row in rows.items() if row.heading and line > 2] == [3]


def test_the_sheet_with_the_list_is_found_or_chosen(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    people = [["name", "post"], ["A B", "x"]]
    workbook(path, Cover=[["Read me"]], Staff=people)
    assert cells(path) == people
    assert open_table(path, Reading()).sheet == "Staff"
    assert cells(path, "Cover") == [["Read me"]]
    with pytest.raises(DossierError, match="no sheet “Other”; choose one of Cover, Staff"):
        open_table(path, Reading(sheet="Other"))
    workbook(path, One=people, Two=people)
    with pytest.raises(DossierError, match="2 sheets with lists: One, Two; choose one with --sheet"):
        find_layout(open_table(path, Reading()), Reading(), path.name)
    assert find_layout(open_table(path, Reading(sheet="Two")), Reading(sheet="Two"), path.name).header
