"""A file given as a list of contacts: told by what is in it, not by its name."""

from hashlib import file_digest
from pathlib import Path

from dossier.intake.contacts.csv_rows import open_csv
from dossier.intake.contacts.reading import Reading
from dossier.intake.contacts.rows import Table
from dossier.intake.contacts.vcard_rows import START, open_vcards
from dossier.intake.contacts.xlsx_rows import open_xlsx
from dossier.model.errors import DossierError
from dossier.store.held import refuse_held

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_DATABASE = b"SQLite format 3\0"


def open_table(path: Path, reading: Reading) -> Table:
    """Open a list. Raises DossierError, saying how to convert it, for what can't be read here."""
    if path.exists() and not path.is_file():
        raise DossierError("{path} is not a file; choose a list as CSV or as an Excel workbook.", path=path)
    refuse_held(path)
    try:
        with path.open("rb") as file:
            start = file.read(len(_DATABASE))
            file.seek(0)
            sha256 = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DossierError(
            "{path} can't be read ({reason}); choose another file.", path=path, reason=reason
        ) from None
    if start == _DATABASE:
        raise DossierError("{path} is a dossier or another database, not a list; open it instead.", path=path)
    if start.startswith(_OLD_OFFICE):
        raise DossierError(
            "{path} is in Excel's old format (.xls), or locked with a password. Open it in Excel "
            "or LibreOffice, choose “Save as” and “Excel workbook (.xlsx)” without a password, "
            "and import that.",
            path=path,
        )
    if start.startswith(_ZIP):
        return open_xlsx(path, sha256, reading.sheet)
    if start.removeprefix(b"\xef\xbb\xbf").upper().startswith(START):
        return open_vcards(path, sha256)
    if reading.sheet is not None:
        raise DossierError("{path} is a text file and has no sheets; leave out --sheet.", path=path)
    return open_csv(path, sha256, reading)
