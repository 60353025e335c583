"""What is said in a reflection and of one, in words that both the drawn and the linear text use: strengths first, nothing is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import caveat
from peerguide.progress.days import local
from peerguide.progress.reflection.responses import FREQUENCIES
from peerguide.progress.reflection.words import NO_RATING, NOUNS, OF_ALL
from peerguide.render.phrases import in_words
from peerguide.render.text import paragraphs, safe
from peerguide.render.times import counted, day

if TYPE_CHECKING:
    from datetime import datetime

    from peerguide.corpus.model.values import ValueName
    from peerguide.progress.reflection.going import AskedStatement, Beginning, Left, Taken
    from peerguide.progress.reflection.picture import Picture, Said, ValuePicture
    from peerguide.progress.reflection.responses import Frequency, Part
    from peerguide.progress.reflection.statements import Item

KEYS = (
    ("1 to 5", "how often it is so; the words do too, or how they begin"),
    ("3 and words", "an answer with a note, in one line"),
    ("n and words", "a note to the answer just given"),
    ("b", "back to the statement before; another answer takes the place of the first"),
    ("s", "skip this statement for now"),
    ("q", "leave; what you answered is kept, and the same command goes on from there"),
    ("?", "this help"),
)
"""What may be typed, and what it does."""

LISTED = 10
"""As many values without an answer are listed; more are counted."""


def choices() -> list[tuple[str, Frequency]]:
    """What can be said of a statement, each with its number."""
    return [(str(number), answer) for number, answer in enumerate(FREQUENCIES, 1)]


def noun(count: int, part: Part) -> str:
    """So many statements of a part."""
    one, several = NOUNS[part]
    return f"{count} {one if count == 1 else several}"


def on_day(instant: datetime) -> str:
    """The day of an instant, by the clock on the wall."""
    return day(local(instant).date())


def beginning(entry: Beginning) -> str:
    """What is about to be asked."""
    return f"{noun(entry.total, entry.part)}, one at a time: how often is it so?"


def promise(entry: Beginning) -> str:
    """What it is for, and what becomes of the answers."""
    kept = (
        "Each answer is kept on this machine as you give it, and goes nowhere unless you export it."
        if entry.saves
        else "Nothing is kept this time."
    )
    return f"{NO_RATING} {kept}"


def taken_up(entry: Beginning) -> str | None:
    """From when it is taken up, and how to begin anew; None where it is new."""
    if entry.earlier is None:
        return None
    have = "has" if entry.answered == 1 else "have"
    return (
        f"Taken up where you left it on {on_day(entry.earlier.last)}: {entry.answered} of {entry.total} {have} an answer. "
        "To begin a new one: --new"
    )


def before(entry: AskedStatement) -> str | None:
    """What was said of a statement before; None where nothing was."""
    if entry.given is None:
        return None
    note = f" Your note: {safe(entry.given.note)}" if entry.given.note else ""
    return f"You said: {entry.given.answer}.{note}"


def taken(entry: Taken) -> str:
    """What was taken down."""
    if entry.noted:
        return "Your note is kept." if entry.saved else "Your note is taken down."
    return f"{entry.response.answer}, with your note" if entry.response.note else entry.response.answer


def left(entry: Left) -> str:
    """How far it went, and how to go on."""
    so_far = f"{entry.answered} of {entry.total} {'has' if entry.answered == 1 else 'have'} an answer"
    kept = f"{so_far}, and what you answered is kept." if entry.saved else f"{so_far}; nothing was kept."
    return kept if entry.answered else "Nothing was answered this time."


def left_steps(entry: Left) -> list[tuple[str, str]]:
    """The commands to go on with after leaving, and what each is for."""
    if not entry.saved:
        return [(entry.again, "begins anew")]
    steps = [(entry.again, "goes on from here")]
    if entry.answered:
        steps.append((f"{entry.program} reflect show", "the picture so far"))
    return steps


# The picture


def title(entry: Picture) -> str:
    """What the picture is of."""
    reflection = entry.reflection
    there = noun(entry.total, reflection.part)
    return f"{on_day(reflection.last)}: what you said of {len(entry.said)} of {there}"


def value_counts(one: ValuePicture) -> str:
    """How often what was said under a value, what goes well first."""
    order = (*reversed(FREQUENCIES[:4]), FREQUENCIES[4])
    told = [f"{one.count(answer)} {answer}" for answer in order if one.count(answer)]
    return ", ".join([*told, *([f"{one.count(None)} without an answer"] if one.count(None) else [])])


def value_name(value: ValueName | None) -> str:
    """A value by its number and name; the guide as a whole by that."""
    return f"{value.number}. {safe(value.name)}" if value else OF_ALL


def value_called(value: ValueName | None) -> str:
    """The same, said to be a value."""
    return f"Value {value_name(value)}" if value else OF_ALL


def open_values(entry: Picture) -> str | None:
    """The values of which nothing was said; None where there are none."""
    values = [one.value for one in entry.values if one.value]
    numbers = sorted(one.value.number for one in entry.values if one.value and one not in entry.shown)
    if not numbers:
        return None
    if len(numbers) > LISTED:
        return f"No answer yet: {len(numbers)} of {len(values)} values."
    return f"No answer yet: {'value' if len(numbers) == 1 else 'values'} {in_words(map(str, numbers))}."


def nothing_seldom(entry: Picture) -> str | None:
    """What to say where there is nothing to suggest; None where there is."""
    if entry.suggestions:
        return None
    return "Nothing that you answered is seldom so. Somebody else's view may show more: peerguide reflect compare --help"


def item_text(item: Item) -> str:
    """The text of a statement on one line, with what is to be remarked on its wording."""
    return f"{' '.join(paragraphs(item.text))}{caveat(item.wording)}"


def read_on(said: Said, program: str) -> str:
    """The commands that show a statement, and the value that it stands under if it does."""
    statement = f"{program} {said.item.kind} {said.item.ref}"
    return f"{statement}; {program} value {said.item.owner}" if said.item.value else statement


def gone(entry: Picture) -> str | None:
    """How many answers are about statements that are no longer there; None where none is."""
    if not entry.gone:
        return None
    return f"{counted(entry.gone, 'answer')} {'is' if entry.gone == 1 else 'are'} about statements that are no longer there."


def closing(entry: Picture) -> str:
    """What a picture is not, and where it stays."""
    stays = "It stays on this machine unless you export it." if entry.saved else "It was not kept."
    return f"{NO_RATING} {stays}"


def picture_steps(entry: Picture) -> list[tuple[str, str]]:
    """The commands to go on with after a picture, and what each is for."""
    if not entry.saved:
        return []
    part = "" if entry.reflection.part == "supervisor" else f" --as {entry.reflection.part}"
    return [
        (f"{entry.program} reflect history", "all of them, and what is otherwise than before"),
        (f"{entry.program} export markdown --what agenda{part}", "a page for the next supervision meeting"),
    ]
