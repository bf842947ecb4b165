"""The reader: summaries until the original is there, marks, and the facts of each paragraph."""

from dossier.language import wording
from dossier.model.records import Citation, Paragraph, Passage, Person, Source
from dossier.store import Reader
from dossier.views import source_text
from dossier.views.values import Mark, SourceText
from tests.views.making import Maker, named

EN = wording("en")


def article(reader: Reader, *, for_pk: int | None = None, passage: int | None = None) -> SourceText:
    pk = reader.rows("SELECT pk FROM source WHERE source_kind = 'article'")[0][0]
    return source_text(reader, EN, pk, for_pk=for_pk, passage=passage)


def test_a_summary_is_shown_as_one(reader: Reader) -> None:
    text = article(reader)
    assert (text.title, text.detail) == ("News article, Astana, 20 June 2024", "in English · 10 paragraphs")
    assert text.is_summary
    assert text.notice.startswith("This is a summary in our words. Attach the original")
    assert [paragraph.number for paragraph in text.paragraphs] == list(range(1, 11))
    assert not any(paragraph.marks for paragraph in text.paragraphs)


def test_a_summary_is_in_the_language_of_the_window(reader: Reader) -> None:
    pk = reader.rows("SELECT pk FROM source WHERE source_kind = 'article'")[0][0]
    assert "Рахметуллин" in source_text(reader, wording("ru"), pk).paragraphs[0].text


def test_the_paragraphs_a_record_rests_on_are_marked_whole(reader: Reader) -> None:
    text = article(reader, for_pk=named(reader, "Katarzyna Wawiernia"))
    assert [paragraph.number for paragraph in text.paragraphs if paragraph.marks] == [10]
    last = text.paragraphs[-1]
    assert [(mark.start, mark.end, mark.active) for mark in last.marks] == [(0, len(last.text), False)]


def test_what_somebody_said_is_marked_for_them(reader: Reader) -> None:
    text = article(reader, for_pk=named(reader, "Akan Rakhmetullin"))
    assert [paragraph.number for paragraph in text.paragraphs if paragraph.marks] == [1, 2, 4, 5, 6, 7]


def test_the_passage_shown_is_marked_as_the_active_one(reader: Reader) -> None:
    passage = reader.rows(
        "SELECT passage.pk FROM passage JOIN paragraph ON paragraph.pk = passage.paragraph "
        "JOIN source ON source.pk = paragraph.source WHERE paragraph.number = 3 AND source_kind = 'article'"
    )[0][0]
    text = article(reader, passage=passage)
    assert [(p.number, p.marks[0].passage, p.marks[0].active) for p in text.paragraphs if p.marks] == [
        (3, passage, True)
    ]


def test_the_facts_of_a_paragraph_lead_back(reader: Reader) -> None:
    facts = article(reader).paragraphs[-1].facts
    assert [(fact.label, fact.text) for fact in facts[:4]] == [
        ("Post", "Katarzyna Wawiernia, Resident Representative in Kazakhstan, UNDP"),
        ("Described", facts[1].text),
        ("Took part", "Katarzyna Wawiernia: Visit to the UN Plaza, Almaty"),
        ("Initiative", "Joint projects for vulnerable people"),
    ]
    assert facts[0].pk == named(reader, "Katarzyna Wawiernia")
    assert {fact.text for fact in facts if fact.label == "Region"} == {
        "Abai",
        "Zhetisu",
        "Ulytau",
        "Kyzylorda",
    }
    assert len(set(facts)) == len(facts)


def test_reference_data_is_called_that(reader: Reader) -> None:
    pk = reader.rows("SELECT pk FROM source WHERE source_kind = 'reference'")[0][0]
    assert source_text(reader, EN, pk).notice == "Reference data, described in our words."


def test_the_original_is_marked_by_span(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    with maker.dossier.edit("Attach the original") as edit:
        paragraph, source = edit.reader.rows("SELECT pk, source FROM paragraph")[0]
        edit.set(paragraph, original="Aigerim Sample met the press.")
        span = edit.add(Passage(paragraph=paragraph, start=0, end=14))
        far = edit.add(Passage(paragraph=paragraph, start=19, end=400))
        maker_cited = edit.add(Passage(paragraph=paragraph, start=15, end=18))
    for passage in (span, far):
        maker.cite(person, passage=passage)
    with maker.dossier.read() as reader:
        text = source_text(reader, EN, source, for_pk=person, passage=span)
    assert (text.is_summary, text.notice) == (False, "")
    marks = text.paragraphs[0].marks
    assert Mark(0, 14, span, True) in marks
    assert Mark(19, 29, far, False) in marks
    assert maker_cited not in {mark.passage for mark in marks}


def test_beside_the_words_themselves_a_whole_paragraph_is_not_marked(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    with maker.dossier.edit("Attach the original") as edit:
        paragraph, source = edit.reader.rows("SELECT pk, source FROM paragraph")[0]
        edit.set(paragraph, original="Aigerim Sample met the press.")
        whole = edit.add(Passage(paragraph=paragraph))
        span = edit.add(Passage(paragraph=paragraph, start=0, end=14))
    maker.cite(person, passage=whole)
    with maker.dossier.read() as reader:
        alone = source_text(reader, EN, source, for_pk=person, passage=whole)
    assert Mark(0, 29, whole, True) in alone.paragraphs[0].marks
    maker.cite(person, passage=span)
    with maker.dossier.read() as reader:
        beside = source_text(reader, EN, source, for_pk=person, passage=whole)
    assert beside.paragraphs[0].marks == (Mark(0, 14, span, True),)


def test_of_a_very_long_list_only_what_is_around_the_row_asked_for_is_shown(maker: Maker) -> None:
    with maker.dossier.edit("A list") as edit:
        source = edit.add(Source(source_kind="list", title="staff.csv"))
        people = []
        for number in range(1, 1_001):
            paragraph = edit.add(Paragraph(source=source, number=number, original=f"Row {number}"))
            passage = edit.add(Passage(paragraph=paragraph))
            people.append((edit.add(Person()), passage))
            edit.add(Citation(of=people[-1][0], field="*", passage=passage, basis="stated"))
    person, passage = people[700]
    with maker.dossier.read() as reader:
        for text in (
            source_text(reader, EN, source, for_pk=person),
            source_text(reader, EN, source, passage=passage),
        ):
            assert text.detail == "1,000 paragraphs, here 681 to 800"
            assert [each.number for each in text.paragraphs if each.facts][:1] == [681]
            assert len(text.paragraphs) == 120
        marked = source_text(reader, EN, source, for_pk=person).paragraphs
        assert [each.number for each in marked if each.marks] == [701]
        assert source_text(reader, EN, source).paragraphs[0].number == 1
