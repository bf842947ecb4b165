"""The window of Dossier, in PySide6: it shows what the core's views give and sends edits back to it."""
