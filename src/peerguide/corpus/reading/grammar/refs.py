"""The refs, pages and other small shapes that several files share."""

from __future__ import annotations

from peerguide.corpus.reading.shape import SLUG, STATEMENT, ListShape, NumberShape, RecordShape, RefShape

ACTION = r"a[1-9][0-9]*"
"""The id of a practice that belongs to the guide as a whole."""

ITEM = rf"{ACTION}\.[1-9][0-9]*"
"""The id of one item of what such a practice lists."""

ANYTHING = rf"{ITEM}|{STATEMENT}|{SLUG}(?:\.{SLUG})?"
"""The id of any entry of a guide."""

ELSEWHERE = rf"(?:{SLUG}:)?(?:{ANYTHING})"
"""The id of any entry of this guide, or of another one, with that guide's name before it."""

VALUE_REF = RefShape("The permanent id of a value.", "7")
TERM_REF = RefShape("The permanent id of a glossary term.", "co-learning")
SOURCE_REF = RefShape("The permanent id of a document in sources.yaml.", "guidelines")
PAGE = NumberShape("The page of the cited document on which it begins.")
LAST_PAGE = NumberShape("The page on which it ends, where it runs over to another one.")
CITED = RefShape("The id, in sources.yaml, of the document whose pages are cited.", "guidelines")

RETIRED = ListShape(
    "Ids that are no longer used. They are never given out again, and say what replaced them.",
    RecordShape(
        "An id that is no longer used.",
        {
            "id": RefShape("The id that is no longer used.", "7.p6", ANYTHING),
            "replaced_by": RefShape("The id that stands in its place.", "7.p2", ANYTHING),
        },
    ),
)
