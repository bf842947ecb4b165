"""Dossiers as text, for a person to read and edit; found by importlib.resources, from checkout and wheel."""
