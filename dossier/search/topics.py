"""What deals with a topic: by its words or tags, and who said it, takes part in it or answers for it."""

from dossier.model.folding import tokens
from dossier.search.expressions import FOLDED_BEGUN, Expression, Expressions
from dossier.search.query import Query
from dossier.search.scope import listed
from dossier.store import Reader, terms

_MOST, _MOST_PEOPLE = 500, 1_000


def about_topic(reader: Reader, topic: Query) -> frozenset[int]:
    """The records whose texts, titles or tags hold the words of a topic, and the people of these."""
    expressions = Expressions(reader)
    titled = (terms.entries_of("initiative")[0], terms.entries_of("event")[1])
    found = {
        *_holding(reader, "text_index", expressions.texts(topic), (0, terms.entries_of("source")[1])),
        *_holding(reader, "name_index", expressions.names(topic, FOLDED_BEGUN), titled),
        *_tagged(reader, topic),
    }
    of = listed(found)
    people = reader.rows(
        f"""
        SELECT "to" FROM statement_link WHERE statement IN {of} AND role = 'speaker'
        UNION SELECT party FROM participation WHERE event IN {of}
        UNION SELECT party FROM involvement WHERE initiative IN {of}
        UNION SELECT person FROM post WHERE pk IN {of}
        LIMIT {_MOST_PEOPLE}
        """
    )
    return frozenset(found | {pk for (pk,) in people})


def _holding(reader: Reader, index: str, expression: Expression, within: tuple[int, int]) -> list[int]:
    if expression is None:
        return []
    sql = (
        f"SELECT {terms.PK_OF_ENTRY} FROM {index} WHERE {index} MATCH :expression "
        f"AND rowid BETWEEN :first AND :last LIMIT {_MOST}"
    )
    return [pk for (pk,) in reader.rows(sql, expression=expression, first=within[0], last=within[1])]


def _tagged(reader: Reader, topic: Query) -> list[int]:
    labels = [
        label
        for (label,) in reader.each_row("SELECT DISTINCT label FROM tag")
        if all(any(token.startswith(word.beginnings) for token in tokens(label)) for word in topic.looked_for)
    ]
    found = list[int]()
    for label in labels if topic.words else ():
        found += (
            pk for (pk,) in reader.rows(f"SELECT of FROM tag WHERE label = :label LIMIT {_MOST}", label=label)
        )
    return found
