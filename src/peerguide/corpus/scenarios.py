"""Scenarios as the compiled corpus has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.model.scenarios import LETTERS, Choice, Scenario, ScenarioList, ScenarioName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peerguide.corpus.library import Corpus
    from peerguide.corpus.model.scenarios import Audience, Mark

# What is said of them, on a screen and in a file alike

AUDIENCES: dict[Audience, str] = {"supporter": "peer supporters", "supervisor": "supervisors"}

MARKS: dict[Mark | None, str] = {"best": "The best.", "worst": "The worst.", None: "In between."}
"""Where an option stands among the others."""


def lettered(scenario: Scenario) -> Iterator[tuple[str, Choice]]:
    """The options with their letters."""
    return zip(LETTERS, scenario.options, strict=True)


def letter_of(scenario: Scenario, mark: Mark) -> str:
    """The letter of the best option, or of the worst."""
    return next(letter for letter, option in lettered(scenario) if option.mark == mark)


def grounds(choice: Choice) -> str:
    """What an option upholds and strains, in sentences."""
    parts = (("Upholds", choice.upholds), ("Strains", choice.strains))
    return " ".join(f"{verb} {', '.join(refs)}." for verb, refs in parts if refs)


# What is read of them


def scenarios(corpus: Corpus, values: Iterable[str] = (), audience: Audience | None = None) -> ScenarioList:
    """The scenarios of any of these values, for whoever acts in them; all of them unless told."""
    wanted = set(values)
    rows = corpus.rows(
        "SELECT entry.ref, name, audience, setting FROM entry JOIN scenario ON scenario.ref = entry.ref ORDER BY seq"
    )
    owned = _values(corpus)
    return ScenarioList(
        tuple(
            ScenarioName(ref, title, owned[ref], whom, setting)
            for ref, title, whom, setting in rows
            if audience in (None, whom) and (not wanted or not wanted.isdisjoint(owned[ref]))
        )
    )


def _values(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The refs of the values of every scenario, by its ref."""
    found: dict[str, tuple[str, ...]] = {}
    for ref, value in corpus.rows(
        "SELECT ref, target FROM link WHERE relation = 'value' ORDER BY ref, position"
    ):
        found[ref] = (*found.get(ref, ()), value)
    return found


def scenario(corpus: Corpus, ref: str) -> Scenario:
    """One scenario."""
    ((title, situation, audience, setting, question, hard, discuss, law, reviewed),) = corpus.rows(
        "SELECT name, text, audience, setting, question, hard, discuss, law, reviewed "
        "FROM entry JOIN scenario ON scenario.ref = entry.ref WHERE entry.ref = ?",
        ref,
    )
    values = corpus.targets(ref, "value")
    return Scenario(
        name=ScenarioName(ref, title, values, audience, setting),
        values=corpus.value_names(values),
        between=corpus.targets(ref, "between"),
        terms=corpus.links(ref, "touches"),
        situation=situation,
        question=question,
        options=_choices(corpus, ref),
        hard=hard,
        discuss=discuss,
        law=law,
        reviewed=bool(reviewed),
    )


def _choices(corpus: Corpus, ref: str) -> tuple[Choice, ...]:
    rows = corpus.rows(
        "SELECT text, why, upholds, strains, mark FROM choice WHERE ref = ? ORDER BY position", ref
    )
    return tuple(
        Choice(text, why, tuple(upholds.split()), tuple(strains.split()), mark)
        for text, why, upholds, strains, mark in rows
    )
