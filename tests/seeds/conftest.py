"""The program's own seed, loaded once for all tests that only read it."""

from collections.abc import Iterator

import pytest

from dossier.intake.seed import load_seed
from dossier.store import Dossier, Reader


@pytest.fixture(scope="session")
def seed_dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with Dossier.create(tmp_path_factory.mktemp("seed") / "seed.dossier") as dossier:
        load_seed(dossier)
        yield dossier


@pytest.fixture
def reader(seed_dossier: Dossier) -> Iterator[Reader]:
    with seed_dossier.read() as opened:
        yield opened
