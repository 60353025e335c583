"""Which value a supervisor role serves."""

from __future__ import annotations

from peerguide.quiz.kinds.base import Kind
from peerguide.quiz.kinds.choosing import value_of_statement

KIND = Kind(
    "role",
    "which value a supervisor role serves",
    lambda material: material.roles,
    value_of_statement("Which value does this supervisor role serve?"),
)
