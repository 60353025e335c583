"""Where things are: the corpora that can be asked for by name, a person's own data, and the cache."""

from __future__ import annotations

import os
from pathlib import Path

from peerguide.corpus.reading.files import VALUES
from peerguide.errors import FileAccessError, NotFoundError, UsageError

ALL = "all"
"""How people ask for all shipped guides together."""

GUIDELINES = "guidelines"
"""The name of the shipped corpus that is used unless another one is asked for."""


def shipped_folder() -> Path:
    """The folder of the shipped corpus.

    An installed wheel carries it inside the package; a checkout or an editable install has it at the top of the
    repository.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if (inside / VALUES).is_file() else package.parent.parent / "data"


def shipped_corpora() -> dict[str, Path]:
    """The shipped corpora by name: the guidelines, then any other guide in a folder of its own."""
    top = shipped_folder()
    others = sorted(file.parent for file in top.glob(f"*/{VALUES}"))
    return {GUIDELINES: top} | {folder.name: folder for folder in others}


def corpus_folder(wanted: str | None) -> Path:
    """The folder of the corpus asked for: a shipped one by its name, any other by its folder.

    Raises NotFoundError for a name that means nothing and FileAccessError for a folder that is not there.
    """
    if wanted is None or wanted == GUIDELINES:
        return shipped_folder()
    folder = Path(wanted).expanduser()
    if not _is_path(wanted) and wanted.casefold() in shipped_corpora():
        return shipped_corpora()[wanted.casefold()]
    if wanted and folder.is_dir():
        return folder
    if _is_path(wanted) or folder.exists():
        raise no_folder(wanted)
    if wanted == ALL:
        raise UsageError(
            "This works on one guide at a time, and --corpus all asks for several.",
            f"Name one of them: {', '.join(shipped_corpora())}",
        )
    names = ", ".join([*shipped_corpora(), ALL])
    raise NotFoundError(
        f'There is no corpus "{wanted}": no folder here has that name, and the shipped ones are: {names}.',
        "Give a folder or one of these names, or begin a corpus with: peerguide corpus new DIR",
    )


def corpus_folders(wanted: str | None) -> tuple[Path, ...]:
    """The folders of the corpus asked for: one, or those of all shipped guides where all are asked for.

    Raises as `corpus_folder` does.
    """
    if wanted == ALL and not Path(ALL).is_dir():
        return tuple(shipped_corpora().values())
    return (corpus_folder(wanted),)


def no_folder(wanted: str) -> FileAccessError:
    """The error that something is no folder, or none that can be reached."""
    return FileAccessError(
        f'"{wanted}" is not a folder that can be read.',
        "Give the folder of a corpus, or begin one with: peerguide corpus new DIR",
    )


def _is_path(wanted: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    return wanted in {"", ".", ".."} or wanted.startswith("~") or any(mark in wanted for mark in separators)


def data_folder() -> Path:
    """The folder of a person's own data; `PEERGUIDE_DATA` overrides it."""
    chosen = os.environ.get("PEERGUIDE_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("peerguide", appauthor=False)


def cache_folder() -> Path | None:
    """The folder for what can be made again; `PEERGUIDE_CACHE` overrides it. None where there is no such place."""
    chosen = os.environ.get("PEERGUIDE_CACHE")
    if chosen:
        return Path(chosen).absolute()
    from platformdirs import user_cache_path

    folder = user_cache_path("peerguide", appauthor=False)
    return folder if folder.is_absolute() else None
