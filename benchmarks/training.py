"""Wrote the many of the training dossier once, people of the staff and meetings; edit what it wrote by hand.

Everybody is invented: names are drawn as in `benchmarks.people`, phones are +7 700 000 and a running number,
e-mails end in example.org. Run: .venv/bin/python -m benchmarks.training
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.people import Invented, people

HEAD = (
    "# TRAINING – fictional: nobody and nothing here is real but the places. УЧЕБНОЕ – вымысел. "
    "ОҚУ ҮШІН – ойдан шығарылған.\n# Written once by benchmarks/training.py; edit it by hand.\n\n"
)
NUMBER, MEETINGS, SEED = 288, 30, 1401
NEW, OLD = "2026-09-01", "2023-01-15"
_FIRST = date(2024, 9, 2)
_LANGUAGES = ("en", "ru", "kk")


@dataclass(frozen=True, slots=True)
class Unit:
    """An organization of the ministry: its paragraph in the directory, names by language, region."""

    slug: str
    paragraph: int
    names: tuple[str, str, str]
    region: str = ""


def _division(paragraph: int, region: str, english: str, russian: str, kazakh: str) -> Unit:
    names = (f"Division of Wells, {english}", f"Отдел колодцев {russian}", f"{kazakh} Құдықтар бөлімі")
    return Unit(f"division-{region}", paragraph, names, region)


UNITS = (
    Unit("rivers", 2, ("Department of Rivers", "Департамент рек", "Өзендер департаменті")),
    Unit("winds", 3, ("Department of Winds", "Департамент ветров", "Желдер департаменті")),
    Unit("wells", 4, ("Department of Wells", "Департамент колодцев", "Құдықтар департаменті")),
    Unit("press", 5, ("Press Service", "Пресс-служба", "Баспасөз қызметі")),
    _division(6, "kyzylorda", "Kyzylorda", "по Кызылординской области", "Қызылорда облысы бойынша"),
    _division(7, "turkistan", "Turkistan", "по Туркестанской области", "Түркістан облысы бойынша"),
    _division(8, "abai", "Abai", "по области Абай", "Абай облысы бойынша"),
    _division(9, "zhetisu", "Zhetisu", "по области Жетісу", "Жетісу облысы бойынша"),
    _division(10, "ulytau", "Ulytau", "по области Ұлытау", "Ұлытау облысы бойынша"),
    _division(11, "mangystau", "Mangystau", "по Мангистауской области", "Маңғыстау облысы бойынша"),
    _division(12, "pavlodar", "Pavlodar", "по Павлодарской области", "Павлодар облысы бойынша"),
    _division(13, "almaty-region", "Almaty Region", "по Алматинской области", "Алматы облысы бойынша"),
)
HEAD_OF = ("Head of Division", "Начальник отдела", "Бөлім басшысы")
TITLES = (
    ("Deputy Head", "Заместитель начальника", "Басшының орынбасары"),
    ("Chief Expert", "Главный эксперт", "Бас сарапшы"),
    ("Expert", "Эксперт", "Сарапшы"),
    ("Engineer", "Инженер", "Инженер"),
    ("Well Keeper", "Смотритель колодцев", "Құдық күтушісі"),
    ("Wind Gauger", "Измеритель ветра", "Жел өлшеуші"),
    ("Lawyer", "Юрист", "Заңгер"),
    ("Accountant", "Бухгалтер", "Есепші"),
    ("Assistant", "Помощник", "Көмекші"),
)
TOPICS = (
    ("wells", "колодцах", "Құдықтар", "clear-wells"),
    ("windmills", "ветряках", "Жел қондырғылары", "wind-for-schools"),
    ("lanterns", "фонарях", "Шамдар", "lanterns"),
    ("quiet rivers", "тихих реках", "Тынық өзендер", "quiet-rivers"),
)
REMARKS = (
    ("Answers letters at once.", "TLP:GREEN"),
    ("Prefers to be called in the afternoon.", ""),
    ("Knows where the old maps are.", "TLP:AMBER"),
    ("Speaks Kazakh, Russian and English.", ""),
    ("Do not mention the flood of last spring.", "TLP:AMBER+STRICT"),
)


def staff() -> Iterator[str]:
    """The directories, then people of every unit: head, deputies, experts, and some who were there before."""
    chance = Random(SEED)
    yield _directories()
    for number, person in enumerate(people(NUMBER, len(UNITS), SEED), 1):
        yield _person(chance, number, person, UNITS[number % len(UNITS)])


def _directories() -> str:
    first = (
        "Minister Aspan Zhelkanatov, in office since March 2023; reception and First Deputy Minister.",
        "Министр Аспан Желканатов, в должности с марта 2023 года; приёмная, первый заместитель министра.",
        "Министр Аспан Желқанатов, 2023 жылғы наурыздан бері; қабылдау, министрдің бірінші орынбасары.",
    )
    text = _source("directory", "Directory of the Ministry of Rivers and Winds, autumn 2026", NEW)
    text += _paragraph("directory", 1, first)
    for unit in UNITS:
        english, russian, kazakh = unit.names
        words = (f"{english}: the staff.", f"{russian}: сотрудники.", f"{kazakh}: қызметкерлер.")
        text += _paragraph("directory", unit.paragraph, words)
    text += _source("old-directory", "Directory of the Ministry of Rivers, January 2023", OLD)
    old = (
        (
            "Minister Vera Oblakova; reception.",
            "Министр Вера Облакова; приёмная.",
            "Министр Вера Облакова; қабылдау.",
        ),
        (
            "Department of Winds: Aspan Zhelkanatov, head since 2018.",
            "Департамент ветров: начальник Аспан Желканатов, с 2018 года.",
            "Желдер департаменті: басшысы Аспан Желқанатов, 2018 жылдан.",
        ),
        (
            "Department of Rivers: Tikhon Rechkin, head; the staff.",
            "Департамент рек: начальник Тихон Речкин; сотрудники.",
            "Өзендер департаменті: басшысы Тихон Речкин; қызметкерлер.",
        ),
        (
            "Press service: Ruslan Tikhov; the staff of all other units.",
            "Пресс-служба: Руслан Тихов; сотрудники прочих подразделений.",
            "Баспасөз қызметі: Руслан Тихов; басқа бөлімшелердің қызметкерлері.",
        ),
    )
    return text + "".join(_paragraph("old-directory", number, words) for number, words in enumerate(old, 1))


def _person(chance: Random, number: int, person: Invented, unit: Unit) -> str:
    is_old = chance.random() < 0.3
    cite = f"old-directory {3 if unit.slug == 'rivers' else 4}" if is_old else f"directory {unit.paragraph}"
    day, slug = (OLD if is_old else NEW), f"staff-{number}"
    is_head = number <= len(UNITS) and bool(unit.region) and not is_old
    title = HEAD_OF if is_head else chance.choice(TITLES)
    lines = [f"[person.{slug}]", "names = ["]
    lines += [
        f'  {{ text = "{text}", language = "{language}", kind = "{kind}", cite = "{cite}" }},'
        for text, language, kind in person.names
    ]
    lines += ["]", *_contacts(chance, number, day, cite)]
    if chance.random() < 0.12:
        words, marking = chance.choice(REMARKS)
        mark = f', marking = "{marking}"' if marking else ""
        lines.append(f'notes = [{{ text = "{words}"{mark} }}]')
    lines += [f'cite = "{cite}"', "", f"[[person.{slug}.posts]]", f'organization = "{unit.slug}"']
    lines += [f'title.{code} = "{text}"' for code, text in zip(_LANGUAGES, title, strict=True)]
    if unit.region:
        lines.append(f'place = "{unit.region}"')
    if is_old and chance.random() < 0.5:
        lines += [f'held = "../{chance.randrange(2023, 2026)}"', f'cite.held = "directory {unit.paragraph}"']
    lines.append(f'attested = [{{ on = "{day}", cite = "{cite}" }}]')
    if is_head:
        lines.append(f'remits = [{{ place = "{unit.region}", cite = "{cite}" }}]')
    return "\n".join([*lines, f'cite.organization = "{cite}"', f'cite.title = "{cite}"']) + "\n\n"


def _contacts(chance: Random, number: int, day: str, cite: str) -> list[str]:
    points = []
    if chance.random() < 0.7:
        points.append(("phone", f"+7 700 000 {10 + number // 100} {number % 100:02}"))
    if chance.random() < 0.6:
        points.append(("email", f"staff{number}@rivers.example.org"))
    if not points:
        return []
    rows = [
        f'  {{ kind = "{kind}", value = "{value}", confirmed = "{day}", cite = "{cite}" }},'
        for kind, value in points
    ]
    return ["contacts = [", *rows, "]"]


def meetings() -> Iterator[str]:
    """Meetings of the divisions over two years, each with minutes, a few of the staff, and what was said."""
    chance = Random(SEED + 1)
    minutes, told = _source("minutes", "Minutes of the divisions of wells", "2026-10-30"), ""
    divisions = [unit for unit in UNITS if unit.region]
    for number in range(1, MEETINGS + 1):
        unit, day = (
            chance.choice(divisions),
            _FIRST + timedelta(days=25 * number - chance.randrange(20)),
        )
        english, russian, kazakh, initiative = chance.choice(TOPICS)
        titles = (
            f"Meeting on {english}, no. {number}",
            f"Совещание о {russian}, № {number}",
            f"{kazakh} туралы кеңес, № {number}",
        )
        minutes += _paragraph("minutes", number, titles)
        told += _meeting(chance, number, unit, day, titles)
        if number % 3 == 0:
            told += _statement(number, day, unit, initiative, (english, russian, kazakh))
    yield minutes
    yield told


def _meeting(chance: Random, number: int, unit: Unit, day: date, titles: tuple[str, str, str]) -> str:
    here = [at for at in range(1, NUMBER + 1) if UNITS[at % len(UNITS)] is unit]
    cite = f"minutes {number}"
    parties = [
        (unit.slug, "host"),
        *((f"staff-{at}", "participant") for at in sorted(chance.sample(here, 3))),
    ]
    rows = "".join(
        f'  {{ party = "{party}", role = "{role}", cite = "{cite}" }},\n' for party, role in parties
    )
    named = "".join(f'title.{code} = "{text}"\n' for code, text in zip(_LANGUAGES, titles, strict=True))
    return (
        f'[event.meeting-{number}]\nkind = "meeting"\ndate = "{day}"\nplace = "{unit.region}"\n{named}'
        f'participants = [\n{rows}]\ncite.kind = "{cite}"\ncite.title = "{cite}"\ncite.date = "{cite}"\n\n'
    )


def _statement(number: int, day: date, unit: Unit, initiative: str, topic: tuple[str, str, str]) -> str:
    cite = f"minutes {number}"
    return (
        f'[statement.said-at-{number}]\nnature = "described"\non = "{day}"\nevent = "meeting-{number}"\n'
        f'speakers = ["{unit.slug}"]\nabout = ["{initiative}", "{unit.region}"]\n'
        f'statement.en = "Spoke about {topic[0]} in the region."\n'
        f'statement.ru = "Речь шла о {topic[1]} в области."\n'
        f'statement.kk = "Өңірдегі тақырып: {topic[2].lower()}."\n'
        f'cite.nature = "{cite}"\ncite.statement = "{cite}"\ncite.on = "{cite}"\n\n'
    )


def _source(slug: str, title: str, day: str) -> str:
    return (
        f'[source.{slug}]\nkind = "document"\ntitle = "{title}"\npublished = "{day}"\nlanguage = "en"\n'
        f'fictional = true\ncite = "{slug} 1"\n\n'
    )


def _paragraph(source: str, number: int, words: tuple[str, str, str]) -> str:
    texts = "".join(f'summary.{code} = "{text}"\n' for code, text in zip(_LANGUAGES, words, strict=True))
    return f"[[source.{source}.paragraphs]]\nnumber = {number}\n{texts}\n"


def main() -> None:
    folder = Path(__file__).parents[1] / "seeds" / "training"
    for name, parts in (("staff", staff()), ("meetings", meetings())):
        (folder / f"{name}.toml").write_text(HEAD + "".join(parts).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
