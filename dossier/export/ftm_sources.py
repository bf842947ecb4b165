"""A source as a document of FollowTheMoney, with its paragraphs by number."""

from dossier.export.ftm_values import put
from dossier.model.ftm import Properties, language_code, put_date, said
from dossier.model.records import Paragraph, Source, Text
from dossier.views.lookup import Lookup


def source_properties(lookup: Lookup, source: Source) -> Properties:
    """What a document says of itself, its text and the summaries of its paragraphs."""
    properties: Properties = {}
    for name, value in (
        ("fileName", source.title or source.id),  # no document goes without one there
        ("title", source.title),
        ("publisher", source.publisher),
        ("author", source.author),
        ("language", language_code(source.language)),
        ("contentHash", source.sha256),
        ("sourceUrl", source.url),
        ("description", said("dateline", source.dateline) if source.dateline else None),
    ):
        put(properties, name, value)
    put_date(properties, "published", source.published, day="publishedAt", spans=False)
    put_date(properties, "retrieved", source.retrieved, day="retrievedAt", spans=False)
    fictional = ["fictional"] if source.fictional else []
    properties["keywords"] = [said("kind", source.source_kind), *fictional]
    for paragraph in lookup.of(Paragraph, "source", source.pk):
        number = paragraph.number
        put(properties, "bodyText", f"{number}. {paragraph.original}" if paragraph.original else None)
        for text in lookup.of(Text, "of", paragraph.pk):
            put(properties, "summary", f"{number}. {text.text}")
    return properties
