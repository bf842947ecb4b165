"""Attaches the original text of a source whose paragraphs the dossier holds only as summaries.

The file has to be the very one that the source's hash was taken of; then the spans of its passages are its
words.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from dossier.language.labels import N_
from dossier.model.errors import DossierError
from dossier.model.records import Paragraph, Passage, Source
from dossier.store import Change, Dossier, Reader
from dossier.store.held import refuse_held

CONTEXT = 32
"""Code points before and after a passage that are kept to find it by (W3C Web Annotation, text quote)."""

_HEADING = re.compile(r"\s*date \d{4}-\d\d-\d\d\s+")
_BETWEEN = re.compile(r"\n[ \t\r]*\n\s*")


def attach_original(dossier: Dossier, source_pk: int, path: Path) -> Change:
    """Fill the paragraphs and passages of a source from its file, as one Change.

    Raises DossierError, with nothing changed, when the file can't be read or is not the source's own.
    """
    data = _read(Path(path))
    with dossier.read() as reader:
        source = reader.get(Source, source_pk)
        paragraphs = sorted(reader.find(Paragraph, source=source_pk), key=lambda item: item.number)
        _check(source, paragraphs, data, path)
        originals = _match(paragraphs, split_paragraphs(data.decode()), path)
        passages = _quoted(reader, originals)
    with dossier.edit(N_("Attach the original")) as edit:
        for pk, text in originals.items():
            edit.set(pk, original=text)
        for passage in passages:
            edit.set(passage.pk, exact=passage.exact, prefix=passage.prefix, suffix=passage.suffix)
    return dossier.history(limit=1)[0]


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a plain text, parted by blank lines and stripped of outer space.

    A heading "date 2024-06-20" that our stored articles begin with is not part of the first one.
    """
    body = _HEADING.sub("", text.replace("\r\n", "\n"), count=1) if _HEADING.match(text) else text
    return tuple(part for piece in _BETWEEN.split(body) if (part := piece.strip()))


def _read(path: Path) -> bytes:
    refuse_held(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise DossierError(
            "{path} can't be read ({strerror}); choose another file.", path=path, strerror=error.strerror
        ) from None


def _check(source: Source, paragraphs: list[Paragraph], data: bytes, path: Path) -> None:
    if source.sha256 is None:
        raise DossierError(
            "No hash of this source is on record, so {name} can't be checked against it; nothing "
            "was changed.",
            name=path.name,
        )
    if sha256(data).hexdigest() != source.sha256:
        raise DossierError(
            "{name} is not the original of this source: its SHA-256 hash differs from that on "
            "record; nothing was changed.",
            name=path.name,
        )
    if all(paragraph.original is not None for paragraph in paragraphs):
        raise DossierError("The original of this source is attached already; nothing was changed.")


def _match(paragraphs: list[Paragraph], texts: tuple[str, ...], path: Path) -> dict[int, str]:
    if len(texts) != len(paragraphs):
        raise DossierError(
            "{name} has {n} paragraphs and the dossier has {n2} of this source; nothing was changed.",
            name=path.name,
            n=len(texts),
            n2=len(paragraphs),
        )
    return {paragraph.pk: text for paragraph, text in zip(paragraphs, texts, strict=True)}


def _quoted(reader: Reader, originals: Mapping[int, str]) -> list[Passage]:
    """The passages that are spans, with the words they stand for."""
    quoted = []
    for passage in reader.find(Passage, paragraph=tuple(originals)):
        text, start, end = originals[passage.paragraph], passage.start, passage.end
        if start is None or end is None:
            continue
        if end > len(text):
            raise DossierError(
                "A passage ends at character {end} of a paragraph of {n}; nothing was changed, the "
                "passage has to be corrected first.",
                end=end,
                n=len(text),
            )
        quoted.append(
            Passage(
                pk=passage.pk,
                paragraph=passage.paragraph,
                exact=text[start:end],
                prefix=text[max(0, start - CONTEXT) : start] or None,
                suffix=text[end : end + CONTEXT] or None,
            )
        )
    return quoted
