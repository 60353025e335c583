"""`peerguide progress`: a learner's history, theirs to move."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.desk import Desk, Settings, settings_before
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Plain, examples
from peerguide.corpus.model.reports import Report

if TYPE_CHECKING:
    from peerguide.corpus.model.reports import Facts

app = typer.Typer(
    name="progress",
    help="Take your history along, bring it back, or begin a new one. It holds your answers to every corpus.",
    short_help="Take your history along, or begin anew.",
    context_settings=HELP,
    epilog=examples("progress path", "progress export history.jsonl", "progress orphans"),
    invoke_without_command=True,
    **SETTINGS,
)

STREAM = "-"
"""What people type for standard input or output."""


@app.callback()
def progress_commands(
    context: typer.Context, json: Json = False, plain: Plain = False, corpus: CorpusName = None
) -> None:
    """Show the help where no command follows."""
    before = settings_before(context)
    wanted = before.corpus if corpus is None else corpus
    context.obj = Settings(json or before.json, plain or before.plain, before.pager, wanted, before.wording)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(
    "export",
    context_settings=HELP,
    short_help="Write your history to a file.",
    epilog=examples(
        "progress export history.jsonl", "progress export -", "progress export - > history.jsonl"
    ),
)
def export_history(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", show_default=False, help="A new file; - to print it.")
    ],
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Write your whole history to a file, or print it: a line of JSON for each answer, of every corpus, in
    reflections too.

    The same history gives the same bytes. On another machine `progress import` adds it to the history there.
    """
    from peerguide.cli.history import exported

    desk = Desk.of(context, json=json, plain=plain, corpus=None)
    if file == STREAM:
        desk.output.write(exported().text)
        return
    from peerguide.cli.saving import check_free, save_text

    place = Path(file).expanduser()
    check_free(place)
    history = exported()
    save_text(place, [history.text], private=True)
    facts: Facts = {"file": str(place), "answers": history.answers}
    reflected = {"in reflections": history.responses} if history.responses else {}
    desk.show(Report("Your history is written down.", {**facts, **reflected}))


@app.command(
    "import",
    context_settings=HELP,
    short_help="Add the history in a file to yours.",
    epilog=examples("progress import history.jsonl"),
)
def import_history(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-", show_default=False, help="A file that was exported; - to read it in."
        ),
    ],
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Add the history in a file to yours. What is there already stays, and nothing is counted twice.

    All of the file is added, or nothing: a problem in it reads path:line:column: what is wrong.
    """
    from peerguide.corpus.places import data_folder
    from peerguide.progress.moving import check_lines, import_lines
    from peerguide.progress.store import Store

    desk = Desk.of(context, json=json, plain=plain, corpus=None)
    name, data = _read(file)
    check_lines(data, name)  # before a store is made for it
    with Store.open(data_folder()) as store:
        added, already = import_lines(store, data, name)
    sentence = "The history was added to yours." if added else "All of this history was there already."
    desk.show(Report(sentence, {"added": added, "already": already}))


def _read(file: str) -> tuple[str, bytes]:
    """What to call a file, and what is in it."""
    if file == STREAM:
        return "standard input", sys.stdin.buffer.read() if sys.stdin else b""
    return file, Path(file).expanduser().read_bytes()


@app.command(
    context_settings=HELP,
    short_help="Put your history aside and begin anew.",
    epilog=examples("progress reset", "progress reset --yes"),
)
def reset(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Put your whole history aside, of every corpus, and begin anew. A backup is kept, and you are told where."""
    from peerguide.cli.lines import confirmed
    from peerguide.corpus.places import data_folder
    from peerguide.progress.moving import reset as put_aside
    from peerguide.progress.store import store_file

    desk = Desk.of(context, json=json, plain=plain, corpus=None)
    file = store_file(data_folder())
    if (
        _is_there(file)
        and not yes
        and not confirmed(desk.output, "puts your whole history aside", "peerguide progress reset --yes")
    ):
        desk.output.say("Nothing was changed.")
        return
    backup = put_aside(file.parent)
    facts: Facts = {"store": str(file)}
    if backup is None:
        desk.show(Report("There is no history to put aside.", facts))
    else:
        sentence = "Your history is put aside; moving the backup to the place of the store brings it back."
        desk.show(Report(sentence, {**facts, "backup": str(backup)}))


def _is_there(file: Path) -> bool:
    """Whether there is a store, or what is left of one."""
    from peerguide.progress.snapshot import log_of

    return file.exists() or log_of(file).exists()


@app.command(
    context_settings=HELP,
    short_help="Answers whose entries are gone.",
    epilog=examples("progress orphans", "progress orphans --json"),
)
def orphans(
    context: typer.Context, json: Json = False, plain: Plain = False, corpus: CorpusName = None
) -> None:
    """List what you answered about entries that are no longer in the corpus, and say how to carry it over."""
    from peerguide.cli.history import orphans_of

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus)
    desk.show(orphans_of(desk))


@app.command(
    context_settings=HELP,
    short_help="Print where your history is.",
    epilog=examples("progress path", "progress path --json"),
)
def path(context: typer.Context, json: Json = False, plain: Plain = False) -> None:
    """Print where your history is kept; the variable PEERGUIDE_DATA chooses another folder."""
    from peerguide.corpus.places import data_folder
    from peerguide.progress.store import store_file

    file = store_file(data_folder())
    facts: Facts = {"folder": str(file.parent), "store": str(file), "there": file.exists()}
    Desk.of(context, json=json, plain=plain, corpus=None).show(Report(None, facts))
