"""The arguments and options that commands share, each said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from peerguide.cli.completion import complete_refs
from peerguide.corpus.wordings import CHOICES
from peerguide.quiz.kinds import NAMES

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Kind

SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
"""How every Typer application here is made: plain help that reads the same everywhere, and errors left to
the one boundary."""

HELP = {"help_option_names": ["-h", "--help"]}

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Plain = Annotated[bool, typer.Option("--plain", help="Print linear text: nothing drawn, one item a line.")]
Pager = Annotated[bool, typer.Option("--pager", help="Show a long result in your pager.")]
CorpusName = Annotated[
    str | None,
    typer.Option(
        "--corpus",
        metavar="DIR|NAME",
        show_default=False,
        help="Use another corpus (or set PEERGUIDE_CORPUS).",
    ),
]


def _wordings(incomplete: str) -> list[str]:
    """The wordings that begin so."""
    return [choice for choice in CHOICES if choice.startswith(incomplete.casefold())]


Wording = Annotated[
    str | None,
    typer.Option(
        "--wording",
        metavar="W",
        show_default=False,
        autocompletion=_wordings,
        help="official, plain or both (or set PEERGUIDE_WORDING); official once you imported yours.",
    ),
]


OnlyValues = Annotated[
    list[str] | None,
    typer.Option(
        "--value", metavar="REF", show_default=False, help="Only about this value; may be given again."
    ),
]
OnlyKinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="K",
        show_default=False,
        help=f"Only of this kind: {', '.join(NAMES)}; may be given again.",
    ),
]
Typed = Annotated[bool, typer.Option("--typed", help="Type the answers instead of choosing them.")]
ReflectionPart = Annotated[
    str | None,
    typer.Option("--as", metavar="PART", show_default=False, help="Whose part: supervisor, or supporter."),
]
ReflectionNumber = Annotated[
    int | None,
    typer.Option(
        "--of",
        metavar="N",
        min=1,
        show_default=False,
        help="Which reflection, by its number; the last one unless told.",
    ),
]


def ref_argument(*kinds: Kind, help: str) -> Any:  # noqa: A002, ANN401 - Typer's own words
    """The argument for a ref, written in one or more words; Tab completes the refs of these kinds."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        return complete_refs(ctx, incomplete, kinds)

    return typer.Argument(metavar="[REF]", show_default=False, help=help, autocompletion=complete)


def examples(*commands: str) -> str:
    """The end of a help text: commands that can be pasted as they stand."""
    return "\b\nExamples:\n" + "\n".join(f"  peerguide {command}" for command in commands)
