"""A corpus as one SQLite database: built once from the YAML, read by every command. What search asks comes later (`indexing`).

Everything that has a ref is a row of `entry`, in the corpus's order; what points from one entry to another is a
row of `link`; every way to write a name is a row of `name`, folded as `spelling` folds what people type. The column `plain` is
empty here: it is for the plain words over which an official wording is laid (`wordings`).
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from peerguide.corpus.compiling.entries import crosswalk_rows, entry_rows, source_row
from peerguide.corpus.compiling.links import link_rows
from peerguide.corpus.compiling.names import name_rows
from peerguide.corpus.compiling.scenarios import choice_rows, scenario_rows
from peerguide.corpus.compiling.words import asked, saying_rows
from peerguide.corpus.reading.files import GLOSSARY, VALUES
from peerguide.corpus.tables import ACTIONS_NAME, NUMBERED, create

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.reading.raw import Raw


def compile_corpus(raw: Raw, key: str) -> sqlite3.Connection:
    """A database in memory that holds this corpus, under the key by which the cache will know it."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    create(database)
    database.execute("BEGIN")
    database.executemany("INSERT INTO meta VALUES (?, ?)", _meta(raw, key))
    database.executemany(
        "INSERT INTO entry VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)", entry_rows(raw)
    )
    database.executemany(
        "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(source_row, raw.sources)
    )
    database.executemany("INSERT INTO scenario VALUES (?, ?, ?, ?, ?, ?, ?, ?)", scenario_rows(raw))
    database.executemany("INSERT INTO choice VALUES (?, ?, ?, ?, ?, ?, ?)", choice_rows(raw))
    database.executemany("INSERT INTO crosswalk VALUES (?, ?, ?, ?)", crosswalk_rows(raw))
    database.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?)", link_rows(raw))
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)", name_rows(raw))
    database.executemany("UPDATE entry SET asked = ? WHERE ref = ?", asked(raw))
    database.executemany("INSERT INTO saying VALUES (?, ?)", saying_rows(raw))
    database.execute("COMMIT")
    return database


def _meta(raw: Raw, key: str) -> Iterator[tuple[str, str]]:
    yield "key", key
    for called, name in (("guide", raw.guide), (ACTIONS_NAME, raw.actions_name), (NUMBERED, raw.numbered)):
        if name:
            yield called, str(name)
    yield from (
        (f"cited by {name}", str(raw.cited[name])) for name in (VALUES, GLOSSARY) if name in raw.cited
    )
