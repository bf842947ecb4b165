"""Phone numbers as lists have them, brought to one form: `8 (701) 234-56-78` is `+7 701 234 56 78`."""

import re
from decimal import Decimal
from typing import NamedTuple

from dossier.intake.contacts.reasons import Reason
from dossier.language.labels import N_
from dossier.model.plain_values import is_phone

_EXTENSION = r"(?:вн|внутр|доб|ext|ішкі|x|#)"
_BETWEEN = re.compile(
    rf"\s*(?:[;\n\r|]|,(?!\s*(?:{_EXTENSION}|\d{{1,4}}\s*(?:[,;/]|\Z)))|/(?=\s*[+(]?\d[\d\s()-]{{5,}})|\bили\b|\bнемесе\b|\bor\b)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<before>[^\d+(]*)(?P<number>[+(]?\d[\d\s().\-–—]*\d|[+(]?\d)(?P<after>.*)\Z", re.DOTALL
)
_INNER = re.compile(rf"{_EXTENSION}\D*(?P<digits>\d{{1,6}})", re.IGNORECASE)
_ALSO = re.compile(r"/\d{1,4}")
_AS_NUMBER = re.compile(r"\d+(?:[.,]\d+)?[eE]\+?\d{1,2}\Z")
_FRACTION = re.compile(r"(\d{10,})[.,]0+\Z")
_DIGITS = re.compile(r"\d+")
_LONG_CODE = re.compile("771|772(?!7)")  # the cities of Kazakhstan but Almaty (727)
_SHORTEST, _LONGEST = 7, 15
_NO_PHONE = N_("“{cell}” is not a phone number; the row goes in without it")
_ROUNDED = N_("the phone “{phone}” was rounded by a spreadsheet; the row goes in without it")
_NATIONAL = 10


class Phone(NamedTuple):
    """A number as shown, as compared (`+` and digits; digits alone where no code is known), as written."""

    value: str
    key: str
    written: str
    label: str = ""


class _LostError(Exception):
    """What stands for a phone and can't be read as one."""

    def __init__(self, text: str, **values: str) -> None:
        super().__init__(text)
        self.reason = Reason(text, tuple(values.items()))


def read_phones(cell: str) -> tuple[list[Phone], list[Reason]]:
    """The numbers in a cell, and why others in it can't be read: cut off, or rounded by a spreadsheet."""
    phones: list[Phone] = []
    lost: list[Reason] = []
    is_one = len(cell) <= _NATIONAL or _AS_NUMBER.match(cell) or _FRACTION.match(cell)
    for part in [cell] if is_one else _BETWEEN.split(cell):
        if not part:
            continue
        try:
            phones.append(_read(part, phones[-1] if phones else None))
        except _LostError as error:
            lost.append(error.reason)
    return phones, lost


def _read(written: str, before: Phone | None) -> Phone:
    text = _whole(written.strip())
    match = _NUMBER.match(text)
    if match is None:
        raise _LostError(_NO_PHONE, cell=written)
    number, after = match["number"], match["after"]
    if not is_phone(number):
        raise _LostError(_NO_PHONE, cell=written)
    inner = _INNER.search(after) if after else None
    label = match["before"].strip(" .:()-") or ("" if inner else after.strip(" .,:()-"))
    value, key = _international(number, before)
    if more := _ALSO.match(after):
        value, label = f"{value}{more[0]}", ""
    if inner:
        value, key = f"{value} ext. {inner['digits']}", f"{key};{inner['digits']}"
    return Phone(value, key, written, label)


def _whole(text: str) -> str:
    """A number that a spreadsheet took for a quantity, with its digits back."""
    if "e" in text or "E" in text:
        if not _AS_NUMBER.match(text):
            return text
        mantissa, _, exponent = text.replace(",", ".").lower().partition("e")
        if len(mantissa.replace(".", "")) <= int(exponent):
            raise _LostError(_ROUNDED, phone=text)
        return str(int(Decimal(text.replace(",", "."))))
    fraction = _FRACTION.match(text)
    return fraction[1] if fraction else text


def _international(number: str, before: Phone | None) -> tuple[str, str]:
    groups = _DIGITS.findall(number)
    digits = "".join(groups)
    size = len(digits)
    if number.lstrip("(").startswith("+"):
        return _shown(groups, digits) if _SHORTEST <= size <= _LONGEST else (number, digits)
    if size == _NATIONAL + 1 and digits[0] in "78":
        return _shown(["7", groups[0][1:], *groups[1:]], f"7{digits[1:]}")
    if size == _NATIONAL and digits[0] == "7":
        return _shown(["7", *groups], f"7{digits}")
    for prefix in ("00", "810"):
        if digits.startswith(prefix) and _SHORTEST + 1 < size - len(prefix) <= _LONGEST:
            return _shown([digits[len(prefix) :]], digits[len(prefix) :])
    if before and before.key.startswith("+7") and 5 <= size < _NATIONAL:
        # A second number in the cell leaves out the code of the first.
        code = before.key[2 : 2 + _NATIONAL - size]
        return _shown(["7", code, *groups], f"7{code}{digits}")
    return " ".join(number.split()), digits


def _shown(groups: list[str], digits: str) -> tuple[str, str]:
    """The groups as they were written; numbers of Kazakhstan and Russia have theirs by the code's length."""
    if digits[0] == "7" and len(digits) == _NATIONAL + 1:
        written = groups[1] if len(groups) > 2 else ""
        code = len(written) if 3 <= len(written) <= 5 else 4 if _LONG_CODE.match(digits) else 3
        rest = digits[1 + code :]
        groups = ["7", digits[1 : 1 + code], rest[:-4], rest[-4:-2], rest[-2:]]
    return "+" + " ".join(group for group in groups if group), f"+{digits}"
