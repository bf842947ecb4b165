"""Sheets as Markdown, read back by markdown-it: what is written is read, and nothing becomes markup."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.export.markdown import render_markdown
from dossier.views.values import Block, Run
from tests.export.sheets import kyzylorda, line, sheet, source, visit, wawiernia

HOSTILE = (
    "# a", "1. a", "- a", "> a", "*a* _b_ `c` ~~d~~", "[a](b)", "![a](b)", "<script>", "&lt; &#65;", "a\\",
    "***", "---", "===", "    code", "a  \nb", "<https://x.example>", "[1]: https://x.example", "\\*", "+ a",
    "``` a",
)  # fmt: skip


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        yield token
        yield from token.children or ()


def seen(text: str) -> str:
    """The words as a reader sees them."""
    parts = []
    for token in tokens(text):
        if token.type == "text":
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak") or token.type.endswith("_close"):
            parts.append(" " if token.block or token.type.endswith("break") else "")
    return " ".join("".join(parts).split())


def test_it_reads_as_plain_text() -> None:
    text = render_markdown([wawiernia(marking="For official use · TLP:RED", copy="Copy 2")]).decode()
    for words in (
        "**FOR OFFICIAL USE · TLP:RED · COPY 2**\n\n# Katarzyna Wawiernia\n",
        "Resident Representative in Kazakhstan\\\n**UN Development Programme (UNDP)** [1]\n",
        "**Information as of 20 June 2024**\n\nPerson · Printed on 24 November 2026\n",
        "## Said and did\n\n- 19 June 2024: **Visit to the UN Plaza, Almaty.** Spoke when",
        "met UN representatives. [1, 2]\n",
        "- **Resident Representative in Kazakhstan**, UNDP [1]\\\n  In post on 19 June 2024; not confirmed",
        "## Contacts\n\nNone in the dossier: no phone, e-mail or address.\n",
        "Map of the regions. Shown: Abai, Zhetisu, Ulytau and Kyzylorda.\n",
        "## Sources\n\n1. News article, Astana, 20 June 2024 · par. 10: her post and the projects\n2. News",
    ):
        assert words in text
    assert text.endswith("**FOR OFFICIAL USE · TLP:RED · COPY 2**\n")
    assert not text.startswith("\ufeff")


def test_headings_and_lists_are_read_as_such() -> None:
    found = list(tokens(render_markdown([wawiernia(), kyzylorda(), visit()]).decode()))
    assert [token.tag for token in found if token.type == "heading_open"].count("h1") == 3
    assert sum(token.type == "hr" for token in found) == 2
    assert sum(token.type == "ordered_list_open" for token in found) == 3
    links = [token.attrs["href"] for token in found if token.type == "link_open"]
    assert links == ["mailto:registry@example.org", "https://example.org/kyzylorda"]


def test_an_unsourced_fact_is_marked() -> None:
    text = render_markdown([sheet("A", Block("a", "B", (line("Said so.", cites=(), state="unsourced"),)))])
    assert "- Said so. [?]\n" in text.decode()


def test_bold_words_side_by_side_are_read_as_one() -> None:
    told = line(Run("Rashed Sarwar", bold=True), Run(":", bold=True), " Outlined projects.")
    text = render_markdown([sheet("A", Block("a", "B", (told,)))]).decode()
    assert "- **Rashed Sarwar:** Outlined projects. [1]\n" in text
    assert "*" not in seen(text)


def test_what_users_wrote_stays_what_it_is() -> None:
    for words in HOSTILE:
        block = Block("a", words, (line(Run(words, bold=True), " ", words, note=words, when=words),))
        made = sheet(words, block, sources=(source(1, words, head=words),), lead=(Run(f"{words}\n{words}"),))
        text = render_markdown([made]).decode()
        bare = " ".join(words.split())
        assert seen(text).count(bare) == 10, text
        kinds = {token.type for token in tokens(text)} - {"text", "softbreak", "hardbreak", "inline"}
        allowed = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "strong"}
        allowed |= {"link"} if "https" in words else set()
        assert {kind.removesuffix("_open").removesuffix("_close") for kind in kinds} <= allowed


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_any_text_is_read_back(words: str) -> None:
    text = render_markdown([sheet("A", Block("a", "B", (line(f"{words}.", cites=()),)))]).decode()
    kinds = {token.type for token in tokens(text)}
    assert not kinds & {
        "html_block",
        "html_inline",
        "code_block",
        "fence",
        "image",
        "blockquote_open",
        "em_open",
    }
    assert sum(token.type == "bullet_list_open" for token in tokens(text)) == 1
    assert sum(token.type == "heading_open" for token in tokens(text)) == 2
