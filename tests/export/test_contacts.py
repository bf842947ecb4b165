"""Contacts in other formats: read back whole, harmless in a spreadsheet, and taken in again as the same."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.export.contact_csv import contact_csv
from dossier.export.csv_text import guarded
from dossier.export.vcard import vcards
from dossier.intake.contacts.columns import recognize
from dossier.model.records import FORMS_OF_ADDRESS
from dossier.views.contact_values import Contact, ContactList, Form, FormOfAddress
from tests.export.read_vcard import of, read_vcards

SARWAR = Contact(
    pk=1,
    id="01930000-0000-7000-8000-000000000001",
    kind="person",
    name="Rashed Sarwar",
    forms=(
        Form("en", "Rashed Sarwar", "Sarwar", "Rashed"),
        Form("ru", "Рашед Сарвар"),
        Form("kk-Cyrl", "Рашед Сарвар"),
    ),
    title="Representative; “children, first”",
    organization="Office in Kazakhstan",
    acronym="UNICEF",
    parent="UN Children’s Fund",
    units=("UN Children’s Fund", "Office in Kazakhstan"),
    region="Astana",
    since="2023-05",
    status="in post on 20 June 2024; not confirmed since",
    points=(
        ("phone", "+7 (7172) 55-01-02", "desk"),
        ("phone", "ext. 14", ""),
        ("email", "r.sarwar@example.org", ""),
        ("address", "12 Mangilik El Ave,\nAstana", ""),
        ("web", "www.example.org/қазақ", ""),
    ),
)


def listed(*contacts: Contact, language: str = "en") -> ContactList:
    return ContactList("UNICEF", "", language, "", False, "", contacts)


def rows(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_a_card_holds_names_post_and_ways_to_reach() -> None:
    (card,) = read_vcards(vcards([SARWAR]))
    assert of(card, "KIND")[0].value == "individual"
    assert of(card, "UID")[0].value == f"urn:uuid:{SARWAR.id}"
    names = [
        (name.text, name.parameters.get("LANGUAGE"), name.parameters.get("PREF")) for name in of(card, "FN")
    ]
    assert names == [
        ("Rashed Sarwar", "en", "1"),
        ("Рашед Сарвар", "ru", None),
        ("Рашед Сарвар", "kk-Cyrl", None),
    ]
    assert of(card, "N")[0].components == ["Sarwar", "Rashed", "", "", ""]
    assert of(card, "ORG")[0].components == ["UN Children’s Fund", "Office in Kazakhstan"]
    assert of(card, "TITLE")[0].text == SARWAR.title
    assert of(card, "NOTE")[0].text == SARWAR.status
    global_number, extension = of(card, "TEL")
    assert (global_number.value, global_number.parameters["X-LABEL"]) == ("tel:+77172550102", "desk")
    assert extension.text == "ext. 14"
    assert of(card, "EMAIL")[0].text == "r.sarwar@example.org"
    assert of(card, "ADR")[0].components[2] == "12 Mangilik El Ave,\nAstana"
    assert of(card, "ADR")[0].parameters["LABEL"] == "12 Mangilik El Ave,\nAstana"
    assert of(card, "URL")[0].value.startswith("https://www.example.org/%D2%9B")


ADDRESSED = replace(
    SARWAR,
    forms_of_address=(
        FormOfAddress("form_of_address_spoken", "Form of address (spoken)", "Representative; sir, madam"),
        FormOfAddress(
            "form_of_address_written",
            "Form of address (written, in Russian)",
            "Представителю, лично",
            "in Russian",
        ),
    ),
)


def test_a_form_of_address_is_a_note_on_a_card_since_no_property_is_made_for_it() -> None:
    (card,) = read_vcards(vcards([ADDRESSED]))
    assert [note.text for note in of(card, "NOTE")] == [
        SARWAR.status,
        "Form of address (spoken): Representative; sir, madam",
        "Form of address (written, in Russian): Представителю, лично",
    ]
    assert of(card, "N")[0].components == ["Sarwar", "Rashed", "", "", ""]


def test_a_table_has_the_forms_of_address_and_says_in_which_other_language_they_are() -> None:
    (row, without) = rows(contact_csv(listed(ADDRESSED, SARWAR)))
    assert [row[field] for field in FORMS_OF_ADDRESS] == [
        "Representative; sir, madam",
        "Представителю, лично (in Russian)",
    ]
    assert [without[field] for field in FORMS_OF_ADDRESS] == ["", ""]
    assert [recognize(field) for field in FORMS_OF_ADDRESS] == [None, None], "no postal address"


def test_several_posts_of_one_person_are_one_card_whose_titles_keep_to_their_organizations() -> None:
    other = replace(SARWAR, title="Adviser", organization="UN", units=("UN",), status="")
    (card,) = read_vcards(vcards([SARWAR, other]))
    assert [(each.group, each.name) for each in card if each.group] == [
        ("post1", "ORG"),
        ("post1", "TITLE"),
        ("post1", "NOTE"),
        ("post2", "ORG"),
        ("post2", "TITLE"),
    ]
    assert len(of(card, "TEL")) == 2


def test_an_organization_is_a_card_of_its_own_kind() -> None:
    own = Contact(
        9, "01930000-0000-7000-8000-000000000009", "organization", "UNICEF", (Form("en", "UNICEF"),)
    )
    cards = read_vcards(vcards([own, SARWAR]))
    assert [of(card, "KIND")[0].value for card in cards] == ["org", "individual"]


texts = st.text(max_size=120)


@given(texts, texts, texts, texts, texts)
def test_no_text_breaks_a_card(name: str, title: str, phone: str, address: str, label: str) -> None:
    odd = replace(
        SARWAR,
        name=name,
        forms=(Form(title, name, label, phone), Form("ru", address)),
        title=title,
        points=(
            ("phone", phone, label),
            ("address", address, ""),
            ("email", title, label),
            ("web", label, ""),
        ),
    )
    (card,) = read_vcards(vcards([odd]))
    assert len(of(card, "FN")) == 2


def test_a_table_has_the_columns_that_are_read_in_again() -> None:
    data = contact_csv(listed(SARWAR))
    assert data.startswith(b"\xef\xbb\xbfname,name_ru,name_kk,organization,")
    (row,) = rows(data)
    assert (row["name"], row["name_ru"], row["name_kk"]) == ("Rashed Sarwar", "Рашед Сарвар", "Рашед Сарвар")
    assert (row["organization"], row["parent"]) == ("Office in Kazakhstan", "UN Children’s Fund")
    assert (row["post"], row["since"], row["region"]) == (SARWAR.title, "2023-05", "Astana")
    assert (row["email"], row["status"]) == ("r.sarwar@example.org", SARWAR.status)
    assert row["phone"] == "'+7 (7172) 55-01-02; ext. 14"


def test_russian_and_kazakh_excel_part_cells_by_semicolons() -> None:
    assert b"name;name_ru;" in contact_csv(listed(language="kk"))
    assert rows(contact_csv(listed(SARWAR, language="ru")), ";")[0]["name_ru"] == "Рашед Сарвар"


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("+7 701 234-56-78", "+7 701 234 56 78"),
        ("+7-701-234; +7 (7172) 55", "+7 701 234; +7 (7172) 55"),
        ("Sarwar", "Sarwar"),
        ("O'Neil", "O'Neil"),
        ("8-701-2", "8-701-2"),
    ],
)
def test_no_cell_is_a_formula(cell: str, safe: str) -> None:
    assert guarded(cell) == safe
