"""Zip files that are the same bytes on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.selection import EARLIEST

if TYPE_CHECKING:
    from collections.abc import Iterable

LATEST = 4_354_819_198
"""The last instant that a zip file can name, 31 December 2107, in seconds since 1970."""

READABLE = 0o644 << 16
UNIX = 3


def archive(files: Iterable[tuple[str, bytes]], epoch: int) -> bytes:
    """A zip file of these files, by their names, in this order; `epoch` is the time of each, in seconds since 1970.

    They are stored and not compressed, since one release of zlib compresses otherwise than the next.
    """
    import time
    from io import BytesIO
    from zipfile import ZipFile, ZipInfo

    written = BytesIO()
    year, month, day, hour, minute, second = time.gmtime(min(max(epoch, EARLIEST), LATEST))[:6]
    with ZipFile(written, "w") as container:
        for name, content in files:
            member = ZipInfo(name, (year, month, day, hour, minute, second))
            member.create_system, member.external_attr = UNIX, READABLE
            container.writestr(member, content)
    return written.getvalue()
