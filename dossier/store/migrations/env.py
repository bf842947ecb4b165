"""Alembic's entry: runs the revisions on the connection and in the transaction of `dossier.store.migrate`."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
