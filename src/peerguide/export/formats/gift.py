r"""A question bank in Moodle's GIFT format.

Questions of choice have their reason with each option; typed ones accept every name of the answer; putting in order becomes
matching each item with its place, the closest that GIFT has; naming all values becomes an essay, which a person marks. The reason
of the answer and its refs are the general feedback. A scenario asks for the best option, and one between the best and the worst is worth
a part. Each question has its card's permanent id as its name and, for Moodle 3.6
and later, as its id number, so that a bank imported again can be told from the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.bank import accepted, asked, category, identity, reason, right_places, said, worth
from peerguide.export.characters import shown
from peerguide.export.credits import credit
from peerguide.export.format import Format
from peerguide.export.gift_text import escaped, gift_answer, gift_block, gift_category, gift_inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.export.selection import Selection
    from peerguide.quiz.model import Form, Question

HINTS: dict[Form, str] = {"order": "Give each one its place. The first one has place 1."}
"""What a form of question must say besides, where it is asked in another way than peerguide asks it."""


def _questions(selection: Selection) -> Iterator[str]:
    """The bank, question by question, with the category named wherever it changes."""
    yield from (f"// {shown(sentence)}\n" for sentence in (selection.title, *credit(selection.corpus)))
    current = None
    for question in selection.bank():
        its = category(question, selection)
        if its != current:
            yield f"\n$CATEGORY: $course$/top/{gift_category(selection.title, its.label)}\n"
            current = its
        yield "\n" + _question(question, selection)


def _question(question: Question, selection: Selection) -> str:
    prompt = "\n".join(filter(None, (asked(question), HINTS.get(question.form))))
    lines = [
        f"// [id:{identity(selection, *question.card)}] [tag:{question.card.kind}]",
        f"::{escaped(question.card.id)}::[html]{gift_block(prompt)}{{",
        *(f"\t{answer}" for answer in _answers(question)),
        f"\t####{gift_block(reason(question))}",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _answers(question: Question) -> Iterator[str]:
    """What stands between the braces; nothing makes an essay of it."""
    for option in question.options:
        part = worth(option, question)
        sign = "=" if option.correct else f"~%{part}%" if part else "~"
        yield f"{sign}{gift_inline(option.text)}#{gift_inline(said(option, question))}"
    if question.form == "typed":
        yield from (f"=%100%{gift_answer(answer)}" for answer in accepted(question))
    if question.form == "order":
        yield from (
            f"={gift_inline(item)} -> {place}"
            for item, place in zip(question.items, right_places(question), strict=True)
        )


FORMAT = Format("gift", "a question bank for Moodle", ".gift", {"questions": _questions})
