"""Reflections where the store, the corpus and the talk meet: which there are, the picture of one, and going through one."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from peerguide.errors import FileAccessError, NotFoundError, UsageError
from peerguide.progress.reflection.reflections import latest, reflections_of
from peerguide.progress.reflection.responses import PARTS
from peerguide.progress.reflection.statements import heirs_of, items_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peerguide.cli.desk import Desk
    from peerguide.cli.reflecting import Keeper
    from peerguide.corpus.library import Corpus
    from peerguide.progress.reflection.picture import Picture
    from peerguide.progress.reflection.reflections import Reflection
    from peerguide.progress.reflection.responses import Part
    from peerguide.progress.reflection.statements import Item
    from peerguide.progress.store import Store


def part_named(word: str) -> Part:
    """The part that a word names, or begins to. Raises UsageError where it names none."""
    named = word.strip().casefold()
    begun = [part for part in PARTS if part == named] or [part for part in PARTS if part.startswith(named)]
    if len(begun) == 1:
        return begun[0]
    raise UsageError(f'There is no part "{word}" to reflect on.', f"The parts are: {', '.join(PARTS)}.")


def kept(desk: Desk) -> tuple[Reflection, ...]:
    """The reflections on the corpus in use. Raises FileAccessError when they cannot be read, UsageError where several are in use."""
    from peerguide.corpus.places import data_folder
    from peerguide.progress.store import Store

    corpus = desk.one_corpus
    store = Store.look(data_folder())
    if store is None:
        return ()
    with store:
        return _kept_in(store, corpus)


def _kept_in(store: Store, corpus: Corpus) -> tuple[Reflection, ...]:
    """The reflections in a store on a corpus."""
    return reflections_of(store.responses(), corpus.guide, heirs_of(corpus))


def one_of(reflections: Sequence[Reflection], number: int | None, part: Part | None) -> Reflection:
    """The reflection of this number, or the one answered last, of a part or of any. Raises NotFoundError where there is none."""
    of_part = [one for one in reflections if part in (None, one.part)]
    found = (
        latest(of_part) if number is None else next((one for one in of_part if one.number == number), None)
    )
    if found:
        return found
    if not of_part:
        begin = "peerguide reflect" if part is None else f"peerguide reflect --as {part}"
        whose = "" if part is None else f" as a {part}"
        raise NotFoundError(f"There is no reflection{whose} here yet.", f"To begin one: {begin}")
    numbers = ", ".join(str(one.number) for one in of_part[-5:])
    raise NotFoundError(
        f"There is no reflection {number}; the last ones are: {numbers}.",
        "To see them all: peerguide reflect history",
    )


def picture(desk: Desk, reflection: Reflection, values: Sequence[str] = (), *, saved: bool = True) -> Picture:
    """The picture of a reflection, over all statements of its part or those of some values."""
    from peerguide.progress.reflection.picture import picture_of

    items = items_of(desk.one_corpus, reflection.part, values)
    return picture_of(reflection, items, program=desk.program, saved=saved)


def statements(desk: Desk, part: Part, values: Sequence[str] = ()) -> tuple[Item, ...]:
    """The statements of a part to reflect on. Raises NotFoundError where there are none."""
    items = items_of(desk.one_corpus, part, values)
    if items:
        return items
    noun = "supervisor roles" if part == "supervisor" else "practices"
    where = "the values chosen have" if values else "this corpus has"
    other = next(one for one in PARTS if one != part)
    raise NotFoundError(
        f"There is nothing to reflect on: {where} no {noun}.",
        f"For the other part: peerguide reflect --as {other}",
    )


@contextmanager
def hinting() -> Iterator[None]:
    """A hint of the store to go on without saving names this command."""
    from peerguide.progress.troubles import WITHOUT

    try:
        yield
    except FileAccessError as error:
        error.hint = error.hint.replace(WITHOUT, "reflect without saving: peerguide reflect --no-save")
        raise


def show_form(desk: Desk, part: Part, items: tuple[Item, ...], *, new: bool, save: bool) -> None:
    """Print the statements that would be asked, with what was said of them where there is something to go on with."""
    from peerguide.progress.reflection.going import Form
    from peerguide.progress.reflection.reflections import to_go_on_with

    refs = [item.ref for item in items]
    earlier = to_go_on_with(kept(desk), part, refs) if save and not new else None
    desk.show(Form(desk.one_corpus.guide, part, items, earlier.answers if earlier else {}))


def go_through(
    desk: Desk, part: Part, values: list[str], items: tuple[Item, ...], *, new: bool, save: bool
) -> None:
    """Ask about the statements, then show the picture, or how to go on."""
    from peerguide.cli.lines import Lines
    from peerguide.cli.reflecting import Keeper, Reflecting
    from peerguide.progress.events import new_uid
    from peerguide.progress.reflection.going import Beginning, Going, Left
    from peerguide.progress.reflection.reflections import to_go_on_with

    again = _command(desk.program, part, values)
    with _store() if save else nullcontext() as store:
        past = _kept_in(store, desk.one_corpus) if store else ()
        earlier = None if new else to_go_on_with(past, part, [item.ref for item in items])
        going = Going(items, earlier.answers if earlier else {})
        keeper = Keeper(store, desk.one_corpus.guide, part, earlier.uid if earlier else new_uid(), desk.now)
        desk.show(Beginning(part, len(items), len(going.answers), earlier, save, desk.program))
        whole = Reflecting(desk, Lines(desk.output), going, keeper, again).hold()
        reflection = _this(desk, store, keeper)
    if whole and reflection:
        desk.show(picture(desk, reflection, saved=save))
    else:
        desk.show(Left(len(going.answers), len(items), save, again, desk.program))


def _store() -> Store:
    """The store of what is kept, ready before the first statement."""
    from peerguide.corpus.places import data_folder
    from peerguide.progress.store import Store

    return Store.open(data_folder())


def _this(desk: Desk, store: Store | None, keeper: Keeper) -> Reflection | None:
    """The reflection as it is now; None where nothing was answered."""
    from peerguide.progress.reflection.reflections import reflections_of

    corpus = desk.one_corpus
    found = _kept_in(store, corpus) if store else reflections_of(keeper.responses, corpus.guide)
    return next((one for one in found if one.uid == keeper.reflection), None)


def _command(program: str, part: Part, values: list[str]) -> str:
    """The command that goes on with these statements."""
    words = [program, "reflect", *([] if part == "supervisor" else ["--as", part])]
    return " ".join([*words, *(word for value in values for word in ("--value", value))])
