"""What the tests of keeping and showing share: made-up readings, in nobody's official words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.wording.model import Leftover, Passage, Reading, Repair
from peerguide.wording.outline import outline_of
from peerguide.wording.store import Kept, digest_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from peerguide.wording.outline import Outline

GUIDE = "guidelines"
IMPORTED = "2026-05-20T12:00:00+00:00"

LEFTOVERS = (
    Leftover("A sentence that could belong to either column of this page", 512, "7"),
    Leftover("tail", 733),
)
REPAIRS = (
    Repair("tail", "10.p3", "and their families"),
    Repair("word", "7.s2", "self-awareness"),
    *(Repair("header", ref, "Page 3 of 24") for ref in ("1.p2", "1.p2", "4.s1")),
    Repair("footnote", "advocacy", "1"),
)


def guide_outline() -> Outline:
    """The outline of the shipped guide."""
    return outline_of(Corpus.open(corpus_folder(None)))


def official(ref: str) -> str:
    """The made-up official text of an entry."""
    return f"What the document says about {ref}, word for word."


def reading_of(
    outline: Outline,
    *,
    without: Collection[str] = (),
    partial: Collection[str] = (),
    exact: Collection[str] = (),
    **more: Any,
) -> Reading:
    """A reading that has all of an outline but the refs left out, and of some a part; `7 name` and `7 theme` leave out those of a value."""

    def named(what: str) -> Mapping[str, str]:
        return {v.ref: getattr(v, what) for v in outline.values if f"{v.ref} {what}" not in without}

    texts = tuple(
        Passage(ref, official(ref), 5, ref in exact, ("A work.",) if ref == "advocacy" else ())
        for ref in outline.refs
        if ref not in without and ref not in partial
    )
    return Reading(named("name"), named("theme"), texts, incomplete=tuple(partial), **more)


def small_reading(text: str = "Kindness is all.") -> Reading:
    """A reading of a few texts."""
    passages = (Passage("1", text, 3), Passage("1.p1", "We greet.", None, True, ("A work.", "Another.")))
    return Reading({"1": "WE ARE KIND"}, {"1": "Be kind"}, passages, LEFTOVERS, REPAIRS)


def kept_of(reading: Reading | None = None, **changes: Any) -> Kept:
    """A wording to be kept."""
    fields: dict[str, Any] = {
        "guide": GUIDE,
        "copy": "my copy.pdf",
        "digest": digest_of("the text of my copy"),
        "imported": IMPORTED,
        "reading": reading or small_reading(),
    }
    return Kept(**fields | changes)


def files_below(folder: Path) -> dict[str, bytes]:
    """The names and the content of all files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
REFS = st.sampled_from(["1", "7", "7.p2", "12.s4", "co-optation", "odd [/] ref"])
NAMES = st.dictionaries(REFS, TEXTS, max_size=3)
PASSAGES = st.builds(
    Passage,
    REFS,
    TEXTS,
    st.none() | st.integers(0, 10_000),
    st.booleans(),
    st.lists(TEXTS, max_size=2).map(tuple),
)
READINGS = st.builds(
    Reading,
    NAMES,
    NAMES,
    st.lists(PASSAGES, max_size=5, unique_by=lambda passage: passage.ref).map(tuple),
    st.lists(st.builds(Leftover, TEXTS, st.integers(1, 10**6), st.none() | REFS), max_size=2).map(tuple),
    st.lists(
        st.builds(Repair, st.sampled_from(["tail", "word", "header", "footnote"]), REFS, TEXTS), max_size=2
    ).map(tuple),
    st.lists(REFS, max_size=2).map(tuple),
)
"""Any reading there can be."""
