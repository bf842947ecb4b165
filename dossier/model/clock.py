"""One clock for the whole program, so that "today" can be set in tests, sheets and `--as-of`."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time

from dossier.model.errors import DossierError

Clock = Callable[[], datetime]
"""Gives the present moment in UTC."""


def system_clock() -> datetime:
    """The present moment in UTC, or `SOURCE_DATE_EPOCH` where it is set (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise DossierError(
            "SOURCE_DATE_EPOCH is “{epoch}”; it must be a whole number of seconds since 1970.", epoch=epoch
        ) from None


def clock_at(day: date) -> Clock:
    """A clock that stands at noon UTC of one day."""
    moment = datetime.combine(day, time(12), UTC)
    return lambda: moment
