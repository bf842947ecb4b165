"""How the window looks, all derived from `resources.tokens`: theme, palette, style sheet, fonts, icons.

The icons are imported when first used: the first picture of the window has none.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ui.style.theme import Theme

if TYPE_CHECKING:
    from ui.style.icons import icon, kind_icon, kind_token, pixmap, set_icon, tick

__all__ = ["Theme", "icon", "kind_icon", "kind_token", "pixmap", "set_icon", "tick"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.icons"), name)
