"""A malformed seed is refused by one sentence that names file, line and field and says what to do."""

import os
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
EVENT = '[event.dig]\nkind = "visit"\nzone = "Mars/Base"\n'
BOARD, WORDS, ANN = "organization.well-board", "statement.about-well", "person.diggory"
CITE = f"{ANN}.posts[1].attested[1].cite"


def contact(kind: str, value: str) -> tuple[str, str, str]:
    """A contact of the person: where it is put in, the text, and the field to be named."""
    line = f'contacts = [{{ kind = "{kind}", value = "{value}", cite = "letter 1" }}]'
    return "[person.diggory]", f"[person.diggory]\n{line}", f"{ANN}.contacts[1].value"


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
        ('language = "en"\ncite', 'language = "english!"\ncite', "source.letter.language", "no language tag"),
        ('language = "ru"', 'language = "RU"', f"{BOARD}.names[2].language", "no language tag"),
        ('language = "en"\ncite', f'sha256 = "{"z" * 64}"\ncite', "source.letter.sha256", "no SHA-256"),
        ('kind = "city"', 'kind = "city"\nlatitude = 1234.5', "place.village.latitude", "from -90 to 90"),
        ('kind = "city"', 'kind = "city"\nlatitude = nan', "place.village.latitude", "nan is no latitude"),
        ('kind = "city"', 'kind = "city"\nlongitude = -inf', "place.village.longitude", "-180 to 180"),
        ('kind = "city"', f'kind = "city"\nlongitude = {10**400}', "place.village.longitude", "number"),
        ("0-20", f"0-{10**21}", f"{WORDS}.cite.statement", "is not a citation"),
        ('at = "letter 1", stated = "2', f'at = "letter {10**21}", stated = "2', CITE, "is not a citation"),
        ("number = 1", f"number = {10**30}", "source.letter.paragraphs[1].number", "numbered from 1"),
        ('on = "2024-05-02", cite', 'on = "2024/2025", cite', f"{ANN}.posts[1].attested[1].on", "is a range"),
        ('published = "2024-05-02"', 'published = "2024/.."', "source.letter.published", "is a range"),
        ('text = "Ann Diggory"', 'text = "Ann\\u0000"', f"{ANN}.names[1].text", "control character U+0000"),
        ('text = "Ann Diggory"', 'text = "Ann\\nDiggory"', f"{ANN}.names[1].text", "one line"),
        ('title.ru = "Колодец"', 'title.ru = "Ко\\u0007лодец"', "initiative.well.title.ru", "U+0007"),
        ('about = ["well", "village"]', 'about = ["well", "well"]', f"{WORDS}.about[2]", "here already"),
        ('rule = "2024 − 32"', 'rule = { ru = "x" }', "initiative.well.cite.period.rule.en", "missing"),
        ('text = "Ann Diggory"', 'text = "\\u202e\\u200b"', f"{ANN}.names[1].text", "can be seen"),
        ("[initiative.well]", f"{EVENT}[initiative.well]", "event.dig.zone", "no time zone"),
        (*contact("email", "not a mail"), "no e-mail address"),
        (*contact("phone", "abc"), "no phone number"),
        (*contact("web", "javascript:alert(1)"), "is no page"),
        ('language = "en"\ncite', 'language = "en"\nurl = "file:///"\ncite', "source.letter.url", "no page"),
        ('rule = "2024 − 32"', "rule = 3", "initiative.well.cite.period.rule", "is needed here"),
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


def test_a_code_is_that_of_one_place(write_seed: Write) -> None:
    text = GOOD.replace('kind = "city"', 'kind = "city"\ncode = "X-1"')
    second = text.split("[place.village]")[1].split("[organization")[0]
    message = refusal(write_seed(a=text, b=f"[place.town]{second}"))
    assert message.startswith("b.toml, line 3, place.town.code: the code X-1 is that of place.village")


@pytest.mark.parametrize("deep", ["[" * 5000 + "]" * 5000, "{x=" * 5000 + "1" + "}" * 5000])
def test_values_without_end(write_seed: Write, deep: str) -> None:
    message = refusal(write_seed(a=f"# first\n[person.a]\ncite = {deep}\n"))
    assert re.match(r"a\.toml, line 3\b.*(too deep|not valid TOML)", message), message


def test_a_number_of_thousands_of_digits(write_seed: Write) -> None:
    assert refusal(write_seed(a="[place.a]\nlatitude = " + "9" * 5000 + "\n")).startswith("a.toml, line ")


def test_keys_of_the_file_do_not_break_the_sentence(write_seed: Write) -> None:
    message = refusal(write_seed(a='[person."a\\nb"]\n"c\\u001b" = 1\n'))
    assert message.startswith("a.toml, line 1, person.a b: ")
    assert message.isprintable()


def test_a_message_is_as_long_as_a_person_reads(write_seed: Write) -> None:
    assert len(refusal(write_seed(a="[person." + "a" * 100_000 + "_]\n"))) < 1100


@pytest.mark.parametrize(
    "make",
    [
        Path.mkdir,
        lambda path: path.symlink_to("absent"),
        lambda path: path.symlink_to(path),
        os.mkfifo,
    ],
)
def test_what_is_no_readable_file(write_seed: Write, make: Callable[[Path], None]) -> None:
    folder = write_seed(a=GOOD)
    make(folder / "b.toml")
    assert refusal(folder).startswith("b.toml ")


def test_a_file_that_may_not_be_read(write_seed: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_seed(a=GOOD)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert refusal(folder) == "a.toml can't be read (permission denied); check that you may read it."


def test_what_editors_and_systems_leave_behind_is_no_part_of_a_seed(write_seed: Write) -> None:
    folder = write_seed(a=GOOD)
    (folder / "._a.toml").write_bytes(b"\0\5\x16\7")
    (folder / ".#a.toml").symlink_to("somebody@host:1")
    assert read_seed(folder).entries


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_and_line_ends_of_any_editor(write_seed: Write, before: str, end: str) -> None:
    folder = write_seed()
    (folder / "a.toml").write_bytes((before + GOOD.replace("\n", end)).encode())
    assert read_seed(folder).entries
    spoilt = GOOD.replace('kind = "ngo"', 'kind = "club"')
    line = 1 + spoilt.split("\n").index('kind = "club"')
    (folder / "a.toml").write_bytes((before + spoilt.replace("\n", end)).encode())
    assert refusal(folder).startswith(f"a.toml, line {line}, ")


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
