"""The other half: which supervisor role of the same value supports a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.quiz.fair import OPTIONS, Candidate, options
from peerguide.quiz.gaps import gap_in_fact
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.model import Question
from peerguide.quiz.subjects import aside
from peerguide.quiz.telling import content, related, telling, without

if TYPE_CHECKING:
    from peerguide.quiz.model import Card
    from peerguide.quiz.subjects import Fact

ROLES_LOOKED_AT = 40
"""How many roles of other values are looked at for options: enough to choose from, in a corpus of any size."""


ASKED = "Which of these supervisor roles stands under the same value as this practice?"

TRIES = 8
"""How often other options are drawn where words of the question would tell the answer."""

MOST_GAPS = 1
"""The most words that are taken out of a practice because they tell: with more it could not be understood."""


def _ask(card: Card, asking: Asking) -> Question | None:
    practice = asking.material.fact(card.subject)
    if practice is None:
        return None
    for ref in _any_order(asking.material.roles_of(practice.value), asking):
        role = asking.material.fact(ref)
        question = role and (_typed if asking.typed else _choice)(card, asking, practice, role)
        if question:
            return question
    return None


def _any_order(refs: tuple[str, ...], asking: Asking) -> list[str]:
    return asking.chance.sample(refs, len(refs))


def _choice(card: Card, asking: Asking, practice: Fact, role: Fact) -> Question | None:
    key = Candidate(
        role.ref, role.text, f"It stands under value {_number(role, asking)}, as the practice does."
    )
    candidates = [
        Candidate(other.ref, other.text, _why_not(other, asking)) for other in _rivals(practice, asking)
    ]
    for _try in range(TRIES):
        chosen = options(key, candidates, asking.chance)
        if len(chosen) < min(OPTIONS, len(asking.material.with_both_parts)):
            return None
        others = [option.text for option in chosen if not option.correct]
        told = telling(practice.text, role.text, others)
        if chosen and len(told) <= MOST_GAPS and not telling(ASKED, role.text, others):
            return Question(
                card=card,
                form="choice",
                prompt=f"{ASKED}\n{without(practice.text, told)}",
                options=chosen,
                answers=(role.text,),
                explanation=_explained(practice, role, asking),
                refs=(practice.ref, role.ref, practice.value),
                value=practice.value,
                key=role.ref,
            )
    return None


def _why_not(role: Fact, asking: Asking) -> str:
    return f"It stands under another value, {_number(role, asking)}: {_name(role, asking)}."


def _rivals(practice: Fact, asking: Asking) -> list[Fact]:
    """Roles of other values, none of which would fit the practice's value, nor the practice theirs."""
    everywhere = asking.material.all_roles
    looked_at = asking.chance.sample(everywhere, min(ROLES_LOOKED_AT, len(everywhere)))
    facts = [asking.material.fact(ref) for ref in looked_at]
    return [
        fact
        for fact in facts
        if fact and practice.value not in fact.fits and fact.fits.isdisjoint(practice.fits)
    ]


def _typed(card: Card, asking: Asking, practice: Fact, role: Fact) -> Question | None:
    """To be typed: the role that supports the practice, with a telling word taken out."""
    gap = gap_in_fact(role, asking.material)
    if gap is None or any(related(gap.word, word) for word in content(practice.text)):
        return None
    return Question(
        card=card,
        form="typed",
        prompt=f"A practice and a supervisor role of one value. {gap.asked}\nPractice: {practice.text}\nSupervisor role: {gap.text}",
        options=(),
        answers=gap.answers,
        explanation=f'The word is "{gap.word}". {_explained(practice, role, asking)}',
        refs=(practice.ref, role.ref, practice.value),
        value=practice.value,
        key=role.ref,
    )


def _explained(practice: Fact, role: Fact, asking: Asking) -> str:
    both = f"Both stand under value {_number(practice, asking)}, {_name(practice, asking)}."
    return f"{both}{aside(practice.wording, role.wording)}"


def _number(fact: Fact, asking: Asking) -> int:
    return asking.material.topics[fact.value].number


def _name(fact: Fact, asking: Asking) -> str:
    return asking.material.topics[fact.value].name


KIND = Kind("half", "the supervisor role that supports a practice", lambda material: material.halves, _ask)
