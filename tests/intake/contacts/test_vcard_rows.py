"""Cards of telephones and mail programs become rows of a list, each post of a card one of the same person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import vobject

from dossier.intake.contacts import Group, plan_contacts, write_contacts
from dossier.intake.contacts.columns import recognize
from dossier.intake.contacts.opening import open_table
from dossier.intake.contacts.reading import Reading
from dossier.intake.contacts.vcard_rows import HEADER
from dossier.model.errors import DossierError
from dossier.model.records import ContactPoint, Name, Person, Post, Text
from dossier.store import Dossier

PHONE = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=91=D0=B5=D0=BA=D0=BE=D0=B2=D0=B0;=D0=90=D0=B9=
=D0=B3=D0=B5=D1=80=D0=B8=D0=BC;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=90=D0=B9=D0=B3=D0=B5=D1=80=D0=B8=D0=BC=20=D0=91=
=D0=B5=D0=BA=D0=BE=D0=B2=D0=B0
TEL;CELL:8 701 234 56 78
TEL;WORK;FAX:+7 7172 72 00 01
PHOTO;ENCODING=BASE64;JPEG:AAAA
 BBBB==

END:VCARD
"""
MAIL = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Ann Lee\r
N:Lee;Ann;;Dr.;\r
ORG:Ministry of Water;Protocol Depart\r
 ment\r
TITLE:Head\\, acting\r
EMAIL;TYPE=INTERNET,WORK:ann@water.example\r
item1.ADR;TYPE=WORK:;;1 River St;Astana;;010000;Kazakhstan\r
item1.X-ABLabel:office\r
NOTE:Met in May\\nspeaks French\r
END:VCARD\r
"""
OURS = """BEGIN:VCARD
VERSION:4.0
KIND:individual
FN;LANGUAGE=en;ALTID=1;PREF=1:Omar Li
FN;LANGUAGE=ru;ALTID=1:Омар Ли
post1.ORG:Ministry of Fire
post1.TITLE:Adviser
post1.NOTE;X-DERIVED=TRUE:in post on 1 May 2026
post2.ORG:Academy of Clouds
post2.TITLE:Member
TEL;VALUE=uri;TYPE=work:tel:+77172550102
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:org
FN:Ministry of Fire
END:VCARD
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "a.dossier") as opened:
        yield opened


def rows(path: Path, text: str | bytes) -> list[dict[str, str]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    table = open_table(path, Reading())
    return [dict(zip(HEADER, row.cells, strict=True)) for row, _ in table.rows()][1:]


def test_every_column_but_the_web_page_is_known_by_its_header() -> None:
    assert [header for header in HEADER if not recognize(header)] == ["Web page"]
    assert {recognize(header) for header in ("Mobile phone", "Work phone", "Home phone", "Fax")} == {"phone"}


def test_a_card_of_an_old_telephone(tmp_path: Path) -> None:
    (row,) = rows(tmp_path / "a.vcf", PHONE)
    assert row["name"] == "Бекова, Айгерим"
    assert row["Mobile phone"] == "8 701 234 56 78"
    assert row["Fax"] == "+7 7172 72 00 01"


def test_a_card_of_a_mail_program(tmp_path: Path) -> None:
    (row,) = rows(tmp_path / "a.vcf", MAIL)
    assert (row["name"], row["post"]) == ("Lee, Ann", "Head, acting")
    assert (row["organization"], row["parent"]) == ("Protocol Department", "Ministry of Water")
    assert (row["E-mail"], row["Address"]) == (
        "ann@water.example",
        "1 River St, Astana, 010000, Kazakhstan",
    )
    assert row["notes"] == "Met in May speaks French"


def test_cards_as_another_program_writes_them(tmp_path: Path) -> None:
    card = vobject.vCard()
    card.add("fn").value = "Ann Lee; “the second”"
    card.add("n").value = vobject.vcard.Name(family="Lee", given="Ann")
    card.add("org").value = ["Ministry; of Water", "Unit, one"]
    tel = card.add("tel")
    tel.value, tel.type_param = "+7 701 234 56 78", "CELL"
    (row,) = rows(tmp_path / "a.vcf", card.serialize())
    assert row["name"] == "Ann Lee; “the second”"
    assert (row["organization"], row["parent"]) == ("Unit, one", "Ministry; of Water")
    assert row["Mobile phone"] == "+7 701 234 56 78"


def test_two_posts_of_one_card_are_of_one_person_and_an_organization_is_told(
    dossier: Dossier, tmp_path: Path
) -> None:
    path = tmp_path / "ours.vcf"
    path.write_text(OURS, encoding="utf-8")
    plan = plan_contacts(dossier, path)
    assert [str(row.reason.text) for row in plan.bad] == ["the card of an organization or a group"]
    write_contacts(dossier, plan, {})
    with dossier.read() as reader:
        (person,) = reader.all(Person)
        titles = {text.text for text in reader.find(Text, field="title")}
        assert titles == {"Adviser", "Member"}
        assert {post.person for post in reader.all(Post)} == {person.pk}
        assert {name.text for name in reader.find(Name, of=person.pk)} == {"Omar Li", "Омар Ли"}
        (phone,) = reader.all(ContactPoint)
        assert (phone.value, phone.label) == ("+7 7172 55 01 02", "Work phone")
    again = plan_contacts(dossier, path)
    assert again.count(Group.SAME) == len(again.groups) == 2
    assert write_contacts(dossier, again, {}) is None


def test_a_post_after_one_that_can_not_be_read_is_not_given_to_another_person(
    dossier: Dossier, tmp_path: Path
) -> None:
    path = tmp_path / "a.vcf"
    broken = OURS.replace("TEL;VALUE=uri;TYPE=work:tel:+77172550102", "EMAIL:no address")
    path.write_text(MAIL + broken, encoding="utf-8")
    plan = plan_contacts(dossier, path)
    write_contacts(dossier, plan, {})
    with dossier.read() as reader:
        assert {name.text for name in reader.all(Name) if name.of in _people(reader)} == {"Ann Lee"}


def _people(reader) -> set[int]:
    return {person.pk for person in reader.all(Person)}


@pytest.mark.parametrize("text", ["BEGIN:VCARD\nFN:Half", "BEGIN:VCARD\nVERSION:3.0\n"])
def test_what_holds_no_whole_card_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(DossierError, match="holds no whole card"):
        rows(tmp_path / "a.vcf", text)


def test_a_card_in_the_encoding_of_old_windows(tmp_path: Path) -> None:
    (row,) = rows(tmp_path / "a.vcf", "BEGIN:VCARD\nFN:Анна Ли\nEND:VCARD\n".encode("cp1251"))
    assert row["name"] == "Анна Ли"
