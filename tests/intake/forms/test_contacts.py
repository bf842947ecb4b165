"""A contact is written in one form and stands there once, however often and in whatever way it is typed."""

from datetime import date

import pytest

from dossier.intake.forms import CorrectedContact, FieldError, NewContact, Origin, write
from dossier.language import wording
from dossier.model.records import Citation, ContactPoint
from dossier.search import resolve
from dossier.store import Dossier
from dossier.views import sheet

EN = wording("en")
CARD = Origin("visiting card", "24 November 2026")


def unicef(dossier: Dossier) -> int:
    with dossier.read() as reader:
        return resolve(reader, "UNICEF")


def contacts(dossier: Dossier, of: int) -> list[ContactPoint]:
    with dossier.read() as reader:
        return list(reader.find(ContactPoint, of=of))


def test_a_phone_is_brought_to_one_form_and_cited_as_it_was_typed(seeded: Dossier) -> None:
    of = unicef(seeded)
    write(seeded, EN, NewContact(of, "phone", "8 (701) 234-56-78", "", CARD))
    (phone,) = contacts(seeded, of)
    assert phone.value == "+7 701 234 56 78"
    with seeded.read() as reader:
        assert [each.stated for each in reader.find(Citation, of=phone.pk)] == ["8 (701) 234-56-78"]


def test_a_source_that_is_but_named_is_said_as_it_is(seeded: Dossier) -> None:
    of = unicef(seeded)
    write(seeded, EN, NewContact(of, "phone", "+7 7172 72 00 00", "", CARD))
    with seeded.read() as reader:
        page = sheet(reader, EN, date(2026, 11, 24), of)
    (line,) = (each for each in page.sources if "visiting card" in each.head)
    assert line.head == "“visiting card”, 24 November 2026"
    assert "paragraph" not in line.text


@pytest.mark.parametrize(
    ("kind", "first", "again"),
    [
        ("phone", "8 (701) 234-56-78", "+77012345678"),
        ("email", "Office@example.org", "office@example.org"),
        ("address", "1 Main  Street, Astana", "1 main street, Astana"),
    ],
)
def test_what_is_there_already_is_not_added_again(seeded: Dossier, kind: str, first: str, again: str) -> None:
    of = unicef(seeded)
    write(seeded, EN, NewContact(of, kind, first, "", CARD))
    with pytest.raises(FieldError, match="already; confirm it instead") as refused:
        write(seeded, EN, NewContact(of, kind, again, "", CARD))
    assert refused.value.field == "value"
    assert len(contacts(seeded, of)) == 1


def test_a_correction_may_keep_its_value_but_not_take_anothers(seeded: Dossier) -> None:
    of = unicef(seeded)
    for value in ("+7 701 234 56 78", "+7 701 234 56 79"):
        write(seeded, EN, NewContact(of, "phone", value, "", CARD))
    first, second = contacts(seeded, of)
    write(seeded, EN, CorrectedContact(first.pk, "phone", first.value, "office", CARD))
    assert [each.label for each in contacts(seeded, of)] == ["office", None]
    with pytest.raises(FieldError, match="already"):
        write(seeded, EN, CorrectedContact(second.pk, "phone", "87012345678", "", CARD))
