"""Where the words as typed find too little: the same keys on another layout, slips, a word too many."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.model.folding import tokens
from dossier.search.candidates import Found, best_named
from dossier.search.expressions import FOLDED_BEGUN, Expression, all_of, any_of, term
from dossier.search.keyboards import as_on_other_layouts
from dossier.search.passes import PLACES, Looking
from dossier.search.query import Query, Word, parse
from dossier.search.scope import listed
from dossier.search.slips import Distances, near_words
from dossier.store import terms

FEW = 3
"""With so many hits or more, nothing is guessed."""

_MOST, _ENOUGH = 200, 20
_SHORTEST = 3
_ELSEWHERE = 0.5
"""What a word costs that is found in a post or an agency, or as an initial, in parts of a slip."""

_MOST_UNLIKE = 0.5
"""How much of a word may differ that no word of the dossier is near to."""

_PATRONYMICS = ("vich", "vna", "ichna", "uli", "kizi", "oglu", "ogli", "zade")


@dataclass(frozen=True, slots=True)
class _Meant:
    """What one typed word may mean: itself, words near it (with their slips), words elsewhere near it."""

    word: Word
    near: dict[str, int]
    distances: Distances
    itself: Expression

    def within(self, slips: int) -> Expression:
        """For records that hold the word or one that is so many slips off."""
        return any_of((self.itself, *(term(near) for near, off in self.near.items() if off <= slips)))


@dataclass(frozen=True, slots=True)
class _Guess:
    """A record that may be meant: what that costs in slips, and the words that it would answer."""

    cost: float
    entry: int
    words: tuple[str, ...]


def guesses(looking: Looking, query: Query, known: Collection[int], most: int) -> list[Found]:
    """Records that the query may mean, best first, without the `known` entries."""
    if query.phrases or _says_little(query.looked_for):
        return []
    found = list(_on_other_layouts(looking, query, most)) or list(_with_slips(looking, query))
    return [item for item in found if item.entry not in known][:most]


def _on_other_layouts(looking: Looking, query: Query, most: int) -> Iterator[Found]:
    seen = set[int]()
    for other in as_on_other_layouts(_without_fields(query)):
        meant = replace(parse(other), fields=query.fields, excluded=query.excluded)
        if _says_little(meant.looked_for):
            continue
        for match in best_named(looking, meant, looking.anything_named(meant, most), most):
            if match.entry not in seen:
                seen.add(match.entry)
                yield Found(match.entry, "name", query=meant, keyboard=" ".join(meant.words))


def _says_little(words: Iterable[Word]) -> bool:
    """Whether a guess from them would fit all too much: their keys are short, as that of “ccca” is “ka”."""
    return all(len(word.key) < _SHORTEST for word in words)


def _without_fields(query: Query) -> str:
    text = query.text
    for field in reversed(query.fields):
        start = text.rfind(" ", 0, field.start) + 1
        text = text[:start] + text[field.end :].lstrip('"”»')
    return text


def _with_slips(looking: Looking, query: Query) -> Iterator[Found]:
    words = query.looked_for
    meant = [_meant(looking, word, half=query.half and word is words[-1]) for word in words]
    guessed = _guessed(looking, query, meant, meant)
    if not guessed and len(words) > 1:
        # One word may be unlike all that is known, or be left out of the name, as a patronymic.
        for left_out in meant:
            needed = [each for each in meant if each is not left_out]
            if not _says_little(each.word for each in needed):
                guessed += _guessed(looking, query, meant, needed)
    seen = set[int]()
    for guess in sorted(guessed, key=lambda guess: (guess.cost, guess.entry)):
        if guess.entry not in seen:
            seen.add(guess.entry)
            yield Found(guess.entry, "name", query=replace(query, words=guess.words))


def _meant(looking: Looking, word: Word, *, half: bool) -> _Meant:
    near = near_words(looking.reader, word, half=half)
    initial = term(terms.initial(word.typed[0])) if len(word.typed) > 1 else None
    return _Meant(
        word,
        near,
        Distances(word.key),
        any_of((looking.expressions.anywhere_of(word, FOLDED_BEGUN, PLACES), initial)),
    )


def _guessed(looking: Looking, query: Query, meant: list[_Meant], needed: list[_Meant]) -> list[_Guess]:
    """Records that hold what is needed, with what the words cost altogether."""
    entries = _holding(looking, query, needed)
    names = _keys_of_names(looking, entries)
    found = []
    for entry in entries:
        costs = [_cost(each, names[terms.pk_of(entry)], each in needed) for each in meant]
        if all(cost is not None for cost, _ in costs):
            total = sum(cost for cost, _ in costs if cost is not None)
            found.append(_Guess(total, entry, tuple(word for _, word in costs)))
    return found


def _holding(looking: Looking, query: Query, needed: list[_Meant]) -> list[int]:
    """Entries with everything that is needed; of a single word the nearest ones are enough."""
    found: dict[int, None] = {}
    for slips in range(3) if len(needed) == 1 else (2,):
        expression = looking.excluding(query, all_of(each.within(slips) for each in needed))
        if expression and len(found) < _ENOUGH:
            most = _ENOUGH if len(needed) == 1 else _MOST
            found.update(dict.fromkeys(looking.entries("name_index", expression, most=most)))
    return list(found)


def _cost(meant: _Meant, keys: Collection[str], needed: bool) -> tuple[float | None, str]:
    """What a word costs in a record with names of these keys, and the key that it stands for."""
    word, distances = meant.word, meant.distances
    for other in keys:
        if other.startswith(word.beginnings):
            return 0, word.typed
    near = [(slips, other) for other in keys if (slips := meant.near.get(terms.NAME + other))]
    if near:
        return min(near)
    if needed:
        return _ELSEWHERE, word.typed
    if word.key.endswith(_PATRONYMICS):
        return _ELSEWHERE, word.typed
    off, other = min(((distances.to(other), other) for other in keys), default=(99, ""))
    likely = off <= _MOST_UNLIKE * max(len(other), len(word.key))
    return (off + 1 if likely else None), other


def _keys_of_names(looking: Looking, entries: Collection[int]) -> dict[int, set[str]]:
    keys: dict[int, set[str]] = defaultdict(set)
    pks = listed([terms.pk_of(entry) for entry in entries])
    named = (
        f"SELECT of, text FROM name WHERE of IN {pks} UNION ALL "
        f"SELECT of, text FROM text WHERE of IN {pks} AND field IN ('title', 'short_title')"
    )
    for pk, text in looking.reader.each_row(named):
        keys[pk].update(tokens(text))
    return keys
