"""What is said of a reflection on a screen and on paper alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peerguide.progress.reflection.responses import Part

HOW_OFTEN = "How often is this so?"

NO_RATING = "This is for you to think with. It is never a performance rating."

PARTS: Mapping[Part, str] = {"supervisor": "a supervisor's part", "supporter": "a peer supporter's part"}
"""What a reflection is on."""

OF_ALL = "The guide as a whole"
"""What statements stand under that belong to no one value."""

NOUNS: Mapping[Part, tuple[str, str]] = {
    "supervisor": ("supervisor role", "supervisor roles"),
    "supporter": ("practice", "practices"),
}
"""What the statements of a part are called: one, and several."""
