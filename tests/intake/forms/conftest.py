"""A dossier with nothing in it, and one with the seed, for forms to be written into."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from dossier.intake.contacts import plan_contacts, write_contacts
from dossier.intake.seed import load_seed
from dossier.model.clock import clock_at
from dossier.model.dates import parse_date
from dossier.store import Dossier

CLOCK = clock_at(date(2026, 11, 24))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "empty.dossier", clock=CLOCK) as dossier:
        yield dossier


@pytest.fixture(scope="session")
def seed_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seed") / "seed.dossier"
    Dossier.create(path, clock=CLOCK, fill=load_seed).close()
    return path


@pytest.fixture
def seeded(seed_path: Path, tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.open(Path(shutil.copy(seed_path, tmp_path / "visit.dossier")), clock=CLOCK) as dossier:
        yield dossier


@pytest.fixture
def write_list(tmp_path: Path) -> Callable[[Dossier], None]:
    """Takes in a list of contacts with one row, received long ago."""

    def written(dossier: Dossier) -> None:
        path = tmp_path / "list.csv"
        path.write_text(
            "name,organization,post,phone\nAnn Lee,United Nations,Envoy,+7 727 123 45 67\n", "utf-8"
        )
        plan = plan_contacts(dossier, path, received=parse_date("2020-01-01"))
        assert plan
        write_contacts(dossier, plan, {})

    return written
