"""Where entries stand in a document or a folder of them: so that a name links to its entry where that is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from peerguide.export.markdown.text import anchor, escaped, link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from peerguide.corpus.model.readings import Reading
    from peerguide.export.selection import Selection

    Held = Literal["value", "practice", "term", "source", "reading"]
    """What a document can hold: "practice" stands for those of the guide as a whole, with what they list, "reading" for its sections too."""

INDEX = "README.md"

FILES: dict[str, str] = {
    "practice": "practices.md",
    "term": "glossary.md",
    "source": "sources.md",
    "reading": "readings.md",
}
"""The file of each kind in a folder; each value has one of its own (`value_file`)."""

WITHIN = {"item": "practice", "section": "reading", "fact": "reading"}
"""What an entry stands in that is none of the kinds held."""


def value_file(ref: str) -> str:
    """The name of the file in which a value stands by itself."""
    return f"value-{ref}.md"


@dataclass(frozen=True, eq=False, repr=False)
class Places:
    """The entries that a document holds, by kind; in a `folder` each kind stands in a file of its own, each value too."""

    held: Mapping[str, frozenset[str]]
    folder: bool = False

    @classmethod
    def of(cls, selection: Selection, *kinds: Held, folder: bool = False) -> Places:
        """The places of a document with all entries of these kinds that a selection has."""
        return cls({kind: frozenset(_refs(selection, kind)) for kind in kinds}, folder)

    @classmethod
    def of_all(cls, selection: Selection, *, folder: bool = False) -> Places:
        """The places of the handbook, which holds everything."""
        return cls.of(selection, "value", "practice", "term", "source", "reading", folder=folder)

    def link(self, kind: str, ref: str, text: str) -> str:
        """The text as inline Markdown, leading to the entry, which is of this kind, where the document holds that."""
        target = self._target(kind, ref)
        return link(text, target) if target else escaped(text)

    def pointer(self, kind: str, ref: str, name: str) -> str:
        """The name of an entry as `link` has it, with the ref of one that the document does not hold."""
        target = self._target(kind, ref)
        return link(name, target) if target else escaped(f"{name} ({ref})")

    def _target(self, kind: str, ref: str) -> str | None:
        """Where an entry stands; None where the document does not hold it."""
        owner = ref.rpartition(".")[0]
        if kind in ("practice", "role") and owner in self.held.get("value", ()):
            return f"{self._file(value_file(owner))}#{_name(ref)}"
        held = WITHIN.get(kind, kind)
        if ref not in self.held.get(held, ()):
            return None
        return f"{self._file(FILES.get(held) or value_file(ref))}#{_name(ref)}"

    def _file(self, name: str) -> str:
        return name if self.folder else ""


def to_statement(ref: str) -> str:
    """The ref of a statement as inline Markdown, leading to it from another one under the same value."""
    return link(ref, f"#{_name(ref)}")


def here(ref: str) -> str:
    """The anchor of an entry, which its permanent ref alone makes."""
    return anchor(_name(ref))


def _name(ref: str) -> str:
    return f"ref-{ref}"


def _refs(selection: Selection, kind: Held) -> set[str]:
    if kind == "source":
        return {source.ref for source in selection.sources()}
    if kind == "term":
        known = selection.terms() if selection.refs else selection.corpus.terms().terms
        return {term.ref for term in known}
    if kind == "practice":
        practices = selection.practices_of_all()
        return {ref for one in practices for ref in (one.ref, *(item.ref for item in one.items))}
    if kind == "reading":
        return {ref for one in selection.readings() for ref in _parts(one)}
    return set(selection.refs) or {value.ref for value in selection.corpus.values().values}


def _parts(reading: Reading) -> Iterator[str]:
    """The ref of a reading and those of all that stands in it."""
    yield reading.ref
    yield from (section.ref for section in reading.sections)
    yield from (fact.ref for fact in reading.facts)
