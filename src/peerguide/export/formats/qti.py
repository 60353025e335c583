"""A question bank as a QTI package: 1.2 for Canvas Classic, 2.1 for other learning platforms.

Every question there is goes in, with the reason of each option and of the answer; what each version makes of the forms of
question is told in `peerguide.export.qti.qti12` and `peerguide.export.qti.qti21`. Ids are those of the cards, so they outlive every edit.
Control characters, which XML cannot hold, become their pictures (`peerguide.export.characters`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.format import Format

if TYPE_CHECKING:
    from peerguide.export.selection import Selection


def _questions(selection: Selection) -> bytes:
    from peerguide.export.archive import archive
    from peerguide.export.qti.qti12 import qti12
    from peerguide.export.qti.qti21 import qti21

    files = qti21 if selection.qti_version == "2.1" else qti12
    return archive(files(selection), selection.epoch)


FORMAT = Format(
    "qti", "a question bank for Canvas and other learning platforms", ".zip", {"questions": _questions}
)
