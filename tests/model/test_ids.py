"""Ids and the clock."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from dossier.model.clock import clock_at, system_clock
from dossier.model.errors import DossierError
from dossier.model.ids import new_id


def test_ids_are_version_7_and_ascend() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert {(UUID(id).version, UUID(id).variant) for id in ids} == {(7, "specified in RFC 4122")}


def test_an_id_tells_when_it_was_made() -> None:
    before = datetime.now(UTC).timestamp()
    made = (UUID(new_id()).int >> 80) / 1000
    assert before - 1 <= made <= datetime.now(UTC).timestamp() + 5


def test_the_clock_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clock_at(date(2024, 6, 20))() == datetime(2024, 6, 20, 12, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718884800")
    assert system_clock() == datetime(2024, 6, 20, 12, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    with pytest.raises(DossierError, match="SOURCE_DATE_EPOCH is “tomorrow”"):
        system_clock()
