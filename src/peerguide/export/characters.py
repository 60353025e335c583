"""Characters that a file cannot hold as they are, and texts as HTML that shows them as they are."""

from __future__ import annotations

PICTURES = 0x2400
"""Where Unicode has the pictures of the control characters, in their order."""

UNKNOWN = "\ufffd"

_SHOWN = {code: chr(PICTURES + code) for code in range(0x20) if chr(code) not in "\t\n"}
_SHOWN |= {0x7F: "\u2421", 0xFFFE: UNKNOWN, 0xFFFF: UNKNOWN}
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), UNKNOWN)

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def shown(text: str) -> str:
    """The text with only characters that XML can hold.

    A control character becomes its picture (U+2400 and so on), and what is no character at all (half a surrogate pair, U+FFFE,
    U+FFFF) the replacement character. Tabs and newlines stay.
    """
    return text.translate(_SHOWN)


def html(text: str) -> str:
    """The text as HTML: every special character escaped and, where it has several paragraphs, each in a `p`."""
    return html_paragraphs(text) if "\n" in text else shown(text).translate(_ENTITIES)


def html_paragraphs(text: str) -> str:
    """The text as HTML that stands by itself: every paragraph in a `p`, a single one too."""
    return "".join(f"<p>{html(one)}</p>" for one in text.split("\n"))
