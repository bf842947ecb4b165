"""What is typed into the search field: 200 queries as of people at work, the same every time."""

from collections.abc import Iterator
from random import Random

from benchmarks import name_parts as parts
from benchmarks.people import people
from dossier.search.keyboards import as_on_other_layouts

_SEED = 7


def queries(number: int, among: int) -> list[str]:
    """Queries for some of that many people: names, whole or half, in any script; posts; agencies; slips."""
    chance = Random(_SEED)
    wanted = set(chance.sample(range(min(among, 20_000)), number))
    chosen = [person for at, person in enumerate(people(max(wanted) + 1, 500)) if at in wanted]
    chance.shuffle(chosen)
    makers = (_family, _full, _turned, _with_agency, _post, _slip, _other_layout)
    makes = chance.choices(makers, (40, 25, 10, 8, 5, 8, 4), k=number)
    return [make(chance, chance.choice(person.names)[0]) for make, person in zip(makes, chosen, strict=True)]


def keystrokes(typed: list[str]) -> Iterator[str]:
    """The text of the field after each letter of each query."""
    for query in typed:
        yield from (query[:end] for end in range(1, len(query) + 1))


def _family(chance: Random, name: str) -> str:
    return name.split()[-1].lower() if chance.random() < 0.7 else name.split()[-1]


def _full(chance: Random, name: str) -> str:
    return name.lower()


def _turned(chance: Random, name: str) -> str:
    words = name.split()
    return f"{words[-1]} {words[0]}"


def _with_agency(chance: Random, name: str) -> str:
    subject = chance.choice(parts.SUBJECTS).split("/")[0].replace("_", " ")
    return f"{name.split()[0]} {subject}".lower()


def _post(chance: Random, name: str) -> str:
    return chance.choice(chance.choice(parts.TITLES).replace("_", " ").split("/"))


def _slip(chance: Random, name: str) -> str:
    word = name.split()[-1].lower()
    at = chance.randrange(1, max(2, len(word) - 1))
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


def _other_layout(chance: Random, name: str) -> str:
    return next(as_on_other_layouts(name.split()[-1]))
