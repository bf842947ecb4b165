"""A file given as a list of contacts: told by what is in it, not by its name."""

from hashlib import file_digest
from pathlib import Path

from dossier.intake.contacts.csv_rows import open_csv
from dossier.intake.contacts.rows import Table
from dossier.intake.contacts.xlsx_rows import open_xlsx
from dossier.model.errors import DossierError

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def open_table(path: Path, sheet: str | None = None) -> Table:
    """Open a list. Raises DossierError, saying how to convert it, for what can't be read here."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
            file.seek(0)
            sha256 = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DossierError(f"{path} can't be read ({reason}); choose another file.") from None
    if start.startswith(_OLD_OFFICE):
        raise DossierError(
            f"{path} is in Excel's old format (.xls), or locked with a password. Open it in Excel or "
            "LibreOffice, choose “Save as” and “Excel workbook (.xlsx)” without a password, and import that."
        )
    if start.startswith(_ZIP):
        return open_xlsx(path, sha256, sheet)
    if sheet is not None:
        raise DossierError(f"{path} is a text file and has no sheets; leave out --sheet.")
    return open_csv(path, sha256)
