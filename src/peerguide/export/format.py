"""What an export format is: a name, what it can hold, and functions from a selection to text or bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from peerguide.export.selection import Selection

    Content = Iterable[str] | bytes
    """A text in pieces, so that a large one need never be in memory whole; or the bytes of a container."""

    Write = Callable[[Selection], Content]
    WriteFolder = Callable[[Selection], Iterable[tuple[str, Content]]]


@dataclass(frozen=True, eq=False, repr=False)
class Format:
    """One export format.

    `name` is what people type, `about` what it is for; `whats` has what it can hold by name, the usual one first, with the
    function that writes it. `folders` has those that can also be written as a folder of files, each with its name.
    Functions know neither the screen nor the file system, use no date, no environment and no chance but the selection's
    seed, and give the same bytes for the same selection every time.
    """

    name: str
    about: str
    suffix: str
    whats: Mapping[str, Write]
    folders: Mapping[str, WriteFolder] = field(default_factory=dict)

    @property
    def usual(self) -> str:
        """What it holds unless told."""
        return next(iter(self.whats))

    @property
    def binary(self) -> bool:
        """Whether it is a container of bytes, which no terminal should be sent."""
        return self.suffix in (".apkg", ".zip")
