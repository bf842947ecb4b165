"""Words for people: labels, sentences, dates, numbers and order in each language of the program.

Panes, sheets and the command line get every text a user reads from a `Wording`; English is the msgid, other
languages come from `resources/locale`. Extraction: `say`, `count:1,2`, `about:1c,2`, `N_`.
"""

from dossier.language.labels import N_
from dossier.language.wording import LANGUAGES, Wording, wording

__all__ = ["LANGUAGES", "N_", "Wording", "wording"]
