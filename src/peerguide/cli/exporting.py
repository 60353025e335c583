"""Where an export goes: to standard output, to a file, or to a folder of files."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from peerguide.cli.papers import REFLECTED
from peerguide.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peerguide.cli.desk import Desk
    from peerguide.export.format import Content, Format
    from peerguide.export.selection import Selection


def to_stdout(desk: Desk, chosen: Format, what: str, selection: Selection) -> None:
    """Write to standard output: bytes as they are, so that they do not depend on the locale; a terminal gets safe text."""
    from peerguide.cli.saving import in_bytes
    from peerguide.render.progress import bar_on

    if desk.output.stdout is None or not desk.output.stdout.isatty():
        with bar_on(sys.stderr, "Exporting") as bar:
            for data in in_bytes(chosen.whats[what](replace(selection, progress=bar))):
                desk.output.write_bytes(data)
        desk.output.write("")
        return
    content = chosen.whats[what](selection)
    if isinstance(content, bytes):
        raise UsageError(
            f"{chosen.name} is no text to show on a terminal.",
            f"Name a file: peerguide export {chosen.name} -o {what}{chosen.suffix}",
        )
    for piece in content:
        desk.output.write(_shown(piece))


def _shown(piece: str) -> str:
    from peerguide.render.text import safe

    return "\n".join(map(safe, piece.replace("\r\n", "\n").split("\n")))


def to_files(
    desk: Desk, chosen: Format, what: str, selection: Selection, out: str, *, force: bool, parents: bool
) -> None:
    """Write a file, or a folder where one is named and the format can be one."""
    from peerguide.cli.saving import check_free, save_folder, save_text
    from peerguide.render.progress import bar_on

    place = Path(out).expanduser()
    folder = out.endswith(os.sep) or (
        what in chosen.folders and (place.is_dir() or _is_unpacked(chosen, place))
    )
    with bar_on(sys.stderr, "Exporting") as bar:
        chosen_part = replace(selection, progress=bar)
        if folder:
            names = save_folder(place, _files(chosen, what, chosen_part), force=force, parents=parents)
            told = f"{len(names)} files are in {place}."
        else:
            check_free(place, force=force, parents=parents)
            private = what in REFLECTED
            save_text(place, chosen.whats[what](chosen_part), private=private, force=force, parents=parents)
            told = f"{place} is written."
    desk.output.say(told)


def _is_unpacked(chosen: Format, place: Path) -> bool:
    """Whether this name for a container that can be a folder too, without the container's ending, means the folder."""
    return chosen.binary and place.suffix != chosen.suffix


def _files(chosen: Format, what: str, selection: Selection) -> Iterable[tuple[str, Content]]:
    if what not in chosen.folders:
        raise UsageError(
            f"{chosen.name} {what} is one file, not a folder.", "Name a file, without a slash at its end."
        )
    return chosen.folders[what](selection)
