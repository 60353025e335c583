"""What `quiz` and `review` share: which values and kinds are asked about, and holding the sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.cli.desk import typed
from peerguide.errors import NotFoundError, UsageError
from peerguide.quiz.kinds import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerguide.cli.desk import Desk
    from peerguide.progress.events import Mode
    from peerguide.progress.store import Store
    from peerguide.quiz.paper import Paper
    from peerguide.quiz.sitting import Sitting


def chosen_values(desk: Desk, words: Sequence[str]) -> list[str]:
    """The refs of the values that were named. Raises as finding a name does."""
    if not words:
        return []
    from peerguide.corpus.names.refs import find

    return list(dict.fromkeys(desk.take(find(desk.corpus, "value", typed([word]))) for word in words))


def chosen_kinds(names: Sequence[str]) -> list[str]:
    """The kinds that were named, one by one or with commas between them. Raises UsageError for one that is not."""
    asked = [name.strip().casefold() for listed in names for name in listed.split(",") if name.strip()]
    unknown = next((name for name in asked if name not in NAMES), None)
    if unknown is not None or (names and not asked):
        from difflib import get_close_matches

        close = get_close_matches(unknown or "", NAMES, n=1)
        hint = f"Did you mean {close[0]}? " if close else ""
        raise UsageError(
            f'There is no kind of question "{unknown or ""}".', f"{hint}The kinds are: {', '.join(NAMES)}."
        )
    return [name for name in NAMES if name in asked]


def nothing_to_ask(kinds: Sequence[str]) -> NotFoundError:
    """The error that a corpus, or the part of it that was chosen, has too little for a question."""
    named = f" of the kind {' or '.join(kinds)}" if kinds else ""
    return NotFoundError(
        f"There is too little here to make a fair question{named}.",
        "Choose other kinds or values; all that there are: peerguide quiz --help",
    )


def hold(desk: Desk, paper: Paper, mode: Mode, store: Store | None) -> Sitting:
    """Ask the questions of a paper, keep the answers in a store if there is one, and give the sitting back as it ended."""
    from peerguide.cli.conversation import Conversation
    from peerguide.cli.lines import Lines
    from peerguide.cli.recorder import Recorder
    from peerguide.corpus.names.known import heirs
    from peerguide.quiz.sitting import Sitting

    sitting = Sitting(paper.questions)
    recorder = Recorder(store, desk.corpus.guide, mode, desk.now, heirs(desk.corpus))
    Conversation(desk, Lines(desk.output), sitting, recorder, exam=mode == "exam").hold()
    return sitting
