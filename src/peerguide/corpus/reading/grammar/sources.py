"""What may stand in `sources.yaml`."""

from __future__ import annotations

from peerguide.corpus.reading.grammar.refs import RETIRED, SOURCE_REF
from peerguide.corpus.reading.shape import ListShape, NumberShape, RecordShape, TextShape

_SOURCE = RecordShape(
    "A document.",
    {
        "id": SOURCE_REF,
        "title": TextShape("Its title."),
        "about": TextShape("What it is."),
        "obtain": TextShape("How to get it."),
        "terms_of_use": TextShape("Its terms of use."),
    },
    {
        "aliases": ListShape("Other names that people would type for it.", TextShape("A name."), unique=True),
        "author": TextShape("The person or persons who wrote it."),
        "publisher": TextShape("The body that issued it."),
        "year": NumberShape("The year in which it was issued."),
        "address": TextShape("Its web address."),
        "pages": NumberShape("How many pages it has."),
        "note": TextShape("Where it is cited, and the like."),
    },
)

SOURCES_FILE = RecordShape(
    "The documents behind the corpus.",
    {"sources": ListShape("The documents.", _SOURCE)},
    {"retired": RETIRED},
)
