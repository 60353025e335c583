"""A compiled corpus as rows: what its tables hold, for the rooms that ask them themselves."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from peerguide.corpus.model.common import PLAIN, Link
from peerguide.corpus.places import shipped_folder
from peerguide.corpus.wordings import count_anew, index_anew

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from peerguide.corpus.cache import Keep
    from peerguide.corpus.wordings import Choice


class Rows:
    """The database of a compiled corpus, the folder it was made of, and the wording in which it is asked.

    `keep` takes the database for next time, when something was added to it that belongs to the corpus.
    """

    def __init__(
        self, folder: Path, database: sqlite3.Connection, wording: Choice = PLAIN, keep: Keep | None = None
    ) -> None:
        self.folder = folder
        self._keep = keep
        self.wording = wording
        self._database = database
        self._searched = False
        follow = {"passage": index_anew, "word": count_anew} if wording != PLAIN else {}
        self._behind: dict[str, Callable[[sqlite3.Connection], None]] = dict(follow)

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

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - what SQLite binds
        """The rows of a query on the compiled corpus, whose tables `peerguide.corpus.tables` has.

        Whoever asks `passage` or `word` calls `ready` first.
        """
        named = values[0] if values and isinstance(values[0], dict) else values
        return self._database.execute(query, named).fetchall()

    def ready(self, table: Literal["passage", "word"]) -> None:
        """Have what search asks made, where it is not yet there, and this table follow the wording.

        A look-up, which asks neither, goes without.
        """
        if not self._searched:
            self._make_searched()
        follow = self._behind.pop(table, None)
        if follow:
            follow(self._database)

    def _make_searched(self) -> None:
        from peerguide.corpus.indexing import indexed, is_indexed

        self._searched = True
        if not is_indexed(self._database):
            self._database = indexed(self._database)
            self._behind.clear()
            if self._keep:
                self._keep(self._database)

    def whole(self, ref: str) -> str:
        """The ref as this corpus has it: without its guide's name, where that was put before it."""
        return ref.removeprefix(f"{self.guide}:")

    def targets(self, ref: str, relation: str) -> tuple[str, ...]:
        """What an entry points to in this relation, in order (`compiling.links` names the relations)."""
        rows = self.rows(
            "SELECT target FROM link WHERE ref = ? AND relation = ? ORDER BY position", ref, relation
        )
        return tuple(target for (target,) in rows)

    def links(self, ref: str, relation: str) -> tuple[Link, ...]:
        """The entries that an entry points to in this relation, in order."""
        rows = self.rows(
            "SELECT entry.ref, entry.name FROM link JOIN entry ON entry.ref = link.target "
            "WHERE link.ref = ? AND relation = ? ORDER BY position",
            ref,
            relation,
        )
        return tuple(Link(*row) for row in rows)

    def links_to(self, ref: str, relation: str) -> tuple[Link, ...]:
        """The entries that point to an entry in this relation, in the corpus's order."""
        rows = self.rows(
            "SELECT entry.ref, entry.name FROM link JOIN entry ON entry.ref = link.ref "
            "WHERE link.target = ? AND relation = ? ORDER BY seq",
            ref,
            relation,
        )
        return tuple(Link(*row) for row in rows)
