"""The core of Dossier: the model, the file, search, views and export, without a window."""

__version__ = "0.1.0"
