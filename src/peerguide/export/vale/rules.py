"""An entry of the words as a rule of Vale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerguide.export.vale.patterns import pattern, tokens
from peerguide.export.vale.yaml import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peerguide.corpus.model.language import Confidence, LanguageEntry, LanguageWords

LEVELS: dict[Confidence, str] = {"high": "error", "medium": "warning", "ask": "suggestion"}
"""What Vale calls how sure something is."""

ASK = " Ask: some people choose these words for themselves."


def rule(entry: LanguageEntry, words: LanguageWords) -> Iterator[str]:
    """The lines of the rule that finds what this entry, one of these words, does."""
    yield f"# {_in_a_line(words.kinds.get(entry.kind, entry.kind))}; source: {_in_a_line(entry.source)}"
    yield "extends: existence"
    yield f"message: {scalar(message(entry))}"
    yield f"level: {LEVELS[entry.confidence]}"
    yield "ignorecase: true"
    yield "tokens:"
    yield from (f"  - {scalar(token)}" for token in tokens(entry, words))
    if entry.unless:
        yield "exceptions:"
        yield from (f"  - {scalar(f'(?i){pattern(phrase, words.sets)}')}" for phrase in entry.unless)


def message(entry: LanguageEntry) -> str:
    """What Vale tells: the words found, which it puts in for %s, the reason, and other words for them."""
    suggestions = "; ".join(entry.suggestions)
    ask = ASK if entry.confidence == "ask" else ""
    told = f"{entry.reason} Suggestions: {suggestions}{'' if suggestions.endswith(('.', '?', '!')) else '.'}{ask} ({entry.ref})"
    return f"'%s': {told.replace('%', '%%')}"


def _in_a_line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
