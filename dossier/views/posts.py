"""What a post asserts, and what may be said of it on the day of a page."""

from dataclasses import replace

from dossier.model.records import Attestation, Post, Text
from dossier.views import relations as rel
from dossier.views.citing import Fact
from dossier.views.draft import Draft
from dossier.views.phrases import Phrase, has_ended, word_post
from dossier.views.standings import ATTESTED, PRESUMED, UNKNOWN, standing
from dossier.views.values import Line, Run


def post_facts(draft: Draft, post: Post) -> tuple[list[Fact], list[Text]]:
    """What the line of a post asserts: the post, its days and its title."""
    days = [(each.pk, "on") for each in draft.lookup.of(Attestation, "post", post.pk) if each.on]
    held = [(post.pk, "held")] if post.held else []
    title = draft.text(post.pk, "title")
    return [(post.pk, ""), *held, *days], [title] if title else []


def post_phrase(draft: Draft, post: Post) -> Phrase:
    """How long a post is known to have been held, by the rules of the model."""
    facts, _ = post_facts(draft, post)
    return word_post(
        draft.wording, draft.today, post.held, rel.attested(draft.lookup, post), draft.sources.reported(facts)
    )


def post_standing(draft: Draft, post: Post) -> str:
    """How surely a post was held on the day of the page."""
    return standing(draft.today, post.held, rel.attested(draft.lookup, post))


def is_over(draft: Draft, post: Post) -> bool:
    """Whether a post has ended, by all that its sources say."""
    if not (post.held and post.held.ends[1]):
        return False
    facts, _ = post_facts(draft, post)
    days = rel.attested(draft.lookup, post)
    newest = max(days, key=lambda day: str(day.latest or ""), default=None)
    return has_ended(post.held, draft.today, draft.sources.reported(facts), newest)


def post_until(draft: Draft, post: Post) -> str:
    """ "until 1 November 2026" for a post that is over; "" for any other."""
    return draft.wording.date(post.held, "until") if post.held and is_over(draft, post) else ""


def post_doubt(draft: Draft, post: Post) -> str:
    """What a post may not be named without: until when it was held, how unsure it is on a day in the past."""
    if until := post_until(draft, post):
        return until
    known = post_standing(draft, post)
    if known == ATTESTED or not (draft.standing or _is_attested_later(draft, post)):
        return ""
    if known == UNKNOWN:
        return draft.wording.say("not known for this day")
    return draft.wording.label("standing", known).lower()


def _is_attested_later(draft: Draft, post: Post) -> bool:
    """Whether the page tells of a day before one on which the post is attested."""
    return any(day.earliest and day.earliest > draft.today for day in rel.attested(draft.lookup, post))


def with_standing(draft: Draft, line: Line, post: Post) -> Line:
    """The line of a post, where that is told with how surely it was held on the day, in words first."""
    if not draft.standing:
        return line
    known = post_standing(draft, post)
    is_shown = known in (ATTESTED, PRESUMED) or (known == UNKNOWN and rel.attested(draft.lookup, post))
    if _is_attested_later(draft, post) or not is_shown:
        return replace(line, standing=known)  # the words of such a post tell it
    words = Run(f"{draft.wording.label('standing', known)}: ")
    return replace(line, standing=known, note=(words, *line.note))
