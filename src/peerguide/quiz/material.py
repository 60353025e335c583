"""What questions are made of: the corpus's entries with what a fair question must know about each.

Everything is asked for when it is first needed and then kept, so that ten questions of a corpus of thirty thousand
statements read some twenty of them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from peerguide.corpus.names.known import kind_of
from peerguide.corpus.names.spelling import fold
from peerguide.corpus.tables import NUMBERED
from peerguide.quiz.refs import Refs
from peerguide.quiz.subjects import Fact, said
from peerguide.quiz.topics import called, entries_of, topics_of, ways_to_write
from peerguide.quiz.twins import twins
from peerguide.quiz.whole import actions_of, gap_of, items_of, lists_of, wide

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import StatementKind
    from peerguide.corpus.model.scenarios import Scenario
    from peerguide.quiz.subjects import Entry, Topic, Wide

TELLING_TERM = 1 / 3
"""A glossary term that more than this share of the values use tells none of them from another."""


class Material:
    """The corpus as questions need it, limited to some of its values where that was asked for."""

    def __init__(self, corpus: Corpus, values: Iterable[str] = (), name: str | None = None) -> None:
        """Ask this corpus about these values, or about all; `name` is the guide's where several are asked."""
        self.corpus = corpus
        self.name = name
        self._only = frozenset(values)
        self._facts: dict[str, Fact] = {}
        self._roles_of: dict[str, tuple[str, ...]] = {}

    # What there is to ask about

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """All values by their refs, in order; options come from all of them, whatever is asked about."""
        return topics_of(self.corpus)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """All glossary terms by their refs, in order."""
        return entries_of(self.corpus)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The refs of the values asked about."""
        return tuple(ref for ref in self.topics if not self._only or ref in self._only)

    @cached_property
    def themed(self) -> tuple[str, ...]:
        """The refs of the values asked about that have a practice theme."""
        return tuple(ref for ref in self.values if self.topics[ref].theme)

    @cached_property
    def numbered(self) -> tuple[str, ...]:
        """The refs of the values asked about, where the document numbers them; none where the numbers are only ours."""
        rows = self.corpus.rows("SELECT value FROM meta WHERE key = ?", NUMBERED)
        return () if rows and rows[0][0] == "no" else self.values

    @cached_property
    def practices(self) -> Refs:
        """The refs of the practices asked about, without those of no value and those that only repeat another."""
        return Refs(self.corpus, self._places("practice", self._only))

    @cached_property
    def roles(self) -> Refs:
        """The refs of the supervisor roles asked about."""
        return Refs(self.corpus, self._places("role", self._only))

    @cached_property
    def statements(self) -> Refs:
        """The refs of the practices and supervisor roles asked about."""
        return self.practices + self.roles

    @cached_property
    def actions(self) -> Refs:
        """The refs of the practices of the guide as a whole: of all, or of those that would fit a value asked about."""
        return actions_of(self.corpus, self._only)

    @cached_property
    def items(self) -> Refs:
        """The refs of what those practices list, in the same way."""
        return items_of(self.corpus, self._only)

    @cached_property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """The refs of all items by the practice that lists them: options come from all, whatever is asked about."""
        return lists_of(self.corpus)

    @cached_property
    def all_roles(self) -> Refs:
        """The refs of all supervisor roles: options come from all, whatever is asked about."""
        return Refs(self.corpus, self._places("role", ()))

    def roles_of(self, value: str) -> tuple[str, ...]:
        """The refs of the supervisor roles of one value."""
        if value not in self._roles_of:
            query = "SELECT ref FROM entry WHERE kind = 'role' AND value = ? ORDER BY number"
            self._roles_of[value] = tuple(ref for (ref,) in self.corpus.rows(query, value))
        return self._roles_of[value]

    @cached_property
    def with_both_parts(self) -> frozenset[str]:
        """The refs of all values that have practices and supervisor roles."""
        rows = self.corpus.rows(
            "SELECT value FROM entry WHERE kind IN ('practice', 'role') AND value IS NOT NULL "
            "GROUP BY value HAVING count(DISTINCT kind) = 2"
        )
        return frozenset(value for (value,) in rows)

    @cached_property
    def halves(self) -> Refs:
        """The refs of the practices asked about whose value has a supervisor role too."""
        return self._of_both_parts("practice")

    @cached_property
    def parts(self) -> Refs:
        """The refs of the practices and supervisor roles asked about whose value has both."""
        return self.halves + self._of_both_parts("role")

    def _of_both_parts(self, kind: StatementKind) -> Refs:
        values = {value for value in self.with_both_parts if not self._only or value in self._only}
        return Refs(self.corpus, self._places(kind, values) if values else [])

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The refs of the terms asked about: those that the chosen values use, where some were chosen."""
        if not self._only:
            return tuple(self.entries)
        return tuple(ref for ref in self.entries if not self._only.isdisjoint(self._users.get(ref, ())))

    @cached_property
    def scenarios(self) -> tuple[str, ...]:
        """The refs of the scenarios asked about: those of any of the chosen values, where some were chosen."""
        from peerguide.corpus.scenarios import scenarios

        return tuple(one.ref for one in scenarios(self.corpus, self._only).scenarios)

    def scenario(self, ref: str) -> Scenario | None:
        """The scenario with this ref; None when there is none."""
        from peerguide.corpus.scenarios import scenario

        return scenario(self.corpus, ref) if kind_of(self.corpus, ref) == "scenario" else None

    def _places(self, kind: StatementKind, values: Collection[str]) -> list[int]:
        """The places in the corpus of the statements of a kind that do not only repeat another; of these values, or of all."""
        only = f"AND value IN ({', '.join('?' * len(values))})" if values else ""
        rows = self.corpus.rows(
            f"SELECT seq FROM entry WHERE kind = ? AND value IS NOT NULL {only}",  # noqa: S608 - marks only
            kind,
            *values,
        )
        return sorted({seq for (seq,) in rows} - self._repeated)

    @cached_property
    def either_part(self) -> frozenset[str]:
        """The refs of statements that could just as well be the other part's."""
        return frozenset(
            ref for (ref,) in self.corpus.rows("SELECT ref FROM link WHERE relation = 'either part'")
        )

    @cached_property
    def _repeated(self) -> set[int]:
        rows = self.corpus.rows("SELECT seq FROM link JOIN entry USING (ref) WHERE relation = 'repeats'")
        return {seq for (seq,) in rows}

    # One statement, and what else would fit it

    def fact(self, ref: str) -> Fact | None:
        """The statement of a value with this ref; None when there is none."""
        if ref not in self._facts:
            rows = self.corpus.rows(
                "SELECT kind, value, page, text, plain FROM entry WHERE ref = ? AND kind IN ('practice', 'role') "
                "AND value IS NOT NULL",
                ref,
            )
            if not rows:
                return None
            kind, value, page, *words = rows[0]
            told = said(self.corpus.wording, *words)
            also, gap = self.corpus.targets(ref, "also"), gap_of(self.corpus, ref, told)
            like = twins(self.corpus, ref, told, self.frequency)
            by_term = self._by_term(told.text) | self._by_term(told.plain)
            fits = frozenset({value, *also, *(owner for owner, _kind in like), *by_term})
            said_by = frozenset({kind, *(other for _owner, other in like)})
            self._facts[ref] = Fact(
                ref, kind, value, told.text, page, fits, also, gap, said_by, told.plain, told.wording
            )
        return self._facts[ref]

    def wide(self, ref: str) -> Wide | None:
        """The practice of the guide as a whole, or the item, with this ref; None when there is none."""
        return wide(self.corpus, ref)

    def frequency(self, word: str) -> int:
        """How often the corpus has this word, folded."""
        self.corpus.ready("word")
        rows = self.corpus.rows("SELECT count FROM word WHERE word = ?", word)
        return rows[0][0] if rows else 0

    def _by_term(self, text: str) -> set[str]:
        """The values that use a telling glossary term which this text names."""
        spaced = f" {fold(text)} "
        return {
            value
            for ref, names in self._telling_terms.items()
            if any(f" {name} " in spaced for name in names)
            for value in self._users[ref]
        }

    @cached_property
    def _telling_terms(self) -> dict[str, tuple[str, ...]]:
        most = len(self.topics) * TELLING_TERM
        return {
            ref: names
            for ref, names in ways_to_write(self.corpus, "term").items()
            if 0 < len(self._users.get(ref, ())) <= most
        }

    @cached_property
    def _users(self) -> dict[str, list[str]]:
        """The values that use each term, by the term's ref."""
        users: dict[str, list[str]] = {}
        rows = self.corpus.rows(
            "SELECT link.target, link.ref FROM link JOIN entry ON entry.ref = link.ref "
            "WHERE relation = 'term' AND kind = 'value' ORDER BY seq"
        )
        for term, value in rows:
            users.setdefault(term, []).append(value)
        return users

    @cached_property
    def guide(self) -> str:
        """What to call the guide in a sentence."""
        return called(self.corpus)
