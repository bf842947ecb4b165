"""Days as lists have them (19.06.2024, June 2024, 2024-06-19, 2024), as EDTF."""

from dossier.intake.contacts.reasons import BadRowError
from dossier.language.labels import N_
from dossier.language.typed_dates import edtf
from dossier.model.dates import parse_date
from dossier.model.errors import DossierError


def read_day(cell: str) -> str:
    """The day, month or year in a cell as EDTF. Raises BadRowError for what is none."""
    try:
        return parse_date(edtf(cell)).text
    except (DossierError, KeyError):
        raise BadRowError(
            N_("“{cell}” is not a date; write it as 19.06.2024 or 2024-06-19"), cell=cell
        ) from None
