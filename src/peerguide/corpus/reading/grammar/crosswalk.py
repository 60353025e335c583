"""What may stand in `crosswalk.yaml`."""

from __future__ import annotations

from peerguide.corpus.model.common import CLOSENESS
from peerguide.corpus.reading.grammar.refs import ELSEWHERE
from peerguide.corpus.reading.shape import ListShape, OneOfShape, RecordShape, RefShape, TextShape

_ROW = RecordShape(
    "How an entry of one guide stands to an entry of another.",
    {
        "id": RefShape("The permanent id of the row.", "routine-notes"),
        "closeness": OneOfShape("How close the two are; what goes further is `from`.", CLOSENESS),
        "why": TextShape("Why, in a sentence or two."),
    },
    {
        "from": RefShape(
            "An entry, with its guide's name before it unless it is this one.", "declaration:a4", ELSEWHERE
        ),
        "to": RefShape(
            "What it is held against; left out, like `from`, where nothing corresponds.", "7.p2", ELSEWHERE
        ),
    },
)

CROSSWALK_FILE = RecordShape(
    "How this guide and others meet.",
    {"crosswalk": ListShape("The rows.", _ROW)},
)
