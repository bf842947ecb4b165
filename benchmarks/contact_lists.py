# ruff: noqa: E501
"""Makes lists of contacts as ministries have them, the same on every run: 100,000 rows hold some 850 namesakes.

Run: .venv/bin/python -m benchmarks.contact_lists ROWS OUT.csv
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

HEADER = (
    "name", "name_ru", "name_kk", "organization", "parent", "post", "since", "phone", "email", "address", "region",
    "notes",
)  # fmt: skip

KAZAKH = """Ахмет Серік Ермек Нұрлан Бекзат Жақып Оспан Сапар Қасым Тоқтар Сұлтан Есен Мұқан Әбдір Байжан Кенже Төлеген
Досжан Амангелді Қайрат Жұма Сәрсен Ораз Тілеу Балта Құдайберген Нұрғали Ысқақ Рахым Смағұл Әлім Мырза Жанұзақ Бөлек
Шәріп Ғабит Қожа Тұяқ Үсен Айтбай Бердіқұл Дәулет Еркін Жамбыл Зейнолла Кәрім Қуаныш Мұрат Әшім Өтеген Сағын Тұрар
Ұзақ Хамит Шоқан Ілияс Мәлік Темір Ерлан Бақыт Асқар Марат Дархан Айбек Самат""".split()
KAZAKH_MEN = """Ерлан Нұрлан Бақыт Асқар Марат Дархан Айбек Самат Қайрат Мұрат Талғат Болат Серік Арман Данияр Әлихан
Тимур Руслан Азамат Бауыржан Ғалым Жандос Қанат Мирас Олжас Рүстем Саят Темірлан Шыңғыс Ілияс Ерболат
Нұрсұлтан""".split()
KAZAKH_WOMEN = """Айгүл Гүлнар Динара Жанар Әсел Айжан Сәуле Мәдина Алия Бота Гүлмира Ақмарал Жұлдыз Зарина Камила
Қарлығаш Ләззат Меруерт Назгүл Перизат Раушан Салтанат Толқын Шынар Айгерім Дана Индира Әйгерім Балжан
Гүлжан""".split()
RUSSIAN = """Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Федоров Морозов Волков Алексеев
Лебедев Семенов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьев Борисов
Яковлев Григорьев Романов Воробьев Сергеев Кузьмин Фролов Александров Дмитриев Королев Гусев Киселев Ильин Максимов
Поляков Сорокин Виноградов Ковалев Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов
Беляев""".split()
RUSSIAN_MEN = """Александр Сергей Владимир Андрей Алексей Дмитрий Николай Евгений Михаил Юрий Виктор Игорь Олег Павел
Константин Вадим Роман Денис Антон Максим Илья Кирилл Станислав Геннадий Валерий""".split()
RUSSIAN_WOMEN = """Елена Ольга Наталья Ирина Светлана Татьяна Марина Анна Людмила Екатерина Юлия Галина Надежда
Валентина Вера Оксана Лариса Ксения Мария Дарья Анастасия Виктория Алла Инна""".split()
FATHERS = """Сергеев Андреев Владимиров Николаев Викторов Михайлов Юрьев Иванов Петров Серик Болат Марат Ерлан Нурлан
Кайрат Бахыт Аскар Самат Мурат Талгат""".split()
ENGLISH = """Smith Johnson Brown Taylor Wilson Davies Evans Thomas Roberts Walker Wright Thompson White Hughes Edwards
Green Hall Wood Harris Clarke Müller Schmidt Fischer Weber Meyer Dubois Moreau Lefèvre Rossi Bianchi García Fernández
Silva Santos Andersen Johansson Nowak Kowalska Tanaka Suzuki Kim Park Li Wang Nguyen Şahin Yılmaz""".split()
ENGLISH_GIVEN = """James John Robert Michael William David Richard Thomas Charles Mary Patricia Jennifer Linda Elizabeth
Barbara Susan Jessica Sarah Karen Nancy Anna Maria Paul Peter Laura Sofia Yuki Wei Min José François Jürgen""".split()
MINISTRIES = """иностранных дел|внутренних дел|юстиции|финансов|здравоохранения|просвещения|науки и высшего образования|
энергетики|транспорта|сельского хозяйства|экологии и природных ресурсов|труда и социальной защиты населения|
культуры и информации|туризма и спорта|национальной экономики|промышленности и строительства|обороны|
по чрезвычайным ситуациям|торговли и интеграции|водных ресурсов и ирригации""".replace("\n", "").split("|")
UNITS = """международного сотрудничества|правового обеспечения|кадровой работы|финансов и бюджета|цифровизации|
внутреннего аудита|стратегического планирования|государственных закупок|информационной безопасности|
протокола""".replace("\n", "").split("|")
REGIONS = """Абайская область|Акмолинская область|Актюбинская область|Алматинская область|Атырауская область|
Западно-Казахстанская область|Жамбылская область|Жетысуская область|Карагандинская область|Костанайская область|
Кызылординская область|Мангистауская область|Павлодарская область|Северо-Казахстанская область|
Туркестанская область|Улытауская область|Восточно-Казахстанская область|Астана|Алматы|
Шымкент""".replace("\n", "").split("|")
POSTS = """Руководитель управления|Заместитель руководителя|Главный эксперт|Эксперт|Главный специалист|Специалист|
Советник|Помощник|Директор департамента|Заместитель директора|Консультант|Начальник отдела|Инспектор|Главный бухгалтер|
Пресс-секретарь""".replace("\n", "").split("|")
NOTES = """звонить до обеда|говорит по-казахски и по-английски|отвечает за визиты|готовит переговоры|был на встрече в июне|
связь через приёмную|в отпуске до конца месяца""".replace("\n", "").split("|")

_TO_RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноууhиАГКНОУУХИ".replace("h", "х"))
_TO_ENGLISH = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch . y . e yu ya yo".replace(".", "").split(
            " "
        ),
        strict=True,
    )
)


def rows(count: int, *, seed: int = 7) -> Iterator[tuple[str, ...]]:
    """The rows below the header."""
    random = Random(seed)
    agencies = _agencies(random, max(20, count // 165))
    for number in range(count):
        names, latin = _names(random)
        organization, parent, region = random.choice(agencies)
        yield (
            *names,
            organization,
            parent,
            random.choice(POSTS),
            _day(random) if random.random() < 0.3 else "",
            _phone(random) if random.random() < 0.8 else "",
            f"{latin}{number}@{random.choice(('mail', 'gov', 'example'))}.kz"
            if random.random() < 0.7
            else "",
            f"ул. Достык, {random.randint(1, 200)}" if random.random() < 0.2 else "",
            region if random.random() < 0.5 else "",
            random.choice(NOTES) if random.random() < 0.1 else "",
        )


def write_list(path: Path, count: int, *, seed: int = 7) -> None:
    """A CSV file with that many rows below its header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(count, seed=seed))


def _agencies(random: Random, count: int) -> list[tuple[str, str, str]]:
    """(name, parent, region): ministries with units, and offices of both in the regions."""
    found = [(f"Министерство {name}", "", "Астана") for name in MINISTRIES]
    number = 1
    while len(found) < count:
        ministry, unit = random.choice(MINISTRIES), random.choice(UNITS)
        region = random.choice(REGIONS)
        found.append((f"Управление {unit} № {number}, {region}", f"Министерство {ministry}", region))
        number += 1
    return found


def _names(random: Random) -> tuple[tuple[str, str, str], str]:
    """Name, Russian name and Kazakh name as a list has them, and the part of an e-mail before the number."""
    kind = random.random()
    woman = random.random() < 0.5
    if kind < 0.6:
        stem, given = random.choice(KAZAKH), random.choice(KAZAKH_WOMEN if woman else KAZAKH_MEN)
        kazakh = f"{stem}{'ова' if woman else 'ов'} {given}"
        russian = kazakh.translate(_TO_RUSSIAN)
    elif kind < 0.87:
        family, given = random.choice(RUSSIAN), random.choice(RUSSIAN_WOMEN if woman else RUSSIAN_MEN)
        kazakh = russian = f"{family}{'а' if woman else ''} {given}"
    else:
        name = f"{random.choice(ENGLISH_GIVEN)} {random.choice(ENGLISH)}"
        return (name, "", ""), name.split()[1].lower()
    latin = _latin(russian)
    if random.random() < 0.35:
        father = random.choice(FATHERS)
        russian += (
            f" {father}{'на' if woman else 'ич'}"
            if father.endswith("в")
            else f" {father}{'овна' if woman else 'ович'}"
        )
    shown = russian if random.random() < 0.6 else latin
    own = (shown, russian if shown is latin else "", kazakh if random.random() < 0.3 else "")
    return own, latin.split()[0].lower()


def _latin(text: str) -> str:
    return "".join(
        (_TO_ENGLISH.get(letter.lower(), letter)).capitalize()
        if letter.isupper()
        else _TO_ENGLISH.get(letter, letter)
        for letter in text
    )


def _phone(random: Random) -> str:
    code, rest = random.choice(("701", "702", "705", "707", "747", "775")), f"{random.randint(0, 9999999):07}"
    form = random.randrange(4)
    if form == 0:
        return f"+7 {code} {rest[:3]} {rest[3:5]} {rest[5:]}"
    if form == 1:
        return f"8 ({code}) {rest[:3]}-{rest[3:5]}-{rest[5:]}"
    return f"8{code}{rest}" if form == 2 else f"+7 ({code}) {rest[:3]} {rest[3:]}"


def _day(random: Random) -> str:
    return f"{random.randint(1, 28):02}.{random.randint(1, 12):02}.{random.randint(2012, 2025)}"


if __name__ == "__main__":
    write_list(Path(sys.argv[2]), int(sys.argv[1]))
