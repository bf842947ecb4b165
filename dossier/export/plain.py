"""Text without what no format of lines or cells can hold."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def cleaned(value: str) -> str:
    """A text without control characters; its lines end as Unix ends them."""
    return _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
