"""Sheets as a Word document, read back from its XML: what a screen reader needs, whole and timeless."""

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image

from dossier.export.docx import render_docx
from dossier.views.values import Block, Run, Sheet
from tests.export.sheets import kyzylorda, line, sheet, source, visit, wawiernia

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DC = "{http://purl.org/dc/elements/1.1/}"


class Read:
    """A document as it lies in its file, with nothing of the library that wrote it."""

    def __init__(self, *sheets: Sheet) -> None:
        self.data = render_docx(sheets)
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            assert archive.testzip() is None
            self.entries = archive.infolist()
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = self.xml("word/document.xml")

    def xml(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[name])

    def paragraphs(self, style: str) -> list[str]:
        return [words(each) for each in self.body.iter(f"{W}p") if style_of(each) == style]

    def of_kind(self, kind: str) -> list[ElementTree.Element]:
        names = sorted(name for name in self.parts if name.startswith(f"word/{kind}"))
        return [self.xml(name) for name in names]


def words(element: ElementTree.Element) -> str:
    parts = {f"{W}t": lambda each: each.text or "", f"{W}br": lambda _: "\n", f"{W}tab": lambda _: "\t"}
    runs = element.iter(f"{W}r")
    return "".join(parts[each.tag](each) for run in runs for each in run if each.tag in parts)


def one_line(text: str) -> str:
    """With every space an ordinary one."""
    return " ".join(text.split())


def style_of(paragraph: ElementTree.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.attrib[f"{W}val"] if style is not None else "Normal"


def test_names_and_blocks_are_headings() -> None:
    read = Read(wawiernia(), visit())
    assert read.paragraphs("Heading1") == ["Katarzyna Wawiernia", "Посещение здания ООН в Алматы"]
    assert read.paragraphs("Heading2")[:3] == ["Said and did", "Initiatives and regions", "Posts"]
    styles = {each.attrib[f"{W}styleId"]: each for each in read.xml("word/styles.xml").iter(f"{W}style")}
    for level, name in enumerate(("Heading1", "Heading2")):
        outline = styles[name].find(f"{W}pPr/{W}outlineLvl")
        assert outline is not None
        assert outline.attrib[f"{W}val"] == str(level)
        kept = styles[name].find(f"{W}name")
        assert kept is not None
        assert kept.attrib[f"{W}val"] == f"heading {level + 1}"
    used = {style_of(each) for each in read.body.iter(f"{W}p")}
    assert used <= styles.keys()


def test_everything_is_there_and_every_fact_has_its_number() -> None:
    many = tuple(line(f"Fact {number}.", cites=(number,)) for number in range(1, 301))
    sources = tuple(source(number, f"paragraph {number}") for number in range(1, 301))
    read = Read(replace(wawiernia(), blocks=(*wawiernia().blocks, Block("a", "All", many)), sources=sources))
    facts = read.paragraphs("Normal")
    assert [f"Fact {number}.\xa0{number}" for number in range(1, 301)] == [
        fact for fact in facts if fact.startswith("Fact")
    ]
    assert read.paragraphs("Source")[299] == "300\tNews article, Astana, 20 June 2024 · paragraph 300"


def test_a_number_leads_to_its_source_and_a_name_to_its_sheet() -> None:
    read = Read(kyzylorda(), wawiernia())
    places = [each.attrib[f"{W}name"] for each in read.body.iter(f"{W}bookmarkStart")]
    ids = [each.attrib[f"{W}id"] for each in read.body.iter(f"{W}bookmarkStart")]
    assert len(set(places)) == len(places)
    assert len(set(ids)) == len(ids)
    links = [(words(each), each.get(f"{W}anchor")) for each in read.body.iter(f"{W}hyperlink")]
    inside = [link for link in links if link[1]]
    assert {anchor for _, anchor in inside} <= set(places)
    assert ("Katarzyna Wawiernia", "sheet_2") in inside
    assert ("7", "sheet_2_source_7") in inside
    targets = {each.attrib["Id"]: each.attrib for each in read.xml("word/_rels/document.xml.rels")}
    outside = {
        targets[each.attrib[f"{R}id"]]["Target"]
        for each in read.body.iter(f"{W}hyperlink")
        if f"{R}id" in each.attrib
    }
    assert outside == {"mailto:registry@example.org", "https://example.org/kyzylorda"}


def test_a_table_tells_its_head() -> None:
    read = Read(wawiernia())
    (table,) = read.body.iter(f"{W}tbl")
    first, *rows = table.iter(f"{W}tr")
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert [words(cell) for cell in first.iter(f"{W}tc")] == ["Date", "Details"]
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows)
    assert [words(row.findall(f"{W}tc")[0]) for row in rows] == ["19 June 2024"] * 3
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    assert look.attrib[f"{W}firstRow"] == "1"
    caption = table.find(f"{W}tblPr/{W}tblCaption")
    assert caption is not None
    assert caption.attrib[f"{W}val"] == "Said and did"


def test_a_table_of_other_than_dates_says_so_and_a_link_in_a_note_is_as_small_as_the_note() -> None:
    fact = line("KZ-10", when="ISO code", note="See https://example.org")
    read = Read(sheet("Abai", Block("facts", "In short", (fact,), "dated")))
    assert [words(cell) for cell in read.body.iter(f"{W}tc")][:3] == ["About", "Details", "ISO code"]
    (link,) = read.body.iter(f"{W}hyperlink")
    size = link.find(f"{W}r/{W}rPr/{W}sz")
    assert size is not None
    assert size.attrib[f"{W}val"] == "18"


def test_the_map_is_a_picture_with_words_for_it() -> None:
    read = Read(wawiernia())
    (name,) = (name for name in read.parts if name.startswith("word/media/"))
    picture = Image.open(io.BytesIO(read.parts[name]))
    assert (picture.format, picture.width) == ("PNG", 1250)
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24) or ()}
    assert any(red > 230 and 190 < green < 220 and blue < 130 for red, green, blue in colours)  # the amber
    described = [each.attrib for each in read.body.iter() if each.tag.endswith("}docPr")]
    assert [each["descr"] for each in described] == [wawiernia().labels["map"]]


@pytest.mark.parametrize(
    ("made", "region"), [(wawiernia, "en-GB"), (visit, "ru-RU"), (kyzylorda, "kk-KZ")], ids=["en", "ru", "kk"]
)
def test_it_says_what_it_is_and_in_which_language(made: type[Sheet], region: str) -> None:
    shown = made()
    read = Read(shown)
    core = read.xml("docProps/core.xml")
    said = {each.tag.rpartition("}")[2]: each.text for each in core}
    assert said == {
        "title": shown.name,
        "subject": one_line(f"{shown.kind_label} · {shown.as_of}"),
        "creator": "Dossier",
        "language": shown.language,
    }
    language = read.xml("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language is not None
    assert language.attrib[f"{W}val"] == region


def test_marking_copy_and_state_stand_at_head_and_foot_of_each_sheet() -> None:
    read = Read(wawiernia(marking="For official use · TLP:AMBER", copy="Copy 3 of 5"), visit(marking=""))
    heads, feet = read.of_kind("header"), read.of_kind("footer")
    assert (len(heads), len(feet)) == (2, 2)
    for each in (heads[0], feet[0]):
        (marking,) = (mark for mark in each.iter(f"{W}p") if style_of(mark) == "Marking")
        assert words(marking).split() == "FOR OFFICIAL USE COPY 3 OF 5 TLP:AMBER".split()
    assert words(heads[1]) == ""
    assert "Information as of 20 June 2024 · Printed on 24 November 2026" in words(feet[0])
    assert "По состоянию на 20 июня 2024 г. · Распечатано 24 ноября 2026 г." in one_line(words(feet[1]))
    fields = [each.attrib[f"{W}instr"] for each in feet[0].iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    marked = read.xml("word/styles.xml").find(f".//{W}style[@{W}styleId='Marking']")
    assert marked is not None
    assert {each.tag.rpartition("}")[2]: each.get(f"{W}val") for each in marked.iter()}.items() >= {
        "jc": "right", "sz": "24", "b": None,
    }.items()  # fmt: skip
    sections = list(read.body.iter(f"{W}sectPr"))
    for section in sections:
        size = section.find(f"{W}pgSz")
        assert size is not None
        assert (size.attrib[f"{W}w"], size.attrib[f"{W}h"]) == ("11906", "16838")


def test_hostile_text_is_kept_without_what_xml_cannot_hold() -> None:
    odd = '<a> & "b" \x00\x0b\ud800\uffff 王毅 🙂 محمد ' + "x" * 400
    read = Read(sheet(odd, Block("a", odd, (line(Run(odd), note=odd, when=odd),), "dated"), lead=(Run(odd),)))
    kept = '<a> & "b" 王毅 🙂 محمد ' + "x" * 400
    assert " ".join(read.paragraphs("Heading1")[0].split()) == kept
    assert len(ElementTree.fromstring(read.parts["docProps/core.xml"]).find(f"{DC}title").text) == 255  # type: ignore[union-attr,arg-type]


def test_it_holds_no_time_and_nothing_of_the_model_it_is_made_from() -> None:
    read = Read(visit())
    assert {entry.date_time for entry in read.entries} == {(1980, 1, 1, 0, 0, 0)}
    everything = b"".join(read.parts.values())
    for trace in (b"python-docx", b"2013", b"Macintosh", b"dcterms:created"):
        assert trace not in everything
    assert len(read.data) < 60_000


def test_the_bytes_depend_on_the_sheets_alone() -> None:
    code = (
        "import sys; from dossier.export.docx import render_docx;"
        "from tests.export.sheets import kyzylorda, wawiernia;"
        "sys.stdout.buffer.write(render_docx([wawiernia(), kyzylorda()]))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    }
    assert runs == {render_docx([wawiernia(), kyzylorda()])}


def test_an_empty_block_says_so_and_an_unsourced_fact_is_marked() -> None:
    said = line("Said so.", cites=(), state="unsourced")
    read = Read(
        sheet("A", Block("a", "Contacts", empty="None."), Block("b", "Earlier"), Block("c", "C", (said,)))
    )
    assert read.paragraphs("Heading2") == ["Contacts", "C"]
    assert "None." in read.paragraphs("Small")
    assert read.paragraphs("Normal") == ["Said so.\xa0?"]


def test_python_docx_and_word_find_no_part_missing() -> None:
    import docx

    read = Read(wawiernia(), kyzylorda())
    document = docx.Document(io.BytesIO(read.data))
    assert len(document.sections) == 2
    for name, part in read.parts.items():
        if not name.endswith(".rels"):
            continue
        folder = name.replace("_rels/", "").rpartition("/")[0]
        for relation in ElementTree.fromstring(part):
            if relation.get("TargetMode") != "External":
                target = relation.attrib["Target"]
                whole = target[1:] if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                assert whole in read.parts
