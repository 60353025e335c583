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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.export.selection import Selection


def _terms(selection: Selection) -> Iterator[str]:
    """Each glossary term with what tells it from all others."""
    material = selection.material
    return (_card(material.entries[ref].name, material.entries[ref].gist) for ref in material.terms)


def _values(selection: Selection) -> Iterator[str]:
    """Each value with its practice theme."""
    return (_card(f"{value.number}. {value.name}", value.theme) for value in selection.values())


def _statements(selection: Selection) -> Iterator[str]:
    """Each practice and supervisor role, without those that repeat another, with the value it stands under."""
    for value in selection.values():
        for statement in (*value.practices, *value.roles):
            if not statement.repeats:
                yield _card(statement.text + caveat(statement.wording), f"{value.number}. {value.name}")


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
