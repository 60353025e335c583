"""What a person at a terminal sees, drawn by Rich: a module for each room whose results it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.corpus.bytype import ByType

if TYPE_CHECKING:
    from peerguide.render.layout import Sheet

draw: ByType[[Sheet], None] = ByType("drawing")
"""Draw an entry, a list of them, or anything else that commands show, on a sheet."""
