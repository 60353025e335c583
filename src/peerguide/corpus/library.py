"""Asking a corpus: the one object with which every command begins."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from peerguide.corpus.cache import open_database
from peerguide.corpus.model.common import Citation, Link
from peerguide.corpus.places import shipped_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from peerguide.corpus.model.common import StatementKind
    from peerguide.corpus.model.glossary import Term, TermList
    from peerguide.corpus.model.lists import StatementList, StatementView, ValueList
    from peerguide.corpus.model.sources import Source, SourceList
    from peerguide.corpus.model.values import Confusion, Statement, Value, ValueName

ENTRY = "SELECT ref, kind, value, number, name, theme, text, page, last_page FROM entry "

STATEMENTS = """
    SELECT ref, value, text, page FROM entry
    WHERE kind = :kind {only} ORDER BY seq
"""

POINTERS = """
    SELECT link.ref, relation, target FROM entry JOIN link ON link.ref = entry.ref
    WHERE kind = :kind {only} AND relation IN ('also', 'repeats') ORDER BY position
"""

OF_VALUE = "AND value = :value"
"""What limits these to one value; a condition that may be absent would keep SQLite from using its index."""


class Corpus:
    """A corpus that answers questions about what it holds, in the corpus's own order.

    Methods that take a ref take one that exists; `peerguide.corpus.names.refs` finds it in what people
    type.
    """

    def __init__(self, folder: Path, database: sqlite3.Connection) -> None:
        self.folder = folder
        self._database = database

    def __del__(self) -> None:
        """Close the database when nobody can ask any more."""
        self._database.close()

    @cached_property
    def shipped(self) -> bool:
        """Whether this corpus came with the program, rather than from the person who uses it."""
        return self.folder.resolve().is_relative_to(shipped_folder())

    @cached_property
    def guide(self) -> str:
        """The permanent name of the guide, under which a learner's history of it is kept."""
        rows = self.rows("SELECT value FROM meta WHERE key = 'guide'")
        return str(rows[0][0]) if rows else self.folder.resolve().name

    @classmethod
    def open(cls, folder: Path, progress: Callable[[float], None] | None = None) -> Corpus:
        """The corpus in this folder, compiled if need be; `progress` is told how far that is, from 0 to 1.

        Raises InvalidFilesError when its files are not valid, FileAccessError when they cannot be read.
        """
        return cls(folder, open_database(folder, progress))

    # Values

    def values(self) -> ValueList:
        """The names of all values."""
        from peerguide.corpus.model.lists import ValueList

        rows = self.rows(ENTRY + "WHERE kind = 'value' ORDER BY seq")
        return ValueList(tuple(map(_value_name, rows)), self._cited("values.yaml", *_span(rows)))

    def value_names(self, refs: Iterable[str]) -> tuple[ValueName, ...]:
        """The names of these values."""
        return tuple(_value_name(self._entry(ref)) for ref in refs)

    def value(self, ref: str) -> Value:
        """One value with all that stands under it."""
        from peerguide.corpus.model.values import Value

        row = self._entry(ref)
        return Value(
            ref=ref,
            number=row[3],
            name=row[4],
            theme=row[5],
            meaning=row[6],
            aliases=self.targets(ref, "alias"),
            practices=self._statements("practice", ref).get(ref, ()),
            roles=self._statements("role", ref).get(ref, ()),
            confused_with=self._confused(ref),
            terms=self._links(ref, "term"),
            source=self._cited("values.yaml", row[7], row[8]),
            found_by=self.targets(ref, "found"),
        )

    def _confused(self, ref: str) -> tuple[Confusion, ...]:
        from peerguide.corpus.model.values import Confusion

        rows = self.rows(
            "SELECT entry.ref, entry.number, entry.name, link.why FROM link JOIN entry ON entry.ref = link.target "
            "WHERE link.ref = ? AND relation = 'confused' ORDER BY position",
            ref,
        )
        return tuple(Confusion(*row) for row in rows)

    # Statements

    def statements(self, kind: StatementKind, value: str | None = None) -> StatementList:
        """The practices or supervisor roles of one value, or of all."""
        from peerguide.corpus.model.lists import StatementGroup, StatementList

        names = self.value_names([value]) if value else self.values().values
        found = self._statements(kind, value)
        groups = tuple(StatementGroup(name, found[name.ref]) for name in names if name.ref in found)
        pages = [statement.page for group in groups for statement in group.statements if statement.page]
        source = self._cited("values.yaml", min(pages, default=None), max(pages, default=None))
        return StatementList(kind, groups, source)

    def statement(self, ref: str) -> StatementView:
        """One practice or supervisor role, with where it stands."""
        from peerguide.corpus.model.lists import StatementView

        _ref, kind, value, *_rest = self._entry(ref)
        statements = self._statements(kind, value)[value]
        statement = next(statement for statement in statements if statement.ref == ref)
        return StatementView(
            statement,
            self.value_names([value])[0],
            self._links(ref, "also"),
            self._cited("values.yaml", statement.page, statement.page),
        )

    def _statements(self, kind: StatementKind, value: str | None = None) -> dict[str, tuple[Statement, ...]]:
        """The statements of a kind by their value's ref, in two queries however many there are."""
        from peerguide.corpus.model.values import Statement

        asked = {"kind": kind, "value": value} if value else {"kind": kind}
        only = OF_VALUE if value else ""
        pointers: dict[tuple[str, str], list[str]] = {}
        for ref, relation, target in self.rows(POINTERS.format(only=only), asked):
            pointers.setdefault((ref, relation), []).append(target)
        found: dict[str, list[Statement]] = {}
        for ref, owner, text, page in self.rows(STATEMENTS.format(only=only), asked):
            also = tuple(pointers.get((ref, "also"), ()))
            repeats = pointers.get((ref, "repeats"), [None])[0]
            found.setdefault(owner, []).append(Statement(ref, kind, owner, text, page, also, repeats))
        return {owner: tuple(statements) for owner, statements in found.items()}

    # Terms

    def terms(self) -> TermList:
        """The names of all glossary terms."""
        from peerguide.corpus.model.glossary import TermList

        rows = self.rows(ENTRY + "WHERE kind = 'term' ORDER BY seq")
        return TermList(
            tuple(Link(row[0], row[4]) for row in rows), self._cited("glossary.yaml", *_span(rows))
        )

    def term(self, ref: str) -> Term:
        """One glossary term."""
        from peerguide.corpus.model.glossary import Term

        row = self._entry(ref)
        return Term(
            ref=ref,
            name=row[4],
            aliases=self.targets(ref, "alias"),
            definition=row[6],
            see_also=self._links(ref, "see"),
            used_by=self._links_to(ref, "term"),
            cites=tuple(map(self.source, self.targets(ref, "cites"))),
            source=self._cited("glossary.yaml", row[7], row[8]),
        )

    # Sources

    def sources(self) -> SourceList:
        """All documents."""
        from peerguide.corpus.model.sources import SourceList

        rows = self.rows("SELECT ref FROM entry WHERE kind = 'source' ORDER BY seq")
        return SourceList(tuple(self.source(ref) for (ref,) in rows))

    def source(self, ref: str) -> Source:
        """One document."""
        from peerguide.corpus.model.sources import Source

        (row,) = self.rows(
            "SELECT entry.ref, name, author, publisher, year, address, pages, note, text, obtain, terms_of_use "
            "FROM entry JOIN source ON source.ref = entry.ref WHERE entry.ref = ?",
            ref,
        )
        return Source(*row)

    def citation(self) -> Citation | None:
        """The document that the values restate, without a page; None when the corpus names none."""
        return self._cited("values.yaml", None, None)

    def _cited(self, file: str, page: int | None, last_page: int | None) -> Citation | None:
        """The citation of the document whose pages this file gives; None when it names none."""
        rows = self.rows(
            "SELECT source.ref, name, publisher, year, address FROM meta JOIN source ON source.ref = meta.value "
            "JOIN entry ON entry.ref = source.ref WHERE meta.key = ?",
            f"cited by {file}",
        )
        for ref, title, publisher, year, address in rows:
            return Citation(ref, title, publisher, year, page, last_page, address, self.shipped)
        return None

    # Rows

    def _entry(self, ref: str) -> tuple[Any, ...]:
        (row,) = self.rows(ENTRY + "WHERE ref = ?", ref)
        return row

    def _links(self, ref: str, relation: str) -> tuple[Link, ...]:
        rows = self.rows(
            "SELECT entry.ref, entry.name FROM link JOIN entry ON entry.ref = link.target "
            "WHERE link.ref = ? AND relation = ? ORDER BY position",
            ref,
            relation,
        )
        return tuple(Link(*row) for row in rows)

    def _links_to(self, ref: str, relation: str) -> tuple[Link, ...]:
        rows = self.rows(
            "SELECT entry.ref, entry.name FROM link JOIN entry ON entry.ref = link.ref "
            "WHERE link.target = ? AND relation = ? ORDER BY seq",
            ref,
            relation,
        )
        return tuple(Link(*row) for row in rows)

    def targets(self, ref: str, relation: str) -> tuple[str, ...]:
        """What an entry points to in this relation, in order (`compiled` names the relations)."""
        rows = self.rows(
            "SELECT target FROM link WHERE ref = ? AND relation = ? ORDER BY position", ref, relation
        )
        return tuple(target for (target,) in rows)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - what SQLite binds
        """The rows of a query on the compiled corpus, whose tables `peerguide.corpus.compiled` describes."""
        named = values[0] if values and isinstance(values[0], dict) else values
        return self._database.execute(query, named).fetchall()


def _value_name(row: tuple[Any, ...]) -> ValueName:
    from peerguide.corpus.model.values import ValueName

    return ValueName(row[0], row[3], row[4], row[5])


def _span(rows: list[tuple[Any, ...]]) -> tuple[int | None, int | None]:
    """The first and the last page on which these entries stand."""
    first = [row[7] for row in rows if row[7] is not None]
    last = [row[8] for row in rows if row[8] is not None]
    return min(first, default=None), max(last, default=None)
