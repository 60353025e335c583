"""How often the passage that answers a query is first, or among the first three: `make search-quality`.

A query counts as answered by any of the refs judged to answer it. Success at 1 and at 3 are the shares of queries with
such a ref first, or among the first three; the mean reciprocal rank is the mean of one over the place of the first.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.errors import NotFoundError
from peerguide.search.engine import search

FOLDER = Path(__file__).parent / "search"
JUDGED = ("open", "set-aside", "fresh")
HARD = "hard"


class Judged(NamedTuple):
    """A query of a type, and the refs that answer it."""

    type: str
    text: str
    refs: frozenset[str]


class Quality(NamedTuple):
    """How well queries were answered."""

    queries: int
    at_1: float
    at_3: float
    reciprocal: float


def judged(name: str) -> list[Judged]:
    """The judged queries of one file."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Judged(kind, text, frozenset(refs.split())) for kind, text, refs in rows]


def place(corpus: Corpus, query: Judged) -> int:
    """The place of the first hit that answers the query, from 1; 0 when none of the first ten does."""
    try:
        hits = search(corpus, query.text).hits
    except NotFoundError:
        return 0
    return next((number for number, hit in enumerate(hits, 1) if hit.ref in query.refs), 0)


def quality(places: list[int]) -> Quality:
    """The figures for these places."""
    count = len(places)
    return Quality(
        count,
        sum(one == 1 for one in places) / count,
        sum(1 <= one <= 3 for one in places) / count,
        sum(1 / one for one in places if one) / count,
    )


def by_type(corpus: Corpus, queries: list[Judged]) -> dict[str, Quality]:
    """The figures for each type of query, and for all of them together."""
    places: dict[str, list[int]] = {}
    for query in queries:
        places.setdefault(query.type, []).append(place(corpus, query))
    everything = [one for of_type in places.values() for one in of_type]
    return {kind: quality(of_type) for kind, of_type in places.items()} | {"all": quality(everything)}


def main() -> None:
    """Print the figures by type and in all."""
    corpus = Corpus.open(corpus_folder(None))
    both = [query for name in JUDGED for query in judged(name)]
    for title, queries in [(name, judged(name)) for name in JUDGED] + [
        ("the judged set", both),
        (HARD, judged(HARD)),
    ]:
        print(f"{title:16} queries  success at 1  at 3   mean reciprocal rank")
        for kind, figures in by_type(corpus, queries).items():
            print(
                f"  {kind:14} {figures.queries:7}  {figures.at_1:12.3f}  {figures.at_3:.3f}  {figures.reciprocal:.3f}"
            )
        print()


if __name__ == "__main__":
    main()
