"""What may be said of a post, an initiative and an event on a day: the rules of the model."""

from datetime import date

import pytest

from dossier.language import wording
from dossier.model.dates import parse_date
from dossier.views.phrases import is_recent, word_event, word_post, word_status

EN = wording("en")
TODAY = date(2026, 11, 24)
REPORTED = parse_date("2024-06-20")


def post(
    held: str | None, *attested: str, today: date = TODAY, reported: str | None = "2024-06-20"
) -> tuple[str, bool]:
    phrase = word_post(
        EN,
        today,
        parse_date(held) if held else None,
        [parse_date(day) for day in attested],
        parse_date(reported) if reported else None,
    )
    return str(phrase), phrase.stale


@pytest.mark.parametrize(
    ("confirmed", "today", "recent"),
    [
        ("2024-06-20", date(2025, 6, 19), True),
        ("2024-06-20", date(2025, 6, 20), False),
        ("2024-06-20", date(2025, 7, 1), False),
        ("2024-06-20", date(2024, 6, 20), True),
        ("2024-06-20", date(2024, 6, 19), False),
        # Of a vague date the first day counts.
        ("2024", date(2024, 12, 31), True),
        ("2024", date(2025, 1, 1), False),
    ],
)
def test_a_confirmation_counts_as_recent_for_twelve_months(confirmed: str, today: date, recent: bool) -> None:
    assert is_recent(parse_date(confirmed), today) is recent


def test_no_confirmation_is_not_recent() -> None:
    assert not is_recent(None, TODAY)


def test_in_post_is_said_only_of_a_recent_attestation_without_an_end() -> None:
    words = "in post; last confirmed on 20 June 2024; start and end not stated"
    assert post(None, "2024-06-20", today=date(2025, 6, 19)) == (words, False)


def test_an_older_attestation_proves_its_day_only() -> None:
    words = "in post on 20 June 2024; not confirmed since; start and end not stated"
    assert post(None, "2024-06-20", today=date(2025, 6, 20)) == (words, True)


def test_the_newest_attestation_counts() -> None:
    assert post(None, "2024-06-20", "2021-03-01")[0].startswith(
        "in post on 20 June 2024; not confirmed since"
    )


def test_a_known_start_is_told_and_the_missing_end_too() -> None:
    words = "in post on 20 June 2024; not confirmed since; from May 2019; end not stated"
    assert post("2019-05/..", "2024-06-20") == (words, True)
    assert post("2019-05/", "2024-06-20") == (words, True)


def test_a_recorded_end_that_is_past_needs_no_confirmation() -> None:
    assert post("2019/2023", "2021-03-01") == ("from 2019 until 2023; in post on 1 March 2021", False)


def test_a_recorded_end_ahead_still_needs_a_recent_attestation() -> None:
    assert (
        post("2023/2027", "2024-06-20")[0] == "in post on 20 June 2024; not confirmed since; term 2023–2027"
    )
    assert post("2023/2027", "2026-09-01")[0] == "in post; last confirmed on 1 September 2026; term 2023–2027"


def test_a_term_that_lay_ahead_is_told_as_reported() -> None:
    words = "term 2025–2028; as reported on 20 June 2024; not confirmed since"
    assert post("2025/2028") == (words, True)
    assert post("2025/2028", today=date(2024, 7, 1)) == ("term 2025–2028; as reported on 20 June 2024", False)


def test_a_term_reported_after_its_end_is_over() -> None:
    assert post("2016/2020") == ("term 2016–2020", False)


def test_a_post_without_any_day_is_as_old_as_its_source() -> None:
    words = "as reported on 20 June 2024; not confirmed since; start and end not stated"
    assert post(None) == (words, True)
    assert post(None, reported=None) == ("start and end not stated", True)


def test_an_end_alone_leaves_the_start_open() -> None:
    assert post("../2023", reported="2024-06-20") == ("until 2023; start not stated", False)


def status(word: str, on: str | None, today: date = TODAY, reported: str | None = "2024-06-20") -> str:
    return str(
        word_status(
            EN, today, word, parse_date(on) if on else None, parse_date(reported) if reported else None
        )
    )


def test_a_status_is_worded_as_stated_with_its_day() -> None:
    assert status("declared", None) == "declared; date not stated; not confirmed since 20 June 2024"
    assert (
        status("declared", None, today=date(2024, 8, 1))
        == "declared; date not stated; as reported on 20 June 2024"
    )
    assert status("adopted", "2024-04-05") == "adopted on 5 April 2024"
    assert status("proposed", "2024-06-19") == "proposed on 19 June 2024; not confirmed since 20 June 2024"
    assert status("proposed", None, reported=None) == "proposed; date not stated"


def test_what_moves_on_goes_stale_and_what_is_done_does_not() -> None:
    day = parse_date("2024-04-05")
    assert word_status(EN, TODAY, "described", day, REPORTED).stale
    assert not word_status(EN, TODAY, "closed", day, REPORTED).stale
    assert word_status(EN, TODAY, "closed", None, REPORTED).stale


def event(
    when: str | None, *, announced: bool = False, today: date = TODAY, reported: str | None = "2024-06-20"
) -> str:
    return str(
        word_event(
            EN,
            today,
            parse_date(when) if when else None,
            announced,
            parse_date(reported) if reported else None,
        )
    )


def test_an_event_told_of_afterwards_is_a_fact() -> None:
    assert event("2024-06-19") == "19 June 2024"
    assert event(None) == "date not stated"


def test_an_announced_event_is_not_known_to_have_happened() -> None:
    ahead = "announced for 3–4 July 2024; as reported on 20 June 2024"
    assert event("2024-07-03/2024-07-04", announced=True, today=date(2024, 7, 1)) == ahead
    past = event("2024-07-03/2024-07-04", announced=True)
    assert past == f"{ahead}; whether it took place is not in the dossier"


def test_an_announced_event_without_a_date_says_so() -> None:
    words = "announced; date not stated; as reported on 20 June 2024"
    assert event(None, announced=True, today=date(2024, 7, 1)) == words
    assert event(None, announced=True) == f"{words}; whether it took place is not in the dossier"


def test_a_date_after_the_source_is_foretold_even_if_nobody_marked_it() -> None:
    assert event("2026") == "2026; as reported on 20 June 2024; whether it began is not in the dossier"
    assert event("2026", today=date(2025, 3, 1)) == "2026; as reported on 20 June 2024"


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_no_language_leaves_a_placeholder_unfilled(code: str) -> None:
    language = wording(code)
    day = parse_date("2024-06-20")
    phrases = [
        word_post(language, TODAY, parse_date(held) if held else None, days, REPORTED)
        for held in (None, "2019/..", "2025/2028", "../2023")
        for days in ([], [day], [parse_date("2026-10-01")])
    ]
    phrases += [word_status(language, TODAY, "adopted", on, REPORTED) for on in (None, day)]
    phrases += [
        word_event(language, TODAY, when, True, REPORTED) for when in (None, parse_date("2024-07-03"))
    ]
    assert [str(phrase) for phrase in phrases if "{" in str(phrase) or not str(phrase)] == []
