"""A reader of GIFT by the rules that Moodle's import keeps to: what it replaces first, where it cuts, and what it makes of each part."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = ":#={}~"
WEIGHT = re.compile(r"%(-?\d+(?:\.\d+)?)%")


class Answer(NamedTuple):
    """One thing between the braces: its text, its share of the mark in percent, what is said of it, and what it is matched with."""

    text: str
    share: float
    said: str = ""
    match: str = ""


class Item(NamedTuple):
    """One question as it was read."""

    category: str
    name: str
    number: str
    kind: str
    text: str
    answers: tuple[Answer, ...]
    general: str


def read(source: str) -> list[Item]:
    """The questions of a file."""
    items: list[Item] = []
    category = ""
    for block in re.split(r"\n\s*\n", source):
        lines = block.strip("\n").split("\n")
        number = re.search(r"\[id:([^\]]*)\]", block) if lines[0].startswith("//") else None
        text = held("\n".join(line for line in lines if not line.strip().startswith("//")).strip())
        if text.startswith("$CATEGORY:"):
            category = text.removeprefix("$CATEGORY:").strip()
        elif text:
            items.append(item(text, category, number[1] if number else ""))
    return items


def held(text: str) -> str:
    """The text with its escaped characters out of the way, as Moodle's import puts them."""
    text = text.replace("\\\\", "&&092;")
    for sign in SIGNS:
        text = text.replace(f"\\{sign}", f"&&{ord(sign):03};")
    return text.replace("\\n", "&&010").replace("&&092;", "\\")


def given(text: str) -> str:
    """The text with these characters back."""
    for sign in SIGNS:
        text = text.replace(f"&&{ord(sign):03};", sign)
    return text.replace("&&010", "\n").strip()


def formatted(text: str) -> str:
    """The text without the name of its format, which it may begin with."""
    return given(re.sub(r"^\[(?:html|plain|markdown|moodle)\]", "", text))


def item(source: str, category: str, number: str) -> Item:
    """One question: its name, its text, and between the first braces its answers."""
    assert source.startswith("::")
    name, _colons, rest = source[2:].partition("::")
    before, _brace, inside = rest.partition("{")
    inside, _brace, after = inside.partition("}")
    assert not after.strip()
    answering, sign, general = inside.rpartition("####")
    kind, answers = between((answering if sign else inside).strip())
    return Item(
        category,
        given(name),
        number,
        kind,
        formatted(before),
        tuple(answers),
        formatted(general if sign else ""),
    )


def between(text: str) -> tuple[str, Iterator[Answer]]:
    """What kind of question this makes, and its answers."""
    if not text:
        return "essay", iter(())
    assert not text.startswith("#")
    if "~" in text:
        parts = text.replace("=", "~=").split("~")
        return "choice", (option(part.strip()) for part in parts if part.strip())
    parts = [part.strip() for part in text.split("=") if part.strip()]
    if "->" in text:
        return "matching", (pair(part) for part in parts)
    return "short", (option(part, 100) for part in parts)


def option(text: str, share: float = 0) -> Answer:
    """One option or accepted answer with what is said of it."""
    if text.startswith("="):
        text, share = text[1:], 100
    elif weight := WEIGHT.match(text):
        text, share = text[weight.end() :], float(weight[1])
    text, _sign, said = text.partition("#")
    return Answer(formatted(text.strip()), share, formatted(said.strip()))


def pair(text: str) -> Answer:
    """One of a matching pair."""
    left, arrow, right = text.partition("->")
    assert arrow
    return Answer(formatted(left), 100, match=given(right))


class _Shown(HTMLParser):
    """What a browser shows of a text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = [""]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag == "p", f"a text has become the element {tag}"
        assert not attrs
        if self.texts != [""]:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def shown_html(markup: str) -> str:
    """The text that a browser shows of HTML, its paragraphs parted by newlines; no element but `p` may be in it."""
    parser = _Shown()
    parser.feed(markup)
    parser.close()
    assert not re.search(r"\\\(|\$\$", markup), "Moodle would take this for a formula"
    return "\n".join(parser.texts)
