"""A learner's history, theirs to move: taken out, brought in, merged, put aside."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from peerguide.corpus import placing
from peerguide.errors import InvalidFilesError, Problem
from peerguide.progress import snapshot, troubles
from peerguide.progress.events import Amendment, Answer
from peerguide.progress.store import store_file

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from peerguide.progress.lines import Lines
    from peerguide.progress.store import Entry, Store


BRIEFLY = 0.5
"""How long a reset waits, in seconds: somebody who looks is soon done, a session is not."""


class Imported(NamedTuple):
    """How many events and responses were added, and how many were there already."""

    added: int
    already: int


def export_lines(store: Store) -> Iterator[str]:
    """The lines of an export, without their ends: a header, then every event and response of every guide as JSON.

    The order is that of time, so stores with the same ones give the same lines.
    """
    from peerguide.progress.lines import header_of, line_of

    entries = [*store.events(), *store.responses()]
    yield header_of(entries)
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.uid)):
        yield line_of(entry)


def check_lines(data: bytes, name: str) -> None:
    """Raise InvalidFilesError with every problem that an export has by itself, whatever store it is for."""
    from peerguide.progress.lines import parse

    problems = list(parse(data, name).problems)
    if problems:
        raise _invalid(name, problems)


def import_lines(store: Store, data: bytes, name: str) -> Imported:
    """Add the events and responses of an export that the store does not have yet; `name` is what errors call the file.

    All of them are added in one transaction, or none. Raises InvalidFilesError with every problem of the file,
    FileAccessError when the store cannot be read or written.
    """
    from peerguide.progress.lines import parse

    lines = parse(data, name)
    with store.adding() as insert:
        known: dict[str, Entry] = {one.uid: one for one in (*store.events(), *store.responses())}
        before = len(known)
        problems = [*lines.problems, *_clashes(lines, known, name), *_loose_ends(lines, known, name)]
        if problems:
            raise _invalid(name, problems)
        added = list(known.values())[before:]
        insert(added)
    return Imported(len(added), len(lines.parsed) - len(added))


def _clashes(lines: Lines, known: dict[str, Entry], name: str) -> Iterator[Problem]:
    """The problem of each event whose uid another one has. Events that are new are put into `known`."""
    for event, line, column, _answer_column in lines.parsed:
        if known.setdefault(event.uid, event) != event:
            yield Problem(
                name, line, column, "an event with this uid is there already, and it is another one"
            )


def _loose_ends(lines: Lines, known: dict[str, Entry], name: str) -> Iterator[Problem]:
    """The problem of each amendment whose answer is neither in the store nor in the file."""
    for one in lines.parsed:
        if isinstance(one.event, Amendment) and not _has_answer(one.event, lines, known):
            yield Problem(name, one.line, one.answer_column, "the answer with this uid is not there")


def _has_answer(amendment: Amendment, lines: Lines, known: dict[str, Entry]) -> bool:
    found = known.get(amendment.answer)
    return isinstance(found, Answer) if found else amendment.answer in lines.named


def _invalid(name: str, problems: list[Problem]) -> InvalidFilesError:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return InvalidFilesError(
        f"{name} was not imported: {count} found.",
        "Export the progress once more where it comes from, or mend what is named above, then import it again.",
        problems,
    )


def orphans(history: Iterable[Answer], known: Container[str]) -> tuple[tuple[str, int], ...]:
    """The cards whose subject is not one of the known refs, each with the number of its answers.

    The history is to have been read with the heirs of retired refs.
    """
    counts: dict[str, int] = {}
    for answer in history:
        if answer.subject not in known:
            counts[answer.card] = counts.get(answer.card, 0) + 1
    return tuple(counts.items())


def reset(folder: Path) -> Path | None:
    """Put the store aside under a name with the time in UTC, and say where; None when there is none.

    The file itself is moved, so it takes no room, and what it holds stays readable: it is a whole store, closed for
    good. A damaged one is moved as it is. Raises FileAccessError when another session has it open.
    """
    file = store_file(folder)
    place = folder / f"progress-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.sqlite"
    with troubles.told(file):
        try:
            if not snapshot.is_there(file):
                return None
            with troubles.told(file):
                snapshot.snapshot(file).close()
        except troubles.UnusableStoreError:
            return _move_as_it_is(file, place)
        return _move_closed(file, place)


def _move_closed(file: Path, place: Path) -> Path:
    with closing(snapshot.connect(file, "rw", wait=BRIEFLY)) as database:
        # Leaving WAL brings the whole log into the file, and is refused while another session has it open. From then
        # until the file is moved nobody else can use it.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("BEGIN EXCLUSIVE")
        snapshot.index_of(file).unlink(missing_ok=True)  # a killed session left it
        return placing.put_under_free_name(file, place)


def _move_as_it_is(file: Path, place: Path) -> Path:
    """Move the file, and the log beside it, from which it may be mended; the log alone where nothing else is left."""
    moved = placing.put_under_free_name(file, place) if file.exists() else place
    log, index = snapshot.log_of(file), snapshot.index_of(file)
    index.unlink(missing_ok=True)
    if log.exists():
        log_moved = placing.put_under_free_name(log, snapshot.log_of(moved))
        return moved if moved.exists() else log_moved
    return moved
