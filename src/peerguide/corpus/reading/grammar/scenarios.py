"""What may stand in `scenarios.yaml`."""

from __future__ import annotations

from peerguide.corpus.reading.grammar.refs import RETIRED, TERM_REF, VALUE_REF
from peerguide.corpus.reading.shape import (
    SLUG,
    STATEMENT,
    ListShape,
    OneOfShape,
    RecordShape,
    RefShape,
    TextShape,
)

_CITABLE = RefShape("The id of a statement or of a value.", "7.p2", rf"{STATEMENT}|{SLUG}")

_OPTION = RecordShape(
    "Something that could be done.",
    {
        "text": TextShape("What is done."),
        "why": TextShape("Why it is better or worse: what it does well first, then what it leaves out."),
    },
    {
        "upholds": ListShape("The statements and values that it upholds.", _CITABLE, unique=True),
        "strains": ListShape("The statements and values that it strains.", _CITABLE, unique=True),
        "mark": OneOfShape("Whether it is the best of the options, or the worst.", ("best", "worst")),
    },
)

_SCENARIO = RecordShape(
    "A situation to think through.",
    {
        "id": RefShape(
            "The permanent id: sc-, then lower-case words joined by hyphens.",
            "sc-records",
            r"sc-[a-z0-9]+(?:-[a-z0-9]+)*",
        ),
        "title": TextShape("A short title that gives no answer away."),
        "values": ListShape("The values that it is about, the main one first.", VALUE_REF, unique=True),
        "for": OneOfShape("Who acts in it.", ("supporter", "supervisor")),
        "setting": TextShape("Where it takes place, in a word or a few."),
        "situation": TextShape("What happens, up to the moment of choosing."),
        "question": TextShape("What is asked."),
        "options": ListShape("Four things that could be done: one best, one worst.", _OPTION),
        "hard": TextShape("What makes it hard."),
        "discuss": TextShape("A question to talk over."),
    },
    {
        "between": ListShape("Two of its values that pull against each other here.", VALUE_REF, unique=True),
        "terms": ListShape("The glossary terms that it touches.", TERM_REF, unique=True),
        "law": TextShape("What differs by law or by employer, where it does."),
        "reviewed": OneOfShape(
            "Whether somebody read it against the guide, apart from its writing.", ("yes", "no")
        ),
    },
)

SCENARIOS_FILE = RecordShape(
    "Situations to think through.",
    {"scenarios": ListShape("The scenarios, in the order in which to list them.", _SCENARIO)},
    {"retired": RETIRED},
)
