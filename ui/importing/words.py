"""The words of the import: what a column holds, the groups of rows, and how a list is written."""

from dossier.language import N_

FIELDS = {
    "-": N_("leave out"),
    "name": N_("Full name"),
    "name_ru": N_("Name in Russian"),
    "name_kk": N_("Name in Kazakh"),
    "family": N_("Family name"),
    "given": N_("Given name"),
    "patronymic": N_("Patronymic"),
    "organization": N_("Organization"),
    "parent": N_("Organization above"),
    "post": N_("Post"),
    "since": N_("In post since"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "region": N_("Region"),
    "notes": N_("Notes"),
}
LEFT_OUT = "-"

PARTS = {
    "new": N_("New"),
    "same": N_("The same"),
    "changed": N_("Changed"),
    "ambiguous": N_("Ambiguous"),
    "moved": N_("moved?"),
    "initials": N_("initials alone"),
    "namesakes": N_("namesakes"),
    "contact": N_("other e-mail or phone"),
    "email": N_("same e-mail, other name"),
    "bad": N_("Not readable"),
    "remarks": N_("Remarks"),
    "gone": N_("Gone?"),
}
MEANINGS = {
    "new": N_("These people go in: nobody in the dossier is like them."),
    "same": N_("These people are in the dossier, and the list says nothing new of them."),
    "changed": N_("Of these people the list says something new; it is added, and nothing is overwritten."),
    "ambiguous": N_("These may be people of the dossier, or not. Without a decision a row stays out."),
    "bad": N_("These rows can’t be read and stay out; mend them in the list and import it again."),
    "remarks": N_("These rows go in, but not just as they stand in the list."),
    "gone": N_(
        "They stood in the last list of this origin and are not in this one; nothing is done about it."
    ),
}
EMPTY = {
    "new": N_("Nobody in the list is new."),
    "same": N_("Nobody in the list is in the dossier just so."),
    "changed": N_("The list says nothing new of people in the dossier."),
    "ambiguous": N_("No row is ambiguous."),
    "bad": N_("Every row could be read."),
    "remarks": N_("Every row that goes in does so as it stands."),
    "gone": N_("Nobody of an earlier list is missing."),
}

ENCODINGS = {
    "utf-8-sig": "UTF-8",
    "cp1251": "Windows-1251",
    "kz1048": "KZ-1048",
    "utf-16": "UTF-16",
}
_ALIKE = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
SEPARATORS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab")}

STAGES = {
    "read": N_("Reading the list …"),
    "match": N_("Comparing it with the dossier …"),
    "write": N_("Writing …"),
    "finish": N_("Bringing the search in step …"),
}
LAST_STAGE = "finish"


def encoding_shown(encoding: str) -> str:
    """The encoding among those of the choice that stands for this one."""
    return _ALIKE.get(encoding, encoding)
