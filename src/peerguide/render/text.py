"""Making text safe and fit for the place where it will be read."""

from __future__ import annotations

import re

HARMFUL = (
    "[\x00-\x1f\x7f-\x9f"  # control characters: a terminal acts on them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of what follows
    "\u2028\u2029\ufeff\ud800-\udfff]"  # separators, a stray byte order mark, halves of pairs
)
"""The characters that must not reach a terminal, as a regular expression."""

_IN_ASCII = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-",
        "\u2013": "-", "\u2014": "--", "\u2022": "*", "\u2026": "...", "\u00a0": " ", "\u2500": "-", "\u2588": "#",
        "\u2591": ".", "\u2581": "_", "\u2583": "-", "\u2586": "=", "\u2501": "=", "\u00b7": ".",
    }
)  # fmt: skip


def safe(text: str) -> str:
    """The text on one line, with every character that would act on a terminal written out as its code."""
    if text.isprintable():
        return text
    return re.sub(HARMFUL, _written_out, text.replace("\n", " ").replace("\t", " "))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each made safe."""
    return [safe(paragraph) for paragraph in text.split("\n")]


def json_safe(document: str) -> str:
    """A JSON document in which the characters that would act on a terminal are escaped as JSON escapes."""
    return re.sub(HARMFUL, lambda match: match[0] if match[0] == "\n" else _json_escape(match), document)


def fit(text: str, encoding: str, *, json: bool = False) -> str:
    """The text with what an encoding cannot write put in characters that it can; in JSON, as JSON escapes."""
    try:
        text.encode(encoding)
    except LookupError:
        return fit(text, "ascii", json=json)
    except UnicodeEncodeError:
        if json:
            return re.sub(r"[^\x00-\x7f]", _json_escape, text)
        return text.translate(_IN_ASCII).encode(encoding, "backslashreplace").decode(encoding)
    return text


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2))


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
