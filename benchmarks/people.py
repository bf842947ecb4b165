"""Makes any number of realistic people, the same every time: names in each script, agencies, contacts.

Two thirds are Kazakh and Russian names, the rest European and Asian. Families and offices are as uneven as in
life: a few are very common. Nobody is real. Run: .venv/bin/python -m benchmarks.people FILE NUMBER
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import name_parts as parts
from benchmarks.arguments import given
from dossier.model.dates import parse_date
from dossier.model.records import (
    Event,
    Name,
    Organization,
    Text,
)
from dossier.store import Dossier
from dossier.store.engine import make_engine

SEED = 2026
_NEWEST = date(2026, 11, 1)
_STEP = 3
_MOST_ROWS = 20_000
_COLUMNS = {
    "person": (),
    "name": ("of", "text", "language", "name_kind"),
    "post": ("person", "organization"),
    "text": ("of", "field", "language", "text"),
    "attestation": ("post", '"on"', "on_earliest", "on_latest"),
    "contact_point": ("of", "contact_kind", "value"),
    "note": ("of", "text"),
    "participation": ("event", "party", "role"),
}
_KAZAKH_LETTERS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + "әғқңөұүһі",
        (
            *"a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch".split(),
            *("", "y", "", "e", "yu", "ya"),
            *"a gh q ng o u u h i".split(),
        ),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Invented:
    """A person to be: forms of the name as (text, language, kind), post, agency (its place in a list)."""

    names: tuple[tuple[str, str, str], ...]
    title: tuple[str, str]
    agency: int
    phone: str
    email: str
    note: str
    attested: date | None
    met: date | None


def people(number: int, agencies: int, seed: int = SEED) -> Iterator[Invented]:
    """The first `number` people; those of a smaller number are the first of a greater one."""
    chance = Random(seed)
    makers = (_kazakh, _russian, _european, _chinese, _asian)
    for count in range(number):
        names = chance.choices(makers, (45, 25, 14, 6, 10))[0](chance)
        latin = next(text for text, language, _ in names if language == "en")
        seen = _NEWEST - timedelta(days=int(chance.expovariate(1 / 900)))
        yield Invented(
            names=names,
            title=_pair(_uneven(chance, parts.TITLES)),
            agency=min(int(chance.expovariate(8 / agencies)), agencies - 1),
            phone=f"+7 7{chance.randrange(10**9):09d}",
            email=f"{'.'.join(word for word in latin.lower().split() if word.isascii())}{count}@example.org",
            note=" ".join(_uneven(chance, parts.NOTE_WORDS) for _ in range(20)),
            attested=seen if chance.random() < 0.5 else None,
            met=seen if chance.random() < 0.03 else None,
        )


@dataclass(frozen=True, slots=True)
class Agency:
    """An organization to be; `parent` is the place of the one above it in the same list."""

    kind: str
    names: tuple[tuple[str, str, str], ...]
    parent: int | None


def agencies(number: int, seed: int = SEED) -> list[Agency]:
    """Ministries with departments and divisions in many cities, and bodies of all kinds."""
    chance, made, seen = Random(seed), list[Agency](), set[str]()
    for subject in parts.SUBJECTS:
        english, russian = _pair(subject)
        initials = "M" + "".join(word[0] for word in english.split())
        names = ((f"Ministry of {english}", "en", "official"), (f"Министерство {russian}", "ru", "official"))
        made.append(Agency("ministry", (*names, (initials, "en", "acronym")), None))
    while len(made) < number:
        agency = _unit(chance, made) if chance.random() < 0.7 else _body(chance)
        if agency.names[0][0] not in seen:
            seen.add(agency.names[0][0])
            made.append(agency)
    return made[:number]


def _unit(chance: Random, made: list[Agency]) -> Agency:
    above = chance.randrange(len(parts.SUBJECTS))
    (subject, of), (function, what) = _pair(parts.SUBJECTS[above]), _pair(chance.choice(parts.FUNCTIONS))
    city, in_city = _pair(chance.choice(parts.CITIES))
    number = chance.randrange(1, 9)
    word, слово = chance.choice(
        (("Department", "Департамент"), ("Division", "Отдел"), ("Committee", "Комитет"))
    )
    names = (
        (f"{word} {number} of {function}, {subject}, {city}", "en", "official"),
        (f"{слово} {number} {what} {of} {in_city}", "ru", "official"),
    )
    return Agency("unit", names, above)


def _body(chance: Random) -> Agency:
    (word, слово), (body, тело) = _pair(chance.choice(parts.BODY_WORDS)), _pair(chance.choice(parts.BODIES))
    city, in_city = _pair(chance.choice(parts.CITIES))
    number = chance.randrange(1, 30)
    names = (
        (f"{word} {body} {number} of {city}", "en", "official"),
        (f"{тело} «{слово}» {number} {in_city}", "ru", "official"),
    )
    return Agency("other", names, None)


def _kazakh(chance: Random) -> tuple[tuple[str, str, str], ...]:
    woman = chance.random() < 0.5
    given = _uneven(chance, parts.KAZAKH_WOMEN if woman else parts.KAZAKH_MEN)
    father = _uneven(chance, parts.KAZAKH_MEN)
    root = _family_root(chance, "kazakh")
    way = chance.random()
    if way < 0.7:
        family = root + ("ов" if root[-1] not in "йьіие" else "ев") + ("а" if woman else "")
    elif way < 0.85:
        family = root + ("қызы" if woman else "ұлы")
    else:
        family = root
    patronymic = f"{father}{'қызы' if woman else 'ұлы'}" if chance.random() < 0.5 else ""
    kazakh = f"{given} {patronymic} {family}".replace("  ", " ")
    russian = _russian_of(f"{given} {family}")
    forms = [(kazakh, "kk-Cyrl", "official"), (_latin(russian, chance), "en", "transliteration")]
    if russian != kazakh:
        forms.append((russian, "ru", "transliteration"))
    return tuple(forms)


def _russian(chance: Random) -> tuple[tuple[str, str, str], ...]:
    woman = chance.random() < 0.5
    given = _uneven(chance, parts.RUSSIAN_WOMEN if woman else parts.RUSSIAN_MEN)
    if chance.random() < 0.3:
        family = _uneven(chance, parts.RUSSIAN_FAMILIES) + ("а" if woman else "")
    else:
        family = _family_root(chance, "russian") + chance.choice(parts.RUSSIAN_ENDS)[woman]
    patronymic = _patronymic(_uneven(chance, parts.RUSSIAN_MEN), woman) if chance.random() < 0.6 else ""
    russian = f"{given} {patronymic} {family}".replace("  ", " ")
    latin = _latin(f"{given} {family}", chance)
    return (russian, "ru", "official"), (latin, "en", "transliteration")


def _european(chance: Random) -> tuple[tuple[str, str, str], ...]:
    given = _pair(_uneven(chance, chance.choice((parts.EUROPEAN_MEN, parts.EUROPEAN_WOMEN))))
    if chance.random() < 0.5:
        family = _pair(_uneven(chance, parts.EUROPEAN_FAMILIES))
    else:
        start, end = _pair(chance.choice(parts.EUROPEAN_ROOTS)), _pair(chance.choice(parts.EUROPEAN_ENDS))
        family = (start[0] + end[0], start[1] + end[1])
    return _two_scripts(given, family)


def _chinese(chance: Random) -> tuple[tuple[str, str, str], ...]:
    family = _pair(_uneven(chance, parts.CHINESE_FAMILIES))
    syllables = [_pair(chance.choice(parts.CHINESE_SYLLABLES)) for _ in range(chance.choice((1, 2, 2)))]
    latin = "".join(syllable[0] for syllable in syllables).capitalize()
    cyrillic = "".join(syllable[1] for syllable in syllables).capitalize()
    return _two_scripts(family, (latin, cyrillic))


def _asian(chance: Random) -> tuple[tuple[str, str, str], ...]:
    return _two_scripts(
        _pair(_uneven(chance, parts.ASIAN_GIVEN)), _pair(_uneven(chance, parts.ASIAN_FAMILIES))
    )


def _two_scripts(first: tuple[str, str], second: tuple[str, str]) -> tuple[tuple[str, str, str], ...]:
    latin, cyrillic = (f"{one} {other}" for one, other in zip(first, second, strict=True))
    return (latin, "en", "official"), (cyrillic, "ru", "transliteration")


@cache
def _roots(of: str) -> list[str]:
    if of == "kazakh":
        made = [start + end for start in parts.KAZAKH_ROOTS for end in parts.KAZAKH_ENDS] + parts.KAZAKH_MEN
    else:
        made = [start + middle for start in parts.RUSSIAN_ROOTS for middle in parts.RUSSIAN_MIDDLES]
        made += [root + end for root in made for end in ("ик", "ов", "ен", "уш", "ч", "к")]
    Random(SEED).shuffle(made)
    return made


def _family_root(chance: Random, of: str) -> str:
    return _uneven(chance, _roots(of))


def _uneven(chance: Random, choices: "list[str]") -> str:
    """A few choices come often, most come seldom."""
    return choices[int(len(choices) * chance.random() ** 2.5)]


def _pair(text: str) -> tuple[str, str]:
    first, second = text.replace("_", " ").split("/")
    return first, second


def _russian_of(kazakh: str) -> str:
    return kazakh.translate(_KAZAKH_LETTERS)


def _patronymic(father: str, woman: bool) -> str:
    if father[-1] in "йь":
        return father[:-1] + ("евна" if woman else "евич")
    if father[-1] in "ая":
        return father[:-1] + ("ична" if woman else "ич")
    return father + ("овна" if woman else "ович")


def _latin(cyrillic: str, chance: Random) -> str:
    """As one passport office or another would write it."""
    style = chance.randrange(4)
    text = cyrillic.lower()
    if style == 1:
        text = text.replace("жо", "jo").replace("ж", "j").replace("х", "h").replace("ий", "y")
    elif style == 2:
        text = text.replace("ев", "yev").replace("ия", "iya").replace("й", "i")
    elif style == 3:
        text = text.replace("я", "ia").replace("ю", "iu").replace("ё", "e").replace("й", "i")
    return " ".join(
        "".join(_LATIN.get(letter, letter) for letter in word).capitalize() for word in text.split()
    )


def fill(dossier: Dossier, number: int) -> None:
    """Write that many people with all that belongs to them.

    Agencies and events go the usual way; people go past it, as rows, since what is measured is search.
    """
    with dossier.edit("Agencies and events") as edit:
        units = agencies(max(40, min(8_000, number // 100)))
        pks = list[int]()
        for agency in units:
            above = None if agency.parent is None else pks[agency.parent]
            pks.append(edit.add(Organization(organization_kind=agency.kind, parent=above)))
            for text, language, kind in agency.names:
                edit.add(Name(of=pks[-1], text=text, language=language, name_kind=kind))
        days = [_NEWEST - timedelta(days=count) for count in range(0, 4000, _STEP)]
        events = {
            day: edit.add(Event(event_kind="meeting", date=parse_date(day.isoformat()))) for day in days
        }
        for day, event in events.items():
            edit.add(Text(of=event, field="title", language="en", text=f"Meeting of {day:%d %B %Y}"))
    connection: Any = make_engine(dossier.path).raw_connection().driver_connection
    connection.execute("BEGIN")
    rows = Rows(connection, pks, events)
    for person in people(number, len(units)):
        rows.add(person)
    rows.write()
    connection.execute("COMMIT")
    connection.close()
    dossier.rebuild_index()


class Rows:
    """People as rows of the tables, written in bulk."""

    def __init__(self, connection: Any, units: list[int], events: dict[date, int]) -> None:
        self._connection = connection
        self._units = units
        self._events = events
        self._pk = connection.execute("SELECT max(pk) FROM record").fetchone()[0]
        self._rows: dict[str, list[tuple[Any, ...]]] = {}

    def add(self, person: Invented) -> None:
        pk = self._row("person")
        for text, language, kind in person.names:
            self._row("name", pk, text, language, kind)
        post = self._row("post", pk, self._units[person.agency])
        for language, text in zip(("en", "ru"), person.title, strict=True):
            self._row("text", post, "title", language, text)
        if person.attested:
            self._row("attestation", post, *[person.attested.isoformat()] * 3)
        self._row("contact_point", pk, "phone", person.phone)
        self._row("contact_point", pk, "email", person.email)
        self._row("note", pk, person.note)
        if person.met:
            met = _NEWEST - timedelta(days=(_NEWEST - person.met).days // _STEP * _STEP)
            if met in self._events:
                self._row("participation", self._events[met], pk, "guest")
        if len(self._rows["person"]) >= _MOST_ROWS:
            self.write()

    def write(self) -> None:
        for kind, rows in self._rows.items():
            columns = ", ".join(("pk", *_COLUMNS[kind]))
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {kind} ({columns}) VALUES ({marks})", rows)
            records = ((pk, f"01930000-0000-7000-8000-{pk:012x}", kind) for pk, *_ in rows)
            self._connection.executemany("INSERT INTO record (pk, id, kind) VALUES (?, ?, ?)", records)
        self._rows.clear()

    def _row(self, kind: str, *values: Any) -> int:
        self._pk += 1
        self._rows.setdefault(kind, []).append((self._pk, *values))
        return int(self._pk)


def main() -> None:
    told = given(__doc__, file=Path, people=int)
    path, number = told.file, told.people
    start = time.perf_counter()
    with Dossier.create(path) as dossier:
        fill(dossier, number)
    seconds = time.perf_counter() - start
    size = path.stat().st_size / 1e6
    print(f"{path}: {number} people in {seconds:.0f} s ({seconds / number * 1e6:.0f} µs each), {size:.0f} MB")


if __name__ == "__main__":
    main()
