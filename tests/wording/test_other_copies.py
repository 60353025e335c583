"""Copies that other programs and people made of the document, and texts that are about the same and not it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from wording.copies.lines import ROLES, render
from wording.copies.trials import outline, whole_copy
from wording.copies.truth import expected

from peerguide.errors import PeerguideError
from peerguide.wording.documents import read_document

if TYPE_CHECKING:
    from collections.abc import Collection

COPY = render(whole_copy())
ENTRIES = {ref: one for ref, one in expected(whole_copy(), whole_copy()).items() if ":" not in ref}
TERMS = {term.ref for term in outline().terms}
THOUGHTS = (
    "For me this is about trust. Nobody should be pushed into a talk they do not want, and I wait until someone asks.",
    "A peer supporter once told me her story, and it gave me hope that recovery was possible for me too.",
    "Everyone I meet has lived another life than mine. I try not to judge, and ask questions instead of giving advice.",
    "Listening with the heart is harder than it sounds: empathy means standing in the shoes of somebody else.",
    "Culture and diversity are welcome here. We honor the gifts of each other, and nobody is better than anybody else.",
    "Peer supporters speak up about injustice and advocate for change in the system, in small ways and in large ones.",
    "Hard conversations are part of the work. I say what I think, kindly, and keep what I am told confidential.",
    "I learn as much from the people I support as they learn from me, and that is how it should be.",
    "We sit at the same table. Nobody has power over the other, and we decide together what we will do.",
    "We look at what people do well, at their talents and strengths, instead of at their problems.",
    "I tell people at the start what I can do and what I cannot, in plain words, so that expectations are clear.",
    "The person decides what their life should be like, makes choices and learns from mistakes; I walk along.",
)


def marked(sign: str) -> str:
    """The copy with something else for its bullets; `{n}` counts the statements of a column, `{c}` does so by letters."""
    found, count = [], 0
    for line in COPY.split("\n"):
        if re.match(r"\s*(\d+\)|PRACTICE|THE SUPERVISOR)", line):
            count = 0
        if line.lstrip().startswith("•"):
            count += 1
            found.append(line.replace("•", sign.format(n=count, c=chr(96 + count)), 1))
        else:
            found.append(line)
    return "\n".join(found)


def markdown() -> str:
    """The copy in Markdown."""
    text = re.sub(r"(?m)^ ?(\d+\) PEER.*)$", r"## \1", marked("-"))
    text = re.sub(r"(?m)^(THE SUPERVISOR ROLE IS TO:) *$", r"**\1**", text)
    return text.replace("PRACTICE:", "**PRACTICE:**")


def without_roles() -> str:
    """The copy without the supervisors' column, as guidelines of peer supporters alone have it."""
    lines = [
        line._replace(words=tuple(word for word in line.words if word.column != ROLES))
        for line in whole_copy()
    ]
    return render(
        line for line, before in zip(lines, whole_copy(), strict=True) if line.words or not before.words
    )


def page(theme: bool, sign: str) -> str:
    """A page on which somebody says what the values mean to them."""
    parts = []
    for value, thought in zip(outline().values, THOUGHTS, strict=True):
        heading = f"{value.number}) {value.name.upper()}"
        parts.append(f"{heading}\nPRACTICE: {str(value.theme).upper()}" * theme or heading)
        parts.append(sign + thought)
    return "What I love about peer support\n\n" + "\n\n".join(parts)


@pytest.mark.parametrize("sign", ["{n}.", "{n})", "{c}.", "{c})", "○", "–"])
def test_numbered_statements(sign: str) -> None:
    """Numbers, letters and other bullets tell statements apart as bullets do, and are of none."""
    assert_whole(marked(sign), ENTRIES.keys())


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        (markdown(), {*ENTRIES} - {"12.s3"}),
        (without_roles(), {ref for ref in ENTRIES if ".s" not in ref}),
        (COPY[COPY.index("GLOSSARY") :], TERMS),
        (f"{COPY}\n\f{COPY}", {*ENTRIES}),
        (re.sub(r"(?m)^( ?)(\d+)\) (PEER)", r"\1Core Value \2\n\3", COPY), {*ENTRIES}),
        (html.escape(COPY).replace("’", "&rsquo;").replace("•", "&bull;&nbsp;"), {*ENTRIES}),
    ],
    ids=["Markdown", "peer supporters only", "glossary only", "twice", "core value 1", "entities"],
)
def test_other_copies(text: str, refs: set[str]) -> None:
    """What a copy has is found in it, however it was made."""
    assert_whole(text, refs)


@pytest.mark.parametrize("sign", ["", "• "])
@pytest.mark.parametrize("theme", [False, True])
def test_thoughts_on_the_values(*, theme: bool, sign: str) -> None:
    """What somebody else says of the values is not taken for the document's words."""
    reading = read_document(page(theme, sign), outline())
    assert len(reading.names) == len(outline().values)
    assert not reading.passages


def test_page_about_peer_support() -> None:
    """A text that names a few values is not the document."""
    names = " ".join(f"{value.name}." for value in outline().values[:4])
    with pytest.raises(PeerguideError) as refused:
        read_document(f"Peer support in our county\n\n{names}\n\n• Drop in on Tuesdays\n• Call us", outline())
    assert refused.value.exit_code == 4


def assert_whole(text: str, refs: Collection[str]) -> None:
    """That a text is read as having these entries, each word for word, and no other."""
    reading = read_document(text, outline())
    got = {passage.ref: passage.text for passage in reading.passages}
    assert all(ENTRIES[ref].is_read_as(words) for ref, words in got.items())
    assert set(refs) <= got.keys()
