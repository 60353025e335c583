"""Reading a file of words that strain plain language: its shape, then what only the whole of it can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from peerguide.corpus.language.phrases import PhraseError, places_of
from peerguide.corpus.language.shape import SHAPE
from peerguide.corpus.model.language import LanguageEntry, LanguageWords
from peerguide.corpus.reading.files import MAX_BYTES
from peerguide.corpus.reading.yaml_tree import read_tree
from peerguide.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from peerguide.corpus.model.language import Confidence
    from peerguide.corpus.reading.placed import Place, Record, Text

REACH = {"needs": 15, "unless_near": 25}
"""How far "near" is where no file says."""

NOTHING = LanguageWords((), {}, {}, (), REACH, ())

REQUIRED = ("id", "kind", "match", "reason", "suggest", "ref", "source", "confidence", "matches", "passes")
PHRASES = ("match", "unless", "unless_near", "needs")


def read_words(
    content: bytes, path: str, before: LanguageWords | None
) -> tuple[LanguageWords, list[Problem]]:
    """The words of one file laid over those before it, and every problem in it.

    An entry with the id of one before takes its place, and a set with the name of one before does. Where there are problems, entries that have one may be missing.
    """
    known = before or NOTHING
    if len(content) > MAX_BYTES:
        message = f"this file is larger than {MAX_BYTES // 1_000_000} MB, too large for words"
        return known, [Problem(path, 1, 1, message)]
    root, problems = read_tree(content, path)

    def report(place: Place, message: str) -> None:
        problems.append(Problem(place.path, place.line, place.column, message))

    record = SHAPE.read(root, "the file", report) if root else None
    if record is None:
        return known, problems
    words = _with_lists(known, record)
    whole = [entry for entry in record.get("entries", []) if all(key in entry for key in REQUIRED)]
    problems += _entry_problems(whole, words)
    entries = {entry.id: entry for entry in known.entries} | {
        str(entry["id"]): _entry(entry) for entry in whole
    }
    return _with_entries(words, tuple(entries.values())), problems


def _with_lists(known: LanguageWords, record: Record) -> LanguageWords:
    """The words known so far with what a file adds to the lists that entries use."""
    sets = {str(name): tuple(map(str, words)) for name, words in record.get("sets", {}).items()}
    kinds = {str(name): str(about) for name, about in record.get("kinds", {}).items()}
    reach = {str(name): int(number) for name, number in record.get("reach", {}).items()}
    return LanguageWords(
        entries=(),
        sets={**known.sets, **sets},
        kinds={**known.kinds, **kinds},
        after_noun=_together(known.after_noun, record.get("after_noun", ())),
        reach={**known.reach, **reach} if not known.entries else known.reach,
        style_guides=_together(known.style_guides, record.get("style_guides", ())),
    )


def _together(before: tuple[str, ...], added: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*before, *map(str, added)]))


def _with_entries(words: LanguageWords, entries: tuple[LanguageEntry, ...]) -> LanguageWords:
    return LanguageWords(entries, words.sets, words.kinds, words.after_noun, words.reach, words.style_guides)


def _entry(record: Record) -> LanguageEntry:
    def texts(key: str) -> tuple[str, ...]:
        return tuple(map(str, record.get(key, ())))

    return LanguageEntry(
        id=str(record["id"]),
        kind=str(record["kind"]),
        match=texts("match"),
        unless=texts("unless"),
        unless_near=texts("unless_near"),
        needs=texts("needs"),
        self_spared=record.get("self") != "no",
        reason=str(record["reason"]),
        suggestions=texts("suggest"),
        ref=str(record["ref"]),
        also=texts("also"),
        source=str(record["source"]),
        confidence=cast("Confidence", str(record["confidence"])),
        matches=texts("matches"),
        passes=texts("passes"),
        path=record.path,
        line=record.line,
        column=record.column,
        example_places=tuple((text.line, text.column) for text in (*record["matches"], *record["passes"])),
        reach=int(record["reach"]) if "reach" in record else None,
    )


def _entry_problems(entries: list[Record], words: LanguageWords) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for entry in entries:
        ref = first.setdefault(str(entry["id"]), entry["id"])
        if ref is not entry["id"]:
            yield _problem(entry["id"], f'the id "{ref}" is used twice; it stands first in line {ref.line}')
        yield from _unlisted(entry["kind"], words.kinds, "kind", "kinds")
        yield from _unlisted(entry["source"], words.style_guides, "source", "style_guides")
        for key in PHRASES:
            yield from _phrase_problems(entry.get(key, ()), words)


def _unlisted(name: Text, listed: Collection[str], noun: str, key: str) -> Iterator[Problem]:
    if name not in listed:
        yield _problem(name, f'"{name}" is no {noun} that `{key}` lists; add it there, or take one of them')


def _phrase_problems(phrases: Collection[Text], words: LanguageWords) -> Iterator[Problem]:
    for phrase in phrases:
        try:
            places_of(phrase, words.sets)
        except PhraseError as error:
            yield _problem(phrase, f'the phrase "{_short(phrase)}" cannot be read: {error.message}')


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= 60 else phrase[:57] + "..."


def _problem(place: Any, message: str) -> Problem:  # noqa: ANN401 - a Text of any sort
    return Problem(place.path, place.line, place.column, message)
