"""The rules that practices of the guide as a whole keep, and the values that an entry would fit besides its own.

Like `rules`, each asks for a field before it uses it, since records may be incomplete.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from peerguide.corpus.reading.files import VALUES
from peerguide.corpus.reading.placed import problem_at, refs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from peerguide.corpus.reading.placed import Record
    from peerguide.corpus.reading.raw import Raw
    from peerguide.errors import Problem


def action_problems(raw: Raw, broken: Collection[str] = ()) -> Iterator[Problem]:
    """Every problem of these practices that their file alone does not show; `broken` names files with problems of their own."""
    yield from _fits(raw, broken)
    yield from _numbers(raw.actions, "a", "the practices of the whole guide")
    for action in raw.actions:
        yield from _items(action)


def theme_problems(raw: Raw) -> Iterator[Problem]:
    """Every value has a practice theme, or none has: one without would be left out of what is asked of the others."""
    without = [value for value in raw.values if "theme" not in value]
    if len(without) < len(raw.values):
        yield from (
            problem_at(value, 'this value has no "theme", though others have one') for value in without
        )


def _fits(raw: Raw, broken: Collection[str]) -> Iterator[Problem]:
    """What an entry would fit besides are values, and none of them is the entry itself."""
    known = refs_of(raw.values)
    for record in chain(raw.values, raw.actions, (item for _action, item in raw.items())):
        for ref in record.get("also", []):
            if ref not in known and VALUES not in broken:
                yield problem_at(ref, f'no value has the id "{ref}"')
            elif ref == record.get("id"):
                yield problem_at(ref, '"also" names other values; this is the value itself')


def _items(action: Record) -> Iterator[Problem]:
    """They have a name together, and their ids begin with that of their practice and are numbered from 1 up."""
    items = action.get("items", [])
    if items and "items_name" not in action:
        yield problem_at(action, 'a practice with "items" says in "items_name" what they are')
    if "items_name" in action and not items:
        yield problem_at(action["items_name"], '"items_name" says what "items" are, and there are none')
    owner = str(action.get("id", ""))
    for item in items:
        if owner and "id" in item and item["id"].rpartition(".")[0] != owner:
            yield problem_at(
                item["id"], f'"{item["id"]}" stands under "{owner}", so its id must begin with "{owner}."'
            )
    yield from _numbers(items, f"{owner}.", f'the items of "{owner}"')


def _numbers(records: Iterable[Record], begin: str, what: str) -> Iterator[Problem]:
    """Ids with this beginning are numbered from 1 up without a gap."""
    refs = [record["id"] for record in records if "id" in record]
    numbered = {
        int(ref[len(begin) :]): ref for ref in refs if re.fullmatch(rf"{re.escape(begin)}[0-9]+", ref)
    }
    for number, ref in numbered.items():
        if number > 1 and number - 1 not in numbered:
            yield problem_at(
                ref, f"{what} are numbered without a gap; {number - 1} is missing before {number}"
            )
