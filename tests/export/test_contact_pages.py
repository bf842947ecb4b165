"""A list of contacts on paper: all of it, on A4 pages with a head over the columns of each."""

from dataclasses import replace

from pypdfium2 import PdfDocument

from dossier.export.contact_pages import render_contacts
from dossier.views.contact_values import Contact, ContactList
from tests.export.test_contacts import SARWAR

LABELS = {
    "contacts": "Contacts",
    "name": "Name",
    "post": "Post",
    "reach": "Phone, e-mail, address",
    "itself": "The organization itself",
    "dossier": "Dossier",
    "page": "Page {page} of {pages}",
    "nobody": "Nobody is recorded here yet.",
}


def made(*contacts: Contact, lead: str = "with all below it") -> list[str]:
    listed = ContactList(
        "UN (UN)", lead, "en", "Information as of 20 June 2024", False, "Printed today", contacts, LABELS
    )
    with PdfDocument(render_contacts(listed)) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {(595, 842)}
        return [page.get_textpage().get_text_range() for page in document]


def test_everything_of_a_contact_stands_on_the_page() -> None:
    (page,) = made(SARWAR)
    for words in ("UN (UN)", "UNICEF · Office in Kazakhstan", "Rashed Sarwar", "“children, first”",
                  "55-01-02", "r.sarwar@example.org", "not confirmed since", "Information as of 20 June 2024",
                  "Printed today", "Page 1 of 1"):  # fmt: skip
        assert words in page


def test_a_long_list_goes_on_and_nobody_is_lost() -> None:
    many = [replace(SARWAR, pk=number, name=f"Person {number}.") for number in range(100)]
    pages = made(*many)
    assert len(pages) > 5
    assert all("Phone, e-mail, address" in page for page in pages)
    assert f"Page 3 of {len(pages)}" in pages[2]
    assert [sum(f"Person {number}." in page for page in pages) for number in range(100)] == [1] * 100


def test_an_odd_contact_does_not_run_off_the_page() -> None:
    points = tuple(("phone", f"+7 {number}", "") for number in range(500))
    assert len(made(replace(SARWAR, points=points, name="x" * 2_000), lead="")) < 4


def test_a_list_without_anybody_says_so() -> None:
    (page,) = made()
    assert "Nobody is recorded here yet." in page
