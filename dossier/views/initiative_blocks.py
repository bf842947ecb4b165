"""Blocks about initiatives: what they are, what became of them as stated, who takes part and where."""

from collections.abc import Iterable

from dossier.model.records import Initiative, Involvement, Place, Status, Text
from dossier.views import relations as rel
from dossier.views.blocks import block
from dossier.views.citing import Fact
from dossier.views.draft import Draft, joined
from dossier.views.phrases import Phrase, word_status
from dossier.views.values import Block, Line, Run

_ROLE_ORDER = (
    "proposer", "sponsor", "adopter", "implementer", "partner", "member_of", "candidate", "beneficiary",
)  # fmt: skip


def initiative_list(draft: Draft, initiatives: Iterable[int], *, but: int | None = None) -> Block:
    """Initiatives with who takes part (but for the party whose page it is) and what became of them."""
    found = draft.lookup.some(Initiative, dict.fromkeys(initiatives))
    parts = draft.lookup.of(Involvement, "initiative", *(each.pk for each in found))
    statuses = draft.lookup.of(Status, "initiative", *(each.pk for each in found))
    draft.learn([each.pk for each in found], [part.party for part in parts])
    draft.sources.learn([*(part.pk for part in parts), *(status.pk for status in statuses)])
    return block(draft, "initiatives", [_initiative_line(draft, each, but) for each in found])


def topics(draft: Draft, initiatives: Iterable[int]) -> Block:
    """Initiatives as small links, where the page is short of space."""
    found = tuple(dict.fromkeys(initiatives))
    draft.learn(found)
    links = [(draft.link(pk, short=True), pk) for pk in found]
    return block(draft, "topics", [draft.line([link], [(pk, "")]) for link, pk in links])


def what_it_is(draft: Draft, initiative: int) -> Block:
    """The initiative in its own words: summary, aim, for whom, and its period."""
    texts = describing(draft, initiative)
    # On a sheet the first of them stands above all blocks already.
    lines = [_text_line(draft, text) for text in texts[draft.medium == "sheet" :]]
    period = draft.lookup.one(Initiative, initiative).period
    if period:
        runs = [Run(draft.wording.say("Period") + ": ", bold=True), Run(draft.wording.date(period))]
        lines.append(draft.line(runs, [(initiative, "period")]))
    return block(draft, "what_it_is", lines)


def describing(draft: Draft, initiative: int) -> list[Text]:
    """The texts that say what an initiative is, the fullest first."""
    found = (draft.text(initiative, field) for field in ("summary", "aim", "beneficiaries"))
    return [text for text in found if text]


def statuses(draft: Draft, initiative: int) -> Block:
    """What the initiative was, as its sources word it, the newest first."""
    found = _stated_by_then(draft, initiative)
    lines = []
    for status in _newest_first(found):
        phrase = status_phrase(draft, status)
        lines.append(draft.line([_capital(str(phrase))], status_facts(status), stale=phrase.stale))
    return block(draft, "status", lines)


def involved(draft: Draft, initiative: int) -> Block:
    """Who takes part in the initiative, and as what."""
    parts = sorted(draft.lookup.of(Involvement, "initiative", initiative), key=_role_place)
    draft.learn([part.party for part in parts])
    draft.sources.learn(part.pk for part in parts)
    lines = []
    for part in parts:
        label = draft.wording.label("involvement_role", part.role)
        runs = [Run(f"{label}: "), draft.link(part.party, bold=True)]
        lines.append(draft.line(runs, [(part.pk, "")], notes=draft.derivation((part.pk, ""))))
    return block(draft, "involved", lines)


def regions(draft: Draft, initiatives: Iterable[int]) -> Block:
    """The regions of initiatives, as small links."""
    return block(draft, "regions", _place_lines(draft, initiatives, coded=True))


def places(draft: Draft, initiatives: Iterable[int]) -> Block:
    """The other places of initiatives: cities, countries, areas."""
    return block(draft, "places", _place_lines(draft, initiatives, coded=False))


def region_map(draft: Draft, initiatives: Iterable[int], *, of: int | None = None) -> Block:
    """The regions of initiatives on a map; of one region, that one strong and the others light."""
    pks = tuple(dict.fromkeys(initiatives))
    shown = [place for place in _covered(draft, pks) if is_region(place)]
    if of is not None:
        others = [place for place in shown if place.pk != of]
        code = draft.lookup.one(Place, of).code or ""
        return block(draft, "map", [_caption(draft, of, others)], codes=(code,), also=_codes(others))
    links = draft.links([place.pk for place in shown])
    named = {place.pk for place in shown}
    facts = [(each.pk, "") for each in rel.coverage_of(draft.lookup, *pks) if each.place in named]
    return block(draft, "map", [draft.line(links, facts)] if links else [], codes=_codes(shown))


def is_first_level(place: Place) -> bool:
    """A region, or a city of its rank, with an ISO 3166-2 code: what the map can show."""
    return bool(place.code and "-" in place.code)


def is_region(place: Place) -> bool:
    return place.place_kind == "region" and is_first_level(place)


def status_phrase(draft: Draft, status: Status) -> Phrase:
    """One status by the rules of the model."""
    reported = draft.sources.reported(status_facts(status))
    return word_status(draft.wording, draft.today, status.status, status.on, reported)


def latest_status(draft: Draft, initiative: int) -> Status | None:
    """The status known of last by the day of the page."""
    return next(iter(_newest_first(_stated_by_then(draft, initiative))), None)


def _stated_by_then(draft: Draft, initiative: int) -> list[Status]:
    """The statuses that had begun by the day of the page; one with no day had when its source was written."""
    found = draft.lookup.of(Status, "initiative", initiative)
    draft.sources.learn(status.pk for status in found)
    since = ((status, status.on or draft.sources.reported(status_facts(status))) for status in found)
    return [status for status, day in since if not (day and day.earliest and day.earliest > draft.today)]


def status_facts(status: Status) -> list[Fact]:
    return [(status.pk, ""), *([(status.pk, "on")] if status.on else [])]


def _initiative_line(draft: Draft, initiative: Initiative, but: int | None) -> Line:
    parts = sorted(draft.lookup.of(Involvement, "initiative", initiative.pk), key=_role_place)
    groups = [
        (
            Run(draft.wording.label("involvement_role", part.role).lower() + ": "),
            draft.link(part.party, short=True),
        )
        for part in parts
        if part.party != but
    ]
    notes: list[tuple[Run, ...] | str] = [joined(groups)] if groups else []
    facts: list[Fact] = [(initiative.pk, ""), *((part.pk, "") for part in parts if part.party != but)]
    status = latest_status(draft, initiative.pk)
    stale = False
    if status:
        phrase = status_phrase(draft, status)
        notes.append(str(phrase))
        facts += status_facts(status)
        stale = phrase.stale
    title = draft.text(initiative.pk, "title")
    return draft.line([draft.link(initiative.pk, bold=True)], facts, texts=[title], notes=notes, stale=stale)


def _text_line(draft: Draft, text: Text) -> Line:
    label = "" if text.field == "summary" else draft.wording.label("field", text.field) + ": "
    return draft.line([Run(label, bold=True), Run(text.text)], [], texts=[text])


def _place_lines(draft: Draft, initiatives: Iterable[int], *, coded: bool) -> list[Line]:
    pks = tuple(dict.fromkeys(initiatives))
    coverage = rel.coverage_of(draft.lookup, *pks)
    found = [place for place in _covered(draft, pks) if is_region(place) == coded]
    draft.sources.learn(each.pk for each in coverage)
    return [
        draft.line([draft.link(place.pk)], [(each.pk, "") for each in coverage if each.place == place.pk])
        for place in found
    ]


def _covered(draft: Draft, initiatives: tuple[int, ...]) -> tuple[Place, ...]:
    pks = dict.fromkeys(each.place for each in rel.coverage_of(draft.lookup, *initiatives))
    draft.learn(pks)
    return draft.lookup.some(Place, pks)


def _codes(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(place.code for place in places if place.code)


def _caption(draft: Draft, strong: int, light: list[Place]) -> Line:
    if not light:
        return Line((), note=(Run(draft.wording.say("Shown: {region}.", region=draft.name(strong))),))
    names = draft.wording.list_of([draft.name(place.pk) for place in light])
    caption = draft.wording.say(
        "Strong: {region}. Light: {others}, the other regions of the same initiatives.",
        region=draft.name(strong),
        others=names,
    )
    return Line((), note=(Run(caption),))


def _newest_first(found: Iterable[Status]) -> list[Status]:
    return sorted(
        found, key=lambda each: (str(each.on.earliest or "") if each.on else "", each.pk), reverse=True
    )


def _role_place(part: Involvement) -> tuple[int, int]:
    return _ROLE_ORDER.index(part.role), part.pk


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
