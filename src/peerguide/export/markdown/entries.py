"""Entries as blocks of Markdown: a value with all that stands under it, the glossary's terms, the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from peerguide.corpus.credits import IN_PLAIN_WORDS, caveat, citation
from peerguide.export.markdown.places import here, to_statement
from peerguide.export.markdown.text import address, escaped, heading, hung, item, prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from peerguide.corpus.model.common import Citation, Link, Wording
    from peerguide.corpus.model.glossary import Term
    from peerguide.corpus.model.lists import StatementGroup
    from peerguide.corpus.model.sources import Source
    from peerguide.corpus.model.values import Statement, Value
    from peerguide.export.markdown.places import Places

# Values


def value_blocks(value: Value, level: int, places: Places) -> Iterator[str]:
    """One value with all that stands under it, its heading of this level."""
    yield heading(level, f"{value.number}. {value.name}", here(value.ref))
    if value.theme:
        yield prose(value.theme, "**Practice theme:** ")
    yield hung(worded(value.meaning, value.wording))
    yield from _statements(f"Practices of value {value.number}", value.practices, level + 1)
    yield from _statements(f"Supervisor roles of value {value.number}", value.roles, level + 1)
    if value.also:
        yield hung([_links("value", value.also, places)], "**Its meaning would also fit:** ")
    if value.confused_with:
        yield heading(level + 1, f"Easily confused with value {value.number}")
        yield "\n".join(_confusions(value, places))
    if value.terms:
        terms = (places.link("term", term.ref, term.name) for term in value.terms)
        yield hung(["; ".join(terms)], "**Terms:** ")
    yield from _cited(value.source, places)


def of_all_block(group: StatementGroup) -> str:
    """The practices of the guide as a whole, with what they list."""
    return "\n".join(map(_statement, group.statements))


def _statements(title: str, statements: tuple[Statement, ...], level: int) -> Iterator[str]:
    if statements:
        yield heading(level, title)
        yield "\n".join(map(_statement, statements))


def _statement(statement: Statement) -> str:
    repeats = (
        f" (Stated twice in the document; see {to_statement(statement.repeats)}.)"
        if statement.repeats
        else ""
    )
    paragraphs = worded(statement.text, statement.wording, repeats)
    written = hung(paragraphs, f"- {here(statement.ref)}**{statement.ref}** ", "  ")
    return with_items(written, statement, here)


def with_items(written: str, statement: Statement, mark: Callable[[str], str]) -> str:
    """A statement that is written as an item of a list, with what it lists under it; `mark` is what stands before a ref."""
    if not statement.items:
        return written
    listed = (
        hung(worded(one.text, one.wording), f"  - {mark(one.ref)}**{one.ref}** ", "    ")
        for one in statement.items
    )
    return "\n".join([written, "", prose(f"{statement.items_name}:", "  ", "  "), "", *listed])


def worded(text: str, wording: Wording, remark: str = "") -> list[str]:
    """The paragraphs of a text as inline Markdown, with what is to be remarked on its wording, then whatever else there is to
    remark; and after them its plain words, where both wordings were asked for.
    """
    paragraphs = list(map(escaped, text.split("\n")))
    paragraphs[-1] += caveat(wording) + remark
    if wording.beside:
        first, *others = map(escaped, wording.beside.split("\n"))
        paragraphs += [f"**{IN_PLAIN_WORDS}** {first}", *others]
    return paragraphs


def _confusions(value: Value, places: Places) -> Iterator[str]:
    for other in value.confused_with:
        name = places.link("value", other.ref, f"{other.number}. {other.name}")
        yield item(f"{name}: {escaped(other.why)}")


def _cited(source: Citation | None, places: Places) -> Iterator[str]:
    if source:
        yield hung([places.link("source", source.ref, citation(source))], "**Source:** ")


# Glossary and sources


def term_blocks(term: Term, level: int, places: Places) -> Iterator[str]:
    """One term with its definition, other names and what it leads to, its heading of this level."""
    yield heading(level, term.name, here(term.ref))
    yield hung(worded(term.definition, term.wording))
    facts = "\n".join(_term_facts(term, places))
    if facts:
        yield facts


def _term_facts(term: Term, places: Places) -> Iterator[str]:
    if term.aliases:
        yield _fact("Other names", escaped(", ".join(term.aliases)))
    if term.see_also:
        yield _fact("See also", _links("term", term.see_also, places))
    if term.used_by:
        yield _fact("Values that use it", _links("value", term.used_by, places))
    if term.cites:
        yield _fact("Cites", "; ".join(places.link("source", one.ref, one.title) for one in term.cites))
    if term.source:
        yield _fact("Source", places.link("source", term.source.ref, citation(term.source)))


def _links(kind: Literal["value", "term"], links: Iterable[Link], places: Places) -> str:
    return "; ".join(places.link(kind, one.ref, one.name) for one in links)


def source_block(source: Source) -> str:
    """One document, with what is known of it, as an item of a list."""
    lines = [hung([f"**{escaped(source.title)}**"], f"- {here(source.ref)}", "  ")]
    lines += (hung([fact], f"  - **{label}:** ", "    ") for label, fact in _source_facts(source))
    return "\n".join(lines)


def _source_facts(source: Source) -> Iterator[tuple[str, str]]:
    pages = f"{source.pages} pages" if source.pages else None
    known = (source.author, source.publisher, str(source.year) if source.year else None, pages)
    made = ", ".join(filter(None, known))
    if made:
        yield "By", escaped(made)
    yield "What it is", escaped(source.about)
    yield "How to get it", escaped(source.obtain)
    if source.address:
        yield "Address", address(source.address)
    yield "Terms of use", escaped(source.terms_of_use)
    if source.note:
        yield "Note", escaped(source.note)


def _fact(label: str, markdown: str) -> str:
    return hung([markdown], f"- **{label}:** ", "  ")
