"""Writes what a file of FollowTheMoney says beyond the dossier, as one Change.

A fact is cited as the file documents it; what the file documents by nothing is cited to the file itself.
"""

from collections.abc import Iterable
from typing import Any

from dossier.intake.contacts.person_names import language_of
from dossier.intake.ftm.links import Told
from dossier.intake.ftm.planning import KINDS, FtmPlan, known_parts, newest_change
from dossier.intake.ftm.shapes import Part, Planned, Ref
from dossier.language.labels import N_
from dossier.model.dates import day
from dossier.model.errors import DossierError
from dossier.model.progress import Progress
from dossier.model.records import BY_KIND, Citation, Paragraph, Passage, Source, Text
from dossier.store import Change, Dossier, Edit
from dossier.views.lookup import Lookup

_MANY = 5_000
_STEP = 200
_OF_OWN_ID = ("involvement", "participation", "statement_link")
_LANGUAGES = ("und", "mis", "zxx")
"""What a text is said to be in where there is one already in the language that its letters speak for."""

_OWNER = {"office": "organization", "coverage": "initiative", "status": "initiative", "attestation": "post",
          "remit": "post"}  # fmt: skip
"""The field by which a part points at its record, where that is not `of`."""


def write_ftm(dossier: Dossier, plan: FtmPlan, progress: Progress | None = None) -> Change | None:
    """Write a plan as one Change; None where the file says nothing new.

    Raises DossierError where the dossier has changed since the plan was made, StoppedError where `progress`
    says to stop: then nothing is left of it.
    """
    if plan.says_nothing_new:
        return None
    with dossier.edit(N_("Import from FollowTheMoney"), bulk=len(plan.new) >= _MANY) as edit:
        if newest_change(edit.reader, but=edit.change_pk) != plan.change:
            raise DossierError(
                "The dossier was changed since the file was looked at; look at it again, then import it."
            )
        _Writer(edit, plan, progress or Progress(), day(dossier.clock().date())).write()
    return edit.written


class _Writer:
    def __init__(self, edit: Edit, plan: FtmPlan, progress: Progress, today: Any) -> None:
        self._edit = edit
        self._plan = plan
        self._progress = progress
        self._today = today
        self._pks = dict(plan.known)
        self._parts: dict[tuple[int, str, str], int] = {}
        self._passages: dict[tuple[int, int], int] = {}
        self._paragraphs: dict[tuple[int, int], int] = {}
        self._read: set[int] = set()
        self._own_passage = 0

    def write(self) -> None:
        plan = self._plan
        order = {kind: number for number, kind in enumerate(KINDS)}
        new = sorted(plan.new, key=lambda planned: order[planned.kind])
        for number, planned in enumerate(new):
            if number % _STEP == 0:
                self._progress.at("write", number / len(new))
            self._write_record(planned)
        for planned in new:
            for name, ref in planned.later.items():
                if ref.id in self._pks:
                    self._edit.set(self._pks[planned.id], **{name: self._pks[ref.id]})
        told = {each.of for each in plan.told}
        for planned in new:
            if planned.id not in told and self._stands_alone(planned):
                self._cite_file(self._pks[planned.id])
        for changed in plan.changed:
            for part in changed.parts:
                pk = self._write_part(changed.pk, part)
                if not any(each.key == part.key and each.kind == part.kind for each in plan.told):
                    self._cite_file(pk)
        self._write_told(plan.told)

    def _stands_alone(self, planned: Planned) -> bool:
        """Whether a record is cited by itself; one of a new person or initiative is covered by that."""
        if planned.kind == "source":
            return False
        return not any(ref.id not in self._plan.known for ref in planned.refs if self._owns(planned, ref))

    def _owns(self, planned: Planned, ref: Ref) -> bool:
        owner = {"post": "person", "involvement": "initiative", "participation": "event",
                 "statement_link": "statement"}.get(planned.kind)  # fmt: skip
        return owner is not None and planned.values[owner] == ref

    def _write_record(self, planned: Planned) -> None:
        values = {name: self._resolved(value) for name, value in planned.values.items()}
        pk = self._edit.add(planned.record_class(id=planned.id, **values))
        self._pks[planned.id] = pk
        for part in planned.parts:
            self._write_part(pk, part)

    def _write_part(self, owner: int, part: Part) -> int:
        if part.kind in ("bodyText", "summary"):
            return self._write_paragraph(owner, part)
        if (owner, part.kind, part.key) in self._parts:
            return self._parts[owner, part.kind, part.key]
        values = {name: self._resolved(value) for name, value in part.values.items()}
        record_class: Any = BY_KIND[part.kind]
        pk = self._edit.add(record_class(**{_OWNER.get(part.kind, "of"): owner}, **values))
        self._parts[owner, part.kind, part.key] = pk
        return pk

    def _write_paragraph(self, source: int, part: Part) -> int:
        number, text = part.values["number"], part.values["text"]
        original = text if part.kind == "bodyText" else None
        key = source, number
        if key not in self._paragraphs:
            self._paragraphs[key] = self._edit.add(Paragraph(source=source, number=number, original=original))
        if part.kind == "summary":
            paragraph = self._paragraphs[key]
            tags = (language_of(text), *_LANGUAGES)
            free = (tag for tag in tags if (paragraph, "summary", tag) not in self._parts)
            if language := next(free, None):
                summary = Text(of=paragraph, field="summary", language=language, text=text)
                self._parts[paragraph, "summary", language] = self._edit.add(summary)
        return self._paragraphs[key]

    def _write_told(self, told: Iterable[Told]) -> None:
        for each in told:
            of = self._cited(each)
            if of is None:
                self._plan.left_out["Documentation"] += 1
                continue
            passage = self._passage(self._pks[each.source], each.paragraph)
            values: Any = each.values
            self._edit.add(Citation(id=each.id, of=of, field=each.field, passage=passage, **values))

    def _cited(self, told: Told) -> int | None:
        """The record that a citation is of: a known one, or a part of it; None where that is not there."""
        owner = self._pks.get(told.of)
        if owner is None or not told.key:
            return owner
        if told.kind in _OF_OWN_ID:
            return self._pks.get(told.key)
        if told.of in self._plan.known and owner not in self._read:
            self._read.add(owner)
            lookup = Lookup(self._edit.reader)
            for kind, key, pk in known_parts(lookup, lookup.kind(owner), owner):
                self._parts.setdefault((owner, kind, key), pk)
        return self._parts.get((owner, told.kind, told.key))

    def _passage(self, source: int, number: int) -> int:
        key = source, number
        if key not in self._passages:
            if key not in self._paragraphs:
                found = self._edit.reader.find(Paragraph, source=source, number=number)
                paragraph = Paragraph(source=source, number=number)
                self._paragraphs[key] = found[0].pk if found else self._edit.add(paragraph)
            self._passages[key] = self._edit.add(Passage(paragraph=self._paragraphs[key]))
        return self._passages[key]

    def _cite_file(self, of: int) -> None:
        if not self._own_passage:
            known = self._edit.reader.find(Source, sha256=self._plan.sha256)
            source = Source(
                source_kind="document",
                title=self._plan.title,
                sha256=self._plan.sha256,
                retrieved=self._today,
            )
            self._own_passage = self._passage(known[0].pk if known else self._edit.add(source), 1)
        self._edit.add(Citation(of=of, field="*", passage=self._own_passage, basis="stated"))

    def _resolved(self, value: Any) -> Any:
        return self._pks.get(value.id) if isinstance(value, Ref) else value
