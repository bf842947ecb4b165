"""What a sheet says without a source, told before the sheet leaves the house."""

from dossier.views.values import Line, Run, Sheet


def unsourced_lines(sheet: Sheet) -> tuple[str, ...]:
    """The words of each line that lacks a source, with the title of the block in which it stands."""
    found = [_words(sheet.lead)] if sheet.lead and not sheet.lead_cites else []
    if sheet.gist and _lacks_source(sheet.gist):
        found.append(_words(sheet.gist.runs))
    for block in sheet.blocks:
        found += [f"{block.title}: {_words(line.runs)}" for line in block.lines if _lacks_source(line)]
    return tuple(found)


def _lacks_source(line: Line) -> bool:
    """Whether a fact of a line has none; a line such as “and 3 more posts” states no fact."""
    return line.state == "unsourced"


def _words(runs: tuple[Run, ...]) -> str:
    return " ".join("".join(run.text for run in runs).split())
