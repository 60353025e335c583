"""Which value a practice belongs to."""

from __future__ import annotations

from peerguide.quiz.kinds.base import Kind
from peerguide.quiz.kinds.choosing import value_of_statement

KIND = Kind(
    "practice",
    "which value a practice belongs to",
    lambda material: material.practices,
    value_of_statement("Which value does this practice of peer supporters belong to?"),
)
