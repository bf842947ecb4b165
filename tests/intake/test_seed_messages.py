"""A malformed seed is refused by one sentence that names file, line and field and says what to do."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.intake.seed import load_seed, read_seed
from dossier.model.errors import DossierError
from dossier.model.records import Person
from dossier.store import Dossier
from tests.intake.conftest import GOOD

Write = Callable[..., Path]
BOARD, WORDS, ANN = "organization.well-board", "statement.about-well", "person.diggory"


def refusal(folder: Path) -> str:
    with pytest.raises(DossierError) as caught:
        read_seed(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ('kind = "ngo"', 'kind = "club"', f"{BOARD}.kind", "“club” is not a word for this"),
        ('kind = "ngo"', "kind = 3", f"{BOARD}.kind", "text in quotes is needed here"),
        ('kind = "ngo"', 'kind = "ngo"\nsize = 3', f"{BOARD}.size", "there is no field “size”"),
        ('kind = "ngo"\n', "", f"{BOARD}.kind", "this field is missing"),
        ('kind = "ngo"', 'kind = "ngo"\nparent = "x"', f"{BOARD}.parent", "no organization “x”"),
        ('kind = "ngo"', 'kind = "ngo"\nparent = "village"', f"{BOARD}.parent", "is of the kind place"),
        ('kind = "ngo"', 'kind = "ngo"\nparent = "well-board"', BOARD, "in well-board is a circle"),
        ('on = "2024-05-02"\ns', 'on = "2 May"\ns', f"{WORDS}.on", "is not a date"),
        ('on = "2024-05-02"\ns', "on = 2024-05-02\ns", f"{WORDS}.on", "not a date without quotes"),
        ('on = "2024-05-02"\ns', 'on = "2024/1992"\ns', f"{WORDS}.on", "ends before it starts"),
        ('speakers = ["diggory"]', 'speakers = ["digory"]', f"{WORDS}.speakers[1]", "“digory”"),
        ('cite.on = "letter 1"\n', "", f"{WORDS}.on", "nothing says where this date is from"),
        ('cite.statement = "letter 1, 0-20"\n', "", f"{WORDS}.statement", "nothing says where"),
        ('statement.en = "Offered to dig."\n', "", f"{WORDS}.statement", "this is missing"),
        ('statement.en =', "statement.de =", f"{WORDS}.statement.de", "one of en, ru, kk"),
        ('"letter 1, 0-20"', '"letter 2"', f"{WORDS}.cite.statement", "has no paragraph 2"),
        ('"letter 1, 0-20"', '"leter 1"', f"{WORDS}.cite.statement", "no source “leter”"),
        ('"letter 1, 0-20"', '"letter"', f"{WORDS}.cite.statement", "is not a citation"),
        ('"letter 1, 0-20"', '"letter 1, 20-3"', f"{WORDS}.cite.statement", "run backwards"),
        ('"letter 1, 0-20"', "5", f"{WORDS}.cite.statement", "a citation is a text"),
        ("cite.on =", "cite.when =", f"{WORDS}.cite.when", "“when” is no field"),
        ("cite.on =", "cite.place =", f"{WORDS}.cite.place", "not filled in"),
        ("cite.on =", 'cite.addressees = "letter 1"\ncite.on =', f"{WORDS}.cite.addressees", "none"),
        (', rule = "2024 − 32"', ', basis = "derived"', "initiative.well.cite.period", "needs its rule"),
        ('stated = "32 years"', 'said = "x"', "initiative.well.cite.period.said", "there is no field “said”"),
        ('stated = "2 May"', "stated = 2", f"{ANN}.posts[1].attested[1].cite.stated", "text in quotes"),
        ('official", cite = "letter 1, 0-11"', 'alias", cite = "letter 1"', f"{ANN}.names", "official one"),
        ('text = "Ann Diggory"', 'text = " "', f"{ANN}.names[1].text", "nothing in the quotes"),
        ('title.ru = "Колодец"', 'title.ru = ""', "initiative.well.title.ru", "nothing in the quotes"),
        ('stated = "2 May"', 'stated = ""', f"{ANN}.posts[1].attested[1].cite.stated", "nothing in the"),
        ('title.en = "Chair"', "", f"{ANN}.posts[1].title.en", "missing"),
        ('organization = "well-board"\n', "", f"{ANN}.posts[1].organization", "missing"),
        ("number = 1", "number = 7", "source.letter.paragraphs[1].number", "numbered from 1"),
        ("[person.diggory]", "[human.diggory]", "human", "no kind of record “human”"),
        ("[person.diggory]", "[person.Ann_D]", "person.Ann_D", "is no short name"),
        ("[person.diggory]", "[person.village]", "person.village", "is taken by place.village"),
    ],
)  # fmt: skip
def test_message_names_line_and_field(write_seed: Write, old: str, new: str, field: str, words: str) -> None:
    assert old in GOOD
    message = refusal(write_seed(notes=GOOD.replace(old, new, 1)))
    found = re.match(r"notes\.toml, line (\d+), ([^:]*): (.+)", message)
    assert found, message
    assert found[2] == field
    assert words in message
    assert message.endswith(".")
    assert "\n" not in message


def test_line_is_that_of_the_field(write_seed: Write) -> None:
    text = GOOD.replace('stated = "32 years"', "stated = 32")
    line = 1 + next(n for n, content in enumerate(text.split("\n")) if "stated = 32" in content)
    assert refusal(write_seed(notes=text)).startswith(f"notes.toml, line {line}, initiative.well.cite.period")


def test_uncited_record(write_seed: Write) -> None:
    text = GOOD.replace('names = [{ text = "Village"', 'latitude = 4\nnames = [{ text = "Village"')
    uncited = text.replace('cite = "letter 1, 3-10" }]\ncite = "letter 1"', 'cite = "letter 1, 3-10" }]')
    assert "place.village.cite: nothing says where this is from" in refusal(write_seed(notes=uncited))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("[person.a]\nkind = \n", "a.toml, line 2, kind: this is not valid TOML"),
        ("[person.a]\nx = 1\nx = 2\n", "a.toml, line 3, x: this is not valid TOML"),
        ("[person.a]\n[person.a]\n", "a.toml, line 2, person.a: this is not valid TOML"),
        ("x = [\n1,\n", "a.toml, line 3: this is not valid TOML"),
        ("person = 3\n", "a.toml, line 1, person: a record needs a short name of its own"),
        ("[person]\nsarwar = 3\n", "a.toml, line 1, person: a record needs a short name of its own"),
    ],
)
def test_not_toml(write_seed: Write, text: str, start: str) -> None:
    assert refusal(write_seed(a=text)).startswith(start)


def test_not_utf8(write_seed: Write) -> None:
    folder = write_seed(a="# first\n")
    (folder / "a.toml").write_bytes("# first\n# Қазақ\n".encode("cp1251", errors="replace") + b"\xff")
    assert refusal(folder).startswith("a.toml, line 2: this is not UTF-8")


def test_same_name_in_two_files(write_seed: Write) -> None:
    again = (
        '[person.village]\nnames = [{ text = "V", language = "en", kind = "official", cite = "letter 1" }]\n'
    )
    message = refusal(write_seed(a=GOOD, b=again + 'cite = "letter 1"\n'))
    assert message.startswith(
        "b.toml, line 1, person.village: the short name “village” is taken by place.village in a.toml"
    )


def test_circle_of_organizations(write_seed: Write) -> None:
    second = '\n[organization.b]\nkind = "ngo"\nparent = "well-board"\ncite = "letter 1"\n'
    names = 'names = [{ text = "B", language = "en", kind = "official", cite = "letter 1" }]\n'
    text = GOOD.replace('kind = "ngo"', 'kind = "ngo"\nparent = "b"') + second + names
    message = refusal(write_seed(notes=text))
    assert "well-board in b in well-board is a circle" in message


def test_no_folder_and_no_file(tmp_path: Path) -> None:
    assert "There is no seed in" in refusal(tmp_path / "absent")
    assert "holds no *.toml file" in refusal(tmp_path)


def test_refused_seed_leaves_the_dossier_as_it_was(write_seed: Write, dossier: Dossier) -> None:
    with pytest.raises(DossierError):
        load_seed(dossier, write_seed(notes=GOOD.replace('"letter 1, 0-20"', '"letter 9"')))
    assert dossier.history() == ()
    with dossier.read() as reader:
        assert reader.count(Person) == 0
