"""What a plain value has to be: contacts that can be used, texts that can be seen."""

import pytest

from dossier.model.plain_values import FITS, can_be_seen, has_words, unshowable


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [
        ("email", "office@example.org", True),
        ("email", "not a mail", False),
        ("email", "a@b", False),
        ("phone", "+7 (7172) 72-01-11, ext. 12", True),
        ("phone", "112", True),
        ("phone", "abc", False),
        ("phone", "8(7", False),
        ("phone", "8 (701", False),
        ("web", "https://example.org/a?b=c", True),
        ("web", "www.example.org", True),
        ("web", "мфа.қаз/kk", True),
        ("web", "http://intranet:8080/people", True),
        ("web", "javascript:alert(1)", False),
        ("web", "file:///etc/passwd", False),
        ("web", "https://", False),
        ("web", "data:text/html,x.org", False),
        ("address", "1 Example Street", True),
        ("address", " … ", False),
    ],
)
def test_contacts(kind: str, text: str, fits: bool) -> None:
    assert FITS[kind](text) is fits


@pytest.mark.parametrize("text", ["\u202e\u200b", "\u2800", "\u3164", "\ufeff \u00ad", "\u0301"])
def test_what_does_not_show_is_no_name(text: str) -> None:
    assert not can_be_seen(text)


@pytest.mark.parametrize("text", ["Ан", "O’Neil", "李", "🚀", "X Æ A-12"])
def test_names_of_any_script_show(text: str) -> None:
    assert can_be_seen(text)


def test_words_and_control_characters() -> None:
    assert not has_words(" , ; …")
    assert has_words("п. 3")
    assert unshowable("a\0b") == "U+0000"
    assert unshowable("a\ud800") == "U+D800"
    assert unshowable("a\n\tb") == ""
