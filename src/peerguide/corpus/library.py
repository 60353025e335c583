"""Asking a corpus: the one object with which every command begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.cache import open_database
from peerguide.corpus.model.common import Citation, Link

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from peerguide.corpus.model.common import Kind, StatementKind
    from peerguide.corpus.model.glossary import Term, TermList
    from peerguide.corpus.model.lists import StatementList, StatementView, ValueList
    from peerguide.corpus.model.reports import Overview
    from peerguide.corpus.model.sources import Source, SourceList
    from peerguide.corpus.model.values import Confusion, Statement, Value, ValueName

ENTRY = "SELECT ref, kind, value, number, name, theme, text, page, last_page FROM entry "

STATEMENTS = """
    SELECT ref, value, text, page FROM entry
    WHERE kind = :kind AND (:value IS NULL OR value = :value) ORDER BY seq
"""

POINTERS = """
    SELECT link.ref, relation, target FROM entry JOIN link ON link.ref = entry.ref
    WHERE kind = :kind AND (:value IS NULL OR value = :value) AND relation IN ('also', 'repeats') ORDER BY position
"""


class Corpus:
    """A corpus that answers questions about what it holds, in the corpus's own order.

    Methods that take a ref take one that exists; `peerguide.corpus.refs` finds it in what people type.
    """

    def __init__(self, folder: Path, database: sqlite3.Connection) -> None:
        self.folder = folder
        self._database = database

    @classmethod
    def open(cls, folder: Path) -> Corpus:
        """The corpus in this folder, compiled if need be.

        Raises InvalidFilesError when its files are not valid, FileAccessError when they cannot be read.
        """
        return cls(folder, open_database(folder))

    # Values

    def values(self) -> ValueList:
        """The names of all values."""
        from peerguide.corpus.model.lists import ValueList

        rows = self._rows(ENTRY + "WHERE kind = 'value' ORDER BY seq")
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
            aliases=self._targets(ref, "alias"),
            practices=self._statements("practice", ref).get(ref, ()),
            roles=self._statements("role", ref).get(ref, ()),
            confused_with=self._confused(ref),
            terms=self._links(ref, "term"),
            source=self._cited("values.yaml", row[7], row[8]),
        )

    def _confused(self, ref: str) -> tuple[Confusion, ...]:
        from peerguide.corpus.model.values import Confusion

        rows = self._rows(
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

        asked = {"kind": kind, "value": value}
        pointers: dict[tuple[str, str], list[str]] = {}
        for ref, relation, target in self._rows(POINTERS, asked):
            pointers.setdefault((ref, relation), []).append(target)
        found: dict[str, list[Statement]] = {}
        for ref, owner, text, page in self._rows(STATEMENTS, asked):
            also = tuple(pointers.get((ref, "also"), ()))
            repeats = pointers.get((ref, "repeats"), [None])[0]
            found.setdefault(owner, []).append(Statement(ref, kind, owner, text, page, also, repeats))
        return {owner: tuple(statements) for owner, statements in found.items()}

    # Terms

    def terms(self) -> TermList:
        """The names of all glossary terms."""
        from peerguide.corpus.model.glossary import TermList

        rows = self._rows(ENTRY + "WHERE kind = 'term' ORDER BY seq")
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
            aliases=self._targets(ref, "alias"),
            definition=row[6],
            see_also=self._links(ref, "see"),
            used_by=self._links_to(ref, "term"),
            cites=tuple(map(self.source, self._targets(ref, "cites"))),
            source=self._cited("glossary.yaml", row[7], row[8]),
        )

    # Sources

    def sources(self) -> SourceList:
        """All documents."""
        from peerguide.corpus.model.sources import SourceList

        rows = self._rows("SELECT ref FROM entry WHERE kind = 'source' ORDER BY seq")
        return SourceList(tuple(self.source(ref) for (ref,) in rows))

    def source(self, ref: str) -> Source:
        """One document."""
        from peerguide.corpus.model.sources import Source

        (row,) = self._rows(
            "SELECT entry.ref, name, author, publisher, year, address, pages, note, text, obtain, terms_of_use "
            "FROM entry JOIN source ON source.ref = entry.ref WHERE entry.ref = ?",
            ref,
        )
        return Source(*row)

    def _cited(self, file: str, page: int | None, last_page: int | None) -> Citation | None:
        """The citation of the document whose pages this file gives; None when it names none."""
        rows = self._rows(
            "SELECT source.ref, name, publisher, year, address FROM meta JOIN source ON source.ref = meta.value "
            "JOIN entry ON entry.ref = source.ref WHERE meta.key = ?",
            f"cited by {file}",
        )
        for ref, title, publisher, year, address in rows:
            return Citation(ref, title, publisher, year, page, last_page, address)
        return None

    # The whole

    def overview(self) -> Overview:
        """What the corpus holds, in figures."""
        from peerguide.corpus.model.reports import Overview

        counts = dict(self._rows("SELECT kind, count(*) FROM entry GROUP BY kind"))
        source = self._cited("values.yaml", None, None)
        return Overview(
            title=source.title if source else self.folder.resolve().name,
            values=counts.get("value", 0),
            practices=counts.get("practice", 0),
            roles=counts.get("role", 0),
            terms=counts.get("term", 0),
            sources=counts.get("source", 0),
        )

    # Names, for `peerguide.corpus.refs` and for completion

    def kind_of(self, ref: str) -> Kind | None:
        """The kind of the entry with this ref; None when there is none."""
        rows = self._rows("SELECT kind FROM entry WHERE ref = ?", ref)
        return rows[0][0] if rows else None

    def heir_of(self, ref: str) -> str | None:
        """The ref that stands in the place of a retired one, however often it was replaced; None otherwise."""
        heirs = self._targets(ref, "replaced")
        return (self.heir_of(heirs[0]) or heirs[0]) if heirs else None

    def called(self, kind: Kind, folded: str) -> tuple[Link, ...]:
        """The entries of a kind that have exactly this name, folded."""
        rows = self._rows("SELECT ref, shown FROM name WHERE kind = ? AND folded = ?", kind, folded)
        return tuple(Link(*row) for row in rows)

    def names(self, kind: Kind) -> list[tuple[str, Link]]:
        """Every name of the entries of a kind, folded, with the entry that it leads to."""
        rows = self._rows(
            "SELECT folded, name.ref, shown FROM name JOIN entry ON entry.ref = name.ref WHERE name.kind = ? "
            "ORDER BY seq, folded",
            kind,
        )
        return [(folded, Link(ref, shown)) for folded, ref, shown in rows]

    def refs(self, kind: Kind, begin: str = "") -> list[tuple[str, str]]:
        """The refs of a kind that begin so, each with its name or text."""
        rows = self._rows(
            "SELECT ref, coalesce(name, text) FROM entry WHERE kind = ? AND substr(ref, 1, ?) = ? ORDER BY seq",
            kind,
            len(begin),
            begin,
        )
        return [(ref, text) for ref, text in rows]

    # Rows

    def _entry(self, ref: str) -> tuple[Any, ...]:
        (row,) = self._rows(ENTRY + "WHERE ref = ?", ref)
        return row

    def _links(self, ref: str, relation: str) -> tuple[Link, ...]:
        rows = self._rows(
            "SELECT entry.ref, entry.name FROM link JOIN entry ON entry.ref = link.target "
            "WHERE link.ref = ? AND relation = ? ORDER BY position",
            ref,
            relation,
        )
        return tuple(Link(*row) for row in rows)

    def _links_to(self, ref: str, relation: str) -> tuple[Link, ...]:
        rows = self._rows(
            "SELECT entry.ref, entry.name FROM link JOIN entry ON entry.ref = link.ref "
            "WHERE link.target = ? AND relation = ? ORDER BY seq",
            ref,
            relation,
        )
        return tuple(Link(*row) for row in rows)

    def _targets(self, ref: str, relation: str) -> tuple[str, ...]:
        rows = self._rows(
            "SELECT target FROM link WHERE ref = ? AND relation = ? ORDER BY position", ref, relation
        )
        return tuple(target for (target,) in rows)

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - what SQLite binds
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
