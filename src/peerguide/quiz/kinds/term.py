"""Which glossary term a definition is of; and back, which definition a term has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import Candidate, options
from peerguide.quiz.gaps import gap_in
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.likeness import alike
from peerguide.quiz.model import Question
from peerguide.quiz.subjects import aside
from peerguide.quiz.telling import content, spared, telling, without

if TYPE_CHECKING:
    from peerguide.quiz.model import Card, Option
    from peerguide.quiz.subjects import Entry


ASKED_BACK = "What does the glossary say of this?"


def _ask(card: Card, asking: Asking) -> Question | None:
    entry = asking.material.entries.get(card.subject)
    if entry is None:
        return None
    rivals = [
        other for other in asking.material.entries.values() if other is not entry and not _fits(other, entry)
    ]
    if not rivals:
        return None
    return (
        _back(card, asking, entry, rivals) if card.way != card.kind else _forth(card, asking, entry, rivals)
    )


def _fits(other: Entry, entry: Entry) -> bool:
    """Whether what is said of one term would fit the other too."""
    said_alike = alike(other.gist, entry.gist) or alike(other.plain, entry.plain)
    return other.ref in entry.also or entry.ref in other.also or said_alike


def _forth(card: Card, asking: Asking, entry: Entry, rivals: list[Entry]) -> Question | None:
    chosen = (
        ()
        if asking.typed
        else options(
            Candidate(entry.ref, entry.name, _why(entry)),
            [Candidate(other.ref, other.name, _why(other)) for other in rivals],
            asking.chance,
        )
    )
    if not (chosen or asking.typed):
        return None
    others = [one.name for one in rivals] if asking.typed else [one.text for one in chosen if not one.correct]
    return Question(
        card=card,
        form="typed" if asking.typed else "choice",
        prompt=f"Which glossary term is this?\n{without(entry.gist, telling(entry.gist, entry.name, others))}",
        options=chosen,
        answers=(entry.name, *entry.names),
        explanation=f"This is what the glossary says of: {entry.name}.{aside(entry.wording)}",
        refs=(entry.ref,),
        value=None,
        key=entry.ref,
        others=tuple(name for other in rivals for name in other.names),
    )


def _back(card: Card, asking: Asking, entry: Entry, rivals: list[Entry]) -> Question | None:
    if asking.typed:
        return _typed(card, asking, entry)
    chosen = options(
        Candidate(entry.ref, _unnamed(entry), f"This is what the glossary says of: {entry.name}."),
        [
            Candidate(other.ref, _unnamed(other), f"This is about another term: {other.name}.")
            for other in rivals
        ],
        asking.chance,
    )
    if not chosen:
        return None
    key = next(option.text for option in chosen if option.correct)
    if telling(f"{ASKED_BACK} {entry.name}", key, [option.text for option in chosen if not option.correct]):
        return None
    return _about(card, entry, f"{ASKED_BACK}\n{entry.name}", chosen, (key,))


def _typed(card: Card, asking: Asking, entry: Entry) -> Question | None:
    """To be typed: a telling word of the definition. A whole one cannot be typed."""
    gap = gap_in(entry.gist, asking.material, told=content(entry.name))
    return gap and _about(card, entry, f"{gap.asked}\n{entry.name}: {gap.text}", (), gap.answers)


def _about(
    card: Card, entry: Entry, prompt: str, chosen: tuple[Option, ...], answers: tuple[str, ...]
) -> Question:
    return Question(
        card=card,
        form="choice" if chosen else "typed",
        prompt=prompt,
        options=chosen,
        answers=answers,
        explanation=f"The glossary on {entry.name}: {entry.gist}{aside(entry.wording)}",
        refs=(entry.ref,),
        value=None,
        key=entry.ref,
    )


def _unnamed(entry: Entry) -> str:
    """The beginning of a definition without the words of the term's own name, which every option is spared."""
    return spared(entry.gist, content(entry.name))


def _why(entry: Entry) -> str:
    return f"{entry.name}: {entry.gist}"


KIND = Kind(
    "term",
    "which glossary term a definition is of, and back",
    lambda material: material.terms,
    _ask,
    back=True,
)
