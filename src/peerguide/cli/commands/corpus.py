"""`peerguide corpus`: other people's corpora, checked, begun and found."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.desk import Desk, Settings, settings_before
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Plain, examples
from peerguide.corpus.model.reports import Report
from peerguide.errors import UsageError

if TYPE_CHECKING:
    from peerguide.corpus.model.reports import Facts

app = typer.Typer(
    name="corpus",
    help="Check, begin and find corpora: the folders of YAML files that a guide is kept in.",
    short_help="Check, begin and find corpora of your own.",
    context_settings=HELP,
    epilog=examples("corpus new mine", "corpus check mine", "--corpus mine value", "corpus path"),
    invoke_without_command=True,
    **SETTINGS,
)

Folder = Annotated[
    str | None, typer.Argument(metavar="[DIR]", show_default=False, help="The folder of a corpus.")
]
NewFolder = Annotated[str, typer.Argument(metavar="DIR", show_default=False, help="The folder to write to.")]


@app.callback()
def corpus_commands(
    context: typer.Context, json: Json = False, plain: Plain = False, corpus: CorpusName = None
) -> None:
    """Show the help where no command follows."""
    before = settings_before(context)
    wanted = before.corpus if corpus is None else corpus
    context.obj = Settings(json or before.json, plain or before.plain, before.pager, wanted, before.wording)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(
    context_settings=HELP, short_help="Check a corpus.", epilog=examples("corpus check", "corpus check mine")
)
def check(
    context: typer.Context,
    folder: Folder = None,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
) -> None:
    """Check a corpus, and its words for `peerguide language`, and tell everything that is wrong with it, at once.

    Each problem reads path:line:column: what is wrong. The exit code is 4 when there is one.
    """
    from peerguide.cli.checking import own_words, with_its_words
    from peerguide.corpus.compiling.database import compile_corpus
    from peerguide.corpus.guides import refs_in
    from peerguide.corpus.library import Corpus
    from peerguide.corpus.overview import overview
    from peerguide.corpus.places import no_folder, shipped_corpora
    from peerguide.corpus.reading.check import read_corpus
    from peerguide.corpus.reading.files import read_files

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus if folder is None else folder)
    if folder is not None and folder not in shipped_corpora() and not Path(folder).expanduser().is_dir():
        raise no_folder(folder)
    with with_its_words(desk.folder):
        raw = read_corpus(read_files(desk.folder), desk.folder, elsewhere=refs_in)
    holds = overview(Corpus(desk.folder, compile_corpus(raw, "")))
    desk.show(
        Report(
            f"{desk.folder} is a valid corpus.",
            {
                "folder": str(desk.folder),
                "valid": True,
                "values": holds.values,
                "practices": holds.practices,
                "roles": holds.roles,
                "terms": holds.terms,
                "sources": holds.sources,
                "scenarios": holds.scenarios,
                "readings": holds.readings,
                "crosswalk": holds.crosswalk,
                "language": len(own_words(desk.folder)),
            },
        )
    )


@app.command(
    context_settings=HELP,
    short_help="Write a small corpus to begin from.",
    epilog=examples("corpus new mine", "corpus check mine"),
)
def new(context: typer.Context, folder: NewFolder, json: Json = False, plain: Plain = False) -> None:
    """Write a small corpus with comments, to begin from."""
    from peerguide.corpus.places import shipped_corpora
    from peerguide.corpus.starter import begin_corpus

    if not folder:
        raise UsageError("That is no folder.", "Name one: peerguide corpus new mine")
    files = begin_corpus(Path(folder).expanduser())
    # A name that means something else by itself is written as a path.
    named = f"./{folder}" if folder in shipped_corpora() or folder.startswith("-") else folder
    facts: Facts = {
        "folder": named,
        "files": files,
        "check": f"peerguide corpus check {quote(named)}",
        "use": f"peerguide --corpus {quote(named)} value",
    }
    Desk.of(context, json=json, plain=plain, corpus=None).show(
        Report(f'A corpus begins in the folder "{folder}".', facts)
    )


@app.command(
    context_settings=HELP,
    short_help="Print the JSON Schema of the files.",
    epilog=examples("corpus schema", "corpus schema > corpus.schema.json"),
)
def schema(context: typer.Context, json: Json = False, plain: Plain = False) -> None:  # noqa: ARG001 - it is JSON anyway
    """Print the JSON Schema of a corpus's files, by which editors complete and check while you type."""
    from json import dumps

    from peerguide.corpus.reading.schema import json_schema

    Desk.of(context, json=True, plain=False, corpus=None).output.write(dumps(json_schema(), indent=2) + "\n")


@app.command(
    context_settings=HELP,
    short_help="Print where things are.",
    epilog=examples("corpus path", "corpus path --json", "corpus path --corpus mine"),
)
def path(context: typer.Context, json: Json = False, plain: Plain = False, corpus: CorpusName = None) -> None:
    """Print where things are: the corpus in use, the shipped ones, the compiled corpus."""
    from peerguide.corpus.cache import cache_file
    from peerguide.corpus.places import shipped_corpora

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus)
    compiled = cache_file(desk.folder)
    facts: Facts = {
        "corpus": str(desk.folder.absolute()),
        "shipped": {name: str(folder) for name, folder in shipped_corpora().items()},
        "compiled": str(compiled) if compiled else "nowhere: there is no cache folder",
    }
    desk.show(Report(None, facts))
