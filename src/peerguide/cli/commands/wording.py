"""`peerguide wording`: the official wording, read out of the copy that a person has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.completion import complete_refs
from peerguide.cli.desk import Desk, settings_before, typed
from peerguide.cli.options import HELP, SETTINGS, CorpusName, Json, Plain, examples
from peerguide.corpus.places import data_folder

if TYPE_CHECKING:
    from peerguide.wording.outline import Outline
    from peerguide.wording.store import Kept

app = typer.Typer(
    name="wording",
    help="Bring in the official wording from your own copy of the document, see what it covers, or take it out again. "
    "It stays in your data folder.",
    short_help="The official wording, from your own copy.",
    context_settings=HELP,
    epilog=examples("wording import guidelines.pdf", "wording status", "wording show 7", "wording remove"),
    invoke_without_command=True,
    **SETTINGS,
)

STREAM = "-"
"""What people type for standard input."""


def _complete(ctx: typer.Context, incomplete: str) -> list[str]:
    return complete_refs(ctx, incomplete, ("value", "practice", "role", "term"))


@app.callback()
def wording_commands(
    context: typer.Context, json: Json = False, plain: Plain = False, corpus: CorpusName = None
) -> None:
    """Show the help where no command follows."""
    before = settings_before(context)
    context.obj = before._replace(
        json=json or before.json,
        plain=plain or before.plain,
        corpus=before.corpus if corpus is None else corpus,
    )
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(
    "import",
    context_settings=HELP,
    short_help="Read the official wording out of your copy.",
    epilog=examples(
        "wording import guidelines.pdf", "wording import guidelines.txt --dry-run", "wording import -"
    ),
)
def import_copy(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-", show_default=False, help="Your copy: a PDF, or text; - to read text in."
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what can be read; save nothing.")
    ] = False,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
) -> None:
    """Read the official wording out of your own copy of the document, and show it from now on.

    What was found is told value by value: practices, supervisor roles, what is missing, what could not be placed, what was
    put right. A wording that was there before is kept as a backup.
    """
    from peerguide.wording.documents import document_outline
    from peerguide.wording.store import check_fuller, keep

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus)
    outline = document_outline(desk.one_corpus)
    kept = _read(file, outline, desk)
    if not dry_run:
        check_fuller(data_folder(), kept)
    backup = None if dry_run else keep(data_folder(), kept)
    _tell(desk, outline, kept, dry_run=dry_run, backup=backup)


def _read(file: str, outline: Outline, desk: Desk) -> Kept:
    """What there is in a copy. Raises as opening and reading one do."""
    from peerguide.wording.documents import read_copies
    from peerguide.wording.opening import open_copies
    from peerguide.wording.store import Kept, digest_of

    name = "standard input" if file == STREAM else typed([file])
    copies = open_copies(None if file == STREAM else Path(file).expanduser(), name)
    text, reading = read_copies(copies, outline)
    return Kept(outline.guide, name, digest_of(text), desk.now().isoformat(timespec="seconds"), reading)


def _tell(desk: Desk, outline: Outline, kept: Kept, *, dry_run: bool, backup: Path | None) -> None:
    from peerguide.render.wordings import gaps
    from peerguide.wording.coverage import coverage_of
    from peerguide.wording.results import WordingReport

    coverage = coverage_of(kept.reading, outline)
    place = str(backup) if backup else None
    desk.show(WordingReport(desk.one_corpus.citation(), kept, coverage, dry_run, place, desk.program))
    told = gaps(coverage)
    if told:
        desk.output.say(
            told if dry_run else f"{told} Where a text is missing, whole or in part, plain words are shown."
        )


@app.command(
    context_settings=HELP,
    short_help="What is covered, from which file, since when.",
    epilog=examples("wording status", "wording status --json"),
)
def status(
    context: typer.Context, json: Json = False, plain: Plain = False, corpus: CorpusName = None
) -> None:
    """Show what the official wording covers, from which file it was read, and since when it is here."""
    from peerguide.wording.coverage import coverage_of
    from peerguide.wording.documents import document_outline
    from peerguide.wording.model import Reading
    from peerguide.wording.results import WordingStatus
    from peerguide.wording.store import kept, wording_file

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus)
    guide = desk.one_corpus.guide
    found = kept(data_folder(), guide)
    coverage = coverage_of(found.reading if found else Reading({}, {}, ()), document_outline(desk.one_corpus))
    file = str(wording_file(data_folder(), guide))
    desk.show(WordingStatus(desk.one_corpus.citation(), guide, found, coverage, file, desk.program))


@app.command(
    context_settings=HELP,
    short_help="One entry in both wordings.",
    epilog=examples("wording show 7", "wording show 7.p2", 'wording show "peer drift"'),
)
def show(
    context: typer.Context,
    ref: Annotated[
        list[str],
        typer.Argument(
            metavar="REF",
            show_default=False,
            help="A value, practice, supervisor role or term: 7, honest, 7.p2, 7.s1, pss.",
            autocompletion=_complete,
        ),
    ],
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
) -> None:
    """Show an entry in both wordings, the official one beside the plain one; a value with all that stands under it."""
    from peerguide.corpus.names.anything import find_anything
    from peerguide.wording.documents import document_outline
    from peerguide.wording.pairs import wordings_of
    from peerguide.wording.store import kept
    from peerguide.wording.troubles import nothing_imported

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus)
    found = kept(data_folder(), desk.one_corpus.guide)
    if found is None:
        raise nothing_imported()
    meant = desk.take(find_anything(desk.one_corpus, typed(ref)))
    desk.show(wordings_of(meant, document_outline(desk.one_corpus), found))


@app.command(
    context_settings=HELP,
    short_help="Take the official wording out again.",
    epilog=examples("wording remove", "wording remove --yes"),
)
def remove(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    json: Json = False,
    plain: Plain = False,
    corpus: CorpusName = None,
) -> None:
    """Take the official wording out again, so that plain words are shown. A backup is kept, and you are told where."""
    from peerguide.cli.lines import confirmed
    from peerguide.corpus.model.reports import Report
    from peerguide.wording.store import is_kept, wording_file
    from peerguide.wording.store import remove as put_aside
    from peerguide.wording.troubles import nothing_imported

    desk = Desk.of(context, json=json, plain=plain, corpus=corpus)
    folder, guide = data_folder(), desk.one_corpus.guide
    if not is_kept(folder, guide):
        raise nothing_imported()
    again = f"{desk.program} wording remove --yes"
    if not yes and not confirmed(desk.output, "puts the official wording aside", again):
        desk.output.say("Nothing was changed.")
        return
    backup = put_aside(folder, guide)
    if backup is None:  # somebody else was quicker
        raise nothing_imported()
    sentence = (
        "The official wording is put aside; moving the backup to the place of the wording brings it back."
    )
    place = str(wording_file(folder, guide))
    desk.show(Report(sentence, {"wording": place, "backup": str(backup)}))
