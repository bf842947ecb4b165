"""Folds the spellings of one name, in English, Russian and Kazakh, to one key, so that any of them finds it.

No table of transliteration is enough, since the tables disagree with each other and people with all of them.
A word is brought to Latin letters, then what the conventions write differently is made alike:

- Cyrillic letters as in passports (ICAO Doc 9303, part 3, section 6); Kazakh ones beside them as in
  BGN/PCGN 1979 (қ q, ғ gh, ң ng, ж zh, х kh) and the Kazakh Latin alphabet of 2021 (ä, ö, ü, ū, ğ, q, ñ, ş,
  j, ı); ISO 9:1995 (ž, č, š, ŝ, û, â, with c for ц and j for й) where such a letter shows that it is meant;
- one sound, one letter: kh h; gh g; zh dzh dj j; q k; w v; y j i; shch sch sh; ng n (BGN's ң); ph f; th t;
- е is e, ye or ie (BGN/PCGN 1947 has ye at the start and after vowels), ё is e, yo or io after a consonant,
  -ий is iy, ii or y: the glide goes, as does the second of doubled letters (Kassym, Assem, Rakhmetullin);
- Chinese in Cyrillic (Palladius) as in pinyin: чж zh, цз z or, before и ь ю я е, j; at the start xi s;
- case, diacritics, apostrophes, soft and hard signs do not count; a hyphen parts words.

Keys hold a to z and digits only, so that no tokenizer can part them: a letter the rules do not know, say a
Chinese one, stands as its code point. They are for comparing, never for showing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

FOLDING = 3
"""Grows with every change of a key or of what is indexed, so that an index made by other rules is rebuilt."""

_APOSTROPHES = "'’‘`´ʼʻʹʺ′″"
_WORD = re.compile(rf"[^\W_](?:[{_APOSTROPHES}]?[^\W_]|[\u0300-\u036f])*")
_SHORT = 200
"""Letters of a text whose words are remembered: names, titles and agencies are asked for again and again."""

_COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")

_MARKS = re.compile("[\u0300-\u036f\u0483-\u0487]+")
_BEYOND_CYRILLIC = "\u0530"

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщыэюя" + "әғқңөұүһі" + "єїґўҳҷӣӯ" + "ьъ",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch y e iu ia".split()
        + "a gh q ng o u u h i".split()
        + "e i g u h j i u".split()
        + ["", ""],
        strict=True,
    )
)
_MARKED = {
    "ş": "sh", "ș": "sh", "š": "sh", "ŝ": "shch", "ç": "ch", "č": "ch", "ž": "zh", "ż": "zh", "ñ": "n",
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "ng", "ə": "a",
    "ħ": "h",
}  # fmt: skip
_NO_APOSTROPHES = str.maketrans("", "", _APOSTROPHES)
_PALLADIUS = (
    ("чж", "ж"),
    ("цзи", "джи"),
    ("цзь", "джь"),
    ("цзю", "джю"),
    ("цзя", "джя"),
    ("цзе", "дже"),
    ("цз", "з"),
)
_TO_LATIN = str.maketrans(_CYRILLIC | _MARKED) | _NO_APOSTROPHES
_TO_LATIN_BY_ISO_9 = _TO_LATIN | str.maketrans({"c": "ts", "j": "i", "â": "ia", "û": "iu"})
_ISO_9_LETTERS = re.compile("[žčšŝʹʺ]|^[âû]")

_SOUNDS = {
    "shch": "sh", "sch": "sh", "tsch": "ch", "tch": "ch", "ch": "ch", "dzh": "j", "dj": "j", "zh": "j",
    "kh": "h", "gh": "g", "ck": "k", "ce": "se", "ci": "si", "cy": "si",
    "c": "k", "q": "k", "w": "v", "x": "ks", "y": "i",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_ALIKE = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"th", "t"),
        (r"ph", "f"),
        (r"([a-z])\1+", r"\1"),
        (r"(?<=[aeiou]n)g", ""),
        (r"ij|(?<=[aeou])j(?![aeiou])", "i"),
        (r"ie|(?<=[^aeiou])io", "e"),
        (r"([a-z])\1+", r"\1"),
    )
)
# What the last letters typed may yet become: their ending, how much of the key it made, what replaces that.
_TURNS = (
    ("z", 1, "j"), ("d", 1, "j"), ("dz", 2, "j"), ("k", 1, "h"), ("p", 1, "f"), ("c", 1, "s"), ("c", 1, "ch"),
    ("sc", 2, "sh"), ("tc", 2, "ch"), ("tsc", 3, "ch"), ("shc", 1, ""), ("zh", 1, "j"), ("j", 1, "j"),
    ("ch", 2, "j"), ("ts", 2, "j"), ("ts", 2, "z"), ("x", 2, "s"),
)  # fmt: skip


def tokens(text: str) -> tuple[str, ...]:
    """The keys under which a text is indexed: those of its words, and of other ways to write some of them.

    These are a word with hyphens written as one (Kassymjomart), and a marked letter typed without its mark
    (Sahin for Şahin).
    """
    keys = dict.fromkeys(token for word in _WORD.findall(text) for token in _tokens_of(word))
    if "-" in text or "‐" in text or "‑" in text:
        keys.update(dict.fromkeys(key(compound) for compound in _COMPOUND.findall(text)))
    return tuple(keys)


@lru_cache(maxsize=1 << 16)
def _tokens_of(word: str) -> tuple[str, ...]:
    own = (key(word),) if key(word) else ()
    return own if word.isascii() else tuple(dict.fromkeys((*own, *words(plain(word)))))


def words(text: str) -> tuple[str, ...]:
    """The key of each word, in order; names are the same after folding when these are, in any order."""
    return tuple([folded for word in _WORD.findall(text) if (folded := key(word))])


def split(text: str) -> tuple[str, ...]:
    """The words of a text as they are written; signs and what has no key are left out."""
    return tuple(word for word in _WORD.findall(text) if key(word))


@lru_cache(maxsize=1 << 10)
def prefixes(word: str) -> tuple[str, ...]:
    """The beginnings that a key may have when its word begins with `word`, which may be typed half.

    Mostly it is the one key of `word`; but k may become kh, z zh, d dzh, and y ye.
    """
    folded, latin = key(word), _latin(word)
    turned = [folded[:-taken] + by for ending, taken, by in _TURNS if latin.endswith(ending)]
    if folded.endswith("i"):
        turned.append(folded[:-1] + "e")
    return tuple(dict.fromkeys(beginning for beginning in (folded, *turned) if beginning))


def plain(text: str) -> str:
    """The text in its own script, lower case, without diacritics and apostrophes: what was typed exactly."""
    return text.translate(_PLAIN)


class _Plainly(dict[int, str]):
    """What each letter is plainly, for `str.translate`: it is the same whatever stands beside it."""

    def __missing__(self, letter: int) -> str:
        parted = unicodedata.normalize("NFKD", chr(letter).casefold()).translate(_NO_APOSTROPHES)
        self[letter] = _without_marks(parted)
        return self[letter]


_PLAIN = _Plainly()


def spans(text: str, typed: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """The stretches of a text, as (start, end), that begin as the typed words (`split` of a query) do.

    A word of the text is marked as far as it was typed: Рахмет marks “Rakhmet” in “Rakhmetullin”.
    """
    if not text:
        return ()
    wanted = _wanted(tuple(typed))
    found = []
    for start, word, plainly, folded in _forms(text) if len(text) <= _SHORT else _forms_of(text):
        reach = 0
        for begun, beginnings in wanted:
            if plainly.startswith(begun) and len(plainly) == len(word):
                reach = max(reach, len(begun))
            elif folded.startswith(beginnings):
                reach = max(reach, _covered(word, beginnings))
        if reach:
            found.append((start, start + reach))
    return tuple(found)


def _covered(word: str, beginnings: tuple[str, ...]) -> int:
    """How many letters of `word`, whose key begins so, it takes for that."""
    ends = (end for end in range(1, len(word)) if key(word[:end]).startswith(beginnings))
    return next((end for end in ends if not unicodedata.combining(word[end])), len(word))


@lru_cache(maxsize=1 << 8)
def _wanted(typed: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Typed words, each plainly and as the keys that it may begin."""
    return tuple((plain(word), prefixes(word)) for word in dict.fromkeys(typed) if key(word))


def _forms_of(text: str) -> tuple[tuple[int, str, str, str], ...]:
    """The words of a text: where each begins, as it stands, plainly, and its key."""
    words = ((match.start(), match.group()) for match in _WORD.finditer(text))
    return tuple((start, word, _plain_word(word), key(word)) for start, word in words)


_forms = lru_cache(maxsize=1 << 12)(_forms_of)


@lru_cache(maxsize=1 << 16)
def _plain_word(word: str) -> str:
    return plain(word)


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """The key of one word; empty where it has no letter and no digit."""
    folded = _SOUND.sub(lambda match: _SOUNDS[match.group()], _latin(word))
    for pattern, by in _ALIKE:
        folded = pattern.sub(by, folded)
    return folded if folded.isascii() else "".join(_as_ascii(folded))


def _latin(word: str) -> str:
    """The word in lower-case Latin letters as far as the tables go; only letters and digits are left."""
    if word.isascii():
        lowered = word.lower()
        if lowered.startswith("xi"):
            lowered = "s" + lowered[1:]
    else:
        composed = unicodedata.normalize("NFC", word.casefold())
        if "ж" in composed or "з" in composed:
            for russian, by in _PALLADIUS:
                composed = composed.replace(russian, by)
        table = _TO_LATIN_BY_ISO_9 if _ISO_9_LETTERS.search(composed) else _TO_LATIN
        parted = unicodedata.normalize("NFKD", composed.translate(table)).lower()
        lowered = _without_marks(parted).translate(_TO_LATIN)
    return lowered if lowered.isalnum() else "".join(filter(str.isalnum, lowered))


def _without_marks(parted: str) -> str:
    """The text without combining marks; the short way knows those of Latin, Greek and Cyrillic."""
    if max(parted, default="") < _BEYOND_CYRILLIC:
        return _MARKS.sub("", parted)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _as_ascii(folded: str) -> Iterator[str]:
    """Letters of other scripts as code points; no key has an x of its own, so they are told apart."""
    return (letter if letter.isascii() else f"x{ord(letter):05x}" for letter in folded)
