"""The day a page is printed on, which is not the one that stands for today when that lies in the past."""

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from dossier.model.clock import system_clock


class LooksBack(Protocol):
    """A page that tells the state on some day."""

    @property
    def looks_back(self) -> bool: ...


Page = TypeVar("Page", bound=LooksBack)


def printed_on(today: date, make: Callable[..., Page]) -> Page:
    """A page printed today; on the system's day where `today` is one before the sources of the page."""
    made = make(printed=today)
    now = system_clock().date()
    return make(printed=now) if made.looks_back and today < now else made
