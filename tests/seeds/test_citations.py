"""How the seed proves what it says: nothing uncited, nothing of the article on reference data alone."""

from pathlib import Path

from dossier.intake.seed import load_seed
from dossier.model.fields import FieldType, specs
from dossier.model.records import BY_KIND, RECORD_CLASSES, Citation, Paragraph, Passage, Source, Text
from dossier.store import Dossier, Reader

SELF_EVIDENT = {"passage", "citation", "paragraph"}
"""What citing is made of; a paragraph's summary is a text, and cited."""

OF_THE_ARTICLE = (
    "person organization office post attestation initiative status involvement coverage event participation "
    "statement statement_link"
).split()


def basis_by_field(reader: Reader, pk: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for citation in reader.find(Citation, of=pk):
        found.setdefault(citation.field, set()).add(citation.basis)
    return found


def test_every_record_is_cited(reader: Reader) -> None:
    for record_class in RECORD_CLASSES:
        if record_class.kind in SELF_EVIDENT:
            continue
        for record in reader.all(record_class):
            cited = basis_by_field(reader, record.pk)
            texts = reader.find(Text, of=record.pk)
            assert cited or texts, record
            dates = {name for name, spec in specs(record_class).items() if spec.type is FieldType.DATE}
            for name in dates:
                if getattr(record, name) is not None:
                    assert name in cited or "*" in cited, (record, name)


def test_no_fact_of_the_article_rests_on_reference_data_alone(reader: Reader) -> None:
    sources = {source.pk: source.source_kind for source in reader.all(Source)}
    paragraphs = {item.pk: sources[item.source] for item in reader.all(Paragraph)}
    passages = {item.pk: paragraphs[item.paragraph] for item in reader.all(Passage)}
    for kind in OF_THE_ARTICLE:
        for record in reader.all(BY_KIND[kind]):
            pks = [record.pk, *(text.pk for text in reader.find(Text, of=record.pk))]
            cited = {passages[citation.passage] for citation in reader.find(Citation, of=pks)}
            assert "article" in cited, record


def test_basis_says_where_the_value_is_from(reader: Reader) -> None:
    sources = {source.pk: source.source_kind for source in reader.all(Source)}
    for citation in reader.all(Citation):
        paragraph = reader.get(Paragraph, reader.get(Passage, citation.passage).paragraph)
        kind = sources[paragraph.source]
        assert (citation.basis == "derived") == bool(citation.rule), citation
        assert (citation.basis == "translation") == bool(citation.translator), citation
        assert not citation.checked
        if citation.basis == "derived" and reader.kind(citation.of) == "name":
            assert kind == "reference", citation  # a form of a name by rule, seen in no text
        elif citation.basis in ("stated", "derived"):
            assert kind == "article", citation
        if citation.basis == "reference":
            assert kind == "reference", citation


def test_what_was_stated_is_a_few_words_of_the_source(reader: Reader) -> None:
    """The text of the article is not ours to keep: no value as stated is a sentence."""
    for citation in reader.all(Citation):
        assert len((citation.stated or "").split()) <= 9, citation


def test_spans_lie_in_the_article_and_are_numbers_only(reader: Reader) -> None:
    (article,) = reader.find(Source, source_kind="article")
    for passage in reader.all(Passage):
        assert (passage.exact, passage.prefix, passage.suffix) == (None,) * 3
        assert (passage.start is None) == (passage.end is None)
        if passage.start is not None and passage.end is not None:
            assert 0 <= passage.start < passage.end
            assert reader.get(Paragraph, passage.paragraph).source == article.pk


def test_texts_stand_in_three_languages_and_say_what_is_translated(reader: Reader) -> None:
    fields: dict[tuple[int, str], dict[str, Text]] = {}
    for text in reader.all(Text):
        fields.setdefault((text.of, text.field), {})[text.language] = text
    for (of, field), texts in fields.items():
        written = ["en"] if field == "rule" and reader.get(Citation, of).rule else []
        assert sorted([*written, *texts]) == ["en", "kk", "ru"], (of, field)
        for language, text in texts.items():
            bases = {citation.basis for citation in reader.find(Citation, of=text.pk, field="text")}
            assert text.translated == (language != "en")
            assert (bases == {"translation"}) == text.translated, text


def test_thirty_two_years_are_derived_with_their_rule(reader: Reader) -> None:
    (relations,) = reader.find(BY_KIND["event"], event_kind="relations")
    (citation,) = reader.find(Citation, of=relations.pk, field="date")
    assert (citation.basis, citation.stated) == ("derived", "32 years")
    assert "2024 − 32" in (citation.rule or "")


def test_undoing_the_seed_leaves_an_empty_dossier(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.dossier") as dossier:
        change = load_seed(dossier)
        assert [item.label for item in dossier.history()] == ["Load the seed dossier"]
        dossier.undo(change.pk)
        with dossier.read() as reader:
            assert all(reader.count(record_class) == 0 for record_class in RECORD_CLASSES)
        assert dossier.check(deep=True) == ()
