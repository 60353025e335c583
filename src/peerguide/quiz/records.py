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
        "id": entry.card.id,
        "kind": entry.card.kind,
        "prompt": entry.prompt,
        "options": [record(option) for option in entry.options],
        "answers": list(entry.answers),
        "explanation": entry.explanation,
        "refs": list(entry.refs),
        "form": entry.form,
        "value": entry.value,
        "items": list(entry.items),
    }


@record.register
def _option_record(entry: Option) -> Data:
    return {
        "letter": entry.letter,
        "text": entry.text,
        "ref": entry.ref,
        "correct": entry.correct,
        "why": entry.why,
        **_mark(entry),
    }


def _mark(entry: Option) -> dict[str, Any]:
    """What is told more of an option where the best and the worst are asked for."""
    if not entry.refs:
        return {}
    return {"best": entry.correct, "worst": entry.worst, "refs": list(entry.refs)}
