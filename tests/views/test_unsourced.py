"""A sheet tells which of its lines have no source, each by its words and where it stands."""

from dossier.language import wording
from dossier.model.records import ContactPoint
from dossier.views import sheet, unsourced_lines
from tests.views.making import TODAY, Maker


def test_lines_without_a_source_are_named_with_their_block(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    maker.post(person, maker.organization("Agency"), "Head", "2024-06-20")
    with maker.dossier.read() as reader:
        assert unsourced_lines(sheet(reader, wording("en"), TODAY, person)) == ()
    maker.add(ContactPoint(of=person, contact_kind="email", value="a@example.org"))
    with maker.dossier.read() as reader:
        assert unsourced_lines(sheet(reader, wording("en"), TODAY, person)) == (
            "Contacts: E-mail: a@example.org",
        )
