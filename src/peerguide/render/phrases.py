"""Phrases that both the drawn and the linear text use: citations, counts, lists in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import caveat
from peerguide.corpus.credits import citation as cited
from peerguide.corpus.names.known import NOUNS
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.model.common import Citation, Kind, Link, StatementKind
    from peerguide.corpus.model.reports import Overview, Report
    from peerguide.corpus.model.sources import Source
    from peerguide.corpus.model.values import Statement, Value, ValueName
    from peerguide.search.results import Hit, Results

HEADINGS: dict[StatementKind, str] = {"practice": "Practices", "role": "Supervisor roles"}

OF_ALL = "The guide as a whole"
"""What practices stand under that belong to no one value."""

LISTED_BY = "Listed by practice"

OF_VALUES: tuple[Kind, ...] = ("practice", "role", "scenario")
"""The kinds of entry that stand under a value; others stand under an entry of another kind, or under none."""

UNDER_OTHERS: tuple[Kind, ...] = ("practice", "role", "item", "fact")
"""The kinds of entry that have no name of their own, and are called by what they stand under."""

LONG_REFS: tuple[Kind, ...] = ("scenario", "reading", "section", "fact", "crosswalk")
"""The kinds of entry whose refs are long, and should not leave others a narrow column."""


def fitting(value: ValueName | None) -> str:
    """What comes before the values that something would fit besides its own, if it has one."""
    return "Would also fit" if value else "Would fit"


def value_label(value: Value | ValueName) -> str:
    """What a heading calls a value: its number, or its ref where that says which guide."""
    return value.ref if ":" in value.ref else str(value.number)


def citation(source: Citation | None) -> str | None:
    """Where something comes from, in a sentence; None where the corpus names no document."""
    return None if source is None else safe(cited(source))


def holdings(overview: Overview) -> str:
    """What a corpus holds, counted, in words."""
    counts = [
        (overview.values, "core value", "core values"),
        (overview.practices, "practice", "practices"),
        (overview.roles, "supervisor role", "supervisor roles"),
        (overview.terms, "glossary term", "glossary terms"),
        (overview.sources, "source", "sources"),
        (overview.scenarios, "scenario", "scenarios"),
        (overview.readings, "reading", "readings"),
        (overview.crosswalk, "row of the crosswalk", "rows of the crosswalk"),
    ]
    return in_words(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def labelled_facts(report: Report) -> list[tuple[str, str]]:
    """The facts of a report with their labels, those of one sort one after the other."""
    flat: list[tuple[str, str]] = []
    for label, fact in report.facts.items():
        if isinstance(fact, str | int | list):
            flat.append((label, _fact(fact)))
        else:
            flat.extend((f"{label} {name}", safe(one)) for name, one in fact.items())
    return flat


def _fact(fact: str | int | list[str]) -> str:
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    return ", ".join(map(safe, fact)) if isinstance(fact, list) else safe(str(fact))


def in_words(items: Iterable[str]) -> str:
    """The items as a sentence lists them: `a, b and c`."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def repetition(statement: Statement) -> str:
    """A remark on a statement that the document makes twice."""
    return f" (Stated twice in the document; see {statement.repeats}.)" if statement.repeats else ""


def facts(source: Source) -> str:
    """Who issued a document and when, as far as it is known."""
    known = [source.author, source.publisher, source.year and str(source.year)]
    pages = source.pages and f"{source.pages} pages"
    return ", ".join(safe(fact) for fact in (*known, pages) if fact)


def pointers(links: Iterable[Link], *, refs: bool = True) -> str:
    """Names as one list, with their refs where a ref is shorter to type than the name."""
    return "; ".join(f"{link.ref} {safe(link.name)}" if refs else safe(link.name) for link in links)


def standing(hit: Hit) -> str:
    """What a hit is and where it stands, whether it was found by other words, and in which words it stands if not in those asked for."""
    of_value = "value " if hit.kind in OF_VALUES else ""
    where = NOUNS[hit.kind] + (f" of {of_value}{safe(hit.value)}" if hit.value else "")
    page = f"page {hit.page}" if hit.page else None
    found = "in other words" if hit.by_synonym else None
    return ", ".join(filter(None, [where, hit.closeness, page, found, caveat(hit.wording).strip(" ()")]))


def more(results: Results) -> str:
    """How many more hits there are than are shown, and how to see them."""
    return f"and {results.total - len(results.hits)} more; --all shows them"
