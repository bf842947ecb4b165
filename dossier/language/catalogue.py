"""The gettext catalogues, read from their .po files when a language is first used.

No compiled catalogue is kept, so that what a translator edits is what the program shows.
"""

import gettext
from functools import cache
from io import BytesIO

import resources


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """The translations of one language; English, and a language with no catalogue, show the msgid."""
    if code == "en":
        return gettext.NullTranslations()
    file = resources.path("locale", code, "LC_MESSAGES", "dossier.po")
    return compiled(file.read_bytes(), code) if file.is_file() else gettext.NullTranslations()


def compiled(text: bytes, code: str) -> gettext.GNUTranslations:
    """The translations that a .po file of a language holds; entries marked fuzzy are left out."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled_file = BytesIO()
    write_mo(compiled_file, read_po(BytesIO(text), locale=code))
    compiled_file.seek(0)
    return gettext.GNUTranslations(compiled_file)
