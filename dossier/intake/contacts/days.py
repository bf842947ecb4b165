"""Days as lists have them (19.06.2024, June 2024, 2024-06-19, 2024, 45462), as EDTF."""

import re
from datetime import date, timedelta

from dossier.intake.contacts.reasons import BadRowError
from dossier.language.labels import N_
from dossier.language.typed_dates import edtf
from dossier.model.dates import parse_date
from dossier.model.errors import DossierError

_COUNTED = re.compile(r"([2-7]\d{4})(?:\.\d+)?\Z")
"""A day as spreadsheets count it, from the end of 1899 on; those of 1954 to 2119 can be nothing else."""
_YEAR = re.compile(r"(\d{4})\.0\Z")
_FIRST = date(1899, 12, 30)


def read_day(cell: str) -> str:
    """The day, month or year in a cell as EDTF. Raises BadRowError for what is none."""
    if counted := _COUNTED.match(cell):
        return (_FIRST + timedelta(days=int(counted[1]))).isoformat()
    if year := _YEAR.match(cell):
        return year[1]
    try:
        return parse_date(edtf(cell)).text
    except (DossierError, KeyError):
        raise BadRowError(
            N_("“{cell}” is not a date; write it as 19.06.2024 or 2024-06-19"), cell=cell
        ) from None
