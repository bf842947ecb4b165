"""FollowTheMoney out and in: valid by its own schema, whole there and back, and nothing twice."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy

from dossier.export.scope import Scope
from dossier.export.ways import export
from dossier.intake.ftm import plan_ftm, write_ftm
from dossier.intake.seed import load_seed, training_seed
from dossier.language import wording
from dossier.model.clock import clock_at
from dossier.model.dates import parse_date
from dossier.model.errors import DossierError
from dossier.model.progress import Progress, StoppedError
from dossier.model.records import (
    Citation,
    ContactPoint,
    Event,
    Initiative,
    Name,
    Note,
    Organization,
    Participation,
    Person,
    Post,
    Source,
    Tag,
    Text,
)
from dossier.search import resolve
from dossier.store import Dossier

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CLOCK = clock_at(NOW.date())


@pytest.fixture
def seeded(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "a.dossier", clock=CLOCK, fill=load_seed) as dossier:
        yield dossier


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "empty.dossier", clock=CLOCK) as dossier:
        yield dossier


def exported(dossier: Dossier, out: Path, agency: str = "") -> dict[str, dict[str, Any]]:
    with dossier.read() as reader:
        pk = resolve(reader, agency, kind="organization") if agency else None
        export(Scope(reader, wording("en"), pk), "ftm", out, NOW)
    entities = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len({entity["id"] for entity in entities}) == len(entities)
    return {entity["id"]: _sorted(entity) for entity in entities}


def _sorted(entity: dict[str, Any]) -> dict[str, Any]:
    return entity | {"properties": {name: sorted(values) for name, values in entity["properties"].items()}}


def read_by_schema(path: Path) -> list[EntityProxy]:
    return [
        model.get_proxy(json.loads(line), cleaned=False)
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def taken_in(dossier: Dossier, path: Path) -> None:
    write_ftm(dossier, plan_ftm(dossier, path))


def written(path: Path, *entities: tuple[str, str, dict[str, list[str]]]) -> Path:
    lines = (json.dumps({"id": id, "schema": schema, "properties": p}) for id, schema, p in entities)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("training", [False, True])
def test_every_entity_is_valid_by_the_schema_and_loses_no_value_there(tmp_path: Path, training: bool) -> None:
    path, out = tmp_path / "a.dossier", tmp_path / "out.ftm.json"
    folder = training_seed() if training else None
    with Dossier.create(path, clock=CLOCK, fill=lambda each: load_seed(each, folder)) as dossier:
        entities = exported(dossier, out)
    ids = set(entities)
    for proxy in read_by_schema(out):
        proxy.schema.validate(proxy.to_dict())
        own = entities[proxy.id]["properties"]
        assert set(own) == set(proxy.properties), proxy.id
        assert {name: len(values) for name, values in own.items()} == {
            name: len(proxy.get(name)) for name in own
        }
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in ids, (proxy.id, prop.name)
            if prop.type.name == "entity":
                assert model.get(entities[value]["schema"]).is_a(prop.range), (proxy.id, prop.name)


@pytest.mark.parametrize("training", [False, True])
def test_there_and_back_into_an_empty_dossier_nothing_is_lost(
    tmp_path: Path, empty: Dossier, training: bool
) -> None:
    path, out = tmp_path / "a.dossier", tmp_path / "out.ftm.json"
    folder = training_seed() if training else None
    with Dossier.create(path, clock=CLOCK, fill=lambda each: load_seed(each, folder)) as dossier:
        before = exported(dossier, out)
    taken_in(empty, out)
    assert exported(empty, tmp_path / "back.ftm.json") == before
    assert empty.check(deep=True) == ()


def test_the_same_file_twice_changes_nothing(seeded: Dossier, empty: Dossier, tmp_path: Path) -> None:
    out = tmp_path / "out.ftm.json"
    exported(seeded, out)
    assert plan_ftm(seeded, out).says_nothing_new, "it is the dossier's own"
    taken_in(empty, out)
    changes = len(empty.history())
    again = plan_ftm(empty, out)
    assert again.says_nothing_new
    assert write_ftm(empty, again) is None
    assert len(empty.history()) == changes


def test_citations_are_mentions_proof_and_documentation(seeded: Dossier, tmp_path: Path) -> None:
    entities = exported(seeded, tmp_path / "out.ftm.json")
    with seeded.read() as reader:
        person = reader.record(resolve(reader, "Katarzyna Wawiernia"))
        (article,) = reader.find(Source, source_kind="article")
        citations = {each.id for each in reader.find(Citation, of=person.pk)}
    assert article.id in entities[person.id]["properties"]["proof"]
    mention = entities[f"mention-{article.id}-{person.id}"]["properties"]
    assert "Katarzyna Wawiernia" in mention["name"]
    told = {each["id"] for each in entities.values() if each["properties"].get("entity") == [person.id]}
    assert citations <= told
    assert all(entities[id]["schema"] == "Documentation" for id in citations)


def test_dates_are_never_sharper_than_they_are_known(empty: Dossier, tmp_path: Path) -> None:
    dates = ("2024-06-19", "2024-06", "2024~", "2024-06-19/..", "../2024-06", "2024/2025~", "2023-01/2024")
    with empty.edit("Add") as edit:
        for text in dates:
            pk = edit.add(Event(event_kind="meeting", date=parse_date(text)))
            edit.add(Text(of=pk, field="title", language="en", text=text))
    out = tmp_path / "out.ftm.json"
    entities = exported(empty, out)
    by_name = {each["properties"]["name"][0]: each["properties"] for each in entities.values()}
    assert by_name["2024-06"]["date"] == ["2024-06"]
    assert by_name["2024~"]["description"] == ["date: 2024~"]
    assert not {"date", "startDate"} & by_name["2024~"].keys()
    assert by_name["2024-06-19/.."]["startDate"] == ["2024-06-19"]
    assert "endDate" not in by_name["2024-06-19/.."]
    with Dossier.create(tmp_path / "back.dossier") as back:
        taken_in(back, out)
        with back.read() as reader:
            assert {each.date.text for each in reader.all(Event) if each.date} == set(dates)


def test_a_marked_note_stays_and_a_plain_one_goes(empty: Dossier, tmp_path: Path) -> None:
    with empty.edit("Add") as edit:
        pk = edit.add(Person())
        edit.add(Name(of=pk, text="Ann Lee", language="en", name_kind="official"))
        edit.add(Note(of=pk, text="Speaks French."))
        edit.add(Note(of=pk, text="Our source.", marking="TLP:RED"))
        edit.add(Tag(of=pk, label="guest"))
        edit.add(ContactPoint(of=pk, contact_kind="phone", value="ext. 14"))
    out = tmp_path / "out.ftm.json"
    (entity,) = exported(empty, out).values()
    assert entity["properties"]["notes"] == ["Speaks French.", "phone: ext. 14"]
    assert "Our source" not in out.read_text(encoding="utf-8")
    assert entity["properties"]["keywords"] == ["guest"]
    with Dossier.create(tmp_path / "back.dossier") as back:
        taken_in(back, out)
        with back.read() as reader:
            assert [point.value for point in reader.all(ContactPoint)] == ["ext. 14"]


def test_of_an_agency_no_other_people_go_out(seeded: Dossier, tmp_path: Path) -> None:
    out = tmp_path / "un.ftm.json"
    entities = exported(seeded, out, "United Nations")
    found = (each["properties"]["name"] for each in entities.values() if each["schema"] == "Person")
    people = {name for names in found for name in names}
    assert "Katarzyna Wawiernia" in people
    assert "Akan Rakhmetullin" not in people
    for proxy in read_by_schema(out):
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in entities, (proxy.id, prop.name)


def test_nothing_known_is_replaced_and_what_is_new_is_added_and_cited(
    seeded: Dossier, tmp_path: Path
) -> None:
    with seeded.read() as reader:
        pk = resolve(reader, "Katarzyna Wawiernia")
        id = reader.record(pk).id
        names = {name.text for name in reader.find(Name, of=pk)}
    path = written(
        tmp_path / "more.ftm.json",
        (id, "Person", {"name": ["Kate Wawiernia"], "email": ["kw@example.org"]}),
    )
    plan = plan_ftm(seeded, path)
    assert [(each.name, [part.key for part in each.parts]) for each in plan.changed] == [
        ("Katarzyna Wawiernia", ["Kate Wawiernia", "kw@example.org"])
    ]
    taken_in(seeded, path)
    with seeded.read() as reader:
        found = reader.find(Name, of=pk)
        assert {name.text for name in found} == names | {"Kate Wawiernia"}
        new = next(name for name in found if name.text == "Kate Wawiernia")
        assert new.name_kind == "alias"
        assert reader.find(Citation, of=new.pk)
        (source,) = reader.find(Source, title="more.ftm.json")
        assert source.retrieved is not None
    assert plan_ftm(seeded, path).says_nothing_new


FOREIGN = (
    ("Q1", "Person", {"name": ["Ann Lee"], "lastName": ["Lee"], "phone": ["+77172550102"], "proof": ["doc"]}),
    ("Q2", "Company", {"name": ["Acme"], "addressEntity": ["house"]}),
    ("Q3", "Position", {"name": ["Director"], "organization": ["Q2"]}),
    ("occ", "Occupancy", {"holder": ["Q1"], "post": ["Q3"], "startDate": ["2023-05"]}),
    ("job", "Employment", {"employee": ["Q1"], "employer": ["Q2"], "role": ["Adviser"], "endDate": ["2022"]}),
    ("house", "Address", {"full": ["1 River St, Astana"]}),
    ("doc", "Document", {"fileName": ["report.pdf"], "publishedAt": ["2024-02"]}),
    ("ev", "Event", {"name": ["A fair"], "startDate": ["2024-03-01"], "endDate": ["2024-03-02"],
                     "involved": ["Q1"], "organizer": ["Q2"]}),
    ("boat", "Vessel", {"name": ["Kite"]}),
    ("lost", "Occupancy", {"holder": ["nobody"], "post": ["Q3"]}),
)  # fmt: skip


def test_a_file_of_another_program_is_taken_in_as_far_as_a_dossier_can_hold_it(
    empty: Dossier, tmp_path: Path
) -> None:
    path = written(tmp_path / "foreign.ftm.json", *FOREIGN)
    for proxy in read_by_schema(path):
        proxy.schema.validate(proxy.to_dict())
    plan = plan_ftm(empty, path)
    assert plan.left_out == {"Vessel": 1, "post": 1}
    write_ftm(empty, plan)
    with empty.read() as reader:
        (person,) = reader.all(Person)
        (company,) = reader.all(Organization)
        posts = {post.held.text if post.held else "": post for post in reader.all(Post)}
        assert set(posts) == {"2023-05/..", "../2022"}
        assert {text.text for text in reader.find(Text, field="title")} == {"Director", "Adviser", "A fair"}
        assert {(part.party, part.role) for part in reader.all(Participation)} == {
            (person.pk, "participant"),
            (company.pk, "host"),
        }
        points = {(point.of, point.value) for point in reader.all(ContactPoint)}
        assert points == {(person.pk, "+7 7172 55 01 02"), (company.pk, "1 River St, Astana")}
        (report,) = reader.find(Source, title="report.pdf")
        assert report.published
        assert reader.find(Citation, of=person.pk)
        assert reader.find(Citation, of=company.pk), "what nothing documents is cited to the file"
    assert plan_ftm(empty, path).says_nothing_new


def test_what_was_deleted_here_stays_so(empty: Dossier, tmp_path: Path) -> None:
    path = written(tmp_path / "a.ftm.json", FOREIGN[0])
    taken_in(empty, path)
    empty.undo()
    plan = plan_ftm(empty, path)
    assert (plan.deleted, plan.says_nothing_new) == (1, True)
    empty.redo()
    assert plan_ftm(empty, path).deleted == 0


def test_one_import_is_one_change(seeded: Dossier, empty: Dossier, tmp_path: Path) -> None:
    out = tmp_path / "out.ftm.json"
    exported(seeded, out)
    taken_in(empty, out)
    assert empty.history(limit=1)[0].label == "Import from FollowTheMoney"
    empty.undo()
    with empty.read() as reader:
        assert (reader.count(Person), reader.count(Source), reader.count(Initiative)) == (0, 0, 0)


def test_stopping_leaves_nothing(seeded: Dossier, empty: Dossier, tmp_path: Path) -> None:
    out = tmp_path / "out.ftm.json"
    exported(seeded, out)
    plan = plan_ftm(empty, out)
    with pytest.raises(StoppedError):
        write_ftm(empty, plan, Progress(cancelled=lambda: True))
    with empty.read() as reader:
        assert reader.count(Person) == 0


def test_a_plan_is_not_written_over_a_change_made_since(empty: Dossier, tmp_path: Path) -> None:
    plan = plan_ftm(empty, written(tmp_path / "a.ftm.json", FOREIGN[0]))
    with empty.edit("Add") as edit:
        edit.add(Person())
    with pytest.raises(DossierError, match="changed since"):
        write_ftm(empty, plan)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ('{"id": "a"', "Line 1 of .* is not JSON"),
        ('{"id": "a", "schema": "Person", "properties": {}}\nnonsense', "Line 2 of .* is not JSON"),
        ('{"id": 1, "schema": "Person", "properties": {}}', "is no entity"),
        ('{"id": "a", "schema": "Person", "properties": {"name": "Ann"}}', "is no entity"),
        ('{"people": []}', "is no entity"),
    ],
)
def test_what_is_no_file_of_entities_is_said_with_its_line(
    empty: Dossier, tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "a.ftm.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DossierError, match=words):
        plan_ftm(empty, path)
