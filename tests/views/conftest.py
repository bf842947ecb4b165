"""The seed for tests that read, and an empty dossier with a helper for those that need their own records."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dossier.intake.seed import load_seed, training_seed
from dossier.model.clock import clock_at
from dossier.store import Dossier, Reader
from tests.views.making import TODAY, Maker


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    path = tmp_path_factory.mktemp("views") / "seed.dossier"
    with Dossier.create(path, clock=clock_at(TODAY), fill=load_seed) as dossier:
        yield dossier


@pytest.fixture(scope="session")
def training(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    """The training dossier, with the crowds that the seed has not."""
    path = tmp_path_factory.mktemp("views") / "training.dossier"
    with Dossier.create(
        path, clock=clock_at(TODAY), fill=lambda dossier: load_seed(dossier, training_seed())
    ) as dossier:
        yield dossier


@pytest.fixture
def reader(seed: Dossier) -> Iterator[Reader]:
    with seed.read() as opened:
        yield opened


@pytest.fixture
def maker(tmp_path: Path) -> Iterator[Maker]:
    with Dossier.create(tmp_path / "a.dossier", clock=clock_at(date(2026, 11, 24))) as dossier:
        yield Maker(dossier)
