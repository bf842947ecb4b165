"""Does another spelling find whoever is meant, among 100,000 others? Recall, and what comes above it.

Each name is recorded once, as its owner writes it, and asked for in spellings that no rule was made for. Then
a thousand ordinary queries (as recorded, by family and given name) tell whether the guessing floods them:
what stands above the first hit that is right, and does not have the words.

Run: .venv/bin/python -m benchmarks.names FOLDER
"""

import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.arguments import given
from benchmarks.name_pairs import PEOPLE, PLACES, pairs
from benchmarks.people import people
from benchmarks.search import the_dossier
from dossier.language import wording
from dossier.model.folding import tokens, words
from dossier.model.records import Name, Organization, Person, Place, Post
from dossier.search import search
from dossier.store import Dossier, Reader
from dossier.views.values import Hit

AMONG, ORDINARY = 100_000, 1_000


def main() -> None:
    folder = given(__doc__, folder=Path).folder
    path = folder / "names.dossier"
    the_dossier(folder, AMONG).close()
    path.unlink(missing_ok=True)
    shutil.copy(folder / f"people-{AMONG}.dossier", path)
    with Dossier.open(path) as dossier:
        meant = record(dossier)
        with dossier.read() as reader:
            recall(reader, "people", pairs(PEOPLE), meant)
            recall(reader, "places", pairs(PLACES), meant)
            flooding(reader)


def record(dossier: Dossier) -> dict[str, int]:
    """Write the names down, each in one spelling."""
    meant = {}
    with dossier.edit("Names of the benchmark") as edit:
        agency = edit.add(Organization(organization_kind="other"))
        for text, _ in pairs(PEOPLE):
            meant[text] = edit.add(Person())
            edit.add(Post(person=meant[text], organization=agency))
            edit.add(Name(of=meant[text], text=text, language=_language(text), name_kind="official"))
        for text, _ in pairs(PLACES):
            meant[text] = edit.add(Place(place_kind="city"))
            edit.add(Name(of=meant[text], text=text, language=_language(text), name_kind="official"))
    return meant


def recall(reader: Reader, what: str, listed: Sequence[tuple[str, list[str]]], meant: dict[str, int]) -> None:
    ranks = []
    for recorded, spellings in listed:
        for typed in spellings:
            hits = [hit.pk for hit in ask(reader, typed)]
            rank = hits.index(meant[recorded]) + 1 if meant[recorded] in hits else 0
            ranks.append(rank)
            if rank != 1:
                print(f"  {typed} for {recorded}: {f'number {rank}' if rank else 'not found'}")
    first, five = (sum(0 < rank <= most for rank in ranks) / len(ranks) for most in (1, 5))
    print(f"{what}: {len(ranks)} spellings, within the first five {five:.1%}, first {first:.1%}")


def flooding(reader: Reader) -> None:
    """Count hits above the first right one that have not the words of the query after folding."""
    chance = Random(3)
    false, without = 0, 0
    for person in chance.sample(list(people(AMONG, 1_000)), ORDINARY):
        name = chance.choice(person.names)[0].split()
        typed = f"{name[0]} {name[-1]}" if chance.random() < 0.5 else name[-1]
        above = 0
        for hit in ask(reader, typed):
            if is_right(reader, hit, typed):
                break
            above += 1
        else:
            without += 1
        false += above
    print(
        f"{ORDINARY} ordinary queries: {false} false hits above the first right one, "
        f"{without} without a right one"
    )


def is_right(reader: Reader, hit: Hit, typed: str) -> bool:
    names = reader.rows("SELECT text FROM name WHERE of = :pk", pk=hit.pk)
    keys = {token for (text,) in names for token in tokens(text)}
    return keys.issuperset(words(typed))


def ask(reader: Reader, typed: str) -> tuple[Hit, ...]:
    return search(reader, wording("en"), typed, limit=20).hits


def _language(text: str) -> str:
    return "en" if text.isascii() else "kk-Cyrl"


if __name__ == "__main__":
    main()
