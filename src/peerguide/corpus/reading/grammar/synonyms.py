"""What may stand in `synonyms.yaml`."""

from __future__ import annotations

from peerguide.corpus.reading.grammar.refs import ANYTHING
from peerguide.corpus.reading.shape import ListShape, RecordShape, RefShape, TextShape

_SYNONYM = RecordShape(
    "Words that people type for what a corpus says in other words.",
    {
        "typed": TextShape("Words or short phrases that people type, parted by commas."),
        "finds": TextShape("Words or short phrases of the corpus, parted by commas."),
    },
)

_ASKED = RecordShape(
    "How people ask for an entry in words that it does not have.",
    {
        "ref": RefShape("The id of the entry.", "7.p2", ANYTHING),
        "words": TextShape("Words, phrases and short questions, parted by commas."),
    },
)

SYNONYMS_FILE = RecordShape(
    "What people type for what the corpus says in other words.",
    {"synonyms": ListShape("The groups of words.", _SYNONYM)},
    {"asked": ListShape("How people ask for single entries.", _ASKED)},
)
