"""The rules that practices and supervisor roles keep.

Like `rules`, each asks for a field before it uses it, since records may be incomplete.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from peerguide.corpus.reading.placed import problem_at, refs_of
from peerguide.corpus.reading.raw import STATEMENT_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.reading.raw import Raw
    from peerguide.errors import Problem


def statement_problems(raw: Raw) -> Iterator[Problem]:
    """Every problem of statements that their record alone does not show."""
    return chain(_statement_ids(raw), _repeats(raw), _either_part(raw), _gaps_to_fill(raw))


def _statement_ids(raw: Raw) -> Iterator[Problem]:
    for value, _kind, statement in raw.statements():
        owner, ref = value.get("id"), statement.get("id")
        if owner is not None and ref is not None and ref.rpartition(".")[0] != owner:
            yield problem_at(
                ref, f'"{ref}" stands under the value "{owner}", so its id must begin with "{owner}."'
            )


def _repeats(raw: Raw) -> Iterator[Problem]:
    for value, kind, statement in raw.statements():
        ref = statement.get("repeats")
        if ref is None:
            continue
        if ref == statement.get("id"):
            yield problem_at(ref, "a statement cannot repeat itself")
        elif ref not in refs_of(value.get(STATEMENT_KEYS[kind], [])):
            yield problem_at(ref, f'"repeats" must name another {kind} of the same value; "{ref}" is none')


def _either_part(raw: Raw) -> Iterator[Problem]:
    statements = refs_of(statement for _value, _kind, statement in raw.statements())
    for ref in raw.either_part:
        if ref not in statements:
            yield problem_at(ref, f'no statement has the id "{ref}"')


def _gaps_to_fill(raw: Raw) -> Iterator[Problem]:
    """The word of a gap must stand in its text, by itself."""
    statements = (statement for _value, _kind, statement in raw.statements())
    for statement in chain(statements, raw.actions, (item for _action, item in raw.items())):
        words = statement.get("gap", [])
        if (
            words
            and "text" in statement
            and not re.search(rf"(?<!\w){re.escape(words[0])}(?!\w)", statement["text"])
        ):
            yield problem_at(words[0], f'"gap" takes out "{words[0]}", which the text does not have')
