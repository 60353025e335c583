"""How often the passage that answers a query is first, or among the first three: `make search-quality`.

A query counts as answered by any of the refs judged to answer it. Success at 1 and at 3 are the shares of queries with
such a ref first, or among the first three; the mean reciprocal rank is the mean of one over the place of the first.
The guidelines' own queries are asked of the whole corpus, readings and crosswalk included, and once more of all guides together.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import GUIDELINES, corpus_folder, shipped_corpora
from peerguide.corpus.together import together
from peerguide.errors import NotFoundError
from peerguide.search.engine import search

FOLDER = Path(__file__).parent / "search"
JUDGED = ("open", "set-aside", "fresh")
HARD = "hard"
BESIDE = {
    GUIDELINES: ("told", "told-set-aside", "told-fresh"),
    "declaration": ("declaration", "declaration-set-aside", "declaration-fresh"),
}
"""What is asked of readings and the crosswalk, and of the Declaration, by the guide that is asked."""


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


def of_guide(guide: str, queries: list[Judged]) -> list[Judged]:
    """The same queries, with this guide's name before each ref."""
    return [query._replace(refs=frozenset(f"{guide}:{ref}" for ref in query.refs)) for query in queries]


def report(title: str, corpus: Corpus, queries: list[Judged]) -> None:
    """Print the figures by type and in all."""
    print(f"{title:22} queries  success at 1  at 3   mean reciprocal rank")
    for kind, figures in by_type(corpus, queries).items():
        print(
            f"  {kind:20} {figures.queries:7}  {figures.at_1:12.3f}  {figures.at_3:.3f}  {figures.reciprocal:.3f}"
        )
    print()


def main() -> None:
    """Print all figures."""
    corpus = Corpus.open(corpus_folder(None))
    both = [query for name in JUDGED for query in judged(name)]
    for name in JUDGED:
        report(name, corpus, judged(name))
    report("the judged set", corpus, both)
    report(HARD, corpus, judged(HARD))
    for guide, names in BESIDE.items():
        for name in names:
            report(name, Corpus.open(corpus_folder(guide)), judged(name))
    every = together([Corpus.open(folder) for folder in shipped_corpora().values()])
    report("judged, of all guides", every, of_guide(GUIDELINES, both))
    for guide, names in BESIDE.items():
        queries = [query for name in names for query in judged(name)]
        report(f"{names[0]}, of all guides", every, of_guide(guide, queries))


if __name__ == "__main__":
    main()
