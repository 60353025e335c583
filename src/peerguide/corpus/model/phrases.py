"""Phrases made ready for finding: one network of words in which all phrases are followed at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Edges = dict[str, tuple[int, ...]]
"""Where each word leads: numbers of nodes. Words are in lower case; one that an apostrophe joins to the word before it
begins with that apostrophe.
"""


class Node(NamedTuple):
    """A place within phrases: the words that may come next, the phrase that ends here (or -1), and the node to which
    any other word leads (or -1).
    """

    edges: Edges
    ends: int
    other: int


class PhraseMark(NamedTuple):
    """What is to be known of a phrase that was met: its entry's number (-1 where several may share it), whether it holds only
    as a noun, for words in which capitals count the ways to write them, and the node where the part begins that is told of (-1
    where that is the whole).
    """

    entry: int
    noun: bool
    capitals: dict[str, tuple[str, ...]]
    told: int


class PhraseIndex(NamedTuple):
    """The network. `found` is the node where every phrase of `match` begins; `unless`, `unless_near` and `needs` have for each
    entry the nodes where its own begin.
    """

    nodes: Sequence[Node]
    marks: tuple[PhraseMark, ...]
    found: int
    unless: tuple[tuple[int, ...], ...]
    unless_near: tuple[tuple[int, ...], ...]
    needs: tuple[tuple[int, ...], ...]
