"""Sheets to print, in Markdown: all values on one page, a checklist of their statements, cards to cut out."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from peerguide.export.credits import credit
from peerguide.export.markdown.entries import with_items, worded
from peerguide.export.markdown.papers import NAME_AND_DATE, answer, lettered
from peerguide.export.markdown.text import TABLES, document, escaped, heading, hung, prose, table
from peerguide.quiz.kinds import MIXED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.values import Statement, Value
    from peerguide.export.selection import Selection
    from peerguide.quiz.model import Question

BOX = "- [ ] "
"""An item of a list with a box to tick."""


def cheat_sheet(selection: Selection) -> Iterator[str]:
    """The values in one table: number, name, and what each asks for: its practice theme, or its meaning in a guide without themes."""
    names = [
        value for value in selection.corpus.values().values if value.ref in (selection.refs or value.ref)
    ]
    if all(value.theme for value in names):
        rows = ((str(value.number), escaped(value.name), escaped(value.theme or "")) for value in names)
        return _tabled("Cheat sheet", ("No.", "Value", "Practice theme"), rows, selection)
    told = ((str(value.number), escaped(value.name), _meaning(value)) for value in selection.values())
    return _tabled("Cheat sheet", ("No.", "Value", "Meaning"), told, selection)


def _meaning(value: Value) -> str:
    return " ".join(worded(value.meaning, value.wording))


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
    """Every statement with a box before it, by value, peer supporters' and supervisors' apart; a value without any has a box itself."""
    return document(_checklist(selection))


def _checklist(selection: Selection) -> Iterator[str]:
    yield heading(1, f"Checklist: {selection.title}")
    yield NAME_AND_DATE
    for value in selection.values():
        yield heading(2, f"{value.number}. {value.name}")
        if value.theme:
            yield prose(value.theme, "**Practice theme:** ")
        if value.practices or value.roles:
            yield from _boxes(f"Peer supporters, value {value.number}", value.practices)
            yield from _boxes(f"Supervisors, value {value.number}", value.roles)
        else:
            yield hung(worded(value.meaning, value.wording), f"{BOX}**{value.ref}** ", "  ")
    yield from _boxes(selection.of_all_title, selection.practices_of_all(), level=2)
    yield from map(prose, credit(selection.corpus))


def _boxes(title: str, statements: tuple[Statement, ...], level: int = 3) -> Iterator[str]:
    if statements:
        yield heading(level, title)
        yield "\n".join(map(_box, statements))


def _box(statement: Statement) -> str:
    written = hung(worded(statement.text, statement.wording), f"{BOX}**{statement.ref}** ", "  ")
    return with_items(written, statement, lambda _ref: "[ ] ")
