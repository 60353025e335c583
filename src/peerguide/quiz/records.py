"""Questions as JSON data, with their keys: for programs, and for whoever wants to make a paper of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.records import Data, record

if TYPE_CHECKING:
    from peerguide.quiz.model import Option, Question
    from peerguide.quiz.paper import Paper


@record.register
def _paper_record(entry: Paper) -> Data:
    return [record(question) for question in entry.questions]


@record.register
def _question_record(entry: Question) -> Data:
    return {
        "id": entry.card.within(entry.guide),
        "kind": entry.card.kind,
        "prompt": entry.prompt,
        "options": [_option(option, entry) for option in entry.options],
        "answers": list(entry.answers),
        "explanation": entry.explanation,
        "refs": list(map(entry.shown, entry.refs)),
        "form": entry.form,
        "value": entry.value and entry.shown(entry.value),
        "items": list(entry.items),
    }


def _option(option: Option, question: Question) -> dict[str, Any]:
    return {
        "letter": option.letter,
        "text": option.text,
        "ref": question.shown(option.ref),
        "correct": option.correct,
        "why": option.why,
        **_mark(option, question),
    }


def _mark(option: Option, question: Question) -> dict[str, Any]:
    """What is told more of an option where the best and the worst are asked for."""
    if not option.refs:
        return {}
    return {"best": option.correct, "worst": option.worst, "refs": list(map(question.shown, option.refs))}
