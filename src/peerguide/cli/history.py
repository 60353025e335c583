"""Where a learner's history and the corpus meet: what was answered, and what that is called here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from peerguide.cli.asking import parts_of
from peerguide.progress.learning import (
    OF_ALL,
    Learning,
    LearningOfAll,
    Names,
    Orphan,
    Orphans,
    Subject,
    learning_of,
)
from peerguide.quiz.kinds import NAMES, kind_named
from peerguide.quiz.kinds.list import SUBJECT
from peerguide.quiz.results import OF_ALL as GUIDE_AS_A_WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from peerguide.cli.desk import Desk
    from peerguide.corpus.library import Corpus
    from peerguide.progress.events import Answer
    from peerguide.progress.schedule import CardState


WHOLE = Subject(OF_ALL, None, GUIDE_AS_A_WHOLE)

OF_THE_WHOLE = "SELECT ref FROM entry WHERE kind = 'item' OR (kind = 'practice' AND value IS NULL)"


def learning(desk: Desk) -> Learning | LearningOfAll:
    """How learning goes in the corpus in use, or in each of several. Raises FileAccessError when the history cannot be read."""
    parts = parts_of(desk.corpus)
    if len(parts) == 1:
        return _learning(desk, desk.corpus)
    titled = ((part, part.citation()) for part in parts.values())
    return LearningOfAll(
        tuple(_learning(desk, part, cited.title if cited else part.guide) for part, cited in titled)
    )


def _learning(desk: Desk, corpus: Corpus, title: str | None = None) -> Learning:
    from peerguide.progress.days import Days

    history, states = _history(corpus)
    names = _names(corpus, {answer.kind for answer in history})
    cards = _cards(corpus, states, desk.now()) if states else []
    return learning_of(
        history, states, cards, names, now=desk.now(), days=Days(), program=desk.program, title=title
    )


def orphans_of(desk: Desk) -> Orphans:
    """The cards of the corpus in use that have answers and no entry. Raises FileAccessError when the history cannot be read."""
    parts = parts_of(desk.corpus)
    found = [one for part in parts.values() for one in _orphans(part, part.guide if len(parts) > 1 else None)]
    return Orphans(desk.corpus.guide, tuple(found))


def _orphans(corpus: Corpus, guide: str | None) -> Iterator[Orphan]:
    """Those of one guide, with its name in each card where several are asked."""
    from peerguide.progress.moving import orphans
    from peerguide.quiz.model import Card

    history, _states = _history(corpus, scheduled=False)
    for card, answers in orphans(history, _entries(corpus)):
        yield Orphan(Card.of(card).within(guide), answers)


def _history(corpus: Corpus, *, scheduled: bool = True) -> tuple[tuple[Answer, ...], Mapping[str, CardState]]:
    """The answers that count here, and what the schedule makes of them where that is asked for."""
    from peerguide.corpus.names.known import heirs
    from peerguide.corpus.places import data_folder
    from peerguide.progress.store import Store

    store = Store.look(data_folder())
    if store is None:
        return (), {}
    with store:
        guide, heirs_here = corpus.guide, heirs(corpus)
        history = store.history(guide, heirs_here)
        if not (history and scheduled):
            return history, {}
        from peerguide.progress.schedule import states

        return history, states(store, guide, heirs_here)


def _names(corpus: Corpus, kinds: Iterable[str]) -> Names:
    """What this corpus calls its values and entries; of the kinds of question only these."""
    asked = set(kinds)
    entries = _entries(corpus)
    values = filter(None, [entries[value.ref] for value in corpus.values().values])
    whole = [WHOLE] if WHOLE in entries.values() else []
    return Names(
        corpus.guide,
        [*sorted(values, key=lambda value: value.number or 0), *whole],
        entries,
        {name: kind_named(name).asks for name in NAMES if name in asked},
    )


def _entries(corpus: Corpus) -> dict[str, Subject | None]:
    """What every ref counts for: its value, the term that it is, or the guide as a whole; the list of all values counts for none."""
    rows = corpus.rows(
        "SELECT ref, iif(kind = 'value', number, NULL), name FROM entry WHERE kind IN ('value', 'term')"
    )
    own = {ref: Subject(ref, number, name) for ref, number, name in rows}
    whole = dict.fromkeys((ref for (ref,) in corpus.rows(OF_THE_WHOLE)), WHOLE)
    everything = corpus.rows("SELECT ref, value FROM entry")
    return {SUBJECT: None} | {ref: own.get(ref) or own.get(value) for ref, value in everything} | whole


def _cards(corpus: Corpus, states: Mapping[str, CardState], now: datetime) -> list[str]:
    """Every card that there is, but those that wait and have no fair question any more."""
    from peerguide.progress.days import Days
    from peerguide.progress.due import waiting
    from peerguide.quiz.material import Material
    from peerguide.quiz.model import Card
    from peerguide.quiz.paper import every_card, question_of

    material = Material(corpus)
    due = (one.card for one in waiting(states, now, Days()))
    seed = Days().day_of(now).toordinal()  # as `review` has it
    unfair = {card for card in due if question_of(Card.of(card), material, seed) is None}
    return [card.id for card in every_card(material, NAMES) if card.id not in unfair]


class Exported(NamedTuple):
    """A history as the text of a file, and how many answers it has, to questions and in reflections."""

    text: str
    answers: int
    responses: int


def exported() -> Exported:
    """The whole history, of every corpus. Raises FileAccessError when it cannot be read."""
    import json

    from peerguide.corpus.places import data_folder
    from peerguide.progress.events import Answer
    from peerguide.progress.lines import HEADER
    from peerguide.progress.moving import export_lines
    from peerguide.progress.store import Store

    store = Store.look(data_folder())
    if store is None:
        return Exported(f"{json.dumps(HEADER)}\n", 0, 0)
    with store:
        text = "".join(f"{line}\n" for line in export_lines(store))
        answers = sum(isinstance(event, Answer) for event in store.events())
        return Exported(text, answers, len(store.responses()))
