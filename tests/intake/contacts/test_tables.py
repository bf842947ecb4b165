"""Lists as files: encodings, separators, headers in three languages, workbooks as people make them."""

import csv
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import chain, repeat
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from dossier.intake.contacts import Group, plan_contacts
from dossier.intake.contacts.columns import find_layout, recognize
from dossier.intake.contacts.opening import open_table
from dossier.intake.contacts.reading import Reading
from dossier.model.errors import DossierError
from tests.intake.contacts.conftest import Importing

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
        (bytes(range(40)) * 20, "not a list as text"),
    ],
)
def test_what_is_no_list_is_said(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(data)
    with pytest.raises(DossierError, match=words):
        open_table(path, Reading())


@pytest.mark.parametrize(
    "after",
    [
        "E F,z\n" * 300,  # to the end of the file
        "E F,z\n" * 300 + '"G H","x, y"\n',  # to a mark of another row
        'E F,z\n"G H","x, y"\n',
    ],
)
def test_a_quotation_mark_that_is_never_closed_costs_its_own_row(tmp_path: Path, after: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text('name,post\nA B,x\n"C D,y\n' + after, encoding="utf-8")
    rows = [row for row, _ in open_table(path, Reading()).rows()]
    assert [(row.line, row.cells) for row in rows if row.fault] == [(3, ('"C D', "y"))]
    assert [row.line for row in rows] == list(range(1, after.count("\n") + 4))
    assert rows[3].cells == ("E F", "z")


def test_a_cell_over_several_lines_is_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('name,notes\nA B,"one\ntwo, ""three"""\nC D,x\n', encoding="utf-8")
    rows = [row for row, _ in open_table(path, Reading()).rows()]
    assert [(row.line, row.cells) for row in rows] == [
        (1, ("name", "notes")), (2, ("A B", 'one\ntwo, "three"')), (4, ("C D", "x")),
    ]  # fmt: skip


def test_a_cell_too_large_for_any_list_costs_its_own_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,notes\nA B," + "x" * (1 << 24) + "y\nC D,z\n", encoding="utf-8")
    rows = [row for row, _ in open_table(path, Reading()).rows()]
    assert [row.line for row in rows if row.fault] == [2]
    assert rows[2].cells == ("C D", "z")


def test_signs_that_a_terminal_obeys_or_nobody_sees_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,post\nA\x07 B,\x1b[31mred\nZo\u200be Lee,\u202eabc\n", encoding="utf-8")
    assert cells(path)[1:] == [["A  B", "[31mred"], ["Zoe Lee", "abc"]]


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


@pytest.mark.parametrize(
    "data",
    [
        "ФИО;Организация\nТен Вера;МИД\nТен Нина;МВД\nЛи ".encode() + b"\xff" + "Олег;МИД\n".encode(),
        "ФИО;Организация\nТен Вера;МИД\nТен Нина;МВД\nЛи ".encode("cp1251") + b"\x98;\n",
        "ФИО;Организация\nТен Вера;МИД\nТен Нина;МВД\nЛи \ud800Олег;\n".encode("utf-16-le", "surrogatepass"),
    ],
)
def test_a_letter_that_can_not_be_read_costs_its_row_alone(
    importing: Importing, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    plan = plan_contacts(importing.dossier, path)
    assert [(row.line, row.reason.text) for row in plan.bad] == [
        (4, "a letter in it can’t be read; mend it, or save the list as UTF-8 anew")
    ]
    assert plan.count(Group.NEW) == 2


def test_a_stray_zero_is_a_blank(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("ФИО,Организация\nТен\0 Вера,МИД\n".encode())
    assert cells(path)[1] == ["Тен  Вера", "МИД"]


def test_a_list_may_have_ten_thousand_columns(make_list: Callable[..., Path]) -> None:
    header = ["ФИО", *(f"Столбец {number}" for number in range(9_998)), "Организация"]
    table = open_table(make_list([["Ли Олег", *[""] * 9_998, "МИД"]], header=header), Reading())
    layout = find_layout(table, Reading(), "list.csv")
    assert [(column.position, column.field) for column in layout.columns] == [
        (0, "name"),
        (9_999, "organization"),
    ]


def shared_strings(path: Path, source: Path, parts: Iterable[bytes]) -> Path:
    """A workbook whose second row takes its cells from a table of texts, as Excel writes it."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cell = '<c r="{0}1" t="inlineStr"><is><t>{1}</t></is></c>'
    sheet = (
        f'<worksheet xmlns="{main}"><sheetData><row r="1">{cell.format("A", "name")}'
        f'{cell.format("B", "organization")}</row><row r="2"><c r="A2" t="s"><v>0</v></c>'
        '<c r="B2" t="s"><v>1</v></c></row></sheetData></worksheet>'
    )
    kind = (
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
        b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    with ZipFile(source) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = sheet.encode() if name.endswith("sheet1.xml") else old.read(name)
            if "sharedStrings" not in name:
                new.writestr(name, data.replace(b"</Types>", kind) if b"sharedStrings" not in data else data)
        with new.open("xl/sharedStrings.xml", "w") as file:
            file.write(f'<sst xmlns="{main}">'.encode())
            file.writelines(parts)
            file.write(b"</sst>")
    return path


def test_a_workbook_made_to_burst_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    plain = tmp_path / "plain.xlsx"
    workbook(plain, Staff=[["name", "organization"], ["A B", "x"]])
    good = shared_strings(tmp_path / "good.xlsx", plain, [b"<si><t>A B</t></si><si><t>MFA</t></si>"])
    assert cells(good)[1] == ["A B", "MFA"]
    much = chain([b"<si><t>"], repeat(b"a" * 1_000_000, 100), [b"</t></si><si><t>MFA</t></si>"])
    bomb = shared_strings(tmp_path / "bomb.xlsx", plain, much)
    with pytest.raises(DossierError, match="packed far more tightly than a list can be"):
        open_table(bomb, Reading())
    for number, texts in enumerate((b"<si><t>&#xD800;</t></si>", b"<si><t>A B</t></si>")):
        broken = shared_strings(tmp_path / f"broken-{number}.xlsx", plain, [texts])
        with pytest.raises(DossierError, match="is not a workbook that can be read"):
            cells(broken)


def test_a_workbook_with_a_row_beyond_all_bounds_ends(tmp_path: Path) -> None:
    plain, far = tmp_path / "plain.xlsx", tmp_path / "far.xlsx"
    workbook(plain, Staff=[["name", "organization"], ["A B", "x"]])
    with ZipFile(plain) as old, ZipFile(far, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<row r="2"', b'<row r="99999999999"'))
    with pytest.raises(DossierError, match="more rows than Excel allows"):
        cells(far)
