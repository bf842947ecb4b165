"""Whether a plain value can be what its field says, wherever it comes from: a seed, a form, a command.

A contact should be of use: an address to write to, digits to dial, a page that a browser opens and that
runs nothing.
"""

import re
import unicodedata

_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s.<>\"]{2,}\Z")
_WEB = re.compile(
    r"(?:https?://\w[^\s:/?#@]*|\w[^\s:/?#@]*\.[^\s:/?#@.]{2,})(?::\d+)?(?:[/?#]\S*)?\Z", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""All but tab, the ends of lines and U+0085, which parts lines, too."""
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
_FEWEST_DIGITS, _FEWEST_WHOLE = 3, 7


def can_be_seen(text: str) -> bool:
    """Whether anything of a text shows: spaces, marks of direction and letters without a shape do not."""
    return any(unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK_LETTERS for letter in text)


def has_words(text: str) -> bool:
    """Whether a text has a letter or a digit, so that it can be read and looked for."""
    return any(letter.isalnum() and letter not in _BLANK_LETTERS for letter in text)


def unshowable(text: str) -> str:
    """What of a text can't be shown, as "U+0007"; "" where there is nothing of the kind."""
    found = _CONTROL.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def is_email(text: str) -> bool:
    return bool(_EMAIL.match(text))


def is_phone(text: str) -> bool:
    """Whether there are digits to dial: a short number such as 112, but not what is cut off, `8 (701`."""
    digits = sum(letter.isdecimal() for letter in text)
    return digits >= (_FEWEST_DIGITS if text.count("(") == text.count(")") else _FEWEST_WHOLE)


def is_web(text: str) -> bool:
    """Whether this is the address of a page: with http or https, or no scheme but a dot."""
    return bool(_WEB.match(text))


FITS = {"email": is_email, "phone": is_phone, "web": is_web, "address": has_words}
"""The check for each kind of contact point."""
