"""The rules that scenarios keep: that their answers can be told, and stand on what the guide says.

Like `rules`, each asks for a field before it uses it, since records may be incomplete, and says nothing about pointers into a file
that is broken itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.names.spelling import fold
from peerguide.corpus.reading.files import GLOSSARY, VALUES
from peerguide.corpus.reading.placed import problem_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from peerguide.corpus.reading.placed import Record, Text
    from peerguide.corpus.reading.raw import Raw
    from peerguide.errors import Problem

OPTIONS = 4

CITES = ("upholds", "strains")
"""The keys under which an option names what it rests on."""


def scenario_problems(raw: Raw, broken: Collection[str] = ()) -> Iterator[Problem]:
    """Every problem of the scenarios that their file alone does not show; `broken` names files with problems of their own."""
    known = _Known(raw, broken)
    for scenario in raw.scenarios:
        yield from _pointers(scenario, known)
        yield from _between(scenario)
        yield from _options(scenario)
        yield from _marks(scenario)
        yield from _cites(scenario)
        yield from _best_upholds_each(scenario)


class _Known:
    """The ids that there are, of values, statements and terms; None for a file that is broken."""

    def __init__(self, raw: Raw, broken: Collection[str]) -> None:
        values = {str(value["id"]) for value in raw.values if "id" in value}
        statements = {str(one["id"]) for _value, _kind, one in raw.statements() if "id" in one}
        terms = {str(term["id"]) for term in raw.terms if "id" in term}
        self.values = None if VALUES in broken else values
        self.citable = None if VALUES in broken else values | statements
        self.terms = None if GLOSSARY in broken else terms


def _pointers(scenario: Record, known: _Known) -> Iterator[Problem]:
    cited = [ref for option in scenario.get("options", []) for key in CITES for ref in option.get(key, [])]
    for noun, refs, there in (
        ("value", scenario.get("values", []), known.values),
        ("term", scenario.get("terms", []), known.terms),
        ("statement or value", cited, known.citable),
    ):
        for ref in refs:
            if there is not None and ref not in there:
                yield problem_at(ref, f'no {noun} has the id "{ref}"')


def _between(scenario: Record) -> Iterator[Problem]:
    """What pulls in two directions are two of the scenario's own values."""
    between, values = scenario.get("between", []), scenario.get("values", [])
    if between and len(between) != len(("one", "the other")):
        yield problem_at(between[0], f'"between" names two values, not {len(between)}')
    for ref in between:
        if values and ref not in values:
            yield problem_at(ref, f'"between" names "{ref}", which is not among the scenario\'s values')


def _options(scenario: Record) -> Iterator[Problem]:
    """There are four of them, no two with the same text."""
    options = scenario.get("options", [])
    if options and len(options) != OPTIONS:
        yield problem_at(scenario, f"a scenario has four options; this one has {len(options)}")
    seen: set[str] = set()
    for option in options:
        text = fold(option.get("text", ""))
        if text and text in seen:
            yield problem_at(option["text"], "another option of this scenario has the same text")
        seen.add(text)


def _marks(scenario: Record) -> Iterator[Problem]:
    """One option is the best and one the worst; the best upholds something, the worst strains something."""
    options = scenario.get("options", [])
    for mark, key in (("best", "upholds"), ("worst", "strains")):
        marked = [option for option in options if option.get("mark") == mark]
        if options and not marked:
            yield problem_at(scenario, f'no option is marked "{mark}"; exactly one is')
        for option in marked[1:]:
            yield problem_at(option["mark"], f'a second option is marked "{mark}"; exactly one is')
        if marked and not marked[0].get(key):
            yield problem_at(marked[0], f'the {mark} option names nothing that it {key}; give it "{key}"')


def _cites(scenario: Record) -> Iterator[Problem]:
    """Each option stands on something, and nothing is both upheld and strained by one."""
    for option in scenario.get("options", []):
        upholds, strains = (option.get(key, []) for key in CITES)
        if not upholds and not strains and "mark" not in option:
            yield problem_at(option, 'an option names at least one statement that it "upholds" or "strains"')
        for ref in strains:
            if ref in upholds:
                yield problem_at(ref, f'one option cannot both uphold and strain "{ref}"')


def _best_upholds_each(scenario: Record) -> Iterator[Problem]:
    """The best option's reasons speak of each of the scenario's values."""
    best = _best(scenario)
    if best is None or not best.get("upholds"):
        return
    owners = {_owner(ref) for key in CITES for ref in best.get(key, [])}
    for value in scenario.get("values", []):
        if value not in owners:
            yield problem_at(value, f'the best option names no statement of the value "{value}"')


def _best(scenario: Record) -> dict[str, Any] | None:
    marked = [option for option in scenario.get("options", []) if option.get("mark") == "best"]
    return marked[0] if len(marked) == 1 else None


def _owner(ref: Text) -> str:
    """The value that a ref is of: its own, or the one under which a statement stands."""
    return ref.partition(".")[0]
