"""What the seed says: all that the article says, nothing more, in the words of the model."""

import re
from collections import Counter

import pytest

from dossier.model.records import (
    Attestation,
    ContactPoint,
    Coverage,
    Event,
    FormerCode,
    Initiative,
    Involvement,
    Name,
    Organization,
    Paragraph,
    Participation,
    Person,
    Place,
    Post,
    Record,
    Remit,
    Source,
    Statement,
    StatementLink,
    Status,
    Text,
)
from dossier.store import Reader


def names(
    reader: Reader, record_class: type[Record], kind: str = "official", language: str = "en"
) -> dict[str, int]:
    pks = [record.pk for record in reader.all(record_class)]
    return {name.text: name.of for name in reader.find(Name, of=pks, name_kind=kind, language=language)}


def text(reader: Reader, pk: int, field: str = "title", language: str = "en") -> str | None:
    found = reader.find(Text, of=pk, field=field, language=language)
    return found[0].text if found else None


def called(reader: Reader, pk: int) -> str:
    """The official name or the title of a record."""
    found = reader.find(Name, of=pk, name_kind="official", language="en")
    return found[0].text if found else text(reader, pk) or ""


def test_six_people_with_their_posts(reader: Reader) -> None:
    posts = {
        called(reader, post.person): (
            text(reader, post.pk),
            called(reader, post.organization),
            str(post.held),
        )
        for post in reader.all(Post)
    }
    assert posts == {
        "Akan Rakhmetullin": (
            "First Deputy Foreign Minister",
            "Ministry of Foreign Affairs of the Republic of Kazakhstan",
            "None",
        ),
        "Kassym-Jomart Tokayev": ("President", "Kazakhstan", "None"),
        "António Guterres": ("Secretary-General", "United Nations", "None"),
        "Madina Dzharbusynova": (
            "Elected member",
            "Committee on the Elimination of Discrimination against Women",
            "2025/2028",
        ),
        "Rashed Sarwar": ("Representative in Kazakhstan", "United Nations Children’s Fund", "None"),
        "Katarzyna Wawiernia": (
            "Resident Representative in Kazakhstan",
            "United Nations Development Programme",
            "None",
        ),
    }
    assert reader.count(Person) == 6


def test_posts_are_attested_on_the_day_of_the_article_only(reader: Reader) -> None:
    days = {
        called(reader, reader.get(Post, item.post).person): str(item.on) for item in reader.all(Attestation)
    }
    assert set(days.values()) == {"2024-06-20"}
    assert set(names(reader, Person)) - set(days) == {"Madina Dzharbusynova"}


def test_nobody_answers_for_a_region_and_no_contact_is_made_up(reader: Reader) -> None:
    assert reader.count(Remit) == 0
    assert reader.count(ContactPoint) == 0


def test_no_form_of_a_name_is_made_up(reader: Reader) -> None:
    """Russian and Kazakh forms are those in public use, or follow by a rule; two people have none."""
    people = names(reader, Person)
    languages = {
        person: {name.language for name in reader.find(Name, of=pk)} for person, pk in people.items()
    }
    assert languages["Rashed Sarwar"] == languages["Katarzyna Wawiernia"] == {"en"}
    assert names(reader, Person, "transliteration", "ru").keys() == {
        "Акан Рахметуллин",
        "Касым-Жомарт Токаев",
        "Антониу Гутерреш",
        "Мадина Джарбусынова",
    }


def test_organizations_and_their_parents(reader: Reader) -> None:
    acronyms = {**names(reader, Organization), **names(reader, Organization, "acronym")}
    called_by = {pk: name for name, pk in acronyms.items()}
    parents = {called_by[item.pk]: called_by.get(item.parent or 0) for item in reader.all(Organization)}
    assert parents == {
        "Kazakhstan": None,
        "MFA": "Kazakhstan",
        "Press Service of the Ministry of Foreign Affairs": "MFA",
        "UN": None,
        "UNGA": "UN",
        "HRC": "UN",
        "CEDAW": "UN",
        "UNICEF": "UN",
        "UNDP": "UN",
        "UN agencies with a regional mandate, Almaty": "UN",
        "SCO": None,
    }


@pytest.mark.parametrize(
    ("language", "acronyms"),
    [
        ("en", {"UN", "UNICEF", "UNDP", "CEDAW", "SCO", "MFA", "HRC", "UNGA"}),
        ("ru", {"ООН", "ЮНИСЕФ", "ПРООН", "КЛДЖ", "ШОС", "МИД", "СПЧ", "ГА ООН"}),
        ("kk-Cyrl", {"БҰҰ", "ЮНИСЕФ", "БҰҰДБ", "ШЫҰ", "СІМ"}),
    ],
)
def test_acronyms(reader: Reader, language: str, acronyms: set[str]) -> None:
    assert names(reader, Organization, "acronym", language).keys() == acronyms


def test_forms_of_the_article_are_aliases(reader: Reader) -> None:
    aliases = names(reader, Organization, "alias")
    official = names(reader, Organization)
    assert aliases["UN Children’s Fund"] == official["United Nations Children’s Fund"]
    assert aliases["UN Development Program"] == official["United Nations Development Programme"]
    assert (
        aliases["Foreign Ministry"] == official["Ministry of Foreign Affairs of the Republic of Kazakhstan"]
    )


def test_seven_initiatives_with_statuses_only_as_stated(reader: Reader) -> None:
    statuses = {
        text(reader, status.initiative, "short_title") or text(reader, status.initiative): (
            reader.get(Initiative, status.initiative).initiative_kind,
            status.status,
            str(status.on),
        )
        for status in reader.all(Status)
    }
    assert statuses == {
        "Resolution on education for peace and tolerance": ("resolution", "adopted", "None"),
        "Year of Volunteers, 2026": ("declaration", "declared", "None"),
        "Election to CEDAW, 2025–2028": ("election", "elected", "None"),
        "UN Regional Center in Almaty": ("proposal", "proposed", "None"),
        "Projects that empower children": ("project", "described", "2024-06-19"),
        "Joint projects for vulnerable people": ("project", "described", "2024-06-19"),
        "National strategies and the SDGs": ("policy", "described", "2024-06-19"),
    }
    assert reader.count(Initiative) == 7


def test_nobody_implements_anything(reader: Reader) -> None:
    """The article says so of no one; UNICEF and UNDP speak of projects done with others."""
    roles = Counter(item.role for item in reader.all(Involvement))
    assert roles == {"proposer": 2, "adopter": 2, "candidate": 1, "member_of": 1, "partner": 2}


def test_joint_projects_cover_the_four_regions(reader: Reader) -> None:
    regions = {}
    for coverage in reader.all(Coverage):
        place = reader.get(Place, coverage.place)
        if place.place_kind == "region":
            regions[called(reader, place.pk)] = (place.code, text(reader, coverage.initiative, "short_title"))
    assert regions == {
        "Abai": ("KZ-10", "Joint projects for vulnerable people"),
        "Zhetisu": ("KZ-33", "Joint projects for vulnerable people"),
        "Ulytau": ("KZ-62", "Joint projects for vulnerable people"),
        "Kyzylorda": ("KZ-43", "Joint projects for vulnerable people"),
    }


def test_six_events(reader: Reader) -> None:
    events = {
        item.event_kind: (
            str(item.date),
            called(reader, item.place) if item.place else None,
            item.announced,
            item.part_of is not None,
        )
        for item in reader.all(Event)
    }
    assert events == {
        "visit": ("2024-06-19", "UN Plaza", False, False),
        "summit": ("2024-07-03/2024-07-04", "Astana", True, False),
        "trip": ("None", "Kazakhstan", True, True),
        "observance": ("2026", None, False, False),
        "term": ("2025/2028", None, False, False),
        "relations": ("1992~/2024", None, False, False),
    }


def test_who_took_part_in_the_visit(reader: Reader) -> None:
    (visit,) = reader.find(Event, event_kind="visit")
    parties = {called(reader, item.party): item.role for item in reader.find(Participation, event=visit.pk)}
    assert parties == {
        "Akan Rakhmetullin": "guest",
        "United Nations": "participant",
        "Rashed Sarwar": "speaker",
        "Katarzyna Wawiernia": "speaker",
    }


def test_statements_have_the_nature_of_their_verbs(reader: Reader) -> None:
    said: Counter[tuple[str, str]] = Counter()
    for statement in reader.all(Statement):
        speakers = reader.find(StatementLink, statement=statement.pk, role="speaker")
        said[" and ".join(called(reader, link.to) for link in speakers), statement.nature] += 1
    assert said == {
        ("Akan Rakhmetullin", "stressed"): 5,
        ("Akan Rakhmetullin", "said"): 2,
        ("Press Service of the Ministry of Foreign Affairs", "said"): 1,
        ("Akan Rakhmetullin and United Nations", "discussed"): 1,
        ("United Nations", "discussed"): 1,
        ("United Nations", "offered"): 1,
        ("Rashed Sarwar", "described"): 1,
        ("Katarzyna Wawiernia", "described"): 1,
    }


def test_readiness_is_offered_to_kazakhstan_and_projects_are_spoken_about(reader: Reader) -> None:
    (offer,) = reader.find(Statement, nature="offered")
    (addressee,) = reader.find(StatementLink, statement=offer.pk, role="addressee")
    assert called(reader, addressee.to) == "Kazakhstan"
    assert "expressed readiness" in (text(reader, offer.pk, "statement") or "")
    spoken = [text(reader, item.pk, "statement") or "" for item in reader.find(Statement, nature="described")]
    assert any(words.startswith("Spoke about joint projects in four regions") for words in spoken)
    assert any(words.startswith("Outlined projects") for words in spoken)


def test_only_the_report_of_the_press_service_has_no_day(reader: Reader) -> None:
    assert Counter(str(statement.on) for statement in reader.all(Statement)) == {"2024-06-19": 12, "None": 1}


def test_the_twenty_units_of_kazakhstan(reader: Reader) -> None:
    units = {item.code: item for item in reader.all(Place) if item.code and "-" in item.code}
    assert {code: item.place_kind for code, item in units.items() if item.place_kind != "region"} == {
        "KZ-71": "city",
        "KZ-75": "city",
        "KZ-79": "city",
    }
    assert len(units) == 20
    country = names(reader, Place)["Kazakhstan"]
    assert {item.parent for item in units.values()} == {country}
    for item in units.values():
        official = {name.language for name in reader.find(Name, of=item.pk, name_kind="official")}
        assert official == {"en", "ru", "kk-Cyrl"}


def test_new_regions_have_no_former_code(reader: Reader) -> None:
    former = {reader.get(Place, item.place).code: item for item in reader.all(FormerCode)}
    assert {"KZ-10", "KZ-33", "KZ-62"}.isdisjoint(former)
    assert len(former) == 17
    assert {str(item.held) for item in former.values()} == {"../2022-11-29"}
    assert former["KZ-61"].code == "KZ-YUZ"


def test_what_is_unknown_of_the_article_stays_so(reader: Reader) -> None:
    (article,) = reader.find(Source, source_kind="article")
    assert (article.title, article.publisher, article.author, article.retrieved) == (None,) * 4
    assert (article.dateline, str(article.published), article.language) == ("Astana", "2024-06-20", "en")
    assert len(reader.find(Paragraph, source=article.pk)) == 10
    assert {item.original for item in reader.all(Paragraph)} == {None}


def test_no_word_of_the_seed_mixes_alphabets(reader: Reader) -> None:
    """A Latin i among Kazakh letters looks right and is found by no search."""
    words = [word for text in reader.all(Text) for word in re.findall(r"\w+", text.text)]
    words += [word for name in reader.all(Name) for word in re.findall(r"\w+", name.text)]
    mixed = re.compile(r"(?=.*[A-Za-z])(?=.*[Ѐ-ӿ])")
    assert [word for word in words if mixed.match(word)] == []


NOW = {
    "ru": r"\b(осуществля[ею]тся|вед[её]тся|ведутся|обсужда\w+т|выража\w+т|говор[ия]т|размещены|предшествует|"
    r"подч[её]ркивает|отмечает|называет|сообщает|рассказывает|увязаны|взаимодействуют|теку\w+)\b",
    "kk": r"\b(асырылады|асырылатын|келеді|жатыр|жатқан|орналасқан|аударатын\w*|ағымдағы|ұштастырылған)\b",
}
GENDERED = r"\b(подчеркнул|отметил|заявил|сообщил|рассказал|назвал|представил|выразил|обсудил|избран)а?\b"


@pytest.mark.parametrize("language", NOW)
def test_no_text_in_russian_or_kazakh_reads_as_current(reader: Reader, language: str) -> None:
    texts = [item.text for item in reader.find(Text, language=language) if item.field != "rule"]
    assert len(texts) > 50
    assert [item for item in texts if re.search(NOW[language], item, re.IGNORECASE)] == []


def test_statements_in_russian_guess_nobodys_gender(reader: Reader) -> None:
    words = [item.text for item in reader.find(Text, language="ru", field="statement")]
    assert [item for item in words if re.search(GENDERED, item)] == []


def test_statements_do_not_repeat_who_speaks(reader: Reader) -> None:
    """The name stands before the words already."""
    (offer,) = reader.find(Statement, nature="offered")
    for language, acronym in (("ru", "ООН"), ("kk", "БҰҰ")):
        assert acronym not in (text(reader, offer.pk, "statement", language) or "")


def test_strategies_are_linked_not_followed(reader: Reader) -> None:
    (policy,) = reader.find(Initiative, initiative_kind="policy")
    for language, word in (("en", "linking"), ("ru", "увязка"), ("kk", "ұштастыру")):
        assert word in (text(reader, policy.pk, "aim", language) or "")
