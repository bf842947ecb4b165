"""Where the facts of a form are from: told, read, known already; each is cited, and a doubt is said."""

import pytest

from dossier.intake.forms import CallNote, FieldError, Named, NewPerson, Origin, write
from dossier.language import wording
from dossier.model.records import Attestation, Citation, Name, Paragraph, Passage, Person, Post, Source, Text
from dossier.search import resolve, search
from dossier.store import Dossier, Reader
from dossier.views import card
from dossier.views.names import name_of

EN = wording("en")


def add(dossier: Dossier, name: str, source: str, on: str = "24 November 2026") -> int:
    entry = NewPerson(Named(name), "Head of Protocol", Named("Ministry of Culture"), "", Origin(source, on))
    return write(dossier, EN, entry).pk


def source_of(reader: Reader, pk: int) -> Source:
    (citation, *_) = reader.find(Citation, of=pk)
    return reader.get(Source, reader.get(Paragraph, reader.get(Passage, citation.passage).paragraph).source)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("phone call with Ann Lee", "conversation"),
        ("Told by Ann Lee", "conversation"),
        ("телефонный разговор с Энн Ли", "conversation"),
        ("со слов Энн Ли", "conversation"),
        ("телефонмен сөйлестік: Энн Ли", "conversation"),
        ("Энн Лидің айтуынша", "conversation"),
        ("Decree 12 of the Government", "document"),
        ("Телеграф, № 5", "document"),
    ],
)
def test_what_was_told_is_known_from_what_can_be_read(empty: Dossier, typed: str, kind: str) -> None:
    pk = add(empty, "Aigerim Bekova", typed)
    with empty.read() as reader:
        source = source_of(reader, pk)
    assert (source.source_kind, source.title, str(source.published)) == (kind, typed, "2026-11-24")


def test_every_fact_of_a_form_is_cited(empty: Dossier) -> None:
    pk = add(empty, "Aigerim Bekova", "told by Ann Lee")
    with empty.read() as reader:
        (post,) = reader.all(Post)
        (day,) = reader.all(Attestation)
        facts = [pk, post.pk, post.organization, day.pk, *(name.pk for name in reader.all(Name))]
        facts += [text.pk for text in reader.find(Text, of=post.pk)]
        uncited = [reader.kind(fact) for fact in facts if not reader.find(Citation, of=fact)]
        shown = card(reader, EN, empty.clock().date(), pk)
    assert uncited == []
    assert [(line.head, line.text) for line in shown.sources] == [
        ("told by Ann Lee, 24 November 2026", "Aigerim Bekova: Head of Protocol, Ministry of Culture")
    ]
    assert shown.unsourced == 0


def test_the_same_talk_is_one_source_and_that_of_another_day_another(empty: Dossier) -> None:
    for name, on in (("One", "24.11.2026"), ("Two", "24 November 2026"), ("Three", "23.11.2026")):
        add(empty, name, "phone call with Ann Lee", on)
    with empty.read() as reader:
        sources = reader.all(Source)
        told = [len(reader.find(Paragraph, source=source.pk)) for source in sources]
    assert told == [2, 1]


def test_a_call_noted_in_one_language_reads_in_each(seeded: Dossier) -> None:
    with seeded.read() as reader:
        of = resolve(reader, "UNICEF")
        akan = resolve(reader, "Akan Rakhmetullin")
    russian = wording("ru")
    for who in (Named("Акан Рахметуллин", akan), Named("Акан Рахметуллин")):
        write(seeded, russian, CallNote(of, who, "24.11.2026", "Перенос визита.", ""))
    write(seeded, russian, CallNote(of, Named("Энн Ли"), "24.11.2026", "О том же.", ""))
    with seeded.read() as reader:
        sources = {
            code: {
                (line.head, line.text)
                for line in card(reader, wording(code), seeded.clock().date(), of).sources
                if "call" in line.head or "разговор" in line.head
            }
            for code in ("en", "ru")
        }
        told = [source for source in reader.all(Source) if source.source_kind == "conversation"]
    note = "Заметка: Детский фонд Организации Объединённых Наций"
    assert sources == {
        "en": {
            (
                "phone call with Akan Rakhmetullin, 24 November 2026",
                "A note on United Nations Children’s Fund",
            ),
            ("phone call with Энн Ли, 24 November 2026", "A note on United Nations Children’s Fund"),
        },
        "ru": {
            ("телефонный разговор: Акан Рахметуллин, 24 ноября 2026\u202fг.", note),
            ("телефонный разговор: Энн Ли, 24 ноября 2026\u202fг.", note),
        },
    }
    assert [(source.title, source.author) for source in told] == [
        (None, "Акан Рахметуллин"),
        (None, "Энн Ли"),
    ]


def test_a_call_is_found_by_who_it_was_with_and_cited_again_by_its_name(seeded: Dossier) -> None:
    with seeded.read() as reader:
        of = resolve(reader, "UNICEF")
    write(seeded, wording("ru"), CallNote(of, Named("Энн Ли"), "24.11.2026", "О том же.", ""))
    add(seeded, "Aigerim Bekova", "phone call with Энн Ли, 24 November 2026")
    with seeded.read() as reader:
        (source,) = [each for each in reader.all(Source) if each.source_kind == "conversation"]
        assert len(reader.find(Paragraph, source=source.pk)) == 2
        assert source.pk in [hit.pk for hit in search(reader, EN, '"энн ли"').hits]


def test_a_call_of_an_older_file_stays_as_it_was_written(seeded: Dossier) -> None:
    add(seeded, "Aigerim Bekova", "телефонный разговор: Рашед Сарвар")
    with seeded.read() as reader:
        (source,) = [each for each in reader.all(Source) if each.source_kind == "conversation"]
        assert name_of(reader, EN, source.pk) == "телефонный разговор: Рашед Сарвар, 24 November 2026"


def test_a_page_has_its_address(empty: Dossier) -> None:
    pk = add(empty, "Aigerim Bekova", "Leadership of the ministry, https://example.org/leadership")
    with empty.read() as reader:
        source = source_of(reader, pk)
    assert (source.title, source.url) == ("Leadership of the ministry", "https://example.org/leadership")


def test_a_known_article_is_cited_by_paragraph(seeded: Dossier) -> None:
    with pytest.raises(FieldError, match="Which paragraph") as refusal:
        add(seeded, "Aigerim Bekova", "News article, Astana, 20 June 2024")
    assert refusal.value.field == "source"
    pk = add(seeded, "Aigerim Bekova", "News article, Astana, 20 June 2024, paragraph 3")
    with seeded.read() as reader:
        (citation, *_) = reader.find(Citation, of=pk)
        paragraph = reader.get(Paragraph, reader.get(Passage, citation.passage).paragraph)
        (post,) = reader.find(Post, person=pk)
        days = [str(each.on) for each in reader.find(Attestation, post=post.pk)]
    assert (paragraph.number, days) == (3, ["2024-06-20"])


@pytest.mark.parametrize(
    ("source", "on", "field", "sentence"),
    [
        ("", "24.11.2026", "source", "Say where this is from"),
        ("told by Ann", "", "source_date", "Write the date; today is 24.11.2026."),
        ("told by Ann", "yesterday", "source_date", "is not a date"),
        ("told by Ann", "25.11.2026", "source_date", "lies ahead; today is 24.11.2026."),
        ("told by Ann", "2024–2025", "source_date", "is a span"),
    ],
)
def test_a_source_that_cant_be_is_refused_and_nothing_is_written(
    empty: Dossier, source: str, on: str, field: str, sentence: str
) -> None:
    with pytest.raises(FieldError, match=sentence) as refusal:
        add(empty, "Aigerim Bekova", source, on)
    assert refusal.value.field == field
    with empty.read() as reader:
        assert (reader.count(Person), reader.count(Source)) == (0, 0)
