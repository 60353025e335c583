"""`peerguide crosswalk`: how this guide and others meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.desk import Desk, typed
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Pager, Plain, examples, ref_argument
from peerguide.corpus.crosswalk import crosswalk as crosswalk_of
from peerguide.corpus.crosswalk import owner_of
from peerguide.corpus.guides import Guides
from peerguide.corpus.model.common import CLOSENESS
from peerguide.corpus.names.told import find_in_guides
from peerguide.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Closeness
    from peerguide.corpus.model.crosswalk import End

app = typer.Typer(**SETTINGS)


def _closeness(incomplete: str) -> list[str]:
    """The sorts of closeness that begin so."""
    return [one for one in CLOSENESS if one.startswith(incomplete.casefold())]


Words = Annotated[
    list[str] | None,
    ref_argument(
        "value",
        "practice",
        "role",
        "item",
        "term",
        "section",
        help="An entry of any guide: 7, 7.p2, mutuality, declaration:a4, co-optation.",
    ),
]
How = Annotated[
    list[str] | None,
    typer.Option(
        "--closeness",
        metavar="HOW",
        show_default=False,
        autocompletion=_closeness,
        help=f"Only these: {', '.join(CLOSENESS)}; may be given again, and one word of it will do.",
    ),
]


@app.command(
    context_settings=HELP,
    short_help="How this guide and others meet.",
    epilog=examples(
        "crosswalk",
        "crosswalk 7",
        "crosswalk mutuality",
        "crosswalk declaration:a12 --closeness tension",
        "crosswalk --json",
    ),
)
def crosswalk(
    context: typer.Context,
    ref: Words = None,
    closeness: How = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
) -> None:
    """Show which entries of one guide stand close to which of another, how close, and why; tensions too.

    With a REF, only what is about that entry and what stands under it: a value's practices and roles, what a practice lists.
    """
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager)
    chosen = [_chosen(word) for word in closeness or []]
    guides = Guides(desk.corpus)
    about = desk.take(find_in_guides(guides, typed(ref))) if ref else None
    found = crosswalk_of(desk.corpus, about, chosen or CLOSENESS, guides)
    if found.rows:
        desk.show(found)
        return
    if desk.output.form == "json":
        desk.output.write("[]\n")
    raise _nothing(found.about, owner_of(guides, about) if about else None, filtered=bool(chosen))


def _chosen(word: str) -> Closeness:
    """The closeness that these words mean, each of which begins one of its own."""
    asked = [one.removesuffix("s") for one in word.casefold().replace("-", " ").split()]
    fitting = [
        one
        for one in CLOSENESS
        if asked and all(any(own.startswith(word) for own in one.split()) for word in asked)
    ]
    if len(fitting) == 1:
        return fitting[0]
    raise UsageError(f'There is no closeness "{word}".', f"Choose one of: {', '.join(CLOSENESS)}.")


def _nothing(about: End | None, owner: str | None, *, filtered: bool) -> NotFoundError:
    """The error that there is no such row, with where to look instead."""
    if about and filtered:
        return NotFoundError(
            f"No row about {about.ref} is like that.",
            f"To see every row about it: peerguide crosswalk {about.ref}",
        )
    if about:
        return NotFoundError(
            f"The crosswalk has no row about {about.ref}.",
            f"To see what it has about {owner}, under which that stands: peerguide crosswalk {owner}"
            if owner
            else "To see all that it has: peerguide crosswalk",
        )
    if filtered:
        return NotFoundError("No row of the crosswalk is like that.", "To see them all: peerguide crosswalk")
    return NotFoundError("This corpus has no crosswalk.", "To see its values: peerguide value")
