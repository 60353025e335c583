"""The words about language, kept between runs: one file in the user's cache for each choice of files they come from.

It is known by a key made of the files' content and of the versions of the program and of Python, and it begins with the checksum
of the rest, so one that does not belong, or is damaged, is never believed. Whatever fails here is passed over in silence.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, overload

from peerguide import __version__
from peerguide.corpus.model.language import LanguageEntry, LanguageWords
from peerguide.corpus.model.phrases import Node, PhraseIndex, PhraseMark
from peerguide.corpus.places import cache_folder

try:  # hashlib would load OpenSSL, as in `cache`
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - an interpreter without it
    from hashlib import blake2b

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 4
"""Goes up whenever something else is kept of the same files."""

DIGEST = 16
"""How many bytes a checksum and a key have."""


def words_file(paths: Sequence[Path]) -> Path | None:
    """The file in which the words of these files are kept; None where there is no cache."""
    folder = cache_folder()
    if folder is None:
        return None
    name = blake2b(b"\0".join(os.fsencode(path.absolute()) for path in paths), digest_size=8).hexdigest()
    return folder / f"language-{name}.words"


def words_key(paths: Sequence[Path], contents: Sequence[bytes]) -> bytes:
    """What the words of these files are known by."""
    versions = f"{__version__} {FORMAT} {sys.implementation.cache_tag} {sys.hexversion} "
    key = blake2b(versions.encode(), digest_size=DIGEST)
    for path, content in zip(paths, contents, strict=True):
        key.update(f"{path} {len(content)} ".encode(errors="surrogatepass"))
        key.update(content)
    return key.digest()


def kept_words(file: Path, key: bytes) -> LanguageWords | None:
    """The words in this file, or None unless it is whole and has this key."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = file.read_bytes()
        body = memoryview(data)[DIGEST:]
        if data[:DIGEST] == _checksum(body) and body[:DIGEST] == key:
            return _words(marshal.loads(body[DIGEST:]))  # noqa: S302 - the user's own file, and whole
    return None


def keep_words(file: Path, key: bytes, words: LanguageWords) -> None:
    """Write the words beside their place and move them there; where that cannot be done, leave things as they are."""
    body = key + marshal.dumps(_plain(words))
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_checksum(body) + body)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()


class KeptNodes(Sequence[Node]):
    """The nodes of an index as they were kept, each read when it is asked for: a short text reaches few of them."""

    def __init__(self, kept: list[bytes]) -> None:
        self._kept = kept

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, number: int) -> Node: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Node]: ...
    def __getitem__(self, number: int | slice) -> Node | Sequence[Node]:
        """A node by its number, or some of them."""
        if isinstance(number, slice):
            return KeptNodes(self._kept[number])
        return Node(*marshal.loads(self._kept[number]))  # noqa: S302 - part of a file that is whole


def _checksum(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=DIGEST).digest()


def _plain(words: LanguageWords) -> tuple[Any, ...]:
    """The words as the plain values that can be written."""
    index = words.index
    kept_index: tuple[Any, ...] | None = None
    if index:
        nodes = [marshal.dumps((*node,)) for node in index.nodes]
        kept_index = (nodes, [(*mark,) for mark in index.marks], *index[2:])
    entries = tuple(tuple(vars(entry).values()) for entry in words.entries)
    lists = (dict(words.sets), dict(words.kinds), words.after_noun, dict(words.reach), words.style_guides)
    return (entries, *lists, kept_index)


def _words(plain: tuple[Any, ...]) -> LanguageWords:
    entries, sets, kinds, after_noun, reach, style_guides, index = plain
    nodes, marks, *starts = index
    return LanguageWords(
        tuple(LanguageEntry(*entry) for entry in entries),
        sets,
        kinds,
        after_noun,
        reach,
        style_guides,
        PhraseIndex(KeptNodes(nodes), tuple(PhraseMark(*mark) for mark in marks), *starts),
    )
