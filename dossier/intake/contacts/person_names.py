"""A person's name as lists have it: `Фамилия И.О.`, `Фамилия Имя Отчество`, `Given FAMILY`."""

import re
from functools import lru_cache
from typing import NamedTuple

from dossier.model.folding import key, words

_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_FATHER = re.compile(
    r"[\w ](?:ович|евич|ьич|ыич|овна|евна|ична|инична|улы|ұлы|үлы|уулу|оглы|оғлы|угли|кызы|қызы|гызы"
    r"|ovich|evich|yevich|ovna|evna|yevna|ichna|uly|ūly|ulı|ogly|oglu|kyzy|qyzy|qızı|kizi)\Z",
    re.IGNORECASE,
)
_SON_OR_DAUGHTER = frozenset("улы ұлы оглы оғлы кызы қызы гызы uly ogly oglu kyzy qyzy qızı".split())
# What is left of a folded patronymic is the father's name, the same in Russian and Kazakh.
_OFFSPRING = re.compile(r"(?:[oe]?vich|ich|[oe]vna|(?:in)?ichna|[ou]gli|uli|[kg]izi)\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]?\.?|[^\W\d_]\Z|[^\W\d_](?:-[^\W\d_])?\.?\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPACED_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.)\s*(?=[^\W\d_]{1,2}\.)|(?<=[^\W\d_]\.)(?=[^\W\d_]{3})")
_TITLE = re.compile(r"(?:г-н|г-жа|mr|mrs|ms|miss|dr|prof|h\.\s?e)\b\.?\s+(?=\w)", re.IGNORECASE)


class PersonName(NamedTuple):
    """A name as written, with its BCP 47 tag, and its parts where they are sure."""

    text: str
    language: str
    family: str | None = None
    given: str | None = None
    patronymic: str | None = None


class NameKey(NamedTuple):
    """What two names are compared by: folded words in any order, initials, and the father's name apart."""

    words: tuple[str, ...]
    initials: tuple[str, ...]
    patronymic: str

    @property
    def is_full(self) -> bool:
        """Whether more than a family name with initials is known."""
        return not self.initials or len(self.words) > 1

    @property
    def text(self) -> str:
        """Equal for names that are the same but for the patronymic."""
        return " ".join(
            self.words if self.is_full else (*self.words, *(f"{each}." for each in self.initials))
        )


def language_of(text: str) -> str:
    """The BCP 47 tag that the letters of a text speak for; `und` where none do."""
    if text.isascii():
        return "en"
    if _CYRILLIC.search(text):
        return "kk-Cyrl" if _KAZAKH.search(text) else "ru"
    return "en" if _LATIN.search(text) else "und"


def tag(code: str, text: str) -> str:
    """The tag of a text in a column for Russian or Kazakh (`ru`, `kk`), by the script it is in."""
    if code != "kk":
        return code
    return "kk-Cyrl" if _CYRILLIC.search(text) else "kk-Latn"


def read_name(text: str, language: str | None = None) -> PersonName:
    """The name in a cell."""
    text = " ".join(text.split())
    if len(text) > 3 and (title := _TITLE.match(text)):
        text = text[title.end() :]
    family = None
    if "," in text:
        before, _, after = text.partition(",")
        if before.strip() and after.strip():
            family = before.strip()
            text = f"{after.strip()} {family}"
    if "." in text:
        text = " ".join(_SPACED_INITIALS.sub(" ", text).split()) if _LETTERS.search(text) else text
    parts = _parts(text)
    father = _father(parts)
    if family is None:
        family, given = _family_and_given(parts, father)
    else:
        given = next((part for part in parts if part not in family.split() and not _is_initials(part)), None)
    return PersonName(text, language or language_of(text), family, given, parts[father] if father else None)


def join_name(family: str, given: str, patronymic: str) -> PersonName:
    """The name that stands in columns of its own."""
    text = " ".join(part for part in (family, given, patronymic) if part)
    if not given or _is_initials(given):
        return read_name(text)
    return PersonName(text, language_of(text), family or None, given or None, patronymic or None)


def name_key(name: PersonName) -> NameKey:
    """The key of a name; one with no letters that the folding knows is compared as it stands."""
    return _key(name.text, name.patronymic)


@lru_cache(maxsize=1 << 12)
def _key(text: str, patronymic: str | None) -> NameKey:
    left = text.replace(patronymic, " ") if patronymic else text
    full: list[str] = []
    initials: list[str] = []
    for part in left.split():
        if _is_initials(part):
            initials += [key(letter) for letter in _LETTERS.findall(part)]
        else:
            full += words(part)
    father = "" if patronymic is None else _OFFSPRING.sub("", "".join(words(patronymic)))
    if not full:
        # Nothing but initials, or no letter that the folding knows.
        full, initials = list(words(left)) or [text.casefold()], []
    return NameKey(tuple(sorted(full)), tuple(initials), father)


def _parts(text: str) -> list[str]:
    """The words of a name; one that only says "son" or "daughter" belongs to the word before it."""
    parts: list[str] = []
    for word in text.split():
        if parts and word.lower() in _SON_OR_DAUGHTER:
            parts[-1] = f"{parts[-1]} {word}"
        else:
            parts.append(word)
    return parts


def _father(parts: list[str]) -> int:
    """Where the patronymic stands; 0 for none, since no name begins with it."""
    if len(parts) < 3:
        return 0
    return next((place for place in (2, 1) if _FATHER.search(parts[place])), 0)


def _family_and_given(parts: list[str], father: int) -> tuple[str | None, str | None]:
    full = [part for part in parts if not _is_initials(part)]
    if len(full) == 1 and len(parts) > 1:
        return full[0], None
    if len(parts) == 3 and father:
        return (parts[0], parts[1]) if father == 2 else (parts[2], parts[0])
    loud = [part for part in full if len(part) > 1 and part.isupper()]
    if len(loud) == 1 and len(full) == 2:
        return loud[0], next(part for part in full if part != loud[0])
    return None, None


def _is_initials(part: str) -> bool:
    return len(part) < 9 and ("." in part or len(part) == 1) and _INITIALS.fullmatch(part) is not None
