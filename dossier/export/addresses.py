"""Web and e-mail addresses within a text, and where a click on one leads."""

import re
from collections.abc import Iterator
from urllib.parse import quote

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)


def with_addresses(text: str) -> Iterator[tuple[str, str]]:
    """The text in stretches, each with its address, "" for plain words."""
    end = 0
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(".,;:!?)")
        if match.start() > end:
            yield text[end : match.start()], ""
        if address:
            yield address, _url(address)
        end = match.start() + len(address)
    if text[end:]:
        yield text[end:], ""


def is_address(link: str) -> bool:
    """Whether a link leads out of the file."""
    return ":" in link


def _url(address: str) -> str:
    if "@" in address and "/" not in address:
        return "mailto:" + quote(address, safe="@+.-_")
    whole = address if "://" in address else "https://" + address
    return quote(whole, safe=":/?#[]@!$&'()*+,;=%-._~")  # files want plain ASCII here
