"""A dossier with nothing in it, and one with the seed, for forms to be written into."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dossier.intake.seed import load_seed
from dossier.model.clock import clock_at
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
