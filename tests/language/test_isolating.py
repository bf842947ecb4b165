"""What is not written from left to right moves nothing beside it."""

from dossier.language.isolating import in_order, isolated, marked_in_order


def test_only_what_needs_it_is_isolated() -> None:
    for plain in ("Akan Rakhmetullin", "Ақан Рахметуллин", "UN-Habitat (2024)", "李强", ""):
        assert isolated(plain) == plain
    assert isolated("محمد علي") == "\u2068محمد علي\u2069"


def test_signs_of_direction_are_not_shown() -> None:
    assert isolated("Ann\u202e Smith") == "Ann Smith"
    assert isolated("\u2069محمد\u202e") == "\u2068محمد\u2069"


def test_names_within_a_text_are_isolated_one_by_one() -> None:
    for plain in ("Head, UN-Habitat · 2024", "Басшы, БҰҰ · 2024", ""):
        assert in_order(plain) == plain
    assert in_order("محمد علي, אהרן · 2024") == "\u2068محمد علي\u2069, \u2068אהרן\u2069 · 2024"
    assert in_order("Related to محمد: 1 person") == "Related to \u2068محمد\u2069: 1 person"
    assert in_order("שלום 12") == "\u2068שלום\u2069 12"


def test_a_name_with_words_of_both_directions_stays_one() -> None:
    assert in_order("شركة ABC للتجارة, Cairo") == "\u2068شركة ABC للتجارة\u2069, Cairo"


def test_signs_of_direction_within_a_text_are_not_shown() -> None:
    assert in_order("Ann\u202e Smith, \u2067Cairo") == "Ann Smith, Cairo"


def test_what_is_marked_in_a_text_stays_marked() -> None:
    text = "\u202eאהרן, Ann Smith"
    at = text.index("Ann")
    shown, ((start, end),) = marked_in_order(text, [(at, at + 3)])
    assert shown == "\u2068אהרן\u2069, Ann Smith"
    assert shown[start:end] == "Ann"
