"""The characters of a copy: one way to write what programs that make and read PDFs write in many."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
"""Stands where a word may be broken; at a line's end it says that one was."""

BULLET = "\u2022"

_BULLETS = "\u2022\u2023\u2043\u204c\u204d\u2219\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u2b24\u27a2\uf0b7\uf0a7\uf0d8\uf076\uf02d"
"""Bullets that are nothing else; fonts of symbols put some at U+F0xx."""

_TABLE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _BULLETS), BULLET),
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **dict.fromkeys(map(ord, "\r\v\x1c\x1d\x1e\x85\u2028\u2029"), "\n"),
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},  # ligatures
    **dict(zip(map(ord, "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"), "0123456789", strict=True)),
}  # fmt: skip

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn"})
"""Unicode's categories of what has no shape: controls, format marks, halves of pairs, nothing."""


def clean(text: str) -> str:
    """The text with plain spaces, line feeds, bullets and letters, and nothing that cannot be seen.

    Form feeds stay, since they part pages, and a soft hyphen stays at the end of a line only.
    """
    plain = _without_tabs(_without_entities(text)).replace("\r\n", "\n").translate(_TABLE)
    seen = "".join(filter(_stays, plain)) if not plain.isascii() or _CONTROL.search(plain) else plain
    return _NOTE.sub(r"\1\2", re.sub(f"{SOFT_HYPHEN}(?![ ]*(?:\n|$))", "", seen))


_SPACED = re.compile(r"\S {3,}(?=\S)")


def _without_tabs(text: str) -> str:
    """The text with spaces for tabs: one each, where columns are set by spaces, and a gap where tabs may set them."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    spaced = sum(bool(_SPACED.search(line)) for line in lines)
    return text.replace("\t", " " if spaced > len(lines) / 5 else "   ")


_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)


def _without_entities(text: str) -> str:
    """The text with the characters that HTML writes by name or number."""
    if not _ENTITY.search(text):
        return text
    from html import unescape

    return _ENTITY.sub(lambda entity: unescape(entity[0]), text)


def without_room(text: str) -> str:
    """The text without spaces at the ends of lines."""
    return "\n".join(line.rstrip(" ") for line in text.split("\n"))


_NOTE = re.compile(
    r"(?<=[^\W\d_.,;:]|[.,;:)\"\u201d\u2019'])(?:\[(\d{1,2})\]|\((\d{1,2})\))(?=[\s.,;:)\[]|$)"
)
"""A footnote's number in brackets, glued to a word or to the sign that follows it."""

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0e-\x1f\x7f]")


def _stays(character: str) -> bool:
    return character in "\n\f\u00ad" or unicodedata.category(character) not in _UNSEEN
