"""E-mail addresses in a cell of a list."""

import re

from dossier.intake.contacts.reasons import BadRowError
from dossier.language.labels import N_
from dossier.model.plain_values import is_email

_BETWEEN = re.compile(r"[,;\s|]+|/(?=\S+@)")


def read_emails(cell: str) -> list[str]:
    """The addresses in a cell. Raises BadRowError for what is none."""
    found = []
    for part in _BETWEEN.split(cell):
        address = part.strip("<>()\"'.").removeprefix("mailto:")
        if is_email(address):
            found.append(address)
        elif "@" in part or not found:
            raise BadRowError(N_("“{cell}” is not an e-mail address"), cell=cell)
    return found
