"""The words that a text is held up against: read from their files, put together, kept between runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from peerguide.corpus.language.kept import keep_words, kept_words, words_file, words_key
from peerguide.corpus.places import shipped_folder
from peerguide.errors import FileAccessError, InvalidFilesError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from peerguide.corpus.model.language import LanguageWords
    from peerguide.errors import Problem

FILE_NAME = "language.yaml"


def language_words(extra: Sequence[Path] = (), folder: Path | None = None) -> LanguageWords:
    """The shipped words, then those of the corpus in `folder`, where it has some of its own, then those of `extra` files.

    An entry with the id of one before takes its place, and so does a set with its name. Raises InvalidFilesError with every problem of these files, and
    FileAccessError for one that cannot be read.
    """
    paths = [*_files(folder), *extra]
    contents = [_bytes_of(path) for path in paths]
    file, key = words_file(paths), words_key(paths, contents)
    kept = kept_words(file, key) if file else None
    if kept is not None:
        return kept
    words = _read(paths, contents)
    if file:
        keep_words(file, key, words)
    return words


def _files(folder: Path | None) -> list[Path]:
    """The shipped file, and that of another corpus where there is one."""
    shipped = shipped_folder() / FILE_NAME
    own = folder / FILE_NAME if folder else None
    if own is None or not own.exists() or own.resolve() == shipped.resolve():
        return [shipped]
    return [shipped, own]


def _bytes_of(path: Path) -> bytes:
    from peerguide.corpus.reading.files import MAX_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileAccessError(
            f"{path} cannot be read: {reason[:1].lower()}{reason[1:]}.",
            "Check the name, and that you may read it.",
        ) from error


def _read(paths: Sequence[Path], contents: Sequence[bytes]) -> LanguageWords:
    """The words of these files together. Raises InvalidFilesError."""
    from peerguide.corpus.language.files import read_words
    from peerguide.corpus.language.network import IndexMaker

    problems: list[Problem] = []
    # The shipped words alone are nearly always kept, and need not be read again for those that come after them.
    words = language_words() if len(paths) > 1 else None
    done = 0 if words is None else 1
    for path, content in zip(paths[done:], contents[done:], strict=True):
        words, found = read_words(content, str(path), words)
        problems += found
    if problems or words is None:
        raise _invalid(paths, problems)
    return replace(words, index=IndexMaker(words.sets).index(words.entries))


def _invalid(paths: Sequence[Path], problems: Sequence[Problem]) -> InvalidFilesError:
    broken = " and ".join(str(path) for path in paths if any(found.path == str(path) for found in problems))
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return InvalidFilesError(
        f"The words in {broken} cannot be used: {count} found.",
        "Mend what is named above; the head of the shipped language.yaml tells how words are written.",
        problems,
    )


def language_problems(folder: Path) -> list[Problem]:
    """Everything that is wrong with the `language.yaml` of a corpus folder; nothing where it has none.

    Raises FileAccessError when it cannot be read.
    """
    from peerguide.corpus.language.files import read_words
    from peerguide.corpus.language.refs import ref_problems

    path = folder / FILE_NAME
    if not path.exists():
        return []
    shipped = shipped_folder() / FILE_NAME
    before = None
    if path.resolve() != shipped.resolve():
        before, _problems = read_words(_bytes_of(shipped), str(shipped), None)
    words, problems = read_words(_bytes_of(path), str(path), before)
    own = [entry for entry in words.entries if entry.path == str(path)]
    return sorted([*problems, *ref_problems(own, folder)])
