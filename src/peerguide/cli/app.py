"""The root of the command line: it knows the commands by name and loads one when it is used."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from peerguide import __version__
from peerguide.cli.boundary import boundary
from peerguide.cli.desk import Desk, Settings
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Pager, Plain, Wording, examples
from peerguide.errors import DONE
from peerguide.render.output import terminal_width

COMMANDS = (
    "value",
    "practice",
    "role",
    "term",
    "scenario",
    "search",
    "quiz",
    "review",
    "stats",
    "reflect",
    "export",
    "wording",
    "source",
    "reading",
    "crosswalk",
    "language",
    "corpus",
    "progress",
)
"""The commands in the order of the help; each is the module of that name in `peerguide.cli.commands`."""

PROGRAM = "peerguide"


class Commands(TyperGroup):
    """The group of all commands, each imported on use, with the boundary around everything they do."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Click's own signature
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """The command of this name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        return typer.main.get_command(import_module(f"peerguide.cli.commands.{cmd_name}").app)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:  # noqa: ANN401
        """The command that the first word names, or a usage error that offers the nearest."""
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        from peerguide.cli.unknown import unknown_command

        raise unknown_command(args, COMMANDS)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Read the words before the command's name."""
        ctx.meta["peerguide.asked"] = {
            "json": "--json" in args,
            "corpus": _given(args, "--corpus"),
            "wording": _given(args, "--wording"),
        }
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        with boundary(**ctx.meta["peerguide.asked"]):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401
        """Carry out the command."""
        with boundary(**ctx.meta["peerguide.asked"]):
            return super().invoke(ctx)


def _given(args: list[str], option: str) -> str | None:
    """What these words give for an option, as far as can be seen before they are understood."""
    for place, word in enumerate(args):
        if word == option:
            return args[place + 1] if place + 1 < len(args) else None
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return None


app = typer.Typer(
    cls=Commands,
    invoke_without_command=True,
    context_settings=HELP,
    epilog=examples(
        "value",
        "value honest",
        "role 9",
        "term pss --json",
        "search trust privacy",
        "quiz --count 3",
        "review",
    ),
    **(SETTINGS | {"add_completion": True}),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback()
def peerguide(
    context: typer.Context,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
    wording: Wording = None,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Look up, search and learn national guidelines for peer support and its supervision (2019), in plain words.

    An unofficial study aid, not endorsed by the guidelines' authors. Options may stand before or after a
    command's name.
    """
    if wording is not None:
        from peerguide.cli.words import checked

        checked(wording)
    context.obj = Settings(json, plain, pager, corpus, wording)
    if context.invoked_subcommand is None:
        from peerguide.corpus.overview import overview

        desk = Desk(context.obj._replace(wording=False))
        desk.show(overview(desk.corpus, corpus))


def run() -> int:
    """Run the command line of this process and give the exit code to leave with."""
    width = min(terminal_width(), 80)
    try:
        result = typer.main.get_command(app)(prog_name=PROGRAM, standalone_mode=False, terminal_width=width)
    except SystemExit as leaving:  # how Typer ends when the shell asks it for completions
        result = leaving.code
    return result if isinstance(result, int) else DONE
