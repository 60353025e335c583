"""Whether a statement is the peer supporter's practice or the supervisor's role, and of which value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerguide.quiz.fair import OPTIONS, Candidate, options
from peerguide.quiz.kinds.base import Asking, Kind
from peerguide.quiz.kinds.choosing import something_else, standing
from peerguide.quiz.model import GAP, Question
from peerguide.quiz.telling import telling

if TYPE_CHECKING:
    from peerguide.corpus.model.common import StatementKind
    from peerguide.quiz.model import Card, Option
    from peerguide.quiz.subjects import Fact

PARTS: dict[StatementKind, str] = {"practice": "practice", "role": "supervisor role"}

WAYS: dict[StatementKind, tuple[str, ...]] = {
    "practice": (
        "practice",
        "the peer supporter's practice",
        "peer supporter",
        "peer",
        "supporter",
        "a peer supporter's",
    ),
    "role": (
        "supervisor role",
        "the supervisor's role",
        "supervisor",
        "role",
        "supervision",
        "a supervisor's",
    ),
}
"""What people type for each part."""

ACTOR = re.compile(
    r"\b(?:peer (?:support (?:specialist|worker)|supporter|specialist|worker)|supervis(?:or|ee)|staff member)(?:s['\u2019]|['\u2019]s|s)?(?!\w)"
    r"|\bindividual(?:s['\u2019]|['\u2019]s|s)?(?!\w)"
    r"|\b(?:the people|those|everyone) (?:they|you) (?:support|serve|supervise)\b"
    r"|\bthose (?:who are )?(?:being )?supported\b",
    re.IGNORECASE,
)
"""Who acts and on whom. The statements name them, and that alone would tell whose part it is."""

MOST_GAPS = 1

GIVEN_AWAY = r"(?i)\b(?:you|yours?|yoursel(?:f|ves))\b|\bsupervis|^(?:and|also|are) "
"""Words that tell whose part it is although nobody is named, and beginnings that are none."""


def _ask(card: Card, asking: Asking) -> Question | None:
    fact = asking.material.fact(card.subject)
    material = asking.material
    if fact is None or fact.ref in material.either_part or len(fact.said_by) > 1:
        return None
    text = unnamed(fact.text)
    # The guide's authors looked for what could be either part's among the plain statements that are clear.
    if not _is_clear(text) or not _is_clear(unnamed(fact.plain)):
        return None
    if asking.typed:
        return _question(card, asking, fact, text)
    key, *others = _candidates(fact, asking)
    if len(others) < OPTIONS - 1 and len(material.with_both_parts) > 1:
        return None
    chosen = options(key, others, asking.chance)
    if telling(text, key.text, [option.text for option in chosen if option.ref != key.ref]):
        return None  # a word of it tells the value
    return _question(card, asking, fact, text, chosen)


def unnamed(text: str) -> str:
    """The statement without who acts and on whom, told as an instruction."""
    gapped = ACTOR.sub(GAP, text)
    bare = re.sub(rf"(^|[.!?] )(?:{GAP}|They) (?=\w)", r"\1", gapped)
    return re.sub(r"(^|[.!?] )(\w)", lambda match: match[1] + match[2].upper(), bare)


def _is_clear(text: str) -> bool:
    """Whether a statement can be understood without who acts, and does not tell it in another way."""
    return text.count(GAP) <= MOST_GAPS and not re.search(GIVEN_AWAY, text)


def _candidates(fact: Fact, asking: Asking) -> list[Candidate]:
    """The key, the same value's other part, and both parts of a value that the statement would not fit."""
    topics = asking.material.topics
    other: StatementKind = "role" if fact.kind == "practice" else "practice"
    rivals = [ref for ref in topics if ref not in fact.fits and ref in asking.material.with_both_parts]
    pairs: list[tuple[StatementKind, str]] = [(fact.kind, fact.value), (other, fact.value)]
    if rivals:
        rival = asking.chance.choice(rivals)
        pairs += [(fact.kind, rival), (other, rival)]
    return [
        Candidate(value, _both(kind, value, asking), _why(fact, kind, value, asking)) for kind, value in pairs
    ]


def _both(kind: StatementKind, value: str, asking: Asking) -> str:
    """A value and a part of it, in the words of an option."""
    return f"{asking.material.topics[value].name}: {PARTS[kind]}"


def _why(fact: Fact, kind: StatementKind, value: str, asking: Asking) -> str:
    whose = "It is what peer supporters do." if fact.kind == "practice" else "It is what supervisors do."
    if value != fact.value:
        return something_else(asking.material.topics[value])
    return whose if kind == fact.kind else f"The value is right. {whose}"


def _question(
    card: Card, asking: Asking, fact: Fact, text: str, chosen: tuple[Option, ...] = ()
) -> Question | None:
    if not (chosen or asking.typed):
        return None
    other: StatementKind = "role" if fact.kind == "practice" else "practice"
    asked = (
        "Is this a peer supporter's practice, or a supervisor's role? Type: practice, or role."
        if asking.typed
        else "Whose part is this, and for which value?"
    )
    whose = "a practice of peer supporters" if fact.kind == "practice" else "a supervisor role"
    return Question(
        card=card,
        form="typed" if asking.typed else "choice",
        prompt=f"{asked}\n{text}",
        options=chosen,
        answers=WAYS[fact.kind] if asking.typed else (_both(fact.kind, fact.value, asking),),
        explanation=f"This is {whose}. {standing(fact, asking)}",
        refs=(fact.ref, fact.value),
        value=fact.value,
        key=fact.value,
        others=WAYS[other] if asking.typed else (),
    )


KIND = Kind(
    "part",
    "the peer supporter's practice or the supervisor's role",
    lambda material: material.parts,
    _ask,
)
