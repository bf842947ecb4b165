"""Made values for panes, as many as are asked for and the same every time: events, regional links, rows."""

from datetime import date, timedelta
from random import Random

from dossier.model.dates import parse_date
from dossier.views.map_outline import map_outline
from dossier.views.timeline_values import Lane, Timeline, TimelineItem
from dossier.views.values import ListRow, RegionRow

TODAY = date(2026, 11, 24)
LANES = 24
_DAYS = 365 * 36
_KINDS = ("event", "event", "event", "statement", "source")


def timeline(number: int) -> Timeline:
    """Events of 36 years in as many lanes as a ministry has partners, the last years the busiest.

    One in twenty is known by its month, one in fifty lasts for years.
    """
    chance = Random(number)
    lanes = tuple(Lane(pk, f"Organization {pk}") for pk in range(1, LANES + 1))
    items = []
    for pk in range(1000, 1000 + number):
        day = TODAY + timedelta(days=180 - int(_DAYS * chance.random() ** 1.6))
        text = day.isoformat()
        if chance.random() < 0.05:
            text = text[:7]
        elif chance.random() < 0.02:
            text = f"{text}/{day + timedelta(days=chance.randrange(60, 1500))}"
        kind, lane = chance.choice(_KINDS), chance.randrange(LANES) + 1
        items.append(TimelineItem(pk, kind, f"Meeting {pk} on water", parse_date(text), text, (lane,)))
    items.sort(key=lambda item: (str(item.date.earliest), item.pk))
    return Timeline(tuple(items), lanes)


def regions(links: int) -> tuple[RegionRow, ...]:
    """Every region of Kazakhstan with its share of the links to initiatives."""
    codes = map_outline().codes
    return tuple(
        RegionRow(
            pk=place + 1,
            code=code,
            name=f"Region {code}",
            initiatives=links // len(codes),
            events=place * 3,
            contacts=place * 7,
            rows=rows(links // len(codes), first=1000 * (place + 1)),
        )
        for place, code in enumerate(codes)
    )


def rows(number: int, first: int = 1000) -> tuple[ListRow, ...]:
    return tuple(
        ListRow(pk, "initiative", f"Initiative {pk} for regions", "UNDP · 4 regions · announced", "2024")
        for pk in range(first, first + number)
    )
