"""`peerguide source`: the documents behind the corpus."""

from typing import Annotated

import typer

from peerguide.cli.desk import Desk
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Pager, Plain, examples, ref_argument
from peerguide.corpus.names.refs import find

app = typer.Typer(**SETTINGS)

Words = Annotated[list[str] | None, ref_argument("source", help="A document: its id, or words of its title.")]


@app.command(
    context_settings=HELP,
    short_help="The documents behind it all.",
    epilog=examples("source", "source guidelines", 'source "peer support toolkit"'),
)
def source(
    context: typer.Context,
    ref: Words = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
) -> None:
    """List the documents behind it all, or show one: what it is, how to get it, its terms of use."""
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager)
    if ref:
        of, words = desk.asked(ref)
        desk.show(of.source(desk.take(find(of, "source", words))))
    else:
        every = desk.corpus.sources()
        desk.show_list(every, every.sources, "sources")
