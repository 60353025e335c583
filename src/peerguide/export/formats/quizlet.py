"""Flash cards for Quizlet: a term, a tab and its definition, one card a line.

Tabs and line ends inside a text become spaces, since nothing else can stand for them. There is no line that is no card,
so the file says nothing of itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import caveat
from peerguide.corpus.scenarios import lettered
from peerguide.export.characters import shown
from peerguide.export.format import Format
from peerguide.export.selection import OF_ALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.export.selection import Selection


def _terms(selection: Selection) -> Iterator[str]:
    """Each glossary term with what tells it from all others."""
    material = selection.material
    return (_card(material.entries[ref].name, material.entries[ref].gist) for ref in material.terms)


def _values(selection: Selection) -> Iterator[str]:
    """Each value with its practice theme, or its meaning in a guide without themes."""
    for value in selection.values():
        meaning = value.meaning + caveat(value.wording)
        yield _card(f"{value.number}. {value.name}", value.theme or meaning)


def _statements(selection: Selection) -> Iterator[str]:
    """Each practice and supervisor role, without those that repeat another, with the value it stands under.

    A practice of the guide as a whole has the values that it would fit, and an item what it is one of.
    """
    for value in selection.values():
        for statement in (*value.practices, *value.roles):
            if not statement.repeats:
                yield _card(statement.text + caveat(statement.wording), f"{value.number}. {value.name}")
    names = {name.ref: f"{name.number}. {name.name}" for name in selection.corpus.values().values}
    for statement in selection.practices_of_all():
        fitting = "; ".join(names[ref] for ref in statement.also)
        yield _card(statement.text + caveat(statement.wording), fitting or OF_ALL)
        for one in statement.items:
            yield _card(one.text + caveat(one.wording), statement.items_name or OF_ALL)


def _scenarios(selection: Selection) -> Iterator[str]:
    """Each scenario with its options, and the best and the worst of them."""
    for one in selection.scenarios():
        options = " ".join(f"{letter}) {option.text}" for letter, option in lettered(one))
        best, worst = one.marked("best").text, one.marked("worst").text
        yield _card(f"{one.situation} {one.question} {options}", f"Best: {best} Worst: {worst}")


def _card(term: str, definition: str) -> str:
    return f"{_line(term)}\t{_line(definition)}\n"


def _line(text: str) -> str:
    return shown(" ".join(text.split()))


FORMAT = Format(
    "quizlet",
    "flash cards for Quizlet",
    ".txt",
    {"terms": _terms, "values": _values, "statements": _statements, "scenarios": _scenarios},
)
