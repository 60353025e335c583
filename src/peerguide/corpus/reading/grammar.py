"""What may stand in each file of a corpus, key by key, in the words that editors show."""

from __future__ import annotations

from peerguide.corpus.reading.files import GLOSSARY, SCENARIOS, SOURCES, SYNONYMS, VALUES
from peerguide.corpus.reading.shape import (
    SLUG,
    STATEMENT,
    ListShape,
    NumberShape,
    OneOfShape,
    RecordShape,
    RefShape,
    TextShape,
)

_VALUE_REF = RefShape("The permanent id of a value.", "7")
_TERM_REF = RefShape("The permanent id of a glossary term.", "co-learning")
_SOURCE_REF = RefShape("The permanent id of a document in sources.yaml.", "guidelines")
_PAGE = NumberShape("The page of the cited document on which it begins.")
_LAST_PAGE = NumberShape("The page on which it ends, where it runs over to another one.")
_CITED = RefShape("The id, in sources.yaml, of the document whose pages are cited.", "guidelines")

_GUIDE = RefShape(
    "The permanent name of this guide, under which learners' history is kept; the folder's name unless given.",
    "my-guide",
)

_EITHER_PART = ListShape(
    "Statements that could just as well be the other part's, the supervisor's or the peer supporter's.",
    RefShape("The id of a statement.", "7.p2", STATEMENT),
    unique=True,
)

_RETIRED = ListShape(
    "Ids that are no longer used. They are never given out again, and say what replaced them.",
    RecordShape(
        "An id that is no longer used.",
        {
            "id": RefShape("The id that is no longer used.", "7.p6", rf"{STATEMENT}|{_VALUE_REF.pattern}"),
            "replaced_by": RefShape(
                "The id that stands in its place.", "7.p2", rf"{STATEMENT}|{_VALUE_REF.pattern}"
            ),
        },
    ),
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
            "page": _PAGE,
            "also": ListShape("Other values that this statement would also fit.", _VALUE_REF, unique=True),
            "gap": ListShape(
                "The word that a question takes out of the text, then others that would fill the gap as well.",
                TextShape("A word."),
                unique=True,
            ),
            "repeats": RefShape(
                "The statement that the document states here a second time.", example, pattern
            ),
        },
    )


_VALUE = RecordShape(
    "A core value.",
    {
        "id": _VALUE_REF,
        "number": NumberShape("Its place in the list of values."),
        "name": TextShape("Its name, exactly as the document has it."),
        "theme": TextShape("Its practice theme, exactly as the document has it."),
        "meaning": TextShape("What it means, in plain words."),
    },
    {
        "page": _PAGE,
        "last_page": _LAST_PAGE,
        "aliases": ListShape(
            "Short names that people would type for it.", TextShape("A short name."), unique=True
        ),
        "found_by": ListShape(
            "Words that lead to it when they are looked up, though nobody would call it so.",
            TextShape("A word, or a few."),
            unique=True,
        ),
        "terms": ListShape("The glossary terms that it uses.", _TERM_REF, unique=True),
        "confused_with": ListShape(
            "The values that it is easily taken for.",
            RecordShape(
                "A value that it is easily taken for.",
                {"value": _VALUE_REF, "why": TextShape("One sentence on how the two differ.")},
            ),
        ),
        "practices": ListShape("What peer supporters do.", _statement("p", "practice")),
        "roles": ListShape("What supervisors do.", _statement("s", "supervisor role")),
    },
)

_TERM = RecordShape(
    "A glossary term.",
    {
        "id": _TERM_REF,
        "name": TextShape("Its name, exactly as the document has it."),
        "definition": TextShape("What it means, in plain words; a blank line begins a new paragraph."),
    },
    {
        "page": _PAGE,
        "last_page": _LAST_PAGE,
        "aliases": ListShape("Other names and abbreviations.", TextShape("Another name."), unique=True),
        "also": ListShape("Other terms that its gist would fit too.", _TERM_REF, unique=True),
        "see_also": ListShape("Other terms worth reading with it.", _TERM_REF, unique=True),
        "gist": TextShape(
            "The one thing that tells it from the other terms, in a sentence, for questions; the beginning of the "
            "definition is taken where there is none."
        ),
        "cites": ListShape("The works that the document's footnotes name for it.", _SOURCE_REF, unique=True),
    },
)

_SOURCE = RecordShape(
    "A document.",
    {
        "id": _SOURCE_REF,
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
        "ref": RefShape("The id of the entry.", "7.p2", rf"{STATEMENT}|{_VALUE_REF.pattern}"),
        "words": TextShape("Words, phrases and short questions, parted by commas."),
    },
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
        "values": ListShape("The values that it is about, the main one first.", _VALUE_REF, unique=True),
        "for": OneOfShape("Who acts in it.", ("supporter", "supervisor")),
        "setting": TextShape("Where it takes place, in a word or a few."),
        "situation": TextShape("What happens, up to the moment of choosing."),
        "question": TextShape("What is asked."),
        "options": ListShape("Four things that could be done: one best, one worst.", _OPTION),
        "hard": TextShape("What makes it hard."),
        "discuss": TextShape("A question to talk over."),
    },
    {
        "between": ListShape("Two of its values that pull against each other here.", _VALUE_REF, unique=True),
        "terms": ListShape("The glossary terms that it touches.", _TERM_REF, unique=True),
        "law": TextShape("What differs by law or by employer, where it does."),
        "reviewed": OneOfShape(
            "Whether somebody read it against the guide, apart from its writing.", ("yes", "no")
        ),
    },
)

SHAPES = {
    VALUES: RecordShape(
        "The values, with their practices and supervisor roles.",
        {"values": ListShape("The values.", _VALUE)},
        {"guide": _GUIDE, "source": _CITED, "either_part": _EITHER_PART, "retired": _RETIRED},
    ),
    GLOSSARY: RecordShape(
        "The glossary.",
        {"terms": ListShape("The terms, in the document's order.", _TERM)},
        {"source": _CITED, "retired": _RETIRED},
    ),
    SOURCES: RecordShape(
        "The documents behind the corpus.",
        {"sources": ListShape("The documents.", _SOURCE)},
        {"retired": _RETIRED},
    ),
    SYNONYMS: RecordShape(
        "What people type for what the corpus says in other words.",
        {"synonyms": ListShape("The groups of words.", _SYNONYM)},
        {"asked": ListShape("How people ask for single entries.", _ASKED)},
    ),
    SCENARIOS: RecordShape(
        "Situations to think through.",
        {"scenarios": ListShape("The scenarios, in the order in which to list them.", _SCENARIO)},
        {"retired": _RETIRED},
    ),
}
"""The shape of each file by its name."""
