"""Responses as rows of the store."""

from __future__ import annotations

from typing import Any

from peerguide.progress.reflection.responses import Response
from peerguide.progress.rows import instant_of, milliseconds, storable

COLUMNS = "uid at guide reflection part ref answer note".split()
"""The columns of a response between its number and its checksum."""


def row_of(response: Response) -> tuple[Any, ...]:
    """The response as the values of `COLUMNS`."""
    return (
        response.uid,
        milliseconds(response.at),
        response.guide,
        response.reflection,
        response.part,
        response.ref,
        response.answer,
        storable(response.note),
    )


def response_of(row: tuple[Any, ...]) -> Response:
    """The response that stands in the values of `COLUMNS`."""
    uid, at, guide, reflection, part, ref, answer, note = row
    return Response(uid, guide, reflection, part, ref, instant_of(at), answer, note)
