"""What search asks of a compiled corpus: its indexes, and the vocabulary by which slips are corrected.

Half of what compiling a corpus costs, so it is done when search or a quiz first wants it, and then kept with the rest.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import TYPE_CHECKING

from peerguide.corpus.names.spelling import words_of
from peerguide.corpus.tables import ASIDE, INDEXED, INDEXES, create_searched

if TYPE_CHECKING:
    from collections.abc import Iterator

DONE = "indexed"
"""The key in `meta` that says that it is done."""


def is_indexed(database: sqlite3.Connection) -> bool:
    """Whether search can ask this corpus."""
    return bool(database.execute("SELECT 1 FROM meta WHERE key = ?", (DONE,)).fetchone())


def indexed(database: sqlite3.Connection) -> sqlite3.Connection:
    """This corpus with what search asks, or a copy of it where it stands in a file that is read page by page."""
    if database.execute("PRAGMA database_list").fetchone()[2]:
        database, stored = sqlite3.connect(":memory:", isolation_level=None), database
        stored.backup(database)
        stored.close()
    create_searched(database)
    database.execute("BEGIN")
    for name, view in INDEXES.items():
        database.execute(f"INSERT INTO {name} (rowid, {INDEXED}) SELECT seq, {INDEXED} FROM {view}")  # noqa: S608 - names of ours only
    database.executemany("INSERT INTO synonym VALUES (?, ?)", _synonyms(database))
    database.executemany("INSERT INTO word VALUES (?, ?)", _vocabulary(database))
    database.execute("INSERT INTO meta VALUES (?, 'yes')", (DONE,))
    database.execute("COMMIT")
    return database


def _synonyms(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each thing that people type, with what it finds, one to a line."""
    for typed, finds in database.execute("SELECT typed, finds FROM saying").fetchall():
        found = "\n".join(_listed(finds))
        yield from ((one, found) for one in _listed(typed))


def _listed(text: str) -> list[str]:
    """The words of each part of a list with commas; a part without any is none."""
    return list(filter(None, (" ".join(words_of(part)) for part in text.split(","))))


def _vocabulary(database: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Every word that search can find, as it is spelt, with how often the guide's own entries have it.

    What scenarios and readings say, how people ask, and plain words beside official ones are other words: they count for nothing.
    """
    columns = "coalesce(name, '') || ' ' || coalesce(alias, '') || ' ' || coalesce(theme, '') || ' ' || text"
    own = _texts(database, f"SELECT {columns} FROM entry WHERE kind NOT IN {ASIDE}")  # noqa: S608 - names of ours only
    counts = Counter(words_of(own))
    others = (
        f"SELECT {columns} FROM entry WHERE kind IN {ASIDE}",  # noqa: S608 - names of ours only
        "SELECT asked FROM entry WHERE asked IS NOT NULL",
        "SELECT plain FROM entry WHERE plain IS NOT NULL",
        "SELECT typed FROM saying",
    )
    known = set(words_of(" ".join(_texts(database, query) for query in others)))
    yield from sorted(counts.items())
    yield from ((word, 0) for word in sorted(known - counts.keys()))


def _texts(database: sqlite3.Connection, query: str) -> str:
    """All texts that a query has, as one."""
    return " ".join(text for (text,) in database.execute(query))
