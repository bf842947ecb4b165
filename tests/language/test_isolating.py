"""What is not written from left to right moves nothing beside it."""

from dossier.language.isolating import isolated


def test_only_what_needs_it_is_isolated() -> None:
    for plain in ("Akan Rakhmetullin", "Ақан Рахметуллин", "UN-Habitat (2024)", "李强", ""):
        assert isolated(plain) == plain
    assert isolated("محمد علي") == "\u2068محمد علي\u2069"


def test_signs_of_direction_are_not_shown() -> None:
    assert isolated("Ann\u202e Smith") == "Ann Smith"
    assert isolated("\u2069محمد\u202e") == "\u2068محمد\u2069"
