"""The tables of a compiled corpus, which `compiled` fills, and how its texts are indexed.

An entry of the kind "scenario" has its title as its name and its situation as its text; what it has besides stands in `scenario`, its
options in `choice`, whose `upholds` and `strains` hold refs with spaces between them.
"""

from __future__ import annotations

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
    CREATE VIEW guide_entry AS SELECT * FROM entry WHERE kind != 'scenario';
    CREATE VIEW scene_entry AS SELECT * FROM entry WHERE kind = 'scenario';
    CREATE VIRTUAL TABLE passage USING fts5 (
        name, alias, theme, text, plain, asked, content = 'guide_entry', content_rowid = 'seq', tokenize = "{tokenize}"
    );
    CREATE VIRTUAL TABLE scene USING fts5 (
        name, alias, theme, text, plain, asked, content = 'scene_entry', content_rowid = 'seq', tokenize = "{tokenize}"
    );
    CREATE VIRTUAL TABLE synonym USING fts5 (typed, finds UNINDEXED, tokenize = "{tokenize}");
    CREATE TABLE word (word TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;
    CREATE TABLE scenario (
        ref TEXT PRIMARY KEY, audience TEXT NOT NULL, setting TEXT NOT NULL, question TEXT NOT NULL, hard TEXT NOT NULL,
        discuss TEXT NOT NULL, law TEXT, reviewed INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE choice (
        ref TEXT, position INTEGER, text TEXT NOT NULL, why TEXT NOT NULL, upholds TEXT NOT NULL, strains TEXT NOT NULL,
        mark TEXT, PRIMARY KEY (ref, position)
    ) WITHOUT ROWID;
"""

TOKENIZE = "porter unicode61 remove_diacritics 2"
"""How FTS5 takes words apart: case and accents folded, endings stripped by Porter's algorithm."""

INDEXED = "name, alias, theme, text, plain, asked"
"""The columns by which search finds entries. Scenarios have an index of their own, `scene`, so that they change nothing about how well the
guide's entries fit."""
