"""`peerguide reading`: other documents of the field, and the guide's own background."""

from typing import Annotated

import typer

from peerguide.cli.desk import Desk
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Pager, Plain, examples, ref_argument
from peerguide.corpus.guides import Guides
from peerguide.corpus.names.known import kind_of
from peerguide.corpus.names.told import find_reading, reading_elsewhere
from peerguide.corpus.readings import part, readings
from peerguide.corpus.readings import reading as reading_of
from peerguide.errors import NotFoundError

app = typer.Typer(**SETTINGS)

Words = Annotated[
    list[str] | None,
    ref_argument(
        "reading", "section", help="A reading, or one section of it: its id, or words of its title."
    ),
]


@app.command(
    context_settings=HELP,
    short_help="Other documents, and where the guide comes from.",
    epilog=examples(
        "reading",
        "reading stand-against-racism",
        "reading listening",
        "reading guidelines-background.workgroup --json",
        "reading f1 --corpus declaration",
    ),
)
def reading(
    context: typer.Context,
    ref: Words = None,
    json: Json = False,
    plain: Plain = False,
    pager: Pager = False,
    corpus: CorpusName = None,
) -> None:
    """List what other documents say and where the guide comes from, or show one: all of it, or one section.

    Each is told in plain words, with the values and terms that it bears on and questions to talk over.
    """
    desk = Desk.of(context, json=json, plain=plain, corpus=corpus, pager=pager)
    if not ref:
        every = readings(desk.corpus)
        desk.show_list(every, every.readings, "readings")
        return
    of, words = desk.asked(ref)
    try:
        found = desk.take(find_reading(of, words))
    except NotFoundError as error:
        there = reading_elsewhere(Guides(desk.corpus), words)
        error.hint = f"Another guide has that: peerguide reading {there}" if there else error.hint
        raise
    desk.show(reading_of(of, found) if kind_of(of, found) == "reading" else part(of, found))
