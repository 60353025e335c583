"""Keeps an official wording of the shipped guide in a data folder: every plain text, its words in the other order.

    python worded.py DATA_FOLDER

A process of its own, since what measures must not grow by what it measures.
"""

from __future__ import annotations

import sys
from pathlib import Path

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.wording.model import Passage, Reading
from peerguide.wording.store import Kept, keep


def main() -> None:
    """Keep it."""
    corpus = Corpus.open(corpus_folder(None))
    rows = corpus.rows("SELECT ref, text FROM entry WHERE kind != 'source' ORDER BY seq")
    passages = tuple(Passage(ref, " ".join(reversed(text.split()))) for ref, text in rows)
    reading = Reading({}, {}, passages)
    keep(Path(sys.argv[1]), Kept(corpus.guide, "copy.txt", "", "2026-01-31T12:00:00Z", reading))


if __name__ == "__main__":
    main()
