"""The form for a source."""

import re
from dataclasses import dataclass
from typing import ClassVar

from dossier.intake.forms.checks import FieldError, date_in, needed
from dossier.intake.forms.writing import Taking
from dossier.language.labels import N_
from dossier.model.plain_values import FITS, has_words
from dossier.model.records import Citation, Paragraph, Passage, Source, Text

_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class NewSource:
    """A document, or what somebody told, with what it says in our words, paragraph by paragraph."""

    label: ClassVar[str] = N_("Add a source")
    title: str
    kind: str
    on: str
    publisher: str
    author: str
    url: str
    summary: str

    def write(self, taking: Taking) -> int:
        say = taking.wording.say
        title = needed("title", self.title, say("Write what it is, such as “phone call with …”."))
        if not has_words(title):
            raise FieldError("title", say("“{text}” names no source; write what it is.", text=title))
        on = date_in("on", self.on, taking.wording)
        url = self.url.strip()
        if url and not FITS["web"](url):
            sentence = say("“{value}” is no web address; write it as in https://example.org.", value=url)
            raise FieldError("url", sentence)
        source = taking.edit.add(
            Source(
                source_kind=self.kind,
                title=title,
                publisher=self.publisher.strip() or None,
                author=self.author.strip() or None,
                published=on,
                url=url or None,
            )
        )
        texts = [" ".join(text.split()) for text in _BLANK_LINES.split(self.summary) if text.strip()]
        for number, text in enumerate(texts or [title], 1):
            paragraph = taking.edit.add(Paragraph(source=source, number=number))
            language = taking.language_of(text)
            taking.edit.add(Text(of=paragraph, field="summary", language=language, text=text))
            if number == 1:
                passage = taking.edit.add(Passage(paragraph=paragraph))
                taking.edit.add(Citation(of=source, field="*", passage=passage, basis="stated"))
        return source
