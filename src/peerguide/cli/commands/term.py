"""`peerguide term`: the glossary."""

from typing import Annotated

import typer

from peerguide.cli.desk import Desk
from peerguide.cli.elsewhere import pointing_elsewhere
from peerguide.cli.options import (
    HELP,
    SETTINGS,
    CorpusName,
    Json,
    Pager,
    Plain,
    Wording,
    examples,
    ref_argument,
)
from peerguide.corpus.names.refs import find

app = typer.Typer(**SETTINGS)

Words = Annotated[
    list[str] | None, ref_argument("term", help="A term, by any of its names: pss, peer drift.")
]


@app.command(
    context_settings=HELP,
    short_help="The glossary.",
    epilog=examples("term", "term pss", 'term "peer drift"', "term cultural-humility"),
)
def term(
    context: typer.Context,
    name: Words = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """List the glossary, or show one term, by any of its names."""
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager, wording=wording)
    if name:
        of, words = desk.asked(name)
        with pointing_elsewhere(desk, words):
            found = desk.take(find(of, "term", words))
        desk.show(of.term(found))
    else:
        every = desk.corpus.terms()
        desk.show_list(every, every.terms, "terms")
