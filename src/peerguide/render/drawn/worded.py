"""Texts in the wording in force: what is to be remarked on it, and the plain words below where both were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from peerguide.corpus.credits import IN_PLAIN_WORDS, caveat
from peerguide.render.phrases import repetition
from peerguide.render.text import paragraphs, safe

if TYPE_CHECKING:
    from peerguide.corpus.model.common import Wording
    from peerguide.corpus.model.values import Statement
    from peerguide.render.layout import Sheet


def draw_worded(text: str, wording: Wording, sheet: Sheet) -> None:
    """Draw a text of several paragraphs, and below it its plain words."""
    *others, last = map(Text, paragraphs(text))
    _draw_paragraphs([*others, last.append(caveat(wording))], sheet)
    if wording.beside:
        sheet.gap()
        first, *rest = paragraphs(wording.beside)
        _draw_paragraphs([in_plain_words(first), *map(Text, rest)], sheet)


def _draw_paragraphs(texts: list[Text], sheet: Sheet) -> None:
    for number, paragraph in enumerate(texts):
        if number:
            sheet.gap()
        sheet.write_text(paragraph)


def statement_text(statement: Statement) -> Text:
    """The text of a statement with what is to be remarked on it, and below it its plain words."""
    return worded_text(statement.text, statement.wording, repetition(statement))


def worded_text(text: str, wording: Wording, remark: str = "") -> Text:
    """A text of one paragraph with what is to be remarked on it, and below it its plain words."""
    shown = Text(safe(text) + caveat(wording) + remark)
    return Text("\n").join([shown, in_plain_words(safe(wording.beside))]) if wording.beside else shown


def in_plain_words(text: str) -> Text:
    """Plain words, to stand below official ones."""
    return Text.assemble((f"{IN_PLAIN_WORDS} ", "label"), text)
