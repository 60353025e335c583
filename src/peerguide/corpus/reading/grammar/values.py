"""What may stand in `values.yaml`."""

from __future__ import annotations

from peerguide.corpus.reading.grammar.refs import (
    ACTION,
    CITED,
    ITEM,
    LAST_PAGE,
    PAGE,
    RETIRED,
    TERM_REF,
    VALUE_REF,
)
from peerguide.corpus.reading.shape import (
    STATEMENT,
    ListShape,
    NumberShape,
    OneOfShape,
    RecordShape,
    RefShape,
    TextShape,
)

_GUIDE = RefShape(
    "The permanent name of this guide, under which learners' history is kept; the folder's name unless given.",
    "my-guide",
)

_EITHER_PART = ListShape(
    "Statements that could just as well be the other part's, the supervisor's or the peer supporter's.",
    RefShape("The id of a statement.", "7.p2", STATEMENT),
    unique=True,
)

_GAP = ListShape(
    "The word that a question takes out of the text, then others that would fill the gap as well.",
    TextShape("A word."),
    unique=True,
)


def _statement(letter: str, noun: str) -> RecordShape:
    pattern = STATEMENT.replace("[ps]", letter)
    example = f"7.{letter}2"
    return RecordShape(
        f"One {noun}.",
        {
            "id": RefShape(
                f"The permanent id: the value's id, .{letter}, the {noun}'s number.", example, pattern
            ),
            "text": TextShape(f"The {noun}, in plain words."),
        },
        {
            "page": PAGE,
            "also": ListShape("Other values that this statement would also fit.", VALUE_REF, unique=True),
            "gap": _GAP,
            "repeats": RefShape(
                "The statement that the document states here a second time.", example, pattern
            ),
        },
    )


_VALUE = RecordShape(
    "A core value.",
    {
        "id": VALUE_REF,
        "number": NumberShape("Its place in the list of values."),
        "name": TextShape("Its name, exactly as the document has it."),
        "meaning": TextShape("What it means, in plain words."),
    },
    {
        "theme": TextShape("Its practice theme, exactly as the document has it, where it gives themes."),
        "page": PAGE,
        "last_page": LAST_PAGE,
        "aliases": ListShape(
            "Short names that people would type for it.", TextShape("A short name."), unique=True
        ),
        "found_by": ListShape(
            "Words that lead to it when they are looked up, though nobody would call it so.",
            TextShape("A word, or a few."),
            unique=True,
        ),
        "also": ListShape("Other values that its meaning would fit too.", VALUE_REF, unique=True),
        "terms": ListShape("The glossary terms that it uses.", TERM_REF, unique=True),
        "confused_with": ListShape(
            "The values that it is easily taken for.",
            RecordShape(
                "A value that it is easily taken for.",
                {"value": VALUE_REF, "why": TextShape("One sentence on how the two differ.")},
            ),
        ),
        "practices": ListShape("What peer supporters do.", _statement("p", "practice")),
        "roles": ListShape("What supervisors do.", _statement("s", "supervisor role")),
    },
)

_ACTION = RecordShape(
    "A practice of the guide as a whole.",
    {
        "id": RefShape("The permanent id: the letter a, then its number.", "a4", ACTION),
        "text": TextShape("The practice, in plain words."),
    },
    {
        "page": PAGE,
        "also": ListShape("The values that it would fit.", VALUE_REF, unique=True),
        "gap": _GAP,
        "items_name": TextShape("What to call the items that it lists."),
        "items": ListShape(
            "What it lists.",
            RecordShape(
                "One item.",
                {
                    "id": RefShape("The permanent id: the practice's id, a dot, its number.", "a12.4", ITEM),
                    "text": TextShape("The item, in plain words."),
                },
                {"also": ListShape("The values that it would fit.", VALUE_REF, unique=True), "gap": _GAP},
            ),
        ),
    },
)

VALUES_FILE = RecordShape(
    "The values, with their practices and supervisor roles.",
    {"values": ListShape("The values.", _VALUE)},
    {
        "guide": _GUIDE,
        "source": CITED,
        "numbered": OneOfShape(
            "Whether the document numbers its values, which it does unless told; otherwise no question asks for a number.",
            ("yes", "no"),
        ),
        "practices_name": TextShape("What the document calls the practices of the guide as a whole."),
        "practices": ListShape("Practices that belong to no one value but to the guide as a whole.", _ACTION),
        "either_part": _EITHER_PART,
        "retired": RETIRED,
    },
)
