"""The handbook as HTML, read by an HTML5 parser: whole, unaltered, and with nothing in it that acts or loads."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from conftest import SMALL
from export.hostile_corpus import hostile_corpus

from peerguide.corpus.credits import UNOFFICIAL
from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.export.formats.html import FORMAT
from peerguide.export.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import CorpusMaker, Shell

Element = Any
"""An element of the parsed page."""

LOADS = {
    "src",
    "srcset",
    "data",
    "poster",
    "background",
    "action",
    "formaction",
    "ping",
    "manifest",
    "xlink:href",
}
"""Attributes by which a page loads or sends something."""


def page(selection: Selection) -> Element:
    """The handbook as an HTML5 parser reads it, which raises at whatever is not right."""
    text = "".join(map(str, FORMAT.whats["handbook"](selection)))
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


@pytest.fixture(scope="module")
def whole() -> Element:
    """The handbook of the shipped corpus."""
    return page(Selection(Corpus.open(corpus_folder(None))))


def elements(root: Element) -> Iterator[Element]:
    """The elements of a page, without its comments."""
    return (element for element in root.iter() if isinstance(element.tag, str))


def by_id(root: Element) -> dict[str, Element]:
    """The elements that have an id."""
    found = [element for element in elements(root) if "id" in element.attrib]
    assert len({element.get("id") for element in found}) == len(found)
    return {element.get("id"): element for element in found}


def told(element: Element) -> str:
    """What an element says of its entry: the paragraphs that are searched, one a line."""
    return "\n".join("".join(each.itertext()) for each in element.iter("p") if each.get("class") == "text")


def test_handbook_is_whole(whole: Element) -> None:
    """Every value, statement, confusion, term and document of the corpus is there, under its permanent id."""
    corpus = Corpus.open(corpus_folder(None))
    entries = by_id(whole)
    for name in corpus.values().values:
        value = corpus.value(name.ref)
        assert told(entries[value.ref]).startswith(value.meaning)
        assert value.name in "".join(entries[f"{value.ref}_name"].itertext())
        assert f"Practice theme: {value.theme}" in "".join(entries[value.ref].itertext())
        for statement in (*value.practices, *value.roles):
            assert told(entries[statement.ref]) == statement.text
        assert all(other.why in told(entries[value.ref]) for other in value.confused_with)
    for link in corpus.terms().terms:
        assert told(entries[link.ref]) == corpus.term(link.ref).definition
    for source in corpus.sources().sources:
        assert source.about in told(entries[source.ref])


def test_texts_come_back_unaltered(tmp_path: Path) -> None:
    """Texts made of markup, scripts and signs of other formats are read as they were written."""
    corpus = hostile_corpus(tmp_path / "hostile")
    entries = by_id(page(Selection(corpus)))
    for name in corpus.values().values:
        value = corpus.value(name.ref)
        assert f"{value.number}. {value.name}" == "".join(entries[f"{value.ref}_name"].itertext())
        for statement in (*value.practices, *value.roles):
            assert told(entries[statement.ref]) == statement.text
    for link in corpus.terms().terms:
        definition = corpus.term(link.ref).definition
        assert told(entries[link.ref]) == re.sub("\n+", "\n", definition)


def test_control_characters_become_their_pictures(corpus_of: CorpusMaker) -> None:
    """A control character, which HTML cannot hold, is shown by its picture."""
    folder = corpus_of(SMALL.replace("We greet each person.", r'"a\0b\ec\x7fd"'))
    assert told(by_id(page(Selection(Corpus.open(folder))))["1.p1"]) == "a␀b␛c␡d"


def test_policy_allows_only_what_is_in_the_file(whole: Element) -> None:
    """The Content-Security-Policy names the hashes of the one style and the one script, and forbids all else."""
    (policy,) = (meta.get("content") for meta in whole.iter("meta") if meta.get("http-equiv"))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules == {
        "default-src": "'none'",
        "style-src": hashed(whole, "style"),
        "script-src": hashed(whole, "script"),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert [element.tag for element in whole.find("head")][:2] == ["meta", "meta"]


def hashed(root: Element, tag: str) -> str:
    """How a policy names the content of the one element with this tag."""
    (element,) = root.iter(tag)
    return f"'sha256-{b64encode(sha256(element.text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("hostile", [False, True])
def test_nothing_acts_or_loads(hostile: bool, whole: Element, tmp_path: Path) -> None:
    """No element loads anything, none has a handler or a style of its own, and the style names no address."""
    root = page(Selection(hostile_corpus(tmp_path / "hostile"))) if hostile else whole
    for element in elements(root):
        assert element.tag not in {
            "link",
            "img",
            "iframe",
            "object",
            "embed",
            "base",
            "svg",
            "video",
            "audio",
        }
        assert not LOADS & set(element.attrib)
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert element.get("href", "#").startswith(("#", "https://", "http://"))
    (style,) = root.iter("style")
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_only_a_web_address_is_a_link(corpus_of: CorpusMaker) -> None:
    """An address of another kind, which a browser might run, is shown and leads nowhere."""
    document = "sources:\n- {id: one, title: One, about: A, obtain: B, terms_of_use: C, address: 'javascript:alert(1)'}\n"
    entry = by_id(page(Selection(Corpus.open(corpus_of(sources=document)))))["one"]
    assert "javascript:alert(1)" in "".join(entry.itertext())
    assert not list(entry.iter("a"))


@pytest.mark.parametrize("refs", [(), ("7",), ("2", "11")])
def test_links_lead_somewhere(refs: tuple[str, ...]) -> None:
    """Every link within the page leads to an id that is there, whatever was chosen."""
    root = page(Selection(Corpus.open(corpus_folder(None)), refs))
    ids = by_id(root)
    links = [link.get("href")[1:] for link in root.iter("a") if link.get("href").startswith("#")]
    assert set(links) <= set(ids)
    assert {"_main", "_values", "_glossary", "_sources", *(refs or ("1", "12"))} <= set(links)


def test_only_the_chosen_values_are_there() -> None:
    """With some values chosen, these and the terms that they use are there, and no others."""
    corpus = Corpus.open(corpus_folder(None))
    ids = by_id(page(Selection(corpus, ("7",))))
    assert {ref for ref in ids if re.fullmatch(r"\d+", ref)} == {"7"}
    used = {link.ref for link in corpus.value("7").terms}
    assert {link.ref for link in corpus.terms().terms if link.ref in ids} == used


def test_headings_and_landmarks_are_in_order(whole: Element) -> None:
    """There is one heading of the first level and none skips a level; each landmark is there once, and named."""
    levels = [int(element.tag[1]) for element in elements(whole) if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = by_id(whole)
    for element in elements(whole):
        names = f"{element.get('aria-labelledby', '')} {element.get('aria-describedby', '')} {element.get('for', '')}"
        assert set(names.split()) <= set(ids)
    assert [len(list(whole.iter(tag))) for tag in ("header", "nav", "main")] == [1, 1, 1]


def test_all_is_visible_without_the_script(whole: Element) -> None:
    """Only the search and the switch, which the script works, are hidden until it runs."""
    assert [element.get("id") for element in elements(whole) if "hidden" in element.attrib] == ["_tools"]


def test_it_says_once_what_it_is(whole: Element, corpus_of: CorpusMaker) -> None:
    """The shipped guide's handbook says once that it is unofficial; another corpus's does not."""
    assert "".join(whole.itertext()).count(UNOFFICIAL) == 1
    other = page(Selection(Corpus.open(corpus_of())))
    assert UNOFFICIAL not in "".join(other.itertext())


def test_a_part_that_is_missing_has_no_heading(corpus_of: CorpusMaker) -> None:
    """A corpus of values alone has a handbook of values alone."""
    ids = by_id(page(Selection(Corpus.open(corpus_of()))))
    assert not {"_glossary", "_sources"} & set(ids)


def test_same_bytes_every_time(shell: Shell) -> None:
    """The file is the same for another hash seed, locale and time zone."""
    program = (
        "import sys; from peerguide.corpus.library import Corpus; from peerguide.corpus.places import corpus_folder\n"
        "from peerguide.export.formats.html import FORMAT; from peerguide.export.selection import Selection\n"
        "sys.stdout.buffer.write(''.join(FORMAT.whats['handbook'](Selection(Corpus.open(corpus_folder(None))))).encode())"
    )
    (shell.folder / "write.py").write_text(program, encoding="utf-8")
    first = shell("python write.py", PYTHONHASHSEED="1", TZ="UTC")
    second = shell("python write.py", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="C", LC_ALL="C")
    assert first == second
    assert first.out.startswith("<!DOCTYPE html>")
    assert first.err == ""
