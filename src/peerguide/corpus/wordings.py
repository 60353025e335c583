"""The wordings in which a corpus can be asked: its own plain words, and the official text that a person has brought in.

The official text is laid over a copy of the compiled corpus, in memory: it takes the place of an entry's `text`, and the plain
words move to `plain`. A look-up needs no more. Search and quiz find words through an index, and correct slips by a vocabulary;
each of these follows only when it is asked.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Literal

from peerguide.corpus.model.common import OFFICIAL, PLAIN, Wording
from peerguide.corpus.tables import ASIDE

if TYPE_CHECKING:
    from collections.abc import Mapping

Choice = Literal["official", "plain", "both"]

BOTH: Choice = "both"

CHOICES: tuple[Choice, ...] = (OFFICIAL, PLAIN, BOTH)
"""What can be asked for: the official text, the plain one, or the official one with the plain one beside it."""

LAID_OVER = "FROM entry WHERE plain IS NOT NULL"


def overlaid(database: sqlite3.Connection, texts: Mapping[str, str]) -> sqlite3.Connection | None:
    """A copy of a compiled corpus in which these texts, by the refs of their entries, stand in place of the plain ones.

    A text of an entry that the corpus does not have is passed over; None where that leaves nothing. The index of the copy
    and its vocabulary are still those of the plain words, until `index_anew` and `count_anew` are called.
    """
    if not texts:
        return None
    copy = sqlite3.connect(":memory:", isolation_level=None)
    database.backup(copy)
    copy.execute("BEGIN")
    copy.executemany(
        f"UPDATE entry SET plain = text, text = ? WHERE ref = ? AND kind != 'source' AND kind NOT IN {ASIDE}",  # noqa: S608 - names of ours only
        ((text, ref) for ref, text in texts.items() if text),
    )
    copy.execute("COMMIT")
    if copy.total_changes:
        return copy
    copy.close()
    return None


def index_anew(database: sqlite3.Connection) -> None:
    """Make the index of a corpus follow the texts that were laid over it.

    Plain words stay in the index, in a column of their own: what was found by them is found still.
    """
    database.execute("BEGIN")
    database.execute(
        "INSERT INTO passage (passage, rowid, name, alias, theme, text, plain, asked) "
        f"SELECT 'delete', seq, name, alias, theme, plain, NULL, asked {LAID_OVER}"
    )
    database.execute(
        "INSERT INTO passage (rowid, name, alias, theme, text, plain, asked) "
        f"SELECT seq, name, alias, theme, text, plain, asked {LAID_OVER}"
    )
    database.execute("COMMIT")


def count_anew(database: sqlite3.Connection) -> None:
    """Make the vocabulary of a corpus follow the texts that were laid over it. A plain word that is nowhere else stays in it."""
    from collections import Counter

    from peerguide.corpus.names.spelling import words_of

    counts: Counter[str] = Counter()
    for text, plain in database.execute(f"SELECT text, plain {LAID_OVER}"):
        counts.update(words_of(text))
        counts.subtract(words_of(plain))
    database.execute("BEGIN")
    database.executemany(
        "INSERT INTO word VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
        counts.items(),
    )
    database.execute("COMMIT")


def wording_of(choice: Choice, text: str, plain: str | None) -> Wording:
    """The wording in which an entry stands whose row has these texts, where a corpus is asked in that one."""
    if choice == PLAIN:
        return Wording()
    beside = (plain or text) if choice == BOTH else None
    if plain is None:
        return Wording(PLAIN, beside, lacking=True)
    return Wording(OFFICIAL, beside)
