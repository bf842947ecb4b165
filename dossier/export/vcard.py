"""Contacts as vCards of version 4 (RFC 6350): UTF-8, lines folded at 75 octets, one card for each party.

Names in several languages are alternatives of one (`ALTID`, `LANGUAGE`); a person with several posts has a
group for each, so that titles keep to their organizations; how long a post is known to have been held is a
note, since a card is soon taken for the present. So is how a person is addressed: the prefixes of `N` are
titles of the name, and there is no property for the whole form.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from urllib.parse import quote

from dossier.export.plain import cleaned
from dossier.views.contact_values import Contact, Form

_LONGEST = 75
_KINDS = {"person": "individual", "organization": "org"}
_GLOBAL_NUMBER = re.compile(r"\+[\d\s().\-\u2010-\u2015]{5,}\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_DERIVED = ";X-DERIVED=TRUE"
"""Says that a note was made of other fields; an import passes it over."""
_PARAMETER_ESCAPES = str.maketrans({"^": "^^", "\n": "^n", '"': "^'"})


def vcards(contacts: Iterable[Contact]) -> bytes:
    """A card for each person and organization, in the order in which they first come."""
    parties: dict[int, list[Contact]] = {}
    for contact in contacts:
        parties.setdefault(contact.pk, []).append(contact)
    return b"".join(map(vcard, parties.values()))


def vcard(posts: Sequence[Contact]) -> bytes:
    """The card of one party, with all its posts."""
    return "".join(f"{_folded(line)}\r\n" for line in _card(posts)).encode()


def _card(posts: Sequence[Contact]) -> Iterator[str]:
    party = posts[0]
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"KIND:{_KINDS[party.kind]}", f"UID:urn:uuid:{party.id}")
    yield from _names(party)
    for number, post in zip(count(1), posts, strict=False):
        group = f"post{number}." if len(posts) > 1 else ""
        if post.organization:
            yield f"{group}ORG:{_components(post.units)}"
        if post.title:
            yield f"{group}TITLE:{_text(post.title)}"
        if post.status:
            yield f"{group}NOTE{_DERIVED}:{_text(post.status)}"
    for form in party.forms_of_address:
        yield f"NOTE{_DERIVED}:{_text(f'{form.label}: {form.text}')}"
    if party.marking:
        yield f"NOTE{_DERIVED}:{_text(party.marking)}"
    for kind, value, label in party.points:
        yield _point(kind, value, label)
    yield "END:VCARD"


def _names(party: Contact) -> Iterator[str]:
    """The name in each language, and its parts where they are known, the shown one preferred."""
    forms = party.forms or (Form("", party.name),)
    several = len(forms) > 1
    for at, form in enumerate(forms):
        parameters = f";LANGUAGE={form.language}" if _LANGUAGE.match(form.language) else ""
        parameters += ";ALTID=1" if several else ""
        preferred = ";PREF=1" if several and at == 0 else ""
        yield f"FN{parameters}{preferred}:{_text(form.text)}"
        if form.family or form.given:
            parts = (form.family, form.given, form.patronymic, "", "")
            yield f"N{parameters}:{_components(parts)}"


def _point(kind: str, value: str, label: str) -> str:
    match kind:
        case "phone":
            if _GLOBAL_NUMBER.match(value):
                digits = re.sub(r"\D", "", value)
                return f"TEL;VALUE=uri;TYPE=work{_label(label)}:tel:+{digits}"
            return f"TEL;TYPE=work{_label(label)}:{_text(value)}"
        case "email":
            return f"EMAIL;TYPE=work{_label(label)}:{_text(value)}"
        case "address":
            return f"ADR;TYPE=work;LABEL={_quoted(value)}:{_components(('', '', value, '', '', '', ''))}"
    return f"URL{_label(label)}:{_uri(value)}"


def _label(label: str) -> str:
    """What the dossier calls a phone or mailbox; a parameter of our own, as RFC 6350 has none for it."""
    return f";X-LABEL={_quoted(label)}" if label else ""


def _components(parts: Iterable[str]) -> str:
    return ";".join(map(_text, parts))


def _text(value: str) -> str:
    return cleaned(value).translate(_ESCAPES)


def _quoted(value: str) -> str:
    """The value of a parameter, with what it can't hold written as RFC 6868 has it."""
    return f'"{cleaned(value).translate(_PARAMETER_ESCAPES)}"'


def _uri(value: str) -> str:
    whole = value if "://" in value else f"https://{value}"
    return quote(whole, safe=":/?#[]@!$&'()*+,;=%-._~")


def _folded(line: str) -> str:
    """A line cut into pieces of 75 octets or fewer, none within a letter, each further one after a space."""
    pieces, piece, used = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > _LONGEST:
            pieces.append(piece)
            piece, used = " ", 1
        piece += letter
        used += size
    return "\r\n".join((*pieces, piece))
