"""The original of a source: its hash is checked, then paragraphs and passages hold the real words."""

from hashlib import sha256
from pathlib import Path

import pytest

from dossier.intake.original import attach_original, split_paragraphs
from dossier.intake.seed import load_seed
from dossier.model.errors import DossierError
from dossier.model.records import Paragraph, Passage, Source
from dossier.store import Dossier
from tests.intake.conftest import GOOD

TEXT = " date 2024-05-02 Ann Diggory of the Well Board «Құдық» writes.\n\nA second paragraph, much shorter. "
SECOND = '\n[[source.letter.paragraphs]]\nnumber = 2\nsummary.en = "More."\n'


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def source(dossier: Dossier, tmp_path: Path) -> int:
    folder = tmp_path / "seed"
    folder.mkdir()
    head = f'language = "en"\nsha256 = "{sha256(TEXT.encode()).hexdigest()}"'
    text = GOOD.replace('language = "en"', head, 1).replace("\n[place.village]", SECOND + "\n[place.village]")
    (folder / "a.toml").write_text(text, encoding="utf-8")
    load_seed(dossier, folder)
    with dossier.read() as reader:
        return reader.all(Source)[0].pk


def test_paragraphs_and_passages_are_filled(dossier: Dossier, source: int, original: Path) -> None:
    change = attach_original(dossier, source, original)
    with dossier.read() as reader:
        texts = [paragraph.original for paragraph in reader.find(Paragraph, source=source)]
        passages = {(item.start, item.end): item for item in reader.all(Passage)}
    assert texts == ["Ann Diggory of the Well Board «Құдық» writes.", "A second paragraph, much shorter."]
    name = passages[0, 11]
    assert (name.exact, name.prefix, name.suffix) == ("Ann Diggory", None, " of the Well Board «Құдық» write")
    board = passages[12, 22]
    assert (board.exact, board.prefix) == ("of the Wel", "Ann Diggory ")
    assert passages[None, None].exact is None
    assert change == dossier.history()[0]
    assert change.label == "Attach the original"


def test_undo_takes_the_text_out_again(dossier: Dossier, source: int, original: Path) -> None:
    attach_original(dossier, source, original)
    dossier.undo()
    with dossier.read() as reader:
        assert {item.original for item in reader.all(Paragraph)} == {None}
        assert {item.exact for item in reader.all(Passage)} == {None}


def test_other_file_is_refused(dossier: Dossier, source: int, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(TEXT.encode() + b"\n")
    refused(dossier, source, other, "other.txt is not the original of this source: its SHA-256 hash differs")


def test_file_that_cannot_be_read(dossier: Dossier, source: int, tmp_path: Path) -> None:
    refused(dossier, source, tmp_path / "absent.txt", "can't be read")
    refused(dossier, source, tmp_path, "can't be read")


def test_second_time_is_refused(dossier: Dossier, source: int, original: Path) -> None:
    attach_original(dossier, source, original)
    refused(dossier, source, original, "is attached already")


def test_source_without_a_hash(dossier: Dossier, source: int, original: Path) -> None:
    with dossier.edit("Forget the hash") as edit:
        edit.set(source, sha256=None)
    refused(dossier, source, original, "No hash of this source is on record")


def test_paragraphs_that_do_not_fit(dossier: Dossier, source: int, original: Path) -> None:
    with dossier.edit("Add a paragraph") as edit:
        edit.add(Paragraph(source=source, number=3))
    refused(dossier, source, original, "has 2 paragraphs and the dossier has 3")


def test_passage_beyond_its_paragraph(dossier: Dossier, source: int, original: Path) -> None:
    with dossier.edit("Add a passage") as edit:
        first = edit.reader.find(Paragraph, source=source)[0]
        edit.add(Passage(paragraph=first.pk, start=3, end=999))
    refused(dossier, source, original, "A passage ends at character 999")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one\ntwo\n\n\nthree\n", ("one\ntwo", "three")),
        (" date 2024-06-20 CITY – one\r\n\r\n two ", ("CITY – one", "two")),
        ("a date 2024-06-20 within", ("a date 2024-06-20 within",)),
        ("one\n \t\ntwo", ("one", "two")),
        ("  \n\n ", ()),
    ],
)
def test_splitting(text: str, paragraphs: tuple[str, ...]) -> None:
    assert split_paragraphs(text) == paragraphs


def refused(dossier: Dossier, source: int, path: Path, words: str) -> None:
    """One sentence, and nothing changed."""
    before = dossier.history()
    with pytest.raises(DossierError, match=words) as caught:
        attach_original(dossier, source, path)
    assert "\n" not in str(caught.value)
    assert dossier.history() == before
