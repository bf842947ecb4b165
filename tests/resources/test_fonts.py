"""The shipped faces hold every letter of English, Russian and Kazakh, and Europe's diacritics."""

import pytest
from reportlab.pdfbase.ttfonts import TTFont

import resources

FACES = {
    "SourceSans3_400Regular.ttf": "SourceSans3-Regular",
    "SourceSans3_400Regular_Italic.ttf": "SourceSans3-Italic",
    "SourceSans3_700Bold.ttf": "SourceSans3-Bold",
    "SourceSans3_700Bold_Italic.ttf": "SourceSans3-BoldItalic",
}
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
KAZAKH_LATIN = "ÄäĞğİıÑñÖöŞşŪūÜü"
DIACRITICS = "áàâãåąćčçďđéèêëęěíìîïłńňóòôõøőřśšťțúùûűůýÿžźżþðßæœ"
SIGNS = "₸→✓≈«»–—“”„’…·№•§°−×?"


@pytest.mark.parametrize("file", FACES)
def test_face_has_the_letters(file: str) -> None:
    face = TTFont(file, str(resources.path("fonts", file))).face
    wanted = RUSSIAN + RUSSIAN.upper() + KAZAKH + KAZAKH_LATIN + DIACRITICS + SIGNS
    assert [sign for sign in wanted if not face.charToGlyph.get(ord(sign))] == []


@pytest.mark.parametrize(("file", "name"), FACES.items())
def test_file_is_the_face_its_name_says(file: str, name: str) -> None:
    assert TTFont(file, str(resources.path("fonts", file))).face.name.decode() == name


def test_licence_goes_with_the_fonts() -> None:
    licence = resources.read_text("fonts", "OFL.txt")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Adobe" in licence
