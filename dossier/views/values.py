"""The frozen values that panes and sheets show: what a query gives once it is worded, with no layout in it.

`pk` names a record within the open file; a `Run` with a `pk` is a link to that record.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `pk` makes it a link, `kind` is that record's kind (for its icon)."""

    text: str
    pk: int | None = None
    kind: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One fact. `when` is the worded date of the left column; `cites` are numbers in the list of sources.

    `state` is "", "stale", "conflict", "unsourced" or "unchecked" (a translation nobody checked), and `note`
    the muted words under the fact, which for a state also word it. Where a block has no room for all its
    lines, those of the highest `rank` are left out first. `standing` is how surely a post was held on the day
    shown, "" where that is not told.
    """

    runs: tuple[Run, ...]
    when: str = ""
    cites: tuple[int, ...] = ()
    note: tuple[Run, ...] = ()
    state: str = ""
    rank: int = 0
    standing: str = ""

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Block:
    """A headed group of facts. `key` names it in code, `title` is worded, `priority` 1 is left out last.

    `layout` is "list", "dated" (a date column), "bullets", "tags" (small links in a row) or "map"; `empty` is
    the sentence that stands where there are no lines ("" drops an empty block); `action` names the command
    that mends the emptiness ("" for none). A map block holds `codes` (ISO 3166-2: shown strong) and `also`
    (light). `note` goes for all lines that don't say otherwise.
    """

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    layout: str = "list"
    priority: int = 5
    side: bool = False
    empty: str = ""
    action: str = ""
    codes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A numbered entry of the list of sources, one for each paragraph cited.

    `head` names the document, `text` the place in it; `passage` is the widest one cited there.
    """

    number: int
    source: int
    passage: int
    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything known of one record, in the order in which it is read."""

    pk: int
    id: str
    kind: str
    kind_label: str
    name: str
    lead: tuple[Run, ...]
    lead_cites: tuple[int, ...]
    other_names: tuple[Line, ...]
    blocks: tuple[Block, ...]
    sources: tuple[SourceLine, ...]
    as_of: str
    facts: int
    unsourced: int
    marking: str = ""


SHEET_KINDS = ("person", "organization", "initiative", "region", "event")
"""The kinds of records that have a sheet; any other stands on the sheet of what it is about."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The content of one briefing page, from the same blocks as the card.

    `gist` is the one line why it matters; a line break in `lead` parts post and agency; `as_of`, `printed`
    and `copy` are worded whole ("Information as of 20 June 2024", "Printed on 24 November 2026", "Copy 3").
    `labels` are the words of the frame ("dossier", "sources", "page" with {page} and {pages},
    "nothing_left_out", "left_out" and "unprintable" with {count}, "date", "about" and "fact" over columns),
    the names of regions on the map by codes, and what the map shows ("map"). `remark` goes for the page; with
    `looks_back` a source is newer than the day whose state is told, which can't be that of printing.
    """

    pk: int
    id: str
    kind: str
    kind_label: str
    language: str
    name: str
    lead: tuple[Run, ...]
    lead_cites: tuple[int, ...]
    other_names: str
    gist: Line | None
    blocks: tuple[Block, ...]
    sources: tuple[SourceLine, ...]
    as_of: str
    printed: str
    marking: str
    labels: dict[str, str] = field(default_factory=dict)
    remark: str = ""
    looks_back: bool = False
    copy: str = ""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A row of the organizations pane: an organization (`acronym` apart), or a person with their post.

    `standing` is how surely the post was held on the day shown (`dossier.views.standings`), "" where that is
    not told.
    """

    pk: int
    kind: str
    name: str
    acronym: str = ""
    detail: str = ""
    has_children: bool = False
    parent: int | None = None
    standing: str = ""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list pane (initiatives, and the like): two lines and what it is."""

    pk: int
    kind: str
    name: str
    detail: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region with how many initiatives, events and contacts it has; `code` is ISO 3166-2.

    `absent` says that it was no unit of its own on the day shown, "" where it was, or nothing is known.
    """

    pk: int
    code: str
    name: str
    initiatives: int
    events: int
    contacts: int
    rows: tuple[ListRow, ...]
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span of a paragraph, in code points; `passage` is its pk, `active` is the one being shown."""

    start: int
    end: int
    passage: int
    active: bool


@dataclass(frozen=True, slots=True)
class ReaderFact:
    """A fact that cites a paragraph: what it is, in words, and the record to go to."""

    pk: int
    kind: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ReaderParagraph:
    """A numbered paragraph as shown: a summary in our words or the original, with marks and its facts."""

    pk: int
    number: int
    text: str
    marks: tuple[Mark, ...]
    facts: tuple[ReaderFact, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source as the reader shows it; until the original is there, `notice` says so, and what to do.

    `can_attach`: the file of it is known by its hash, and not yet there.
    """

    pk: int
    title: str
    detail: str
    notice: str
    is_summary: bool
    can_attach: bool
    paragraphs: tuple[ReaderParagraph, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A search hit: its names as data (`post` and `organization` are None where it has none, `snippet` is the
    text in which it was found), and the three lines in which it is shown.

    `label` is the name with the acronym that is asked for by, `detail` post and agency of a person, else the
    snippet, `why` says why it matched where these don't show it. The `spans` of a line are its matched
    stretches, as (start, end).
    """

    pk: int
    id: str
    kind: str
    name: str
    post: str | None
    organization: str | None
    snippet: str | None
    label: str
    detail: str = ""
    why: str = ""
    when: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    detail_spans: tuple[tuple[int, int], ...] = ()
    why_spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter beside the results, with how many hits it keeps. `of` is "kind", "agency" or "region"."""

    of: str
    value: str
    label: str
    count: int
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """What a search gives: hits best first, facets, and how many there are in all.

    Where there is `more`, only the first few hundred are counted, in `total` and in the facets. `remarks` are
    sentences on what was asked in vain, or what nobody is recorded for.
    """

    query: str
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    total: int
    more: bool = False
    remarks: tuple[str, ...] = ()
