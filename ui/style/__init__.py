"""How the window looks, all derived from `resources.tokens`: theme, palette, style sheet, fonts, icons."""

from ui.style.icons import icon, kind_icon, kind_token, pixmap, set_icon, tick
from ui.style.theme import Theme

__all__ = ["Theme", "icon", "kind_icon", "kind_token", "pixmap", "set_icon", "tick"]
