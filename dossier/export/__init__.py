"""Out of the program: sheets to PDF, Word and Markdown (`sheet_files.py`), files written whole or not."""
