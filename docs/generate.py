"""Writes what is generated: docs/cli.md from the help texts, the README's picture, and the corpus's JSON Schema.

Run by `make docs`; `tests/test_documents.py` checks that what is committed is what this writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from peerguide.cli.app import app
from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.corpus.reading.schema import FILE_NAME, json_schema
from peerguide.render.screen import picture

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parent.parent

INTRODUCTION = """\
# The commands

Written by `make docs` from the program's own help; do not edit it here.
"""


def documents() -> dict[Path, str]:
    """Every generated file with what it should hold."""
    return {
        REPOSITORY / "docs" / "cli.md": cli_reference(),
        REPOSITORY / "docs" / "value.svg": value_picture(),
        REPOSITORY / "data" / FILE_NAME: json.dumps(json_schema(), indent=2) + "\n",
    }


def cli_reference() -> str:
    """The help of every command, one after the other, as Markdown."""
    root = typer.main.get_command(app)
    parts = [f"## {path}\n\n```text\n{text}\n```\n" for path, text in _helps(root, "peerguide", None)]
    return "\n".join([INTRODUCTION, *parts])


def _helps(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - Click's own
    context = command.context_class(
        command, info_name=name, parent=parent, terminal_width=80, help_option_names=["-h", "--help"]
    )
    yield context.command_path, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    for below in getattr(command, "list_commands", lambda _context: [])(context):
        yield from _helps(command.get_command(context, below), below, context)


def value_picture() -> str:
    """The screen of `peerguide value 7`, as wide as the README shows it."""
    return picture(Corpus.open(corpus_folder(None)).value("7"), 98, "peerguide", "peerguide value 7")


def main() -> None:
    """Write the files that differ from what they should hold."""
    for path, text in documents().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main()
