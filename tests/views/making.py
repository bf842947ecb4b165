"""Short ways to make the records that tests of views need."""

from datetime import date

from dossier.model.dates import parse_date
from dossier.model.records import (
    Attestation,
    Citation,
    Event,
    Initiative,
    Name,
    Organization,
    Paragraph,
    Participation,
    Passage,
    Person,
    Post,
    Record,
    Source,
    Statement,
    StatementLink,
    Text,
)
from dossier.store import Dossier, Reader
from dossier.views.values import Block, Card, Line, Run, Sheet

TODAY = date(2026, 11, 24)


class Maker:
    """Adds records to a dossier, each as its own change; what is cited goes to one article of June 2024."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.passage = self.source("2024-06-20")

    def add(self, record: Record) -> int:
        with self.dossier.edit("Add a record") as edit:
            return edit.add(record)

    def source(self, published: str | None, kind: str = "article", *, retrieved: str | None = None) -> int:
        """A source with one paragraph; gives its passage."""
        source = self.add(
            Source(
                source_kind=kind,
                published=parse_date(published) if published else None,
                retrieved=parse_date(retrieved) if retrieved else None,
            )
        )
        return self.add(Passage(paragraph=self.add(Paragraph(source=source, number=1))))

    def cite(
        self,
        of: int,
        field: str = "*",
        *,
        stated: str | None = None,
        basis: str = "stated",
        passage: int | None = None,
    ) -> int:
        return self.add(
            Citation(of=of, field=field, passage=passage or self.passage, stated=stated, basis=basis)
        )

    def cited(self, record: Record) -> int:
        pk = self.add(record)
        self.cite(pk)
        return pk

    def person(self, name: str) -> int:
        return self._named(self.cited(Person()), name)

    def organization(self, name: str, *, parent: int | None = None, acronym: str = "") -> int:
        pk = self._named(self.cited(Organization(organization_kind="un_agency", parent=parent)), name)
        if acronym:
            self.add(Name(of=pk, text=acronym, language="en", name_kind="acronym"))
        return pk

    def initiative(self, title: str) -> int:
        return self._titled(self.cited(Initiative(initiative_kind="project")), title)

    def event(self, title: str, date: str | None = None, *, announced: bool = False) -> int:
        held = parse_date(date) if date else None
        return self._titled(self.cited(Event(event_kind="meeting", date=held, announced=announced)), title)

    def post(
        self, person: int, organization: int, title: str, *attested: str, held: str | None = None
    ) -> int:
        post = Post(person=person, organization=organization, held=parse_date(held) if held else None)
        pk = self._titled(self.cited(post), title)
        for day in attested:
            self.cited(Attestation(post=pk, on=parse_date(day)))
        return pk

    def takes_part(self, party: int, event: int, role: str = "participant") -> int:
        return self.cited(Participation(event=event, party=party, role=role))

    def statement(
        self,
        text: str,
        *speakers: int,
        nature: str = "said",
        on: str | None = None,
        about: tuple[int, ...] = (),
    ) -> int:
        pk = self.cited(Statement(nature=nature, on=parse_date(on) if on else None))
        self.add(Text(of=pk, field="statement", language="en", text=text))
        for role, parties in (("speaker", speakers), ("about", about)):
            for party in parties:
                self.add(StatementLink(statement=pk, to=party, role=role))
        return pk

    def _named(self, pk: int, name: str) -> int:
        self.cite(self.add(Name(of=pk, text=name, language="en", name_kind="official")))
        return pk

    def _titled(self, pk: int, title: str) -> int:
        self.add(Text(of=pk, field="title", language="en", text=title))
        return pk


def named(reader: Reader, name: str) -> int:
    """The pk of the record with a name or title."""
    rows = reader.rows(
        "SELECT of FROM name WHERE text = :x UNION SELECT of FROM text WHERE text = :x", x=name
    )
    assert len(rows) == 1, f"{name}: {rows}"
    return int(rows[0][0])


def plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def block(page: Card | Sheet, key: str) -> Block:
    return next(each for each in page.blocks if each.key == key)


def keys(page: Card | Sheet) -> list[str]:
    return [each.key for each in page.blocks]


def lines(page: Card | Sheet) -> list[Line]:
    return [line for each in page.blocks for line in each.lines]


def everything(page: Card | Sheet) -> str:
    """All words of a page, one line a fact, as a reader meets them."""
    words = [page.name, plain(page.lead), page.as_of]
    if isinstance(page, Sheet) and page.gist:
        words += [page.gist.plain, plain(page.gist.note)]
    for each in page.blocks:
        words += [each.title, each.empty if not each.lines else ""]
        words += [" ".join((line.when, line.plain, plain(line.note))) for line in each.lines]
    words += [f"{line.head}, {line.text}" for line in page.sources]
    return "\n".join(words)
