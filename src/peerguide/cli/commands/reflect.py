"""`peerguide reflect`: looking at one's own part, statement by statement, for oneself and for a conversation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.asking import chosen_values
from peerguide.cli.desk import Desk, settings_before, typed
from peerguide.cli.options import (
    HELP,
    SETTINGS,
    CorpusName,
    Json,
    OnlyValues,
    Plain,
    ReflectionNumber,
    ReflectionPart,
    Wording,
    examples,
)
from peerguide.cli.reflected import (
    go_through,
    hinting,
    kept,
    one_of,
    part_named,
    picture,
    show_form,
    statements,
)
from peerguide.errors import UsageError

if TYPE_CHECKING:
    from peerguide.corpus.model.reports import Facts
    from peerguide.progress.reflection.handed import Handed
    from peerguide.progress.reflection.reflections import Reflection
    from peerguide.progress.reflection.statements import Item

app = typer.Typer(
    name="reflect",
    help="Look at your own part, one statement at a time: how often is it so? It is the supervisor's part unless told. Each answer is kept at once, with a note if "
    "you like; leave with q, and the same command goes on from there. From a pipe one answer a line is read; --json prints the "
    "statements and asks nothing.\n\nIt is never a performance rating, and it stays on this machine unless you export it.",
    short_help="Look at your own part, for yourself or for a talk.",
    context_settings=HELP,
    epilog=examples(
        "reflect",
        "reflect --as supporter --value 7",
        "reflect --new",
        "reflect history",
        "reflect --json --value 9",
    ),
    invoke_without_command=True,
    **SETTINGS,
)

STREAM = "-"
"""What people type for standard output."""


@app.callback()
def reflect(
    context: typer.Context,
    part: ReflectionPart = None,
    value: OnlyValues = None,
    new: Annotated[
        bool, typer.Option("--new", help="Begin a new one, though there is one to go on with.")
    ] = False,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep no answers.")] = False,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """Go through the statements of a part, where no command follows."""
    if context.invoked_subcommand is not None:
        _pass_on(context, asked=bool(part or value or new or no_save), json=json, plain=plain, corpus=corpus, wording=wording)  # fmt: skip
        return
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, wording=wording)
    chosen = part_named(part) if part is not None else "supervisor"
    values = chosen_values(desk, value or [])
    items = statements(desk, chosen, values)
    if desk.output.form == "json":
        show_form(desk, chosen, items, new=new, save=not no_save)
        return
    with hinting():
        go_through(desk, chosen, values, items, new=new, save=not no_save)


def _pass_on(
    context: typer.Context, *, asked: bool, json: bool, plain: bool, corpus: str | None, wording: str | None
) -> None:
    """Leave the options that every command has to the one that follows. Raises UsageError for any other."""
    name = context.invoked_subcommand
    if asked:
        raise UsageError(
            f"An option of reflect itself stands before {name}.",
            f"Options of {name} stand after it: peerguide reflect {name} --help",
        )
    before = settings_before(context)
    context.obj = before._replace(
        json=json or before.json,
        plain=plain or before.plain,
        corpus=before.corpus if corpus is None else corpus,
        wording=before.wording if wording is None else wording,
    )


@app.command(
    context_settings=HELP,
    short_help="All of them, and what is otherwise than before.",
    epilog=examples("reflect history", "reflect history --json"),
)
def history(
    context: typer.Context,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """List your reflections, and set the last one beside the one before."""
    from peerguide.progress.reflection.past import history_of
    from peerguide.progress.reflection.responses import PARTS
    from peerguide.progress.reflection.statements import items_of

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, wording=wording)
    items = {part: items_of(desk.one_corpus, part) for part in PARTS}
    desk.show(history_of(desk.one_corpus.guide, kept(desk), items, program=desk.program))


@app.command(
    context_settings=HELP,
    short_help="The picture of one.",
    epilog=examples("reflect show", "reflect show 1", "reflect show --as supporter --json"),
)
def show(
    context: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(metavar="[N]", min=1, show_default=False, help="Which one; the last one unless told."),
    ] = None,
    part: ReflectionPart = None,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """Show a reflection as a picture: what goes well first, then at most three things to look at next."""
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, wording=wording)
    desk.show(picture(desk, one_of(kept(desk), number, part_named(part) if part is not None else None)))


@app.command(
    context_settings=HELP,
    short_help="Write one to a file, to hand over.",
    epilog=examples(
        "reflect export mine.json", "reflect export - --of 1", "reflect export mine.json --no-notes"
    ),
)
def export(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", show_default=False, help="A new file; - to print it.")
    ],
    number: ReflectionNumber = None,
    part: ReflectionPart = None,
    no_notes: Annotated[bool, typer.Option("--no-notes", help="Leave your notes out.")] = False,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
) -> None:
    """Write one reflection to a file that you can hand over, for `reflect compare`. Nothing else leaves this machine.

    The file is JSON with an answer a line, its statements in plain words, and your notes unless you leave them out.
    """
    from peerguide.progress.reflection.handed import handed_text

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus)
    reflection = one_of(kept(desk), number, part_named(part) if part is not None else None)
    items = statements(desk, reflection.part)
    text = handed_text(reflection, items, notes=not no_notes)
    if file == STREAM:
        desk.output.write(text)
    else:
        _write(desk, Path(file).expanduser(), text, reflection, items, notes=not no_notes)


def _write(
    desk: Desk, place: Path, text: str, reflection: Reflection, items: tuple[Item, ...], *, notes: bool
) -> None:
    """Write a reflection to a file, and say what is in it."""
    from peerguide.cli.saving import save_text
    from peerguide.corpus.model.reports import Report

    save_text(place, [text], private=True)
    said = [reflection.answers[item.ref] for item in items if item.ref in reflection.answers]
    with_note = sum(bool(one.note) for one in said) if notes else 0
    facts: Facts = {"file": str(place), "answers": len(said), "notes": with_note}
    desk.show(Report("Your reflection is written down, for whomever you give it to.", facts))


@app.command(
    context_settings=HELP,
    short_help="Two of them side by side, for a conversation.",
    epilog=examples("reflect compare mine.json theirs.json", "reflect compare mine.json theirs.json --json"),
)
def compare(
    context: typer.Context,
    one: Annotated[
        str, typer.Argument(metavar="A", show_default=False, help="A reflection that was exported.")
    ],
    other: Annotated[
        str, typer.Argument(metavar="B", show_default=False, help="Another one of the same part.")
    ],
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """Set two exported reflections on the same part side by side, as those of a supervisor and of a peer: where they differ
    most comes first.

    It is for a conversation. Neither view is right, and their order makes no difference.
    """
    from peerguide.progress.reflection.comparing import compared
    from peerguide.progress.reflection.statements import heirs_of, items_of

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, wording=wording)
    first, second = _read(one), _read(other)
    if Path(one).expanduser().samefile(Path(other).expanduser()):
        raise UsageError("These two are the same file.", "Name the files of two views.")
    items = items_of(desk.one_corpus, first.part)
    heirs = heirs_of(desk.one_corpus)
    desk.show(compared(first, second, items, heirs, guide=desk.one_corpus.guide, program=desk.program))


def _read(name: str) -> Handed:
    """The reflection in a file."""
    from peerguide.progress.reflection.handed import read_handed

    return read_handed(Path(name).expanduser().read_bytes(), typed([name]))
