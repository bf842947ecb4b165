"""Sheets made by hand, with no dossier behind them: the shapes a sheet can have, in three languages."""

from dossier.views.values import Block, Line, Run, Sheet, SourceLine

NEWS = "News article, Astana, 20 June 2024"
LABELS = {
    "dossier": "Dossier",
    "sources": "Sources",
    "page": "Page {page} of {pages}",
    "nothing_left_out": "nothing left out",
    "left_out": "left out for space: {count} facts",
    "left_out_one": "left out for space: 1 fact",
    "unprintable": "characters shown as □: {count}",
    "date": "Date",
    "about": "About",
    "fact": "Details",
    "map": "Map of the regions. Shown: Abai, Zhetisu, Ulytau and Kyzylorda.",
    "KZ-10": "Abai",
    "KZ-33": "Zhetisu",
    "KZ-43": "Kyzylorda",
    "KZ-62": "Ulytau",
    "KZ-71": "Astana",
    "KZ-75": "Almaty",
}
REGIONS = ("KZ-10", "KZ-33", "KZ-62", "KZ-43")


def line(
    *runs: str | Run, cites: tuple[int, ...] = (1,), when: str = "", note: str = "", state: str = ""
) -> Line:
    made = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return Line(made, when, cites, (Run(note),) if note else (), state)


def source(number: int, text: str, *, document: int = 900, head: str = NEWS) -> SourceLine:
    return SourceLine(number, document, 1000 + number, head, text)


def sheet(name: str = "Nobody", *blocks: Block, **changes: object) -> Sheet:
    """The smallest sheet, with what a test is about changed."""
    values: dict[str, object] = {
        "pk": 1,
        "id": "01",
        "kind": "person",
        "kind_label": "Person",
        "language": "en",
        "name": name,
        "lead": (),
        "lead_cites": (),
        "other_names": "",
        "gist": None,
        "blocks": blocks,
        "sources": (),
        "as_of": "Information as of 20 June 2024",
        "printed": "Printed on 24 November 2026",
        "marking": "",
        "labels": LABELS,
    }
    return Sheet(**(values | changes))  # type: ignore[arg-type]


def wawiernia(**changes: object) -> Sheet:
    blocks = (
        Block(
            "statements",
            "Said and did",
            (
                line(
                    Run("Visit to the UN Plaza, Almaty.", bold=True),
                    " Spoke when First Deputy Foreign Minister ",
                    Run("Akan Rakhmetullin", pk=2),
                    " met UN representatives.",
                    when="19 June 2024",
                    cites=(1, 2),
                ),
                line(
                    "Spoke about joint projects in Abai, Zhetisu, Ulytau and Kyzylorda, above all for "
                    "socially vulnerable people, those with special needs among them.",
                    when="19 June 2024",
                ),
                line(
                    "UN representatives, as a group, expressed readiness to help Kazakhstan develop "
                    "sustainably, in the country and across the region.",
                    when="19 June 2024",
                    cites=(3,),
                ),
            ),
            "dated",
            3,
        ),
        Block(
            "initiatives",
            "Initiatives and regions",
            (line(Run("Joint projects for vulnerable people.", bold=True), " UNDP with Kazakhstan."),),
            "map",
            4,
            codes=REGIONS,
        ),
        Block(
            "posts",
            "Posts",
            (
                line(
                    Run("Resident Representative in Kazakhstan", bold=True),
                    ", ",
                    Run("UNDP", pk=7),
                    note="In post on 19 June 2024; not confirmed since. Start and end are not stated.",
                    state="stale",
                ),
            ),
            priority=1,
            side=True,
        ),
        Block(
            "contacts",
            "Contacts",
            empty="None in the dossier: no phone, e-mail or address.",
            priority=2,
            side=True,
        ),
        Block(
            "others",
            "Others at the visit",
            (
                line(
                    Run("Akan Rakhmetullin", pk=2, bold=True),
                    ", First Deputy Foreign Minister of Kazakhstan",
                    cites=(2,),
                ),
                line(Run("Rashed Sarwar", bold=True), ", UNICEF Representative in Kazakhstan", cites=(4,)),
            ),
            "bullets",
            5,
            side=True,
        ),
        Block(
            "background",
            "What lies behind it",
            (
                line("32 years of cooperation between Kazakhstan and the UN", cites=(5,)),
                line("UN agencies with a regional mandate sit in Almaty", cites=(6,)),
                line("The UN Secretary-General was due in Astana on 3–4 July 2024", cites=(7,)),
            ),
            "bullets",
            6,
            side=True,
        ),
    )
    values: dict[str, object] = {
        "lead": (
            Run("Resident Representative in Kazakhstan\n"),
            Run("UN Development Programme (UNDP)", 7, bold=True),
        ),
        "lead_cites": (1,),
        "gist": line(
            "Spoke about UNDP’s joint projects in four regions, above all for socially vulnerable people."
        ),
        "sources": (
            source(1, "par. 10: her post and the projects"),
            source(2, "par. 1: the visit of 19 June"),
            source(3, "par. 8: what the UN side said"),
            source(4, "par. 9: Sarwar’s post"),
            source(5, "par. 2: 32 years"),
            source(6, "par. 7: regional agencies"),
            source(7, "par. 3: the trip in July"),
        ),
        "marking": "TLP:CLEAR",
    }
    return sheet("Katarzyna Wawiernia", *blocks, **(values | changes))


RUSSIAN = {
    "dossier": "Досье",
    "sources": "Источники",
    "page": "Страница {page} из {pages}",
    "nothing_left_out": "ничего не опущено",
    "left_out": "не вошло: {count}",
    "unprintable": "знаков, показанных как □: {count}",
    "date": "Дата",
    "about": "О чём",
    "fact": "Сведения",
    "map": "Карта регионов.",
    "KZ-10": "Абай",
    "KZ-33": "Жетісу",
    "KZ-43": "Кызылординская",
    "KZ-62": "Ұлытау",
    "KZ-71": "Астана",
    "KZ-75": "Алматы",
}
KAZAKH = {
    "dossier": "Дерекнама",
    "sources": "Дереккөздер",
    "page": "{pages} беттің {page}-беті",
    "nothing_left_out": "ештеңе қалдырылмады",
    "left_out": "енгізілмеді: {count}",
    "unprintable": "□ болып көрсетілген таңбалар: {count}",
    "date": "Күні",
    "about": "Не туралы",
    "fact": "Мәліметтер",
    "map": "Өңірлер картасы. Қою түспен: Қызылорда; ашық түспен: Абай, Жетісу және Ұлытау.",
    "KZ-10": "Абай",
    "KZ-33": "Жетісу",
    "KZ-43": "Қызылорда",
    "KZ-62": "Ұлытау",
    "KZ-71": "Астана",
    "KZ-75": "Алматы",
}


def kyzylorda(**changes: object) -> Sheet:
    """A region, in Kazakh."""
    news = "Жаңалық мақаласы, Астана, 2024 жылғы 20 маусым"
    blocks = (
        Block(
            "map",
            "Картада",
            (
                line(
                    cites=(),
                    note="Қою: Қызылорда. Ашық: Абай, Жетісу, Ұлытау – сол жобалардың басқа өңірлері.",
                ),
            ),
            "map",
            1,
            codes=("KZ-43",),
            also=("KZ-10", "KZ-33", "KZ-62"),
        ),
        Block(
            "initiatives",
            "Бастамалар",
            (
                line(
                    Run("Халықтың осал топтарына арналған бірлескен жобалар.", bold=True),
                    " Әлеуметтік жағынан осал адамдарға, соның ішінде ерекше қажеттіліктері барларға қолдау.",
                    note="БҰҰДБ Қазақстанмен бірге. Сомалары мен мерзімдері айтылмаған.",
                ),
            ),
            priority=2,
        ),
        Block(
            "statements",
            "Не айтылды",
            (
                line(
                    Run("Katarzyna Wawiernia", pk=1, bold=True),
                    " (БҰҰДБ) Алматыдағы БҰҰ ғимаратында осы жобалар туралы айтты.",
                    when="2024 ж. 19 маусым",
                    cites=(1, 2),
                ),
            ),
            "dated",
            3,
        ),
        Block(
            "people",
            "Кімнен сұрауға болады",
            (
                line(
                    Run("Katarzyna Wawiernia", pk=1, bold=True),
                    ", БҰҰДБ-ның Қазақстандағы тұрақты өкілі",
                    note="2024 жылғы 19 маусымда қызметте; содан бері расталмаған.",
                    state="stale",
                ),
            ),
            priority=2,
            side=True,
        ),
        Block(
            "contacts",
            "Байланыс деректері",
            (
                line(Run("registry@example.org"), note="2024 жылғы 20 маусымда расталған"),
                line("https://example.org/kyzylorda", cites=(), state="unsourced"),
            ),
            priority=2,
            side=True,
        ),
        Block(
            "region",
            "Өңір",
            (
                line("KZ-43", when="ISO коды", cites=(3,)),
                line("Ақтөбе, Қарағанды, Түркістан, Ұлытау", when="Шектеседі", cites=(4,)),
            ),
            "dated",
            5,
            side=True,
        ),
    )
    values: dict[str, object] = {
        "pk": 43,
        "kind": "region",
        "kind_label": "Қазақстан өңірі, KZ-43",
        "language": "kk",
        "other_names": "Kyzylorda Region · Кызылординская область",
        "gist": line("БҰҰДБ мен Қазақстанның бірлескен жобалары жүргізілетін төрт өңірдің бірі."),
        "sources": (
            source(1, "10-абзац: өкіл және жобалар", head=news),
            source(2, "1-абзац: 19 маусымдағы сапар", head=news),
            source(3, "", document=901, head="ISO 3166-2:KZ, 2022 жылғы 29 қарашадағы жағдай бойынша"),
            source(4, "2022 жылғы өңірлер", document=902, head="Бағдарламадағы карта"),
        ),
        "as_of": "2024 жылғы 20 маусымдағы жағдай бойынша",
        "printed": "Басып шығарылған күні: 2026 жылғы 24 қараша",
        "marking": "Қызмет бабында пайдалану үшін",
        "labels": KAZAKH,
    }
    return sheet("Қызылорда облысы", *blocks, **(values | changes))


def visit(**changes: object) -> Sheet:
    """An event, in Russian."""
    news = "Новостная статья, Астана, 20 июня 2024 г."
    blocks = (
        Block(
            "course",
            "Ход визита",
            (
                line(
                    Run("Акан Рахметуллин", bold=True),
                    " отметил роль ООН и высокий уровень взаимодействия за 32 года сотрудничества.",
                    when="19 июня 2024 г.",
                    cites=(1, 2),
                ),
                line(
                    "Стороны обсудили региональное сотрудничество и проектную деятельность, а представители "
                    "учреждений ООН выразили готовность содействовать Казахстану.",
                    when="19 июня 2024 г.",
                    cites=(3,),
                ),
            ),
            "dated",
            2,
        ),
        Block(
            "participants",
            "Участники",
            (
                line(Run("Акан Рахметуллин", bold=True), ", первый заместитель министра иностранных дел"),
                line(Run("Rashed Sarwar", bold=True), ", представитель ЮНИСЕФ в Казахстане", cites=(4,)),
                line(
                    Run("Katarzyna Wawiernia", pk=1, bold=True),
                    ", постоянный представитель ПРООН",
                    cites=(5,),
                ),
            ),
            "bullets",
            2,
            side=True,
        ),
        Block(
            "topics",
            "Темы",
            tuple(line(Run(t), cites=()) for t in ("дети", "ЦУР", "регионы")),
            "tags",
            6,
            side=True,
        ),
    )
    values: dict[str, object] = {
        "pk": 50,
        "kind": "event",
        "kind_label": "Событие",
        "language": "ru",
        "lead": (Run("19 июня 2024 г. · UN Plaza, Алматы"),),
        "lead_cites": (1,),
        "gist": line("Первый визит в перечне: о чём говорили стороны и что было предложено."),
        "sources": tuple(source(n, f"абз. {n}", head=news) for n in range(1, 6)),
        "as_of": "По состоянию на 20 июня 2024 г.",
        "printed": "Распечатано 24 ноября 2026 г.",
        "marking": "TLP:AMBER",
        "labels": RUSSIAN,
    }
    return sheet("Посещение здания ООН в Алматы", *blocks, **(values | changes))
