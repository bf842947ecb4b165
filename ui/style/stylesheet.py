"""The one style sheet (`window.qss`), filled from the token table; a widget asks for a look by a property.

`look` of a QWidget: "header" (36 px head of a pane), "empty" (dashed box), "card", "tool-bar", "status";
of a QLabel: "title" (of a pane), "count", "section" (head on a card), "second", "name", "preview-name",
"lead", "key" (a key cap), "kind-person" … "kind-muted" (the kind word on a card), "marking" (with `tlp`);
of a QPushButton or QToolButton: "primary", "icon" (32 px), "small-icon" (28 px), "link", "tag", "chip",
"tab" (checkable), "segment" (checkable); without a look a QPushButton is outlined.
"""

from dataclasses import asdict
from pathlib import Path
from string import Template

from resources.tokens import SPACE, TLP, TLP_GROUND, WINDOW_TYPE
from ui.style.theme import FAMILY, Theme


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    values = {key: str(value) for key, value in asdict(theme.tokens).items()}
    values |= {f"size_{name}": f"{style['size']}px" for name, style in asdict(WINDOW_TYPE).items()}
    values |= {f"space_{name}": f"{value}px" for name, value in asdict(SPACE).items()}
    values |= {f"tlp_{mark.partition(':')[2].lower()}": ink for mark, ink in TLP.items()}
    values["tlp_ground"] = TLP_GROUND
    template = Path(__file__).with_name("window.qss").read_text(encoding="utf-8")
    return Template(template).substitute(values, family=FAMILY)
