"""Sheets of the seed as they are taken to a meeting: what matters is on the one page, in each language."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dossier.export.pdf import render_pdf
from dossier.intake.forms import Named, NewPerson, Origin, Replacement, write
from dossier.intake.seed import load_seed
from dossier.language import LANGUAGES, wording
from dossier.model.clock import clock_at
from dossier.model.dates import parse_date
from dossier.model.records import Post
from dossier.search import resolve
from dossier.store import Dossier
from dossier.views import sheet
from tests.export.read_pdf import check_layout, one_line, words

TODAY = date(2026, 11, 24)
LEAST = 9.0
MIDDLE = 300.0
"""Points from the left, where a page of two columns has its gutter or before it."""


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seed") / "seed.dossier"
    Dossier.create(path, clock=clock_at(TODAY), fill=load_seed).close()
    return path


@pytest.fixture
def dossier(seed: Path, tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.open(Path(shutil.copy(seed, tmp_path / "a.dossier")), clock=clock_at(TODAY)) as opened:
        yield opened


def printed(dossier: Dossier, code: str, pk: int) -> bytes:
    with dossier.read() as reader:
        return render_pdf([sheet(reader, wording(code), TODAY, pk)])


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sheet_of_the_visit_holds_all_facts_and_the_map(dossier: Dossier, code: str) -> None:
    with dossier.read() as reader:
        pk = resolve(reader, "Visit to the UN Plaza, Almaty", kind="event")
    data = printed(dossier, code, pk)
    check_layout(data)
    assert wording(code).say("nothing left out") in one_line(data)
    # Where the news is from, and on the map.
    assert sum(word.text.strip(",") in ("Astana", "Астана") for word in words(data)) == 2
    assert min(word.size for word in words(data)) >= LEAST


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sheet_of_a_new_holder_tells_what_the_post_brings(dossier: Dossier, code: str) -> None:
    with dossier.read() as reader:
        before = resolve(reader, "Katarzyna Wawiernia")
        (post,) = reader.find(Post, person=before)
    told = Origin("phone call with the office", "24 November 2026")
    entry = Replacement(post.pk, Named("Ann Lee"), "", "1 November 2026", told)
    data = printed(dossier, code, write(dossier, wording(code), entry).pk)
    check_layout(data)
    page = one_line(data)
    since = wording(code).date(parse_date("2026-11-01"), "since")
    first = wording(code).say("In this post {since}; before: ", since=since)
    assert " ".join(f"{first}Katarzyna Wawiernia".split()) in page
    assert wording(code).say("What the predecessor said") in page
    assert sum(word.text.strip(",") in ("Astana", "Астана") for word in words(data)) == 2


def test_the_sheet_of_somebody_with_a_post_alone_has_no_empty_column(dossier: Dossier) -> None:
    told = Origin("told by Ann Lee", "24 November 2026")
    entry = NewPerson(Named("Aigerim Bekova"), "Head of Protocol", Named("Ministry of Culture"), "", told)
    data = printed(dossier, "en", write(dossier, wording("en"), entry).pk)
    heads = {word.text: word.left for word in words(data) if word.text in ("Posts", "Contacts")}
    assert heads["Posts"] < MIDDLE < heads["Contacts"]
