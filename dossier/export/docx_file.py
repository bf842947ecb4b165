"""The Word document as a file: only the parts that are needed, what it is about, and no time of day."""

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.export.docx_parts import plain
from dossier.export.docx_styles import FONT_TABLE, set_styles
from dossier.views.values import Sheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import Relationships

_NEEDED = ("styles", "numbering", "settings", "theme")
_TITLES = 3  # how many names a file's title holds
_LONGEST = 255
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can hold."""


def new_document(sheets: Sequence[Sheet]) -> "Document":
    """An empty document in the styles of the sheets, which says what is in it and in which language."""
    import docx
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    _drop(document.part.rels, kept=_NEEDED)
    _drop(document.part.package.rels, kept=("officeDocument", "core-properties"))
    set_styles(document, sheets[0].language)
    fonts = Part(
        PackURI("/word/fontTable.xml"),
        CONTENT_TYPE.WML_FONT_TABLE,
        FONT_TABLE.encode(),
        document.part.package,
    )
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    _describe(document, sheets)
    return document


def saved(document: "Document") -> bytes:
    """The bytes of a document, which tell nothing of when it was made."""
    raw, file = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(file, "w") as archive:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, made.read(name))
    return file.getvalue()


def _drop(relations: "Relationships", kept: Sequence[str]) -> None:
    """Take out what python-docx's model of a document has besides: a picture of it, styles twice, …"""
    for key, relation in list(relations.items()):
        if not relation.reltype.endswith(tuple(f"/{name}" for name in kept)):
            del relations[key]


def _describe(document: "Document", sheets: Sequence[Sheet]) -> None:
    names = [" ".join(plain(sheet.name).split()) for sheet in sheets]
    first = sheets[0]
    about = document.core_properties
    for element in list(about._element):
        about._element.remove(element)
    about.title = _short(" · ".join(names[:_TITLES]) + (" …" if len(names) > _TITLES else ""))
    about.subject = _short(f"{first.kind_label} · {first.as_of}" if len(sheets) == 1 else first.as_of)
    about.author = "Dossier"
    about.language = first.language


def _short(text: str) -> str:
    """A text as long as the format lets an entry be."""
    whole = " ".join(plain(text).split())
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1] + "…"
