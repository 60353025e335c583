"""A few words made up for tests, that do not change with the shipped ones."""

from __future__ import annotations

from typing import Any

from peerguide.corpus.model.language import LanguageEntry, LanguageWords
from peerguide.language.finder import Finder

AFTER_NOUN = ("is", "and", "who", "in", "the")


def entry(*match: str, name: str = "made", **fields: Any) -> LanguageEntry:
    """An entry with these phrases; `fields` are what matters besides."""
    plain: dict[str, Any] = {
        "kind": "label",
        "unless": (),
        "unless_near": (),
        "needs": (),
        "self_spared": True,
        "reason": "A reason.",
        "suggestions": ("other words",),
        "ref": "11.p2",
        "also": (),
        "source": "A guide",
        "confidence": "high",
        "matches": (),
        "passes": (),
    }
    return LanguageEntry(id=name, match=match, **{**plain, **fields})


def words(*entries: LanguageEntry, **sets: tuple[str, ...]) -> LanguageWords:
    """Words of these entries and sets."""
    return LanguageWords(
        entries, sets, {"label": "names"}, AFTER_NOUN, {"needs": 5, "unless_near": 5}, ("A guide",)
    )


def found(text: str, *entries: LanguageEntry, **sets: tuple[str, ...]) -> list[str]:
    """The phrases that these entries find in a text."""
    finder = Finder(words(*entries, **sets))
    return [finding.phrase for finding in finder.findings([text])]
