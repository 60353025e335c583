"""What may stand in `glossary.yaml`."""

from __future__ import annotations

from peerguide.corpus.reading.grammar.refs import CITED, LAST_PAGE, PAGE, RETIRED, SOURCE_REF, TERM_REF
from peerguide.corpus.reading.shape import ListShape, RecordShape, TextShape

_TERM = RecordShape(
    "A glossary term.",
    {
        "id": TERM_REF,
        "name": TextShape("Its name, exactly as the document has it."),
        "definition": TextShape("What it means, in plain words; a blank line begins a new paragraph."),
    },
    {
        "page": PAGE,
        "last_page": LAST_PAGE,
        "aliases": ListShape("Other names and abbreviations.", TextShape("Another name."), unique=True),
        "also": ListShape("Other terms that its gist would fit too.", TERM_REF, unique=True),
        "see_also": ListShape("Other terms worth reading with it.", TERM_REF, unique=True),
        "gist": TextShape(
            "The one thing that tells it from the other terms, in a sentence, for questions; the beginning of the "
            "definition is taken where there is none."
        ),
        "cites": ListShape("The works that the document's footnotes name for it.", SOURCE_REF, unique=True),
    },
)

GLOSSARY_FILE = RecordShape(
    "The glossary.",
    {"terms": ListShape("The terms, in the document's order.", _TERM)},
    {"source": CITED, "retired": RETIRED},
)
