"""The source a form names: a known one, a new document, or what somebody told, as on the telephone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dossier.intake.contacts.person_names import language_of
from dossier.intake.forms.checks import FieldError, needed, needed_day
from dossier.language import LANGUAGES, Wording, wording
from dossier.model.dates import Date
from dossier.model.folding import words
from dossier.model.plain_values import has_words
from dossier.model.records import Paragraph, Passage, Source, Text
from dossier.store import Edit, Reader
from dossier.views.names import name_of

_TOLD = re.compile(
    r"phone|call|conversation|told by|said by|(?:meeting|talk|spoke) with"
    r"|телефон|звонок|по телефону|разговор|бесед|со слов|по словам|сообщил|встреча с"
    r"|қоңырау|әңгіме|айтқан|сөйлес|кездесу|.*(?:айтуынша|айтты|сөйлестік)\Z",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+|www\.\S+")
_PARAGRAPH = re.compile(
    r",\s*(?:(?:paragraph|абзац|тармақ|row|строка)\s*(\d+)|(\d+)-(?:абзац|тармақ|жол))\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the facts of a form are from, as typed; `pk` is the source chosen from those offered."""

    text: str
    on: str = ""
    pk: int | None = None


def passage_of(
    edit: Edit, words_of: Wording, today: date, origin: Origin, gist: str
) -> tuple[int, Date | None]:
    """A passage to cite, and the date of its source. Raises FieldError for what names no source.

    A known document is cited by the paragraph that is named; anything else gets a paragraph of its own,
    with `gist` for what it says.
    """
    text = needed(
        "source",
        origin.text,
        words_of.say("Say where this is from: a document, “phone call with …” or “told by …”."),
    )
    text, number = _paragraph_in(text)
    if not has_words(text):
        raise FieldError(
            "source", words_of.say("“{text}” names no source; write what it is.", text=origin.text)
        )
    reader = edit.reader
    source = origin.pk or _known_source(reader, text)
    if source is not None:
        record = reader.get(Source, source)
        day = record.published or record.retrieved
        numbers = {each.number: each.pk for each in reader.find(Paragraph, source=source)}
        if number is not None and number in numbers:
            return edit.add(Passage(paragraph=numbers[number])), day
        if number is not None or (numbers and record.source_kind not in ("conversation", "document")):
            say = words_of.say
            raise FieldError(
                "source",
                say("Which paragraph of it? Write “, paragraph 3” behind it; it has {n}.", n=len(numbers)),
            )
        return _new_paragraph(edit, words_of, source, max(numbers, default=0) + 1, gist), day
    day = needed_day("source_date", origin.on, words_of, today)
    title, url = _title_and_url(text)
    same = reader.find(Source, title=title, url=url, published=day.text)
    source = same[0].pk if same else None
    if source is None:
        kind = source_kind_of(text)
        source = edit.add(Source(source_kind=kind, title=title, published=day, url=url))
    return _new_paragraph(edit, words_of, source, _next_number(reader, source), gist), day


def passage_of_call(
    edit: Edit, words_of: Wording, today: date, who: str, on: str, gist: Callable[[Wording], str]
) -> tuple[int, Date]:
    """A passage of a call to cite, and its day. Who it was with is kept, and worded for each reader."""
    day = needed_day("source_date", on, words_of, today)
    reader = edit.reader
    same = reader.find(Source, source_kind="conversation", title=None, author=who, published=day.text)
    source = same[0].pk if same else None
    if source is None:
        source = edit.add(Source(source_kind="conversation", author=who, published=day))
    paragraph = edit.add(Paragraph(source=source, number=_next_number(reader, source)))
    for code in LANGUAGES:
        edit.add(Text(of=paragraph, field="summary", language=code, text=gist(wording(code))))
    return edit.add(Passage(paragraph=paragraph)), day


def source_kind_of(text: str) -> str:
    """Whether a source was told or can be read, by how it is called."""
    return "conversation" if _TOLD.match(text) else "document"


def _title_and_url(text: str) -> tuple[str | None, str | None]:
    url = _URL.search(text)
    title = " ".join(_URL.sub(" ", text).split()).strip(" ,;:–-")
    return title or None, url[0] if url else None


def _new_paragraph(edit: Edit, words_of: Wording, source: int, number: int, gist: str) -> int:
    paragraph = edit.add(Paragraph(source=source, number=number))
    tag = language_of(gist)
    edit.add(Text(of=paragraph, field="summary", language=words_of.code if tag == "und" else tag, text=gist))
    return edit.add(Passage(paragraph=paragraph))


def _next_number(reader: Reader, source: int) -> int:
    number = reader.rows("SELECT max(number) FROM paragraph WHERE source = :source", source=source)[0][0]
    return (number or 0) + 1


def _paragraph_in(text: str) -> tuple[str, int | None]:
    match = _PARAGRAPH.search(text)
    if not match:
        return text, None
    return text[: match.start()].strip(), int(match[1] or match[2])


def _known_source(reader: Reader, text: str) -> int | None:
    """The one source that is called so, in any of the languages, or has this id."""
    if (found := reader.pk(text)) is not None:
        return found
    wanted = words(text)
    rows = reader.rows("SELECT pk FROM source WHERE title IS NULL OR instr(:text, title) > 0", text=text)
    named = (
        pk for (pk,) in rows for code in LANGUAGES if words(name_of(reader, wording(code), pk)) == wanted
    )
    return next(named, None) if wanted else None
