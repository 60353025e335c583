r"""Questions as the fields of Anki's notes, HTML in which no text of the corpus can do anything.

Anki acts on more than HTML: on `{{c1::` (what a cloze card hides), on `[sound:` and `[latex]`, and on `\(` (a formula). Those characters
are written as entities. It also brings texts into Unicode's normal form C, which entities keep it from doing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from peerguide.export.bank import accepted, right_order, said
from peerguide.export.characters import shown
from peerguide.quiz.model import BEST_WORST, GAP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.quiz.model import Question

_ACTED_ON = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>{}[]\\"})


BOTH = "Which is best, and which is worst?"


class Content(NamedTuple):
    """What a note holds: the name of its note type (`types`), and its fields in that type's order."""

    type: str
    fields: tuple[str, ...]


def content(question: Question, statement: str | None) -> Content:
    """The note of a question.

    `statement` is the text that it is about, where it is about one: a word missing from it becomes a cloze. Another typed
    answer is typed. Everything else is a basic note: options keep their order, and each has its reason on the back.
    """
    cloze = _cloze(question, statement) if question.form == "typed" and statement else None
    where = field(f"To read it: {', '.join(question.refs)}")
    if cloze:
        asked, _newline, _text = question.prompt.partition("\n")
        return Content("cloze", (cloze, field(asked), _also_right(question), where))
    front = _paragraphs(f"{question.prompt} {BOTH}" if question.form == BEST_WORST else question.prompt)
    if question.form == "typed":
        return Content("typed", (front, field(question.answers[0]), _also_right(question), where))
    return Content("basic", (front, _options(question), _back(question), _why(question), where))


def field(text: str) -> str:
    """A text as a field, or a part of one that may follow a tag, with whose end its first character could join too."""
    from unicodedata import is_normalized

    markup = shown(text).translate(_ACTED_ON).replace("\n", "<br>")
    return markup if is_normalized("NFC", f">{markup}") else re.sub(r"[^\x00-\x9f]", _reference, markup)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{field(one)}</p>" for one in text.split("\n"))


def _cloze(question: Question, statement: str) -> str | None:
    """The statement with the word asked for as a cloze wherever it stands; None where the question is not about one."""
    _asked, _newline, text = question.prompt.partition("\n")
    alone = rf"(?<!\w)({re.escape(question.answers[0])})(?!\w)"
    pieces = re.split(alone, statement, flags=re.IGNORECASE)
    if len(pieces) == 1 or GAP.join(pieces[::2]) != text:
        return None
    hidden = (
        f"{{{{c1::{field(piece)}}}}}" if place % 2 else field(piece) for place, piece in enumerate(pieces)
    )
    return "".join(hidden)


def _also_right(question: Question) -> str:
    others = accepted(question)[1:]
    also = f"\nAlso right: {'; '.join(others)}." if others else ""
    return _paragraphs(question.explanation + also)


def _options(question: Question) -> str:
    return _lettered([option.text for option in question.options] or question.items)


def _back(question: Question) -> str:
    if question.form == "order":
        return _listed("ol", [question.items[number - 1] for number in right_order(question)])
    if question.form == "list":
        return _listed("ul", question.answers)
    if question.form == BEST_WORST:
        best, worst = question.answers
        return _listed("ul", [f"Best: {best}", f"Worst: {worst}"])
    return field(question.answers[0])


def _why(question: Question) -> str:
    """The reason, then that of each option under its letter."""
    return _paragraphs(question.explanation) + _lettered(
        [said(option, question) for option in question.options]
    )


def _lettered(texts: Iterable[str]) -> str:
    return _listed("ol", texts, ' type="A"')


def _listed(tag: str, texts: Iterable[str], attribute: str = "") -> str:
    items = "".join(f"<li>{field(text)}</li>" for text in texts)
    return f"<{tag}{attribute}>{items}</{tag}>" if items else ""
