"""What was shown last is kept, in no more room than it may take."""

from ui.recent import Recent


def test_what_was_asked_for_lately_is_not_made_again() -> None:
    made: list[str] = []
    recent: Recent[str] = Recent(len, most=5)

    def ask(key: str) -> str:
        return recent.get(key, lambda: made.append(key) or key * 2)  # type: ignore[func-returns-value]

    assert [ask("a"), ask("b"), ask("a")] == ["aa", "bb", "aa"]
    assert made == ["a", "b"]
    ask("c")  # "b" lies back longest, and the three are too much
    ask("a")
    assert made == ["a", "b", "c"]
    ask("b")
    assert made == ["a", "b", "c", "b"]


def test_what_is_larger_than_all_room_is_kept_alone() -> None:
    recent: Recent[str] = Recent(len, most=3)
    assert recent.get(1, lambda: "long ago") == "long ago"
    assert recent.get(1, lambda: "never made") == "long ago"
    recent.get(2, lambda: "b")
    assert recent.get(1, lambda: "anew") == "anew"
