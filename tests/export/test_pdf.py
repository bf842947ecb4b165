import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from dossier.export.map_drawing import MapDrawing
from dossier.export.pdf import render_pdf
from dossier.model.markings import TLP
from dossier.views.values import Block, Run, Sheet
from tests.export.golden import FOLDER, HAND_MADE, golden
from tests.export.read_pdf import check_layout, links, one_line, page_count, poppler, text, words
from tests.export.sheets import kyzylorda, line, sheet, source, visit, wawiernia


def test_each_sheet_is_one_a4_page(tmp_path: Path) -> None:
    info = poppler("pdfinfo", render_pdf([wawiernia(), kyzylorda(), visit()]), tmp_path)
    assert "Pages:           3\n" in info
    assert "(A4)" in info
    assert "Pages:           1\n" in poppler("pdfinfo", render_pdf([visit()]), tmp_path)


def test_poppler_finds_names_titles_regions_and_sources(tmp_path: Path) -> None:
    found = " ".join(poppler("pdftotext", render_pdf([wawiernia()]), tmp_path).split())
    for sentence in (
        "Katarzyna Wawiernia",
        "Resident Representative in Kazakhstan",
        "UN Development Programme (UNDP)",
        "Abai",
        "Zhetisu",
        "Ulytau",
        "Kyzylorda",
        "News article, Astana, 20 June 2024",
        "Information as of 20 June 2024",
        "Printed on 24 November 2026",
        "nothing left out",
        "Page 1 of 1",
    ):
        assert sentence in found


def test_words_are_neither_glued_nor_broken(tmp_path: Path) -> None:
    """Each word of the sheet is found whole; a source's number is a word of its own."""
    for made in (wawiernia(), kyzylorda(), visit()):
        data = render_pdf([made])
        by_poppler = set(poppler("pdftotext", data, tmp_path).split())
        by_pdfium = {word.text for word in words(data)}
        for block in made.blocks:
            for fact in block.lines:
                shown = set(fact.plain.replace("\u202f", " ").split())
                assert shown <= by_poppler
                assert shown <= by_pdfium
        assert "UNDP1" not in by_poppler | by_pdfium


def test_kazakh_letters_are_searchable(tmp_path: Path) -> None:
    letters = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
    data = render_pdf(
        [sheet("Қызылорда", Block("a", "Әріптер", (line(letters, Run(" " + letters, bold=True)),)))]
    )
    assert f"{letters} {letters}" in one_line(data)
    assert set(letters.split()) <= set(poppler("pdftotext", data, tmp_path).split())
    assert "□" not in one_line(data)


def test_fonts_are_embedded_subsets_with_their_letters_named(tmp_path: Path) -> None:
    table = poppler("pdffonts", render_pdf([wawiernia(), kyzylorda(), visit(), sheet()]), tmp_path)
    rows = table.splitlines()[2:]
    assert {row.split()[0].partition("+")[2] for row in rows} == {"SourceSans3-Regular", "SourceSans3-Bold"}
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]  # embedded, a subset, with Unicode


def test_metadata_says_what_it_is_and_in_which_language(tmp_path: Path) -> None:
    data = render_pdf([kyzylorda()])
    entries = (entry.partition(":") for entry in poppler("pdfinfo", data, tmp_path).splitlines())
    info = {key: value.strip() for key, _, value in entries}
    assert info["Title"] == "Қызылорда облысы"
    assert info["Subject"] == "Қазақстан өңірі, KZ-43 · 2024 жылғы 20 маусымдағы жағдай бойынша"
    assert info["Creator"] == "Dossier"
    assert "Author" not in info
    assert "CreationDate" not in info
    assert b"/Lang (kk)" in data


def test_outline_has_an_entry_for_each_sheet() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(render_pdf([wawiernia(), kyzylorda()]))
    entries = [(entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()]
    document.close()
    assert entries == [("Katarzyna Wawiernia", 0), ("Қызылорда облысы", 1)]


def test_a_number_links_to_its_source() -> None:
    data = render_pdf([wawiernia()])
    found = words(data)
    sevens = sorted((word for word in found if word.text == "7"), key=lambda word: word.bottom)
    entry, number = sevens[0], sevens[-1]
    assert (entry.size, number.size) == (9, 9)
    link = next(
        link
        for link in links(data)
        if abs(link.left - number.left) < 3 and abs(link.bottom - number.bottom) < 5
    )
    assert link.page == 1
    assert 0 < link.height - entry.bottom < 13


def test_a_name_links_to_its_sheet_in_the_same_file_only() -> None:
    alone = {link.page for link in links(render_pdf([kyzylorda()]))}
    together = {link.page for link in links(render_pdf([kyzylorda(), wawiernia()]))}
    assert alone - {0} == {1}
    assert together - {0} == {1, 2}


def test_addresses_are_links() -> None:
    block = Block(
        "contacts",
        "Contacts",
        (
            line("registry@example.org, www.example.org/a."),
            line("See https://example.org/сапар?x=1 (in Russian)", "; or not."),
        ),
        side=True,
    )
    addresses = {link.address for link in links(render_pdf([sheet("A", block)]))} - {""}
    assert addresses == {
        "mailto:registry@example.org",
        "https://www.example.org/a",
        "https://example.org/%D1%81%D0%B0%D0%BF%D0%B0%D1%80?x=1",
    }


@pytest.mark.parametrize("marking", ["TLP:RED", "TLP:AMBER+STRICT", "Қызмет бабында пайдалану үшін"])
def test_marking_stands_at_head_and_foot_at_the_right_in_12_pt(marking: str) -> None:
    found = check_layout(render_pdf([wawiernia(marking=marking)]))
    first, last = marking.upper().split()[0], marking.upper().split()[-1]
    heads = [word for word in found if word.text == first and word.size == 12]
    assert len(heads) == 2
    assert max(word.bottom for word in heads) > 770
    assert min(word.bottom for word in heads) < 60
    name = next(word for word in found if word.text == "Katarzyna")
    assert max(word.bottom for word in heads) - name.top > 25  # the thick rule has room between them
    assert all(word.right > 530 for word in found if word.text == last and word.size == 12)


def test_words_the_copy_and_a_mark_of_tlp_stand_together_at_head_and_foot() -> None:
    found = check_layout(render_pdf([wawiernia(marking="For official use · TLP:AMBER", copy="Copy 3 of 5")]))
    marks = [word for word in found if word.size == 12]
    row = "FOR OFFICIAL USE COPY 3 OF 5 TLP:AMBER".split()
    assert [word.text for word in sorted(marks, key=lambda word: (-word.bottom // 20, word.left))] == row * 2
    assert min(word.left for word in marks) > 250
    below = [word.text for word in found if word.bottom < 100 and word.size == 9]
    assert {"Information", "Printed"} <= set(below)


def test_a_long_marking_is_never_cut_off() -> None:
    words = "Training fictional for official use only by those who are named on the list of its readers"
    data = render_pdf([wawiernia(marking=f"{words} · TLP:AMBER+STRICT", copy="Copy 12 of 120")])
    check_layout(data)
    assert page_count(data) == 1
    found = one_line(data)
    assert found.count(words.upper()) == 2
    assert found.count("COPY 12 OF 120 TLP:AMBER+STRICT") == 2


@pytest.mark.parametrize("marking", [*TLP, "For official use only"])
def test_a_marking_is_told_in_black_and_white(marking: str) -> None:
    """Printed without colour, its letters stand out; the red that TLP asks for on black has 3.9:1."""
    data = render_pdf([sheet(marking=marking)])
    document = PdfDocument(data)
    page = document[0].render(scale=4, grayscale=True).to_pil()
    document.close()
    for word in (word for word in words(data) if word.size == 12):
        place = (word.left, 842 - word.top, word.right, 842 - word.bottom)
        shades = page.crop(tuple(round(4 * edge) for edge in place)).getextrema()
        dark, light = map(luminance, shades)
        assert (light + 0.05) / (dark + 0.05) > 3.8


def luminance(grey: int) -> float:
    share = grey / 255
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)


def test_no_marking_leaves_no_trace() -> None:
    assert not [word for word in words(render_pdf([wawiernia(marking="")])) if word.size == 12]
    assert "TLP" not in one_line(render_pdf([wawiernia(marking="")]))


def test_an_empty_block_says_so_and_one_without_a_sentence_is_absent() -> None:
    data = render_pdf(
        [sheet("A", Block("a", "Contacts", empty="None in the dossier."), Block("b", "Earlier posts"))]
    )
    assert "Contacts None in the dossier." in one_line(data)
    assert "Earlier posts" not in one_line(data)


def test_the_same_date_is_said_once() -> None:
    facts = tuple(line(f"Fact {number}.", when="19 June 2024") for number in range(3))
    data = render_pdf([sheet("A", Block("a", "Said", (*facts, line("Later.", when="20 June")), "dated"))])
    assert one_line(data).count("19 June 2024") == 1
    assert one_line(data).count("20 June") == 3  # there, in the band and at the foot


def test_an_unsourced_fact_is_marked() -> None:
    data = render_pdf([sheet("A", Block("a", "B", (line("Said so.", cites=(), state="unsourced"),)))])
    assert "Said so. ?" in one_line(data)


def test_a_document_is_named_once_above_its_passages() -> None:
    sources = (
        source(1, "par. 1"),
        source(2, "par. 2"),
        source(3, "list", document=901, head="ISO 3166-2:KZ"),
    )
    data = render_pdf([sheet("A", Block("a", "B", (line("C", cites=(1, 2, 3)),)), sources=sources)])
    assert one_line(data).count("News article, Astana, 20 June 2024") == 1
    assert "3 ISO 3166-2:KZ · list" in one_line(data)


def test_letters_the_type_lacks_are_boxes_and_counted() -> None:
    data = render_pdf([replace(wawiernia(), name="王毅 🙂\u200d محمد", lead=(Run("e\u0301"),))])
    found = one_line(data)
    assert "□□ □ □□□□" in found
    assert "characters shown as □: 7" in found
    assert "é" in found
    check_layout(data)


def test_the_bytes_depend_on_the_sheets_alone() -> None:
    code = (
        "import sys; from dossier.export.pdf import render_pdf;"
        "from tests.export.sheets import kyzylorda, wawiernia;"
        "sys.stdout.buffer.write(render_pdf([wawiernia(), kyzylorda()]))"
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
    assert runs == {render_pdf([wawiernia(), kyzylorda()])}


def test_what_is_said_of_a_map_stands_below_it() -> None:
    found = words(render_pdf([kyzylorda()]))
    caption = next(word for word in found if word.text == "Қою:")
    labels = [word for word in found if word.text in ("Ұлытау", "Жетісу", "Алматы") and word.size == 9]
    on_map = [word for word in labels if word.bottom > caption.top]
    assert {word.text for word in on_map} == {"Ұлытау", "Жетісу", "Алматы"}
    heading = next(word for word in found if word.text == "Картада")
    assert all(word.top < heading.bottom for word in on_map)


def test_the_halo_of_a_name_on_the_map_is_no_second_text(tmp_path: Path) -> None:
    """White letters lie under each name; readers of either kind find it once."""
    data = render_pdf([kyzylorda()])
    assert text(data).split().count("Алматы") == 1
    assert poppler("pdftotext", data, tmp_path).split().count("Алматы") == 1


def test_no_sheet_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no sheet"):
        render_pdf([])


@pytest.mark.parametrize("made", HAND_MADE, ids=lambda made: made.kind)
def test_golden_text(made: Sheet) -> None:
    """The text as a reader gets it; after a change that is meant, run `python -m tests.export.golden`."""
    name, found = golden(made)
    assert found == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("made", HAND_MADE, ids=lambda made: made.kind)
def test_words_keep_their_distance(made: Sheet) -> None:
    check_layout(render_pdf([made]))


def test_a_sheet_twice_in_a_file_links_to_its_first_page() -> None:
    data = render_pdf([kyzylorda(), wawiernia(), replace(wawiernia(), name="Again")])
    assert page_count(data) == 3
    assert {link.page for link in links(data)} - {0} == {1, 2}


@pytest.mark.parametrize("width", [150, 210, 300])
def test_names_of_regions_stay_within_their_outlines(width: int) -> None:
    names = {"KZ-43": "Кызылординская", "KZ-62": "Ұлытау", "KZ-33": "Жетісу", "KZ-10": "Абай"}
    drawing = MapDrawing.of(tuple(names), (), names, width)
    assert drawing
    placed = drawing.placed()
    assert "".join(name.piece.text.rstrip("-") for name in placed).startswith("Кызылординская")
    shape = drawing.outline.region("KZ-43")
    assert shape
    xs = [drawing.fit.point(point)[0] for ring in shape.rings for point in ring]
    for name in placed[:2]:
        assert name.x + name.piece.width < max(xs)
