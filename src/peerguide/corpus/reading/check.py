"""Checking a corpus: everything that is wrong with it, told at once.

First each file by itself (`yaml_tree` and `shape`), then what only the whole can show (`rules`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.reading.files import VALUES
from peerguide.corpus.reading.grammar import SHAPES
from peerguide.corpus.reading.raw import Raw
from peerguide.corpus.reading.rules import whole_corpus_problems
from peerguide.corpus.reading.yaml_tree import read_tree
from peerguide.errors import InvalidFilesError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from peerguide.corpus.reading.placed import Place
    from peerguide.corpus.reading.reading_rules import Elsewhere
    from peerguide.corpus.reading.yaml_tree import Progress


def read_corpus(
    contents: Mapping[str, bytes | Problem],
    folder: Path,
    progress: Progress | None = None,
    elsewhere: Elsewhere | None = None,
) -> Raw:
    """The corpus that these files hold.

    `contents` has the bytes of each file by its name, or the problem that kept it from being read; `folder` is
    where they stand; `progress` is told how far the largest file has been read; `elsewhere` says what other guides have, where
    refs to them are to be looked up. Raises InvalidFilesError, with
    every problem, when there is one.
    """
    problems: list[Problem] = []
    longest = max(
        (name for name in SHAPES if isinstance(contents.get(name), bytes)),
        key=lambda name: _size(contents, name),
        default=None,
    )
    records = {
        name: _read_file(name, contents, folder, problems, progress if name == longest else None)
        for name in SHAPES
    }
    broken = {name for name in SHAPES if any(problem.path == str(folder / name) for problem in problems)}
    raw = Raw.of(records)
    problems.extend(whole_corpus_problems(raw, broken, elsewhere))
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise InvalidFilesError(
            f"{folder} is not a valid corpus: {count} found.",
            f"Mend what is named above, then run: peerguide corpus check {folder}",
            problems,
        )
    return raw


def _size(contents: Mapping[str, bytes | Problem], name: str) -> int:
    content = contents[name]
    return len(content) if isinstance(content, bytes) else 0


def _read_file(
    name: str,
    contents: Mapping[str, bytes | Problem],
    folder: Path,
    problems: list[Problem],
    progress: Progress | None,
) -> Mapping[str, Any]:
    path = str(folder / name)
    content = contents.get(name)
    if content is None:
        if name == VALUES:
            problems.append(Problem(path, 1, 1, "this file is missing; a corpus needs it"))
        return {}
    if isinstance(content, Problem):
        problems.append(content)
        return {}
    root, found = read_tree(content, path, progress)
    problems.extend(found)

    def report(place: Place, message: str) -> None:
        problems.append(Problem(place.path, place.line, place.column, message))

    return {} if root is None else SHAPES[name].read(root, "the file", report) or {}
