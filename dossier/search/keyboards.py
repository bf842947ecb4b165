"""A query typed with the keyboard still on another layout: English, Russian or Kazakh."""

from collections.abc import Iterator

_ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_ENGLISH_SHIFTED, _RUSSIAN_SHIFTED = '~{}:"<>', "ёхъжэбю"
# The Kazakh layout is the Russian one with nine letters in the place of digits.
_DIGITS, _KAZAKH = "234589" + "0-=", "әіңғүұқөһ"

_TO_RUSSIAN = str.maketrans(_ENGLISH + _ENGLISH_SHIFTED, _RUSSIAN + _RUSSIAN_SHIFTED)
_TO_KAZAKH = _TO_RUSSIAN | str.maketrans(_DIGITS, _KAZAKH)
_TO_ENGLISH = str.maketrans(_RUSSIAN + _KAZAKH, _ENGLISH + _DIGITS)
_TO_DIGITS = str.maketrans(_DIGITS, _KAZAKH)


def as_on_other_layouts(text: str) -> Iterator[str]:
    """What the same keys give on the other layouts, each once."""
    typed = text.lower()
    yield from dict.fromkeys(
        other
        for table in (_TO_RUSSIAN, _TO_KAZAKH, _TO_ENGLISH, _TO_DIGITS)
        if (other := typed.translate(table)) != typed
    )
