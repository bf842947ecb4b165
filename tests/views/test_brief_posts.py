"""What a row of the tree reads of people and posts says the same as the records themselves."""

import pytest

from dossier.language import wording
from dossier.model.records import Person, Post
from dossier.store import Reader
from dossier.views.brief_posts import brief_posts, names_of_people
from dossier.views.lookup import Lookup
from dossier.views.names import shown_name, text_of
from tests.views.making import Maker


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_names_and_titles_are_those_of_the_records(reader: Reader, code: str) -> None:
    words, lookup = wording(code), Lookup(reader)
    people = [person.pk for person in reader.all(Person)]
    assert names_of_people(reader, words, people) == {pk: shown_name(lookup, words, pk) for pk in people}
    posts = reader.all(Post)
    assert [
        (post.pk, post.person, post.held, post.title)
        for post in brief_posts(reader, words, [post.pk for post in posts])
    ] == [(post.pk, post.person, post.held, text_of(lookup, words, post.pk, "title")) for post in posts]


def test_who_has_no_name_is_a_person_and_a_post_without_title_says_none(maker: Maker) -> None:
    person = maker.add(Person())
    post = maker.add(Post(person=person, organization=maker.organization("Agency")))
    with maker.dossier.read() as reader:
        assert names_of_people(reader, wording("en"), [person]) == {person: "Person"}
        assert [each.title for each in brief_posts(reader, wording("en"), [post])] == [""]
