"""Linear text: one item a line, words instead of symbols, nothing drawn. A module for each room whose results it tells.

For pipes, screen readers and whoever asks for it with `--plain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.bytype import ByType

if TYPE_CHECKING:
    from collections.abc import Iterator

lines: ByType[[], Iterator[str]] = ByType("linear text")
"""The lines of an entry, a list of them, or anything else that commands show, without line ends."""
