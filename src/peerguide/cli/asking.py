"""What `quiz` and `review` share: which values and kinds are asked about, and holding the sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.cli.desk import typed
from peerguide.corpus.places import ALL
from peerguide.errors import NotFoundError, UsageError
from peerguide.quiz.kinds import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from peerguide.cli.desk import Desk
    from peerguide.corpus.library import Corpus
    from peerguide.progress.events import Mode
    from peerguide.progress.store import Store
    from peerguide.quiz.material import Material
    from peerguide.quiz.paper import Paper
    from peerguide.quiz.sitting import Sitting


def chosen_values(desk: Desk, words: Sequence[str]) -> list[str]:
    """The refs of the values that were named. Raises as finding a name does."""
    if not words:
        return []
    from peerguide.corpus.names.refs import find

    return list(dict.fromkeys(desk.take(find(desk.corpus, "value", typed([word]))) for word in words))


def materials(desk: Desk, values: Sequence[str]) -> tuple[Material, ...]:
    """What questions are made of: the guide in use, or each of several, limited to these values unless there are none.

    A guide of which there is no value among them is left out.
    """
    from peerguide.quiz.material import Material

    parts = parts_of(desk.corpus)
    if len(parts) == 1:
        return (Material(desk.corpus, values),)
    own = {
        name: [ref.removeprefix(f"{name}:") for ref in values if ref.startswith(f"{name}:")] for name in parts
    }
    return tuple(Material(part, own[name], name) for name, part in parts.items() if own[name] or not values)


def parts_of(corpus: Corpus) -> Mapping[str, Corpus]:
    """The guides that a corpus is made of, each by its name: itself alone where it is one."""
    if corpus.guide != ALL:
        return {corpus.guide: corpus}
    from peerguide.corpus.together import Together

    return corpus.parts if isinstance(corpus, Together) else {corpus.guide: corpus}


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


def hold(desk: Desk, asked: Sequence[Material], paper: Paper, mode: Mode, store: Store | None) -> Sitting:
    """Ask the questions of a paper, keep the answers in a store if there is one, and give the sitting back as it ended.

    `asked` is what the questions are made of; each answer is kept under the guide that it is of.
    """
    from peerguide.cli.conversation import Conversation
    from peerguide.cli.lines import Lines
    from peerguide.cli.recorder import Recorder
    from peerguide.corpus.names.known import heirs
    from peerguide.quiz.sitting import Sitting

    sitting = Sitting(paper.questions)
    guides = {material.corpus.guide: heirs(material.corpus) for material in asked}
    recorder = Recorder(store, guides, mode, desk.now)
    Conversation(desk, Lines(desk.output), sitting, recorder, exam=mode == "exam").hold()
    return sitting
