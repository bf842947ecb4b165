"""Dossiers as text: a person can read and edit them; found through importlib.resources in checkout and wheel."""
