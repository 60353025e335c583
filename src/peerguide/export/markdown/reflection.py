"""A reflection on paper, in Markdown: the form, blank or filled in, and an agenda for the next supervision meeting.

Where there is no reflection to take answers from, what would hold them has room for writing.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from peerguide.export.credits import credit
from peerguide.export.markdown.entries import worded
from peerguide.export.markdown.papers import LINE
from peerguide.export.markdown.text import document, escaped, heading, hung, item, prose
from peerguide.progress.days import local
from peerguide.progress.reflection.responses import FREQUENCIES
from peerguide.progress.reflection.statements import items_of
from peerguide.progress.reflection.words import HOW_OFTEN, NO_RATING, OF_ALL, PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.export.selection import Selection
    from peerguide.progress.reflection.picture import Picture, Said
    from peerguide.progress.reflection.responses import Frequency, Part, Response
    from peerguide.progress.reflection.statements import Item

EMPTY, MARKED = "☐", "☒"

SPACE = "\N{NO-BREAK SPACE}"
"""What keeps a box with its words: no line is broken there."""

ROWS = 3
"""So many lines to write on there are where statements or steps are to come."""

ABOUT_WHAT_GOES_WELL = ("What makes it work, and who else could use that?",)

ABOUT_WHAT_TO_TALK_OF = (
    "When was it so the last time, and what helped then?",
    "What stands in the way, and which part of that is ours to change?",
    "What would one small step look like?",
)
"""Open questions, to be asked of every point."""


def form(selection: Selection) -> Iterator[str]:
    """The blank form: each statement with what can be said of it, and a line for a note."""
    return document(_form(selection, selection.part, None))


def filled(selection: Selection) -> Iterator[str]:
    """The form with the answers and notes of a reflection."""
    picture = selection.picture
    return document(_form(selection, picture.reflection.part if picture else selection.part, picture))


def agenda(selection: Selection) -> Iterator[str]:
    """A page for the next supervision meeting: up to three things that go well, and up to three to talk about."""
    return document(_agenda(selection, selection.picture))


def _form(selection: Selection, part: Part, picture: Picture | None) -> Iterator[str]:
    yield heading(1, f"Reflection: {selection.title}")
    yield prose(f"On {PARTS[part]}. {HOW_OFTEN} {NO_RATING}")
    yield f"Date: {_date(picture) if picture else LINE}"
    answers = picture.reflection.answers if picture else {}
    for value, items in groupby(items_of(selection.corpus, part, selection.refs), key=lambda one: one.value):
        yield heading(2, f"{value.number}. {value.name}" if value else OF_ALL)
        for one in items:
            yield _statement(one, answers.get(one.ref), blank=picture is None)
    yield from map(prose, credit(selection.corpus))


def _date(picture: Picture) -> str:
    return f"{local(picture.reflection.last):%Y-%m-%d}"


def _statement(one: Item, response: Response | None, *, blank: bool) -> str:
    """A statement with what can be said of it, what was said being marked, and its note or room for one."""
    paragraphs = [*worded(one.text, one.wording), _choices(response.answer if response else None)]
    if blank:
        paragraphs.append(f"Note: {LINE}")
    elif response and response.note:
        paragraphs.append(f"Note: {escaped(response.note)}")
    return hung(paragraphs, f"- **{one.ref}** ", "  ")


def _choices(answer: Frequency | None) -> str:
    return " ".join(
        f"{MARKED if choice == answer else EMPTY}{SPACE}{choice.replace(' ', SPACE)}"
        for choice in FREQUENCIES
    )


def _agenda(selection: Selection, picture: Picture | None) -> Iterator[str]:
    yield heading(1, f"Agenda: {selection.title}")
    if picture:
        yield prose(
            f"For the next supervision meeting, from a reflection on {PARTS[picture.reflection.part]}, {_date(picture)}."
        )
    yield prose(NO_RATING)
    yield f"Date: {LINE} With: {LINE}"
    yield heading(2, "What goes well")
    yield from _points(picture.strengths if picture else (), ABOUT_WHAT_GOES_WELL)
    yield heading(2, "To talk about")
    yield from _points(picture.suggestions if picture else (), ABOUT_WHAT_TO_TALK_OF, picture)
    yield heading(2, "What we agree to try, and until when")
    yield _room()
    yield from map(prose, credit(selection.corpus))


def _points(
    said: tuple[Said, ...], questions: tuple[str, ...], picture: Picture | None = None
) -> Iterator[str]:
    """Statements with what was said of them, then questions to ask of each; room to write where there are none."""
    if not said:
        yield _room()
    for one in said:
        lead = f"- **{one.item.ref}** ({one.response.answer}) "
        note = [f"Note: {escaped(one.response.note)}"] if one.response.note else []
        reading = [_reading(one, picture.program)] if picture else []
        yield hung([*worded(one.item.text, one.item.wording), *note, *reading], lead, "  ")
    yield "To ask of each:" if len(said) > 1 or not said else "To ask:"
    yield "\n".join(item(escaped(question)) for question in questions)


def _reading(one: Said, program: str) -> str:
    statement = f"{program} {one.item.kind} {one.item.ref}"
    refs = f"{statement}; {program} value {one.item.owner}" if one.item.value else statement
    return f"To read on: {escaped(refs)}"


def _room() -> str:
    return "\n".join(f"{number}. \\{LINE}" for number in range(1, ROWS + 1))
