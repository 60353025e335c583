"""Several guides as one corpus: looked up, searched and asked together, each ref with its guide's name before it.

The compiled corpora are copied into one database in memory, and nothing of it is kept.
"""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING, Any

from peerguide.corpus.compiling.links import OF_WORDS
from peerguide.corpus.library import Corpus
from peerguide.corpus.names.spelling import fold
from peerguide.corpus.places import ALL
from peerguide.corpus.tables import create

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from peerguide.corpus.model.common import Citation, Wording

    Row = tuple[Any, ...]

REFS = {
    "entry": (1, 3),
    "source": (0,),
    "scenario": (0,),
    "choice": (0, 4, 5),
    "crosswalk": (0, 1, 2),
    "link": (0, 3),
    "name": (2,),
    "saying": (),
}
"""The tables to copy, each with the places of its columns that hold refs."""


def together(parts: Sequence[Corpus]) -> Together:
    """These corpora asked as one, each in its own wording."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    create(database)
    database.execute("BEGIN")
    for part in parts:
        for table, rows in _copied(part):
            marks = ", ".join("?" * len(rows[0]))
            database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608 - names of ours only
    database.execute("COMMIT")
    return Together(parts, database)


class Together(Corpus):
    """Several corpora asked as one; `parts` has each by the name of its guide.

    A ref without its guide's name is taken where one of them alone has it.
    """

    def __init__(self, parts: Sequence[Corpus], database: sqlite3.Connection) -> None:
        super().__init__(
            parts[0].folder, database, next((one.wording for one in parts if one.wording != "plain"), "plain")
        )
        self.parts: Mapping[str, Corpus] = {part.guide: part for part in parts}

    @cached_property
    def guide(self) -> str:
        """The name for all of them; no history is kept under it."""
        return ALL

    @cached_property
    def shipped(self) -> bool:
        """Whether all of them came with the program."""
        return all(part.shipped for part in self.parts.values())

    def whole(self, ref: str) -> str:
        """The ref with its guide's name, where that was left out and one guide alone has it."""
        wholes = [f"{guide}:{ref}" for guide in self.parts]
        marks = ", ".join("?" * len(wholes))
        found = self.rows(f"SELECT ref FROM entry WHERE ref IN ({marks})", *wholes)  # noqa: S608 - marks only
        return str(found[0][0]) if len(found) == 1 else ref

    def citation(self) -> Citation | None:
        """None: there are several documents; each entry has its own."""
        return None

    def _cited(
        self, file: str, page: int | None, last_page: int | None, *wordings: Wording, of: str | None = None
    ) -> Citation | None:
        part = self.parts.get(of.partition(":")[0]) if of else None
        return part._cited(file, page, last_page, *wordings) if part else None  # noqa: SLF001 - a corpus like this one


def _copied(part: Corpus) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each table of a corpus that has some, every ref with the guide's name before it."""
    yield "meta", [(f"{part.guide}:{key}", value) for key, value in part.rows("SELECT key, value FROM meta")]
    for table, places in REFS.items():
        rows = [_placed(row, places, part.guide) for row in part.rows(f"SELECT * FROM {table}")]  # noqa: S608 - names of ours only
        if table == "entry":  # their numbers here are new ones, in the same order
            rows = [(None, *row[1:]) for row in rows]
        elif table == "name":
            rows += [(kind, f"{fold(part.guide)} {folded}", *rest) for kind, folded, *rest in rows]
        if rows:
            yield table, rows


def _placed(row: Row, places: tuple[int, ...], guide: str) -> Row:
    """A row with the guide's name before its refs; words that a link leads to are no refs."""
    if places == REFS["link"] and row[1] in OF_WORDS:
        places = places[:1]
    return tuple(_with_guide(guide, cell) if at in places else cell for at, cell in enumerate(row))


def _with_guide(guide: str, refs: str | None) -> str | None:
    """These refs, which may have spaces between them, with the guide's name before each that has none."""
    if refs is None:
        return None
    return " ".join(ref if ":" in ref else f"{guide}:{ref}" for ref in refs.split(" "))
