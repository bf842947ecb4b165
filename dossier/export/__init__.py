"""Out of the program: sheets to PDF (`pdf.py`) and files written whole or not at all (`files.py`)."""
