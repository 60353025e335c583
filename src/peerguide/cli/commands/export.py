"""`peerguide export`: the corpus and its questions in the form that someone needs."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerguide.cli.asking import chosen_kinds, chosen_values, nothing_to_ask
from peerguide.cli.desk import Desk
from peerguide.cli.exporting import to_files, to_stdout
from peerguide.cli.options import (
    HELP,
    SETTINGS,
    CorpusName,
    OnlyKinds,
    OnlyValues,
    ReflectionNumber,
    ReflectionPart,
    Wording,
    examples,
)
from peerguide.cli.papers import with_reflection
from peerguide.corpus.model.common import PLAIN
from peerguide.errors import UsageError
from peerguide.export.credits import notice
from peerguide.export.formats import NAMES, format_named
from peerguide.export.parts import check_there
from peerguide.export.selection import EARLIEST, LATEST, SEED, Selection

if TYPE_CHECKING:
    from collections.abc import Callable

    from peerguide.export.format import Format

    Progress = Callable[[float], None] | None

app = typer.Typer(**SETTINGS)

QUESTIONS = ("questions", "quiz", "key", "cards")
"""What is made of questions, whatever the format."""

What = Annotated[
    str | None,
    typer.Option(
        "--what", metavar="WHAT", show_default=False, help="What to export; each format names what it can."
    ),
]
Out = Annotated[
    str | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE|DIR",
        show_default=False,
        help="Write it to a file, or to a folder of files (DIR/).",
    ),
]
Count = Annotated[
    int | None, typer.Option("--count", metavar="N", min=1, show_default=False, help="How many questions.")
]
Seed = Annotated[
    int, typer.Option("--seed", metavar="N", help="Which paper; the same seed gives the same one.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
Parents = Annotated[bool, typer.Option("--parents", help="Make the folders that are missing.")]
Excel = Annotated[bool, typer.Option("--excel", help="CSV with a byte order mark, as Excel wants it.")]
QtiVersion = Annotated[
    str | None,
    typer.Option(
        "--qti-version",
        metavar="1.2|2.1",
        show_default=False,
        help="1.2 for Canvas Classic, 2.1 for others; 1.2 unless told.",
    ),
]
OwnWords = Annotated[
    list[str] | None,
    typer.Option(
        "--words",
        metavar="FILE",
        show_default=False,
        help="For vale: a file with words of your own; may be given again.",
    ),
]


@app.command(
    context_settings=HELP,
    short_help="Take it elsewhere: Markdown, HTML, Anki, Moodle and more.",
    epilog=examples(
        "export markdown",
        "export markdown --what quiz --count 20 --seed 7",
        "export markdown --what key --count 20 --seed 7",
        "export markdown -o handbook/",
        "export html -o guidelines.html",
        "export csv --value 7 --excel -o value-7.csv",
        "export gift --kind practice",
        "export markdown --what scenarios --value 9",
        "export json --what schema",
        "export markdown --what reflection --as supporter",
        "export html --corpus declaration -o declaration.html",
        "export vale -o plain-words/",
    ),
)
def export(
    context: typer.Context,
    form: Annotated[
        str, typer.Argument(metavar="FORMAT", show_default=False, help=f"One of: {', '.join(NAMES)}.")
    ],
    what: What = None,
    out: Out = None,
    value: OnlyValues = None,
    kind: OnlyKinds = None,
    count: Count = None,
    seed: Seed = SEED,
    force: Force = False,
    parents: Parents = False,
    excel: Excel = False,
    qti_version: QtiVersion = None,
    part: ReflectionPart = None,
    number: ReflectionNumber = None,
    words: OwnWords = None,
    corpus: CorpusName = None,
    wording: Wording = None,
) -> None:
    """Write the corpus, a part of it, or questions made of it, as another program or a printer wants them.

    To standard output unless a file is named. The same command gives the same bytes every time.

    \b
    markdown: handbook, glossary, value, cheatsheet, quiz, key, checklist, cards,
      scenarios (handouts), scenarios-key, reflection (a blank form),
      reflection-filled, agenda (for supervision), readings (with lines to write
      on), crosswalk
    html: handbook, readings, crosswalk
    json: corpus, values, practices, roles, terms, sources, scenarios, readings,
      crosswalk, questions, schema
    csv: entries, statements, terms, scenarios, readings, crosswalk
    anki, gift and qti: questions
    quizlet: terms, values, statements, scenarios
    vale: style (of the words that peerguide language finds)
    """  # noqa: D301 - Click knows by it what is not to be wrapped
    desk = Desk.of(context, json=False, plain=False, corpus=corpus, wording=wording)
    chosen = _format(form)
    _check_one_guide(desk)
    content_name = _what(chosen, what)
    _check_options(chosen, qti_version, words, excel=excel)
    asks = content_name in QUESTIONS
    if not asks and (kind or count is not None):
        raise UsageError(
            f"{chosen.name} {content_name} has no questions for --kind and --count to choose.",
            "Leave them out.",
        )
    selection = Selection(
        desk.corpus,
        tuple(chosen_values(desk, value or [])),
        tuple(chosen_kinds(kind or [])),
        count,
        seed,
        _epoch(desk, chosen),
        excel,
        qti_version or "1.2",
        words=tuple(Path(file).expanduser() for file in words or []),
    )
    if asks and next(replace(selection, count=None).bank(), None) is None:  # one question is enough to know
        raise nothing_to_ask(selection.kinds)
    check_there(selection, content_name)
    selection = with_reflection(desk, selection, content_name, part, number)
    for sentence in notice(desk.corpus):
        desk.output.say(sentence)
    if out in (None, "-"):
        to_stdout(desk, chosen, content_name, selection)
    else:
        to_files(desk, chosen, content_name, selection, str(out), force=force, parents=parents)


def _format(name: str) -> Format:
    if name.casefold() in NAMES:
        return format_named(name.casefold())
    from difflib import get_close_matches

    close = get_close_matches(name.casefold(), NAMES, n=1)
    hint = f"Did you mean {close[0]}? " if close else ""
    raise UsageError(f'There is no format "{name}".', f"{hint}The formats are: {', '.join(NAMES)}.")


def _what(chosen: Format, name: str | None) -> str:
    if name is None:
        return chosen.usual
    if name.casefold() not in chosen.whats:
        raise UsageError(f'{chosen.name} cannot hold "{name}".', f"It can hold: {', '.join(chosen.whats)}.")
    return name.casefold()


def _check_one_guide(desk: Desk) -> None:
    """Raise UsageError where several guides are asked for."""
    from peerguide.corpus.together import Together

    if isinstance(desk.corpus, Together):
        raise UsageError(
            "Export one guide at a time.",
            f"Name it with --corpus: {', '.join(desk.corpus.parts)}",
        )


def _check_options(chosen: Format, qti_version: str | None, words: list[str] | None, *, excel: bool) -> None:
    """Raise UsageError for an option that this format does not have."""
    options = (("--excel", excel, "csv"), ("--qti-version", qti_version, "qti"), ("--words", words, "vale"))
    for option, given, name in options:
        if given and chosen.name != name:
            raise UsageError(f"{option} is for {name}, not for {chosen.name}.", "Leave it out.")
    if qti_version not in (None, "1.2", "2.1"):
        raise UsageError(f'There is no QTI version "{qti_version}" here.', "Choose 1.2 or 2.1.")


def _epoch(desk: Desk, chosen: Format) -> int:
    """The time of what is in a container: SOURCE_DATE_EPOCH where it is set, and else always the same.

    Anki takes an edited note only when its time is later than the one it has, so a deck has that of the last edit of the corpus,
    or of the official wording that it is in.
    """
    wanted = os.environ.get("SOURCE_DATE_EPOCH", "")
    if wanted.isascii() and wanted.isdigit():
        return min(max(int(wanted[:12]), EARLIEST), LATEST)
    if chosen.name != "anki":
        return EARLIEST
    from peerguide.corpus.places import data_folder
    from peerguide.corpus.reading.files import FILES
    from peerguide.wording.store import wording_file

    files = [desk.folder / name for name in FILES]
    if desk.corpus.wording != PLAIN:
        files.append(wording_file(data_folder(), desk.corpus.guide))
    return max([EARLIEST, *(int(file.stat().st_mtime) for file in files if file.is_file())])
