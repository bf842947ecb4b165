"""The text of each hand-made sheet, kept in golden/; run as a module it writes the files anew."""

from pathlib import Path

from dossier.export.pdf import render_pdf
from dossier.views.values import Sheet
from tests.export.read_pdf import page_count, text
from tests.export.sheets import kyzylorda, visit, wawiernia

FOLDER = Path(__file__).parent / "golden"
HAND_MADE = (wawiernia(), kyzylorda(), visit())


def golden(sheet: Sheet) -> tuple[str, str]:
    """The name of a sheet's golden file and what should stand in it."""
    data = render_pdf([sheet])
    lines = "\n".join(line.rstrip() for line in text(data).splitlines())
    return f"{sheet.kind}-{sheet.language}.txt", f"{page_count(data)} page\n{lines}\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for sheet in HAND_MADE:
        name, content = golden(sheet)
        (FOLDER / name).write_text(content, encoding="utf-8")
