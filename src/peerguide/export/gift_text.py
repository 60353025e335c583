r"""Texts as Moodle's GIFT reader takes them, so that each comes out as it went in.

Texts are HTML, the format in which Moodle keeps what teachers write. Moodle trusts the HTML of a question, and it acts on more
than GIFT's own characters: on `\(` and `$$` (formulas), on `[html]` at the beginning of a text, on `%50%` at that of an option, and on
`&&035;` anywhere. Entities keep all of that from being seen.
"""

from __future__ import annotations

import re

from peerguide.export.characters import html, html_paragraphs, shown

_CONTROL = re.compile(r"[\\~=#{}:]")
_FORMULA = str.maketrans({"\\": "&#92;", "$": "&#36;"})
_BEGINNING = {"[": "&#91;", "%": "&#37;"}


def escaped(text: str) -> str:
    """The text with a backslash before every character that GIFT acts on, and line ends written as it writes them."""
    return _CONTROL.sub(r"\\\g<0>", text).replace("\n", r"\n")


def gift_block(text: str) -> str:
    """A text that stands by itself: a question, or the reason of its answer."""
    return escaped(html_paragraphs(text).translate(_FORMULA))


def gift_inline(text: str) -> str:
    """A text among others: an option, what is said of it, or one of a matching pair."""
    markup = html(text).translate(_FORMULA)
    return escaped(_BEGINNING.get(markup[:1], markup[:1]) + markup[1:])


def gift_answer(answer: str) -> str:
    r"""An answer that is compared with what is typed: plain text, in which an asterisk would mean "anything".

    GIFT has no way to write `->` in one: it would make a question of matching pairs. Anything then passes for its second
    character.
    """
    return escaped(shown(answer).replace("*", r"\*").replace("->", "-*"))


def gift_category(*names: str) -> str:
    r"""The path of a category: plain text without GIFT's escapes, but for the backslash; a slash in a name is doubled."""
    path = "/".join(html(name).replace("/", "//") for name in names)
    return path.replace("\\", r"\\")
