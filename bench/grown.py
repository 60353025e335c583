"""A corpus of any size, made of the shipped corpus's words, and the same texts in a database of another tool's making.

    python grown.py FOLDER SIZE WORD...

writes the corpus into FOLDER and the database beside it (FOLDER.db), the same every time. The words stand together in one
statement of every fifth value.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from pathlib import Path

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import shipped_folder


def main() -> None:
    """Write both."""
    folder, size, *words = sys.argv[1:]
    corpus = grow(Path(folder), int(size), words)
    plain_database(Path(f"{folder}.db"), corpus)


def grow(folder: Path, size: int, sought: list[str]) -> Path:
    """A corpus of that many statements, made of the shipped corpus's words, the same every time."""
    chance = random.Random(size)
    shipped = Corpus.open(shipped_folder())
    shipped.ready("word")
    rows = shipped.rows("SELECT word FROM word WHERE count > 0 ORDER BY count DESC, word")
    words = [word for (word,) in rows if word.isalpha()]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    lines = ["values:"]
    per_value = max(1, size // 100)
    for number in range(1, 101):
        lines += [
            f"- id: {number}",
            f"  number: {number}",
            f"  name: We are number {number}",
            f"  theme: Keep to {words[number]}",
        ]
        lines += ["  meaning: A value that was made up.", "  practices:"]
        for statement in range(1, per_value + 1):
            text = " ".join(chance.choices(words, weights, k=20))
            rare = " ".join(sought) if statement == 1 and number % 5 == 0 else ""
            lines += [f"  - id: {number}.p{statement}", f'    text: "{text} {rare}"']
    folder.mkdir(parents=True)
    (folder / "values.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def plain_database(file: Path, corpus: Path) -> Path:
    """The same texts in a database with full-text search as sqlite-utils makes it."""
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT)")
        rows = Corpus.open(corpus).rows("SELECT seq, text FROM entry")
        database.executemany("INSERT INTO entry VALUES (?, ?)", rows)
        database.execute(
            "CREATE VIRTUAL TABLE entry_fts USING fts5 (text, content=[entry], tokenize = 'porter')"
        )
        database.execute("INSERT INTO entry_fts (entry_fts) VALUES ('rebuild')")
    database.close()
    return file


if __name__ == "__main__":
    main()
