"""What is said of reflections beside one another, in words that both the drawn and the linear text use: neither is the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.credits import caveat
from peerguide.progress.reflection.words import PARTS
from peerguide.render.phrases import in_words
from peerguide.render.reflections import on_day
from peerguide.render.text import paragraphs, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from peerguide.progress.reflection.comparing import Comparison, Pair, Relation, View
    from peerguide.progress.reflection.past import Change, Changes, Past, ReflectionHistory

NOTHING = "There is no reflection here yet."

NEITHER = (
    "This is for a conversation, never a performance rating. Neither view is right; where they are furthest apart, there may "
    "be most to talk about."
)

QUESTIONS = (
    "What did each of you have in mind? Tell of one time when it was so, or was not.",
    "What does one of you see that the other has had no chance to see?",
    "What helps it to be so more often, and who can give that help?",
    "What is one small thing to try before you next meet?",
)
"""What may open a conversation about two views."""

LISTED = 10
"""As many statements of two views are listed of a kind, and as many changes; more are counted."""

HEADINGS: Mapping[Relation, str] = {
    "apart": "Seen differently, the furthest apart first",
    "applies to one": "It applies for one, and not for the other",
    "answered by one": "Answered by one of them",
    "alike": "Seen alike",
    "answered by neither": "Answered by neither",
}

UNLIKE: tuple[Relation, ...] = ("apart", "applies to one", "answered by one")
"""The statements that are told with both answers."""


def past(one: Past) -> str:
    """When a reflection was, of which part, and how much of it has an answer."""
    reflection = one.reflection
    began = on_day(reflection.began)
    last = on_day(reflection.last)
    when = began if began == last else f"{began} to {last}"
    return f"{when}: {PARTS[reflection.part]}, {one.answered} of {one.total} answered"


def history_step(entry: ReflectionHistory) -> tuple[str, str]:
    """The command to go on with."""
    if not entry.reflections:
        return f"{entry.program} reflect", "to begin one"
    return f"{entry.program} reflect show {entry.reflections[-1].reflection.number}", "the picture of one"


def since(entry: Changes) -> str:
    """How two reflections of one part compare, in a sentence."""
    counts = [
        (len(entry.more), "more often so"),
        (len(entry.less), "less often so"),
        (len(entry.other), "applying in only one of them"),
        (entry.same, "the same"),
        (entry.apart, "answered in only one of them"),
    ]
    told = in_words(f"{count} {what}" for count, what in counts if count)
    return f"Number {entry.now.number} beside number {entry.earlier.number}, of {on_day(entry.earlier.began)}: {told}."


def changes(entry: Changes) -> Iterator[tuple[str, Sequence[Change]]]:
    """The changes of each sort, with what to say over them."""
    for heading, found in (
        ("More often so than before", entry.more),
        ("Less often so than before", entry.less),
        ("Applying in only one of them", entry.other),
    ):
        if found:
            yield heading, found


def change(one: Change) -> str:
    """What was said of a statement before, and now."""
    return f"{one.before} before, {one.now} now"


# Two views


def compared(entry: Comparison) -> str:
    """What is set side by side."""
    one, other = (safe(view.name) for view in entry.views)
    return f"Two views of {PARTS[entry.part]}: {one} and {other}"


def view_of(view: View) -> str:
    """When a view was given."""
    return f"{safe(view.name)}: {on_day(view.last)}"


def both(pair: Pair, entry: Comparison) -> str:
    """Both answers to a statement, by whose they are."""
    told = (
        f"{safe(view.name)}: {answer.answer if answer else 'no answer'}"
        for view, answer in zip(entry.views, pair.answers, strict=True)
    )
    return "; ".join(told)


def pair_text(pair: Pair) -> str:
    """The text of a statement on one line, with what is to be remarked on it."""
    remark = caveat(pair.wording) if pair.wording else " (no longer there)"
    return f"{' '.join(paragraphs(pair.text))}{remark}"


def notes_of(pairs: Sequence[Pair], entry: Comparison) -> list[str]:
    """The notes on statements that are told by their refs alone, each with its ref."""
    return [f"{safe(pair.ref)}: {note}" for pair in pairs for note in notes(pair, entry)]


def notes(pair: Pair, entry: Comparison) -> list[str]:
    """The notes on a statement, by whose they are."""
    return [
        f"Note of {safe(view.name)}: {safe(answer.note)}"
        for view, answer in zip(entry.views, pair.answers, strict=True)
        if answer and answer.note
    ]


def alike(pairs: Sequence[Pair]) -> str:
    """The statements that are seen alike, each with what was said of it."""
    told = [f"{safe(pair.ref)} {pair.answers[0].answer}" for pair in pairs if pair.answers[0]]
    return "; ".join(told)


def refs(pairs: Sequence[Pair]) -> str:
    """The refs of statements."""
    return in_words(safe(pair.ref) for pair in pairs)


def more(all_: Sequence[object]) -> str | None:
    """How many more there are than are listed; None where there are none."""
    left_out = len(all_) - LISTED
    return f"And {left_out} more; --json has them all." if left_out > 0 else None
