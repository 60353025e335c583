"""Where entries stand in a document or a folder of them: so that a name links to its entry where that is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from peerguide.export.markdown.text import anchor, escaped, link

if TYPE_CHECKING:
    from peerguide.export.selection import Selection

    Held = Literal["value", "term", "source"]

INDEX, GLOSSARY, SOURCES = "README.md", "glossary.md", "sources.md"


def value_file(ref: str) -> str:
    """The name of the file in which a value stands by itself."""
    return f"value-{ref}.md"


@dataclass(frozen=True, eq=False, repr=False)
class Places:
    """The entries that a document holds, by kind; in a `folder` each kind stands in a file of its own, each value too."""

    held: dict[Held, frozenset[str]]
    folder: bool = False

    @classmethod
    def of(cls, selection: Selection, *kinds: Held, folder: bool = False) -> Places:
        """The places of a document with all entries of these kinds that a selection has."""
        return cls({kind: frozenset(_refs(selection, kind)) for kind in kinds}, folder)

    def link(self, kind: Held, ref: str, text: str) -> str:
        """The text as inline Markdown, leading to the entry where the document holds that."""
        if ref not in self.held.get(kind, ()):
            return escaped(text)
        return link(text, f"{self._file(kind, ref)}#{_name(ref)}")

    def _file(self, kind: Held, ref: str) -> str:
        if not self.folder:
            return ""
        return value_file(ref) if kind == "value" else {"term": GLOSSARY, "source": SOURCES}[kind]


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
    return set(selection.refs) or {value.ref for value in selection.corpus.values().values}
