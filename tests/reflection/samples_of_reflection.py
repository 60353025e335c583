"""What the tests of reflections share: responses to make, and the strategies for any of them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from progress.samples import GUIDE, INSTANTS, NOW, TEXTS

from peerguide.progress.events import new_uid
from peerguide.progress.reflection.responses import FREQUENCIES, PARTS, Response

if TYPE_CHECKING:
    from peerguide.progress.reflection.responses import Frequency

FIRST = "a" * 32
"""The id of a reflection."""

MINUTE = timedelta(minutes=1)


def response(**changes: Any) -> Response:
    """A response with a uid of its own: at noon, to 9.s2 as a supervisor, "often", unless changed."""
    fields: dict[str, Any] = {
        "uid": new_uid(),
        "guide": GUIDE,
        "reflection": FIRST,
        "part": "supervisor",
        "ref": "9.s2",
        "at": NOW,
        "answer": "often",
        "note": "",
    }
    return Response(**fields | changes)


def said(answers: dict[str, Frequency], **changes: Any) -> list[Response]:
    """A response for each of these refs, a minute after another."""
    return [
        response(**{"ref": ref, "answer": answer, "at": NOW + number * MINUTE} | changes)
        for number, (ref, answer) in enumerate(answers.items())
    ]


RESPONSES = st.builds(
    response,
    guide=st.sampled_from([GUIDE, "declaration"]),
    reflection=st.sampled_from([FIRST, "b" * 32, "odd id"]),
    part=st.sampled_from(PARTS),
    ref=st.sampled_from(["1.s1", "9.s2", "9.s3", "gone", "7.p2"]),
    at=INSTANTS | st.just(NOW),
    answer=st.sampled_from(FREQUENCIES),
    note=TEXTS,
)
"""Any response that a reflection can have."""
