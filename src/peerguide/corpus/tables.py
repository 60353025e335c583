"""The tables of a compiled corpus: those that look-ups ask, which `compiling` fills, and those that search asks, which `indexing` does.

An entry of the kind "scenario" has its title as its name and its situation as its text; what it has besides stands in `scenario`, its
options in `choice`, whose `upholds` and `strains` hold refs with spaces between them. A practice of the whole guide has no `value`; that of
an "item" is the practice that lists it, that of a "section" its reading, that of a "fact" the section that has it. A row of the
crosswalk has its reason as its text; its ends stand in `crosswalk`, with the guide's name before those of another guide. `saying` has what people type and what it finds, each as a list with commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

SCHEMA = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE entry (
        seq INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, value TEXT, number INTEGER,
        name TEXT, alias TEXT, theme TEXT, text TEXT NOT NULL, page INTEGER, last_page INTEGER, asked TEXT,
        gist TEXT, plain TEXT
    );
    CREATE INDEX entry_by_kind ON entry (kind, value, number);
    CREATE TABLE source (
        ref TEXT PRIMARY KEY, author TEXT, publisher TEXT, year INTEGER, address TEXT, pages INTEGER, note TEXT,
        obtain TEXT NOT NULL, terms_of_use TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE link (
        ref TEXT, relation TEXT, position INTEGER, target TEXT NOT NULL, why TEXT,
        PRIMARY KEY (ref, relation, position)
    ) WITHOUT ROWID;
    CREATE INDEX link_by_target ON link (target, relation);
    CREATE TABLE name (
        kind TEXT, folded TEXT, ref TEXT, shown TEXT NOT NULL, PRIMARY KEY (kind, folded, ref)
    ) WITHOUT ROWID;
    CREATE TABLE saying (typed TEXT NOT NULL, finds TEXT NOT NULL);
    CREATE TABLE scenario (
        ref TEXT PRIMARY KEY, audience TEXT NOT NULL, setting TEXT NOT NULL, question TEXT NOT NULL, hard TEXT NOT NULL,
        discuss TEXT NOT NULL, law TEXT, reviewed INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE choice (
        ref TEXT, position INTEGER, text TEXT NOT NULL, why TEXT NOT NULL, upholds TEXT NOT NULL, strains TEXT NOT NULL,
        mark TEXT, PRIMARY KEY (ref, position)
    ) WITHOUT ROWID;
    CREATE TABLE crosswalk (
        ref TEXT PRIMARY KEY, begin TEXT, end TEXT, closeness TEXT NOT NULL
    ) WITHOUT ROWID;
"""

SEARCHED = """
    CREATE VIEW guide_entry AS SELECT * FROM entry WHERE kind NOT IN {aside};
    CREATE VIEW scene_entry AS SELECT * FROM entry WHERE kind = 'scenario';
    CREATE VIEW reading_entry AS SELECT * FROM entry WHERE kind IN {told};
    CREATE VIRTUAL TABLE passage USING fts5 (
        name, alias, theme, text, plain, asked, content = 'guide_entry', content_rowid = 'seq', tokenize = "{tokenize}"
    );
    CREATE VIRTUAL TABLE scene USING fts5 (
        name, alias, theme, text, plain, asked, content = 'scene_entry', content_rowid = 'seq', tokenize = "{tokenize}"
    );
    CREATE VIRTUAL TABLE told USING fts5 (
        name, alias, theme, text, plain, asked, content = 'reading_entry', content_rowid = 'seq', tokenize = "{tokenize}"
    );
    CREATE VIRTUAL TABLE synonym USING fts5 (typed, finds UNINDEXED, tokenize = "{tokenize}");
    CREATE TABLE word (word TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;
"""
"""What search asks."""

TOKENIZE = "porter unicode61 remove_diacritics 2"
"""How FTS5 takes words apart: case and accents folded, endings stripped by Porter's algorithm."""

INDEXED = "name, alias, theme, text, plain, asked"
"""The columns by which search finds entries."""

TOLD = "('reading', 'section', 'fact', 'crosswalk')"
"""The kinds of entry that tell of the guide and of other documents."""

INDEXES = {"passage": "guide_entry", "scene": "scene_entry", "told": "reading_entry"}
"""The indexes by which search finds entries, each with the view that has them: the guide's own, its scenarios, and what is told of it and of
other documents. They are apart so that the others change nothing about how well the guide's own entries fit."""

NUMBERED = "numbered"
"""The key in `meta` of whether the document numbers its values: it does unless there is a "no"."""

ACTIONS_NAME = "practices of the guide"
"""The key in `meta` of what the document calls the practices of the guide as a whole."""

ASIDE = "('scenario', 'reading', 'section', 'fact', 'crosswalk')"
"""The kinds of entry that are not the guide's own."""


def create(database: sqlite3.Connection) -> None:
    """Make the tables that look-ups ask, all of them empty."""
    database.executescript(SCHEMA)


def create_searched(database: sqlite3.Connection) -> None:
    """Make the tables that search asks, all of them empty."""
    database.executescript(SEARCHED.format(tokenize=TOKENIZE, aside=ASIDE, told=TOLD))
