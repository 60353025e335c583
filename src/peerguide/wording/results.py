"""What the commands about the official wording tell: what an import read, and what there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Citation
    from peerguide.wording.coverage import Coverage
    from peerguide.wording.store import Kept


@dataclass(frozen=True)
class WordingReport:
    """What was read out of a copy of a document (None where the guide names none).

    With `dry_run` nothing was kept of it. `backup` is the file of the wording before, None where none had to be kept;
    `program` is how a command begins that asks the guide in use.
    """

    document: Citation | None
    kept: Kept
    coverage: Coverage
    dry_run: bool
    backup: str | None
    program: str


@dataclass(frozen=True)
class WordingStatus:
    """What is kept of a guide's official wording, in which file; `kept` is None where nothing was imported."""

    document: Citation | None
    guide: str
    kept: Kept | None
    coverage: Coverage
    file: str
    program: str
