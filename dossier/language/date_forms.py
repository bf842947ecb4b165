"""The forms a date takes in a sentence, by language: prepositions, cases and Kazakh endings as data."""

from typing import Final

# Patterns of the forms by precision, in CLDR's letters; {…} is an ending that depends on the month.
FORMS: Final[dict[str, dict[str, tuple[str, str, str]]]] = {
    "en": {
        "on": ("'on' d MMMM y", "'in' MMMM y", "'in' y"),
        "since": ("'since' d MMMM y", "'since' MMMM y", "'since' y"),
        "from": ("'from' d MMMM y", "'from' MMMM y", "'from' y"),
        "until": ("'until' d MMMM y", "'until' MMMM y", "'until' y"),
        "of": ("d MMMM y", "MMMM y", "y"),
    },
    "ru": {
        "on": ("d MMMM y\u202f'г'.", "'в' '{in}' y\u202f'г'.", "'в' y\u202f'г'."),
        "since": ("'с' d MMMM y\u202f'г'.", "'с' MMMM y\u202f'г'.", "'с' y\u202f'г'."),
        "from": ("'с' d MMMM y\u202f'г'.", "'с' MMMM y\u202f'г'.", "'с' y\u202f'г'."),
        "until": ("'до' d MMMM y\u202f'г'.", "'до' MMMM y\u202f'г'.", "'до' y\u202f'г'."),
        "of": ("d MMMM y\u202f'г'.", "LLLL y\u202f'г'.", "y\u202f'г'."),
    },
    "kk": {
        "on": ("y 'жылғы' d MMMM'{in}'", "y 'жылғы' MMMM'{in}'", "y 'жылы'"),
        "since": (
            "y 'жылғы' d MMMM'{from}' 'бастап'",
            "y 'жылғы' MMMM'{from}' 'бастап'",
            "y 'жылдан бастап'",
        ),
        "from": ("y 'жылғы' d MMMM'{from}' 'бастап'", "y 'жылғы' MMMM'{from}' 'бастап'", "y 'жылдан бастап'"),
        "until": ("y 'жылғы' d MMMM'{to}' 'дейін'", "y 'жылғы' MMMM'{to}' 'дейін'", "y 'жылға дейін'"),
        "of": ("y 'жылғы' d MMMM'{of}'", "y 'жылғы' MMMM'{of}'", "y 'жылғы'"),
    },
}
RUSSIAN_IN: Final = (
    "январе", "феврале", "марте", "апреле", "мае", "июне",
    "июле", "августе", "сентябре", "октябре", "ноябре", "декабре",
)  # fmt: skip
KAZAKH_ENDINGS: Final = tuple(
    dict(zip(("in", "from", "to", "of"), endings.split(), strict=True))
    for endings in (
        "да дан ға дағы", "да нан ға дағы", "да дан ға дағы", "де ден ге дегі",
        "да дан ға дағы", "да нан ға дағы", "де ден ге дегі", "да дан ға дағы",
        "те тен ке тегі", "да нан ға дағы", "да дан ға дағы", "да нан ға дағы",
    )
)  # fmt: skip
YEARS_ON: Final = {"en": "in {}–{}", "ru": "в {}–{}\u202fгг.", "kk": "{}–{} жылдары"}
