"""The crosswalk in the compiled corpora: the rows of every guide at hand, with the names or texts of both ends."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from peerguide.corpus.guides import Guides
from peerguide.corpus.model.common import CLOSENESS
from peerguide.corpus.model.crosswalk import Crosswalk, End, Group, Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Closeness

ROWS = (
    "SELECT entry.ref, begin, end, closeness, text FROM entry JOIN crosswalk ON crosswalk.ref = entry.ref "
    "ORDER BY seq"
)

END = "SELECT CASE kind WHEN 'item' THEN text ELSE coalesce(name, text) END, kind FROM entry WHERE ref = ?"

UNDER = """
    WITH RECURSIVE under (ref) AS (
        SELECT ? UNION SELECT entry.ref FROM under JOIN entry ON entry.value = under.ref
            AND entry.kind IN ('practice', 'role', 'item', 'section', 'fact')
    )
    SELECT under.ref FROM under JOIN entry ON entry.ref = under.ref ORDER BY seq
"""
"""An entry and all that stands under it, in the corpus's order."""


class _Written(NamedTuple):
    """A row as its file has it, its refs with their guides' names; one end is None where nothing corresponds."""

    ref: str
    begin: str | None
    end: str | None
    closeness: Closeness
    why: str

    @property
    def ends(self) -> list[str]:
        """The refs of its ends, as far as there are any."""
        return [ref for ref in (self.begin, self.end) if ref]

    @property
    def guides(self) -> set[str]:
        """The guides that its ends are of."""
        return set(map(_guide_of, self.ends))


def crosswalk(
    corpus: Corpus,
    about: str | None = None,
    closeness: Collection[Closeness] = CLOSENESS,
    guides: Guides | None = None,
) -> Crosswalk:
    """The rows about an entry and what stands under it, or all that are about the guides in use; those of this closeness alone.

    `about` is a ref that exists, with its guide's name before it unless it is of the guide in use. The rows are those of all `guides`,
    the shipped ones and those in use unless told.
    """
    guides = guides or Guides(corpus)
    asked = guides.full(about) if about else None
    wanted = _under(guides, asked) if asked else None
    rows = [row for row in _written(guides, wanted) if row.closeness in closeness]
    ends = {ref: _end(guides, ref) for ref in chain(filter(None, [asked]), *(row.ends for row in rows))}
    shown = [_shown(row, ends, guides) for row in rows]
    return Crosswalk(
        rows=tuple(shown),
        about=ends[asked] if asked else None,
        titles={guide: guides.title(guide) for guide in dict.fromkeys(map(_guide_of, ends))},
        groups=_groups(rows, shown, ends, wanted),
        shipped=all(guides.is_shipped(_guide_of(row.ref)) for row in rows),
    )


def _shown(row: _Written, ends: Mapping[str, End], guides: Guides) -> Row:
    begin, end = (ends[ref] if ref else None for ref in (row.begin, row.end))
    return Row(guides.shown(row.ref), begin, end, row.closeness, row.why)


def owner_of(guides: Guides, about: str) -> str | None:
    """The ref, as it is shown, of what an entry stands under, as far up as there are rows about that; None where there are none."""
    guide, _colon, bare = guides.full(about).partition(":")
    corpus = guides.corpus(guide)
    rows = corpus.rows("SELECT value FROM entry WHERE ref = ? AND value IS NOT NULL", bare) if corpus else []
    for (owner,) in rows:
        whole = f"{guide}:{owner}"
        if any(_written(guides, _under(guides, whole))):
            return guides.shown(whole)
        return owner_of(guides, whole)
    return None


def _written(guides: Guides, wanted: Collection[str] | None) -> Iterator[_Written]:
    """The rows of all guides that are about a wanted entry, or are one; without any, those that are about the guides in use."""
    for guide in guides.names:
        rows = list(_of_file(guides, guide))
        if wanted is None:
            yield from _about_those_in_use(rows, guides)
        else:
            yield from (row for row in rows if not {row.ref, *row.ends}.isdisjoint(wanted))


def _of_file(guides: Guides, guide: str) -> Iterator[_Written]:
    """The rows that the file of one guide has."""
    corpus = guides.corpus(guide)
    for ref, begin, end, closeness, why in corpus.rows(ROWS) if corpus else ():
        whole, first, second = (one and guides.full(one, guide) for one in (ref, begin, end))
        yield _Written(whole, first, second, closeness, why)


def _about_those_in_use(rows: list[_Written], guides: Guides) -> list[_Written]:
    """The rows of a file with an end in a guide in use, and those of what stands alone in a guide that the others hold against it."""
    used = {*guides.used}
    held = used.union(*(row.guides for row in rows if row.guides & used))
    return [row for row in rows if row.guides & used or (len(row.ends) == 1 and row.guides <= held)]


def _under(guides: Guides, asked: str) -> list[str]:
    """An entry and all that stands under it, by their refs with their guide's name, in the corpus's order."""
    guide = _guide_of(asked)
    corpus = guides.corpus(guide)
    refs = corpus.rows(UNDER, asked.partition(":")[2]) if corpus else []
    return [f"{guide}:{ref}" for (ref,) in refs]


def _end(guides: Guides, full: str) -> End:
    """One entry; without a text where its guide is not at hand."""
    guide, _colon, bare = full.partition(":")
    corpus = guides.corpus(guide)
    rows = corpus.rows(END, bare) if corpus else []
    text, kind = rows[0] if rows else ("", "")
    return End(guides.shown(full), text, kind, guides.title(guide))


def _groups(
    rows: Iterable[_Written], shown: Iterable[Row], ends: Mapping[str, End], wanted: list[str] | None
) -> tuple[Group, ...]:
    """The rows by the entry that each begins with, or by that of the wanted ones which it is about."""
    found: dict[str, list[Row]] = {ref: [] for ref in wanted or ()}
    for row, as_shown in zip(rows, shown, strict=True):
        ref = next((ref for ref in row.ends if ref in found or wanted is None), row.ends[0])
        found.setdefault(ref, []).append(as_shown)
    return tuple(Group(ends[ref], tuple(of_one)) for ref, of_one in found.items() if of_one)


def _guide_of(full: str) -> str:
    return full.partition(":")[0]
