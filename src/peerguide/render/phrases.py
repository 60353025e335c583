"""Phrases that both the drawn and the linear text use: citations, counts, lists in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.render.text import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.corpus.model.common import Citation, Link, StatementKind
    from peerguide.corpus.model.reports import Overview, Report
    from peerguide.corpus.model.sources import Source

UNOFFICIAL = (
    "peerguide is an unofficial study aid. It is not endorsed by the authors of the documents it restates, "
    "and it says what they say in plain words of its own."
)

HEADINGS: dict[StatementKind, str] = {"practice": "Practices", "role": "Supervisor roles"}

TRY = (
    ("value", "all core values"),
    ("value honest", "one value: what peers do, what supervisors do"),
    ("role 9", "a supervisor's part for value 9"),
    ("term pss", "a glossary term, by any of its names"),
)
"""Four commands to begin with, and what each shows."""


def citation(source: Citation | None) -> str | None:
    """Where a restatement comes from, in a sentence; None where the corpus names no document."""
    if source is None:
        return None
    year = f" ({source.year})" if source.year else ""
    return f"{safe(source.title)}{year}{_pages(source)}. Restated in plain words."


def _pages(source: Citation) -> str:
    if source.page is None:
        return ""
    if source.last_page in (None, source.page):
        return f", page {source.page}"
    return f", pages {source.page} to {source.last_page}"


def holdings(overview: Overview) -> str:
    """What a corpus holds, counted, in words."""
    counts = [
        (overview.values, "core value", "core values"),
        (overview.practices, "practice", "practices"),
        (overview.roles, "supervisor role", "supervisor roles"),
        (overview.terms, "glossary term", "glossary terms"),
        (overview.sources, "source", "sources"),
    ]
    return in_words(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def labelled_facts(report: Report) -> list[tuple[str, str]]:
    """The facts of a report with their labels, those of one sort one after the other."""
    flat: list[tuple[str, str]] = []
    for label, fact in report.facts.items():
        named = (
            {label: fact}
            if isinstance(fact, str | int)
            else {f"{label} {name}": one for name, one in fact.items()}
        )
        flat.extend((name, safe(str(one))) for name, one in named.items())
    return flat


def in_words(items: Iterable[str]) -> str:
    """The items as a sentence lists them: `a, b and c`."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def facts(source: Source) -> str:
    """Who issued a document and when, as far as it is known."""
    known = [source.author, source.publisher, source.year and str(source.year)]
    pages = source.pages and f"{source.pages} pages"
    return ", ".join(safe(fact) for fact in (*known, pages) if fact)


def pointers(links: Iterable[Link], *, refs: bool = True) -> str:
    """Names as one list, with their refs where a ref is shorter to type than the name."""
    return "; ".join(f"{link.ref} {safe(link.name)}" if refs else safe(link.name) for link in links)
