"""How a person is addressed: in the language asked for, else in another one, which is then said.

Nothing is made up: where no source gives a form of address there is none.
"""

from collections.abc import Iterator

from dossier.language import N_, Wording
from dossier.model.records import FORMS_OF_ADDRESS, Text
from dossier.views.blocks import block
from dossier.views.contact_values import FormOfAddress
from dossier.views.draft import Draft
from dossier.views.lookup import Lookup
from dossier.views.names import text_record
from dossier.views.values import Block, Run

_SHORT = {
    "form_of_address_spoken": (N_("Spoken: "), N_("Spoken, {language}: ")),
    "form_of_address_written": (N_("Written: "), N_("Written, {language}: ")),
}
_WHOLE = {
    "form_of_address_spoken": N_("Form of address (spoken, {language})"),
    "form_of_address_written": N_("Form of address (written, {language})"),
}


def forms_of_address(lookup: Lookup, wording: Wording, person: int) -> tuple[FormOfAddress, ...]:
    """How to address a person, face to face and in a letter, as far as it is recorded."""
    return tuple(_form(wording, text) for text in _best(lookup, wording, person))


def block_of_address(draft: Draft, person: int) -> Block:
    """The forms of address; on a card with those in the other languages."""
    lines = []
    for text in _best(draft.lookup, draft.wording, person):
        language = _other_language(draft.wording, text)
        plain, otherwise = _SHORT[text.field]
        label = draft.wording.say(otherwise, language=language) if language else draft.wording.say(plain)
        others = [other for other in _all(draft.lookup, person, text.field) if other is not text]
        shown = others if draft.medium == "card" else []
        notes = [f"{in_language(draft.wording, other.language)}: {other.text}" for other in shown]
        # Each text has its own source; that of the whole person doesn't tell how to address them.
        facts = [(each.pk, "") for each in (text, *shown)]
        lines.append(draft.line([Run(label), Run(text.text, bold=True)], facts, notes=notes))
    return block(draft, "form_of_address", lines)


def in_language(wording: Wording, tag: str) -> str:
    """ "in Russian"; a language the program has no word for by its tag."""
    code = tag.split("-")[0]
    return wording.label("in_language", code) if code in ("en", "ru", "kk") else tag


def _form(wording: Wording, text: Text) -> FormOfAddress:
    language = _other_language(wording, text)
    plain = wording.label("field", text.field)
    label = wording.say(_WHOLE[text.field], language=language) if language else plain
    return FormOfAddress(text.field, label, text.text, language)


def _best(lookup: Lookup, wording: Wording, person: int) -> Iterator[Text]:
    found = (text_record(lookup, wording, person, field) for field in FORMS_OF_ADDRESS)
    return (text for text in found if text)


def _all(lookup: Lookup, person: int, field: str) -> list[Text]:
    return [text for text in lookup.of(Text, "of", person) if text.field == field]


def _other_language(wording: Wording, text: Text) -> str:
    """In which other language than that asked for a text is; "" where it is in that one."""
    return "" if wording.speaks(text.language) else in_language(wording, text.language)
