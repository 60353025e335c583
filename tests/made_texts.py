"""Texts to hold up against words, and a small file of words that stays as it is while the shipped ones change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conftest import SMALL

if TYPE_CHECKING:
    from conftest import Shell

WORDS = """\
entries:
  - id: lodger
    kind: label
    match: ["{the|} {long-term|} lodger{|s}"]
    unless: [Lodger Street]
    unless_near: [lease]
    reason: This names people by the room they rent. They were somebody before they moved in.
    suggest: [the neighbor upstairs, "the people who live here, by their names"]
    ref: 11.s4
    also: [5.p1]
    source: National Practice Guidelines
    confidence: high
    matches: [The lodgers met at noon.]
    passes: [We turned into Lodger Street.]
  - id: pigeonhole
    kind: disposition
    match: ["pigeonhol{e|es|ed|ing}"]
    self: no
    reason: A pigeonhole has no room for a person. Say what you saw, and nothing more.
    suggest: [describe, What did you see?]
    ref: 7.p2
    source: Declaration of Peer Roles
    confidence: medium
    matches: [They pigeonholed him.]
    passes: [He sorted the mail.]
  - id: night-owl
    kind: label
    match: ["noun: night-owl"]
    reason: Some people say this of themselves with pride, and others have it said of them.
    suggest: [a person who is up late]
    ref: peer-support
    source: National Practice Guidelines
    confidence: ask
    matches: [She married a night owl.]
    passes: [A night owl calendar hung there.]
"""

NOTES = """\
# Notes on the house

The lodgers of the second floor asked for a key. Nobody wants to be
pigeonholed, says the long-
term lodger at the end of the hall; and a night owl needs a lamp.

> The lodgers, she said.

Their bus leaves from Lodger Street. Every lodger who signed the lease has a key.
"""

FLYER = """\
Our neighbors asked for a key, and Maria at the end of the hall asked for a lamp.
"""

LONG = (
    "The house has a garden with a pond. " * 30
    + "A lodger waters it"
    + " and the garden has a gate" * 30
    + ".\n"
)

HARMFUL = "The \u202elodger\u202c of \u2066the house\u2069 waves [bold]twice[/bold] [/].\n"

REFS = {"11.s4": "1.p1", "5.p1": "2", "7.p2": "1.s1", "ref: peer-support": "ref: 2"}
"""What stands behind the words in a small corpus that has them too."""

OWN_WORDS = re.sub("|".join(map(re.escape, REFS)), lambda match: REFS[match[0]], WORDS)

TEXTS: dict[str, str | bytes] = {
    "words.yaml": WORDS,
    "notes.md": NOTES,
    "flyer.txt": FLYER,
    "long.txt": LONG,
    "harmful.txt": HARMFUL,
    "empty.txt": "",
    "utf-16.txt": NOTES.encode("utf-16"),
    "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR",
    "latin.txt": "The lodgers of the caf\xe9 asked for a key.\n".encode("latin-1"),
    "torn.txt": "\ufeff".encode("utf-16-le") + NOTES.encode("utf-16-le")[:-1],
    "ours/values.yaml": SMALL,
    "ours/language.yaml": OWN_WORDS,
    "untried/values.yaml": SMALL,
    "untried/language.yaml": OWN_WORDS.replace("He sorted the mail.", "Nobody pigeonholes mail."),
    "unsound/values.yaml": SMALL.replace("theme: Keep calm", "theme: ''"),
    "unsound/language.yaml": OWN_WORDS.replace("kind: label", "kind: lable", 1),
    "broken.yaml": WORDS.replace("lodger{|s}", "lodger{|s")
    .replace("7.p2", "7.p99")
    .replace("kind: label", "kind: lable", 1),
}


def write_texts(shell: Shell) -> None:
    """Write the texts and the words into the shell's folder."""
    for name, content in TEXTS.items():
        data = content if isinstance(content, bytes) else content.encode()
        file = shell.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
