"""What may stand in `readings.yaml`."""

from __future__ import annotations

from peerguide.corpus.reading.grammar.refs import ELSEWHERE, LAST_PAGE, PAGE, RETIRED, SOURCE_REF
from peerguide.corpus.reading.shape import SLUG, ListShape, RecordShape, RefShape, TextShape

PART = rf"{SLUG}(?:\.{SLUG})?"
"""The id of a part of a reading."""

_SECTION_REF = RefShape("The permanent id of a section.", "stand-against-racism.listening", PART)

_SECTION = RecordShape(
    "A section of a reading.",
    {
        "id": _SECTION_REF,
        "title": TextShape("What it is about."),
        "text": TextShape("What the document says, in plain words; a blank line begins a new paragraph."),
    },
    {
        "page": PAGE,
        "last_page": LAST_PAGE,
        "aliases": ListShape("Other names that people would type for it.", TextShape("A name."), unique=True),
    },
)

_FACT = RecordShape(
    "A number, a date or another fact that people ask for.",
    {
        "id": RefShape("The permanent id of the fact.", "guidelines-background.approval", PART),
        "section": _SECTION_REF,
        "text": TextShape("The fact, in a sentence or two."),
    },
    {
        "page": PAGE,
        "asked": ListShape("How people ask for it.", TextShape("A question, or words of one."), unique=True),
    },
)

_READING = RecordShape(
    "A document, or a part of one, told in other words.",
    {
        "id": RefShape("The permanent id of the reading.", "stand-against-racism"),
        "title": TextShape("Its title."),
        "source": SOURCE_REF,
        "summary": TextShape("What it says, in a few sentences."),
        "sections": ListShape("What it says, section by section.", _SECTION),
    },
    {
        "values": ListShape(
            "The values that it bears on; one of another guide has that guide's name before it.",
            RefShape("The id of a value.", "declaration:mutuality", ELSEWHERE),
            unique=True,
        ),
        "terms": ListShape(
            "The glossary terms that it bears on.",
            RefShape("The id of a term.", "co-optation", ELSEWHERE),
            unique=True,
        ),
        "facts": ListShape("What people ask of it.", _FACT),
        "questions": ListShape(
            "Questions to talk over.",
            RecordShape(
                "A question to talk over.",
                {
                    "id": RefShape("The permanent id of the question.", "stand-against-racism.q1", PART),
                    "text": TextShape("The question."),
                },
            ),
        ),
    },
)

READINGS_FILE = RecordShape(
    "Other documents of the field, and a guide's own background.",
    {"readings": ListShape("The readings, in the order in which to list them.", _READING)},
    {"retired": RETIRED},
)
