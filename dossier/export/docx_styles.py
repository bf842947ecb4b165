"""The styles of a Word document: the type and colours of the sheets, on real headings and lists.

They take the place of those that python-docx brings, which are four hundred and look like Word's own.
"""

from typing import TYPE_CHECKING

from resources.tokens import PAPER, PAPER_TYPE, TypeStyle

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Source Sans 3"
_FALLBACK = "Calibri"
_BODY = PAPER_TYPE.bodies[0]
_REGIONS = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
_BULLET = "\u25aa"
_LIST = 1
_INDENT = 200  # of a bullet, in twentieths of a point
_SOURCE_INDENT = 400


def set_styles(document: "Document", language: str) -> None:
    """Give a document the styles of the sheets, its bullets, and the language that proofing takes it for."""
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    for element, xml in (
        (document.styles.element, _styles(language)),
        (document.part.numbering_part.element, _NUMBERING),
        (document.settings.element, _SETTINGS.format(language=_REGIONS[language])),
    ):
        root = parse_xml(f"<w:root {nsdecls('w')}>{xml}</w:root>")
        for child in list(element):
            element.remove(child)
        for child in list(root):
            element.append(child)


def _styles(language: str) -> str:
    heading = PAPER_TYPE.heading
    return "".join(
        (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FONT)}{_letters(_BODY, PAPER.ink)}"
            f'<w:lang w:val="{_REGIONS[language]}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
            _paragraph("Normal", "Normal", _BODY, after=4, default=True),
            _paragraph(
                "Heading1",
                "heading 1",
                PAPER_TYPE.name,
                after=2,
                level=0,
                border=f'<w:top w:val="single" w:sz="24" w:space="8" w:color="{_hex(PAPER.accent)}"/>',
            ),
            _paragraph(
                "Heading2",
                "heading 2",
                heading,
                colour=PAPER.accent,
                before=15,
                after=6,
                level=1,
                border=f'<w:bottom w:val="single" w:sz="4" w:space="2" w:color="{_hex(PAPER.rule)}"/>',
            ),
            _paragraph("Lead", "Lead", PAPER_TYPE.lead, after=2),
            _paragraph("Why", "Why", PAPER_TYPE.why, before=10, after=2),
            _paragraph("AsOf", "As of", heading, after=2),
            _paragraph("Small", "Small", PAPER_TYPE.small, colour=PAPER.muted, after=2),
            _paragraph(
                "ListBullet",
                "List Bullet",
                _BODY,
                after=3,
                more=f'<w:numPr><w:numId w:val="{_LIST}"/></w:numPr>',
            ),
            _paragraph(
                "Source",
                "Source",
                PAPER_TYPE.small,
                after=3,
                tabs=f'<w:tabs><w:tab w:val="left" w:pos="{_SOURCE_INDENT}"/></w:tabs>',
                indent=f'<w:ind w:left="{_SOURCE_INDENT}" w:hanging="{_SOURCE_INDENT}"/>',
            ),
            _paragraph("Header", "header", PAPER_TYPE.foot, colour=PAPER.muted),
            _paragraph("Footer", "footer", PAPER_TYPE.foot, colour=PAPER.muted),
            _paragraph(
                "Marking", "Marking", PAPER_TYPE.marking, before=4, after=4, align='<w:jc w:val="right"/>'
            ),
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
            _character("Hyperlink", "Hyperlink", f'{_colour(PAPER.accent)}<w:u w:val="single"/>'),
            _character(
                "SourceNumber",
                "Source Number",
                f"{_colour(PAPER.accent)}{_size(PAPER_TYPE.citation)}",
            ),
            _character("Note", "Note", f"{_colour(PAPER.muted)}{_size(PAPER_TYPE.small)}"),
            _TABLES,
        )
    )


def _paragraph(
    key: str,
    name: str,
    look: TypeStyle,
    *,
    colour: str = PAPER.ink,
    before: float = 0,
    after: float = 0,
    level: int | None = None,
    border: str = "",
    more: str = "",
    tabs: str = "",
    indent: str = "",
    align: str = "",
    default: bool = False,
) -> str:
    """A style of paragraphs; its parts stand in the order that the format wants."""
    heading = level is not None
    spacing = (
        f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" '
        f'w:line="{look.line * 20:.0f}" w:lineRule="atLeast"/>'
    )
    return (
        '<w:style w:type="paragraph" '
        + ('w:default="1" ' if default else "")
        + f'w:styleId="{key}"><w:name w:val="{name}"/>'
        + ("" if default else '<w:basedOn w:val="Normal"/>')
        + ('<w:next w:val="Normal"/>' if heading else "")
        + "<w:qFormat/><w:pPr>"
        + ("<w:keepNext/><w:keepLines/>" if heading else "")
        + more
        + (f"<w:pBdr>{border}</w:pBdr>" if border else "")
        + tabs
        + spacing
        + indent
        + align
        + (f'<w:outlineLvl w:val="{level}"/>' if heading else "")
        + f"</w:pPr><w:rPr>{_letters(look, colour)}</w:rPr></w:style>"
    )


def _character(key: str, name: str, look: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{look}</w:rPr></w:style>'
    )


def _letters(look: TypeStyle, colour: str) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    return f"{bold}{_colour(colour)}{_size(look)}"


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}" w:eastAsia="{name}"/>'


def _size(look: TypeStyle) -> str:
    return f'<w:sz w:val="{look.size * 2:.0f}"/><w:szCs w:val="{look.size * 2:.0f}"/>'


def _colour(colour: str) -> str:
    return f'<w:color w:val="{_hex(colour)}"/>'


def _hex(colour: str) -> str:
    return colour.removeprefix("#")


_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="Facts"><w:name w:val="Facts"/><w:basedOn w:val="TableNormal"/>'
    '<w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4" w:space="0" '
    f'w:color="{_hex(PAPER.rule)}"/></w:tblBorders></w:tblPr></w:style>'
)
_NUMBERING = (
    f'<w:abstractNum w:abstractNumId="{_LIST}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
    f'<w:lvlText w:val="{_BULLET}"/><w:lvlJc w:val="left"/>'
    f'<w:pPr><w:ind w:left="{_INDENT}" w:hanging="{_INDENT}"/></w:pPr>'
    f"<w:rPr>{_fonts('Arial')}{_colour(PAPER.accent)}</w:rPr></w:lvl></w:abstractNum>"
    f'<w:num w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>'
)
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="400"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="{language}"/>'
)
FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:font w:name="{FONT}"><w:altName w:val="{_FALLBACK}"/><w:family w:val="swiss"/></w:font></w:fonts>'
)
"""What to take for the type where a reader's machine does not have it."""
