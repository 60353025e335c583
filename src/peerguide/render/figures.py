"""What the numbers of learning say, in words that both the drawn and the linear text use: what is known comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.render.phrases import in_words
from peerguide.render.remarks import percent
from peerguide.render.text import safe
from peerguide.render.times import coming, counted, day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.progress.learning import Learning, Mixed, Orphans, Subject

NOTHING = "No question has been answered yet."

NO_ORPHANS = "Every answer belongs to an entry that is there."

CARRIED_OVER = (
    "Nothing is lost. Where another entry stands in the place of one that is gone, a line under `retired:` in the corpus says so, "
    "and the answers count for that one."
)

LISTED = 12
"""As many values are listed in a sentence; more are counted."""


def known(entry: Learning) -> str:
    """How many answers were right."""
    return f"You knew {entry.total.correct} of {entry.total.answers}: {percent(entry.total.share)}."


def practiced(entry: Learning) -> str | None:
    """On how many days there were answers, and on which the last ones; None where there are none."""
    if entry.last_day is None:
        return None
    last = day(entry.last_day)
    if entry.days_practiced == 1:
        return f"You practiced on 1 day: {last}."
    return f"You practiced on {entry.days_practiced} days, the last time on {last}."


def known_best(entry: Learning) -> str | None:
    """The values that are known best; None where none is known well so far."""
    names = "; ".join(numbered(one.value) for one in entry.strongest)
    return f"You know well: {names}." if names else None


def not_asked(entry: Learning) -> str | None:
    """The values without an answer; None where there are none."""
    values = [one for one in entry.values if one.value.number is not None]
    numbers = [str(one.value.number) for one in values if not one.tally.answers]
    if len(numbers) > LISTED:
        return f"Not asked yet: {len(numbers)} of {len(values)} values."
    return (
        f"Not asked yet: {'value' if len(numbers) == 1 else 'values'} {in_words(numbers)}."
        if numbers
        else None
    )


def share_of(correct: int, answers: int) -> str:
    """A tally in figures: `12 of 15`."""
    return f"{correct} of {answers}"


def numbered(subject: Subject) -> str:
    """A value by its number and name; a term, and the guide as a whole, by its name."""
    return safe(subject.name) if subject.number is None else f"{subject.number}. {safe(subject.name)}"


def taken(mixed: Mixed) -> str:
    """What was taken for what, and how often."""
    times = "once" if mixed.count == 1 else f"{mixed.count} times"
    return f"{numbered(mixed.key)}: {numbered(mixed.chosen)} was chosen for it {times}."


def more(all_: Sequence[object], shown: int) -> str | None:
    """How many more there are than are shown; None where there are none."""
    left = len(all_) - shown
    return f"And {left} more; --json has them all." if left > 0 else None


def due(entry: Learning) -> str:
    """How many cards are due, or when the next one comes."""
    if entry.due:
        told = f"{counted(entry.due, 'question')} {'is' if entry.due == 1 else 'are'} due now"
        if not entry.put_off:
            return f"{told}."
        wait = "waits" if entry.put_off == 1 else "wait"
        return f"{told}; {entry.put_off} more {wait} for another day, since nothing is asked in two ways on one day."
    if entry.next is None:
        return "No question is due now."
    return f"No question is due now; the next one comes {coming(entry.next, entry.now)}."


def steps(entry: Learning) -> list[tuple[str, str]]:
    """The commands to go on with, and what each is for."""
    asked = [(f"{entry.program} review", "what is due, and something new")]
    if entry.weakest:
        asked.append(
            (_reading_again(entry, entry.weakest.value), f"to read again: {safe(entry.weakest.value.name)}")
        )
    return asked


def _reading_again(entry: Learning, value: Subject) -> str:
    """The command that shows a value, or the practices of the guide as a whole."""
    if not value.ref:
        return f"{entry.program} practice"
    return f"{entry.program} value {f'{entry.guide}:' if entry.title else ''}{value.ref}"


def first_step(entry: Learning) -> tuple[str, str]:
    """The command to begin with, where nothing has been answered."""
    return f"{entry.program} quiz", "ten questions, with feedback"


def gone(entry: Learning) -> str | None:
    """How many answers are about entries that are gone, and where to see them; None where there are none."""
    if not entry.orphans:
        return None
    are = "is" if entry.orphans == 1 else "are"
    return (
        f"{counted(entry.orphans, 'answer')} {are} about entries that are no longer there; to see them: "
        f"{entry.program} progress orphans"
    )


def orphaned(entry: Orphans) -> str:
    """How many cards have no entry any more."""
    count = len(entry.cards)
    if not count:
        return NO_ORPHANS
    return f"{counted(count, 'card')} {'has' if count == 1 else 'have'} answers and no entry any more."
