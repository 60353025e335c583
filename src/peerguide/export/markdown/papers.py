"""A paper quiz in Markdown, for pen, and its key: the same selection gives both of the same questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.bank import accepted, said
from peerguide.export.credits import credit
from peerguide.export.markdown.text import document, escaped, heading, hung, item, prose, quoted
from peerguide.quiz.fair import LETTERS
from peerguide.quiz.model import BEST_WORST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.export.selection import Selection
    from peerguide.quiz.model import Option, Question

LINE = "_" * 30
"""A line to write on. White space must stand around it, or a backslash before it, for it to be one in Markdown too."""

SHORT_LINE = "_" * 6

NAME_AND_DATE = f"Name: {LINE} Date: {'_' * 15}"


def quiz(selection: Selection) -> Iterator[str]:
    """The paper: a line for the name, then every question with its options or with lines for what is to be written."""
    return document(_quiz(selection))


def key(selection: Selection) -> Iterator[str]:
    """The key of the paper: every answer with its reasons, and where to read it."""
    return document(_key(selection))


def _quiz(selection: Selection) -> Iterator[str]:
    questions = selection.paper()
    yield heading(1, f"Quiz: {selection.title}")
    yield NAME_AND_DATE
    yield _which(selection, questions)
    for number, question in enumerate(questions, 1):
        yield heading(2, f"Question {number}")
        yield from asked(question)
        yield from _room(question)
    yield from map(prose, credit(selection.corpus))


def _which(selection: Selection, questions: tuple[Question, ...]) -> str:
    if not questions:
        return "There is no question to ask here."
    count = "1 question" if len(questions) == 1 else f"{len(questions)} questions"
    return f"Paper number {selection.seed}, {count}."


def asked(question: Question) -> Iterator[str]:
    """What a question asks, then the texts that it is about."""
    asks, *texts = question.prompt.split("\n")
    yield prose(asks)
    if texts:
        yield quoted(texts)


def lettered(question: Question) -> Iterator[tuple[str, str]]:
    """The letter and the text of everything that a question has one for: its options, or what it wants put in order."""
    yield from ((option.letter, option.text) for option in question.options)
    yield from zip(LETTERS, question.items, strict=False)


def _room(question: Question) -> Iterator[str]:
    """What to mark, and lines to write on."""
    letters = [prose(text, f"- **{letter}.** ", "  ") for letter, text in lettered(question)]
    if letters:
        yield "\n".join(letters)
    if question.form == "order":
        yield f"Order: {' '.join(SHORT_LINE for _item in question.items)}"
    elif question.form == "list":
        yield "\n".join(f"{number}. \\{LINE}" for number in range(1, len(question.named) + 1))
    elif question.form == "typed":
        yield f"Answer: {LINE}"
    elif question.form == BEST_WORST:
        yield f"Best: {SHORT_LINE} Worst: {SHORT_LINE}"


def _key(selection: Selection) -> Iterator[str]:
    questions = selection.paper()
    yield heading(1, f"Key: {selection.title}")
    yield _which(selection, questions)
    for number, question in enumerate(questions, 1):
        yield heading(2, f"Question {number}")
        yield hung([answer(question)], "**Answer:** ")
        yield "\n".join(_reasons(question))
    yield from map(prose, credit(selection.corpus))


def answer(question: Question) -> str:
    """What is right, as inline Markdown: an option with its letter, or two, the letters in order, every name of a list."""
    if question.form == BEST_WORST:
        worst = next(option for option in question.options if option.worst)
        return f"best {_marked(question.right or worst)} Worst {_marked(worst)}"
    if question.right:
        return _marked(question.right)
    if question.form == "order":
        return ", ".join(question.answers[0])
    return escaped("; ".join(question.answers) if question.form == "list" else question.answers[0])


def _marked(option: Option) -> str:
    return f"**{option.letter}.** {escaped(option.text)}"


def _reasons(question: Question) -> Iterator[str]:
    if question.form == "typed" and accepted(question)[1:]:
        yield item(f"Passes too: {escaped('; '.join(accepted(question)[1:]))}")
    yield item(f"Why: {escaped(question.explanation)}")
    for option in question.options:
        if question.form == BEST_WORST:
            yield item(f"Why {option.letter}: {escaped(said(option, question))}")
        elif not option.correct:
            yield item(f"Why not {option.letter}: {escaped(option.why)}")
    yield item(reading(question))


def reading(question: Question) -> str:
    """Where it stands, as inline Markdown: the refs under which the guide has it."""
    return f"To read it: {escaped(', '.join(map(question.shown, question.refs)))}"
