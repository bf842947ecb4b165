"""Values as the views make them, by hand: enough of one visit to fill every pane."""

from datetime import date

from dossier.model.dates import parse_date
from dossier.views.timeline_values import Lane, Timeline, TimelineItem
from dossier.views.values import ListRow, Mark, ReaderFact, ReaderParagraph, RegionRow, SourceText, TreeRow

TODAY = date(2024, 6, 21)

KAZAKHSTAN, PRESIDENT, MFA, DEPUTY, PRESS, UN, GUTERRES, ASSEMBLY, COUNCIL, CEDAW, MEMBER = range(1, 12)
UNICEF, SARWAR, UNDP, WAWIERNIA, OFFICES, SCO = range(12, 18)
PROJECTS, CHILDREN, CENTRE, EDUCATION, VOLUNTEERS, ELECTION, GOALS = range(20, 27)
VISIT, TRIP, SUMMIT, REPORT, COOPERATION, TERM, YEAR, SAID = range(30, 38)
ABAI, ZHETISU, ULYTAU, KYZYLORDA, ALMATY, ASTANA, AKMOLA = range(40, 47)
PASSAGE_9, PASSAGE_10, POST_FACT = 60, 61, 62

TREE: dict[int | None, tuple[TreeRow, ...]] = {
    None: (
        TreeRow(KAZAKHSTAN, "organization", "Kazakhstan", has_children=True),
        TreeRow(UN, "organization", "United Nations", "UN", has_children=True),
        TreeRow(SCO, "organization", "Shanghai Cooperation Organization", "SCO"),
    ),
    KAZAKHSTAN: (
        TreeRow(PRESIDENT, "person", "Kassym-Jomart Tokayev", detail="President", parent=KAZAKHSTAN),
        TreeRow(MFA, "organization", "Ministry of Foreign Affairs", "MFA", "", True, KAZAKHSTAN),
    ),
    MFA: (
        TreeRow(DEPUTY, "person", "Akan Rakhmetullin", "", "First Deputy Foreign Minister", False, MFA),
        TreeRow(PRESS, "organization", "Press service", parent=MFA),
    ),
    UN: (
        TreeRow(GUTERRES, "person", "António Guterres", detail="Secretary-General", parent=UN),
        TreeRow(ASSEMBLY, "organization", "General Assembly", parent=UN),
        TreeRow(COUNCIL, "organization", "Human Rights Council", parent=UN),
        TreeRow(CEDAW, "organization", "Committee on Discrimination against Women", "CEDAW", "", True, UN),
        TreeRow(UNICEF, "organization", "Children’s Fund", "UNICEF", "", True, UN),
        TreeRow(UNDP, "organization", "Development Programme", "UNDP", "", True, UN),
        TreeRow(OFFICES, "organization", "UN offices, UN Plaza in Almaty", parent=UN),
    ),
    CEDAW: (TreeRow(MEMBER, "person", "Madina Dzharbusynova", detail="Elected member, 2025–2028"),),
    UNICEF: (TreeRow(SARWAR, "person", "Rashed Sarwar", detail="Representative in Kazakhstan"),),
    UNDP: (
        TreeRow(WAWIERNIA, "person", "Katarzyna Wawiernia", detail="Resident Representative in Kazakhstan"),
    ),
}  # fmt: skip

RELATED = frozenset(
    (UNDP, PROJECTS, VISIT, REPORT, ABAI, ZHETISU, ULYTAU, KYZYLORDA, PASSAGE_10, SAID)
)  # to Katarzyna Wawiernia


def children(pk: int | None) -> tuple[TreeRow, ...]:
    return TREE.get(pk, ())


def path(pk: int) -> tuple[int, ...]:
    for parent, rows in TREE.items():
        if any(row.pk == pk for row in rows):
            return (pk,) if parent is None else (*path(parent), pk)
    return ()


def _initiative(pk: int, name: str, detail: str, when: str = "") -> ListRow:
    return ListRow(pk, "initiative", name, detail, when)


INITIATIVES = (
    _initiative(PROJECTS, "Joint projects for vulnerable people", "UNDP · 4 regions"),
    _initiative(CHILDREN, "Projects that empower children", "UNICEF · region not stated"),
    _initiative(CENTRE, "UN regional centre in Almaty", "Kazakhstan · Almaty · proposed"),
    _initiative(EDUCATION, "Education for peace and tolerance", "Human Rights Council · adopted"),
    _initiative(VOLUNTEERS, "International Year of Volunteers", "UN General Assembly · declared", "2026"),
    _initiative(ELECTION, "Election to CEDAW", "Kazakhstan · elected", "2025–2028"),
    _initiative(GOALS, "National programmes and the SDGs", "Kazakhstan · 2030 Agenda"),
)


def _item(
    pk: int, name: str, text: str, when: str, *lanes: int, kind: str = "event", announced: bool = False
) -> TimelineItem:
    return TimelineItem(pk, kind, name, parse_date(text), when, lanes, announced)


TIMELINE = Timeline(
    items=(
        _item(COOPERATION, "32 years of cooperation", "1992~/2024", "1992–2024", KAZAKHSTAN, UN),
        _item(VISIT, "Visit to the UN Plaza, Almaty", "2024-06-19", "19 June 2024", KAZAKHSTAN, UN),
        _item(REPORT, "News article", "2024-06-20", "20 June 2024", 0, kind="source"),
        _item(SUMMIT, "Summit in Astana", "2024-07-03/2024-07-04", "3–4 July 2024", SCO, announced=True),
        _item(TERM, "Dzharbusynova in CEDAW", "2025/2028", "2025–2028", UN, announced=True),
        _item(YEAR, "Year of Volunteers", "2026", "2026", UN),
    ),
    lanes=(Lane(KAZAKHSTAN, "Kazakhstan"), Lane(UN, "United Nations"), Lane(SCO, "SCO"), Lane(0, "Sources")),
)


def _region(pk: int, code: str, name: str, *rows: ListRow, events: int = 0) -> RegionRow:
    return RegionRow(pk, code, name, len(rows), events, 0, rows)


REGIONS = (
    _region(ABAI, "KZ-10", "Abai", INITIATIVES[0]),
    _region(AKMOLA, "KZ-11", "Akmola"),
    _region(ZHETISU, "KZ-33", "Zhetisu", INITIATIVES[0]),
    _region(KYZYLORDA, "KZ-43", "Kyzylorda", INITIATIVES[0]),
    _region(ULYTAU, "KZ-62", "Ulytau", INITIATIVES[0]),
    _region(ASTANA, "KZ-71", "Astana", events=1),
    _region(ALMATY, "KZ-75", "Almaty", INITIATIVES[2], events=1),
)

_NINTH = (
    "Rashed Sarwar, who represents the UN Children’s Fund in Kazakhstan, set out projects that strengthen "
    "children, carried out closely with government bodies, businesses and civil society."
)
_TENTH = (
    "Katarzyna Wawiernia, Resident Representative of the UN Development Programme (UNDP) in Kazakhstan, "
    "spoke about joint projects in the Abai, Zhetisu, Ulytau and Kyzylorda regions, above all in support of "
    "socially vulnerable people, people with special needs among them."
)

SOURCE = SourceText(
    pk=REPORT,
    title="News article, Astana, 20 June 2024",
    detail="English · 10 paragraphs",
    notice="A summary in our words: the article’s own text isn’t kept here.",
    is_summary=True,
    can_attach=True,
    paragraphs=(
        ReaderParagraph(
            69,
            9,
            _NINTH,
            (Mark(0, len(_NINTH), PASSAGE_9, False),),
            (ReaderFact(SARWAR, "post", "Post", "Representative in Kazakhstan"),),
        ),
        ReaderParagraph(
            70,
            10,
            _TENTH,
            (Mark(0, len(_TENTH), PASSAGE_10, True),),
            (
                ReaderFact(WAWIERNIA, "person", "Post", "Resident Representative"),
                ReaderFact(SAID, "statement", "Said", "joint projects in four regions"),
                ReaderFact(VISIT, "event", "Took part", "Visit to the UN Plaza"),
                ReaderFact(PROJECTS, "initiative", "Initiative", "Joint projects for vulnerable people"),
                ReaderFact(ABAI, "region", "Regions", "Abai, Zhetisu, Ulytau, Kyzylorda"),
            ),
        ),
    ),
)
