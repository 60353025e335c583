"""`peerguide search`: passages by the words that people remember."""

import re
from shlex import quote
from typing import Annotated, get_args

import typer

from peerguide.cli.desk import Desk, typed
from peerguide.cli.options import SETTINGS, CorpusName, Json, Pager, Plain, Wording, examples
from peerguide.corpus.model.common import Kind
from peerguide.corpus.names.known import short
from peerguide.errors import NotFoundError, UsageError
from peerguide.search.engine import search as find_passages
from peerguide.search.parts import Scope
from peerguide.search.results import Results

app = typer.Typer(**SETTINGS)

KINDS: tuple[Kind, ...] = get_args(Kind)

# A word may begin with a hyphen, to be left out; so no option here has a short form, -h included.
OPEN = {"help_option_names": ["--help"], "ignore_unknown_options": True}


@app.command(
    context_settings=OPEN,
    short_help="Passages by the words you remember.",
    epilog=examples(
        "search trust privacy",
        'search "can a peer refuse to work with someone"',
        "search confidentialty",
        "search '\"share hope\"'",
        "search choice -coercion",
        "search advoc* --in role",
        "search feedback --value 7 --json",
        'search "who started iNAPS"',
        "search documentation --in crosswalk",
        "search mutuality --corpus all",
    ),
)
def search(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", show_default=False, help="What you remember.")
    ],
    kinds: Annotated[
        list[str] | None,
        typer.Option("--in", metavar="KINDS", show_default=False, help=f"Only in these: {','.join(KINDS)}."),
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="REF", show_default=False, help="Only in this value.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most hits to show.")] = 10,
    everything: Annotated[bool, typer.Option("--all", help="Show every hit.")] = False,
    count: Annotated[bool, typer.Option("--count", help="Only say how many hits there are.")] = False,
    exact: Annotated[
        bool, typer.Option("--exact", help="Take words as they are spelt, without synonyms.")
    ] = False,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """Find passages by the words you remember, the best first.

    Every word is looked for, in any form; slips are corrected, and everyday words find the guidelines' own. Words in double
    quotes stand together, a word with a * at its end may go on, and one with a - before it must not stand there. Readings, the
    crosswalk and scenarios are searched too, after the guide itself.
    """
    if words[-1] == "-h":  # here a word after a hyphen is left out, but nobody means that by it
        typer.echo(context.get_help())
        return
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager, wording=wording)
    scope = Scope(_kinds(kinds), _value(desk, value))
    _refuse_options(words)
    found = _found(desk, typed(words), scope, 1 if count else None if everything else limit, exact)
    for notice in found.notices:
        desk.output.say(notice)
    if count:
        desk.output.write(f"{found.total}\n")
    elif found.hits or desk.output.form == "json":
        desk.show(found)
    if not found.total:
        raise NotFoundError(
            f"Nothing was found for {_shown(typed(words))}.", _next_step(desk, typed(words), scope)
        )


def _refuse_options(words: list[str]) -> None:
    """Raise UsageError for a word that can only be an option, misspelt; Typer lets all pass here."""
    stray = next((word for word in words if re.match(r"--\S+$", word)), None)
    if stray:
        raise UsageError(f"No such option: {stray}.", "Try: peerguide search --help")


def _found(desk: Desk, words: str, scope: Scope, limit: int | None, exact: bool) -> Results:
    try:
        return find_passages(desk.corpus, words, scope, limit=limit, exact=exact)
    except NotFoundError:
        if desk.output.form == "json":
            desk.output.write("[]\n")
        raise


def _value(desk: Desk, words: str | None) -> str | None:
    if not words:
        return None
    from peerguide.corpus.names.refs import find

    return desk.take(find(desk.corpus, "value", words))


def _kinds(names: list[str] | None) -> list[Kind] | None:
    """The kinds that lists such as `value,practices` name."""
    if not names:
        return None
    asked = [name.strip() for listed in names for name in listed.split(",")]
    unknown = next((name for name in asked if name.lower().removesuffix("s") not in KINDS), None)
    if unknown is not None:
        raise UsageError(
            f'There is no kind "{unknown}" to search in.', f"Name one or more of: {','.join(KINDS)}"
        )
    return [kind for kind in KINDS if kind in {name.lower().removesuffix("s") for name in asked}]


def _next_step(desk: Desk, words: str, scope: Scope) -> str:
    from peerguide.corpus.names.suggestions import close_names

    if scope.kinds is not None or scope.value is not None:
        elsewhere = find_passages(desk.corpus, words, limit=1).total
        if elsewhere:
            return f"Elsewhere there {'is 1' if elsewhere == 1 else f'are {elsewhere}'}: peerguide search {quote(words)}"
    near = close_names(desk.corpus, words)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return "Try other words; to see the values: peerguide value"


def _shown(words: str) -> str:
    """What was typed, in quotes unless it has some."""
    line = short(words)
    return line if '"' in line else f'"{line}"'
