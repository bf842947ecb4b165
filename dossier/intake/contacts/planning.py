"""Makes the plan of an import: reads the list once, then finds whom each row speaks of, surest rows first."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from dossier.intake.contacts import matching
from dossier.intake.contacts.entries import Entry, EntryReader
from dossier.intake.contacts.facts import Facts, differences, facts_of, read_facts
from dossier.intake.contacts.matching import keys_of
from dossier.intake.contacts.person_names import PersonName, name_key
from dossier.intake.contacts.plan import Doubtful, Group, Plan
from dossier.intake.contacts.reasons import BadRowError
from dossier.intake.contacts.remarks import Remark
from dossier.intake.contacts.rows import Table
from dossier.intake.contacts.scratch import Scratch
from dossier.model.progress import Progress
from dossier.store import Reader

_PAGE = 20_000
_STEP = 500
_NAME, _EMAIL, _FAMILY, _SHORT = "name", "email", "family", "short"

Settle = Callable[[int, Entry, list[Facts]], None]


class Planner:
    """Fills a plan; every row gets a group."""

    def __init__(self, reader: Reader, plan: Plan, scratch: Scratch, progress: Progress) -> None:
        self._reader = reader
        self._plan = plan
        self._scratch = scratch
        self._progress = progress
        self._links: dict[int, int] = {}
        self._families: set[str] = set()
        self._mailboxes: set[str] = set()
        self._known_people = False
        self._known_short = False
        self._is_followed = False
        self._alone: Counter[int] = Counter()

    def read(self, table: Table) -> None:
        """Read the list, and settle the rows that speak of nobody known."""
        self._learn_people()
        plan = self._plan
        entries = EntryReader(plan.layout, plan.agencies, plan.places, plan.remarks.add)
        header = plan.layout.header.line if plan.layout.header else 0
        for number, (row, part) in enumerate(table.rows()):
            if number % _STEP == 0:
                self._progress.at("read", part)
            if row.line <= header or not any(row.cells):
                continue
            try:
                entry = entries.read(row)
            except BadRowError as error:
                plan.bad.append(Remark(row.line, error.reason))
                self._is_followed = False
            else:
                self._enter(entry)
                self._is_followed = True

    def match(self) -> None:
        """Find whom the other rows speak of."""
        if Group.OPEN in self._plan.groups:
            if self._families:
                self._learn_families()
            steps = (
                self._settle_certain,
                self._settle_contained,
                self._count_alone,
                self._settle_possible,
                self._settle_doubt,
            )
            for number, step in enumerate(steps):
                self._settle(step, number / len(steps), 1 / len(steps))
        self._settle_links()
        self._find_gone()

    def _learn_people(self) -> None:
        for page in self._names():
            self._known_people = True
            keys = []
            for pk, name in page:
                key = name_key(name)
                keys.append((_NAME, key.text, pk))
                if not key.is_full:
                    self._known_short = True
                    keys.append((_SHORT, key.words[0], pk))
            self._scratch.learn(keys)
        if not self._known_people:
            return
        last = 0
        while rows := self._reader.rows(
            "SELECT contact_point.pk, of, value FROM contact_point JOIN person ON person.pk = of "
            "WHERE contact_kind = 'email' AND contact_point.pk > :last "
            "ORDER BY contact_point.pk LIMIT :page",
            last=last,
            page=_PAGE,
        ):
            last = rows[-1][0]
            self._scratch.learn((_EMAIL, value.casefold(), of) for _, of, value in rows)

    def _learn_families(self) -> None:
        for page in self._names():
            self._scratch.learn(
                (_FAMILY, word, pk)
                for pk, name in page
                for word in name_key(name).words
                if word in self._families
            )

    def _names(self) -> Iterator[list[tuple[int, PersonName]]]:
        """The names of all people of the dossier, page by page."""
        last = 0
        while rows := self._reader.rows(
            "SELECT name.pk, of, text, language, family, given, patronymic FROM name "
            "JOIN person ON person.pk = of WHERE name.pk > :last ORDER BY name.pk LIMIT :page",
            last=last,
            page=_PAGE,
        ):
            self._progress.at("read", 0)
            last = rows[-1][0]
            yield [(of, PersonName(*name)) for _, of, *name in rows]

    def _enter(self, entry: Entry) -> None:
        plan, place = self._plan, self._plan.blocks.count
        plan.blocks.append(entry)
        group, target = Group.NEW, 0
        first = self._scratch.first(entry.text, place)
        if first == place:
            of_card = entry.follows and self._is_followed
            first = place - 1 if of_card else self._first_of_mailbox(entry, place)
            first = self._links.get(first, first)
            if first != place:
                self._links[place] = first
            elif self._known_people and self._may_be_known(entry):
                group = Group.OPEN
        else:
            group = Group.SAME
        if first != place:
            target = -(first + 1)
        plan.groups.append(group)
        plan.targets.append(target)

    def _first_of_mailbox(self, entry: Entry, place: int) -> int:
        """The first row with an e-mail of this one and the same name; the row itself where there is none."""
        found = place
        emails = entry.keys("email")
        keys = keys_of(entry) if emails else []
        for email in emails:
            same = min(self._scratch.first((email, key.text, key.patronymic), place) for key in keys)
            # Only people of the dossier are told by a mailbox alone, so only then it matters who shares it.
            if self._known_people and self._scratch.first(email, place) != place == same:
                self._mailboxes.add(email)
            found = min(found, same)
        return found

    def _may_be_known(self, entry: Entry) -> bool:
        short = [key for key in keys_of(entry) if not key.is_full]
        self._families.update(key.words[0] for key in short)
        return bool(short) or bool(self._candidates(entry))

    def _candidates(self, entry: Entry) -> set[int]:
        known = self._scratch.known
        found = {pk for email in entry.keys("email") for pk in known(_EMAIL, email)}
        for key in keys_of(entry):
            found.update(known(_NAME, key.text))
            if not key.is_full:
                found.update(known(_FAMILY, key.words[0]))
            elif self._known_short:
                found.update(pk for word in key.words for pk in known(_SHORT, word))
        return found

    def _settle(self, settle: Settle, done: float, share: float) -> None:
        """Let `settle` look at each open row with those it may speak of."""
        for start, block in self._plan.entries(Group.OPEN):
            self._progress.at("match", done + share * start / self._plan.blocks.count)
            rows = [(place, entry, self._candidates(entry)) for place, entry in block]
            facts = read_facts(self._reader, set().union(*(pks for _, _, pks in rows)))
            for place, entry, pks in rows:
                settle(place, entry, [facts[pk] for pk in sorted(pks)])

    def _settle_certain(self, place: int, entry: Entry, options: list[Facts]) -> None:
        for each in matching.certain(entry, options, self._mailboxes):
            if matching.shares_mailbox(entry, each) or not self._scratch.is_claimed(each.pk):
                self._take(place, entry, each)
                return

    def _settle_contained(self, place: int, entry: Entry, options: list[Facts]) -> None:
        found = matching.contained(entry, self._free(options))
        if found:
            self._take(place, entry, found[0])

    def _count_alone(self, place: int, entry: Entry, options: list[Facts]) -> None:
        """How many open rows might be the same person of the dossier."""
        self._alone.update(each.pk for each in matching.possible(entry, self._free(options)))

    def _settle_possible(self, place: int, entry: Entry, options: list[Facts]) -> None:
        found = matching.possible(entry, self._free(options))
        if len(found) == 1 and self._alone[found[0].pk] == 1:
            self._take(place, entry, found[0])

    def _settle_doubt(self, place: int, entry: Entry, options: list[Facts]) -> None:
        found = matching.doubt(entry, self._free(options))
        if found:
            why, candidates = found
            self._plan.groups[place] = Group.AMBIGUOUS
            self._plan.doubts[place] = Doubtful(why, tuple(each.pk for each in candidates))
        else:
            self._plan.groups[place] = Group.NEW

    def _free(self, options: Iterable[Facts]) -> list[Facts]:
        return [each for each in options if not self._scratch.is_claimed(each.pk)]

    def _take(self, place: int, entry: Entry, facts: Facts) -> None:
        self._scratch.claim(facts.pk)
        self._plan.targets[place] = facts.pk
        changed = differences(entry, facts, self._plan.agencies)
        self._plan.groups[place] = Group.CHANGED if changed else Group.SAME

    def _settle_links(self) -> None:
        """Rows that speak of the person of a row before them."""
        plan, wanted = self._plan, self._links.keys() | set(self._links.values())
        entries = {
            start + number: entry
            for start, block in (plan.blocks if wanted else ())
            for number, entry in enumerate(block)
            if start + number in wanted
        }
        facts = read_facts(self._reader, {plan.targets[first] for first in self._links.values()} - {0})
        for place, first in self._links.items():
            plan.targets[place] = plan.targets[first] or plan.targets[place]
            known = facts.get(plan.targets[first]) or facts_of(entries[first])
            changed = differences(entries[place], known, plan.agencies)
            plan.groups[place] = Group.CHANGED if changed else Group.SAME

    def _find_gone(self) -> None:
        """Who stood in the list before this one of the same origin, and stands in no row of this one."""
        if self._plan.origin.previous is None:
            return
        maybe = {pk for doubtful in self._plan.doubts.values() for pk in doubtful.candidates}
        gone = array("q")
        last = 0
        while rows := self._reader.rows(
            "SELECT DISTINCT citation.of FROM citation JOIN passage ON passage.pk = citation.passage "
            "JOIN paragraph ON paragraph.pk = passage.paragraph JOIN person ON person.pk = citation.of "
            "WHERE paragraph.source = :source AND citation.of > :last ORDER BY citation.of LIMIT :page",
            source=self._plan.origin.previous,
            last=last,
            page=_PAGE,
        ):
            self._progress.at("match", 1)
            last = rows[-1][0]
            gone.extend(pk for (pk,) in rows if pk not in maybe and not self._scratch.is_claimed(pk))
        self._plan.gone = gone
