"""Asking a corpus: the one object with which every command begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.cache import open_database
from peerguide.corpus.model.common import OFFICIAL, PLAIN, Citation, Link, Wording
from peerguide.corpus.rows import Rows
from peerguide.corpus.statements import actions_name, statements_of
from peerguide.corpus.wordings import overlaid, wording_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from peerguide.corpus.model.common import StatementKind
    from peerguide.corpus.model.glossary import Term, TermList
    from peerguide.corpus.model.lists import ItemView, StatementList, StatementView, ValueList
    from peerguide.corpus.model.sources import Source, SourceList
    from peerguide.corpus.model.values import Confusion, Statement, Value, ValueName
    from peerguide.corpus.wordings import Choice

ENTRY = "SELECT ref, kind, value, number, name, theme, text, page, last_page, plain FROM entry "

STATEMENT_KINDS: tuple[StatementKind, ...] = ("practice", "role")


class Corpus(Rows):
    """A corpus that answers questions about what it holds, in the corpus's own order.

    Methods that take a ref take one that exists; `peerguide.corpus.names.refs` finds it in what people
    type.
    """

    @classmethod
    def open(cls, folder: Path, progress: Callable[[float], None] | None = None) -> Corpus:
        """The corpus in this folder, compiled if need be; `progress` is told how far that is, from 0 to 1.

        Raises InvalidFilesError when its files are not valid, FileAccessError when they cannot be read.
        """
        database, keep = open_database(folder, progress)
        return cls(folder, database, keep=keep)

    def in_wording(self, choice: Choice, texts: Mapping[str, str]) -> Corpus:
        """This corpus asked in another wording, with these official texts by the refs of their entries.

        An entry without one keeps its plain words, and says so. It is the corpus itself where plain words are asked for, or
        where none of the texts is one of its entries'.
        """
        database = None if choice == PLAIN else overlaid(self._database, texts)
        return Corpus(self.folder, database, choice) if database else self

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

        _ref, _kind, _value, number, name, theme, meaning, page, last_page, *words = self._entry(ref)
        practices, roles = (statements_of(self, kind, ref).get(ref, ()) for kind in STATEMENT_KINDS)
        wording = wording_of(self.wording, meaning, *words)
        wordings = (wording, *(statement.wording for statement in (*practices, *roles)))
        return Value(
            ref=ref,
            number=number,
            name=name,
            theme=theme,
            meaning=meaning,
            aliases=self.targets(ref, "alias"),
            practices=practices,
            roles=roles,
            confused_with=self._confused(ref),
            terms=self.links(ref, "term"),
            source=self._cited("values.yaml", page, last_page, *wordings, of=ref),
            found_by=self.targets(ref, "found"),
            wording=wording,
            also=self.links(ref, "also"),
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
        """The practices or supervisor roles of one value, or of all: those of the guide as a whole come last."""
        from peerguide.corpus.model.lists import StatementGroup, StatementList

        names = self.value_names([value]) if value else self.values().values
        found = statements_of(self, kind, value)
        groups = tuple(StatementGroup(name, found[name.ref]) for name in names if name.ref in found)
        if None in found:
            groups = (*groups, StatementGroup(None, found[None], actions_name(self)))
        shown = [statement for group in groups for statement in group.statements]
        pages = [statement.page for statement in shown if statement.page]
        source = self._cited(
            "values.yaml",
            min(pages, default=None),
            max(pages, default=None),
            *(wording for statement in shown for wording in _wordings(statement)),
            of=value,
        )
        return StatementList(kind, groups, source)

    def statement(self, ref: str) -> StatementView:
        """One practice or supervisor role, with where it stands."""
        from peerguide.corpus.model.lists import StatementView

        _ref, kind, value, *_rest = self._entry(ref)
        statements = statements_of(self, kind, value)[value]
        statement = next(statement for statement in statements if statement.ref == ref)
        return StatementView(
            statement,
            self.value_names([value])[0] if value else None,
            self.links(ref, "also"),
            self._cited("values.yaml", statement.page, statement.page, *_wordings(statement), of=ref),
        )

    def item(self, ref: str) -> ItemView:
        """One item of what a practice lists."""
        from peerguide.corpus.model.lists import ItemView

        view = self.statement(self._entry(ref)[2])
        item = next(item for item in view.statement.items if item.ref == ref)
        wordings = (item.wording, view.statement.wording)
        page = view.statement.page
        source = self._cited("values.yaml", page, page, *wordings, of=ref)
        return ItemView(item, view.statement, self.links(ref, "also"), source)

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

        _ref, _kind, _value, _number, name, _theme, definition, page, last_page, *words = self._entry(ref)
        wording = wording_of(self.wording, definition, *words)
        return Term(
            ref=ref,
            name=name,
            aliases=self.targets(ref, "alias"),
            definition=definition,
            see_also=self.links(ref, "see"),
            used_by=self.links_to(ref, "term"),
            cites=tuple(map(self.source, self.targets(ref, "cites"))),
            source=self._cited("glossary.yaml", page, last_page, wording, of=ref),
            wording=wording,
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
        return self._cited("values.yaml", None, None, Wording(PLAIN if self.wording == PLAIN else OFFICIAL))

    def _cited(
        self,
        file: str,
        page: int | None,
        last_page: int | None,
        *wordings: Wording,
        of: str | None = None,  # noqa: ARG002 - where there are several guides
    ) -> Citation | None:
        """The citation of the document whose pages this file gives; None when it names none.

        The wordings are those of the texts that stand there; `of` is the ref of the entry that is cited, or of one of several.
        """
        rows = self.rows(
            "SELECT source.ref, name, publisher, year, address FROM meta JOIN source ON source.ref = meta.value "
            "JOIN entry ON entry.ref = source.ref WHERE meta.key = ?",
            f"cited by {file}",
        )
        for ref, title, publisher, year, address in rows:
            return Citation(ref, title, publisher, year, page, last_page, address, self._words(wordings))
        return None

    def _words(self, wordings: Sequence[Wording]) -> Choice | None:
        """In which words texts in these wordings stand; None where there is nothing to say of that, as of names alone."""
        if any(wording.name == OFFICIAL for wording in wordings):
            return self.wording
        return PLAIN if self.shipped and (wordings or self.wording == PLAIN) else None

    def _entry(self, ref: str) -> tuple[Any, ...]:
        (row,) = self.rows(ENTRY + "WHERE ref = ?", ref)
        return row


def _value_name(row: tuple[Any, ...]) -> ValueName:
    from peerguide.corpus.model.values import ValueName

    return ValueName(row[0], row[3], row[4], row[5])


def _wordings(statement: Statement) -> tuple[Wording, ...]:
    """The wordings in which a statement stands and what it lists."""
    return (statement.wording, *(item.wording for item in statement.items))


def _span(rows: list[tuple[Any, ...]]) -> tuple[int | None, int | None]:
    """The first and the last page on which these entries stand."""
    first = [row[7] for row in rows if row[7] is not None]
    last = [row[8] for row in rows if row[8] is not None]
    return min(first, default=None), max(last, default=None)
