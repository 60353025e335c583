"""Stems: what the forms of one word share, by the tokenizer with which search takes words apart."""

from __future__ import annotations

import sqlite3
from functools import cache


@cache
def stem(word: str) -> str:
    """The stem of a folded word by Porter's algorithm."""
    database = _stemmer()
    database.execute("INSERT INTO text VALUES (?)", (word,))
    found = database.execute("SELECT term FROM term LIMIT 1").fetchone()
    database.execute("DELETE FROM text")
    return str(found[0]) if found else word


@cache
def _stemmer() -> sqlite3.Connection:
    """SQLite's own tokenizer: no other library need be loaded for it."""
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    database.execute("CREATE VIRTUAL TABLE text USING fts5 (word, tokenize = 'porter unicode61')")
    database.execute("CREATE VIRTUAL TABLE term USING fts5vocab (text, row)")
    return database
