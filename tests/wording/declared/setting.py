"""Setting a document of the declaration's shape, and reading copies of it: each word knows the entry that it is a word of."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from wording.copies.damage.kinds import damaged
from wording.copies.lines import BLANK, BULLET, PROSE, TEXT, Line, Word, render, words_of
from wording.copies.scoring import judge
from wording.copies.setting import wrap

from peerguide.corpus.library import Corpus
from peerguide.corpus.places import corpus_folder
from peerguide.errors import InvalidFilesError
from peerguide.wording.documents import document_outline, read_document
from peerguide.wording.model import Reading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from wording.copies.damage.kinds import Damage
    from wording.copies.scoring import Judged

    from peerguide.wording.outline import Outline

FILE = Path(__file__).with_name("document.yaml")
ENDLESS = 1_000_000
NUMBERS, NOTHING = "numbers", ""
PAGE = "|"


class Setting(NamedTuple):
    """How a copy is set: the width of its lines, whether blank ones part its paragraphs, what stands before actions and items."""

    width: int = ENDLESS
    blank: bool = False
    mark: str = BULLET


class Paragraph(NamedTuple):
    """A paragraph's words, and whether it is an entry's."""

    words: list[Word]
    entry: bool = False


@cache
def outline() -> Outline:
    """The outline of the declaration's guide."""
    return document_outline(Corpus.open(corpus_folder("declaration")))


@cache
def content() -> dict[str, Any]:
    """What is in the document's file."""
    return dict(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def copy_of(setting: Setting = Setting(), *, without: Collection[str] = (), **changed: str) -> list[Line]:  # noqa: B008 - cannot change
    """A copy of the document, without the entries of these refs, and with other words for some (`a12_5` for a12.5)."""
    found: list[Line] = []
    page = 1
    texts = {ref.replace("_", "."): text for ref, text in changed.items()}
    for paragraph in _paragraphs(content(), setting.mark, texts):
        if any(word.ref in without for word in paragraph.words):
            continue
        turns = {(word.ref, word.at - 1) for word in paragraph.words if word.text == PAGE}
        for row in wrap([word for word in paragraph.words if word.text != PAGE], setting.width):
            kind = TEXT if paragraph.entry else PROSE
            found.append(Line(row, kind, page, "1" if paragraph.entry else ""))
            page += any((word.ref, word.at) in turns for word in row)
        found += [BLANK] if setting.blank else []
    return found


def _paragraphs(source: dict[str, Any], mark: str, changed: dict[str, str]) -> Iterator[Paragraph]:
    def prose(text: str) -> Paragraph:
        return Paragraph(words_of(text))

    yield from map(prose, source["front"])
    definition = source["definition"]
    yield Paragraph([*words_of(definition["title"] + ":"), *words_of(definition["text"], "peer")], entry=True)
    yield from map(
        prose, [*source["after_definition"], source["values_title"], *source["after_values_title"]]
    )
    for value, text in zip(outline().values, source["values"].values(), strict=True):
        name = words_of(f"{value.name}:", f"name:{value.ref}")
        yield _entry("", mark, [*name, *words_of(changed.get(value.ref, text), value.ref)])
    yield from map(prose, [source["actions_title"], *source["after_actions_title"]])
    for number, action in enumerate(source["actions"], 1):
        ref = f"a{number}"
        own = f"{number}." if mark == NUMBERS or "number" in action else ""
        yield _entry(own, mark, words_of(changed.get(ref, action["text"]), ref))
        for place, item in enumerate(action.get("items", ()), 1):
            listed = f"{ref}.{place}"
            yield _entry("", mark, words_of(changed.get(listed, item), listed))
    yield from map(prose, source["back"])


def _entry(number: str, mark: str, words: list[Word]) -> Paragraph:
    sign = number or (BULLET if mark == NUMBERS else mark)
    return Paragraph([*([Word(sign)] if sign else []), *words], entry=True)


class Trial(NamedTuple):
    """What was read of a copy, and what became of each entry."""

    text: str
    reading: Reading
    judged: list[Judged]

    def refs(self, *verdicts: str) -> list[str]:
        """The refs of the entries of which this became."""
        return [one.ref for one in self.judged if one.verdict in verdicts]


def attempt(original: Sequence[Line], kinds: Collection[Damage] = (), seed: int = 0) -> Trial:
    """Read a copy with this damage done to it; one that is refused counts as read without any text."""
    lines = damaged(original, kinds, seed)
    text = render(lines)
    try:
        reading = read_document(text, outline())
    except InvalidFilesError:
        reading = Reading({}, {}, ())
    return Trial(text, reading, judge(reading, lines, original))
