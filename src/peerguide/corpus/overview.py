"""What a corpus holds as a whole, and what to try first in it."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from peerguide.corpus.model.reports import Overview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.common import Kind


def overview(corpus: Corpus, asked_for: str | None = None) -> Overview:
    """What the corpus holds, in figures; `asked_for` is how it was asked for, where it is not the usual one."""
    asking = f"--corpus {quote(asked_for)} " if asked_for else ""
    counts = dict(corpus.rows("SELECT kind, count(*) FROM entry GROUP BY kind"))
    source = corpus.citation()
    return Overview(
        title=source.title if source else _titles(corpus),
        values=counts.get("value", 0),
        practices=counts.get("practice", 0),
        roles=counts.get("role", 0),
        terms=counts.get("term", 0),
        sources=counts.get("source", 0),
        scenarios=counts.get("scenario", 0),
        tries=tuple((asking + command, shows) for command, shows in _tries(corpus, counts)),
        shipped=corpus.shipped,
        readings=counts.get("reading", 0),
        crosswalk=counts.get("crosswalk", 0),
    )


def _titles(corpus: Corpus) -> str:
    """The titles of several guides, or the name of the folder of one that names no document."""
    rows = corpus.rows(
        "SELECT name FROM meta JOIN entry ON entry.ref = substr(key, 1, instr(key, ':')) || meta.value "
        "WHERE key LIKE '%:cited by values.yaml' ORDER BY seq"
    )
    return " and ".join(name for (name,) in rows) or corpus.folder.resolve().name


def _tries(corpus: Corpus, counts: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Commands to begin with that show something here, and what each shows."""
    parts = ": what peers do, what supervisors do" if counts.get("role") else ", and what it means"
    yield f"value {_short_name(corpus, 'value')}", f"one value{parts}"
    if not counts.get("role") and counts.get("practice"):
        yield "practice", "what peer supporters do"
    for (value,) in corpus.rows("SELECT value FROM entry WHERE kind = 'role' ORDER BY seq DESC LIMIT 1"):
        yield f"role {value}", f"a supervisor's part for value {value}"
    if counts.get("term"):
        yield f"term {_short_name(corpus, 'term')}", "a glossary term, by any of its names"
    yield "quiz", "ten questions, each with its reason"


def _short_name(corpus: Corpus, kind: Kind) -> str:
    """The shortest other name that one entry of this kind alone has, or a ref where none has any."""
    rows = corpus.rows(
        "SELECT coalesce(target, entry.ref) FROM entry LEFT JOIN link ON link.ref = entry.ref AND relation = 'alias' "
        "AND target NOT LIKE '% %' AND 1 = (SELECT count(DISTINCT ref) FROM name WHERE kind = entry.kind AND folded = lower(target)) "
        "WHERE kind = ? ORDER BY target IS NULL, length(target), seq, position LIMIT 1",
        kind,
    )
    return str(rows[0][0]).lower()
