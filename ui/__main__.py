"""The `dossier` command. What merely opens the window goes there straight, past all that commands import."""

import sys


def main() -> None:
    """Open the window where nothing, or one *.dossier file, is named; else run the command line."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and words[0].endswith(".dossier") and not words[0].startswith("-")):
        sys.exit(_open(*words))
    from ui.command_line import run

    run()


def _open(file: str | None = None) -> int:
    from dossier.model.errors import DossierError
    from ui.starting import open_window

    try:
        return open_window(file)
    except DossierError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1


if __name__ == "__main__":
    main()
