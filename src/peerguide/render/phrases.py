"""Phrases that both the drawn and the linear text use: citations, counts, lists in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import caveat
from peerguide.corpus.credits import citation as cited
from peerguide.corpus.names.known import NOUNS
from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.model.common import Citation, Link, StatementKind
    from peerguide.corpus.model.reports import Overview, Report
    from peerguide.corpus.model.sources import Source
    from peerguide.corpus.model.values import Statement
    from peerguide.search.results import Hit, Results

HEADINGS: dict[StatementKind, str] = {"practice": "Practices", "role": "Supervisor roles"}


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
    where = NOUNS[hit.kind] + (f" of value {hit.value}" if hit.value else "")
    page = f"page {hit.page}" if hit.page else None
    found = "in other words" if hit.by_synonym else None
    return ", ".join(filter(None, [where, page, found, caveat(hit.wording).strip(" ()")]))


def more(results: Results) -> str:
    """How many more hits there are than are shown, and how to see them."""
    return f"and {results.total - len(results.hits)} more; --all shows them"
