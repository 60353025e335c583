"""The parts of a corpus that are searched, in the order in which their entries stand, and where in them to search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind

    Index = Literal["passage", "told", "scene"]
    """What finds entries by their words (`peerguide.corpus.tables.INDEXES`)."""


class Part(NamedTuple):
    """The entries of these kinds, which this index finds.

    `columns` are those in which they speak for themselves, `weights` what a match counts for in a name, in another name, in a
    theme, in the text, in its plain words beside that, in how people ask for it: so far apart, they decide the order.

    An entry that has every word has a rank, and a higher one goes first: `own` where it has the words just as they were
    asked for, `sure` where so many of these say something that they do not meet by chance, `helped` where it has some only in
    other words. Without a rank (0) it goes by how much of the query it has, as one does that has only some of the words; there,
    what it has counts for as much as the part is `worth`, or `alone` where a word is asked for that the guide itself does not
    have and others have. `kept` is how many of the hits shown are of this part, if so many are found.
    """

    table: Index
    kinds: tuple[Kind, ...]
    columns: str
    weights: str
    sure: int
    own: int
    helped: int
    worth: float
    alone: float
    kept: int

    @property
    def has_questions(self) -> bool:
        """Whether people ask for these entries in whole questions, which are as good as a name."""
        return self.columns == WITH_QUESTIONS


SPOKEN, SPOKEN_WEIGHTS = "{name alias theme text}", "1000.0, 200.0, 40.0, 1.0, 1.0, 1.0"

WITH_QUESTIONS, QUESTION_WEIGHTS = "{name alias theme text asked}", "40.0, 40.0, 40.0, 1.0, 1.0, 40.0"

PARTS = (
    Part(
        "passage",
        ("value", "practice", "role", "item", "term", "source"),
        *(SPOKEN, SPOKEN_WEIGHTS),
        *(5, 5, 2),
        worth=1.0,
        alone=1.0,
        kept=0,
    ),
    Part(
        "told",
        ("reading", "section", "fact"),
        *(WITH_QUESTIONS, QUESTION_WEIGHTS),
        *(4, 1, 0),
        worth=0.7,
        alone=0.85,
        kept=1,
    ),
    Part(
        "told",
        ("crosswalk",),
        *(WITH_QUESTIONS, QUESTION_WEIGHTS),
        *(3, 0, 0),
        worth=0.6,
        alone=0.85,
        kept=1,
    ),
    Part("scene", ("scenario",), *(SPOKEN, SPOKEN_WEIGHTS), *(0, 0, 0), worth=0.4, alone=0.4, kept=2),
)
"""What the guide says; what is told of it and of other documents; how it stands to another guide; situations."""

WITH: dict[Kind, tuple[Kind, ...]] = {"practice": ("item",), "reading": ("section", "fact")}
"""The kinds that are searched with another one, as what stands in it."""

ABOUT = """
    WITH own(ref) AS (
        SELECT :value UNION SELECT ref FROM entry WHERE kind IN ('practice', 'role') AND value = :value
    ),
    bearing(ref) AS (SELECT ref FROM link WHERE target = :value AND relation = 'value'),
    fitting(ref) AS (
        SELECT link.ref FROM link JOIN entry ON entry.ref = link.ref WHERE target = :value AND relation = 'also'
        AND (kind = 'item' OR (kind = 'practice' AND value IS NULL))
    ),
    about(ref) AS (
        SELECT ref FROM own UNION SELECT ref FROM bearing UNION SELECT ref FROM fitting
        UNION SELECT ref FROM crosswalk WHERE begin IN own OR end IN own
        UNION SELECT ref FROM entry WHERE kind = 'section' AND value IN bearing
    )
    SELECT seq FROM entry WHERE ref IN about OR (kind = 'fact' AND value IN about)
"""
"""The entries of a value, and those about it: scenarios, readings with what stands in them, rows of the crosswalk; and practices of the
whole guide that fit it."""


@dataclass(frozen=True, eq=False, repr=False)
class Scope:
    """Where to search: entries of these kinds (None for all), and those of this value or about it (None for all)."""

    kinds: Collection[Kind] | None = None
    value: str | None = None

    def within(self, part: Part) -> Collection[Kind]:
        """The kinds of entries of this part that are searched."""
        if self.kinds is None:
            return part.kinds
        asked = {kind for one in self.kinds for kind in (one, *WITH.get(one, ()))}
        return [kind for kind in part.kinds if kind in asked]

    def about(self, corpus: Corpus) -> str | None:
        """The entries of the value and about it, as a JSON list of their numbers; None where any value's are searched."""
        if self.value is None:
            return None
        return str([seq for (seq,) in corpus.rows(ABOUT, {"value": self.value})])
