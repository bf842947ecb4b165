"""The manual's text: Markdown in resources/manual, in which {name} stands for a command and its keys."""

import re
from dataclasses import dataclass

import resources
from dossier.language import Wording
from ui.actions import ACTIONS, shortcut_table, worded

KEYS = "keys"
"""The last section, made from the table of actions."""
_COMMAND = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the manual; `text` is Markdown without the heading."""

    title: str
    text: str


def sections(wording: Wording) -> tuple[Section, ...]:
    """The whole manual in a language, the keys last. ValueError for a command that there is not."""
    written = resources.read_text("manual", f"{wording.code}.md")
    parts = (part.partition("\n") for part in written.split("## ")[1:])
    told = (Section(title.strip(), _told(text.strip(), wording)) for title, _, text in parts)
    return (*told, Section(wording.say("Keys"), _keys(wording)))


def _told(text: str, wording: Wording) -> str:
    specs = {spec.name: spec for spec in ACTIONS}

    def command(found: re.Match[str]) -> str:
        spec = specs.get(found[1])
        if spec is None:
            raise ValueError(f"the manual names a command that there is not: {found[1]}")
        words = wording.say(spec.text).rstrip("…")
        return f"**{words}** ({worded(spec.keys)})" if spec.keys else f"**{words}**"

    return _COMMAND.sub(command, text)


def _keys(wording: Wording) -> str:
    heads = f"| {wording.say('Keys')} | {wording.say('What they do')} |\n|---|---|\n"
    return heads + "\n".join(
        f"| {keys} | {wording.say(what).rstrip('…')} |" for keys, what in shortcut_table()
    )
