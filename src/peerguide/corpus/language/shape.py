"""What may stand in `language.yaml`, key by key, in the words that editors show."""

from __future__ import annotations

from peerguide.corpus.language.names_shape import NamesShape
from peerguide.corpus.reading.shape import (
    SLUG,
    ListShape,
    NumberShape,
    OneOfShape,
    RecordShape,
    RefShape,
    TextShape,
)

FILE_NAME = "language.yaml"


def _phrases(about: str) -> ListShape:
    return ListShape(about, TextShape("A phrase; the head of data/language.yaml tells how one is written."))


_REF = RefShape(
    "The id of an entry; one of another guide has that guide's name before it.",
    "11.p2",
    rf"(?:{SLUG}:)?{SLUG}(?:\.[ps][1-9][0-9]*)?",
)

_ENTRY = RecordShape(
    "Words that strain plain, person-first language for one reason.",
    {
        "id": RefShape("The permanent id.", "non-compliant"),
        "kind": TextShape("One of the kinds of entry, which `kinds` lists."),
        "match": _phrases("The phrases that are found."),
        "reason": TextShape("Why they strain, in a sentence or two."),
        "suggest": ListShape("What could be said instead.", TextShape("Other words.")),
        "ref": _REF,
        "source": TextShape("Who advises so: one of `style_guides`."),
        "confidence": OneOfShape(
            'How sure it is that they strain; "ask" where some people choose them for themselves.',
            ("high", "medium", "ask"),
        ),
        "matches": ListShape("Sentences in which it is found.", TextShape("A sentence.")),
        "passes": ListShape("Sentences in which it is not found.", TextShape("A sentence.")),
    },
    {
        "unless": _phrases("Phrases that make a match fine when one of them covers it."),
        "unless_near": _phrases("Phrases that make a match fine when one of them stands near."),
        "needs": _phrases("Phrases of which one must stand near, or in the match itself."),
        "self": OneOfShape(
            '"no" where it makes no difference that people say it of themselves.', ("yes", "no")
        ),
        "reach": NumberShape('How many words away "near" is for this entry.'),
        "also": ListShape("Other entries of a guide behind it.", _REF, unique=True),
    },
)

SHAPE = RecordShape(
    "Words that strain plain, person-first language.",
    {"entries": ListShape("The entries.", _ENTRY)},
    {
        "kinds": NamesShape("The kinds of entry.", TextShape("What entries of this kind are.")),
        "sets": NamesShape("Words that phrases may name, as <name>.", _phrases("The words.")),
        "after_noun": ListShape("Words that show the one before them to be a noun.", TextShape("A word.")),
        "style_guides": ListShape("The sources that entries may name.", TextShape("A name."), unique=True),
        "reach": RecordShape(
            'How many words away "near" is, to either side.',
            {"needs": NumberShape("For `needs`."), "unless_near": NumberShape("For `unless_near`.")},
        ),
    },
)
