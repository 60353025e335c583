"""Known editions of documents: for each text how many letters it has and a fingerprint, by which a copy's text is known to be exact.

A fingerprint tells whether a text is the one it was made from, and nothing of what it says. Only letters and digits count for
it, so that quotation marks, hyphens at line ends and capitals make no difference.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

BYTES = 8
"""The length of a fingerprint: by chance, one in 10 to the 19th of other texts has the same."""


class Mark(NamedTuple):
    """What is known of a text: how many letters and digits it has, and its fingerprint."""

    letters: int
    fingerprint: str


@dataclass(frozen=True)
class Edition:
    """One edition of a document: what is known of its texts, by the refs of their entries."""

    marks: Mapping[str, Mark]

    def is_exact(self, ref: str, text: str) -> bool:
        """Whether this is the text of the entry, letter for letter."""
        letters = letters_of(text)
        mark = self.marks.get(ref)
        return mark is not None and mark == Mark(len(letters), fingerprint(ref, letters))


def letters_of(text: str) -> str:
    """The letters and digits of a text, in lower case and without accents."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return "".join(character for character in plain.casefold() if character.isalnum())


def fingerprint(ref: str, letters: str) -> str:
    """The fingerprint of an entry's text, by BLAKE2b over its ref and its letters."""
    return blake2b(f"{ref} {letters}".encode(), digest_size=BYTES).hexdigest()


def lines_of(texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The lines of a file that makes an edition known, from refs and texts."""
    for ref, text in texts:
        letters = letters_of(text)
        yield f"{ref} {len(letters)} {fingerprint(ref, letters)}"


@cache
def edition_in(file: Path) -> Edition:
    """The edition that a file makes known: a ref, its letters and its fingerprint on each line."""
    marks = {}
    for line in file.read_text(encoding="ascii").splitlines():
        if line and not line.startswith("#"):
            ref, letters, mark = line.split()
            marks[ref] = Mark(int(letters), mark)
    return Edition(marks)
