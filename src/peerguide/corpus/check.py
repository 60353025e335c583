"""Checking a corpus: everything that is wrong with it, told at once.

First each file by itself (`yaml_tree` and `shape`), then what only the whole can show (`rules`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peerguide.corpus.files import VALUES
from peerguide.corpus.grammar import SHAPES
from peerguide.corpus.raw import Raw
from peerguide.corpus.rules import whole_corpus_problems
from peerguide.corpus.yaml_tree import read_tree
from peerguide.errors import InvalidFilesError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from peerguide.corpus.shape import Place


def read_corpus(contents: Mapping[str, bytes | Problem], folder: Path) -> Raw:
    """The corpus that these files hold.

    `contents` has the bytes of each file by its name, or the problem that kept it from being read; `folder` is
    where they stand. Raises InvalidFilesError, with every problem, when there is one.
    """
    problems: list[Problem] = []
    records = {name: _read_file(name, contents, folder, problems) for name in SHAPES}
    broken = {name for name in SHAPES if any(problem.path == str(folder / name) for problem in problems)}
    raw = Raw.of(records)
    problems.extend(whole_corpus_problems(raw, broken))
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise InvalidFilesError(
            f"{folder} is not a valid corpus: {count} found.",
            f"Mend what is named above, then run: peerguide corpus check {folder}",
            problems,
        )
    return raw


def _read_file(
    name: str, contents: Mapping[str, bytes | Problem], folder: Path, problems: list[Problem]
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
    root, found = read_tree(content, path)
    problems.extend(found)

    def report(place: Place, message: str) -> None:
        problems.append(Problem(place.path, place.line, place.column, message))

    return {} if root is None else SHAPES[name].read(root, "the file", report) or {}
