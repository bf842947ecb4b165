"""How a person is addressed, spoken and written: `text.field` allows both forms of address."""

from alembic import op

revision = "0005"
down_revision = "0004"

BEFORE = "'summary', 'rule')"
AFTER = "'summary', 'rule', 'form_of_address_spoken', 'form_of_address_written')"


def upgrade() -> None:
    """Change the text of the constraint alone, as revision 0002 does; no row has to be written anew."""
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'text'",
        (BEFORE, AFTER),
    )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")
