"""Sheets to print, in Markdown: all values on one page, a checklist of their statements, cards to cut out."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from peerguide.export.credits import credit
from peerguide.export.markdown.entries import worded
from peerguide.export.markdown.papers import NAME_AND_DATE, answer, lettered
from peerguide.export.markdown.text import TABLES, document, escaped, heading, hung, prose, table
from peerguide.quiz.kinds import MIXED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.values import Statement
    from peerguide.export.selection import Selection
    from peerguide.quiz.model import Question


def cheat_sheet(selection: Selection) -> Iterator[str]:
    """The values in one table: number, name, and the practice theme, which says in a line what each asks for."""
    names = (
        value for value in selection.corpus.values().values if value.ref in (selection.refs or value.ref)
    )
    rows = ((str(value.number), escaped(value.name), escaped(value.theme)) for value in names)
    return _tabled("Cheat sheet", ("No.", "Value", "Practice theme"), rows, selection)


def cards(selection: Selection) -> Iterator[str]:
    """Cards to cut out, one row each: the question with its options in front, the answer and why on the back."""
    rows = ((_front(question), _back(question)) for question in selection.bank(MIXED))
    return _tabled("Cards", ("Front", "Back"), rows, selection)


def _tabled(
    name: str, titles: tuple[str, ...], rows: Iterator[tuple[str, ...]], selection: Selection
) -> Iterator[str]:
    yield from document([heading(1, f"{name}: {selection.title}")])
    yield "\n"
    yield from table(titles, rows)
    yield "\n"
    yield from document(chain(map(prose, credit(selection.corpus)), [TABLES]))


def _front(question: Question) -> str:
    options = (f"**{letter}.** {escaped(text)}" for letter, text in lettered(question))
    return " ".join([escaped(question.prompt), *options])


def _back(question: Question) -> str:
    return f"{answer(question)} — {escaped(question.explanation)} ({escaped(', '.join(question.refs))})"


def checklist(selection: Selection) -> Iterator[str]:
    """Every statement with a box before it, by value, peer supporters' and supervisors' apart."""
    return document(_checklist(selection))


def _checklist(selection: Selection) -> Iterator[str]:
    yield heading(1, f"Checklist: {selection.title}")
    yield NAME_AND_DATE
    for value in selection.values():
        yield heading(2, f"{value.number}. {value.name}")
        yield prose(value.theme, "**Practice theme:** ")
        yield from _boxes(f"Peer supporters, value {value.number}", value.practices)
        yield from _boxes(f"Supervisors, value {value.number}", value.roles)
    yield from map(prose, credit(selection.corpus))


def _boxes(title: str, statements: tuple[Statement, ...]) -> Iterator[str]:
    if statements:
        yield heading(3, title)
        yield "\n".join(
            hung(worded(one.text, one.wording), f"- [ ] **{one.ref}** ", "  ") for one in statements
        )
