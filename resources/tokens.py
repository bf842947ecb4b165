"""The design language as values: colours, type and space of both the window (Qt) and the sheets (PDF).

Nothing else in the program names a colour or a type size. Colours are `#RRGGBB`; what each is for and the
contrast it has is in the comments, measured by tests/resources/test_tokens.py (WCAG 2.2).
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme of the window, and the width of its bars in pixels."""

    background: str  # window, tool bar, status bar, overview of the timeline
    surface: str  # panes
    raised: str  # card, source page, menus, fields, popups
    border: str  # hairlines between panes and rows: decoration only
    edge: str  # outlines of fields, buttons, empty states
    text: str
    muted: str  # second lines, dates, counts
    accent: str  # links, primary button, active tab, today's line
    on_accent: str
    selection: str  # what the user chose
    selection_bar: str
    related: str  # what is connected to it; the marked passage; the matched letters. Nothing else is amber
    related_bar: str  # bar, outline of related regions and events, underline of the passage
    hover: str
    dimmed: str  # disabled, and icons of what merely holds something related: never words to be read
    person: str  # the kinds: colour of the 16 px icon, of the kind's word and of event marks, never of a row
    organization: str
    initiative: str
    event: str  # what was said, too
    region: str
    source: str
    success: str  # saved, all sourced
    warning: str  # needs a look
    stale: str  # not confirmed for long
    conflict: str  # sources disagree; errors
    map_land: str  # a region without anything
    map_line: str
    map_shade_1: str  # a region that has some of what the map is shaded by, up to one that has the most
    map_shade_2: str
    map_shade_3: str
    map_shade_4: str
    focus: str
    bar_width: int = 3


LIGHT = Tokens(
    background="#EFEBE3", surface="#F8F5EF", raised="#FFFDFA", border="#DCD5C8", edge="#857C6D",
    text="#211D18", muted="#625B50", accent="#174C63", on_accent="#FFFFFF",
    selection="#D5E4E8", selection_bar="#174C63", related="#F9E3A6", related_bar="#9A6700",
    hover="#ECE7DC", dimmed="#8A8275",
    person="#B1297F", organization="#6852BA", initiative="#2F7047", event="#630200", region="#835D00",
    source="#23303A",
    success="#256B38", warning="#8A5A00", stale="#7A5C36", conflict="#B3261E",
    map_land="#EAE4D8", map_line="#857C6D",
    map_shade_1="#D9E0CD", map_shade_2="#C5DABD", map_shade_3="#AED3AE", map_shade_4="#98CDA0",
    focus="#0B6FA4",
)  # fmt: skip

DARK = Tokens(
    background="#16181A", surface="#1D2022", raised="#25292B", border="#363B3E", edge="#7E8588",
    text="#ECE7DD", muted="#AAA79E", accent="#8CC4D8", on_accent="#10242C",
    selection="#23414C", selection_bar="#8CC4D8", related="#4A3B12", related_bar="#E0AE3C",
    hover="#2B3032", dimmed="#7F7D77",
    person="#E38FB3", organization="#82A6FB", initiative="#A3F6C7", event="#FF8931", region="#F4D984",
    source="#DBE7FF",
    success="#7CC98A", warning="#E5B25A", stale="#CBAA7C", conflict="#FF8A80",
    map_land="#2B3033", map_line="#7E8588",
    map_shade_1="#2C3A35", map_shade_2="#2A463A", map_shade_3="#265240", map_shade_4="#1E5E47",
    focus="#5CB8E6",
)  # fmt: skip


def _high_contrast(theme: Tokens, ground: str, ink: str, shades: tuple[str, str, str, str]) -> Tokens:
    return replace(
        theme,
        background=ground,
        surface=ground,
        raised=ground,
        border=ink,
        edge=ink,
        text=ink,
        muted=ink,
        map_land=ground,
        map_line=ink,
        map_shade_1=shades[0],
        map_shade_2=shades[1],
        map_shade_3=shades[2],
        map_shade_4=shades[3],
        bar_width=4,
    )


HIGH_CONTRAST_LIGHT = _high_contrast(
    LIGHT, ground="#FFFFFF", ink="#000000", shades=("#E2EBDD", "#CBE1C6", "#B2D6B0", "#98CDA0")
)
HIGH_CONTRAST_DARK = _high_contrast(
    DARK, ground="#000000", ink="#FFFFFF", shades=("#1E2A24", "#1F4032", "#1C5240", "#14624A")
)


@dataclass(frozen=True, slots=True)
class PaperColours:
    """The colours of a printed sheet. Line or weight tells the same, for a black-and-white printer."""

    page: str
    ink: str
    muted: str
    rule: str  # hairlines between blocks
    edge: str  # outline of an empty block, borders on the map
    accent: str  # headings, links, the band's rule
    land: str  # a region without anything
    related: str  # the region the sheet is about, or those of its initiatives
    related_light: str  # the other regions of the same initiatives
    related_line: str  # outline of both


PAPER = PaperColours(
    page="#FFFFFF",
    ink="#1D1A16",
    muted="#5A544A",
    rule="#CFC7B8",
    edge="#857C6D",
    accent="#174C63",
    land="#E9E3D7",
    related="#F3CF73",
    related_light="#F8EBC8",
    related_line="#9A6700",
)

# Letters of a TLP 2.0 mark, bold on TLP_GROUND in every theme and on paper: the standard sets them.
TLP_GROUND = "#000000"
TLP = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A size of Source Sans 3 with its line height: pixels in the window, points on paper."""

    size: float
    line: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class WindowType:
    """The type scale of the window, in device-independent pixels."""

    name: TypeStyle = TypeStyle(26, 32, bold=True)  # the record's name on the card
    title: TypeStyle = TypeStyle(20, 26, bold=True)  # name in a preview, dialog title
    lead: TypeStyle = TypeStyle(16, 22)  # post, agency
    source: TypeStyle = TypeStyle(15, 23)  # the source's text, at most 75 characters a line
    body: TypeStyle = TypeStyle(14, 20)  # rows, facts, buttons
    small: TypeStyle = TypeStyle(13, 18)  # second lines (muted), section heads (bold, muted)
    axis: TypeStyle = TypeStyle(12, 16)  # axis, key caps
    citation: TypeStyle = TypeStyle(11, 14)  # the number in its 15 px box


@dataclass(frozen=True, slots=True)
class PaperType:
    """The type scale of a sheet, in points. Nothing goes below 9."""

    cover: TypeStyle = TypeStyle(36, 41, bold=True)
    name: TypeStyle = TypeStyle(25, 29, bold=True)
    why: TypeStyle = TypeStyle(13, 19)  # the one line why it matters
    why_long: TypeStyle = TypeStyle(12, 17)  # the same, where it would take more than two lines
    lead: TypeStyle = TypeStyle(13, 18)  # post, agency
    heading: TypeStyle = TypeStyle(10.5, 14, bold=True)
    # Tried from the largest on, until the blocks fit; only then are blocks left out.
    bodies: tuple[TypeStyle, ...] = (TypeStyle(10.5, 15), TypeStyle(10, 14.25), TypeStyle(9.5, 13.5))
    small: TypeStyle = TypeStyle(9, 13)  # sources, notes, labels of the map: the floor
    foot: TypeStyle = TypeStyle(9, 12)  # head and foot of the page
    marking: TypeStyle = TypeStyle(12, 15, bold=True)
    citation: TypeStyle = TypeStyle(9, 9)  # raised by 2.5


WINDOW_TYPE = WindowType()
PAPER_TYPE = PaperType()


@dataclass(frozen=True, slots=True)
class Space:
    """Measures of the window in device-independent pixels, on a grid of 4."""

    grid: int = 4
    tool_bar: int = 52
    pane_header: int = 36
    status_bar: int = 26
    row: int = 26
    row_two_lines: int = 38
    list_row: int = 43
    pane_padding: int = 16
    card_padding: int = 24
    icon: int = 16
    icon_gap: int = 8
    icon_button: int = 32
    icon_button_small: int = 28
    tree_indent: int = 16
    least_target: int = 24
    radius: int = 4
    radius_field: int = 6
    radius_popup: int = 8


SPACE = Space()
